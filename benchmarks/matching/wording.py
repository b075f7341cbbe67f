"""Mutations of sentences, names and words. Each gives the damaged translation, or ``None``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from random import Random

from benchmarks.matching.figures import places, replaced
from benchmarks.matching.material import Matched

#: The stems of names by language and id.
Names = Mapping[str, Mapping[str, str]]

_SENTENCE_END = re.compile(r"(?<=[.!?…»”])(?:\[\^[\w-]+\])?\s+(?=[«“„]?[A-ZÄÇŇÖŞÜÝŽА-ЯЁ])")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]{1,4}|\d)\.$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_NOTE = re.compile(r"\[\^[\w-]+\]")
_CLAUSE = re.compile(r"(?<=[,;:]) [^,;:.!?()«»“”\[\]]{18,}(?=[,;.])")
_ITEM = re.compile(r", [^,;:.!?()«»“”\[\]0-9]{4,30}(?=,)")
_AND = {"ru": "(?:и|или)", "tk": "(?:we|ýa-da)", "en": "(?:and|or)"}
_THING = {
    language: re.compile(
        rf"(?<=, )[^,;:.!?()«»“”\[\]]{{3,40}}, (?=[^,;:.!?()«»“”\[\]]{{3,40}},? {conjunction} )"
    )
    for language, conjunction in _AND.items()
}
_NEGATIONS = {
    "ru": re.compile(r"\b(?:не|ни) "),
    "tk": re.compile(r" däl(?:dir)?\b|(?<=[^\W\d_])m[ae](?=ýar|ýär|dy\b|di\b|dyk|dik)"),
    "en": re.compile(r" not\b|\bno |n’t\b"),
}


def drop_sentence(message: Matched, rng: Random) -> str | None:
    """One of several sentences is not there; its footnotes stay, so that only the rules can tell."""
    pieces = _sentences(message.target)
    if len(pieces) < 2:
        return None
    at = rng.randrange(len(pieces))
    notes = "".join(_NOTE.findall(pieces[at]))
    rest = [*pieces[:at], *pieces[at + 1 :]]
    if at == len(pieces) - 1:
        rest[-1] = rest[-1].rstrip()
    text = "".join(rest)
    return text + notes


def double_sentence(message: Matched, rng: Random) -> str | None:
    """One of several sentences stands twice, without what would be counted: notes and numbers."""
    pieces = _sentences(message.target)
    free = [piece for piece in pieces if not re.search(r"[\d\[*]", piece)]
    if len(pieces) < 2 or not free:
        return None
    piece = rng.choice(free)
    return f"{piece.strip()} {message.target}"


def truncate(message: Matched, rng: Random) -> str | None:
    """The paragraph breaks off between 30 and 70 per cent of its length, at a word."""
    if len(message.target) < 80:
        return None
    at = int(len(message.target) * rng.uniform(0.3, 0.7))
    text, rest = message.target[:at], message.target[at:]
    text = text.rpartition(" ")[0]
    if text.count("[") != text.count("]") or _is_open(text):
        return None
    return text.rstrip(" ,;:—–") + "".join(_NOTE.findall(rest))


def truncate_tidily(message: Matched, rng: Random) -> str | None:
    """The same, with a full stop where the text now ends."""
    text = truncate(message, rng)
    return None if text is None else f"{text}."


def drop_clause(message: Matched, rng: Random) -> str | None:
    """What stands between two commas, or a comma and a full stop, is not there."""
    found = places(message.target, _CLAUSE)
    if not found:
        return None
    match = rng.choice(found)
    return message.target[: match.start() - 1] + message.target[match.end() :]


def drop_item(message: Matched, rng: Random) -> str | None:
    """What stands between two commas is not there: an aside, or a thing that is enumerated."""
    found = places(message.target, _ITEM)
    return replaced(message.target, rng.choice(found), "") if found else None


def drop_thing(message: Matched, rng: Random) -> str | None:
    """Of "A, B, C and D" there is no B."""
    found = places(message.target, _THING[message.target_language])
    return replaced(message.target, rng.choice(found), "") if found else None


def leave_clause(message: Matched, rng: Random) -> str | None:
    """Six to ten words are left in the language of the source."""
    ours, theirs = message.source.split(" "), message.target.split(" ")
    if len(ours) < 12 or len(theirs) < 12 or re.search(r"[\[*]", message.source + message.target):
        return None
    count = rng.randint(6, 10)
    share = rng.random()
    at, there = int(share * (len(ours) - count)), int(share * (len(theirs) - count))
    if at < 0 or there < 0:
        return None
    return " ".join([*theirs[:there], *ours[at : at + count], *theirs[there + count :]])


def leave_all(message: Matched, rng: Random) -> str | None:
    """The translation is the source itself."""
    return message.source if len(_WORD.findall(message.source)) > 3 and rng.random() < 1 else None


def misspell_name(message: Matched, rng: Random, names: Names) -> str | None:
    """Two letters in the stem of a name change places, or one of them is doubled."""
    found = _names(message, names)
    if not found:
        return None
    match = rng.choice(found)
    name = match.group()
    pairs = [at for at in range(1, len(name) - 1) if name[at].lower() != name[at + 1].lower()]
    at = rng.choice(pairs)
    instead = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    if rng.random() < 0.5:
        instead = name[:at] + name[at] + name[at:]
    return replaced(message.target, match, instead)


def swap_name(message: Matched, rng: Random, names: Names) -> str | None:
    """A name is another one, whatever ending it takes."""
    found = _names(message, names)
    if not found:
        return None
    match = rng.choice(found)
    stems = names[message.target_language].values()
    others = [stem for stem in stems if stem[0].isupper() and stem not in message.target]
    return replaced(message.target, match, rng.choice(others))


def drop_negation(message: Matched, rng: Random) -> str | None:
    """The word "not" is not there."""
    found = places(message.target, _NEGATIONS[message.target_language])
    return replaced(message.target, rng.choice(found), "") if found else None


def join_sentences(message: Matched, rng: Random) -> str | None:
    """Two sentences are one, joined by a semicolon: what translators do."""
    pieces = _sentences(message.target)
    joints = [at for at, piece in enumerate(pieces[:-1]) if re.search(r"[^\W\d_]\.\s+$", piece)]
    if not joints:
        return None
    at = rng.choice(joints)
    following = pieces[at + 1][0].lower() + pieces[at + 1][1:]
    return "".join([*pieces[:at], pieces[at].rstrip()[:-1], "; ", following, *pieces[at + 2 :]])


def _sentences(text: str) -> list[str]:
    """Sentences by a rule of thumb that is not the toolkit's own: good enough to cut one out."""
    pieces: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        before = text[start : match.start()]
        if _ABBREVIATION.search(before) or _is_open(before):
            continue
        pieces.append(text[start : match.end()])
        start = match.end()
    return [*pieces, text[start:]]


def _is_open(text: str) -> bool:
    """Whether a quotation or a bracket is open at the end of the text."""
    return any(text.count(left) != text.count(right) for left, right in ("«»", "“”", "()", "[]"))


def _names(message: Matched, names: Names) -> list[re.Match[str]]:
    """Where the translation has a name that its source has too, not an adjective made of it."""
    ours, theirs = names[message.source_language], names[message.target_language]
    stems = [
        stem
        for id, stem in theirs.items()
        if id in ours and _places(message.source, [ours[id]], message.source_language)
    ]
    return _places(message.target, stems, message.target_language)


def _places(text: str, stems: Iterable[str], language: str) -> list[re.Match[str]]:
    """Where one of the stems stands; English names take no endings but make adjectives."""
    capital = [re.escape(stem) for stem in stems if stem[0].isupper()]
    ending = r"(?!\w)" if language == "en" else ""
    return places(text, re.compile(rf"\b(?:{'|'.join(capital)}){ending}")) if capital else []
