"""Names: is everything that one edition names named in the others, and spelt as agreed?

The register (``toolkit.source.register``) says what is named and how. ``lexicon`` makes every form of
every name of a language, ``matching`` finds them in a text, ``nearness`` finds words that are almost
one of them, ``reading`` puts both together. ``rules`` compares; ``gathering`` and ``suggest`` find
names that the register lacks.
"""
