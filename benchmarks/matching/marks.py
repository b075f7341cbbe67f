"""Mutations of markup, letters and marks. Each gives the damaged translation, or ``None``."""

from __future__ import annotations

import re
from random import Random

from benchmarks.matching.figures import places, replaced
from benchmarks.matching.material import Matched

_WORD = re.compile(r"[^\W\d_]{4,}")
_NOTE = re.compile(r"\[\^[\w-]+\]")
_LINK = re.compile(r"(?<=\]\()(?P<scheme>https?://)(?P<host>[^/)\s]+)")
_PLAIN_ADDRESS = re.compile(r"(?<!\]\()(?:https?://)?\bexample\.(?:org|com)\b")
_EMAIL = re.compile(r"[\w.+-]+(?=@[\w-]+(?:\.[\w-]+)+)")
_EMPHASIS = re.compile(r"(?<!\*)(\*{1,2})(?!\*)([^*]+)\1(?!\*)")
_SPAN = re.compile(r"\[([^\]^]+)\]\{lang=([a-z]+)\}")
_DIACRITICS = str.maketrans("äçňöşüýž", "acnosuyz")
_TO_CYRILLIC = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
_TO_LATIN = str.maketrans("асеорхуАВСЕНКМОРТХ", "aceopxyABCEHKMOPTX")
_WRONG_QUOTES = {"«": "“", "»": "”", "“": "«", "”": "»", "„": '"'}


def drop_note(message: Matched, rng: Random) -> str | None:
    """A footnote reference vanishes."""
    found = list(_NOTE.finditer(message.target))
    return replaced(message.target, rng.choice(found), "") if found else None


def double_note(message: Matched, rng: Random) -> str | None:
    """A footnote is called twice."""
    found = list(_NOTE.finditer(message.target))
    return (
        replaced(message.target, match := rng.choice(found), match.group() * 2) if found else None
    )


def move_note(message: Matched, rng: Random) -> str | None:
    """A footnote is called after another word of the text."""
    found = list(_NOTE.finditer(message.target))
    if not found:
        return None
    match = rng.choice(found)
    text = replaced(message.target, match, "")
    words = places(text, _WORD)
    return (
        replaced(text, word := rng.choice(words), word.group() + match.group()) if words else None
    )


def change_host(message: Matched, rng: Random) -> str | None:
    """A link leads to another site."""
    found = list(_LINK.finditer(message.target))
    if not found:
        return None
    match = rng.choice(found)
    return replaced(message.target, match, f"{match['scheme']}example.net")


def change_plain_address(message: Matched, rng: Random) -> str | None:
    """An address that is written out leads to another site."""
    found = places(message.target, _PLAIN_ADDRESS, atoms=True)
    if not found:
        return None
    match = rng.choice(found)
    return replaced(message.target, match, match.group().replace("example", "exmaple"))


def change_email(message: Matched, rng: Random) -> str | None:
    """office@example.org becomes offices@example.org."""
    found = places(message.target, _EMAIL, atoms=True)
    return (
        replaced(message.target, match := rng.choice(found), f"{match.group()}s") if found else None
    )


def lose_emphasis(message: Matched, rng: Random) -> str | None:
    """The asterisks of a word are not there."""
    found = list(_EMPHASIS.finditer(message.target))
    return replaced(message.target, match := rng.choice(found), match[2]) if found else None


def lose_span(message: Matched, rng: Random) -> str | None:
    """Words in a third language lose the mark that says so."""
    free = {message.source_language, message.target_language}
    found = [match for match in _SPAN.finditer(message.target) if match[2] not in free]
    return replaced(message.target, match := rng.choice(found), match[1]) if found else None


def change_span(message: Matched, rng: Random) -> str | None:
    """Words in a third language are marked as Finnish."""
    free = {message.source_language, message.target_language}
    found = [match for match in _SPAN.finditer(message.target) if match[2] not in free]
    if not found:
        return None
    match = rng.choice(found)
    return replaced(message.target, match, f"[{match[1]}]{{lang=fi}}")


def mix_scripts(message: Matched, rng: Random) -> str | None:
    """One letter of a word is its look-alike in the other script."""
    table = _TO_LATIN if message.target_language == "ru" else _TO_CYRILLIC
    found = [
        (match, at)
        for match in places(message.target, _WORD)
        for at, letter in enumerate(match.group())
        if ord(letter) in table
    ]
    if not found:
        return None
    match, at = rng.choice(found)
    word = match.group()
    return replaced(message.target, match, word[:at] + word[at].translate(table) + word[at + 1 :])


def wrong_quotes(message: Matched, rng: Random) -> str | None:
    """All quotation marks are those of another language."""
    if not re.search("[«»“”]", message.target) or rng.random() > 1:
        return None
    return "".join(_WRONG_QUOTES.get(letter, letter) for letter in message.target)


def lose_quote(message: Matched, rng: Random) -> str | None:
    """One quotation mark of a pair is missing."""
    found = places(message.target, re.compile("[«»“”]"))
    return replaced(message.target, rng.choice(found), "") if found else None


def lose_diacritics(message: Matched, rng: Random) -> str | None:
    """A Turkmen word is written as on a foreign keyboard."""
    if message.target_language != "tk":
        return None
    found = [
        match
        for match in places(message.target, _WORD)
        if match.group() != match.group().translate(_DIACRITICS)
    ]
    if not found:
        return None
    match = rng.choice(found)
    return replaced(message.target, match, match.group().translate(_DIACRITICS))


def wrong_letter(message: Matched, rng: Random) -> str | None:
    """A Turkmen word has a letter of another alphabet: ñ for ň, ș for ş, õ for ö."""
    found = places(message.target, re.compile("[ňşö]"))
    if message.target_language != "tk" or not found:
        return None
    match = rng.choice(found)
    return replaced(message.target, match, {"ň": "ñ", "ş": "ș", "ö": "õ"}[match.group()])


def lose_final_mark(message: Matched, rng: Random) -> str | None:
    """The text ends without its full stop."""
    cut = re.sub(r"\.((?:\[\^[\w-]+\])*)$", r"\1", message.target)
    return cut if cut != message.target and rng.random() < 1 else None


def double_space(message: Matched, rng: Random) -> str | None:
    """Two spaces stand for one."""
    found = places(message.target, re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])"))
    return replaced(message.target, rng.choice(found), "  ") if found else None
