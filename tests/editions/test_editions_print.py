"""The HTML that goes to the PDF engine: no scripts, no frames, no space that misleads it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.editions.publications import Rendition
from tests.editions.tree import Element, parse
from toolkit.document.walk import anchors
from toolkit.render.job import BASE_URL

#: What HTML takes for white space.
SPACE = " \t\n\r\f"


def trailing_spaces(element: Element) -> Iterator[str]:
    """The ends of lines at which the engine would find a space before the end of the block.

    There it takes the space into the measure of the line and breaks the line too early.
    """
    for place, part in enumerate(element.content):
        following = element.content[place + 1] if place + 1 < len(element.content) else None
        ends = following is None or (isinstance(following, Element) and not following.inline)
        if not element.inline and ends and has_text_before(element.content[: place + 1]):
            yield from open_end(part)
        if isinstance(part, Element):
            yield from trailing_spaces(part)


def has_text_before(parts: list[str | Element]) -> bool:
    """Whether the line that ends with the last of ``parts`` holds anything."""
    for part in reversed(parts):
        if isinstance(part, Element):
            # Pictures are blocks and floats, by the style sheets.
            return part.inline and part.tag != "img"
        if part.strip(SPACE):
            return True
    return False


def open_end(part: str | Element) -> Iterator[str]:
    if isinstance(part, str):
        if part.rstrip(SPACE) != part:
            yield part[-40:]
    elif part.inline and part.content:
        yield from open_end(part.content[-1])


def test_no_line_ends_with_a_space(rendition: Rendition) -> None:
    assert list(trailing_spaces(parse(rendition.print_html).one("body"))) == []


def test_the_page_names_only_what_it_brings_along(rendition: Rendition) -> None:
    page = parse(rendition.print_html)
    assert not page.find("script", "iframe", "object", "embed", "link", "style")
    for image in page.find("img"):
        assert image.attributes["src"].startswith(f"{BASE_URL}pictures/")
    assert not page.find("span", cls="tools")
    assert not page.find("nav", cls="languages")


def test_the_page_holds_every_anchor_once(rendition: Rendition) -> None:
    expected = sorted(anchors(rendition.document))
    page = parse(rendition.print_html)
    assert sorted(one.id for one in page.walk() if one.id in set(expected)) == expected


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>one</p>\n<p>two</p>", []),
        ("<p>one </p>", ["one "]),
        ("<p>one <em>two</em></p>", []),
        ("<p>one <em>two </em></p>", ["two "]),
        ("<p><em>two</em>\n</p>", ["\n"]),
        ("<li>one\n<ul><li>two</li></ul></li>", ["one\n"]),
        ("<li>one<ul><li>two</li>\n</ul>\n</li>", []),
        ('<figure><img alt="one">\n<figcaption>two</figcaption></figure>', []),
    ],
)
def test_a_space_at_the_end_of_a_line_is_seen(body: str, found: list[str]) -> None:
    assert list(trailing_spaces(parse(f"<html><body>{body}</body></html>"))) == found
