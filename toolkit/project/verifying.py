"""``toolkit verify``: a release, single files, or editions side by side, without any project."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.project.sealing import read_seal
from toolkit.project.signing import SigningError, is_signed
from toolkit.release.manifest import (
    LARGEST,
    MANIFEST,
    Manifest,
    ManifestError,
    read_manifest,
    renditions,
)
from toolkit.release.seal import Seal
from toolkit.release.signatures import SIGNINGS
from toolkit.release.statements import Sentence, Statement
from toolkit.release.sums import SUMS, SumsError, read_sums, sha256
from toolkit.release.verdict import (
    against_hashes_of_manifest,
    against_manifest,
    against_sums,
    alone,
    in_manifest,
    manifest_against_sums,
    matching,
    seals_of_release,
)
from toolkit.render.inspect.claims import Claims, Unreadable, read_claims

#: More files are no release, but somebody's disk.
MOST_FILES = 100_000
_PDF = b"%PDF-"
#: A PDF may begin with a few other bytes (ISO 32000-1, Annex H, note 13).
_HEAD = 1024


@dataclass(frozen=True)
class Evidence:
    """What the user trusts: the public key of the organisation, and the manifest for single files.

    ``certificate`` is the SHA-256 of the one that PDFs are signed with inside, or empty.
    """

    key: bytes | None = None
    manifest: Path | None = None
    certificate: str = ""


def verify(paths: Sequence[Path], evidence: Evidence) -> Iterator[Statement]:
    """What holds of folders and single files, in order. Reads nothing but them and what lies beside."""
    for path in paths:
        yield from _folder(path, evidence) if path.is_dir() else _file(path, evidence)


def verify_editions(paths: Sequence[Path]) -> Iterator[Statement]:
    """Whether each file matches the first one."""
    read = [(str(path), read_bounded(path)) for path in paths]
    given = [(name, data, _claims(data)) for name, data in read]
    for name, _, claims in given:
        if claims is None:
            yield Statement(Sentence.UNREADABLE, name)
    _, first, ours = given[0]
    for name, data, theirs in given[1:]:
        if ours is None or theirs is None:
            continue
        if data == first:
            yield Statement(Sentence.IDENTICAL, name)
        yield from matching(name, ours, theirs) if data != first else ()


def read_bounded(path: Path, *, follow: bool = True) -> bytes | None:
    """The bytes of an ordinary file of at most 64 MB; ``None`` for anything else."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)
    if not follow:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError):
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return None
        with open(descriptor, "rb", closefd=False) as file:
            data = file.read(LARGEST + 1)
        return data if len(data) <= LARGEST else None
    except OSError:
        return None
    finally:
        os.close(descriptor)


def _claims(data: bytes | None) -> Claims | None:
    if data is None:
        return None
    try:
        return read_claims(data, "pdf" if _PDF in data[:_HEAD] else "html")
    except Unreadable:
        return None


def _folder(folder: Path, evidence: Evidence) -> Iterator[Statement]:
    names = _names(folder)
    if names is None:
        yield Statement(Sentence.UNREADABLE, str(folder))
        return
    manifest = _manifest(folder / MANIFEST, follow=False)[0] if MANIFEST in names else None
    editions = {rendition.path for rendition in renditions(manifest)} if manifest else set()
    hashes: dict[str, str | None] = {}
    claims: dict[str, Claims | None] = {}
    seals: dict[str, Seal | None] = {}
    for name in names:
        data = read_bounded(folder / name, follow=False)
        hashes[name] = sha256(data) if data is not None else None
        if name in editions:
            claims[name] = _claims(data)
            seals[name] = read_seal(data or b"")
    sums: Mapping[str, str] | None = None
    if SUMS in names:
        raw = read_bounded(folder / SUMS, follow=False)
        try:
            sums = read_sums(raw if raw is not None else b"?")
        except SumsError:
            yield Statement(Sentence.BAD_SUMS, SUMS)
        else:
            yield from against_sums(sums, hashes)
            yield from _signature(folder, raw or b"", sums, evidence)
    else:
        yield Statement(Sentence.NO_SUMS)
    if manifest is None:
        broken = MANIFEST in names
        yield Statement(Sentence.BAD_MANIFEST if broken else Sentence.NO_MANIFEST)
        return
    if sums is not None:
        yield from manifest_against_sums(manifest, sums)
    else:
        yield from against_hashes_of_manifest(manifest, hashes)
    yield from against_manifest(manifest, claims)
    yield from seals_of_release(manifest, seals, evidence.certificate)


def _manifest(path: Path, *, follow: bool = True) -> tuple[Manifest | None, bytes]:
    raw = read_bounded(path, follow=follow) or b""
    try:
        return read_manifest(raw), raw
    except (ManifestError, RecursionError):
        return None, raw


def _names(folder: Path) -> list[str] | None:
    """All files below a folder, links too, by their paths in it; ``None`` if they cannot be listed."""
    names: list[str] = []
    failed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=failed.append):
        here = Path(place)
        links = [name for name in folders if (here / name).is_symlink()]
        names.extend((here / name).relative_to(folder).as_posix() for name in (*files, *links))
        if failed or len(names) > MOST_FILES:
            return None
    return None if failed else sorted(names)


def _signature(
    folder: Path, data: bytes, sums: Mapping[str, str], evidence: Evidence
) -> Iterator[Statement]:
    """Who made the list of hashes, as far as that is proved."""
    there = {
        tool: signing
        for tool, signing in SIGNINGS.items()
        if os.path.lexists(folder / f"{SUMS}.{signing.suffix}")
    }
    for tool, signing in there.items():
        name = f"{SUMS}.{signing.suffix}"
        signature = read_bounded(folder / name, follow=False)
        key = evidence.key or read_bounded(folder / signing.public, follow=False)
        if key is None:
            yield Statement(Sentence.NO_KEY, name)
            continue
        try:
            right = signature is not None and is_signed(tool, data, signature, key)
        except SigningError:
            yield Statement(Sentence.NO_PROGRAM, name, {"program": signing.program})
            continue
        if not right:
            yield Statement(Sentence.WRONG_SIGNATURE, name)
        elif evidence.key is not None:
            yield Statement(Sentence.SIGNED, name)
        else:
            yield Statement(Sentence.SIGNED_INSIDE, name, {"file": signing.public})
    if not there:
        promised = {signing.public for signing in SIGNINGS.values()} & sums.keys()
        missing = evidence.key is not None or promised
        yield Statement(Sentence.MISSING_SIGNATURE if missing else Sentence.NO_SIGNATURE)


def _file(path: Path, evidence: Evidence) -> Iterator[Statement]:
    """One file with the manifest that was named, or that lies beside it, or alone."""
    data = read_bounded(path)
    if data is None:
        yield Statement(Sentence.UNREADABLE, str(path))
        return
    beside = evidence.manifest or path.parent / MANIFEST
    if evidence.manifest is None and not os.path.lexists(beside):
        yield from alone(path.name, _claims(data), read_seal(data), evidence.certificate)
        return
    manifest, raw = _manifest(beside)
    if manifest is None:
        yield Statement(Sentence.BAD_MANIFEST, str(beside))
        return
    claims, seal = _claims(data), read_seal(data)
    yield from in_manifest(manifest, path.name, sha256(data), claims, seal, evidence.certificate)
    yield from _origin(beside, raw, evidence)


def _origin(manifest: Path, raw: bytes, evidence: Evidence) -> Iterator[Statement]:
    """Whether a manifest is the one of the list of hashes beside it, and who signed that."""
    listed = read_bounded(manifest.parent / SUMS)
    if listed is None:
        missing = evidence.key is not None
        yield Statement(Sentence.MISSING_SIGNATURE if missing else Sentence.NO_SIGNATURE)
        return
    try:
        sums = read_sums(listed)
    except SumsError:
        yield Statement(Sentence.BAD_SUMS, SUMS)
        return
    if sums.get(MANIFEST) != sha256(raw):
        yield Statement(Sentence.MANIFEST_ALTERED, str(manifest))
    yield from _signature(manifest.parent, listed, sums, evidence)
