"""Every catalog of the repository satisfies the tools that translators use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.catalogs import i18nspector_errors, msgcat_text, msgfmt_check

FOLDER = Path(__file__).resolve().parents[2] / "translations"
CATALOGS = sorted(FOLDER.rglob("*.po"))
TEMPLATES = sorted(FOLDER.rglob("*.pot"))


def short(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


@pytest.mark.parametrize("catalog", CATALOGS, ids=short)
def test_msgfmt_is_quiet(catalog: Path) -> None:
    assert msgfmt_check(catalog) == []


@pytest.mark.parametrize("catalog", CATALOGS + TEMPLATES, ids=short)
def test_i18nspector_sees_no_error(catalog: Path) -> None:
    assert i18nspector_errors(catalog) == []


@pytest.mark.parametrize("catalog", CATALOGS + TEMPLATES, ids=short)
def test_msgcat_would_not_change_a_byte(catalog: Path) -> None:
    assert msgcat_text(catalog) == catalog.read_text(encoding="utf-8")


def test_there_are_catalogs() -> None:
    assert CATALOGS
    assert TEMPLATES
