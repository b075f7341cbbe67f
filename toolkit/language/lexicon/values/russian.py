"""Words of Russian that stand for values, in every case and gender (Грамматика-80, §§ 1366–1382)."""

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

_CARDINALS = {
    2: "два две двух двум двумя двое двоих двоим двоими",
    3: "три трёх трём тремя трое троих троим троими",
    4: "четыре четырёх четырём четырьмя четверо четверых четверым четверыми",
    5: "пять пяти пятью пятеро пятерых пятерым пятерыми",
    6: "шесть шести шестью шестеро шестерых шестерым шестерыми",
    7: "семь семи семеро семерых семерым семерыми",
    8: "восемь восьми восемью восьмью восьмеро восьмерых восьмерым восьмерыми",
    9: "девять девяти девятью девятеро девятерых девятерым девятерыми",
    10: "десять десяти десятью десятеро десятерых десятерым десятерыми",
    40: "сорок сорока",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трёхсот трёмстам тремястами трёхстах",
    400: "четыреста четырёхсот четырёмстам четырьмястами четырёхстах",
}
#: Both parts are declined: пятидесяти, пятьюдесятью.
_TWO_PARTS = {
    50: ("пять", "пяти", "пятью"),
    60: ("шесть", "шести", "шестью"),
    70: ("семь", "семи", "семью"),
    80: ("восемь", "восьми", "восемью"),
}
_HUNDREDS = {
    500: ("пять", "пяти", "пятью"),
    600: ("шесть", "шести", "шестью"),
    700: ("семь", "семи", "семью"),
    800: ("восемь", "восьми", "восемью"),
    900: ("девять", "девяти", "девятью"),
}
_TEENS = {
    11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат", 15: "пятнадцат",
    16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат", 20: "двадцат",
    30: "тридцат",
}  # fmt: skip
#: A quarter, also of an hour.
_QUARTER = Word(Role.DENOMINATOR, Decimal(4), Weight.FAINT, also=(Decimal(15),))
#: The pronoun "the same", "some", "alone" has the same forms; so has "family" (семью).
_FAINT = {
    1: "один одна одно одни одного одной одному одним одном одну одною одних одними",
    7: "семью",
    0: "ноль нуль нуля ноля нулю нулём",
}
_ORDINALS = {
    1: "перв", 2: "втор", 4: "четвёрт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят",
    10: "десят", 40: "сороков", 50: "пятидесят", 60: "шестидесят", 70: "семидесят",
    80: "восьмидесят", 90: "девяност", 100: "сот", 200: "двухсот", 300: "трёхсот",
    400: "четырёхсот", 500: "пятисот", 600: "шестисот", 700: "семисот", 800: "восьмисот",
    900: "девятисот", 1000: "тысячн", 2000: "двухтысячн",
}  # fmt: skip
_ENDINGS = listed("ый ой ая ое ые ого ому ым ом ую ою ых ыми")
_THIRD = (
    "третий третья третье третьи третьего третьему третьим третьем третьей третью третьих третьими"
)
_SCALES = {"миллион": 10**6, "миллиард": 10**9, "триллион": 10**12}
_SHORT_SCALES = {"тыс": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12}
_MONTHS = listed("январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр")
_SOFT, _HARD, _MAY = "ь я ю ем ём е и ей ям ями ях", " а у ом е ы ов", "й я ю ем е"
_SHORT_MONTHS = {
    "янв": 1, "фев": 2, "февр": 2, "апр": 4, "авг": 8, "сен": 9, "сент": 9, "окт": 10, "ноя": 11,
    "нояб": 11, "дек": 12,
}  # fmt: skip
_HINTS = {
    "2": "оба обе обоих обеих обоим обеим обоими обеими дважды вдвое вдвоём двойной двойная двойное "
    "двойного двойную двойным пара пары пару парой вторично близнецы близнецов вдвойне двойня "
    "двойняшки двоек удвоил удвоился удвоилась удвоилось удвоились удвоить удвоение",
    "3": "трижды втрое втроём тройной тройная тройное втройне утроилось утроился утроилась",
    "4": "четырежды вчетверо вчетвером",
    "5": "впятеро впятером",
    "6": "вшестеро вшестером",
    "7": "всемеро всемером",
    "8": "ввосьмеро ввосьмером",
    "9": "вдевятеро вдевятером",
    "10": "десяток десятка десятку десятком вдесятеро вдесятером",
    "12": "полдень полудня полудню",
    "24": "сутки суток круглосуточно",
    "100": "столетие столетия столетий столетию стократ сотня сотню",
    "0.5": "полвека полдня полпути пополам",
    "1": "однажды единожды",
}
_CURRENCIES = {
    "USD": "доллар", "RUB": "рубл", "TMT": "манат", "UAH": "гривн", "CNY": "юан",
    "KZT": "тенге", "FRANC": "франк", "JPY": "иен", "PLN": "злот", "INR": "рупи",
}  # fmt: skip
_REFERENCES = (
    "стать(?:я|и|е|ю|ёй|ей|ям|ями|ях)|статей|ст|ст\\.ст|пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|п|пп|"
    "параграф(?:а|у|ом|е|ы|ов|ам|ами|ах)?|част(?:ь|и|ью|ей|ям|ях)|ч|глав(?:а|ы|е|у|ой)?|гл|"
    "раздел(?:а|у|ом|е|ы|ов)?|правил(?:о|а|у|ом|е|ам)?|резолюци(?:я|и|ю|ей|й|ях)|"
    "приложени(?:е|я|ю|ем|и|й)|постановлени(?:е|я|ю|ем|и)|указ(?:а|у|ом|е)?|закон(?:а|у|ом|е)?|"
    "принцип(?:а|у|ом|е|ы|ов)?|абзац(?:а|у|ем|е|ы|ев)?|протокол(?:а|у|ом|е)?|таблиц(?:а|ы|е|у|ей)|"
    "рисун(?:ок|ка|ке)|страниц(?:а|ы|е|у)|стр|рекомендаци(?:я|и|ю|ей|й)"
)
#: Numbers within an adjective or noun; the genitive of the larger ones begins few other words.
_COMPOUNDS = {
    1: "одно", 2: "дву|двух", 3: "трёх|трех|трё|тре", 4: "четырёх|четырех", 90: "девяносто", 100: "сто",
}  # fmt: skip
_PLAIN_COMPOUNDS = {
    5: "пяти", 6: "шести", 7: "семи", 8: "восьми", 9: "девяти", 10: "десяти", 40: "сорока",
    50: "пятидесяти", 60: "шестидесяти", 70: "семидесяти", 80: "восьмидесяти",
}  # fmt: skip
#: What follows a number within an adjective: двухэтажный, шестимесячный, столетний.
_MEASURES = (
    "(?:дневн|летн|месячн|недельн|часов|минутн|этажн|кратн|значн|сторонн|местн|метров|процентн|годичн|"
    "комнатн|томн|угольн|ступенчат|страничн|томник|квартирн|класс|балльн|местн|тонн|колейн|разов|язычн|миллионн|тысячн|лети|тысячелет|язык|уровнев|балльн)\\w*"
)
_WEEKDAYS = {
    "1": "понедельник понедельника понедельнику понедельником понедельнике понедельникам",
    "2": "вторник вторника вторнику вторником вторнике вторникам",
    "3": "среда среды среде среду средой средам",
    "4": "четверг четверга четвергу четвергом четверге четвергам",
    "5": "пятница пятницы пятнице пятницу пятницей пятницам",
    "6": "суббота субботы субботе субботу субботой субботам",
    "7": "воскресенье воскресенья воскресенью воскресеньем воскресеньям",
}
_SEASONS = {
    "1": "весна весны весне весну весной весною", "2": "лето лету летом лете",
    "3": "осень осени осенью", "4": "зима зимы зиме зиму зимой зимою",
}  # fmt: skip
_UNITS = {
    "km2": "км²", "m2": "м²",
    "mm": "мм миллиметр миллиметра миллиметров", "cm": "см сантиметр сантиметра сантиметров",
    "m": "м метр метра метру метром метре метры метров метрам метрами метрах",
    "km": "км километр километра километру километром километре километры километров километрам "
    "километрами километрах",
    "g": "г грамм грамма граммов граммами", "kg": "кг килограмм килограмма килограммов кило",
    "t": "т тонна тонны тонне тонну тонн тоннами", "l": "л литр литра литров литрами",
    "ha": "га гектар гектара гектаров гектарах",
    "day": "день дня дню днём дне дни дней дням днями днях сутки суток суткам сутками сутках",
    "week": "неделя недели неделе неделю неделей недель неделям неделями неделях",
    "month": "месяц месяца месяцу месяцем месяце месяцы месяцев месяцам месяцами месяцах",
    "year": "год года году годом годы лет годам годами годах годов",
    "hour": "ч час часа часу часом часы часов часам часами часах",
    "min": "мин минута минуты минуте минуту минутой минут минутам минутами минутах",
}  # fmt: skip


#: Before the singular of a hundred: «около сотни».
_ABOUT = listed("около порядка свыше более больше менее меньше до")
_HOURS = r"(?:\s*(?:часа|часов|час|ч\.?))"


def _words() -> dict[str, Word]:
    table: dict[str, Word] = {}
    for value, text in _CARDINALS.items():
        table |= forms(text.split(), cardinal(value))
    for value, stem in _TEENS.items():
        table |= forms([stem + ending for ending in ("ь", "и", "ью")], cardinal(value))
        table |= forms([stem + ending for ending in _ENDINGS], ordinal(value))
    for value, (plain, oblique, instrumental) in _TWO_PARTS.items():
        text = f"{plain}десят {oblique}десяти {instrumental}десятью"
        table |= forms(text.split(), cardinal(value))
    for value, (plain, oblique, instrumental) in _HUNDREDS.items():
        text = f"{plain}сот {oblique}сот {oblique}стам {instrumental}стами {oblique}стах"
        table |= forms(text.split(), cardinal(value))
    table |= {"восьмьюдесятью": cardinal(80), "восьмьюстами": cardinal(800)}
    for value, text in _FAINT.items():
        table |= forms(text.split(), cardinal(value, Weight.FAINT))
    for value, stem in _ORDINALS.items():
        table |= forms([stem + ending for ending in _ENDINGS], ordinal(value))
    table |= forms(_THIRD.split(), ordinal(3))
    table |= forms(
        listed("треть трети третью третей"), Word(Role.DENOMINATOR, Decimal(3), Weight.FAINT)
    )
    table |= forms(listed("четверть четверти четвертью четвертей"), _QUARTER)
    table |= forms(listed("дюжина дюжины дюжину дюжиной"), hint(12, 10))
    table |= forms(["полночь", "полуночи", "полночью"], hint(0, 12, 24))
    table |= _scales()
    table |= _halves()
    for number, text in _HINTS.items():
        table |= {form: hint(number) for form in text.split() if form not in table}
    table |= forms([f"{word} сотни" for word in _ABOUT], hint(100))
    table |= _months()
    table |= forms(["несколько", "нескольких", "много"], Word(Role.VAGUE))
    table |= forms(["минус"], Word(Role.MINUS))
    table |= _money()
    beside = asides("weekday", _WEEKDAYS) | asides("season", _SEASONS) | asides("unit", _UNITS)
    return _with_plain_e(beside | table)


def _scales() -> dict[str, Word]:
    thousand = Word(Role.SCALE, Decimal(1000))
    #: Alone in the plural it is no number: "тысячи людей".
    thousands = Word(Role.SCALE, Decimal(1000), Weight.FAINT)
    table = forms(listed("тысяча тысячу тысячей тысячью тысяче"), thousand)
    table |= forms(listed("тысячи тысяч тысячам тысячами тысячах"), thousands)
    # «Две сотни»; alone in the plural it is no number: «сотни людей».
    hundreds = Word(Role.SCALE, Decimal(100), Weight.FAINT)
    table |= forms(listed("сотни сотен сотням сотнями сотнях"), hundreds)
    for stem, value in _SCALES.items():
        table |= forms(
            [stem + end for end in ("", "а", "у", "ом", "е")], Word(Role.SCALE, Decimal(value))
        )
        plural = Word(Role.SCALE, Decimal(value), Weight.FAINT)
        table |= forms([stem + end for end in listed("ы ов ам ами ах")], plural)
    return table | {form: Word(Role.SCALE, Decimal(value)) for form, value in _SHORT_SCALES.items()}


def _halves() -> dict[str, Word]:
    half = Word(Role.HALF, Decimal("0.5"), Weight.FAINT, also=(Decimal(30), Decimal(6)))
    table = forms(listed("половина половины половине половину половиной половинам пол полу"), half)
    # Thirty minutes, six months, fifty years.
    table |= forms(["полчаса", "получаса", "полчасика"], hint("0.5", 30))
    table |= forms(["полгода", "полугода", "полугодие", "полугодия"], hint("0.5", 6))
    table |= forms(["полтора", "полторы", "полутора"], cardinal("1.5"))
    table |= {"полтораста": cardinal(150), "полутораста": cardinal(150)}
    table |= forms(["полмиллиона", "полумиллиона"], cardinal(500_000))
    table |= forms(["полмиллиарда", "полумиллиарда"], cardinal(500_000_000))
    table |= forms(listed("полсотни полусотня полусотни полусотне полусотню"), cardinal(50))
    return table | forms(["полтысячи", "полутысячи"], cardinal(500))


def _months() -> dict[str, Word]:
    table: dict[str, Word] = {}
    for value, stem in enumerate(_MONTHS, 1):
        endings = {3: _HARD, 8: _HARD, 5: _MAY}.get(value, _SOFT).split(" ")
        table |= forms([stem + ending for ending in endings], month(value))
    return table | {form: month(value, attached=True) for form, value in _SHORT_MONTHS.items()}


def _money() -> dict[str, Word]:
    table = forms(["евро", "eur"], currency("EUR")) | forms(["usd"], currency("USD"))
    table |= forms(["руб"], currency("RUB")) | forms(["долл"], currency("USD"))
    table |= {"tmt": currency("TMT"), "gbp": currency("GBP"), "rub": currency("RUB")}
    table |= forms(listed("лира лиры лир лиру лирой лирам лирах"), currency("TRY"))
    table |= forms(listed("фунт фунта фунту фунтом фунтов фунты фунтам"), currency("GBP"))
    return table | forms(
        listed("крона кроны крон крону кроной кронам кронах кронами"), currency("KRONE")
    )


def _with_plain_e(table: dict[str, Word]) -> dict[str, Word]:
    """The dots of ё are optional in print."""
    return {form.replace("ё", "е"): word for form, word in table.items()} | table


def _patterns() -> tuple[tuple[re.Pattern[str], Word], ...]:
    percent = Word(Role.PERCENT)
    rows = [
        ("процент(?:а|у|ом|е|ы|ов|ам|ами|ах)?|процентн\\w{2,3}", percent),
        (_REFERENCES, Word(Role.REFERENCE)),
        ("век(?:а|е|у|ом|ов|ам|ах|ами)?", Word(Role.CENTURY, Decimal(100), Weight.FAINT)),
        ("десятилети\\w{1,3}", hint(10)),
        # Ten days of a month, seldom ten years.
        ("декад(?:а|ы|е|у|ой|ам|ами|ах)?", hint(10)),
        ("тысячелети\\w{1,3}", hint(1000)),
    ]
    rows += [
        (f"{stem}(?:ь|ов)?ск\\w{{2,3}}", month(value, Weight.FAINT))
        for value, stem in enumerate(
            listed("январ феврал март апрел май июн июл август сентябр октябр ноябр декабр"), 1
        )
    ]
    rows += [(f"(?:{stem}){_MEASURES}", hint(value)) for value, stem in _COMPOUNDS.items()]
    rows += [(f"{stem}и\\w{{4,}}", hint(value)) for value, stem in reversed(_TEENS.items())]
    rows += [
        (f"{stem}\\w{{4,}}", hint(value)) for value, stem in reversed(_PLAIN_COMPOUNDS.items())
    ]
    rows += [
        (f"{stem}(?:а|у|ом|е|ы|ов|ам|ами|ах|ь|я|ю|ём|ем|ей|ям|ями|ях|и|й)?", currency(name))
        for name, stem in _CURRENCIES.items()
    ]
    return tuple((re.compile(pattern), word) for pattern, word in rows)


WORDS = ValueWords(
    marks=Marks(",", " \u00a0\u202f\u2009"),
    joins=Joins(
        words=r"\s+",
        after_hundred=r"\s+",
        after_ten=r"\s+",
        number_half=r"\s+с\s+",
        half_scale=r"\s+",
        number_scale=r"[-\u2010\u2011\s]*|\s+с\s+(?:лишним|небольшим|чем-то)\s+",
        numerator_denominator=r"\s+",
        denominator_numerator="",
        number_unit=r"[\s\u2010\u2011-]*(?:[а-яё]+(?:их|ых)\s+)?\.?\s*",
        day_day=(
            r"\s*[–—-]\s*|,\s+(?:по\s+|до\s+)?|\s+(?:и|или|либо|по|до|на|а\s+также)\s+(?:с\s+|до\s+)?"
        ),
        day_month=r"\s+",
        month_day="",
        month_year=r"\.?,?\s+|-",
        day_year="",
        year_month="",
        year_day="",
        shared_unit=r"\s*[–—-]\s*|,?\s+(?:до|по|и|или)\s+|,\s+",
        before_month="",
    ),
    words=_words(),
    patterns=_patterns(),
    suffix=r"[-\u2010\u2011][а-яё]{1,4}\b",
    decade_suffix=r"[-\u2010\u2011](?:е|х|ые|ых|ми|м|ым|ыми)\b",
    decade_after="",
    year_or_decade=r"[-\u2010\u2011]ы?м$",
    # Without "часов" «3 дня» and «3 ночи» are three days and nights, but for a time with minutes.
    parts_after={
        "morning": rf"{_HOURS}?\s+утра\b",
        "afternoon": rf"{_HOURS}?\s+(?:вечера|пополудни)\b",
        "day": rf"(?:{_HOURS}|(?<=:\d\d))\s+дня\b",
        "night": rf"(?:{_HOURS}|(?<=:\d\d))\s+ночи\b",
    },
    parts_before={
        part: rf"\b{word},?\s+(?:примерно\s+|ровно\s+)?(?:в|к|около)\s+$"
        for part, word in (
            ("morning", "утром"),
            ("afternoon", "вечером"),
            ("day", "дн[её]м"),
            ("night", "ночью"),
        )
    },
    halved="полу?(?=процент|доллар|рубл|маната|метр|километр|килограмм|тонн|литр)",
    in_percent=r"(?i:\bпроцентах\b|\bпроцентн\w+)",
    hours=r"\s*(?:час(?:а|ов|у|ам|ами|ах)?|ч\.?)\s+(?:и\s+)?",
    minutes=r"\s*(?:минут(?:а|ы|у|е|ой|ам|ами|ах)?|мин)\b",
    compounds=rf"(?:{'|'.join(_ABOUT)}) сотни\b(?! (?:тысяч|миллион))",
    coming=r"\s+часу\b",
    clock=r"(?:половин\w+|пол|четверт\w+|минут\w*)\s+$",
)
