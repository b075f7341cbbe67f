"""What Russian typography says and CLDR does not."""

from __future__ import annotations

from toolkit.language import cldr


def ordinal(value: int, locale: str) -> str:
    """The number with the ending of the dictionary form, masculine nominative: 23-й.

    Milchin: the ending has one letter when a vowel stands before the last letter of the numeral,
    and in this form it always does (первый, второй, третий). Other genders and cases ("23-я
    сессия") depend on the sentence, so the translator writes them.
    """
    return f"{cldr.whole_number(value, locale)}-й"
