"""Names of files, and settings, that were chosen to do harm."""

from __future__ import annotations

import os
import re

import pytest

from tests.cli.workspace import HARVEST, HARVEST_PATH, RAW_CONTROLS, WELCOME, Workspace, toolkit
from tests.hostile.attack import run, runs_only_its_own

FOLDER = "documents/statement"
TEXT = "kind: statement\nlanguage: en\ndate: 2026-03-01\ntitle: Grain\nbody: [Grain.]\n"

#: Names that no document may have: they would not work as names of PO files, editions and links.
NAMES = (
    "2026-03-01-Spring",
    "2026-03-01-SPRING",
    "2026-03-01 harvest",
    "2026-03-01-hárvest",
    "2026-03-01-ha\u0301rvest",
    "2026-03-01-урожай",
    "2026-03-01-harvest.en",
    "2026-03-01_harvest",
    "a..b",
    "-rf",
    "--help",
    "~",
    "$(id)",
    "`id`",
    "a;b",
    "a&b",
    "a'b",
    'a"b',
    "<script>",
    "%2e%2e",
    "a\nb",
    "a\tb",
    "\x1b[31mred",
    "a\u202eb",
    "a\u2028b",
    "🌾",
    "x" * 200,
    "toolkit.pot",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_cannot_serve_is_refused_and_gets_no_catalogs(
    target: Workspace, name: str
) -> None:
    target.write(f"{FOLDER}/{name}.yaml", TEXT)
    catalogs = target.files("translations")
    outcome = run(target, "update")
    assert (outcome.code, outcome.codes) == (1, ["document.name"])
    assert outcome.err.startswith(f"{FOLDER}/")
    assert target.files("translations") == catalogs


def test_names_that_cannot_serve_spoil_no_other_document(target: Workspace) -> None:
    for name in NAMES:
        target.write(f"{FOLDER}/{name}.yaml", TEXT)
    editions = target.files("build")
    outcome = run(target, "build", "--format", "html")
    assert outcome.code == 1
    assert outcome.codes.count("document.name") == len(NAMES)
    assert len(outcome.out.splitlines()) == 2
    assert target.files("build") == editions


def test_the_name_of_the_toolkits_own_words_is_taken(target: Workspace) -> None:
    target.write(f"{FOLDER}/toolkit.yaml", TEXT)
    outcome = run(target, "update")
    assert (outcome.code, outcome.codes) == (1, ["document.name"])
    assert not target.path("translations/templates/toolkit.pot").exists()


@pytest.mark.parametrize(
    "other",
    [
        f"documents/report/{HARVEST}.yaml",
        f"{FOLDER}/{HARVEST}.yml",
        f"{FOLDER}/{HARVEST}/document.yaml",
        f"{FOLDER}/deeper/{HARVEST}.yaml",
        f"{FOLDER}/{HARVEST.upper()}.yaml",
    ],
)
def test_two_documents_of_one_name_are_refused_and_neither_is_lost(
    target: Workspace, other: str
) -> None:
    target.write(other, TEXT)
    editions = target.files("build")
    outcome = run(target, "build", "--format", "html")
    assert outcome.code == 1
    said = outcome.findings("document.duplicate")
    assert {line.partition(": error")[0] for line in said} == {HARVEST_PATH, other}
    assert target.files("build") == editions


def test_two_names_that_differ_only_in_how_an_accent_is_put_together_are_both_refused(
    target: Workspace,
) -> None:
    for name in ("caf\u00e9", "cafe\u0301"):
        target.write(f"{FOLDER}/{name}.yaml", TEXT)
    outcome = run(target, "check")
    assert outcome.code == 1
    assert outcome.codes.count("document.name") == 2
    assert outcome.codes.count("document.duplicate") == 2


@pytest.mark.parametrize("kind", ["folder", "pipe", "circle", "device"])
def test_what_is_no_ordinary_file_is_no_document(target: Workspace, kind: str) -> None:
    path = target.path(f"{FOLDER}/2026-04-01-spring.yaml")
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(path.name if kind == "circle" else "/dev/zero")
    outcome = run(target, "check")
    assert outcome.code == 1
    code = "file.outside" if kind == "device" else "file.unreadable"
    assert outcome.codes == [code]
    assert outcome.err.startswith(f"{FOLDER}/2026-04-01-spring.yaml: ")


@pytest.mark.parametrize("trap", ["folder", "pipe"])
def test_a_po_file_that_is_no_ordinary_file_is_reported_and_stays(
    target: Workspace, trap: str
) -> None:
    path = target.po_path("ru")
    path.unlink()
    path.mkdir() if trap == "folder" else os.mkfifo(path)
    for command in (("check",), ("status",), ("update",), ("build", "--format", "html")):
        outcome = run(target, *command, HARVEST)
        assert (outcome.code, outcome.codes) == (1, ["file.unreadable"])
    assert path.is_dir() == (trap == "folder")
    assert path.is_fifo() == (trap == "pipe")


def test_a_document_far_down_in_folders_is_reported_not_followed(target: Workspace) -> None:
    target.write(f"{FOLDER}/{'a/' * 60}2026-04-01-spring.yaml", TEXT)
    assert run(target, "check").code in {0, 1}


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("", "field.missing"),
        ("- a\n", "field.type"),
        ("a: &a [*a]\n", "yaml.alias"),
        ("[" * 100_000, "yaml.too-deep"),
        ("languages: [ru]\0", "file.control-character"),
        ("languages: [ru, ../../etc]\norganisation: {name: {ru: A}}\n", "text.language"),
        ("languages: [ru, ru]\norganisation: {name: {ru: A}}\n", "field.value"),
        (
            "languages: [ru]\norganisation:\n  name: {ru: A}\n  website: javascript:alert(1)\n",
            "markup.link",
        ),
        (
            'languages: [ru]\norganisation:\n  name: {ru: A}\n  email: "a@b.c\\nBcc: d@e.f"\n',
            "field.value",
        ),
        ("languages: [ru]\norganisation:\n  name: {ru: A}\noutput: ../../srv\n", "file.outside"),
    ],
)
def test_hostile_settings_are_refused_by_every_command(
    target: Workspace, settings: str, code: str
) -> None:
    target.write("toolkit.yaml", settings)
    before = target.files()
    for command in ("check", "update", "status", "build", "extract", "schema"):
        outcome = run(target, command)
        assert outcome.code == 1
        assert code in outcome.codes, outcome.err
        assert outcome.err.startswith("toolkit.yaml")
    assert run(target, "new", "statement", "one").code == 1
    assert target.files() == before


def test_settings_that_are_no_file_are_no_project(target: Workspace) -> None:
    target.path("toolkit.yaml").unlink()
    os.mkfifo(target.path("toolkit.yaml"))
    assert run(target, "check").codes == ["project.none"]
    target.path("toolkit.yaml").unlink()
    target.path("toolkit.yaml").symlink_to("/etc/passwd")
    assert run(target, "check").codes == ["file.outside"]


def test_names_in_settings_are_printed_as_they_stand(target: Workspace) -> None:
    plain = target.edition("en")
    name = "<script>alert(1)</script> {{ 7*7 }} %s"
    target.edit("toolkit.yaml", "en: Your Organisation", f"en: '{name}'")
    assert run(target, "build", "--format", "html", HARVEST).code == 0
    html = target.edition("en")
    runs_only_its_own(html, plain)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} %s" in html


def test_what_a_document_says_is_printed_as_it_stands(target: Workspace) -> None:
    words = "<img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} %(n)99999d {0.__class__} ${HOME}"
    plain = target.edition("en")
    target.statement(f"'{words}'", more="summary: '\"></script><script>alert(1)</script>'\n")
    outcome = run(target, "build", "--format", "html", HARVEST)
    assert outcome.code == 0
    html = target.edition("en")
    runs_only_its_own(html, plain)
    assert "<img src=x" not in html
    shown = re.sub("<[^>]+>", "", html).replace("&lt;", "<").replace("&gt;", ">")
    assert words in shown.replace("\xa0", " ")


def test_arguments_are_never_shown_raw(target: Workspace) -> None:
    for arguments in (
        ("check", "\x1b[31mred"),
        ("check", "--lang", "\x1b[31mred"),
        ("check", "--kind", "\x1b[31mred"),
        ("new", "statement", "\x1b[31mred"),
        ("new", "statement", "one", "--date", "\x1b[31m"),
        ("new", "\x1b[31mred", "one"),
    ):
        outcome = target.run(*arguments)
        assert outcome.code == 2
        assert not RAW_CONTROLS.search(outcome.out + outcome.err), outcome
    outcome = toolkit("check", "-C", "/no/\x1b[31mred")
    assert outcome.code == 2
    assert not RAW_CONTROLS.search(outcome.err)


def test_the_sample_is_untouched_by_all_of_this(target: Workspace) -> None:
    assert run(target, "check", WELCOME).codes == []
    assert run(target, "check", HARVEST_PATH).codes == []
