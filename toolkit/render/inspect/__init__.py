"""Finished files read back: what a reader of the HTML or the PDF of an edition really meets.

``markup`` reads HTML, ``hiding`` knows what its styles hide; ``pdffile`` opens a PDF, ``strokes`` reads
the operators of a page, ``sheet`` puts both in reading order, ``faces`` knows the names of fonts.
``promised`` says what an edition promises and ``kept`` whether a page keeps it; ``compare`` aligns what
is there with what should be, and ``examine`` does all of it for one file. Nothing lays out a page.
"""
