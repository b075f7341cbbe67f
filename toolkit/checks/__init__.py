"""Checks: do the editions say the same, and is each of them written as its language wants?

``pair`` holds what is compared: one message in two languages, or one text in one. A rule is a function
from a pair (or a side) to remarks; ``rules`` lists all of them. Rules compare by value, as multisets,
in both directions; what they know of a language comes from ``toolkit.language``.
"""
