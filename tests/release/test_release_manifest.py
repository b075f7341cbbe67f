"""Manifests: written and read back, and everything that is none refused."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.release.releases import document, manifest, raw_manifest
from toolkit.release.manifest import (
    Manifest,
    ManifestError,
    manifest_schema,
    read_manifest,
    renditions,
    write_manifest,
)

Change = tuple[tuple[str | int, ...], Any]


def changed(value: Any, path: tuple[str | int, ...], other: Any) -> Any:
    """A copy of some JSON with another value at a path."""
    if not path:
        return other
    copy = value.copy()
    copy[path[0]] = changed(value[path[0]], path[1:], other) if len(path) > 1 else other
    return copy


@given(
    titles=st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=3),
    revision=st.integers(1, 10**6),
)
def test_what_is_written_is_read_back_and_pleases_its_schema(
    titles: list[str], revision: int
) -> None:
    texts = dict(zip(("ru", "tk", "en"), titles, strict=False))
    given_manifest = manifest(document(revision=revision, texts=texts))
    raw = write_manifest(given_manifest)
    assert read_manifest(raw) == given_manifest
    assert write_manifest(read_manifest(raw)) == raw
    jsonschema.validate(json.loads(raw), manifest_schema(), cls=jsonschema.Draft202012Validator)


WRONG: dict[str, Change] = {
    "another version of the format": (("manifest",), 2),
    "an unknown field": (("translator",), "a person"),
    "a hash that is short": (("documents", 0, "source_sha256"), "abc"),
    "a hash in capitals": (("documents", 0, "source_sha256"), "A" * 64),
    "a revision of nothing": (("documents", 0, "revision"), 0),
    "no editions": (("documents", 0, "editions"), []),
    "a fingerprint with an O": (("documents", 0, "fingerprint"), "O123-4567-89AB-CDEF"),
    "a size below nothing": (("documents", 0, "editions", 0, "renditions", 0, "size"), -1),
    "a format that is none": (("documents", 0, "editions", 0, "renditions", 0, "format"), "doc"),
}


@pytest.mark.parametrize(("path", "value"), WRONG.values(), ids=WRONG)
def test_both_the_reader_and_the_schema_refuse(path: tuple[str | int, ...], value: Any) -> None:
    wrong = changed(raw_manifest(document()), path, value)
    with pytest.raises(ManifestError, match=str(path[-1])):
        read_manifest(json.dumps(wrong).encode())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, manifest_schema(), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("path", ["../x.pdf", "/etc/passwd", "a/b.pdf", "a\\b.pdf", "CON.pdf", ""])
def test_a_path_is_the_plain_name_of_a_file(path: str) -> None:
    where = ("documents", 0, "editions", 0, "renditions", 0, "path")
    wrong = changed(raw_manifest(document()), where, path)
    with pytest.raises(ManifestError, match="plain name"):
        read_manifest(json.dumps(wrong).encode())


def test_a_file_is_named_once() -> None:
    with pytest.raises(ManifestError, match="twice"):
        read_manifest(json.dumps(raw_manifest(document(), document())).encode())


@given(st.binary(max_size=200))
def test_bytes_that_are_no_manifest_are_refused(raw: bytes) -> None:
    with pytest.raises(ManifestError):
        read_manifest(raw)


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(ManifestError):
        read_manifest(b'{"documents":' * 100_000)


def test_the_files_of_a_manifest_come_in_its_order() -> None:
    both = manifest(document("lake"), document("canal"))
    assert [item.path for item in renditions(both)] == [
        f"{name}.{language}.pdf" for name in ("lake", "canal") for language in ("ru", "tk", "en")
    ]


def test_no_field_is_for_persons_paths_or_times() -> None:
    words = json.dumps(Manifest.model_json_schema()["$defs"])
    for word in ("translator", "author", "time", "user", "host", "email"):
        assert f'"{word}' not in words.lower()
