"""Addresses and symbols: what is compared letter by letter, and holds no number of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from toolkit.checks.values.fact import Fact, Kind
from toolkit.language import LANGUAGES
from toolkit.language.romanised import romanised

#: Stands for what has been read; part of no word, space or mark.
_MASK = "\ufffc"
_TAIL = ".,;:!?…)]}»”’\"'›“"
_URL = re.compile(r"(?:https?://|www\.)[^\s<>«»“”\ufffc]+", re.IGNORECASE)
#: Top-level domains of organisations and of the countries that the editions write about most; any
#: other address is known by its "https://".
_HOST = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
    r"(?:org|com|net|info|int|gov|edu|eu|tm|ru|kz|uz|ua|uk|de|fr|nl|pl|ch|at|be|se|no|fi|cz|tr|us|me|io|"
    r"media|news|ngo|example|test)\b(?:/[^\s<>«»“”\ufffc]*)?"
)
_DOT_IN_WORD = re.compile(r"\.[a-z]")
_EMAIL = re.compile(r"[A-Za-z0-9][\w.+%-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_HANDLE = re.compile(r"(?<![\w.@/])@[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?")
#: Documents of the United Nations and of others that number alike: S/RES/1325 (2000), E/CN.4/2006/5.
_SYMBOL = re.compile(
    r"(?<![\w/.])(?=[A-ZА-ЯЁ0-9./()-]*[0-9])[A-ZА-ЯЁ]{1,8}(?:[.-][A-ZА-ЯЁ0-9]+)?"
    r"(?:/[A-ZА-ЯЁ0-9][A-Za-zА-яЁё0-9]*(?:[.-][A-Za-zА-яЁё0-9]+)*)+(?:[ \u00a0\u202f]?\([0-9]{4}\))?"
)
_PHONE = re.compile(
    r"(?<![\w+])\+[0-9](?:[  \u202f().–-]{0,2}[0-9]){6,14}(?![0-9])"
    r"|(?<![\w(])[0-9][ \u00a0-]?\([0-9]{3,5}\)[ \u00a0]?[0-9](?:[ \u00a0-]?[0-9]){4,8}(?![0-9])"
    r"|(?<![\w.,–-])(?:\([0-9]{2,5}\)[ \u00a0]?)?[0-9]{2,3}-[0-9]{2}-[0-9]{2}(?![\w-])"
)
#: Filled in when a document is built: "{count}", "%(count)s", "%1$d".
_PLACEHOLDER = re.compile(r"\{[A-Za-z0-9_]*\}|%(?:\([^)]*\)|[0-9]+\$)?[sdif]\b")
_SPACES = re.compile(r"\s+")
_FIGURE = re.compile("[0-9]")
_LANGUAGE_PART = re.compile(f"(?<=[/.])(?:{'|'.join(LANGUAGES)})(?=[/.]|$)")

Rule = tuple[re.Pattern[str], Kind | None, Callable[[str], str]]


def _address(text: str) -> str:
    """Without scheme, "www.", a final slash and the name of an edition ("/ru/", "ru.")."""
    host, slash, path = re.sub("^(?:https?://)?(?:www\\.)?", "", text, flags=re.I).partition("/")
    whole = f".{host.lower()}{slash}{path}".rstrip("/")
    return _LANGUAGE_PART.sub("*", whole)[1:]


def _symbol(text: str) -> str:
    """Without spaces, in Latin capitals: a case "К-77/4" in Russian is "K-77/4" elsewhere."""
    bare = _SPACES.sub("", text)
    return (bare if bare.isascii() else romanised(bare)).upper()


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def opaque(text: str) -> tuple[list[Fact], str]:
    """The addresses and symbols, and the text with as many masks in their place."""
    found: list[Fact] = []
    for pattern, kind, canonical in _rules(text):
        for match in list(pattern.finditer(text)):
            piece = match.group().rstrip(_TAIL) if kind is Kind.URL else match.group()
            end = match.start() + len(piece)
            if kind is not None:
                found.append(Fact(kind, canonical(piece), piece, match.start(), end))
            text = f"{text[: match.start()]}{_MASK * len(piece)}{text[end:]}"
    return found, text


def _rules(text: str) -> Iterator[Rule]:
    """The patterns that the text may match, by the characters that they cannot do without."""
    if "://" in text or "www." in text:
        yield _URL, Kind.URL, _address
    if "@" in text:
        yield _EMAIL, Kind.EMAIL, str.lower
    if _DOT_IN_WORD.search(text):
        yield _HOST, Kind.URL, _address
    if "@" in text:
        yield _HANDLE, Kind.HANDLE, str.lower
    has_figures = _FIGURE.search(text) is not None
    if has_figures and "/" in text:
        yield _SYMBOL, Kind.SYMBOL, _symbol
    if has_figures and ("+" in text or "-" in text or "(" in text):
        yield _PHONE, Kind.PHONE, _digits
    if "{" in text or "%" in text:
        yield _PLACEHOLDER, None, str
