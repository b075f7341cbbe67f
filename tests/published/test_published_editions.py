"""Every edition of every document is there, in both forms, and comes out the same everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.published.conftest import Published, publish

KINDS = {"statement", "open-letter", "report", "interview"}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_document_is_there_in_every_language_and_form(
    repository: Path, published: Published
) -> None:
    sources = [path for path in repository.glob("documents/*/*") if path.parent.name in KINDS]
    expected = {
        f"{source.parent.name}/{source.stem}/{source.stem}.{language}.{form}"
        for source in sources
        for language in ("ru", "tk", "en")
        for form in ("html", "pdf")
    }
    build = published.root / "build"
    made = {path.relative_to(build).as_posix() for path in published.pages + published.pdfs}
    assert made == expected
    assert {source.parent.name for source in sources} == KINDS


@pytest.mark.slow
def test_place_time_zone_locale_and_hash_seed_change_no_byte(
    repository: Path, published: Published, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "other place" / "проект"
    elsewhere.mkdir(parents=True)
    there = publish(
        repository,
        elsewhere,
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        PYTHONHASHSEED="4711",
        SOURCE_DATE_EPOCH="1",
        HOME=str(tmp_path),
    )
    assert tree(there.root / "build") == tree(published.root / "build")
