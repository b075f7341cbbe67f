"""The site of a release: as parsers read it, as a browser shows it, as a keyboard reaches it."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from defusedxml.ElementTree import fromstring

from tests.release.releases import manifest
from tests.release.test_release_site import LANGUAGES, SITE, document
from tests.render.pages import read
from tests.support.browser import axe, faces, opened, overflow
from tests.support.html import nu
from toolkit.diagnostics import Span
from toolkit.document.model import Kind
from toolkit.project.place import open_project
from toolkit.project.site import make_site
from toolkit.project.studio import Studio, open_studio
from toolkit.release.manifest import Manifest, renditions
from toolkit.release.sums import SUMS
from toolkit.source.settings import ReleaseSettings, Signature

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = "</title><script>alert(1)</script> & ]]> \"'><b> \x0b\ufffe"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RELEASE = manifest(
    document("lake", Kind.REPORT, dt.date(2026, 5, 31)),
    document("well", Kind.STATEMENT, dt.date(2026, 1, 2)),
    document("shore", Kind.REPORT, dt.date(2024, 10, 4), languages=("en", "ru")),
    document("letter", Kind.OPEN_LETTER, dt.date(2021, 1, 25), title="A & B"),
)


@pytest.fixture(scope="module")
def studio(repository: Path) -> Studio:
    """The looks and words of this project, which publishes nowhere."""
    project = open_project(repository).value
    assert project is not None
    settings = replace(project.settings, site="")
    opened_studio = open_studio(replace(project, settings=settings)).value
    assert opened_studio is not None
    return opened_studio


def published(studio: Studio, site: str = SITE, release: ReleaseSettings | None = None) -> Studio:
    """The same with other settings."""
    settings = replace(
        studio.project.settings, site=site, release=release or studio.project.settings.release
    )
    return replace(studio, project=replace(studio.project, settings=settings))


def made(studio: Studio, release: Manifest = RELEASE) -> Mapping[str, bytes]:
    result = make_site(studio, release)
    assert result.value is not None, result.findings
    return result.value


@pytest.fixture(scope="module")
def files(studio: Studio) -> Mapping[str, bytes]:
    return made(studio)


@pytest.fixture(scope="module")
def folder(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on the disk, with something in the place of every edition."""
    root = tmp_path_factory.mktemp("site")
    others = {item.path: b"<!doctype html><title>x</title>" for item in renditions(RELEASE)}
    for path, data in {**others, **files}.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(data)
    return root


def pages(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def test_a_site_has_its_files(studio: Studio, files: Mapping[str, bytes]) -> None:
    names = ("index.html", "verify.html", "feed.xml")
    expected = {"index.html", *(f"{code}/{name}" for code in LANGUAGES for name in names)}
    assert files.keys() == expected
    assert made(published(studio)).keys() == expected | {"sitemap.xml"}


def test_the_same_manifest_gives_the_same_bytes(studio: Studio, files: Mapping[str, bytes]) -> None:
    assert made(studio) == files


@pytest.mark.parametrize("signed", [False, True])
def test_every_link_of_every_page_leads_to_a_file_of_the_release(
    studio: Studio, signed: bool
) -> None:
    signature = Signature("minisign", "key.pub", Span("toolkit.yaml")) if signed else None
    release = replace(studio.project.settings.release, signature=signature)
    files = made(published(studio, "", release))
    there = {*files, SUMS, *(item.path for item in renditions(RELEASE))}
    if signed:
        there |= {f"{SUMS}.minisig", "release-key.minisign.pub"}
    for path, page in pages(files).items():
        tree = read(page)
        targets = {one.attributes["href"] for one in (*tree.all("a"), *tree.all("link"))}
        anchors = {one.attributes["id"] for one in tree.all() if "id" in one.attributes}
        for target in targets:
            assert target
            if target.startswith("#"):
                assert target[1:] in anchors
            else:
                assert posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) in there


def test_every_file_is_listed_once_in_each_language(files: Mapping[str, bytes]) -> None:
    for code in LANGUAGES:
        tree = read(files[f"{code}/index.html"].decode())
        listed = [
            link.attributes["href"]
            for group in tree.all("ul")
            if group.attributes.get("class") == "editions"
            for link in group.all("a")
        ]
        assert sorted(map(str, listed)) == sorted(f"../{one.path}" for one in renditions(RELEASE))


def test_a_hostile_title_stays_a_title(studio: Studio) -> None:
    files = made(published(studio), manifest(document(title=HOSTILE)))
    for page in pages(files).values():
        assert "<script>alert" not in page
        read(page)
    title = read(files["en/index.html"].decode()).all("h2")[0].text
    assert title == f"{HOSTILE} (en)"
    feed = fromstring(files["en/feed.xml"].decode())
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == f"{HOSTILE[:-2]} (en)"


def test_a_feed_has_what_atom_asks_for(studio: Studio) -> None:
    for site in ("", SITE):
        files = made(published(studio, site))
        for code in LANGUAGES:
            feed = fromstring(files[f"{code}/feed.xml"].decode())
            assert feed.attrib[LANG] == code
            name = studio.project.settings.organisation.name[code]
            assert feed.findtext(f"{ATOM}author/{ATOM}name") == name
            entries = feed.findall(f"{ATOM}entry")
            for part in (feed, *entries):
                assert part.findtext(f"{ATOM}title")
                assert re.fullmatch(r"(urn:uuid:|https://)\S+", part.findtext(f"{ATOM}id", ""))
                assert re.fullmatch(
                    r"20\d\d-\d\d-\d\dT00:00:00Z", part.findtext(f"{ATOM}updated", "")
                )
                links = [link.attrib for link in part.findall(f"{ATOM}link")]
                alternate = [one for one in links if one["rel"] == "alternate"]
                # No two of the same type and language (RFC 4287, 4.1.1 and 4.1.2).
                assert len({(one["type"], one["hreflang"]) for one in alternate}) == len(alternate)
                assert all(one["href"].startswith(site or "../") for one in links)
            addresses = {link.attrib["href"] for link in feed.iter(f"{ATOM}link")}
            prefix = site or ".."
            assert {f"{prefix}/{one.path}" for one in renditions(RELEASE)} < addresses
            assert [len(entry.findall(f"{ATOM}link")) for entry in entries] == [6, 6, 4, 6]


def test_a_sitemap_names_the_pages_with_absolute_addresses(studio: Studio) -> None:
    files = made(published(studio))
    tree = fromstring(files["sitemap.xml"].decode())
    addresses = [one.text for one in tree.findall(f"{MAP}url/{MAP}loc")]
    web = [path for path in files if path.endswith(".html")]
    web.extend(one.path for one in renditions(RELEASE) if one.format == "html")
    assert sorted(map(str, addresses)) == sorted(f"{SITE}/{path}" for path in web)


def test_a_page_that_will_be_on_the_web_says_where(studio: Studio) -> None:
    files = made(published(studio))
    for path, page in pages(files).items():
        links = [one.attributes for one in read(page).all("link")]
        (canonical,) = [one["href"] for one in links if one["rel"] == "canonical"]
        assert canonical == f"{SITE}/{path}"
        languages = {one.get("hreflang"): one["href"] for one in links if "hreflang" in one}
        assert languages.keys() >= set(LANGUAGES)
        assert canonical in languages.values()


@pytest.mark.slow
def test_the_pages_are_valid(studio: Studio, folder: Path, tmp_path: Path) -> None:
    hostile = manifest(document(title=HOSTILE[:-2]))
    (tmp_path / "hostile.html").write_bytes(made(studio, hostile)["ru/index.html"])
    assert nu([*sorted(folder.glob("index.html")), *sorted(folder.glob("*/*.html"))]) == []
    assert nu([tmp_path / "hostile.html"]) == []


# In the browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nobody_is_left_out(browser: Browser, folder: Path, width: int, scheme: str) -> None:
    for path in ("index.html", "ru/index.html", "tk/verify.html", "en/index.html"):
        with opened(browser, folder / path, width=width) as visit:
            visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert axe(visit.page) == []
            assert overflow(visit.page) == 0
            assert visit.requests == []
            assert visit.errors == []


def test_the_letters_are_those_that_the_pages_carry(browser: Browser, folder: Path) -> None:
    for path in ("index.html", "ru/index.html", "tk/index.html"):
        with opened(browser, folder / path) as visit:
            assert not [name for name in faces(visit.page) if name.startswith("system: ")]


def shown(page: Page) -> list[str]:
    """The names of the documents that the reader sees."""
    names: list[str] = page.eval_on_selector_all(
        ".entry", "all => all.filter(one => one.getClientRects().length).map(one => one.id)"
    )
    return names


@pytest.mark.parametrize("scripts", [True, False])
def test_kind_and_year_are_chosen_with_or_without_scripts(
    browser: Browser, folder: Path, scripts: bool
) -> None:
    with opened(browser, folder / "en/index.html", scripts=scripts) as visit:
        page = visit.page
        everything = ["lake", "well", "shore", "letter"]
        # Scripts of the page are off; those of the test run nevertheless.
        count = page.locator(".count")
        assert shown(page) == everything
        assert count.text_content() == ("Shown: 4 of 4" if scripts else "")
        page.get_by_label("Report").check()
        assert shown(page) == ["lake", "shore"]
        page.get_by_label("2024").check()
        assert shown(page) == ["shore"]
        assert count.text_content() == ("Shown: 1 of 4" if scripts else "")
        assert not page.locator(".nothing").is_visible()
        page.get_by_label("2021").check()
        assert shown(page) == []
        assert page.locator(".nothing").is_visible()
        for group in ("Kind", "Year"):
            page.get_by_role("group", name=group).get_by_label("All").check()
        assert shown(page) == everything


def test_a_keyboard_is_enough(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "ru/index.html") as visit:
        page = visit.page
        reached: list[str] = []
        for _ in range(40):
            page.keyboard.press("Tab")
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            focused = page.evaluate(
                "document.activeElement.id || document.activeElement.getAttribute('href')"
            )
            if focused is None or focused in reached[:1]:
                break
            assert outline != "none", focused
            reached.append(focused)
            if focused == "kind-all":
                page.keyboard.press("ArrowDown")
                assert shown(page) == ["well"]
                page.keyboard.press("ArrowUp")
                assert shown(page) == ["lake", "well", "shore", "letter"]
        assert reached[:3] == ["#content", "../tk/index.html", "../en/index.html"]
        assert {"kind-all", "year-all", "verify.html", "feed.xml"} < set(reached)
        assert {f"../{one.path}" for one in renditions(RELEASE)} < set(reached)


def test_every_page_is_reached_from_the_first(browser: Browser, folder: Path) -> None:
    with opened(browser, folder / "index.html") as visit:
        page = visit.page
        page.get_by_role("link", name="Türkmençe").click()
        assert page.url.endswith("/tk/index.html")
        page.get_by_role("link", name="Resminamany nähili barlamaly").click()
        assert page.url.endswith("/tk/verify.html")
        page.get_by_role("navigation").get_by_role("link", name="English").click()
        assert page.url.endswith("/en/verify.html")
        page.get_by_role("link", name="All documents").click()
        page.get_by_role("heading", name="The lake (en)").first.get_by_role("link").click()
        assert page.url.endswith("/lake.en.html")
