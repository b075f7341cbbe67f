"""The register of names: what staff may write, and what is wrong with it, where and in which words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.source.support import LANGUAGES, at, is_inside, places
from toolkit.diagnostics import Result, in_order
from toolkit.language.inflection import Kind
from toolkit.source.reader import read_register
from toolkit.source.register import Name, Register
from toolkit.source.schema import register_schema

PATH = "documents/register.yaml"
OWN = Path(__file__).parents[2] / PATH

FULL = """\
people:
  aman-orazov: {ru: Аман Оразов, tk: Aman Orazow, en: Aman Orazov}
organisations:
  lake-watch:
    ru: {name: Озёрный дозор, short: ОД}
    tk: {name: Köl garawuly, forms: [Köl garawulçylygy]}
    en: Lake Watch
  kept: {tk: Hak Hukuga Daýanç, keep: yes}
places:
  turkiye:
    ru: {name: Турция, stems: [Турци]}
    tk: Türkiýe
    en: {name: Türkiye, related: [Turkish], forbidden: [Turkey, Turkia]}
acronyms:
  no: {ru: НЕТ, tk: ÝOK, en: 'NO'}
terms:
  passport: {ru: паспорт, tk: pasport, en: passport}
  asylum: {ru: убежище, tk: gaçybatalga, en: asylum, required: yes}
"""


def read(text: str) -> Result[Register]:
    return read_register(text.encode(), PATH, languages=LANGUAGES, wanted=("ru", "tk", "en"))


def good(text: str) -> Register:
    result = read(text)
    assert result.findings == ()
    assert result.value is not None
    return result.value


def test_every_field_is_read() -> None:
    entries = {entry.id: entry for entry in good(FULL).entries}
    assert [entry.kind for entry in entries.values()] == [
        Kind.PERSON, Kind.ORGANISATION, Kind.ORGANISATION, Kind.PLACE, Kind.ACRONYM, Kind.TERM,
        Kind.TERM,
    ]  # fmt: skip
    assert entries["aman-orazov"].names["tk"] == Name("Aman Orazow")
    assert entries["lake-watch"].names["ru"] == Name("Озёрный дозор", short="ОД")
    assert entries["lake-watch"].names["tk"].right == ("Köl garawuly", "Köl garawulçylygy")
    assert entries["turkiye"].names["ru"].stems == ("Турци",)
    assert entries["turkiye"].names["en"] == Name(
        "Türkiye", related=("Turkish",), forbidden=("Turkey", "Turkia")
    )
    assert entries["no"].names["en"].name == "NO"


def test_a_kept_name_is_the_name_in_every_language() -> None:
    entry = next(entry for entry in good(FULL).entries if entry.id == "kept")
    assert {name.name for name in entry.names.values()} == {"Hak Hukuga Daýanç"}
    assert entry.names.keys() == LANGUAGES


def test_all_is_required_but_terms() -> None:
    required = {entry.id: entry.required for entry in good(FULL).entries}
    assert required == {
        "aman-orazov": True, "lake-watch": True, "kept": True, "turkiye": True, "no": True,
        "passport": False, "asylum": True,
    }  # fmt: skip


def test_an_entry_knows_its_place() -> None:
    for entry in good(FULL).entries:
        assert at(FULL, entry.span).startswith(f"{entry.id}:")


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n", "people:\n", "terms: {}\n"])
def test_a_register_may_be_empty(text: str) -> None:
    assert good(text) == Register()


def test_languages_that_the_project_lacks_are_not_wanted() -> None:
    text = "places:\n  paris: {ru: Париж, en: Paris}\n"
    result = read_register(text.encode(), PATH, languages=LANGUAGES, wanted=("ru", "en"))
    assert result.findings == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "places:\n  paris: {ru: Париж, en: Paris}\n",
            ["2:3 register.language"],
        ),
        ("places:\n  paris: {}\n  rome:\n", ["2:3 register.language", "3:8 field.type"]),
        ("places:\n  paris: {ru: Париж, tk: Pariž, en: ''}\n", ["2:3 register.language"]),
        ("places:\n  paris: {fr: Paris, keep: yes, en: Paris}\n", ["2:11 field.unknown"]),
        ("places:\n  Paris: {keep: yes, en: Paris}\n", ["2:3 field.value"]),
        ("place:\n  paris: {keep: yes, en: Paris}\n", ["1:1 field.unknown"]),
        ("places:\n  paris: {keep: maybe, en: Paris}\n", ["2:17 field.value"]),
        ("places:\n  paris: {keep: yes, en: '12'}\n", ["2:26 field.value"]),
        ("places:\n  paris: {keep: yes, en: [Paris]}\n", ["2:26 field.type"]),
        ("places:\n  paris: {keep: yes, en: {name: Paris, form: [P]}}\n", ["2:40 field.unknown"]),
        ("places:\n  paris: {keep: yes, en: {name: Paris, forms: P}}\n", ["2:47 field.type"]),
        ("places:\n  paris: {keep: yes, en: {short: P}}\n", ["2:26 field.missing"]),
        ("places: [Paris]\n", ["1:9 field.type"]),
        ("- Paris\n", ["1:1 field.type"]),
        ("places: {paris: {en: Paris, keep: yes}\n", ["1:9 yaml.syntax"]),
        ("places:\n  p: {keep: yes, en: Paris, ru: Париж}\n", ["2:33 register.keep"]),
        (
            "places:\n  p: {keep: yes, en: {name: Paris, forbidden: [Parys, PARIS]}}\n",
            ["2:55 register.forbidden"],
        ),
        (
            "places:\n  p: {keep: yes, en: {name: Paris, forms: [Lutetia, lutetia]}}\n",
            ["2:53 register.duplicate"],
        ),
        (
            "places:\n  p: {keep: yes, en: Paris}\npeople:\n  q: {keep: yes, en: Paris}\n",
            ["2:22 register.duplicate"],
        ),
        (
            "places:\n  p: {en: Париж, ru: Paris, tk: {name: Pariž, forms: [Париж]}}\n",
            ["2:11 register.script", "2:55 register.script"],
        ),
        (
            "places:\n  p: {keep: yes, en: {name: P, short: Q}}\n  q: {keep: yes, en: Q}\n",
            ["3:22 register.duplicate"],
        ),
        # All at once
        (
            "places:\n  p: {en: Paris, nl: Parijs}\n  Q: {en: Rome}\n",
            [
                "2:3 register.language",
                "2:18 field.unknown",
                "3:3 field.value",
                "3:3 register.language",
            ],
        ),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(text: str, expected: list[str]) -> None:
    result = read(text)
    assert places(result.findings) == expected
    assert result.value is None
    assert all(is_inside(text, item.span) for item in result.findings)


def test_latin_names_may_stand_in_russian_as_they_are() -> None:
    assert good("organisations:\n  p: {en: Lake Watch, ru: Lake Watch, tk: Köl garawuly}\n").entries


def test_findings_say_what_to_do() -> None:
    text = "places:\n  paris: {ru: Париж, en: Paris}\n  rome: {keep: yes, en: Paris}\n"
    first, second = read(text).findings
    assert first.message == "`paris` is not given in `tk`."
    assert first.hint == "Add `tk: …` below it, or `keep: yes` if the name never changes."
    assert second.message == "`Paris` is a name of `paris` already, in line 2."
    assert second.hint == "Give each of the two a name of its own, or make them one entry."


def test_a_mistyped_language_gets_the_list_of_fields() -> None:
    (finding,) = read("places:\n  paris: {fr: Paris, keep: yes, en: Paris}\n").findings
    assert finding.message == "`fr` is not a field of an entry."
    assert "`ru`, `tk`, `en`, `keep` and `required`" in finding.hint


def test_the_register_of_this_repository_is_in_order() -> None:
    assert good(OWN.read_text(encoding="utf-8")).entries


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    result = read(text)
    assert result.findings == in_order(result.findings)
    assert (result.value is None) == any(item.severity == "error" for item in result.findings)


def test_the_schema_is_a_schema_and_knows_every_field() -> None:
    schema = register_schema()
    Draft202012Validator.check_schema(schema)
    known = json.dumps(schema, ensure_ascii=False)
    for name in ("people", "forbidden", "related", "keep", "required", "stems", "short"):
        assert f'"{name}"' in known
    validator = Draft202012Validator(schema)
    data = {"places": {"turkiye": {"ru": "Турция", "en": {"name": "Türkiye", "forms": ["T"]}}}}
    assert validator.is_valid(data)
    assert not validator.is_valid({"places": {"turkiye": {"ru": ["Турция"]}}})
    assert not validator.is_valid({"place": {}})
