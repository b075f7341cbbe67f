"""Words of English that stand for values."""

from __future__ import annotations

import re
from decimal import Decimal

from toolkit.language.lexicon.values.model import (
    Joins,
    Marks,
    Role,
    ValueWords,
    Weight,
    Word,
    asides,
    cardinal,
    currency,
    forms,
    hint,
    listed,
    month,
    ordinal,
)

_CARDINALS = listed(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ORDINAL_TENS = listed(
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
)
_DECADES = listed("twenties thirties forties fifties sixties seventies eighties nineties")
_DENOMINATORS = listed(
    "thirds quarters fifths sixths sevenths eighths ninths tenths elevenths twelfths"
)
_SCALES = {
    "thousand": 10**3, "million": 10**6, "mln": 10**6, "mn": 10**6, "billion": 10**9,
    "bln": 10**9, "bn": 10**9, "trillion": 10**12, "trn": 10**12,
}  # fmt: skip
_MONTHS = listed(
    "january february march april may june july august september october november december"
)
_SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
#: Names of months that are words of their own at the beginning of a sentence, or names of people.
_DOUBTFUL = {3, 5}
_HINTS = {
    "zero": "0", "nil": "0", "once": "1", "both": "2", "twice": "2", "couple": "2", "pair": "2",
    "double": "2", "doubled": "2", "doubling": "2", "twin": "2", "twins": "2",
    "thrice": "3", "triple": "3", "tripled": "3", "quadrupled": "4", "hundredfold": "100",
    "decade": "10", "decades": "10", "noon": "12",
    "midday": "12", "bilateral": "2",
    "trilateral": "3", "biannual": "2", "millennium": "1000", "millennia": "1000",
    "centenary": "100", "score": "20", "yearly": "1", "halved": "0.5",
    "unanimous": "0", "secondly": "2", "firstly": "1", "thirdly": "3", "secondary": "2",
}  # fmt: skip
#: Also of an hour.
_HALF = Word(Role.HALF, Decimal("0.5"), Weight.FAINT, also=(Decimal(30), Decimal(6)))
_CURRENCIES = {
    "USD": "dollar dollars usd", "EUR": "euro euros eur", "GBP": "pound pounds gbp sterling",
    "RUB": "rouble roubles ruble rubles rub", "TMT": "manat manats tmt", "CNY": "yuan cny",
    "TRY": "lira liras", "UAH": "hryvnia hryvnias uah", "KZT": "tenge kzt", "CHF": "chf",
    "FRANC": "franc francs", "KRONE": "crown crowns krona kronor krone kroner",
    "JPY": "yen jpy", "PLN": "zloty zlotys pln", "GEL": "lari gel", "INR": "rupee rupees",
}  # fmt: skip
_REFERENCES = listed(
    "article articles art arts section sections sec paragraph paragraphs para paras rule rules "
    "principle principles chapter chapters clause clauses annex annexes resolution resolutions "
    "decree decrees law laws no nos item items recommendation recommendations part parts page pages "
    "pp table figure footnote note session protocol"
)
_WEEKDAYS = {
    "1": "monday mondays", "2": "tuesday tuesdays", "3": "wednesday wednesdays",
    "4": "thursday thursdays", "5": "friday fridays", "6": "saturday saturdays",
    "7": "sunday sundays",
}  # fmt: skip
_SEASONS = {"1": "spring", "2": "summer summers", "3": "autumn", "4": "winter winters"}
_UNITS = {
    "km2": "km²", "m2": "m²",
    "mm": "mm millimetre millimetres millimeter millimeters", "m": "m metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters", "ha": "ha hectare hectares",
    "km": "km kilometre kilometres kilometer kilometers", "g": "g gram grams gramme grammes",
    "kg": "kg kilogram kilograms kilo kilos", "t": "t tonne tonnes ton tons",
    "l": "l litre litres liter liters", "day": "day days", "week": "week weeks",
    "month": "month months", "year": "year years", "hour": "hour hours hrs", "min": "minute minutes",
}  # fmt: skip


_O_CLOCK = r"\s+(?:o[’'ʼ]clock\s+)?"


def _words() -> dict[str, Word]:
    table = {word: cardinal(value) for value, word in enumerate(_CARDINALS, 2)}
    table |= {word: cardinal(value * 10) for value, word in enumerate(_TENS, 2)}
    table |= {f"{word}fold": hint(value) for value, word in enumerate(_CARDINALS, 2)}
    table |= {f"{word}fold": hint(value * 10) for value, word in enumerate(_TENS, 2)}
    table |= forms(["one", "ones"], cardinal(1, Weight.FAINT))
    table |= {word: ordinal(value) for value, word in enumerate(_ORDINALS, 1)}
    table |= {word: ordinal(value * 10) for value, word in enumerate(_ORDINAL_TENS, 2)}
    table |= {word: hint(value * 10) for value, word in enumerate(_DECADES, 2)}
    table |= {word: _denominator(value) for value, word in enumerate(_DENOMINATORS, 3)}
    table |= {"quarters": _denominator(4), "fifths": _denominator(5)}
    table |= {word: _denominator(value) for value, word in enumerate(_DENOMINATORS[2:], 5)}
    table |= {"hundredth": ordinal(100), "thousandth": ordinal(1000)}
    table["hundred"] = Word(Role.HUNDRED, Decimal(100))
    table |= {word: Word(Role.SCALE, Decimal(value)) for word, value in _SCALES.items()}
    table |= forms(["half", "halves"], _HALF)
    table |= {word: hint(value) for word, value in _HINTS.items()}
    # Fourteen days, two weeks.
    table |= forms(["fortnight", "fortnights", "fortnightly"], hint(14, 2))
    table |= {"dozen": hint(12, 10), "midnight": hint(0, 12, 24), "quarter": hint("0.25", 15, 4)}
    table |= forms(["several", "few", "many", "some", "countless"], Word(Role.VAGUE))
    for value, word in enumerate(_MONTHS, 1):
        weight = Weight.FAINT if value in _DOUBTFUL else Weight.FIRM
        table |= forms([word, f"{word}’s", f"{word}'s"], month(value, weight))
    table |= {word: month(value, attached=True) for word, value in _SHORT_MONTHS.items()}
    table |= forms(["percent", "percentage", "pc", "cent"], Word(Role.PERCENT))
    table |= {word: currency(name) for name, text in _CURRENCIES.items() for word in text.split()}
    table |= forms(_REFERENCES, Word(Role.REFERENCE))
    century = Word(Role.CENTURY, Decimal(100), Weight.FAINT)
    table |= forms(["century", "centuries"], century)
    table["minus"] = Word(Role.MINUS)
    beside = asides("weekday", _WEEKDAYS) | asides("season", _SEASONS) | asides("unit", _UNITS)
    return beside | table


def _denominator(value: int) -> Word:
    return Word(Role.DENOMINATOR, Decimal(value), Weight.FAINT)


WORDS = ValueWords(
    marks=Marks(".", ","),
    joins=Joins(
        words=r"\s+",
        after_hundred=r"\s+(?:and\s+)?",
        after_ten=r"[-\u2010\u2011]|\s+",
        number_half=r"\s+and\s+(?:a|one)\s+",
        half_scale=r"[-\s]+(?:an?\s+)?",
        numerator_denominator=r"[-\u2010\u2011\s]+",
        denominator_numerator="",
        number_unit=r"[\s\u2010\u2011-]*(?:an?\s+)?(?:per\s|US\s|U\.S\.\s|[A-Z]\w+\s)?",
        day_day=r"\s*[–—-]\s*|,\s+(?:and\s+)?|\s+(?:and|or|to|until|till|through)\s+(?:the\s+)?",
        day_month=r"\s+(?:of\s+)?|-",
        month_day=r"\.?\s+(?:the\s+)?",
        month_year=r"\.?,?\s+(?:of\s+)?|-",
        day_year=r",?\s+",
        year_month=r"\s+",
        year_day="",
        shared_unit=r"\s*[–—-]\s*|\s+(?:to|and|or)\s+|,\s+(?:and\s+)?",
        before_month=(
            r"(?:\b(?:in|of|since|until|till|by|from|to|and|or|early|late|mid|last|next|this|"
            r"during|before|after|between|through|for|each|every|on)\s+(?:early\s+|late\s+)?|mid-)$"
        ),
    ),
    words=_words(),
    patterns=(
        (re.compile("bi(?:monthly|weekly|partite)"), hint(2)),
        (re.compile("tri(?:lateral|lingual|partite)"), hint(3)),
    ),
    suffix=r"(?:st|nd|rd|th)\b",
    decade_suffix=r"[’'ʼ]?s\b",
    decade_after="",
    parts_after={
        "morning": rf"\s*a\.?\s?m\b\.?|{_O_CLOCK}in\s+the\s+morning\b",
        "afternoon": rf"\s*p\.?\s?m\b\.?|{_O_CLOCK}in\s+the\s+(?:afternoon|evening)\b",
        "night": rf"{_O_CLOCK}at\s+night\b",
    },
    in_percent=r"(?i:\b(?:in|as)\s+(?:a\s+)?(?:per\s?cent|percentages?)\b)",
    hours=r"\s*(?:hours?|hrs?|h)\.?,?\s+(?:and\s+)?",
    minutes=r"\s*(?:minutes?|min)\b",
    capital_months=True,
    scale_letters={"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12},
)
