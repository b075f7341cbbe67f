"""Matched editions of one document in several languages.

The packages below are the steps of one pipeline, in the order of the words::

    source       YAML text is read into a Document; every text knows its line
    translation  a Document is collected into messages; messages merge into PO files
    edition      a Document and a catalog are assembled into an Edition
    checks       editions are compared; what is wrong becomes a Finding
    render       an Edition is laid out as HTML and PDF
    project      files are found, read inside the project, and written all or nothing
    cli          options are parsed, one function is called, its result is printed

``diagnostics``, ``language`` and ``document`` are the vocabulary that all of them share. Imports go
one way, from the bottom of this list to its top; between reading and writing, every step takes and
returns immutable values, with no clock, no network and no global state.
"""

__version__ = "0.1.0"
