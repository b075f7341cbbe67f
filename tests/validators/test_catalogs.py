"""msgfmt and i18nspector pass a good catalog and fail bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.catalogs import i18nspector_errors, msgcat_text, msgfmt_check
from tests.support.programs import ProgramError

GOOD = r"""# Statements in Turkmen.
msgid ""
msgstr ""
"Project-Id-Version: statement 1.0\n"
"Report-Msgid-Bugs-To: office@example.org\n"
"POT-Creation-Date: 2026-05-01 12:00+0000\n"
"PO-Revision-Date: 2026-05-02 12:00+0000\n"
"Last-Translator: Translator <translator@example.org>\n"
"Language-Team: Turkmen <tk@example.org>\n"
"Language: tk\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#, python-brace-format
msgid "Page {number}"
msgstr "Sahypa {number}"

msgid "{count} signatory"
msgid_plural "{count} signatories"
msgstr[0] "{count} gol çeken"
msgstr[1] "{count} gol çeken"
"""


def catalog(folder: Path, text: str) -> Path:
    path = folder / "tk.po"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_catalog_is_quiet(tmp_path: Path) -> None:
    good = catalog(tmp_path, GOOD)
    assert msgfmt_check(good) == []
    assert i18nspector_errors(good) == []
    assert msgcat_text(good) == GOOD


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('msgstr "Sahypa {number}"', 'msgstr "Sahypa {sany}"'),
        ('"Language: tk\\n"\n', ""),
        ("nplurals=2", "nplurals=3"),
        ('msgstr "Sahypa {number}"', 'msgstr "Sahypa {number}'),
        ("#, python-brace-format\n", 'msgid "Page {number}"\nmsgstr "Sahypa"\n\n'),
    ],
    ids=["placeholder", "language", "plural", "syntax", "duplicate"],
)
def test_msgfmt_sees(tmp_path: Path, good: str, bad: str) -> None:
    assert msgfmt_check(catalog(tmp_path, GOOD.replace(good, bad, 1)))


@pytest.mark.parametrize(
    ("good", "bad", "tag"),
    [
        ("Language: tk", "Language: Turkmen", "invalid-language"),
        ("nplurals=2; plural=(n != 1)", "nplurals=2; plural=(n != 2) +", "syntax-error"),
        ("charset=UTF-8", "charset=KLINGON", "unknown-encoding"),
    ],
)
def test_i18nspector_sees(tmp_path: Path, good: str, bad: str, tag: str) -> None:
    errors = i18nspector_errors(catalog(tmp_path, GOOD.replace(good, bad, 1)))
    assert any(tag in error for error in errors), errors


def test_a_catalog_that_is_not_one_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(ProgramError):
        msgcat_text(catalog(tmp_path, "not a catalog"))
