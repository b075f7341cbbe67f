"""The manifest of a release, ``manifest.json``: what was released, made of what, with what.

It names no person, no path of the machine that made it, and no time of day, so the same sources give the
same bytes. Hashes are SHA-256 in lower-case hexadecimal digits, sizes are bytes, dates are ISO 8601.
"""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from toolkit.release.naming import is_safe

#: The file name of a manifest.
MANIFEST = "manifest.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: What a reader takes for a manifest at most, in bytes: some 20,000 documents.
LARGEST = 64_000_000

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="A SHA-256, in hexadecimal.")]
Code = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="The code of a language.")]
_Count = Annotated[int, Field(ge=0)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PdfSignature(_Part):
    """The signature inside of a PDF, which was added after its last byte."""

    certificate_sha256: Hash = Field(description="Of the certificate in the signature (DER).")
    unsigned_sha256: Hash = Field(description="Of the PDF before it was signed.")
    unsigned_size: Annotated[int, Field(gt=0)] = Field(
        description="How many bytes it had then: as many at the beginning of the file are the same."
    )


class Rendition(_Part):
    """One file of an edition."""

    format: Literal["html", "pdf"] = Field(description="What sort of file it is.")
    path: str = Field(description="The name of the file, beside the manifest.")
    sha256: Hash
    size: Annotated[int, Field(gt=0, description="Its length in bytes.")]
    pages: Annotated[int, Field(gt=0)] | None = Field(
        default=None, description="How many pages a PDF has."
    )
    signature: PdfSignature | None = Field(
        default=None, description="The signature inside of it, if it has one."
    )


class WaivedFinding(_Part):
    """A finding that was waived, with the reason that was given."""

    code: str = Field(description="The code of the finding.")
    reason: str = Field(description="Why the finding does not hold there.", min_length=1)


class Coverage(_Part):
    """How much of an edition is translated. All of it, in a release."""

    messages: _Count = Field(description="How many messages the document has.")
    translated: _Count = Field(description="How many of them are translated and reviewed.")


class ReleasedEdition(_Part):
    """A document in one language."""

    language: Code
    title: str = Field(description="The title in this language, without markup.")
    text_sha256: Hash = Field(
        description="Of all texts of this edition in order, whatever they look like on the page."
    )
    catalog_sha256: Hash | None = Field(
        default=None, description="Of the PO file; the edition in the source language has none."
    )
    coverage: Coverage
    waivers: tuple[WaivedFinding, ...] = ()
    renditions: Annotated[tuple[Rendition, ...], Field(min_length=1)]


class ReleasedDocument(_Part):
    """A document with all its editions."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")] = Field(
        description="The name of its file, which its PO files share."
    )
    kind: str = Field(description="statement, open-letter, report or interview.")
    date: dt.date = Field(description="The date that it bears.")
    revision: Annotated[int, Field(ge=1)] = Field(
        description="1, and one more with every correction."
    )
    source_language: Code
    source_sha256: Hash = Field(description="Of the YAML file.")
    fingerprint: Annotated[
        str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$")
    ]
    editions: Annotated[tuple[ReleasedEdition, ...], Field(min_length=1)]


class Font(_Part):
    """A font file that the pages are set in."""

    file: str
    version: str = Field(default="", description="What the font says of itself.")
    sha256: Hash


class Tools(_Part):
    """What the release was made with. The versions of what writes bytes of the files."""

    toolkit: str
    python: str = Field(description="Its version up to the second number.")
    packages: dict[str, str] = Field(description="The packages that write bytes, by name.")
    libraries: dict[str, str] = Field(description="The libraries of the system that set letters.")
    fonts: tuple[Font, ...]


class ReleaseSettings(_Part):
    """The settings of the project that matter for what is released."""

    languages: tuple[Code, ...]
    files: str = Field(description="The pattern of file names.")
    checks: dict[str, str] = Field(description="Rules that weigh otherwise than by default.")
    theme: str = Field(
        default="", description="The theme of the pages; empty: that of the toolkit."
    )
    site: str = Field(default="", description="The address on the web, which pages name.")


class Manifest(_Part):
    """A release."""

    manifest: Literal[1] = Field(description="The version of this format.")
    version: str = Field(description="What the release is called.")
    organisation: dict[Code, str] = Field(description="Who publishes, in each language.")
    documents: tuple[ReleasedDocument, ...]
    settings: ReleaseSettings
    made_with: Tools


class ManifestError(Exception):
    """A manifest that cannot be read; the text says why, and where in it."""


def write_manifest(manifest: Manifest) -> bytes:
    """The manifest as UTF-8 JSON, the same bytes for the same value."""
    value = manifest.model_dump(mode="json", exclude_none=True)
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(raw: bytes) -> Manifest:
    """The manifest that some bytes say. Raises ``ManifestError`` for anything else, also a bomb."""
    if len(raw) > LARGEST:
        raise ManifestError("it is too large for a manifest")
    try:
        manifest = Manifest.model_validate_json(raw)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        what = f"`{where}` is not as it should be" if where else "it is not JSON"
        raise ManifestError(what) from None
    paths = [rendition.path for rendition in renditions(manifest)]
    for path in paths:
        if not is_safe(path):
            raise ManifestError("a path in it is not the plain name of a file")
    if len(set(paths)) < len(paths):
        raise ManifestError("it names a file twice")
    return manifest


def renditions(manifest: Manifest) -> tuple[Rendition, ...]:
    """All files of editions that a manifest names, in its order."""
    return tuple(
        rendition
        for document in manifest.documents
        for edition in document.editions
        for rendition in edition.renditions
    )


def seal_of(manifest: Manifest) -> str:
    """The hash of the certificate that PDFs are signed with inside; empty, if they are not."""
    signatures = (rendition.signature for rendition in renditions(manifest))
    return next((one.certificate_sha256 for one in signatures if one), "")


def manifest_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a manifest."""
    return {"$schema": DIALECT, **Manifest.model_json_schema(), "title": "Manifest of a release"}
