"""Ordinals in figures: the Turkmen suffix follows the numeral that is spoken last."""

from __future__ import annotations

import re

import pytest
from babel.core import Locale
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import cldr, dates, turkmen

#: By hand: number, the words spoken last, the ordinal (a no-break space is written as "_").
SPOKEN = """
0        nol             0-njy
1        bir             1-nji
2        iki             2-nji
3        üç              3-nji
4        dört            4-nji
5        bäş             5-nji
6        alty            6-njy
7        ýedi            7-nji
8        sekiz           8-nji
9        dokuz           9-njy
10       on              10-njy
11       on_bir          11-nji
16       on_alty         16-njy
18       on_sekiz        18-nji
19       on_dokuz        19-njy
20       ýigrimi         20-nji
23       ýigrimi_üç      23-nji
26       ýigrimi_alty    26-njy
29       ýigrimi_dokuz   29-njy
30       otuz            30-njy
31       otuz_bir        31-nji
40       kyrk            40-njy
44       kyrk_dört       44-nji
50       elli            50-nji
56       elli_alty       56-njy
60       altmyş          60-njy
65       altmyş_bäş      65-nji
70       ýetmiş          70-nji
79       ýetmiş_dokuz    79-njy
80       segsen          80-nji
90       togsan          90-njy
92       togsan_iki      92-nji
100      ýüz             100-nji
106      ýüz_alty        106-njy
110      ýüz_on          110-njy
120      ýüz_ýigrimi     120-nji
190      ýüz_togsan      190-njy
200      iki_ýüz         200-nji
340      üç_ýüz_kyrk     340-njy
900      dokuz_ýüz       900-nji
1000     müň             1000-nji
1010     müň_on          1010-njy
1948     kyrk_sekiz      1948-nji
1966     altmyş_alty     1966-njy
1970     ýetmiş          1970-nji
1990     togsan          1990-njy
1991     togsan_bir      1991-nji
2000     iki_müň         2000-nji
2009     dokuz           2009-njy
2010     on              2010-njy
2016     on_alty         2016-njy
2020     ýigrimi         2020-nji
2021     ýigrimi_bir     2021-nji
2030     otuz            2030-njy
2050     elli            2050-nji
2100     ýüz             2100-nji
9000     dokuz_müň       9000-nji
10000    on_müň          10_000-nji
60000    altmyş_müň      60_000-nji
100000   ýüz_müň         100_000-nji
1000000  million         1_000_000-njy
1000001  million_bir     1_000_001-nji
2000000  iki_million     2_000_000-njy
5100000  ýüz_müň         5_100_000-nji
1000000000     milliard  1_000_000_000-njy
1000000000000  trillion  1_000_000_000_000-njy
1000000000000000  kwadrillion  1_000_000_000_000_000-njy
"""
BY_HAND = [
    (int(number), words.split("_")[-1], expected.replace("_", "\u00a0"))
    for number, words, expected in map(str.split, SPOKEN.strip().splitlines())
]


@pytest.mark.parametrize(("number", "last_word", "expected"), BY_HAND)
def test_turkmen_by_hand(number: int, last_word: str, expected: str) -> None:
    assert dates.ordinal(number, "tk") == expected
    last_vowel = re.findall("[aouyäeiöü]", last_word)[-1]
    assert expected.endswith("-njy") == (last_vowel in "aouy"), "the table contradicts its rule"


def test_the_table_is_large_enough() -> None:
    assert len({number for number, _, _ in BY_HAND}) == len(BY_HAND) >= 40


@given(st.integers(1, 10**15))
def test_only_the_last_significant_figure_and_its_place_decide(number: int) -> None:
    """The domain rule in figures, independent of the words."""
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    figure = str(number).rstrip("0")[-1]
    soft = {0: "1234578", 1: "2578"}.get(zeros, "123456789" if zeros < 6 else "")
    assert dates.ordinal(number, "tk").endswith("-nji" if figure in soft else "-njy")


@pytest.mark.parametrize("number", [30, 40, 60, 90, 1990, 2010, 2030])
def test_cldr_is_known_to_be_wrong_here(number: int) -> None:
    """If CLDR mends its rule one day, this fails and the table above may be compared with it."""
    assert Locale.parse("tk").ordinal_form(number) == Locale.parse("tk").ordinal_form(1)
    assert dates.ordinal(number, "tk").endswith("-njy")


@given(st.integers(0, 10**12), st.sampled_from(["ru", "tk", "en"]))
def test_an_ordinal_is_read_back(number: int, code: str) -> None:
    found = re.fullmatch("([0-9,\u00a0]+)(-nj[iy]|-й|st|nd|rd|th)", dates.ordinal(number, code))
    assert found
    assert int(re.sub("[,\u00a0]", "", found[1])) == number


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (22, "22nd"), (23, "23rd"), (101, "101st"), (112, "112th"), (0, "0th")],
)  # fmt: skip
def test_english(number: int, expected: str) -> None:
    assert dates.ordinal(number, "en") == expected


def test_russian_is_the_masculine_nominative() -> None:
    assert dates.ordinal(3, "ru") == "3-й"
    assert dates.ordinal(61, "ru") == "61-й"


@pytest.mark.parametrize("code", ["ru", "tk", "en"])
def test_a_negative_number_has_no_ordinal(code: str) -> None:
    with pytest.raises(ValueError, match="-1 has no ordinal"):
        dates.ordinal(-1, code)


def test_possessive_months_add_y_or_i_to_the_spelling_of_cldr() -> None:
    months = [turkmen.possessive_month(month, "tk") for month in range(1, 13)]
    assert [month[:-1] for month in months] == list(cldr.month_names("tk"))
    assert [month[-1] for month in months] == list("yyyiyyyyyyyy")
