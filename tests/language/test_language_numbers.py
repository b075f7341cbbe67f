"""Numbers: no digit is lost, rounded or grouped where it must not be."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language.numbers import number

CODES = st.sampled_from(["ru", "tk", "en"])
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15)

#: Decimal mark, group mark, percent sign, as CLDR has them.
MARKS = {"ru": (",", "\u00a0", "\u00a0%"), "tk": (",", "\u00a0", "\u00a0%"), "en": (".", ",", "%")}


@pytest.mark.parametrize(
    ("value", "ru", "en"),
    [
        ("0", "0", "0"),
        ("7", "7", "7"),
        ("2021", "2021", "2021"),
        ("9999.5", "9999,5", "9999.5"),
        ("12500", "12_500", "12,500"),
        ("99999", "99_999", "99,999"),
        ("123456", "123_456", "123,456"),
        ("1234567.891", "1_234_567,891", "1,234,567.891"),
        ("12.50", "12,50", "12.50"),
        ("0.1000", "0,1000", "0.1000"),
        ("12345.67890", "12_345,67890", "12,345.67890"),
        ("1E+3", "1000", "1000"),
        ("1E-7", "0,0000001", "0.0000001"),
        ("-3", "−3", "−3"),
        ("-12345.6", "−12_345,6", "−12,345.6"),
    ],
)
def test_golden(value: str, ru: str, en: str) -> None:
    """A no-break space is written as "_"; Turkmen numbers look like Russian ones."""
    assert number(Decimal(value), "ru") == ru.replace("_", "\u00a0")
    assert number(Decimal(value), "tk") == ru.replace("_", "\u00a0")
    assert number(Decimal(value), "en") == en


def test_percent() -> None:
    assert number(Decimal(46), "ru", percent=True) == "46\u00a0%"
    assert number(Decimal(46), "tk", percent=True) == "46\u00a0%"
    assert number(Decimal(46), "en", percent=True) == "46%"
    assert number(Decimal("-12.50"), "ru", percent=True) == "−12,50\u00a0%"
    assert number(Decimal("-12.50"), "en", percent=True) == "−12.50%"


def _read(text: str, code: str) -> Decimal:
    decimal, group, _ = MARKS[code]
    return Decimal(text.replace(group, "").replace(decimal, ".").replace("\u2212", "-"))


@given(DECIMALS, CODES)
def test_a_number_is_read_back_with_the_same_decimals(value: Decimal, code: str) -> None:
    back = _read(number(value, code), code)
    assert back == value
    places = max(0, -int(value.as_tuple().exponent))
    assert max(0, -int(back.as_tuple().exponent)) == places


@given(DECIMALS, CODES)
def test_a_percentage_is_the_number_and_the_sign(value: Decimal, code: str) -> None:
    assert number(value, code, percent=True) == number(value, code) + MARKS[code][2]


@given(DECIMALS, CODES)
def test_groups_have_three_digits_and_start_at_five(value: Decimal, code: str) -> None:
    decimal, group, _ = map(re.escape, MARKS[code])
    shape = rf"\u2212?(?:\d{{1,4}}|\d{{2,3}}(?:{group}\d{{3}})+|\d(?:{group}\d{{3}}){{2,}})"
    assert re.fullmatch(rf"{shape}(?:{decimal}\d+)?", number(value, code))


@given(st.integers(1000, 9999), CODES)
def test_a_year_in_a_table_is_never_grouped(value: int, code: str) -> None:
    assert number(Decimal(value), code) == str(value)


@given(DECIMALS, CODES, st.booleans())
def test_numbers_are_nfc_and_hold_no_undocumented_space(
    value: Decimal, code: str, percent: bool
) -> None:
    text = number(value, code, percent=percent)
    assert unicodedata.is_normalized("NFC", text)
    spaces = {char for char in text if unicodedata.category(char) in ("Zs", "Cf", "Cc")}
    assert spaces <= ({"\u00a0"} if code in ("ru", "tk") else set())


@pytest.mark.parametrize(
    "value", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E-999999"]
)
def test_what_is_no_printable_number_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="cannot be printed as a number"):
        number(Decimal(value), "en")


def test_an_unknown_language_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="de"):
        number(Decimal(1), "de")
