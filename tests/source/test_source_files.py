"""Whole files: their bytes, their names, what an attacker would send."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.source.support import HEAD, HERE, LANGUAGES, good, places, read
from toolkit.diagnostics import Finding
from toolkit.source.encoding import FORBIDDEN, MAXIMUM_BYTES, MAXIMUM_CHARACTERS
from toolkit.source.reader import read_document
from toolkit.source.yamltree import MAXIMUM_DEPTH, MAXIMUM_NODES

#: Where PyYAML's own parser lets something pass, which is refused later for another reason.
MORE_LENIENT = {"yaml-directive", "yaml-surrogate-escape"}
MINIMAL = f"{HEAD}body:\n  - The lake was closed.\n"


def only(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1, found
    return found[0]


# ------------------------------------------------------------------------------------------ bytes


def test_a_byte_order_mark_is_accepted() -> None:
    assert good(read(b"\xef\xbb\xbf" + MINIMAL.encode())) == good(read(MINIMAL))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_another_encoding_is_named(encoding: str) -> None:
    found = only(read(MINIMAL.encode(encoding)).findings)
    assert (found.code, found.span.line) == ("file.encoding", 0)
    assert "UTF-16" in found.message or "UTF-32" in found.message
    assert "UTF-8" in found.hint


@pytest.mark.parametrize("prefix", ["", "\ufeff"])
def test_a_byte_that_is_not_utf8_has_a_place(prefix: str) -> None:
    raw = f"{prefix}{HEAD}subtitle: Žä ".encode() + "Озеро".encode("cp1251") + b"\n"
    found = only(read(raw).findings)
    assert places([found]) == ["5:14 file.encoding"]
    assert "0xCE" in found.message


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert only(read(b"\xff" * (MAXIMUM_BYTES + 1)).findings).code == "file.too-large"
    assert only(read(b"#" * MAXIMUM_BYTES).findings).code == "field.missing"


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\uffff"])
@pytest.mark.parametrize("where", ["title", "comment", "key"])
def test_a_character_that_no_page_prints_is_refused_wherever_it_stands(
    character: str, where: str
) -> None:
    text = {
        "title": MINIMAL.replace("The lake\n", f"The {character}lake\n"),
        "comment": f"{MINIMAL}# The {character}lake\n",
        "key": f"{MINIMAL}pl{character}ace: Lakeside\n",
    }[where]
    result = read(text)
    assert result.value is None
    assert "file.control-character" in [item.code for item in result.findings]
    assert not any(FORBIDDEN.search(item.message + item.hint) for item in result.findings)


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\N", "\\L", "\\u202e", "\\x7f"])
def test_an_escape_does_not_smuggle_such_a_character_in(escape: str) -> None:
    result = read(f'{HEAD}body:\n  - "The {escape}lake"\n')
    assert places(result.findings) == ["6:5 file.control-character"]


def test_a_file_of_nothing_but_such_characters_is_answered_briefly() -> None:
    assert len(read(b"\x01" * MAXIMUM_BYTES).findings) == MAXIMUM_CHARACTERS + 1


# ---------------------------------------------------------------------------------------- hostile


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "a: [", "- - "])
def test_no_nesting_is_deep_enough_to_end_the_process(opening: str) -> None:
    assert only(read(opening * 100_000).findings).code in ("yaml.too-deep", "yaml.syntax")


def test_nesting_is_bounded_exactly() -> None:
    at_the_limit = "[" * (MAXIMUM_DEPTH - 1) + "]" * (MAXIMUM_DEPTH - 1)
    codes = [item.code for item in read(f"{HEAD}body: {at_the_limit}\n").findings]
    assert codes == ["block.unknown"]
    result = read(f"{HEAD}body: [{at_the_limit}]\n")
    assert places(result.findings) == ["5:26 yaml.too-deep"]


def test_values_are_bounded() -> None:
    text = f"{HEAD}body: [{'x,' * MAXIMUM_NODES}]\n"
    assert only(read(text).findings).code == "yaml.too-large"


def test_a_bomb_of_aliases_is_not_expanded() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    result = read("\n".join(lines))
    assert sum(item.code == "yaml.alias" for item in result.findings) == 10 + 9 * 9


def test_a_bomb_of_merge_keys_is_not_merged() -> None:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 20)}]}}" for n in range(1, 20)]
    assert read("\n".join(lines)).value is None


def test_a_list_that_holds_itself() -> None:
    assert "yaml.alias" in [item.code for item in read("&a [*a]").findings]


def test_nothing_is_constructed_from_a_tag() -> None:
    result = read("kind: !!python/object/apply:os.abort []\n")
    assert "yaml.tag" in [item.code for item in result.findings]


def test_a_huge_text_is_refused() -> None:
    result = read(f"{HEAD}body:\n  - {'x' * 3_000_000}\n")
    assert places(result.findings) == ["6:5 field.value"]


def test_a_text_of_many_paragraphs_and_a_document_of_many_blocks_are_read() -> None:
    document = good(read(f"{HEAD}body:\n  - |\n" + "    x\n\n" * 1000 + "  - y\n" * 1000))
    assert len(document.body) == 2000


def test_a_second_document_ends_the_reading() -> None:
    assert places(read(f"{MINIMAL}---\n{MINIMAL}").findings) == ["7:1 yaml.several-documents"]
    assert good(read(f"---\n{MINIMAL}...\n")).title.value == "The lake"


@pytest.mark.parametrize("path", sorted((HERE / "documents").glob("*.yaml")), ids=lambda p: p.stem)
def test_the_parser_in_python_reads_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML may come without its C extension."""
    with_c = read(path.read_bytes())
    monkeypatch.setattr("toolkit.source.yamltree._LOADER", yaml.SafeLoader)
    assert read(path.read_bytes()) == with_c


@pytest.mark.parametrize(
    "path", sorted((HERE / "errors").glob("yaml-*.yaml")), ids=lambda p: p.stem
)
def test_the_parser_in_python_refuses_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8").partition("---8<---")[0]
    with_c = read(text)
    monkeypatch.setattr("toolkit.source.yamltree._LOADER", yaml.SafeLoader)
    in_python = read(text)
    assert (in_python.value is None) == (with_c.value is None)
    if path.stem not in MORE_LENIENT:
        assert [item.message for item in in_python.findings] == [
            item.message for item in with_c.findings
        ]


# ------------------------------------------------------------------------------------------ names


def codes_for(path: str, text: str = MINIMAL) -> list[str]:
    return [item.code for item in read_document(text.encode(), path, languages=LANGUAGES).findings]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("documents/statement/2024-10-04-the-lake.yaml", "2024-10-04-the-lake"),
        ("documents/statement/2024-10-04-the-lake/document.yaml", "2024-10-04-the-lake"),
        ("documents/statement/2024-10-04.yaml", "2024-10-04"),
        ("documents/statement/lake.yaml", "lake"),
        ("lake.yaml", "lake"),
        ("document.yaml", "document"),
        ("elsewhere/open-letter/lake.yaml", "lake"),
    ],
)
def test_the_name_of_a_document_comes_from_its_path(path: str, name: str) -> None:
    assert good(read(MINIMAL, path)).name == name


@pytest.mark.parametrize(
    "stem", ["The-Lake", "the lake", "озеро", "-lake", "lake_1", "a" * 82, "lake.en", "..."]
)
def test_a_name_that_cannot_serve(stem: str) -> None:
    assert codes_for(f"documents/statement/{stem}.yaml") == ["document.name"]
    assert codes_for(f"documents/statement/{stem}/document.yaml") == ["document.name"]


def test_a_document_that_is_a_folder_needs_a_folder_of_its_own() -> None:
    assert codes_for("documents/statement/document.yaml") == ["document.name"]


@pytest.mark.parametrize("name", ["text.yaml", "document.yml", "the-lake.yaml"])
def test_a_document_that_is_a_folder_is_in_a_file_of_one_name(name: str) -> None:
    path = f"documents/statement/2024-10-04-the-lake/{name}"
    (found,) = read(MINIMAL, path).findings
    assert (str(found.span), found.code) == (path, "document.name")
    assert "In the folder `2024-10-04-the-lake`" in found.message
    assert found.hint.startswith("Call it `document.yaml`")


@pytest.mark.parametrize(
    "path",
    [
        "documents/statement/2024-10-04-the-lake/2024-10-05-the-fence.yaml",
        "documents/statement/2024-10-04/the-lake.yaml",
        "documents/statement/2024/the-lake.yaml",
    ],
)
def test_folders_that_are_not_called_like_a_document_are_for_many(path: str) -> None:
    assert "document.name" not in codes_for(path)


@pytest.mark.parametrize(
    "path", ["documents/report/lake.yaml", "documents/lakes/lake.yaml", "documents/lake.yaml"]
)
def test_a_document_stands_in_the_folder_of_its_kind(path: str) -> None:
    assert codes_for(path) == ["document.kind-folder"]


def test_a_date_in_the_name_that_is_another_is_a_warning() -> None:
    result = read(MINIMAL, "documents/statement/2024-10-05-the-lake.yaml")
    assert places(result.findings) == ["3:7 document.date-name"]
    assert result.value is not None
