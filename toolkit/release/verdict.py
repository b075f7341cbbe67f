"""A release, a file or two editions against what is known of them: statements, as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from toolkit.language import LANGUAGES
from toolkit.release.agreement import are_comparable, disagreements
from toolkit.release.manifest import (
    MANIFEST,
    Manifest,
    ReleasedDocument,
    ReleasedEdition,
    Rendition,
    renditions,
)
from toolkit.release.seal import Condition, Seal
from toolkit.release.signatures import SIGNINGS
from toolkit.release.statements import NOTHING, Holds, Sentence, Statement
from toolkit.release.sums import SUMS
from toolkit.render.inspect.claims import Claims
from toolkit.render.inspect.shape import unlike

#: Files that the list of hashes cannot name: itself, and what signs it.
UNLISTED = frozenset({SUMS, *(f"{SUMS}.{signing.suffix}" for signing in SIGNINGS.values())})
_PARTS: Mapping[str, Sentence] = {
    "headings": Sentence.OTHER_HEADINGS,
    "tables": Sentence.OTHER_TABLES,
    "figures": Sentence.OTHER_FIGURES,
    "notes": Sentence.OTHER_NOTES,
}
#: Of a passage that differs, the first characters are quoted.
_QUOTED = 120


def against_sums(sums: Mapping[str, str], hashes: Mapping[str, str | None]) -> Iterator[Statement]:
    """What is there (hashes by path, ``None``: cannot be read) against the list of hashes."""
    found: list[Statement] = []
    for path in sorted({*sums, *hashes} - UNLISTED):
        if path not in hashes:
            found.append(Statement(Sentence.MISSING, path))
        elif path not in sums:
            found.append(Statement(Sentence.EXTRA, path))
        elif hashes[path] is None:
            found.append(Statement(Sentence.UNREADABLE, path))
        elif hashes[path] != sums[path]:
            found.append(Statement(Sentence.ALTERED, path))
    yield from found or [Statement(Sentence.COMPLETE)]


def manifest_against_sums(manifest: Manifest, sums: Mapping[str, str]) -> Iterator[Statement]:
    """Whether both name the same editions with the same hashes."""
    named = {rendition.path: rendition.sha256 for rendition in renditions(manifest)}
    # A release may have web pages that are no editions; PDFs are editions.
    listed = {path for path in sums if path in named or path.endswith(".pdf")}
    odd = sorted(path for path in {*named, *listed} if named.get(path) != sums.get(path))
    for path in odd:
        yield Statement(Sentence.MANIFEST_DIFFERS, path)
    if MANIFEST not in sums:
        yield Statement(Sentence.EXTRA, MANIFEST)
    elif not odd:
        yield Statement(Sentence.MANIFEST_AGREES)


def against_hashes_of_manifest(
    manifest: Manifest, hashes: Mapping[str, str | None]
) -> Iterator[Statement]:
    """What is there against the hashes of the manifest, where there is no list of hashes."""
    named = {rendition.path: rendition.sha256 for rendition in renditions(manifest)}
    there = {
        path: digest for path, digest in hashes.items() if path in named or path.endswith(".pdf")
    }
    for statement in against_sums(named, there):
        if statement.sentence is not Sentence.COMPLETE:
            yield statement


def against_manifest(
    manifest: Manifest, claims: Mapping[str, Claims | None]
) -> Iterator[Statement]:
    """What the files of a release say of themselves (``None``: unreadable) against its manifest."""
    found = [
        statement
        for document in manifest.documents
        for edition in document.editions
        for rendition in edition.renditions
        if rendition.path in claims
        for statement in claimed(document, edition, rendition.path, claims[rendition.path])
    ]
    for document in manifest.documents:
        there = {edition.language for edition in document.editions}
        for language in manifest.settings.languages:
            if language not in there:
                values = {"language": _autonym(language)}
                found.append(Statement(Sentence.MISSING_LANGUAGE, document.name, values))
    yield from found
    if not found and all(rendition.path in claims for rendition in renditions(manifest)):
        yield Statement(Sentence.EDITIONS_AGREE)


def claimed(
    document: ReleasedDocument, edition: ReleasedEdition, path: str, claims: Claims | None
) -> Iterator[Statement]:
    """What does not agree between a file and the edition that it should be."""
    if claims is None:
        yield Statement(Sentence.UNREADABLE, path)
        return
    if claims.language != edition.language:
        values = {"expected": _autonym(edition.language), "actual": _autonym(claims.language)}
        yield Statement(Sentence.WRONG_LANGUAGE, path, values)
    if not claims.fingerprint:
        yield Statement(Sentence.NO_FINGERPRINT, path)
    elif claims.fingerprint != document.fingerprint:
        values = {"expected": document.fingerprint, "actual": claims.fingerprint}
        yield Statement(Sentence.WRONG_FINGERPRINT, path, values)


def in_manifest(
    manifest: Manifest,
    name: str,
    digest: str,
    claims: Claims | None,
    seal: Seal | None,
    trusted: str,
) -> Iterator[Statement]:
    """One file with its hash against a manifest, under whatever name it goes now."""
    for document in manifest.documents:
        for edition in document.editions:
            for rendition in edition.renditions:
                if rendition.sha256 == digest:
                    values = {
                        "title": edition.title,
                        "date": document.date.isoformat(),
                        "language": _autonym(edition.language),
                        "revision": str(document.revision),
                        "version": manifest.version,
                    }
                    yield Statement(Sentence.RELEASED, name, values)
                    if rendition.path != name:
                        yield Statement(Sentence.RENAMED, name, {"name": rendition.path})
                    yield from claimed(document, edition, name, claims)
                    yield from sealed_as_released(rendition, name, seal, trusted)
                    return
    yield Statement(Sentence.NOT_RELEASED, name)


def sealed(name: str, seal: Seal | None, trusted: str) -> Iterator[Statement]:
    """What the signature inside of a PDF proves; ``trusted`` is the hash of a certificate, or empty."""
    if seal is None:
        if trusted:
            yield Statement(Sentence.NO_SEAL, name)
        return
    values = {"subject": seal.subject or NOTHING, "certificate": seal.certificate}
    if seal.condition is Condition.UNKNOWN:
        yield Statement(Sentence.UNREAD_SEAL, name, {"program": "pyHanko"})
    elif seal.condition is Condition.BROKEN:
        yield Statement(Sentence.BROKEN_SEAL, name)
    elif not trusted:
        yield Statement(Sentence.SEALED_BY_SOMEBODY, name, values)
    elif seal.certificate != trusted:
        yield Statement(Sentence.OTHER_SEAL, name, values)
    else:
        values = {"subject": seal.subject or NOTHING, "time": seal.time or NOTHING}
        yield Statement(Sentence.SEALED, name, values)


def sealed_as_released(
    rendition: Rendition, name: str, seal: Seal | None, trusted: str
) -> Iterator[Statement]:
    """The same of a file that a manifest names, which says with which certificate it is signed.

    Whoever trusts the manifest needs no more than that: a signature that cannot be checked here, for
    want of a program, takes nothing away.
    """
    if rendition.format != "pdf":
        return
    named = rendition.signature.certificate_sha256 if rendition.signature else ""
    for item in sealed(name, seal, trusted or named):
        if trusted or item.sentence not in {Sentence.SEALED, Sentence.UNREAD_SEAL}:
            yield item
        elif item.sentence is Sentence.SEALED:
            yield replace(item, sentence=Sentence.SEALED_AS_RELEASED)


def seals_of_release(
    manifest: Manifest, seals: Mapping[str, Seal | None], trusted: str
) -> Iterator[Statement]:
    """The signatures inside of all PDFs of a release: what is wrong with one, or that nothing is."""
    found = [
        statement
        for rendition in renditions(manifest)
        if rendition.path in seals
        for statement in sealed_as_released(
            rendition, rendition.path, seals[rendition.path], trusted
        )
    ]
    wrong = [item for item in found if item.holds is not Holds.YES]
    yield from wrong
    if found and not wrong:
        yield Statement(Sentence.SEALS_AGREE)


def alone(name: str, claims: Claims | None, seal: Seal | None, trusted: str) -> Iterator[Statement]:
    """What a file without a manifest says of itself, and whether the signature in it proves that."""
    if claims is None:
        yield Statement(Sentence.UNREADABLE, name)
    elif not claims.fingerprint:
        yield Statement(Sentence.NO_FINGERPRINT, name)
    else:
        values = {
            "title": claims.title,
            "language": _autonym(claims.language),
            "fingerprint": claims.fingerprint,
        }
        found = tuple(sealed(name, seal, trusted))
        proved = [item.sentence for item in found] == [Sentence.SEALED]
        yield Statement(Sentence.PROVED if proved else Sentence.CLAIMS, name, values)
        yield from found if claims.suffix == "pdf" else ()


def matching(name: str, ours: Claims, theirs: Claims) -> Iterator[Statement]:
    """Whether two editions match: code, languages, parts, values, links. ``name`` is the second file."""
    if not (ours.fingerprint and theirs.fingerprint):
        yield Statement(Sentence.NO_FINGERPRINT, name)
    elif ours.fingerprint == theirs.fingerprint:
        yield Statement(Sentence.SAME_FINGERPRINT, name, {"fingerprint": ours.fingerprint})
    else:
        values = {"ours": ours.fingerprint, "theirs": theirs.fingerprint}
        yield Statement(Sentence.OTHER_FINGERPRINT, name, values)
        return
    if ours.language == theirs.language:
        values = {"language": _autonym(ours.language)}
        yield Statement(Sentence.SAME_LANGUAGE, name, values)
    else:
        values = {"ours": _autonym(ours.language), "theirs": _autonym(theirs.language)}
        yield Statement(Sentence.TWO_LANGUAGES, name, values)
    if not are_comparable(ours, theirs):
        yield Statement(Sentence.NOT_COMPARED, name)
        return
    parts = list(unlike(ours.shape, theirs.shape))
    for part, have, need in parts:
        yield Statement(_PARTS[part], name, {"ours": str(have), "theirs": str(need)})
    if not parts:
        yield Statement(Sentence.SAME_PARTS, name)
    yield from _contents(name, ours, theirs)


def _contents(name: str, ours: Claims, theirs: Claims) -> Iterator[Statement]:
    found = [
        Statement(
            Sentence.OTHER_VALUES,
            name,
            {
                "ours": ", ".join(item.ours) or NOTHING,
                "theirs": ", ".join(item.theirs) or NOTHING,
                "passage": _cut(item.about),
            },
        )
        for item in disagreements(ours, theirs)
    ]
    for link in sorted(ours.links ^ theirs.links):
        found.append(Statement(Sentence.OTHER_LINK, name, {"link": link}))
    yield from found or [Statement(Sentence.SAME_VALUES, name)]


def _autonym(code: str) -> str:
    return LANGUAGES[code].autonym if code in LANGUAGES else code or NOTHING


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED].rstrip()}…"


def exit_code(holds: Holds) -> int:
    """What a command ends with: 0 all is proved, 1 something does not hold, 3 it is not proved."""
    return {Holds.YES: 0, Holds.NO: 1, Holds.UNKNOWN: 3}[holds]
