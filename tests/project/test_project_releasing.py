"""`toolkit release`: everything or nothing, and what it says of itself is true."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.docs.mistakes import CATALOG, DOCUMENT, Sandbox
from tests.release.bills import complaints
from tests.release.keys import make_keys
from tests.render.pages import read
from tests.support.browser import opened
from toolkit.diagnostics import Finding, Severity
from toolkit.project.releasing import ReleaseOptions, ReleaseReport, release
from toolkit.project.shipped import shipped_root
from toolkit.project.signing import KEY_VARIABLE, is_signed
from toolkit.release.changes import Change
from toolkit.release.manifest import Manifest, read_manifest, renditions
from toolkit.release.sbom import SBOM
from toolkit.release.signatures import Tool
from toolkit.release.sums import SUMS, read_sums

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

FILES = {
    f"2024-10-04-the-lake.{language}.{suffix}"
    for language in ("ru", "en")
    for suffix in ("html", "pdf")
}
SITE = {
    "index.html",
    *(
        f"{code}/{name}"
        for code in ("ru", "en")
        for name in ("index.html", "verify.html", "feed.xml")
    ),
}


def released(box: Sandbox, version: str = "2026.1", since: Path | None = None) -> ReleaseReport:
    return release(box.project, ReleaseOptions(version, since, jobs=1))


def codes(findings: Sequence[Finding]) -> list[str]:
    """What stands against a release; the sandbox lacks a few non-breaking spaces, which does not."""
    return [item.code for item in findings if item.severity is not Severity.NOTE]


def named(box: Sandbox, pattern: str) -> None:
    """Let the files of releases be named by a pattern."""
    settings = (box.root / "toolkit.yaml").read_text(encoding="utf-8")
    box.write("toolkit.yaml", f"{settings}release:\n  files: {pattern}\n")


def manifest_of(folder: Path) -> Manifest:
    return read_manifest((folder / "manifest.json").read_bytes())


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """A project with one release; no test changes it."""
    box = Sandbox(tmp_path_factory.mktemp("released"))
    report = released(box)
    assert codes(report.findings) == []
    return box


@pytest.fixture
def box(first: Sandbox, tmp_path: Path) -> Sandbox:
    """The same, to be changed."""
    shutil.copytree(first.root, tmp_path / "project")
    return Sandbox(tmp_path / "project")


def test_the_folder_holds_what_the_sums_name_and_nothing_else(first: Sandbox) -> None:
    folder = first.root / "dist/2026.1"
    sums = read_sums((folder / SUMS).read_bytes())
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there == {SUMS, *sums}
    assert sums.keys() == FILES | SITE | {"manifest.json", "sbom.cdx.json"}
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_the_manifest_is_true(first: Sandbox) -> None:
    folder = first.root / "dist/2026.1"
    manifest = manifest_of(folder)
    (document,) = manifest.documents
    assert (document.name, document.revision) == ("2024-10-04-the-lake", 1)
    assert {edition.language: edition.title for edition in document.editions} == {
        "ru": "Озеро принадлежит его деревням",
        "en": "The lake belongs to its villages",
    }
    source = (first.root / DOCUMENT).read_bytes()
    assert document.source_sha256 == hashlib.sha256(source).hexdigest()
    catalogs = {edition.language: edition.catalog_sha256 for edition in document.editions}
    catalog = hashlib.sha256((first.root / CATALOG).read_bytes()).hexdigest()
    assert catalogs == {"ru": catalog, "en": None}
    for rendition in renditions(manifest):
        data = (folder / rendition.path).read_bytes()
        assert (rendition.size, rendition.sha256) == (len(data), hashlib.sha256(data).hexdigest())
        assert rendition.pages == (1 if rendition.format == "pdf" else None)
    for edition in document.editions:
        assert edition.coverage.translated == edition.coverage.messages == 3


def test_the_bill_of_materials_is_valid_and_agrees_with_the_manifest(first: Sandbox) -> None:
    folder = first.root / "dist/2026.1"
    raw = (folder / SBOM).read_bytes()
    assert list(complaints(raw)) == []
    versions = {part["name"]: part.get("version") for part in json.loads(raw)["components"]}
    made_with = manifest_of(folder).made_with
    for name, version in {**made_with.packages, **made_with.libraries}.items():
        assert versions[name] == version
    assert {font.file for font in made_with.fonts} <= versions.keys()


def test_every_page_bears_the_fingerprint_of_the_manifest(first: Sandbox) -> None:
    folder = first.root / "dist/2026.1"
    (document,) = manifest_of(folder).documents
    for name in FILES:
        if name.endswith("html"):
            assert document.fingerprint in (folder / name).read_text(encoding="utf-8")


def test_pages_link_to_one_another_by_their_released_names(box: Sandbox) -> None:
    box.write(
        "toolkit.yaml",
        (box.root / "toolkit.yaml").read_text() + "release:\n  files: lake-<slug>_<lang>\n",
    )
    report = released(box, "2026.2")
    assert codes(report.findings) == []
    folder = box.root / "dist/2026.2"
    page = (folder / "lake-the-lake_ru.html").read_text(encoding="utf-8")
    assert re.findall(r'href="(lake-[^"#]*)"', page)
    for name in re.findall(r'href="(lake-[^"#]*)', page):
        assert (folder / name).is_file()


def test_the_same_sources_give_the_same_bytes(box: Sandbox) -> None:
    shutil.move(box.root / "dist", box.root.parent / "before")
    assert codes(released(box).findings) == []
    before = box.root.parent / "before/2026.1"
    for old in before.rglob("*.*"):
        assert (box.root / "dist/2026.1" / old.relative_to(before)).read_bytes() == old.read_bytes()


def test_a_release_never_changes(box: Sandbox) -> None:
    before = {path: path.stat().st_mtime_ns for path in (box.root / "dist").rglob("*")}
    assert codes(released(box).findings) == ["release.exists"]
    assert {path: path.stat().st_mtime_ns for path in (box.root / "dist").rglob("*")} == before


@pytest.mark.parametrize(
    "version", ["", ".", "..", "../x", "a/b", "A", "-x", "x.", "a..b", "x" * 41]
)
def test_a_version_is_the_plain_name_of_a_folder(first: Sandbox, version: str) -> None:
    assert codes(released(first, version).findings) == ["release.version"]


class TestNothingIsReleased:
    def refused(self, box: Sandbox, *expected: str) -> Sequence[Finding]:
        report = released(box, "2026.2")
        assert report.manifest is None
        assert not (box.root / "dist/2026.2").exists()
        found = codes(report.findings)
        assert set(expected) <= set(found), found
        return report.findings

    def test_with_a_missing_translation(self, box: Sandbox) -> None:
        box.replace(CATALOG, "Озеро принадлежит его деревням", "")
        self.refused(box, "strict.incomplete")

    def test_with_a_fuzzy_translation(self, box: Sandbox) -> None:
        box.replace(CATALOG, 'msgid "The lake belongs', '#, fuzzy\nmsgid "The lake belongs')
        self.refused(box, "strict.incomplete")

    def test_with_another_number(self, box: Sandbox) -> None:
        box.replace(CATALOG, "2 мая 2021", "2 мая 2012")
        self.refused(box, "check.date")

    def test_with_a_warning(self, box: Sandbox) -> None:
        box.replace(CATALOG, "в 2021 году[^decree].", "в 2021 году[^decree]")
        found = self.refused(box, "check.final-punctuation", "release.warning")
        assert (
            found[-1].hint == "correct the texts, or waive a finding that is wrong, with the reason"
        )

    def test_with_a_text_changed_under_the_same_revision(self, box: Sandbox) -> None:
        box.replace(CATALOG, "Озеро принадлежит его деревням", "Озеро принадлежит своим деревням")
        *_, problem = self.refused(box, "release.revision")
        assert str(problem.span) == DOCUMENT
        assert problem.message == (
            "the Russian text has changed since release 2026.1, and the revision is still 1"
        )

    def test_with_a_revision_that_goes_back(self, box: Sandbox) -> None:
        box.replace(DOCUMENT, "kind: statement\n", "kind: statement\nrevision: 3\n")
        assert codes(released(box, "2026.1.1").findings) == []
        box.replace(DOCUMENT, "revision: 3\n", "revision: 2\n")
        self.refused(box, "release.revision")

    def test_with_two_documents_of_one_file_name(self, box: Sandbox) -> None:
        box.write(
            "toolkit.yaml",
            (box.root / "toolkit.yaml").read_text() + "release: {files: <slug>.<lang>}\n",
        )
        other = DOCUMENT.replace("2024-10-04", "2025-10-04")
        box.write(other, (box.root / DOCUMENT).read_text().replace("date: 2024", "date: 2025"))
        box.write(CATALOG.replace("2024-10-04", "2025-10-04"), (box.root / CATALOG).read_text())
        self.refused(box, "release.name")

    def test_with_a_template_that_makes_no_valid_html(self, box: Sandbox) -> None:
        layout = (shipped_root() / "templates/html/layout.html").read_text(encoding="utf-8")
        spoilt = layout.replace("</body>", "</b></body>")
        box.write("templates/html/layout.html", spoilt)
        found = self.refused(box, "finished.invalid")
        assert {item.span.path for item in found if item.code == "finished.invalid"} == {
            f"dist/2026.2/2024-10-04-the-lake.{language}.html" for language in ("ru", "en")
        }

    def test_with_a_waiver_that_gives_no_reason(self, box: Sandbox) -> None:
        box.replace(CATALOG, "2 мая 2021", "2 мая 2012")
        box.replace(CATALOG, 'msgid "Decree 14', '# waive check.date:\nmsgid "Decree 14')
        self.refused(box, "check.date", "waiver.reason")

    def test_with_a_character_that_no_font_has(self, box: Sandbox) -> None:
        box.replace(CATALOG, "Озеро принадлежит", "Озеро \u2603 принадлежит")
        self.refused(box, "engine.glyph")

    def test_without_documents(self, box: Sandbox) -> None:
        (box.root / DOCUMENT).unlink()
        (box.root / CATALOG).unlink()
        self.refused(box, "release.empty")

    def test_with_an_earlier_manifest_that_is_none(self, box: Sandbox) -> None:
        (box.root / "dist/2026.1/manifest.json").write_text("{}")
        self.refused(box, "release.manifest")


def test_a_corrected_text_of_a_new_revision_is_released_and_reported(box: Sandbox) -> None:
    box.replace(CATALOG, "Озеро принадлежит его деревням", "Озеро принадлежит своим деревням")
    box.replace(DOCUMENT, "kind: statement\n", "kind: statement\nrevision: 2\n")
    report = released(box, "2026.2", box.root / "dist/2026.1/manifest.json")
    assert codes(report.findings) == []
    assert [(item.change, item.language) for item in report.changes] == [
        (Change.CHANGED, ""),
        (Change.CHANGED, "ru"),
    ]


def test_what_a_killed_release_left_is_no_earlier_release_and_is_swept(box: Sandbox) -> None:
    for number, text in enumerate(("{", (box.root / "dist/2026.1/manifest.json").read_text())):
        box.write(f"dist/.toolkit-new-{number}/manifest.json", text)
    shutil.rmtree(box.root / "dist/2026.1")
    box.replace(CATALOG, "Озеро принадлежит его деревням", "Озеро принадлежит своим деревням")
    assert codes(released(box, "2026.2").findings) == []
    assert [path.name for path in (box.root / "dist").iterdir()] == ["2026.2"]


def test_a_waiver_stands_in_the_manifest_with_its_reason(box: Sandbox) -> None:
    box.replace(CATALOG, "2 мая 2021", "2 мая 2012")
    box.replace(
        CATALOG, 'msgid "Decree 14', '# waive check.date: the sign has this year\nmsgid "Decree 14'
    )
    box.replace(DOCUMENT, "kind: statement\n", "kind: statement\nrevision: 2\n")
    report = released(box, "2026.2")
    assert report.manifest is not None, report.findings
    (russian, english) = report.manifest.documents[0].editions
    assert [(item.code, item.reason) for item in russian.waivers] == [
        ("check.date", "the sign has this year")
    ]
    assert english.waivers == ()


def follow_the_page(folder: Path, tmp_path: Path) -> None:
    """Type what the page on verifying says, in a copy of the release; then alter a file of it."""
    copy = shutil.copytree(folder, tmp_path / "copy")
    page = read((folder / "en/verify.html").read_text(encoding="utf-8"))
    typed = [block.text for block in page.all("pre")]
    wanted = ("sha256sum ", "shasum ", "minisign ", "printf ", "gpg ")
    commands = [one for one in typed if one.startswith(wanted)]
    assert len(commands) == 4
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    environment = {"PATH": os.environ["PATH"], "GNUPGHOME": str(home), "HOME": str(home)}

    def outcomes() -> list[bool]:
        return [
            subprocess.run(
                ("sh", "-ec", one), cwd=copy, env=environment, capture_output=True, check=False
            ).returncode
            == 0
            for one in commands
        ]

    assert outcomes() == [True, True, True, True]
    (copy / "manifest.json").write_text("{}")
    assert outcomes() == [False, True, False, True]
    with (copy / SUMS).open("a") as sums:
        sums.write("\n")
    assert outcomes()[3] is False


def test_another_edition_opens_at_the_same_paragraph(browser: Browser, first: Sandbox) -> None:
    index = first.root / "dist/2026.1/en/index.html"
    with opened(browser, index) as visit:
        page = visit.page
        page.get_by_role("heading", name="The lake belongs").get_by_role("link").click()
        page.locator("#p1").hover()
        page.locator("#p1 .permalink").click()
        page.get_by_role("navigation").get_by_role("link", name="Русский").click()
        page.wait_for_url("**/2024-10-04-the-lake.ru.html#p1")
        assert page.locator("#p1").is_visible()
        assert visit.errors == []


@pytest.mark.parametrize(
    "how",
    [
        "signature: {tool: ssh, public_key: relaese.pub}",
        "pdf_signature: {certificate: relaese.pub}",
    ],
)
def test_check_misses_a_public_key_that_is_not_there(box: Sandbox, how: str) -> None:
    before, key = list(box.check()), "relaese.pub"
    settings = (box.root / "toolkit.yaml").read_text()
    box.write("release.pub", "a key")
    box.write("toolkit.yaml", f"{settings}release:\n  {how}\n")
    (found,) = (item for item in box.check() if item not in before)
    line, column = settings.count("\n") + 2, 3 + how.index(key)
    assert (str(found.span), found.code) == (f"toolkit.yaml:{line}:{column}", "file.missing")
    assert found.hint == "did you mean `release.pub`?"
    box.write(key, "a key")
    assert list(box.check()) == before


@pytest.mark.parametrize("tool", Tool)
def test_the_sums_are_signed_with_the_key_of_the_environment(
    tool: Tool, box: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = make_keys(tool, tmp_path / "keys")
    box.write("keys/release.pub", keys.public)
    settings = (box.root / "toolkit.yaml").read_text()
    signature = f"  signature: {{tool: {tool}, public_key: keys/release.pub}}\n"
    box.write("toolkit.yaml", f"{settings}release:\n{signature}")
    monkeypatch.setenv(KEY_VARIABLE, keys.secret)
    report = released(box, "2026.2")
    assert codes(report.findings) == []
    folder = box.root / "dist/2026.2"
    (signed,) = [path for path in folder.iterdir() if path.name.startswith(f"{SUMS}.")]
    assert is_signed(tool, (folder / SUMS).read_bytes(), signed.read_bytes(), keys.public)
    there = [path for path in folder.rglob("*") if path.is_file()]
    assert all(keys.secret.encode() not in path.read_bytes() for path in there)
    follow_the_page(folder, tmp_path)

    stranger = make_keys(tool, tmp_path / "stranger")
    monkeypatch.setenv(KEY_VARIABLE, stranger.secret)
    refused = released(box, "2026.3")
    assert codes(refused.findings) == ["release.signature"]
    assert refused.findings[-1].message == "the signature is not by the key that readers are given"
    assert not (box.root / "dist/2026.3").exists()
