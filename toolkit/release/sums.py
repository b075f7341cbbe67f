"""``SHA256SUMS``: every file of a release with its hash, in the format of coreutils' ``sha256sum``."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

#: The file name of the list.
SUMS = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64}) [ *]([^\x00-\x1f\\]+)")


class SumsError(Exception):
    """A list that cannot be read; the text says why."""


def sha256(data: bytes) -> str:
    """The hash of some bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def write_sums(hashes: Mapping[str, str]) -> bytes:
    """The list of some files by their paths, sorted, as ``sha256sum --check`` reads it."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def read_sums(raw: bytes) -> dict[str, str]:
    """Hashes by path. Raises ``SumsError`` for a line that is none, and for a path that leads away."""
    hashes: dict[str, str] = {}
    try:
        lines = raw.decode().splitlines()
    except UnicodeDecodeError:
        raise SumsError("it is not UTF-8") from None
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise SumsError(f"line {number} is not a hash and a path")
        digest, path = match.groups()
        parts = PurePosixPath(path).parts
        if path.startswith("/") or ".." in parts or path != "/".join(parts):
            raise SumsError(f"line {number} names a path outside of the folder")
        if path in hashes:
            raise SumsError(f"line {number} names a file that an earlier line names")
        hashes[path] = digest
    return hashes
