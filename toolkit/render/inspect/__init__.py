"""Finished files read back: what a reader of the HTML or the PDF of an edition really meets.

``markup`` reads HTML; ``styles`` knows what its style sheets say, ``hiding`` what they hide. ``pdffile``
opens a PDF (``cmaps``: what its codes stand for), ``tags`` gives the order of its
texts, ``strokes`` carries out the ``operators`` of a page (``operands``, ``geometry``, ``painting``),
``seen`` finds what nobody sees of it (``light``), ``faces`` compares its
fonts with the bundled ones, ``sheet`` puts its texts in reading order, ``margins`` looks at heads
and feet.
``promised`` says what an edition promises and ``kept`` whether a page keeps it; ``compare`` aligns what
is there with what should be (``block``), ``shape`` counts its parts, and ``examine`` does all of it for
one file and tells every ``problem``. Nothing lays out a page.
"""
