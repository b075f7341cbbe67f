"""Mutations of sentences, names, letters and marks. Each gives the damaged translation, or ``None``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

from benchmarks.matching.figures import places, replaced
from benchmarks.matching.material import Matched

_SENTENCE_END = re.compile(r"(?<=[.!?…»”])(?:\[\^[\w-]+\])?\s+(?=[«“„]?[A-ZÄÇŇÖŞÜÝŽА-ЯЁ])")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]{1,4}|\d)\.$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_NOTE = re.compile(r"\[\^[\w-]+\]")
_LINK = re.compile(r"(?<=\]\()(?P<scheme>https?://)(?P<host>[^/)\s]+)")
_PLAIN_ADDRESS = re.compile(r"(?<!\]\()(?:https?://)?\bexample\.(?:org|com)\b")
_EMAIL = re.compile(r"[\w.+-]+(?=@[\w-]+(?:\.[\w-]+)+)")
_EMPHASIS = re.compile(r"(?<!\*)(\*{1,2})(?!\*)([^*]+)\1(?!\*)")
_SPAN = re.compile(r"\[([^\]^]+)\]\{lang=([a-z]+)\}")
_CLAUSE = re.compile(r"(?<=[,;:]) [^,;:.!?()«»“”\[\]]{18,}(?=[,;.])")
_ITEM = re.compile(r", [^,;:.!?()«»“”\[\]0-9]{4,30}(?=,)")
_DIACRITICS = str.maketrans("äçňöşüýž", "acnosuyz")
_TO_CYRILLIC = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
_TO_LATIN = str.maketrans("асеорхуАВСЕНКМОРТХ", "aceopxyABCEHKMOPTX")
_WRONG_QUOTES = {"«": "“", "»": "”", "“": "«", "”": "»", "„": '"'}
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
    """One of the things that are enumerated is not there."""
    found = places(message.target, _ITEM)
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


def misspell_name(message: Matched, rng: Random, names: Mapping[str, str]) -> str | None:
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


def swap_name(message: Matched, rng: Random, names: Mapping[str, str]) -> str | None:
    """A name is another one; ``names`` gives the stem of each for the language of the translation."""
    found = _names(message, names)
    if not found:
        return None
    match = rng.choice(found)
    others = [stem for stem in names.values() if stem not in message.target]
    return replaced(message.target, match, rng.choice(others))


def drop_note(message: Matched, rng: Random) -> str | None:
    """A footnote reference vanishes."""
    found = list(_NOTE.finditer(message.target))
    return replaced(message.target, rng.choice(found), "") if found else None


def double_note(message: Matched, rng: Random) -> str | None:
    """A footnote is called twice."""
    found = list(_NOTE.finditer(message.target))
    return replaced(message.target, match := rng.choice(found), match.group() * 2) if found else None


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
    return replaced(message.target, match := rng.choice(found), f"{match.group()}s") if found else None


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


def drop_negation(message: Matched, rng: Random) -> str | None:
    """"Not" is not there."""
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


def move_note(message: Matched, rng: Random) -> str | None:
    """A footnote is called after another word of the text."""
    found = list(_NOTE.finditer(message.target))
    if not found:
        return None
    match = rng.choice(found)
    text = replaced(message.target, match, "")
    words = places(text, _WORD)
    return replaced(text, word := rng.choice(words), word.group() + match.group()) if words else None


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


def _names(message: Matched, names: Mapping[str, str]) -> list[re.Match[str]]:
    stems = "|".join(map(re.escape, names.values()))
    return places(message.target, re.compile(rf"\b(?:{stems})")) if stems else []
