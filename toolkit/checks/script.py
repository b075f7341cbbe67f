"""Is every word written with the letters of its language?

One word, one script: a Cyrillic letter in a Latin word looks right and is found by no search. Each
rule looks at the text's own words and at its spans in other languages, each by their own alphabet.
Letters that only names have in Turkmen are judged beside the source, which may have the same name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from toolkit.checks import lookalike
from toolkit.checks.alphabets import has_strangers
from toolkit.checks.pair import Pair, PairRule, Remark, Side, SideRule
from toolkit.checks.reading import Fault, known, remarks
from toolkit.checks.words import WORD, Word, is_acronym, is_capitalised, is_roman, words
from toolkit.document.reading import Reading
from toolkit.language.remembered import Remembered, pieces
from toolkit.language.romanised import romanised
from toolkit.language.script import SPELLING, Spelling, script_of

_SPAN = "write it with the letters of the language, or mark the words as `[…]{lang=…}`"
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffd-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
#: Invisible characters without which every text reads the same.
_REMOVABLE = frozenset("\u00ad\u200b\u2060\ufeff")
#: Signs that were letters once, in any alphabet.
_SIGNS = frozenset(sign for spelling in SPELLING.values() for sign in spelling.signs)
_COMBINED = re.compile(r"[^\s\u0300-\u036f][\u0300-\u036f]+")
#: A sign beside a small letter; "US$ 100" and "$100" are money.
_SIGN_IN_WORD = re.compile(
    r"(?<=[a-zäçňöşüýž])[$¢£¥](?!\d)|(?:(?<!\w)|(?<=[^\W\d_]))[$¢£¥](?=[a-zäçňöşüýž])"
)
#: So many capitalised words in a row are a name that is kept as it is: "Human Rights Watch".
_TITLE = 3
#: So many letters of a name are the same in all its forms.
_SOUND = 3
_LOWER_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")


def lookalikes(side: Side) -> Iterable[Remark]:
    """check.lookalike: a word in two scripts, or wholly in the wrong one."""
    if not side.has_strangers and "0" not in side.plain and not side.readings[0].addresses:
        return ()
    return remarks(lookalike_faults(side.readings), side.plain)


def alphabet(side: Side) -> Iterable[Remark]:
    """check.alphabet: a letter that the language does not have."""
    if not side.has_strangers and _SIGNS.isdisjoint(side.plain):
        return ()
    return remarks(alphabet_faults(side.readings), side.plain)


def foreign_letters(side: Side) -> Iterable[Remark]:
    """check.foreign-letter: c, q, v, x in a Turkmen word that is no name and not in the source."""
    for reading in known(side.readings):
        spelling = SPELLING[reading.language]
        if not spelling.doubtful.isdisjoint(reading.characters):
            kept = _names(side.beside)
            found = (word for word in words(reading) if not _is_name(word, reading))
            own = (word for word in found if word.text.lower() not in kept)
            ordinary = (word for word in own if word.run(reading.own) < _TITLE)
            yield from remarks(_doubtful(ordinary, spelling), side.plain)


def lost_diacritics(side: Side) -> Iterable[Remark]:
    """check.lost-diacritic: a Turkmen word whose letters have lost their marks."""
    for reading in known(side.readings):
        spelling = SPELLING[reading.language]
        if _may_have_lost(reading, spelling):
            lost = _lost(words(reading), spelling)
            own = (f for f, word in lost if not _is_name(word, reading, side.beside))
            yield from remarks(own, side.plain)


def normalisation(side: Side) -> Iterable[Remark]:
    """check.normalisation: a letter and its mark as two characters."""
    if unicodedata.is_normalized("NFC", side.plain):
        return ()
    return remarks(normalisation_faults(side.plain), side.plain)


def invisible(side: Side) -> Iterable[Remark]:
    """check.invisible: characters that cannot be seen, in the words or in the markup."""
    if not _INVISIBLE.search(side.markup) and not _INVISIBLE.search(side.plain):
        return
    seen = tuple(invisible_faults(side.plain))
    yield from remarks(seen, side.plain)
    said = {fault.message for fault in seen}
    hidden = (fault for fault in invisible_faults(side.markup) if fault.message not in said)
    yield from remarks(hidden, side.markup)


def names_beside_source(pair: Pair) -> Iterable[Remark]:
    """Names with doubtful letters, lost marks or look-alikes, unless the source has the same name."""
    reading = pair.target.readings[0]
    if reading.language not in SPELLING:
        return
    spelling = SPELLING[reading.language]
    if not _may_have_lost(reading, spelling) and not has_strangers(reading):
        return
    strangers = [word for word in words(reading) if is_capitalised(word.text)]
    if not strangers:
        return
    there = _names(pair.source.plain)
    strangers = [word for word in strangers if word.text.lower() not in there]
    found: list[Fault] = list(lookalike.disguised_names(strangers, spelling))
    names = [word for word in strangers if _is_name(word, reading)]
    untitled = (word for word in names if word.run(reading.own) < _TITLE)
    found.extend(_doubtful(untitled, spelling))
    found.extend(fault for fault, _ in _lost(names, spelling))
    yield from remarks(found, pair.target.plain)


def lookalike_faults(readings: Iterable[Reading]) -> Iterator[Fault]:
    """``lookalikes`` as faults of all readings of a text."""
    for reading in readings:
        spelling = SPELLING.get(reading.language)
        yield from lookalike.zeros(reading)
        if not reading.is_span:
            yield from lookalike.in_addresses(reading)
        if spelling is None:
            yield from lookalike.mixed(words(reading), None)
        elif has_strangers(reading):
            yield from lookalike.mixed(words(reading), spelling)
            yield from lookalike.disguised(words(reading), reading, spelling)


def alphabet_faults(readings: Iterable[Reading]) -> Iterator[Fault]:
    """``alphabet`` as faults of all readings of a text."""
    for reading in known(readings):
        spelling = SPELLING[reading.language]
        if spelling.signs:
            yield from _signs(reading, spelling)
        if not has_strangers(reading):
            continue
        for word in words(reading):
            if not lookalike.is_mixed(word.text) and not lookalike.is_disguised(word, spelling):
                yield from _strange_letters(word, spelling)


def normalisation_faults(text: str) -> Iterator[Fault]:
    """``normalisation`` as faults."""
    if unicodedata.is_normalized("NFC", text):
        return
    hint = "type the letter anew; `toolkit check --fix` mends it"
    clusters = ((found.start(), found.group()) for found in _COMBINED.finditer(text))
    singles = ((index, letter) for index, letter in enumerate(text) if not letter.isascii())
    seen: set[int] = set()
    for start, cluster in (*clusters, *singles):
        right = unicodedata.normalize("NFC", cluster)
        if right != cluster and start not in seen:
            seen.add(start)
            message = f"`{right}` is made of several characters instead of one (not NFC)"
            yield Fault("check.normalisation", start, start + len(cluster), message, hint, right)


def invisible_faults(text: str) -> Iterator[Fault]:
    """``invisible`` as faults."""
    for found in _INVISIBLE.finditer(text):
        character = found.group()
        name = unicodedata.name(character, "no character")
        message = (
            f"an invisible or damaged character stands in the text: U+{ord(character):04X} {name}"
        )
        hint = "delete it, and type the words around it anew"
        instead = "" if character in _REMOVABLE else None
        yield Fault("check.invisible", found.start(), found.end(), message, hint, instead)


@lru_cache(maxsize=2048)
def _names(text: str) -> frozenset[str]:
    return frozenset(found.group().lower() for found in WORD.finditer(text))


def _may_have_lost(reading: Reading, spelling: Spelling) -> bool:
    """Whether a word would be another one with marks on its letters: most texts have none."""
    return spelling.restore is not None and _has_lost(reading.own, reading.language)


@lru_cache(maxsize=2048)
def _has_lost(own: str, language: str) -> bool:
    return any(map(_lacking(language).__getitem__, pieces(own)))


@cache
def _lacking(language: str) -> Remembered[bool]:
    """Whether a word would be another one with marks on its letters, between two spaces."""
    restore = SPELLING[language].restore
    return Remembered(
        lambda piece: restore is not None and any(map(restore, WORD.findall(piece.lower())))
    )


def _strange_letters(word: Word, spelling: Spelling) -> Iterator[Fault]:
    scripts = {script_of(letter) for letter in word.text if letter.isalpha()} - {""}
    if scripts <= spelling.guests or (scripts == {"GREEK"} and len(word.text) == 1):
        return
    if scripts and scripts != {spelling.script}:
        message = f"`{word.text}` is written with the letters of another script"
        yield Fault("check.alphabet", word.start, word.end, message, _SPAN)
        return
    if not spelling.strict:
        return
    for index, letter in enumerate(word.text):
        if letter in spelling.letters or letter in spelling.doubtful:
            continue
        if not letter.isalpha() and not _mark_of(word.text, index, spelling):
            continue
        yield _strange_letter(word, index, letter, spelling)


def _mark_of(word: str, index: int, spelling: Spelling) -> bool:
    """Whether a combining mark changes a letter; a stress mark in Russian does not."""
    if not spelling.doubtful or not unicodedata.combining(word[index]):
        return False
    return len(unicodedata.normalize("NFC", word[index - 1 : index + 1])) > 1


def _strange_letter(word: Word, index: int, letter: str, spelling: Spelling) -> Fault:
    message = f"`{letter}` in `{word.text}` is not a letter of the language"
    if unicodedata.combining(letter):
        message = f"a mark stands over a letter of `{word.text}` that is not written with it"
    meant = spelling.meant.get(letter)
    hint = f"`{meant}` is probably meant; in a foreign name, mark it as `[…]{{lang=…}}`"
    start = word.start + index
    return Fault(
        "check.alphabet", start, start + 1, message, hint if meant else _SPAN,
        spelling.mended.get(letter),
    )  # fmt: skip


def _signs(reading: Reading, spelling: Spelling) -> Iterator[Fault]:
    if spelling.signs.keys().isdisjoint(reading.characters):
        return
    for found in _SIGN_IN_WORD.finditer(reading.own):
        meant = spelling.signs[found.group()]
        message = f"`{found.group()}` stands inside a word"
        hint = f"in the alphabet of the 1990s it was a letter; write `{meant}`"
        yield Fault("check.alphabet", found.start(), found.end(), message, hint)


def _doubtful(found: Iterable[Word], spelling: Spelling) -> Iterator[Fault]:
    for word in found:
        text = word.text
        letters = spelling.doubtful.intersection(text)
        if not letters or len(text) == 1 or is_acronym(text) or is_roman(text):
            continue
        if _LOWER_ROMAN.fullmatch(text) or lookalike.is_mixed(text) or _is_brand(text, spelling):
            continue
        named = ", ".join(f"`{letter}`" for letter in sorted(letters))
        message = f"`{text}` holds {named}: no letter of the Turkmen alphabet"
        restored = spelling.restore(text.lower()) if spelling.restore else None
        hint = f"is `{_like(text, restored)}` meant?" if restored else _SPAN
        yield Fault("check.foreign-letter", word.start, word.end, message, hint)


def _lost(found: Iterable[Word], spelling: Spelling) -> Iterator[tuple[Fault, Word]]:
    if spelling.restore is None:
        return
    for word in found:
        restored = spelling.restore(word.text.lower())
        if restored is None or not spelling.letters.issuperset(word.text):
            continue
        if (is_acronym(word.text) and len(word.text) < 6) or _is_brand(word.text, spelling):
            continue
        message = f"`{word.text}` has probably lost the mark of a letter"
        hint = f"is `{_like(word.text, restored)}` meant?"
        yield Fault("check.lost-diacritic", word.start, word.end, message, hint), word


def _sounds_like_name(word: str, beside: str) -> bool:
    """Whether a text has a capitalised word of another language that is the same but for its end."""
    sound = romanised(word)
    return any(
        sound.startswith(romanised(name)[: max(_SOUND, len(romanised(name)) - 1)])
        for name in WORD.findall(beside)
        if is_capitalised(name) and len(name) >= _SOUND
    )


def _like(word: str, restored: str) -> str:
    if word.isupper() and len(word) > 1:
        return restored.upper()
    return restored.capitalize() if word[:1].isupper() else restored


def _is_brand(word: str, spelling: Spelling) -> bool:
    """A name that is printed as it is, or one with capitals inside, like YouTube."""
    lower = word.lower()
    inner = not word[1:].islower() and not word.isupper() and len(word) > 1
    return inner or any(lower.startswith(brand) for brand in spelling.brands)


def _is_name(word: Word, reading: Reading, beside: str = "") -> bool:
    """A capitalised word in mid-sentence, other than one of the frequent names.

    The first word of a sentence is one if the text ``beside`` has a name that sounds alike.
    """
    if not is_capitalised(word.text) or word.text.isupper():
        return False
    if word.begins_sentence(reading.own) and not _sounds_like_name(word.text, beside):
        return False
    proper = SPELLING[reading.language].proper
    return proper is None or not proper(word.text.lower())


SIDE_RULES: tuple[SideRule, ...] = (
    lookalikes,
    alphabet,
    foreign_letters,
    lost_diacritics,
    normalisation,
    invisible,
)
PAIR_RULES: tuple[PairRule, ...] = (names_beside_source,)
