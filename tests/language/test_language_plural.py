"""Plural forms: the gettext headers say the same as CLDR."""

from __future__ import annotations

import re

import pytest
from babel.core import Locale

from toolkit.language import LANGUAGES, Language, plural

#: The CLDR category that each form of the header stands for. CLDR's fourth Russian category,
#: "other", is for fractions, which a count never is.
CATEGORIES = {"ru": ("one", "few", "many"), "tk": ("one", "other"), "en": ("one", "other")}


@pytest.mark.parametrize("row", LANGUAGES.values(), ids=LANGUAGES)
def test_the_header_agrees_with_cldr(row: Language) -> None:
    category = Locale.parse(row.locale).plural_form
    for count in range(1001):
        assert CATEGORIES[row.code][plural.index(count, row.code)] == category(count), count


@pytest.mark.parametrize("row", LANGUAGES.values(), ids=LANGUAGES)
def test_the_header_counts_its_own_forms(row: Language) -> None:
    declared = re.match(r"nplurals=(\d+); plural=\(.*\);$", row.plural_forms)
    assert declared is not None
    assert int(declared[1]) == row.plural_count
    assert {plural.index(count, row.code) for count in range(1001)} == set(range(row.plural_count))


@pytest.mark.parametrize(
    ("count", "forms"),
    [
        (0, {"ru": 2, "tk": 1, "en": 1}),
        (1, {"ru": 0, "tk": 0, "en": 0}),
        (2, {"ru": 1, "tk": 1, "en": 1}),
        (5, {"ru": 2, "tk": 1, "en": 1}),
        (11, {"ru": 2, "tk": 1, "en": 1}),
        (12, {"ru": 2, "tk": 1, "en": 1}),
        (21, {"ru": 0, "tk": 1, "en": 1}),
        (22, {"ru": 1, "tk": 1, "en": 1}),
        (111, {"ru": 2, "tk": 1, "en": 1}),
        (1000001, {"ru": 0, "tk": 1, "en": 1}),
    ],
)
def test_counts_written_by_hand(count: int, forms: dict[str, int]) -> None:
    assert {code: plural.index(count, code) for code in forms} == forms


def test_an_unknown_language_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="de"):
        plural.index(1, "de")
