"""Values: the numbers, dates, references and addresses of a message and its translation.

``extract.facts`` reads them from a text, ``compare`` finds what one side has and the other lacks,
``rules`` says it. ``opaque``, ``tokens``, ``spoken`` and ``months`` are the steps of reading; all words
that they know come from ``toolkit.language.lexicon.values``.
"""
