"""Tokens: figures, signs, Roman numerals, and the words that stand for values. All else is a gap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from toolkit.language.lexicon import values
from toolkit.language.lexicon.values import Role, ValueWords, Word
from toolkit.language.remembered import Remembered, pieces

_ROMAN = re.compile("(?=[IVXL])X{0,4}L?X{0,4}(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
#: Sizes, surnames and abbreviations that happen to be numerals.
_NOT_ROMAN = frozenset({"XL", "LI", "LX", "LV", "L", "XXL", "XXXL"})
#: Typed by mistake or for want of a Latin keyboard: ХХ, ІV.
_LATIN = str.maketrans("ХІ", "XI")
_SIGNS = {
    "%": Word(Role.PERCENT), "‰": Word(Role.PERCENT, name="‰"),
    "$": values.model.currency("USD"), "€": values.model.currency("EUR"),
    "£": values.model.currency("GBP"), "¥": values.model.currency("CNY"),
    "₽": values.model.currency("RUB"), "₴": values.model.currency("UAH"),
    "₸": values.model.currency("KZT"), "₺": values.model.currency("TRY"),
    "₼": values.model.currency("AZN"), "₾": values.model.currency("GEL"),
    "§": Word(Role.REFERENCE), "№": Word(Role.REFERENCE),
}  # fmt: skip
_DECIMALS = re.compile(r"[0-9],[0-9]{1,2}$")
_NEUTRAL = str.maketrans({",": ".", "\u2212": "-"} | dict.fromkeys(" \u00a0\u202f\u2009"))
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}
#: Without one of them a text states values in words alone.
_FIGURES = re.compile(f"[0-9{''.join(_VULGAR)}{re.escape(''.join(_SIGNS))}]")
_VULGAR_SIGN = re.compile(f"[{''.join(_VULGAR)}]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)?")
_ROMAN_LETTERS = "IVXLХІ"


class Token(NamedTuple):
    """A piece of the text that may be part of a value.

    ``kind`` is the name of its group in the pattern: number, word, sign, roman, dated, clock, dotted,
    slash, vulgar. A ``plain`` number is an integer without groups; ``named`` stands in a name like
    "G20".
    """

    kind: str
    text: str
    start: int
    end: int
    word: Word | None = None
    value: Decimal = Decimal(0)
    plain: bool = False
    named: bool = False
    suffix: str = ""

    @property
    def meaning(self) -> Word:
        """What the word stands for; only words and signs have a meaning."""
        if self.word is None:
            raise TypeError(f"{self.text} is no word")
        return self.word

    def is_a(self, *roles: Role) -> bool:
        """Whether it is a word or sign with one of the roles."""
        return self.word is not None and self.word.role in roles


@dataclass(frozen=True)
class Grammar:
    """A table of words with its expressions compiled."""

    table: ValueWords
    pattern: re.Pattern[str]
    words: re.Pattern[str]
    #: The same as ``pattern`` without words.
    figures: re.Pattern[str]
    #: Whether any of the table's patterns matches a word: most words match none.
    inflected: re.Pattern[str]
    suffix: re.Pattern[str]
    decade_suffix: re.Pattern[str] | None
    decade_after: re.Pattern[str] | None
    parts_after: dict[str, re.Pattern[str]]
    parts_before: dict[str, re.Pattern[str]]
    hours: re.Pattern[str] | None
    minutes: re.Pattern[str] | None
    halved: re.Pattern[str] | None
    clock: re.Pattern[str] | None
    coming: re.Pattern[str] | None
    scale_letters: re.Pattern[str] | None
    idioms: re.Pattern[str] | None
    year_or_decade: re.Pattern[str] | None
    joins: dict[str, re.Pattern[str] | None]

    def joined(self, name: str, gap: str) -> bool:
        """Whether the gap is one that ``Joins`` allows under that name."""
        pattern = self.joins[name]
        return pattern is not None and pattern.fullmatch(gap) is not None


@cache
def grammar(language: str) -> Grammar:
    """The compiled table of a language; ``KeyError`` if it has none."""
    table = values.get(language)
    joins = table.joins
    letters = "|".join(sorted(table.scale_letters or (), key=len, reverse=True))
    return Grammar(
        table,
        re.compile(_pattern(table)),
        re.compile(_words(table)),
        re.compile(_pattern(table, with_words=False)),
        re.compile("|".join(f"(?:{form.pattern})" for form, _ in table.patterns)),
        re.compile(table.suffix),
        _optional(table.decade_suffix),
        _optional(table.decade_after),
        {part: re.compile(pattern) for part, pattern in table.parts_after.items()},
        {part: re.compile(pattern) for part, pattern in table.parts_before.items()},
        _optional(table.hours),
        _optional(table.minutes),
        _optional(table.halved),
        _optional(table.clock),
        _optional(table.coming),
        _optional(letters and rf"(?:{letters})\b"),
        _optional(table.idioms),
        _optional(table.year_or_decade),
        {name: _optional(getattr(joins, name)) for name in joins.__slots__},
    )


def _optional(pattern: str) -> re.Pattern[str] | None:
    return re.compile(pattern) if pattern else None


def _words(table: ValueWords) -> str:
    return f"{table.compounds}|{_WORD.pattern}" if table.compounds else _WORD.pattern


def _pattern(table: ValueWords, *, with_words: bool = True) -> str:
    decimal, groups = re.escape(table.marks.decimal), f"[{re.escape(table.marks.groups)}]"
    spaces = "[\u00a0\u202f\u2009]"
    grouped = "|".join(
        rf"[0-9]{{1,3}}(?:{group}[0-9]{{3}})+(?![0-9])(?:{decimal}[0-9]+)?"
        for group in (groups, spaces, r"(?:\ [0-9]{3})*\ (?=000)")
    )
    parts = {
        "vulgar": f"[{''.join(_VULGAR)}]",
        "word": _words(table),
        "dated": (
            r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])"
            r"|[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{4}|[0-9]{2})(?![0-9]|\.[0-9])"
            r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![0-9/])"
        ),
        "clock": r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?![0-9])",
        "dotted": r"[0-9]+(?:\.[0-9]+){2,}",
        "slash": r"[0-9]+(?:/[0-9]+)+",
        "number": (
            rf"(?:\u2212|(?<![\w\d)–—-])(?<![0-9]\s)-)?(?:{grouped}"
            rf"|(?<![0-9][.,])[0-9]+(?:[.]|{decimal})[0-9]+(?![.,]?[0-9])"
            r"|[0-9]+,[0-9]{1,2}(?=\s?%)|[0-9]+)"
        ),
        "sign": f"[{re.escape(''.join(_SIGNS))}]",
    }
    # One look at the first character spares the trial of every part at every space and comma.
    letters = r"\w" if with_words else "0-9"
    first = rf"(?=[{letters}\u2212{re.escape(''.join((*_SIGNS, *_VULGAR)))}-])"
    if not with_words:
        del parts["word"]
    named = "|".join(f"(?P<{name}>{pattern})" for name, pattern in parts.items())
    return f"{first}(?:{named})"


@lru_cache(maxsize=65536)
def find(word: str, language: str) -> Word | None:
    """What a word in lower case stands for."""
    known = grammar(language)
    word_of_table = known.table.words.get(word)
    if word_of_table is not None or not known.inflected.fullmatch(word):
        return word_of_table
    return next(meaning for form, meaning in known.table.patterns if form.fullmatch(word))


@cache
def _telling(language: str) -> Remembered[bool]:
    """Whether a word as it is typed may be a token: most words are none."""
    return Remembered(
        lambda word: (
            word[0] in _ROMAN_LETTERS
            or find(word.lower(), language) is not None
            or halved(word.lower(), language) > 0
        )
    )


def halved(word: str, language: str) -> int:
    """How many letters of a word in lower case are the half of the unit that follows: «полпроцента»."""
    pattern = grammar(language).halved
    found = pattern.match(word) if pattern else None
    return found.end() if found and find(word[found.end() :], language) else 0


@cache
def _has_telling(language: str) -> Remembered[bool]:
    """The same of what stands between two spaces, where no word goes on."""
    may_tell, words = _telling(language), grammar(language).words
    return Remembered(lambda piece: any(map(may_tell.__getitem__, words.findall(piece))))


def tokens(text: str, language: str) -> list[Token]:
    """The tokens of a text, in order."""
    has_words = any(map(_has_telling(language).__getitem__, pieces(text)))
    if not has_words and not _FIGURES.search(text):
        return []
    known, may_tell = grammar(language), _telling(language)
    found: list[Token] = []
    idle = {match.start() for match in known.idioms.finditer(text)} if known.idioms else ()
    # Nothing that is no word begins within one, but for signs like "½".
    pattern = known.pattern if has_words or _VULGAR_SIGN.search(text) else known.figures
    for match in pattern.finditer(text):
        kind, piece = match.lastgroup, match.group()
        if kind == "word":
            if not may_tell[piece]:
                continue
            word = find(piece.lower(), language)
            if word is not None:
                if match.start() in idle:
                    continue
                if word.role is Role.ASIDE and word.attached and piece[0].isupper():
                    continue
                if word.role is Role.MONTH and known.table.capital_months and piece[0].islower():
                    continue
                found.append(Token("word", piece, match.start(), match.end(), word))
            else:
                found.extend(_halved(match, language) or _roman(match))
        elif kind == "number":
            found.append(_number(text, match, known, language))
        elif kind == "sign":
            found.append(Token("sign", piece, match.start(), match.end(), _SIGNS[piece]))
        elif kind is not None:
            found.append(Token(kind, _VULGAR.get(piece, piece), match.start(), match.end()))
    return found


def _halved(match: re.Match[str], language: str) -> list[Token]:
    """The two tokens of a half and its unit in one word; none if it is another word."""
    word = match.group().lower()
    first = halved(word, language)
    return [
        Token("word", match.group()[start:end], match.start() + start, match.start() + end, meaning)
        for start, end in ((0, first), (first, len(word)))
        if first and (meaning := find(word[start:end], language))
    ]


def _roman(match: re.Match[str]) -> list[Token]:
    text = match.group().translate(_LATIN)
    if text in _NOT_ROMAN or not _ROMAN.fullmatch(text):
        return []
    figures = [_ROMAN_VALUES[letter] for letter in text]
    value = sum(
        -one if one < following else one
        for one, following in zip(figures, [*figures[1:], 0], strict=True)
    )
    return [Token("roman", text, match.start(), match.end(), value=Decimal(value))]


def _number(text: str, match: re.Match[str], known: Grammar, language: str) -> Token:
    start, end = match.span()
    piece = match.group()
    value = Decimal(piece) if piece.isdigit() else _decimal(piece, known.table.marks.groups)
    found = known.suffix.match(text, end)
    suffix = ""
    if found and _is_no_value(found.group().lstrip("-\u2010\u2011"), language):
        suffix, end = found.group(), found.end()
    return Token(
        "number",
        text[start:end],
        start,
        end,
        value=value,
        plain=piece.isdigit(),
        named=_in_name(text, start),
        suffix=suffix,
    )


def _is_no_value(word: str, language: str) -> bool:
    meaning = find(word, language)
    return meaning is None or meaning.role is Role.ASIDE


def _decimal(figures: str, groups: str) -> Decimal:
    """The value of figures with marks; a group of fewer than three is none but decimals: "12,5 %"."""
    if not _DECIMALS.search(figures):
        figures = figures.translate(dict.fromkeys(map(ord, groups)))
    return Decimal(figures.translate(_NEUTRAL))


def _in_name(text: str, start: int) -> bool:
    """Whether figures belong to a name: "G20", "COVID-19"."""
    if start == 0 or text[start - 1].isspace():
        return False
    before = text[:start].rstrip("-\u2010\u2011")
    if not before or not before[-1].isalpha() or start - len(before) > 1:
        return False
    if len(before) == start:
        return True
    word = re.search(r"[^\W\d_]+$", before)
    return word is not None and word.group()[0].isupper()
