"""The names of released files: made by a pattern, and safe on every file system.

Safe is: letters a-z and digits, with ``-``, ``_`` and ``.`` between them, at most 120 characters, and
no name that Windows keeps for devices. FAT, NTFS, APFS, ext4 and object stores then agree on what the
name is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

#: What names are made by if the settings do not say.
PATTERN = "<date>-<slug>.<lang>"
#: What a pattern may hold in ``<…>``, and what stands for it.
FIELDS: Mapping[str, str] = {
    "date": "the date of the document, as 2026-05-31",
    "slug": "the name of the document without the date that it begins with",
    "name": "the name of the document",
    "kind": "statement, open-letter, report or interview",
    "lang": "the code of the language",
    "revision": "the revision of the document, as 1",
    "version": "the version of the release",
}
#: A file is an edition of one document in one language: without these two it would overwrite others.
NEEDED = ("lang",)
_NAMING_A_DOCUMENT = ("slug", "name")

LONGEST = 120
_SAFE = re.compile(r"[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?")
#: Windows: these names are devices, whatever follows the first dot.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
_FIELD = re.compile(r"<([^<>]*)>")
_LEADING_DATE = re.compile(r"\d{4}-\d{2}-\d{2}-(?=.)", re.ASCII)


def is_safe(name: str) -> bool:
    """Whether a name is that of a plain file on every file system."""
    return (
        len(name) <= LONGEST
        and _SAFE.fullmatch(name) is not None
        and _DEVICES.match(name) is None
        and ".." not in name
    )


def slug(name: str) -> str:
    """The name of a document without the date that it begins with."""
    return _LEADING_DATE.sub("", name)


def file_name(pattern: str, values: Mapping[str, str], suffix: str) -> str:
    """The file that a pattern names, with its suffix; whether it ``is_safe`` is for the caller to see.

    ``values`` has a value for each of ``FIELDS``, and ``pattern`` has no ``pattern_problems``.
    """
    return _FIELD.sub(lambda match: values[match.group(1)], pattern).lower() + f".{suffix}"


def pattern_problems(pattern: str) -> Iterator[str]:
    """What is wrong with a pattern, as sentences."""
    used = _FIELD.findall(pattern)
    for field in used:
        if field not in FIELDS:
            yield f"`<{field}>` is none of {', '.join(f'`<{known}>`' for known in FIELDS)}"
    for needed in NEEDED:
        if needed not in used:
            yield f"without `<{needed}>`, editions would overwrite one another"
    if not set(used) & set(_NAMING_A_DOCUMENT):
        yield "without `<slug>` or `<name>`, documents would overwrite one another"
    rest = _FIELD.sub("x", pattern)
    if not rest or not is_safe(rest.lower()) or rest != rest.lower():
        yield "only small letters a-z, digits, `-`, `_` and `.` make a name that every system takes"
