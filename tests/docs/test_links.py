"""Every link of the documentation leads somewhere: to a page, a heading, a picture of this project."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.docs.examples import PAGES, REPOSITORY, name_of, page_text

_CODE = re.compile(r"^( *)```.*?^\1```$|`[^`\n]+`", re.M | re.S)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def targets(page: Path) -> list[str]:
    return _LINK.findall(_CODE.sub("", page_text(page)))


LINKS = [(name_of(page), link) for page in PAGES for link in dict.fromkeys(targets(page))]


@cache
def headings(page: Path) -> frozenset[str]:
    """The anchors that GitHub gives the headings of a page."""
    text = re.sub(r"^```.*?^```$", "", page_text(page), flags=re.M | re.S)
    plain = (re.sub(r"[`*]", "", heading) for heading in re.findall(r"^#+ (.+)$", text, re.M))
    return frozenset(re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in plain)


@pytest.mark.parametrize(("page", "link"), [x for x in LINKS if "://" not in x[1]])
def test_a_link_inside_the_project_leads_somewhere(page: str, link: str) -> None:
    path, _, anchor = link.partition("#")
    target = (REPOSITORY / page).parent / path if path else REPOSITORY / page
    assert target.resolve().is_relative_to(REPOSITORY)
    assert target.exists()
    if anchor:
        assert anchor in headings(target.resolve())


@pytest.mark.parametrize(("page", "link"), [x for x in LINKS if "://" in x[1]])
def test_a_link_out_of_the_project_is_safe(page: str, link: str) -> None:
    assert link.startswith("https://"), page


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_line_is_too_long_to_read_in_an_editor(page: Path) -> None:
    prose = re.sub(r"^( *)```.*?^\1```$", "", page_text(page), flags=re.M | re.S)
    long = [
        line for line in prose.splitlines() if len(line) > 110 and not line.lstrip().startswith("|")
    ]
    assert [line for line in long if "](" not in line] == []
