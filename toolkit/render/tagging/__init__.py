"""What a PDF says to those who do not see it: structure, links, page labels, and of which kind it is.

``roles`` knows which structure type an HTML element is, ``tree`` builds the structure of a document out
of its elements and what was printed of them, ``objects`` writes it into the PDF, ``archive`` makes the
file one that declares itself PDF/A and PDF/UA. The pages themselves are laid out by the engine.
"""
