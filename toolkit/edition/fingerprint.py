"""A short code of a document's text, the same in all of its editions.

Two people who hold two languages of a text compare sixteen characters, and know whether they hold the
same one. It is made of the source alone: a translation that is improved leaves it as it is.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

from toolkit.diagnostics import Span
from toolkit.document.model import Document, Text

#: Crockford's base 32: no I, L, O, U, which read as other characters or make words.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_CHARACTERS = 16
_GROUP = 4
_BITS_OF_CHARACTER = 5
_DIGEST_BITS = 256
#: What is hashed first, so that no other sort of data ever has the code of a document. It changes with
#: the rules below.
_PREFIX = "toolkit fingerprint 1\n"

#: Where a document lies, and what is said to translators and programs, is no part of its text.
_LEFT_OUT: Mapping[type, frozenset[str]] = MappingProxyType(
    {Document: frozenset({"name", "path"}), Text: frozenset({"note", "context", "state"})}
)


def fingerprint(document: Document) -> str:
    """The code of a source document: four groups of four characters, ``K7QD-93MX-2V4T-8HPA``.

    It is the first 80 bits of the SHA-256 of ``canonical(document)`` in Crockford's base 32. Any change
    of a text, number, date, anchor or of the order changes it; places in files, comments, the spelling
    of the YAML and notes to translators do not. ``document`` is the source, not an edition of it.
    """
    digest = hashlib.sha256((_PREFIX + canonical(document)).encode()).digest()
    bits = int.from_bytes(digest) >> (_DIGEST_BITS - _CHARACTERS * _BITS_OF_CHARACTER)
    places = range((_CHARACTERS - 1) * _BITS_OF_CHARACTER, -1, -_BITS_OF_CHARACTER)
    code = "".join(ALPHABET[bits >> place & len(ALPHABET) - 1] for place in places)
    return "-".join(code[start : start + _GROUP] for start in range(0, _CHARACTERS, _GROUP))


def same(one: str, other: str) -> bool:
    """Whether two codes are the same one, as people type them: in any case, with or without hyphens.

    As Crockford has it, O is read as 0, I and L as 1.
    """
    return _read(one) == _read(other)


def _read(code: str) -> str:
    typed = "".join(code.upper().replace("-", " ").split())
    return typed.translate(str.maketrans("OIL", "011"))


def canonical(document: Document) -> str:
    """The document as JSON in one spelling: sorted keys, no spaces, texts in NFC.

    Every part carries the name of its sort. A field that has its default value is left out, so that a
    field which a later version of the toolkit adds leaves the codes of published texts alone.
    """
    return json.dumps(
        _plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case None | bool() | int():
            return value
        case str():
            return unicodedata.normalize("NFC", value)
        case Decimal() | dt.date():
            return {"": type(value).__name__, "value": str(value)}
        case tuple():
            return [_plain(item) for item in value]
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return _fields(value)
    raise TypeError(f"{type(value).__name__} has no place in a document")


def _fields(value: object) -> dict[str, object]:
    left_out = _LEFT_OUT.get(type(value), frozenset())
    out: dict[str, object] = {"": type(value).__name__}
    for field in dataclasses.fields(value):  # type: ignore[arg-type]
        inside = getattr(value, field.name)
        if isinstance(inside, Span) or inside == field.default or field.name in left_out:
            continue
        out[field.name] = _plain(inside)
    return out
