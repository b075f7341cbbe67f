"""The sentences in which ``toolkit verify`` says what holds, what does not, and what is not proved.

The English sentences are the msgids of their translations. ``{place}`` in one is filled as data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from toolkit.edition.words import Words, pieces


class Holds(StrEnum):
    """Whether a statement is good news. ``UNKNOWN`` neither proves nor contradicts anything."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


_YES, _NO, _UNKNOWN = Holds.YES, Holds.NO, Holds.UNKNOWN


class Sentence(Enum):
    """All that can be said. ``holds`` is what it means, ``text`` the English sentence."""

    UNREADABLE = (
        _NO,
        "The file cannot be read. It is damaged, too large, or no ordinary file.",
    )
    # A folder against its list of hashes.
    COMPLETE = (
        _YES,
        "All files that the list of hashes names are there, not one byte in them has changed, "
        "and there are no others.",
    )
    NO_SUMS = _UNKNOWN, "There is no list of hashes (SHA256SUMS). Without it nothing is proved."
    BAD_SUMS = _NO, "The list of hashes, SHA256SUMS, cannot be read: it was changed or damaged."
    ALTERED = _NO, "The file is not the one that was released: its bytes have changed."
    MISSING = _NO, "The file belongs to the release and is missing."
    EXTRA = _NO, "The file does not belong to the release."
    # Who made the list of hashes.
    SIGNED = _YES, "The list of hashes is signed with the key that you named."
    SIGNED_INSIDE = (
        _UNKNOWN,
        "The signature goes with the key in the release, {file}. Anybody can put a key there: compare "
        "it with the one that the organisation publishes elsewhere, and name that one with --key.",
    )
    WRONG_SIGNATURE = (
        _NO,
        "The signature is wrong: it is by another key, or the list of hashes was changed after it was "
        "signed.",
    )
    MISSING_SIGNATURE = _NO, "A signature belongs to the release, and it is missing."
    NO_SIGNATURE = _UNKNOWN, "The release has no signature, so it is not proved who made it."
    NO_KEY = _UNKNOWN, "The signature was not checked: there is no key. Name one with --key."
    NO_PROGRAM = _UNKNOWN, "The signature was not checked: install the program {program} for that."
    # The manifest.
    NO_MANIFEST = (
        _UNKNOWN,
        "There is no manifest (manifest.json), so it is not proved what was released.",
    )
    BAD_MANIFEST = _NO, "The manifest cannot be read: it was changed or damaged."
    MANIFEST_AGREES = _YES, "The manifest and the list of hashes agree."
    MANIFEST_DIFFERS = _NO, "The manifest and the list of hashes do not agree about this file."
    MANIFEST_ALTERED = _NO, "The manifest is not the one of the list of hashes beside it."
    # Single files.
    RELEASED = (
        _YES,
        "The file is in the manifest, and not one byte has changed: “{title}”, {date}, language: "
        "{language}, revision {revision}, release {version}.",
    )
    RENAMED = _YES, "The file was released under the name {name}."
    NOT_RELEASED = (
        _NO,
        "No file in the manifest has these bytes: it was changed, or never released.",
    )
    CLAIMS = (
        _UNKNOWN,
        "The file says that it is “{title}”, language: {language}, with the code {fingerprint}. Anybody "
        "can write that into a file: only the manifest of the release proves it.",
    )
    PROVED = (
        _YES,
        "The file says that it is “{title}”, language: {language}, with the code {fingerprint}, and the "
        "signature in it proves it.",
    )
    NO_FINGERPRINT = (
        _NO,
        "The file has no code of its text (fingerprint), as every edition has that the toolkit makes.",
    )
    WRONG_LANGUAGE = (
        _NO,
        "The manifest says that the language of the file is {expected}, the file itself says {actual}.",
    )
    WRONG_FINGERPRINT = (
        _NO,
        "The manifest says that the code of the text is {expected}, the file itself says {actual}.",
    )
    MISSING_LANGUAGE = _NO, "The release has no edition in this language: {language}."
    EDITIONS_AGREE = (
        _YES,
        "Every document is there in all languages of the release, and its editions bear one code.",
    )
    # Signatures inside of PDFs.
    SEALED = (
        _YES,
        "The file is signed inside, with the certificate that you named, of “{subject}”, at the time "
        "{time}. No byte has changed since.",
    )
    SEALED_AS_RELEASED = (
        _YES,
        "The file is signed inside, with the certificate that the manifest names, of “{subject}”, at "
        "the time {time}. No byte has changed since.",
    )
    SEALS_AGREE = _YES, "Every PDF of the release is signed inside, with one certificate."
    SEALED_BY_SOMEBODY = (
        _UNKNOWN,
        "The file is signed inside, by somebody who goes by the name of “{subject}”, and no byte has "
        "changed since. Anybody can choose that name: compare the certificate with the one that the "
        "organisation publishes, and name that one with --certificate. Its SHA-256 is {certificate}.",
    )
    OTHER_SEAL = (
        _NO,
        "The file is signed inside with another certificate than it should be, that of “{subject}”. Its "
        "SHA-256 is {certificate}.",
    )
    BROKEN_SEAL = (
        _NO,
        "The signature in the file does not fit: something was changed, or added, after it was made.",
    )
    NO_SEAL = _NO, "The file is not signed inside, and it should be."
    UNREAD_SEAL = (
        _UNKNOWN,
        "The file is signed inside. The signature was not checked: install the package {program} for "
        "that.",
    )
    # Two editions.
    IDENTICAL = _YES, "The two files are the same, byte by byte."
    SAME_FINGERPRINT = _YES, "The two files bear the same code of the text: {fingerprint}."
    OTHER_FINGERPRINT = (
        _NO,
        "The two files bear different codes, {ours} and {theirs}: they are editions of different texts, "
        "or of different revisions.",
    )
    TWO_LANGUAGES = _YES, "The two files are in different languages: {ours} and {theirs}."
    SAME_LANGUAGE = (
        _UNKNOWN,
        "The two files are in one language, {language}, and are not the same byte by byte.",
    )
    SAME_PARTS = _YES, "The two files have equally many headings, tables, pictures and notes."
    OTHER_HEADINGS = _NO, "The two files have different numbers of headings: {ours} and {theirs}."
    OTHER_TABLES = _NO, "The two files have different numbers of tables: {ours} and {theirs}."
    OTHER_FIGURES = _NO, "The two files have different numbers of pictures: {ours} and {theirs}."
    OTHER_NOTES = _NO, "The two files have different numbers of notes: {ours} and {theirs}."
    SAME_VALUES = _YES, "The numbers, dates and links of the two files agree, part by part."
    OTHER_VALUES = (
        _NO,
        "Numbers or dates differ: {ours} in the first file, {theirs} in this one. In the first file the "
        "passage begins so: “{passage}”",
    )
    OTHER_LINK = _NO, "Only one of the two files has a link to {link}."
    NOT_COMPARED = (
        _UNKNOWN,
        "What the two files say was not compared: that takes two PDFs, or two web pages.",
    )

    @property
    def holds(self) -> Holds:
        """What the sentence means."""
        return self.value[0]

    @property
    def text(self) -> str:
        """The sentence in English, with its places."""
        return self.value[1]

    @property
    def key(self) -> str:
        """Its name for programs, as ``missing-signature``."""
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True)
class Statement:
    """A sentence about a file (empty: about all that was given) with the values for its places."""

    sentence: Sentence
    file: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def holds(self) -> Holds:
        """What the sentence means."""
        return self.sentence.holds


#: How each statement is marked, and what is said at the end of all.
MARKS: Mapping[Holds, str] = {
    Holds.YES: "holds",
    Holds.NO: "does not hold",
    Holds.UNKNOWN: "not proved",
}
VERDICTS: Mapping[Holds, str] = {
    Holds.YES: "All that was asked holds.",
    Holds.NO: "Something does not hold. Do not rely on these files.",
    Holds.UNKNOWN: "Nothing speaks against it, but not everything is proved.",
}
#: What stands for values that a file does not have.
NOTHING = "nothing"


def verdict(statements: Iterable[Statement]) -> Holds:
    """``NO`` if any statement says so, else ``UNKNOWN`` if any does, or if nothing was found at all."""
    found = {statement.holds for statement in statements}
    if Holds.NO in found:
        return Holds.NO
    return Holds.YES if found == {Holds.YES} else Holds.UNKNOWN


def sentences() -> tuple[str, ...]:
    """All words that are to be translated, in English."""
    return (
        *(sentence.text for sentence in Sentence),
        *MARKS.values(),
        *VERDICTS.values(),
        NOTHING,
    )


def say(statement: Statement, words: Words) -> str:
    """The statement in the language of some interface words, without the file that it is about."""
    shown = {
        name: words.say(value) if value == NOTHING else value
        for name, value in statement.values.items()
    }
    text = words.say(statement.sentence.text)
    return "".join(
        shown[piece] if is_place else piece for is_place, piece in pieces(text, frozenset(shown))
    )
