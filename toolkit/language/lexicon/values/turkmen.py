"""Words of Turkmen that stand for values, with the suffixes that they take.

Source: the orthography of literary Turkmen; suffixes follow the last vowel (see
``toolkit.language.turkmen``). Some numerals share forms with other words and are told apart here:
"on" is ten, but "ony, onuň, onda, ondan" are the pronoun; "ýüz" is a hundred, but also the face, and
"ýüz tutmak" is to turn to; "üçin" is "for", "altyn" gold, "maýda" small.
"""

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

_STEMS = {
    2: "iki", 3: "üç", 4: "dört", 5: "bäş", 6: "alty", 7: "ýedi", 8: "sekiz", 9: "dokuz",
    20: "ýigrimi", 30: "otuz", 40: "kyrk", 50: "elli", 60: "altmyş", 70: "ýetmiş", 80: "segsen",
    90: "togsan",
}  # fmt: skip
#: What the stem becomes before a vowel: dördi, ikä.
_BEFORE_VOWEL = {4: "dörd", 2: "ik", 6: "alt", 7: "ýed", 20: "ýigrim", 50: "ell"}
#: Also "somebody", "suddenly": never missed.
_ONE = "bir biri birini biriniň birine birinden birinde bire birden birisi birisini birisiniň"
_SCALES = {"müň": 10**3, "million": 10**6, "milliard": 10**9, "trillion": 10**12}
_SHORT_SCALES = {"mln": 10**6, "mlrd": 10**9, "trln": 10**12}
_ORDINALS = {
    1: "birinji", 2: "ikinji", 3: "üçünji", 4: "dördünji", 5: "bäşinji", 6: "altynjy",
    7: "ýedinji", 8: "sekizinji", 9: "dokuzynjy", 10: "onunjy", 20: "ýigriminji", 30: "otuzynjy",
    40: "kyrkynjy", 50: "ellinji", 60: "altmyşynjy", 70: "ýetmişinji", 80: "segseninji",
    90: "togsanynjy", 100: "ýüzünji", 1000: "müňünji",
}  # fmt: skip
_MONTHS = listed("ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr")
#: Plural and possessive, then case: bäş-i, iki-si-ni, üç-den, dörd-üsi-niň, sekiz-imiz-e.
_OWN = "(?:[iyuü]|[iyuü]?s[iyuü]|[iyuü]?m[iy]z|[iyuü]?ň[iy]z)"
_CASE = "(?:n?[iyuü]ň|n[iy]|n?[aeä]|n?d[ae](?:n|k[iy]\\w*)?)"
#: "lar" also makes an hour approximate: sagat dokuzlar töweregi.
#: "It is (was, is said to be, is it) five": bäşdir, bäşdi, bäşmiş, bäşmi. The vowel follows the stem.
_COPULA = "(?:d[iyuü]r?|m[iyuü]ş|m[iy](?:d[iy]r?)?)"
_TAIL = (
    f"(?:(?:{_OWN}(?:{_CASE})?|[iyuü]ň|n[iy]ň|n[iy]|[aeä]|d[ae](?:n|k[iy]\\w*)?|l[iy]k\\w*|l[aä]p|e?r|l[ae]r)"
    f"{_COPULA}?|{_COPULA})"
)
_ABLATIVE = "d[ae]n"
#: A month has the possessive in dates (marty, martynda) and plain cases otherwise.
_MONTH_TAIL = (
    "(?:[iy](?:n?[iy]ň|n[iy]|n[ae]|nd[ae](?:n|k[iy]\\w*)?)?|[iy]ň|[ae]|d[ae](?:n|k[iy]\\w*)?)"
)
_HINTS = {
    "1": "ýeke-täk ýekeje",
    "2": "jübüt ikitaraplaýyn ikitaraply ekiz ekizler ikibaka goşa",
    "3": "üçtaraplaýyn üçtaraply üçburç",
    "0": "nol nola noly",
    "10": "ongünlük ongünlügi ongünlüginde ongünlügiň ongünlüginiň",
    "100": "ýüzýyllyk ýüzýyllygy ýüzýyllygyň",
    "1000": "müňýyllyk müňýyllygyň",
    "24": "gije-gündiz gije-gündizde gije-gündize gije-gündizden gije-gündiziň gije-gündizi "
    "gije-gündizlik gije-gündizläp gije-gündizki",
    "12": "günortan günorta",
}
_CURRENCIES = {
    "USD": "dollar", "EUR": "ýewro", "RUB": "rubl", "TMT": "mana[td]", "GBP": "funt", "UAH": "griwna",
    "CNY": "ýuan", "TRY": "lira", "KZT": "teňňe|tenge", "FRANC": "frank", "KRONE": "kron|krona",
    "JPY": "iýena",
}  # fmt: skip
_REFERENCES = (
    "madda|bent|bend|bölüm|bap|bab|paragraf|bölek|böleg|karar|karary|kararnama|kanun|perman|buýruk|"
    "goşmaça|düzgün|prinsip|rezolýusiýa|teklip|sahypa|tablisa|çyzgy|teswirnama|belgili|belgi|mejlis"
)
_NOUN_TAIL = "(?:l[ae]r)?(?:[iyuü]|s[iy])?(?:n?[iyuü]ň|n?[iy]|n?[aeä]|n?d[aäe](?:n|k[iy]\\w*)?)?"


#: Also the face, "to turn to": a number for sure only after a cardinal, as in "bäş ýüze golaý".
_HUNDRED = Word(Role.HUNDRED, Decimal(100), Weight.FAINT)
_WEEKDAYS = {
    "1": "duşenb[eä]", "2": "sişenb[eä]", "3": "çarşenb[eä]", "4": "penşenb[eä]", "5": "juma|jumg",
    "6": "şenb[eä]", "7": "ýekşenb[eä]",
}  # fmt: skip
_SEASONS = {"1": "ýaz|bahar", "2": "tomus|toms", "3": "güýz", "4": "gyş"}
#: Their suffixes stand after a hyphen: 60 m-den.
_SHORT_UNITS = {
    "km2": "km²", "m2": "m²",
    "mm": "mm", "cm": "sm", "m": "m", "km": "km", "g": "g", "kg": "kg", "t": "t", "l": "l", "ha": "ga",
}  # fmt: skip
_UNITS = {
    "mm": "millimetr", "cm": "santimetr", "m": "metr", "km": "kilometr", "g": "gram",
    "kg": "kilogram|kilo", "t": "tonna", "l": "litr", "ha": "gektar", "day": "gün",
    "week": "hepd[eä]", "month": "aý", "year": "ýyl|ýaş(?:l[iy])?", "hour": "saga[td]", "min": "minut",
}  # fmt: skip


def _words() -> dict[str, Word]:
    table = {stem: cardinal(value) for value, stem in _STEMS.items()}
    table |= {stem: Word(Role.SCALE, Decimal(value)) for stem, value in _SCALES.items()}
    table |= {stem: Word(Role.SCALE, Decimal(value)) for stem, value in _SHORT_SCALES.items()}
    table["on"] = cardinal(10)
    # "By ten o'clock"; also "oňa", to him, that lost its mark.
    table["ona"] = cardinal(10, Weight.FAINT)
    table |= forms(listed("çärýek çärýegi çärýegine çärýeginde"), hint("0.25", 15, 4))
    table |= forms(["gijeýary", "gijeýarysy", "ýarygije"], hint(0, 12, 24))
    table["ondan"] = Word(Role.DENOMINATOR, Decimal(10), Weight.FAINT)
    table["ýüzden"] = Word(Role.HUNDRED, Decimal(100), Weight.FAINT, denominator=True)
    table["ýüz"] = _HUNDRED
    table |= forms(_ONE.split(), cardinal(1, Weight.FAINT))
    table |= forms(
        listed("ýarym ýarymy ýarysy ýarysyny ýarysynyň ýarysyna ýarysyndan ýarysynda ýary ýarpysy"),
        Word(Role.HALF, Decimal("0.5"), Weight.FAINT, also=(Decimal(30), Decimal(6))),
    )
    table |= forms(listed("birnäçe näçe köp onlap ýüzläp müňläp"), Word(Role.VAGUE))
    vague = listed("onlarça ýüzlerçe müňlerçe millionlarça")
    table |= forms(vague, Word(Role.VAGUE, name="scale"))
    for number, text in _HINTS.items():
        table |= {form: hint(number) for form in text.split() if form not in table}
    table |= {name: month(value) for value, name in enumerate(_MONTHS, 1)}
    table["maýda"] = month(5, Weight.FAINT)
    table["minus"] = Word(Role.MINUS)
    table |= asides("unit", _SHORT_UNITS)
    # With a capital it is a woman's name.
    table["anna"] = Word(Role.ASIDE, name="weekday 5", attached=True)
    return table | {"usd": currency("USD"), "eur": currency("EUR"), "tmt": currency("TMT")}


def _patterns() -> tuple[tuple[re.Pattern[str], Word], ...]:
    rows: list[tuple[str, Word]] = []
    for value, stem in _STEMS.items():
        rows.append((f"{stem}{_ABLATIVE}", cardinal(value, denominator=True)))
        # "üçin" is no form of the numeral.
        rows.append((f"(?!üçin$){stem}{_TAIL}", cardinal(value)))
        if value in _BEFORE_VOWEL:
            tail = "[aä]" if value != 4 else f"(?:{_OWN}(?:{_CASE})?|[üi]ň|e){_COPULA}?"
            rows.append((f"{_BEFORE_VOWEL[value]}{tail}", cardinal(value)))
    # Alone "ondur" and "ondy" are ten too: the pronoun is "şoldur".
    rows.append(
        (f"on(?:(?:us[yu]|[yu]m[yu]z|[yu]ň[yu]z)(?:{_CASE})?{_COPULA}?|{_COPULA})", cardinal(10))
    )
    rows += [(f"{stem}\\w*", ordinal(value)) for value, stem in _ORDINALS.items()]
    rows.append((r"onýylly[kg]\w*", hint(10)))
    rows.append((f"ýüz{_TAIL}", _HUNDRED))
    rows += [
        (f"{stem}{_TAIL}", Word(Role.SCALE, Decimal(value))) for stem, value in _SCALES.items()
    ]
    rows += [(f"{name}{_MONTH_TAIL}", month(value)) for value, name in enumerate(_MONTHS, 1)]
    rows.append((f"(?:göterim|prosent){_NOUN_TAIL}|göteriml\\w+", Word(Role.PERCENT)))
    rows.append((f"asyr(?:lyk)?{_NOUN_TAIL}", Word(Role.CENTURY, Decimal(100), Weight.FAINT)))
    rows.append((f"(?:{_REFERENCES}){_NOUN_TAIL}", Word(Role.REFERENCE)))
    rows += [
        (f"(?:{stem}){_NOUN_TAIL}|(?:{stem})l[yi]k\\w*", currency(name))
        for name, stem in _CURRENCIES.items()
    ]
    for sort, known in (("weekday", _WEEKDAYS), ("season", _SEASONS), ("unit", _UNITS)):
        rows += [
            (
                f"(?:{stems}){_NOUN_TAIL}(?:l[iyuü]k\\w*)?",
                Word(Role.ASIDE, name=f"{sort} {meaning}"),
            )
            for meaning, stems in known.items()
        ]
    return tuple((re.compile(pattern), word) for pattern, word in rows)


WORDS = ValueWords(
    marks=Marks(",", " \u00a0\u202f\u2009"),
    joins=Joins(
        words=r"\s+",
        after_hundred=r"\s+",
        after_ten=r"\s+",
        number_half=r"\s+",
        half_scale=r"\s+",
        numerator_denominator="",
        denominator_numerator=r"\s+",
        number_unit=r"[\s\u2010\u2011-]*(?:ABŞ-nyň\s+|ABŞ\s+|[a-zäöüýşçžň]+\s+)?",
        day_day=r"\s*[–—-]\s*|,\s+|\s+(?:we|ýa-da|hem-de|hem|bilen)\s+|\s+çenli,?\s+",
        day_month=r"\s+",
        month_day=r"\s+(?:aýynyň\s+)?",
        month_year=r"\s+",
        day_year="",
        year_month=r"\s+ýyl(?:yň|da|daky)?,?\s+",
        year_day=r"\s+ýylyň\s+",
        shared_unit=r"\s*[–—-]\s*|\s+(?:we|ýa-da|bilen)\s+|,?\s+",
        before_month="",
        # "The third Sunday, the first half of May", but "maý aýynyň üçünji güni" is a day.
        part_of_month=r"(?<=nj[iy])\s+(?!gün|we\b|hem\b)(?=[a-zäöüýşçžň])",
    ),
    words=_words(),
    patterns=_patterns(),
    suffix=r"[-\u2010\u2011][a-zäöüýşçžň]+\b",
    compounds=r"[Gg]ije-gündiz[a-zäöüýşçžň]*",
    decade_suffix="",
    decade_after=r"\s+ýyllar",
    idioms=r"\b[Ýý]üz(?=\s+(?:tut|öwür|öwr|görmä|görme|ber|bur)\w*)|\b[Ýý]ary(?=\s+gij)",
    least_ten=10,
    parts_before={
        part: rf"\b(?:{words}),?\s+(?:takmynan\s+)?(?:sagat\s+)?$"
        for part, words in (
            ("morning", "irden|irki|säher|daň bilen"),
            ("afternoon", "agşam|agşamky|öýlän"),
            ("day", "gündiz|günortan|günortandan soň"),
            ("night", "gije|gijeki"),
        )
    },
    # Also "ten past": sagat 10-dan 30 minut geçende.
    in_percent=r"(?i:\b(?:göterim|prosent)(?:l[ae]rde|de|\s+hasab\w+))",
    hours=r"\s+sagat\s+(?:we\s+)?|(?<=-d[ae]n)\s+",
    minutes=r"\s+minut(?:y|a|dan|da)?\b",
)
