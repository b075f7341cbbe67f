"""Whole projects: everything that the repository prints, drafts, and templates that lose texts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from tests.finished.conftest import FOLDER, STATEMENT, Shelf
from toolkit.diagnostics import Finding
from toolkit.project.building import build
from toolkit.project.finished import check_finished
from toolkit.project.place import Project, open_project
from toolkit.project.printing import PrintOptions
from toolkit.project.selection import EVERYTHING, Selection

ONLY = Selection(paths=(Path(STATEMENT),))


def opened(root: Path) -> Project:
    project = open_project(root).value
    assert project is not None
    return project


def rebuilt(finished: Shelf) -> tuple[Finding, ...]:
    project = opened(finished.root)
    assert build(project, PrintOptions(selection=ONLY)).built
    return check_finished(project, ONLY, ())


def override(repository: Path, finished: Shelf, name: str, old: str, new: str) -> None:
    """Give the project a template of its own, changed in one place."""
    text = (repository / "templates" / name).read_text(encoding="utf-8")
    assert old in text
    path = finished.root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_edition_of_the_repository_is_whole(built_once: Path) -> None:
    assert (
        len([*(built_once / "build").rglob("*.*ml"), *(built_once / "build").rglob("*.pdf")]) >= 30
    )
    before = process_time()
    assert check_finished(opened(built_once), EVERYTHING, ()) == ()
    # Measured: 7 s on one core that others used too.
    assert process_time() - before < 25


def test_reading_does_not_load_the_pdf_engine(built_once: Path, repository: Path) -> None:
    code = (
        "import sys; import toolkit.project.finished; "
        "sys.exit('weasyprint' in sys.modules or 'toolkit.render.engine' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=repository, check=True)


def test_nothing_has_been_built(finished: Shelf) -> None:
    shutil.rmtree(finished.root / "build")
    findings = finished.check()
    assert {item.code for item in findings} == {"finished.missing"}
    assert [item.span.path.rpartition(f"{STATEMENT}.")[2] for item in findings] == [
        "ru.html", "ru.pdf", "tk.html", "tk.pdf", "en.html", "en.pdf"
    ]  # fmt: skip


def test_a_file_in_a_language_that_the_project_does_not_have(finished: Shelf) -> None:
    stranger = finished.file("pdf", "de")
    stranger.write_bytes(b"%PDF")
    (found,) = finished.check()
    assert (found.code, found.severity) == ("finished.unknown", "warning")
    assert found.span.path.endswith(stranger.name)


def test_a_draft_is_what_it_says(finished: Shelf) -> None:
    (finished.root / "translations" / "en" / "LC_MESSAGES" / f"{STATEMENT}.po").unlink()
    assert rebuilt(finished) == ()


def test_a_template_that_drops_a_text(repository: Path, finished: Shelf) -> None:
    drop = "{{ t(block.text) }}{{ tools(block.anchor) }}</p>"
    override(repository, finished, "html/blocks.html", drop, "{{ tools(block.anchor) }}</p>")
    findings = rebuilt(finished)
    # The footnotes that it calls are lost with it.
    codes = {"finished.text-missing", "finished.other", "finished.structure"}
    found = {item.code for item in findings}
    assert found <= codes
    assert found & {"finished.text-missing", "finished.other"}
    assert {item.span.path.rpartition(".")[2] for item in findings} == {"html", "pdf"}


def test_a_template_that_prints_a_text_twice(repository: Path, finished: Shelf) -> None:
    once = "{{ t(block.text) }}{{ tools(block.anchor) }}</p>"
    override(repository, finished, "html/blocks.html", once, "{{ t(block.text) }} " + once)
    assert "finished.text-doubled" in {item.code for item in rebuilt(finished)}


def test_a_style_sheet_of_the_project_that_hides_a_text(repository: Path, finished: Shelf) -> None:
    override(repository, finished, "css/screen.css", ".skip {", "h2 { display: none } .skip {")
    findings = rebuilt(finished)
    assert {item.code for item in findings} == {"finished.hidden"}
    assert {item.span.path.rpartition(".")[2] for item in findings} == {"html"}


def test_a_template_that_differs_by_language(repository: Path, finished: Shelf) -> None:
    extra = '{% if edition.language == "tk" %}<h2 id="more">…</h2>{% endif %}<div class="body">'
    override(repository, finished, "html/layout.html", '<div class="body">', extra)
    findings = rebuilt(finished)
    assert {item.code for item in findings} == {"finished.structure"}
    assert any("headings" in item.message for item in findings)


@pytest.mark.parametrize("name", ["head", "foot"])
def test_heads_and_feet_are_those_of_the_edition(
    repository: Path, finished: Shelf, name: str
) -> None:
    files = {path: path.read_bytes() for path in (finished.root / FOLDER).glob("*.pdf")}
    kind = "running-head" if name == "head" else "folio"
    override(repository, finished, "html/parts.html", f'class="{kind}">', f'class="{kind}">X ')
    rebuilt(finished)
    shutil.rmtree(finished.root / "templates")
    assert {path.read_bytes() for path in files} != set(files.values())
    messages = {item.message for item in finished.check() if item.code == "finished.text-extra"}
    assert "the head or foot of page 2 is not that of the edition" in messages
