"""Finished files read back: what a reader of the HTML or the PDF of an edition really meets.

``markup`` reads HTML, ``hiding`` knows what its styles hide; ``pdffile`` opens a PDF, ``strokes`` reads
the operators of a page, ``sheet`` puts both in reading order; ``promised`` says what an edition promises,
``compare`` aligns what is there with what should be. Nothing here lays out a page.
"""
