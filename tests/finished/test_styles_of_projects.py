"""Style sheets of a project: whatever keeps the texts is silent, whatever hides them is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.finished.conftest import FOLDER, STATEMENT, copy_project
from toolkit.diagnostics import Finding
from toolkit.project.building import build
from toolkit.project.finished import check_finished
from toolkit.project.place import open_project
from toolkit.project.printing import PrintOptions
from toolkit.project.selection import Selection

#: What people who make a page their own are likely to write.
LETTERS = """
h1, h2 { text-transform: uppercase; letter-spacing: .1em }
p { font-variant: small-caps }
.dateline { text-transform: capitalize }
li { font-feature-settings: "dlig", "frac", "smcp", "case"; font-variant-ligatures: common-ligatures }
h2::before { content: "§ " counter(part) " — "; counter-increment: part }
h2::after { content: " ◆" }
.body p::before { content: open-quote }
.body p::after { content: close-quote }
.footnote::footnote-call { content: "[" attr(data-number) "]" }
.footnote::footnote-marker { content: attr(data-number) ") " }
.body { opacity: .9 }
h2 { color: #fff; background: #123; outline: 1pt solid }
html { font-size: 15pt; line-height: 21pt }
@page { @top-left { content: "Lake Watch" } @top-right { content: string(part) } }
h2 { string-set: part content() }
"""
COLUMNS = """
@page { size: A5 landscape; margin: 12mm }
@page { @bottom-center { content: counter(page) " / " counter(pages) } }
.body { columns: 2; column-gap: 6mm }
.body > p:first-of-type::first-letter { font-size: 3em; line-height: .8 }
p::first-line { text-transform: uppercase }
html { hyphens: none; font-size: 9pt }
p { text-align: justify; word-spacing: .1em; text-decoration: underline }
#p2, #p3 { hyphens: auto }
.kind { display: none }
"""
HIDING = """
h2 { color: #fff }
#p1 { opacity: .05 }
#p2 { font-size: 1pt }
#p3 { position: relative; left: -900mm }
#p4 { margin-bottom: -30pt; line-height: 6pt }
"""


def printed(repository: Path, root: Path, styles: str) -> tuple[Finding, ...]:
    """What is found after a build of the Russian statement with more styles for paper."""
    copy_project(repository, root)
    own = root / "templates" / "css"
    own.mkdir(parents=True)
    shutil.copy(repository / "templates" / "css" / "print.css", own)
    with (own / "print.css").open("a", encoding="utf-8") as file:
        file.write(styles)
    project = open_project(root).value
    assert project is not None
    chosen = Selection(paths=(Path(STATEMENT),))
    report = build(project, PrintOptions(selection=chosen, languages=("ru",), jobs=1))
    assert report.built
    assert (root / FOLDER / f"{STATEMENT}.ru.pdf").exists()
    return check_finished(project, chosen, ("ru",))


@pytest.mark.slow
@pytest.mark.parametrize("styles", [LETTERS, COLUMNS], ids=["letters", "columns"])
def test_styles_that_keep_every_text(repository: Path, tmp_path: Path, styles: str) -> None:
    assert printed(repository, tmp_path, styles) == ()


@pytest.mark.slow
def test_styles_that_hide_texts(repository: Path, tmp_path: Path) -> None:
    findings = printed(repository, tmp_path, HIDING)
    assert {item.code for item in findings} == {"finished.hidden"}
    reasons = {item.message.partition("sees: ")[2] for item in findings}
    assert {
        "it has no contrast with its ground",
        "it is too small to be read",
        "it stands beyond the edge of the page",
        "another text is printed over it",
    } <= reasons
