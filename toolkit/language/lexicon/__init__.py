"""What the checks know of a language, as tables: words and their forms, never rules.

``values`` holds the words that stand for numbers, months, units and references.
"""
