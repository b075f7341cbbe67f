"""Rules: quiet on matched messages, heard when a value is changed, lost or added."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from tests.checks.values.matched import codes, pair_of, published, written
from toolkit.checks.pair import Pair
from toolkit.checks.values.rules import RULES
from toolkit.diagnostics.codes import CODES, Severity

WARNINGS = {code for code, entry in CODES.items() if entry.severity is Severity.WARNING}

#: Source, translation, the codes of what is said, the pieces that are marked on both sides.
CHANGES = [
    ("ru", "27 человек", "tk", "127 adam", "check.number", "27 / 127"),
    ("ru", "12,5 % семей", "tk", "maşgalalaryň 125 %", "check.number", "12,5 / 125"),
    ("ru", "§ 15 и § 16", "tk", "§ 15, § 16, § 17", "check.reference", " / 17"),
    ("ru", "по § 17 Правил", "tk", "Düzgünler boýunça", "check.reference", "17 / "),
    ("en", "on 7 March 2024", "ru", "7 мая 2024 г.", "check.date", "7 March 2024 / 7 мая 2024"),
    ("en", "on 7 March 2024", "tk", "2023-nji ýylyň 7-nji martynda", "check.date",
     "7 March 2024 / 2023-nji ýylyň 7-nji martynda"),
    ("en", "40,000 people", "ru", "4 000 человек", "check.number", "40,000 / 4 000"),
    ("en", "40,000 people", "ru", "40,000 человек", "check.number", "40,000 / 40,000"),
    ("ru", "40 000 человек", "en", "40.000 people", "check.number", "40 000 / 40.000"),
    ("en", "3.14 km", "tk", "31,4 km", "check.number", "3.14 / 31,4"),
    ("en", "eleven people", "ru", "двенадцать человек", "check.number", "eleven / двенадцать"),
    ("en", "eleven people", "ru", "люди", "check.number-word", "eleven / "),
    ("ru", "люди", "tk", "on bir adam", "check.number-word", " / on bir"),
    ("en", "5 of the 5", "ru", "5 человек", "check.number-count", "5 5 / 5"),
    ("en", "5 men, 7 women, 5 boys", "ru", "5 мужчин, 7 женщин, 7 мальчиков", "check.number",
     "5 / 7"),
    ("en", "in 2021, and in 2021", "ru", "в 2021 г.", "check.number-count", "2021 2021 / 2021"),
    ("en", "46%", "ru", "46", "check.unit", "46 / 46"),
    ("en", "46", "ru", "46 %", "check.unit", "46 / 46"),
    ("en", "It was 46%. The percentage fell to 38%.", "ru", "Было 46. Процент упал до 38 %.",
     "check.unit", "46 / 46"),
    ("en", "14 per cent, though they say 6 per cent", "ru", "14 процентов, хотя говорят о 6",
     "check.unit", "6 / 6"),
    ("en", "six per cent; now 14 per cent", "ru", "шесть; теперь 14 процентов", "check.unit",
     "six / шесть"),
    ("en", "30% of men, 40% of women", "tk", "erkekleriň 30 %-i, zenanlaryň 40-sy", "check.unit",
     "40 / 40-sy"),
    ("ru", "6 июня 2011 г. названы шесть причин", "en", "in June 2011 six reasons were given",
     "check.date", "6 июня 2011 / "),
    ("en", "15 g of sugar", "ru", "15 кг сахара", "check.unit", "15 / 15"),
    ("ru", "забор в 4,5 метра", "tk", "4,5 kilometr haýat", "check.unit", "4,5 / 4,5"),
    ("tk", "on bäş günden soň", "en", "after fifteen weeks", "check.unit", "on bäş / fifteen"),
    ("en", "a mother of three, three weeks later", "ru", "мать троих детей, через три месяца",
     "check.unit", "three / три"),
    ("ru", "0,5 %", "en", "0.5‰", "check.unit", "0,5 / 0.5"),
    ("en", "on Monday, 3 June", "ru", "во вторник, 3 июня", "check.date", "Monday / вторник"),
    ("ru", "в четверг", "tk", "anna güni", "check.date", "четверг / anna"),
    ("en", "last spring", "tk", "geçen tomusda", "check.date", "spring / tomusda"),
    ("ru", "в начале 2000-х", "tk", "2000-nji ýylyň başynda", "check.date", "2000-х / 2000-nji"),
    ("en", "deaths tripled in two years", "ru", "за три года смертность утроилась",
     "check.number-word", "two / три"),
    ("en", "the third visit", "ru", "второе свидание", "check.number-word", "third / второе"),
    ("tk", "bäşinji gün", "en", "on the sixth day", "check.number-word", "bäşinji / sixth"),
    ("ru", "треть урожая", "tk", "hasylyň çärýegi", "check.number-word", "треть / çärýegi"),
    ("en", "half of the crop", "ru", "четверть урожая", "check.number-word", "half / четверть"),
    ("ru", "цены выросли втрое", "en", "prices doubled", "check.number-word", "втрое / doubled"),
    ("en", "case G-15/8", "ru", "дело Г-15/9", "check.reference", "G-15/8 / Г-15/9"),
    ("en", "50 dollars", "ru", "50 евро", "check.unit", "50 / 50"),
    ("en", "50 dollars", "tk", "50", "check.money", "50 / 50"),
    ("tk", "50", "en", "50 dollars", "check.money", "50 / 50"),
    ("en", "S/RES/1325 (2000)", "ru", "S/RES/1352 (2000)", "check.reference",
     "S/RES/1325 (2000) / S/RES/1352 (2000)"),
    ("en", "3 May and 5 June", "ru", "5 мая и 3 июня", "check.date",
     "3 May 5 June / 5 мая 3 июня"),
    ("en", "in May 2021 and June 2022", "ru", "в мае 2022 и июне 2021", "check.date",
     "May 2021 June 2022 / мае 2022 июне 2021"),
    ("en", "One of them came on 1 May", "ru", "Один из них приехал в мае", "check.date",
     "1 May / "),
    ("en", "On 1 May he called twice", "tk", "2-nji maýda bir gün iki gezek jaň etdi", "check.date",
     "1 May / 2-nji maýda"),
    ("en", "from 31 December 2022 to 31 December 2024", "ru",
     "с декабря 2022 года по 31 декабря 2024 года", "check.date", "31 December 2022 / "),
    ("en", "quarters I–IV", "tk", "V–IV çärýekler", "check.number", "I / V"),
    ("en", "the hearing of 21 June", "ru", "заседание 22.06", "check.date", "21 June / "),
    ("en", "the hearing of 21 June", "ru", "заседание 21.07", "check.date", "21 June / "),
    ("en", "at 14:30", "ru", "в 14:20", "check.date", "14:30 / 14:20"),
    ("ru", "в 14:30", "en", "at 2.30 a.m.", "check.date", "14:30 / 2.30 a.m."),
    ("en", "at 5 p.m.", "ru", "в 5 часов утра", "check.date", "5 p.m. / 5 часов утра"),
    ("tk", "agşam sagat 9-da", "en", "at 9 a.m.", "check.date", "9-da / 9 a.m."),
    ("ru", "10 часов 30 минут", "tk", "10 sagat 40 minut", "check.date",
     "10 часов 30 минут / 10 sagat 40 minut"),
    ("ru", "от 200 до 250 миллионов", "en", "from 200 million to 250 billion", "check.number",
     "250 миллионов / 250 billion"),
    ("en", "at its fifty-second session", "ru", "на сессии", "check.number-word",
     "fifty-second / "),
    ("en", "first, third and fifth", "ru", "первый, первый и пятый", "check.number-word",
     "third / первый первый"),
    ("ru", "дважды", "tk", "üç gezek", "check.number-word", "дважды / üç"),
    ("ru", "на два дня", "en", "for one day", "check.number-word", "два / one"),
    ("ru", "31 °С", "en", "31 °F", "check.unit", "31 / 31"),
    ("en", "491 km²", "tk", "491 m²", "check.unit", "491 / 491"),
    ("ru", "ребёнку 9 месяцев", "tk", "çaga 9 ýaşynda", "check.unit", "9 / 9"),
    ("en", "grew by 10.4%, then half a per cent", "ru", "на 10,4, затем на полпроцента",
     "check.unit", "10.4 / 10,4"),
    ("en", "the rate is 5% a year", "tk", "göterim ýylda 5", "check.unit", "5 / 5"),
    ("ru", "500 долларов (9750 манатов)", "tk", "500 manat (9750 dollar)", "check.unit",
     "500 9750 / 500 9750"),
    ("en", "it tripled, then doubled", "ru", "удвоилось, затем удвоилось", "check.number-word",
     "tripled / удвоилось удвоилось"),
    ("en", "the 20th century", "tk", "XIX asyr", "check.date", "20th / XIX"),
    ("en", "the 1990s", "ru", "80-е", "check.date", "1990s / 80-е"),
    ("en", "two thirds", "ru", "три четверти", "check.number", "two thirds / три четверти"),
    ("en", "see example.org/a", "ru", "см. example.com/a", "check.address",
     "example.org/a / example.com/a"),
    ("en", "a@example.org", "tk", "b@example.org", "check.address",
     "a@example.org / b@example.org"),
    ("en", "@open", "tk", "@shore", "check.address", "@open / @shore"),
    ("en", "+993 12 34-56-78", "tk", "+993 12 34-56-79", "check.address",
     "+993 12 34-56-78 / +993 12 34-56-79"),
]  # fmt: skip

#: Ways of saying the same that are no reason for an alarm.
SAME = [
    ("en", "Flour prices (manats per kg)", "ru", "Цены на муку (манатов за 1 кг)"),
    ("tk", "maý aýynyň üçünji ongünlüginde", "ru", "в третьей декаде мая"),
    ("en", "two hundred within 24 hours", "tk", "bir gije-gündizde iki ýüz gol"),
    ("ru", "две сотни за сутки", "en", "two hundred within 24 hours"),
    ("en", "two thousand", "ru", "2000"),
    ("en", "2,000", "tk", "iki müň"),
    ("en", "one of them", "ru", "кто-то из них"),
    ("en", "the third visit", "ru", "ещё одно свидание"),
    ("en", "400 g of bread, half a litre of water", "tk", "400 gram çörek, ýarym litr suw"),
    ("en", "a five-day hearing", "ru", "слушания длились пять суток"),
    ("en", "5 days and 5 weeks", "tk", "5 hepde we 5 gün"),
    ("en", "on Wednesday", "ru", "в среду"),
    ("ru", "окружающая среда в субботу", "en", "the environment on Saturday"),
    ("en", "in the autumn of 2019", "tk", "2019-njy ýylyň güýzünde"),
    ("en", "on Monday", "tk", "hepdäniň ilkinji gününde"),
    ("en", "in the 2000s", "tk", "2000-nji ýyllarda"),
    ("ru", "2 года", "en", "aged two"),
    ("tk", "Anna mugallym, duşenbe", "en", "Anna is a teacher; Monday"),
    ("en", "the second time, for a third of the pay", "ru", "снова, за треть оплаты"),
    ("ru", "сто лет назад", "tk", "bir asyr ozal"),
    ("en", "two centuries of silence", "ru", "двести лет молчания"),
    ("en", "turnout was 46%", "ru", "явка в процентах — 46"),
    ("en", "turnout was 46%", "tk", "gatnaşyk göterim hasabynda 46"),
    ("en", "from 46% to 38%", "ru", "с 46 до 38 %"),
    ("en", "case G-15/8", "ru", "дело Г-15/8"),
    ("en", "some 300 people", "tk", "üç ýüze golaý adam"),
    ("en", "there were four doctors", "tk", "lukmanlaryň sany dörtdi"),
    ("ru", "6-е число июня", "en", "6 June"),
    ("en", "a family", "ru", "семью"),
    ("en", "twins", "tk", "iki çaga"),
    ("en", "both", "ru", "они"),
    ("en", "the 1990s", "ru", "90-е"),
    ("en", "the nineties", "tk", "1990-njy ýyllar"),
    ("en", "the XX century", "ru", "20-й век"),
    ("en", "World War II", "ru", "Вторая мировая война"),
    ("en", "session 6", "tk", "6-njy mejlis"),
    ("en", "5 p.m.", "ru", "17:00"),
    ("en", "5 p.m.", "ru", "5 часов вечера"),
    ("en", "half past five", "ru", "в половине шестого"),
    ("en", "from 6.15 to 9:05 p.m.", "ru", "с 6:15 до 21.05"),
    ("ru", "в 2:30", "en", "at 2:30 p.m."),
    ("en", "at 10.30 a.m.", "ru", "в 10 часов 30 минут"),
    ("en", "ten hours and thirty minutes", "ru", "10 часов 30 минут"),
    ("en", "two and a half hours", "ru", "2 часа 30 минут"),
    ("en", "at midnight", "tk", "gije sagat 12-de"),
    ("ru", "от 200 до 250 миллионов долларов", "en", "between $200 million and $250 million"),
    ("tk", "200 milliondan 250 million dollara çenli", "ru", "200–250 млн долларов"),
    ("ru", "с 5,8 до 2,8 миллиона", "tk", "5,8 milliondan 2,8 milliona çenli"),
    ("ru", "Марта Винтерхольт пришла", "en", "Marta Winterholt came"),
    ("en", "aged 9", "tk", "9 ýaşynda"),
    ("ru", "31 °С", "tk", "31 °C"),
    ("en", "half past five", "tk", "sagat bäş ýarym"),
    ("en", "a quarter past eight", "ru", "четверть девятого"),
    ("en", "a dozen", "ru", "десяток"),
    ("en", "two in five", "tk", "bäşden iki"),
    ("en", "5 March and 7 March 2024", "ru", "5 и 7 марта 2024 г."),
    ("en", "from January 2025 to March 2025", "ru", "с января по март 2025 г., 2025"),
    ("en", "20% to 30%", "ru", "от 20 до 30 %"),
    ("en", "resolution 1325 (2000)", "ru", "S/RES/1325 (2000)"),
    ("en", "2021/22", "ru", "2021–2022"),
    ("en", "https://example.org/en/a", "ru", "https://example.org/ru/a"),
    ("en", "I was there", "ru", "и я был там"),
    ("en", "the April rain", "ru", "апрельский дождь"),
    ("en", "a six-month course", "ru", "шестимесячный курс"),
    ("en", "May I ask?", "ru", "Можно спросить?"),
    ("en", "thousands of people", "tk", "müňlerçe adam"),
    ("en", "1.5 million", "ru", "полтора миллиона"),
    ("en", "24 hours", "ru", "сутки"),
]


@pytest.mark.parametrize(("of", "source", "to", "target", "code", "pieces"), CHANGES)
def test_a_change_is_named_and_marked(
    of: str, source: str, to: str, target: str, code: str, pieces: str
) -> None:
    pair = pair_of(of, source, to, target)
    (remark,) = [remark for rule in RULES for remark in rule(pair)]
    assert remark.code == code
    assert f"{' '.join(remark.source)} / {' '.join(remark.target)}" == pieces
    assert remark.message
    assert remark.hint
    for piece in (*remark.source, *remark.target):
        assert piece in source + target


@pytest.mark.parametrize(("of", "source", "to", "target"), SAME)
def test_the_same_in_other_words_raises_no_error(
    of: str, source: str, to: str, target: str
) -> None:
    assert codes(pair_of(of, source, to, target)) <= {"check.number-count"}
    assert codes(pair_of(to, target, of, source)) <= {"check.number-count"}


def test_every_code_has_a_meaning() -> None:
    assert {change[4] for change in CHANGES} <= CODES.keys()
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("pairs", [written, published], ids=["written", "published"])
def test_matched_messages_are_clean(pairs: Callable[[], tuple[Pair, ...]]) -> None:
    assert len(pairs()) > 400
    assert [(pair.source.plain, pair.target.plain) for pair in pairs() if codes(pair)] == []


# Mutations: one change to a clean translation

#: Characters that are not printed: ids of footnotes, addresses of links.
HIDDEN = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)|\{[^}]*\}")


def everywhere(pattern: str, new: Callable[[re.Match[str]], str], text: str) -> Iterator[str]:
    """The text with the change made at each place where the pattern matches what is printed."""
    hidden = [match.span() for match in HIDDEN.finditer(text)]
    for match in re.finditer(pattern, text):
        if not any(start < match.end() and match.start() < end for start, end in hidden):
            yield text[: match.start()] + new(match) + text[match.end() :]


OPERATORS: dict[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "a digit is changed": ("[0-9]", lambda found: str((int(found[0]) + 3) % 10)),
    "two digits are swapped": (r"([0-9])(?!\1)([0-9])", lambda found: found[2] + found[1]),
    "a digit is added": ("[0-9]+", lambda found: "1" + found[0]),
    "a number is lost": (r"(?<![\w/.,:-])[0-9]+(?![\w/.,:@-])", lambda found: ""),
    "a year is changed": (r"\b20[0-9]{2}\b", lambda found: str(int(found[0]) + 7)),
    "the decimal mark is lost": (
        r"(?<![\d.,])([0-9]+)[.,]([0-9]{1,2})(?![\d.,])", lambda found: found[1] + found[2],
    ),
    "thousands become hundreds": (
        "(?<=[0-9])[,\u00a0 ]000(?![0-9])", lambda found: found[0][:-1],
    ),
    "a per cent sign is lost": ("[\u00a0 ]?%", lambda found: ""),
    "a Roman numeral is changed": (r"\b[XVI]{2,}\b", lambda found: found[0] + "I"),
}  # fmt: skip


@pytest.mark.parametrize("operator", OPERATORS)
@pytest.mark.parametrize("pairs", [written, published], ids=["written", "published"])
def test_changes_are_caught(pairs: Callable[[], tuple[Pair, ...]], operator: str) -> None:
    pattern, new = OPERATORS[operator]
    tried, missed = 0, []
    for pair in pairs():
        for text in everywhere(pattern, new, pair.target.markup):
            changed = pair_of(pair.source.language, pair.source.markup, pair.target.language, text)
            tried += 1
            if not codes(changed):
                missed.append(text)
    assert len(missed) <= tried / 100, missed[:5]
    assert tried


def test_changes_of_months_are_errors() -> None:
    tried = 0
    for pair in (*written(), *published()):
        if pair.target.language != "tk":
            continue
        for text in everywhere(r"ýanwar|fewral|aprel|sentýabr|dekabr", lambda found: "oktýabr",
                               pair.target.markup):  # fmt: skip
            changed = pair_of(pair.source.language, pair.source.markup, "tk", text)
            assert codes(changed) - WARNINGS, text
            tried += 1
    assert tried > 20
