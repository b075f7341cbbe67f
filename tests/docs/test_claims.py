"""What the pages say in figures and lists is what the code says."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

import toolkit
from tests.docs.examples import REPOSITORY, examples, page_text
from tests.docs.mistakes import Sandbox
from toolkit.checks.waivers import Waiver
from toolkit.cli.markdown import status_markdown
from toolkit.cli.output import status_json
from toolkit.diagnostics import Span
from toolkit.diagnostics.formats import as_json, human
from toolkit.language import LANGUAGES, Quotes, codes, rows
from toolkit.language.dates import long_date, ordinal
from toolkit.language.numbers import number
from toolkit.project.appearance import PRINT_STYLES, SCREEN_STYLES, SITE_STYLES
from toolkit.project.creating import write_schemas
from toolkit.project.status import StatusReport, StatusRow
from toolkit.render.images import MAX_PIXELS, MAX_SIDE
from toolkit.render.job import Limits
from toolkit.render.page import HEADINGS_FOR_CONTENTS
from toolkit.source.forms.blocks import BLOCKS
from toolkit.source.reader import read_document
from toolkit.translation.coverage import Coverage
from toolkit.translation.message import explain
from toolkit.translation.pofile import read

DAY = dt.date(2024, 10, 4)


def page(name: str) -> str:
    return page_text(REPOSITORY / name)


def plain_spaces(text: str) -> str:
    """Thin and non-breaking spaces cannot be told from others in a page, so they are not asked for."""
    return "".join(" " if unicodedata.category(one) == "Zs" else one for one in text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_and_numbers_are_shown_as_they_are_printed(language: str) -> None:
    shown = plain_spaces(page("docs/translators.md"))
    assert plain_spaces(long_date(DAY, language)) in plain_spaces(page("docs/staff.md"))
    assert plain_spaces(long_date(DAY, language)) in shown
    assert plain_spaces(number(Decimal("12500"), language)) in shown
    assert plain_spaces(number(Decimal("12.5"), language)) in shown
    assert plain_spaces(number(Decimal("46"), language, percent=True)) in shown
    quotes = LANGUAGES[language].quotes
    assert f"{quotes.outer_open}…{quotes.outer_close}, inside them " in shown
    assert f"{quotes.inner_open}…{quotes.inner_close}" in shown


def test_a_message_is_shown_as_a_po_file_has_it() -> None:
    (example,) = examples("po")
    catalog = read(example.text.encode(), "example.po").value
    assert catalog is not None
    (entry,) = catalog.entries
    assert entry.fuzzy
    assert entry.previous is not None
    told = [line for line in explain(entry.msgid, {"decree": 1}) if line.startswith("[^")]
    assert [line for line in entry.extracted_comments if line.startswith("[^")] == told


@pytest.mark.parametrize("name", ["docs/staff.md", "docs/errors.md", "README.md"])
def test_a_mistake_is_shown_as_it_is_printed(name: str) -> None:
    path = "documents/statement/2024-10-04-the-lake.yaml"
    wrong = ["titel: The lake", "body:", "  - The lake was closed."]
    if name == "README.md":
        path = path.replace("the-lake", "lake-closure")
        wrong = ["title: The lake", "place: Harbourton", "body:", "  - headng: The lake"]
    lines = ["kind: statement", "language: en", "date: 2024-10-04", *wrong]
    found = read_document("\n".join(lines).encode(), path, languages=codes()).findings
    shown = next(one.text for one in examples("text") if one.page == name and "error[" in one.text)
    assert shown in human(found, colour=False)


def test_json_is_shown_as_it_is_printed() -> None:
    findings, status = (json.loads(one.text) for one in examples("json"))
    head = "kind: statement\nlanguage: en\ndate: 2024-10-04\ntitle: The lake\n"
    raw = f"{head}sumary: It was closed.\nbody:\n  - It was.\n".encode()
    path = "documents/statement/2024-10-04-the-lake.yaml"
    printed = json.loads(as_json(read_document(raw, path, languages=codes()).findings))
    assert findings == printed
    row = StatusRow("2024-10-04-the-lake", "statement", "en", "ru", Coverage(3, 3), has_file=True)
    assert status == json.loads(status_json(StatusReport((row,), ())))


def test_the_summary_is_shown_as_it_is_printed() -> None:
    (shown,) = (one.text for one in examples("markdown"))
    name = "2024-10-04-the-lake"
    counted = Coverage(3, 2, untranslated=1, words_left=5)
    row = StatusRow(name, "statement", "en", "ru", counted, has_file=True)
    span = Span(f"translations/ru/LC_MESSAGES/{name}.po", 18, 1)
    waiver = Waiver("check.number", "The source has a misprint.", span)
    assert shown == status_markdown(StatusReport((row,), (), (waiver,)))


def test_limits_are_those_of_the_code() -> None:
    limits = Limits()
    gigabytes = limits.memory // 1024**3
    told = f"{limits.seconds:.0f} seconds, {gigabytes} GiB of memory and {limits.pages:,} pages"
    assert told in page("docs/ci.md")
    assert f"at most {MAX_PIXELS // 1_000_000} million pixels" in page("docs/staff.md")
    assert f"{MAX_SIDE:,} pixels on the longer side" in page("docs/errors.md")
    assert (HEADINGS_FOR_CONTENTS, len(BLOCKS)) == (8, 15)
    assert "a report with eight headings or more has one" in page("docs/staff.md")
    assert "fifteen blocks" in page("CHANGELOG.md")


def test_the_workflow_installs_what_the_engine_needs() -> None:
    packages = page_text(REPOSITORY / "tools/system-packages")
    needed = re.findall(r"^build +\S+ +\S+ +(\S+)$", packages, re.M)
    places = [(REPOSITORY / "docs/workflows/editions.yml").read_text(encoding="utf-8")]
    places += [one.text for one in examples("sh") if "apt-get install" in one.text]
    blocks = [block for text in places for block in re.findall(r"apt-get install.*\n.*\n", text)]
    assert len(blocks) == 3
    for block in blocks:
        installed = re.findall(r"\blib[a-z-]+[0-9][a-z0-9.-]*", block)
        assert sorted(installed) == sorted(needed)


def test_the_tokens_are_those_of_the_style_sheet() -> None:
    sheet = (REPOSITORY / "templates/css/tokens.css").read_text(encoding="utf-8")
    tokens = set(re.findall(r"^ +(--[a-z0-9-]+):", sheet, re.M))
    section = page("docs/templates.md").partition("## Colours and faces")[2].partition("\n## ")[0]
    assert set(re.findall(r"`(--[a-z0-9-]+)`", section)) == tokens
    assert set(re.findall(r"^ +(--[a-z0-9-]+):", section, re.M)) <= tokens


def test_the_style_sheets_are_those_that_are_applied() -> None:
    found = re.findall(
        r"^\| `([a-z-]+)\.css` \| (✓?) ?\| (✓?) ?\| (✓?) ?\|", page("docs/templates.md"), re.M
    )
    assert tuple(name for name, screen, *_ in found if screen) == SCREEN_STYLES
    assert tuple(name for name, _, printed, _ in found if printed) == PRINT_STYLES
    assert tuple(name for name, *_, site in found if site) == SITE_STYLES


def test_the_templates_are_those_that_there_are() -> None:
    folders = (REPOSITORY / "templates/html", REPOSITORY / "templates/xml")
    there = {path.name for folder in folders for path in folder.iterdir()}
    section = page("docs/templates.md").partition("\n## Templates")[2].partition("\n## ")[0]
    assert set(re.findall(r"`([a-z-]+\.(?:ht|x)ml)`", section)) == there


def test_the_row_of_a_fourth_language_is_complete() -> None:
    (example,) = examples("python")
    made: dict[str, object] = {**vars(rows), "Quotes": Quotes}
    exec(example.text, made)
    german = made["_GERMAN"]
    assert isinstance(german, type(LANGUAGES["en"]))
    assert german.dates.long(DAY, german.locale) == "4. Oktober 2024"
    assert german.ordinal(3, german.locale) == "3."
    assert ordinal(3, "en") == "3rd"


def test_the_schemas_are_those_that_are_written(tmp_path: Path) -> None:
    section = page("docs/commands.md").partition("\n## `toolkit schema`")[2].partition("\n## ")[0]
    written = write_schemas(Sandbox(tmp_path).project).value or ()
    assert [Path(name).name for name in written] == re.findall(r"`([a-z]+\.json)`", section)


def test_the_newest_version_has_an_entry_in_the_changelog() -> None:
    versions = re.findall(r"^## (\d+\.\d+\.\d+) ", page("CHANGELOG.md"), re.M)
    assert versions[0] == toolkit.__version__


def test_the_languages_of_the_project_are_all_named() -> None:
    told = page("docs/commands.md").partition("The toolkit knows")[2].partition(".")[0]
    named = set(re.findall(r"`([a-z]{2})`", told))
    assert named == codes()


def test_the_folder_of_the_toolkits_own_templates_is_printed_as_told() -> None:
    (line,) = (one.text for one in examples("sh") if "shipped_root" in one.text)
    code = re.fullmatch(r'python -c "(.*)"\n', line)
    assert code is not None
    out: list[Path] = []
    exec(code.group(1), {"print": out.append})
    assert (out[0] / "html/layout.html").is_file()


def test_make_has_every_target_that_the_pages_name() -> None:
    typed = [re.findall(r"^make ([a-z]+)", one.text, re.M) for one in examples("sh")]
    named = {target for targets in typed for target in targets}
    assert {"build", "test"} <= named
    makefile = page_text(REPOSITORY / "Makefile")
    assert [target for target in named if not re.search(rf"^{target}:", makefile, re.M)] == []
