"""Laws: whatever ``toolkit.language`` writes is read back as the same value, in every language."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.values.matched import codes, pair_of
from toolkit.checks.values.extract import facts
from toolkit.checks.values.fact import Day, Fact, Kind
from toolkit.checks.values.tokens import grammar
from toolkit.language import dates, numbers

CODES = st.sampled_from(["ru", "tk", "en"])
#: Years are written with four figures from here on; before, nothing tells them from days.
DAYS = st.dates(min_value=date(1000, 1, 1))
NUMBERS = st.decimals(-(10**12), 10**12, allow_nan=False, places=None).map(
    lambda value: value.quantize(Decimal("0.001")) if value % 1 else value.quantize(Decimal(1))
)
#: What may stand around a value without being part of it.
FRAMES = {"ru": "Вот, {} — и всё.", "tk": "Ine, {} — şol.", "en": "Here: {}, that is all."}


def framed(text: str, code: str) -> tuple[Fact, ...]:
    return facts(FRAMES[code].format(text), code)


def told(day: date) -> Day:
    return Day(day.year, day.month, day.day)


@given(DAYS, CODES)
def test_a_date(day: date, code: str) -> None:
    (fact,) = framed(dates.long_date(day, code), code)
    assert (fact.kind, fact.value) == (Kind.DATE, told(day))


@given(st.times())
def test_a_time_by_either_clock(time: time) -> None:
    by_twelve = f"at {time:%I:%M} {'ap'[time.hour >= 12]}.m."
    by_whole_day = f"в {time.hour}:{time:%M}"
    assert not codes(pair_of("en", by_twelve, "ru", by_whole_day))


@given(st.times(), st.times())
def test_a_time_in_the_other_half_of_the_day_is_noticed(time: time, other: time) -> None:
    texts = [
        f"at {one.hour % 12 or 12}.{one:%M} {'ap'[one.hour >= 12]}.m." for one in (time, other)
    ]
    same = (time.hour, time.minute) == (other.hour, other.minute)
    assert (not codes(pair_of("en", texts[0], "en", texts[1]))) is same


@given(st.tuples(DAYS, DAYS).map(sorted), CODES)
def test_a_range_of_dates(days: list[date], code: str) -> None:
    first, last = days
    found = framed(dates.date_range(first, last, code), code)
    assert len(found) == (1 if first == last else 2)
    for fact, day in zip(found, days, strict=False):
        assert isinstance(fact.value, Day)
        assert (fact.value.month, fact.value.day) == (day.month, day.day)
        # A year that both dates share is written once, with the first or with the last.
        assert fact.value.year in ((day.year, None) if first.year == last.year else (day.year,))
    assert {fact.value.year for fact in found if isinstance(fact.value, Day)} >= {first.year}


@given(DAYS, CODES)
def test_a_month_and_its_year(day: date, code: str) -> None:
    (fact,) = framed(dates.month_year(day, code), code)
    assert fact.value == Day(day.year, day.month, None)


@given(st.integers(1000, 9999), CODES)
def test_a_year(year: int, code: str) -> None:
    (fact,) = framed(dates.year(year, code), code)
    assert fact.value == year


@given(NUMBERS, CODES)
def test_a_number(value: Decimal, code: str) -> None:
    (fact,) = framed(numbers.number(value, code), code)
    assert fact.value == value


@given(NUMBERS, CODES)
def test_a_percentage(value: Decimal, code: str) -> None:
    (fact,) = framed(numbers.number(value, code, percent=True), code)
    assert (fact.kind, fact.value) == (Kind.PERCENT, value)


@given(st.integers(0, 10**9), CODES)
def test_an_ordinal(value: int, code: str) -> None:
    (fact,) = framed(dates.ordinal(value, code), code)
    assert fact.value == value


@given(DAYS, CODES, CODES)
def test_the_same_date_in_two_languages_is_the_same(day: date, of: str, to: str) -> None:
    source, target = dates.long_date(day, of), dates.long_date(day, to)
    assert codes(pair_of(of, source, to, target)) == set()


@given(DAYS, DAYS, CODES, CODES)
def test_another_date_is_noticed(day: date, other: date, of: str, to: str) -> None:
    source, target = dates.long_date(day, of), dates.long_date(other, to)
    parts = {day.year, day.month, day.day} == {other.year, other.month, other.day}
    assert codes(pair_of(of, source, to, target)) or day == other or parts


@given(NUMBERS, NUMBERS, CODES, CODES)
def test_numbers_are_the_same_if_and_only_if_their_values_are(
    value: Decimal, other: Decimal, of: str, to: str
) -> None:
    source, target = numbers.number(value, of), numbers.number(other, to)
    assert bool(codes(pair_of(of, source, to, target))) == (value != other)


@given(
    st.text("019,./:-–−%$№§()+ \u00a0abIVXязñýň'’ʼ\u0301", max_size=30),
    st.sampled_from(["ru", "tk", "en"]),
)
def test_figures_are_found_alike_where_no_words_are_looked_for(text: str, language: str) -> None:
    known = grammar(language)
    all_tokens = [
        (match.lastgroup, match.span())
        for match in known.pattern.finditer(text)
        if match.lastgroup != "word"
    ]
    assert all_tokens == [(match.lastgroup, match.span()) for match in known.figures.finditer(text)]
