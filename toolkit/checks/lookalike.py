"""Words in two scripts, and words wholly in the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from toolkit.checks.reading import Fault
from toolkit.checks.words import WORD, Word, is_acronym, is_capitalised, is_roman
from toolkit.document.reading import Reading
from toolkit.language.script import CYRILLIC, LOOKALIKES, NEUTRAL, Spelling, script_of

_CODE = "check.lookalike"
_HINT = "type the word anew on the keyboard of its language"
_CURE = _HINT + "; `toolkit check --fix` mends it"
#: At least four letters, so that "b0b" and the like are names of things.
_ZERO = re.compile(r"(?<![\w-])(?=\w{5})[^\W\d_]+0[^\W\d_]+(?![\w-])")
#: One-letter words of Russian, as they look in Latin letters, with the letter that is meant.
_LITTLE = {"a": "а", "o": "о", "c": "с", "y": "у", "k": "к"}
_ALIKE = frozenset(LOOKALIKES[CYRILLIC])
#: Without one of them, capitals are rather a Latin acronym (HTTP) than a Russian word.
_VOWELS = frozenset("AEOY")
_INITIAL = re.compile(r"\.[ \u00a0]?(?:[А-ЯЁABEKMHOPCTYX]\.[ \u00a0]?)?[А-ЯЁ]")
_FOLLOWED = re.compile(r"[ \u00a0]+(?:[IVXL]+[ \u00a0]+)?[«„\"(]?[А-Яа-яЁё\d]")
_LATIN_FOLLOWS = re.compile(r"[ \u00a0]+(?![IVXL]+[ \u00a0]+[А-Яа-яЁё])[A-Za-z]")
#: The suffix of an ordinal: 90-х, 5-е.
_AFTER_FIGURE = re.compile(r"\d[-\u2010\u2011]$")
_SUFFIXES = frozenset("xe")
#: Abbreviations with a stroke: м/с, а/я.
_BEFORE_STROKE, _AFTER_STROKE = re.compile("[а-яё]/$"), re.compile("/[а-яё]")
_OPENING = frozenset('«„“("')


@lru_cache(maxsize=16384)
def is_mixed(word: str) -> bool:
    """Whether a word has letters of two scripts."""
    return not word.isascii() and len(_scripts(word)) > 1


def _scripts(word: str) -> frozenset[str]:
    return frozenset(script_of(letter) for letter in word if letter.isalpha()) - {NEUTRAL}


def mixed(found: Iterable[Word], spelling: Spelling | None) -> Iterator[Fault]:
    """A fault for each word in two scripts; mended where its other letters say which one is meant."""
    for word in found:
        if not is_mixed(word.text):
            continue
        right = one_script(word.text, spelling)
        message = f"`{word.text}` mixes letters of two scripts"
        if odd := _odd_letters(word.text, right):
            message += f": {odd}"
        hint = _HINT if right is None else _CURE
        yield Fault(_CODE, word.start, word.end, message, hint, right)


def _odd_letters(word: str, right: str | None) -> str:
    if right is None:
        return ""
    names = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek"}
    odd = dict.fromkeys(typed for typed, meant in zip(word, right, strict=True) if typed != meant)
    kinds = {names.get(script_of(letter), "foreign") for letter in odd}
    listed = ", ".join(f"`{letter}`" for letter in odd)
    return f"{listed} {'is' if len(odd) == 1 else 'are'} {' and '.join(sorted(kinds))}"


def in_addresses(reading: Reading) -> Iterator[Fault]:
    """A fault for each part of an address in two scripts: it leads elsewhere, or nowhere."""
    for address in reading.addresses:
        if address.isascii():
            continue
        for part in WORD.findall(address):
            if is_mixed(part):
                start = reading.text.index(address)
                message = f"the address `{address}` mixes letters of two scripts"
                yield Fault(_CODE, start, start + len(address), message, "type it anew")


def one_script(word: str, spelling: Spelling | None) -> str | None:
    """The word in the one script that its letters allow; of two, that of the language."""
    choices = [right for script in LOOKALIKES if (right := _in_script(word, script)) is not None]
    if len(choices) == 1:
        return choices[0]
    return _in_script(word, spelling.script) if choices and spelling is not None else None


def _in_script(word: str, script: str) -> str | None:
    letters: list[str] = []
    for letter in word:
        if not letter.isalpha() or script_of(letter) in {script, NEUTRAL}:
            letters.append(letter)
        elif letter in LOOKALIKES[script]:
            letters.append(LOOKALIKES[script][letter])
        else:
            return None
    return "".join(letters)


def is_disguised(word: Word, spelling: Spelling) -> bool:
    """Whether a word is wholly in another script and wholly of letters that look like this one."""
    if word.text.isascii() and spelling.script != CYRILLIC:
        return False
    scripts = _scripts(word.text)
    if len(word.text) == 1 and spelling.script not in scripts and CYRILLIC not in scripts:
        return False
    return (
        bool(scripts)
        and spelling.script not in scripts
        and _in_script(word.text, spelling.script) is not None
        and not spelling.guests.intersection(scripts)
    )


def disguised(found: Sequence[Word], reading: Reading, spelling: Spelling) -> Iterator[Fault]:
    """A fault for each word that is wholly in look-alikes of the wrong script."""
    for index, word in enumerate(found):
        if is_disguised(word, spelling):
            if _among_strangers(found, index, spelling):
                continue
        elif not _mistyped(word, reading, spelling) or _in_foreign_phrase(found, index, spelling):
            continue
        yield _disguise(word, spelling)


def disguised_names(found: Iterable[Word], spelling: Spelling) -> Iterator[Fault]:
    """A fault for each capitalised word that could be of either script and is of the wrong one."""
    for word in found:
        text = word.text
        if (
            spelling.guests
            and len(text) > 1
            and text.isupper()
            and script_of(text[0]) in spelling.guests
            and text not in spelling.plausible
            and not _VOWELS.isdisjoint(text)
            and text not in spelling.mistyped
            and not is_roman(text)
            and not is_mixed(text)
            and _in_script(text, spelling.script) is not None
        ):
            yield _disguise(word, spelling)


def _disguise(word: Word, spelling: Spelling) -> Fault:
    right = _in_script(word.text, spelling.script)
    message = f"`{word.text}` is written wholly with letters of another script that look alike"
    return Fault(_CODE, word.start, word.end, message, _CURE, right)


def _among_strangers(found: Sequence[Word], index: int, spelling: Spelling) -> bool:
    """Whether a neighbouring word is truly of another script: then the passage is a foreign one."""
    near = (*found[max(0, index - 1) : index], *found[index + 1 : index + 2])
    return any(_in_script(word.text, spelling.script) is None for word in near)


def _in_foreign_phrase(found: Sequence[Word], index: int, spelling: Spelling) -> bool:
    """Whether a neighbour of a word of several letters is truly of its script: "He Said"."""
    return len(found[index].text) > 1 and _among_strangers(found, index, spelling)


def _mistyped(word: Word, reading: Reading, spelling: Spelling) -> bool:
    text = word.text
    if not spelling.mistyped or not text.isascii():
        return False
    if len(text) > 1:
        return text in spelling.mistyped and not is_roman(text)
    return text in _ALIKE and _little(word, reading, spelling)


def _little(word: Word, reading: Reading, spelling: Spelling) -> bool:
    """Whether a single Latin letter stands where Russian has a word of one letter, or an initial."""
    own, start, end = reading.own, word.start, word.end
    before = own[:start].rstrip(" \u00a0")
    touching = own[start - 1 : start]
    if word.text in _SUFFIXES and _AFTER_FIGURE.search(own[max(0, start - 2) : start]):
        return True
    if word.text in _LITTLE and (
        _BEFORE_STROKE.search(own[max(0, start - 2) : start]) or _AFTER_STROKE.match(own, end)
    ):
        return True
    if touching and not touching.isspace() and touching not in _OPENING | {"—", "."}:
        return False
    after = own[end : end + 8]
    if word.text.isupper() and _INITIAL.match(after):
        return True
    if word.text.lower() not in _LITTLE and word.text != "B":
        return False
    if not _FOLLOWED.match(after) or _LATIN_FOLLOWS.match(after):
        return False
    last = WORD.findall(before[-24:])
    named = last and last[-1].lower() in spelling.designators and before[-1:].isalnum()
    if named or before[-1:].isdigit():
        return False
    begins = touching in _OPENING or word.begins_sentence(own)
    return not is_capitalised(word.text) or begins or _shouted(own, start, end)


def _shouted(own: str, start: int, end: int) -> bool:
    """Whether the words on both sides are in capitals, as in a heading."""
    after = WORD.search(own, end)
    before = WORD.findall(own[:start])
    if after is None or not before:
        return False
    return is_acronym(before[-1]) and after.group().isupper()


def zeros(reading: Reading) -> Iterator[Fault]:
    """A fault for each word with a zero among its small letters."""
    for found in _ZERO.finditer(reading.own) if "0" in reading.own else ():
        start, end = found.span()
        message = f"a zero stands in `{found.group()}` instead of a letter"
        yield Fault(_CODE, start, end, message, _HINT)
