"""Where a line must not break, so that the space there is printed as U+00A0, and which words stay whole.

The places that ``check.nbsp`` asks for stand in ``typography``. Here are those besides that good
typesetting wants and nobody should have to type, and the function that binds both. Sources: for
Russian A. Milchin and L. Cheltsova, "Справочник издателя и автора", and A. Milchin, "Культура
издания" (prepositions and conjunctions of one letter); for English "New Hart's Rules" and the style
manual of the United Nations; for Turkmen the orthography of literary Turkmen (a word with a hyphen that
breaks there has the hyphen on both lines, which no engine can do: so it does not break) and the
practice of its laws.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from toolkit.language.typography import TYPOGRAPHY, NoBreak

#: NO-BREAK SPACE.
BOUND = "\u00a0"

_FIGURES = "0123456789"


@dataclass(frozen=True, slots=True)
class Spacing:
    """One language: what is bound besides ``Typography.no_break``, and which words never break.

    ``headline`` is bound in headings only, where every line is seen to end. ``whole`` matches words that
    have no place to break, though they have a hyphen, or letters enough
    for one: abbreviations, numbers with an ending, words with a part of one or two letters.
    """

    tied: tuple[NoBreak, ...]
    headline: tuple[NoBreak, ...]
    whole: re.Pattern[str]


def _tied(where: str, near: str, pattern: str) -> NoBreak:
    return NoBreak(re.compile(pattern), where, frozenset(near))


def _clinging(forward: str, backward: str = "") -> tuple[NoBreak, ...]:
    """The space after words that lean on the next one, and before those that lean on the one before."""
    after = "(?i:" + _after(forward, r"\S") + ")"
    rules = [_tied("after a word that leans on the next", " ", after)]
    if backward:
        before = r"(?i)(?<=\S) (?=(?:" + "|".join(backward.split()) + r")(?!\w))"
        rules.append(_tied("before a word that leans on the one before", " ", before))
    return tuple(rules)


def _after(words: str, following: str) -> str:
    """A space after one of some words and before what the pattern ``following`` matches."""
    before = "|".join(rf"(?<=\b{re.escape(word)} )" for word in words.split())
    return rf" (?:{before})(?={following})"


_RUSSIAN_MONTHS = (
    "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
_RUSSIAN = Spacing(
    tied=(
        _tied(
            "after a word of one letter",
            "вскоуиаВСКОУИА",
            r" (?:(?<=[\s\u00a0\ufffc«„“(\[][вскоуиаВСКОУИА] )|(?<=^[вскоуиаВСКОУИА] ))"
            r"(?=[\w\ufffc«„“(№§])",
        ),
        _tied("before a particle", "блж", r"(?<=[^\W\d_]) (?=(?:бы|ли|же|б|ль|ж)\b(?!\.))"),
        _tied("between a day and its month", _FIGURES, rf"(?<=\d) (?=(?:{_RUSSIAN_MONTHS})\b)"),
        _tied(
            "after an abbreviation",
            ".",
            _after("проф. акад. им. ул. пр. пл. д. кв. гр. св. оз. р. см. ср.", r"[\dА-ЯЁ«]"),
        ),
        _tied(
            "before the number of an article or a table",
            _FIGURES,
            r"(?i:"
            + _after(
                "статья статьи статье статью статьёй статей статьях пункт пункта пункте пункту "
                "пункты пунктов часть части глава главы главе таблица таблицы таблице "
                "рисунок рисунка рисунке приложение приложения приложении страница страницы странице",
                r"\d",
            )
            + ")",
        ),
        _tied("inside до н. э.", ".", r"(?<=\bн\.) (?=э\.)|(?<=\bдо) (?=н\.[ \u00a0]?э\.)"),
    ),
    headline=_clinging(
        "без в во для до за и из или к ко на над не ни но о об от по под при про с со у через"
    ),
    whole=re.compile(
        r"\b\d[\d.,]{0,9}-[а-яё]{1,4}\b|\b[А-ЯЁ]{2,12}-[а-яё]{1,4}\b|\b[А-ЯЁ]{6,12}\b"
        r"|\b[А-Яа-яё]{1,2}-[а-яё]{1,14}\b|\b[А-Яа-яё]{1,14}-[а-яё]{1,2}\b"
    ),
)

_TURKMEN_MONTHS = "ýanwar|fewral|mart|aprel|maý|iýun|iýul|awgust|sentýabr|oktýabr|noýabr|dekabr"
_TURKMEN = Spacing(
    tied=(
        _tied(
            "between a number and its noun",
            _FIGURES,
            rf"(?:(?<=\d)|(?<=\d-nji)|(?<=\d-njy)) (?=(?:ýyl|{_TURKMEN_MONTHS}|madda|bölüm|sahypa)\w*)"
            r"|(?<=\d) (?=(?:müň|million|milliard|mln|mlrd|manat|dollar|göterim|km|kg|sm|mm|ga|sagat"
            r"|minut|adam|ýaş)\w*\b|(?:m|b|ý)\.)",
        ),
        _tied("after a form of address", "jh", _after("jenap hanym", r"[A-ZÇÄŽŇÖŞÜÝ]")),
        _tied("inside we ş. m.", ".", r"(?<=\bş\.) (?=m\.)|(?<=\bwe) (?=ş\.)|(?<=\bh\.) (?=b\.)"),
    ),
    headline=_clinging(
        "bu her hiç şol şu we ýa",
        "baradaky barada bilen boýunça däl hakda hakynda hakyndaky üçin",
    ),
    whole=re.compile(
        r"\b\d[\d.,]{0,9}-[a-zçäžňöşüý]{1,8}\b|\b[A-ZÇÄŽŇÖŞÜÝ]{2,12}-[a-zçäžňöşüý]{1,8}\b"
        r"|\b[A-ZÇÄŽŇÖŞÜÝ]{6,12}\b|\b[A-ZÇÄŽŇÖŞÜÝa-zçäžňöşüý]{1,12}-[a-zçäžňöşüý]{1,12}\b"
    ),
)

_ENGLISH_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
_ENGLISH = Spacing(
    tied=(
        _tied("before a dash", "–—", r"(?<=[^\s.!?…:]) (?=[–—](?:[\s\u00a0]|$))"),
        _tied("after № and §", "№§", r"(?<=[№§]) (?=\w)"),
        _tied(
            "between initials and surname",
            ".",
            r"(?:(?<=[\s\u00a0(“‘][A-Z]\.)|(?<=^[A-Z]\.)|(?<=[\s\u00a0.][A-Z]\.[A-Z]\.)) "
            r"(?=[A-Z](?:\.|[^\W\d_]{2}))",
        ),
        _tied(
            "after a title",
            "MDPS",
            _after("Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof. Professor Sir St St.", r"[^\W\d_]"),
        ),
        _tied(
            "before a number",
            _FIGURES,
            r"(?i:"
            + _after(
                "no. nos. art. arts. p. pp. para. paras. vol. ch. sec. fig. article articles rule "
                "section chapter paragraph paragraphs page pages table figure annex part resolution",
                r"\d",
            )
            + ")",
        ),
        _tied(
            "between a number and its unit",
            _FIGURES,
            r"(?<=\d) (?=(?:million|billion|trillion|thousand|per[ \u00a0]cent|percent|km|kg|cm|mm|m|ha"
            r"|a\.m\.|p\.m\.|am|pm|%)(?!\w))",
        ),
        _tied(
            "between a day and its month",
            _FIGURES,
            rf"(?<=\d) (?=(?:{_ENGLISH_MONTHS})\b)|"
            + _after(_ENGLISH_MONTHS.replace("|", " "), r"\d{1,2}(?!\d)"),
        ),
    ),
    headline=_clinging("a an and as at by for from in of on or the to with"),
    whole=re.compile(
        r"\b\d[\d.,]{0,9}-[a-z]{1,4}\b|\b[A-Z]{6,12}\b|\b[A-Za-z]{1,2}-[a-z]{1,12}\b|\b[A-Za-z]{1,12}-[a-z]{1,2}\b"
    ),
)

#: By the code of the language.
SPACING: Mapping[str, Spacing] = MappingProxyType({"ru": _RUSSIAN, "tk": _TURKMEN, "en": _ENGLISH})


def bound(text: str, language: str, *, headline: bool = False) -> str:
    """The text with U+00A0 for every plain space at which its language lets no line break.

    ``headline`` says that the text is a heading, which binds more.
    Nothing but such spaces changes, and binding what is bound changes nothing. A text in a language
    that has no rules stays as it is.
    """
    if language not in SPACING:
        return text
    rules = (*TYPOGRAPHY[language].no_break, *SPACING[language].tied)
    if headline:
        rules += SPACING[language].headline
    while places := set(_places(text, rules)):
        text = "".join(
            BOUND if place in places else character for place, character in enumerate(text)
        )
    return text


def whole_words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where the words begin and end that no line may break, in order."""
    if language in SPACING:
        for found in SPACING[language].whole.finditer(text):
            yield found.span()


def _places(text: str, rules: tuple[NoBreak, ...]) -> Iterator[int]:
    """The offsets of plain spaces that one of the rules matches."""
    for rule in rules:
        if not rule.near.isdisjoint(text):
            for found in rule.pattern.finditer(text):
                if found.group() == " ":
                    yield found.start()
