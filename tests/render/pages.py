"""Pages made of documents for these tests, and HTML as a parser reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from toolkit.document.model import Document
from toolkit.edition import Edition, Words
from toolkit.project.appearance import PRINT_STYLES
from toolkit.render.charts.style import ChartStyle
from toolkit.render.inline import Medium
from toolkit.render.job import DEFAULT_LIMITS, Job, Limits, PrintKit
from toolkit.render.page import Alternate, OrganisationView, Page, Picture, render
from toolkit.render.templates import Templates

SHIPPED = Path(__file__).resolve().parents[2] / "templates"
ENGLISH = Words({}, lambda number: int(number != 1))
ORGANISATION = OrganisationView("Lake & Shore", "L&S", ("1 <Shore> Road",), logo="logo.svg")
FINGERPRINT = "K7QD-93MX-2V4T-8HPA"
ALTERNATES = (
    Alternate("ru", "Русский", "lake.ru.html"),
    Alternate("tk", "Türkmençe", "lake.tk.html"),
    Alternate("en", "English", "lake.en.html"),
)


@cache
def shipped_templates() -> Templates:
    """The templates that the toolkit brings along."""
    paths = sorted((SHIPPED / "html").glob("*.html"))
    return Templates(
        sources={path.name: path.read_text(encoding="utf-8") for path in paths},
        paths={path.name: f"templates/html/{path.name}" for path in paths},
    )


def overridden(name: str, source: str) -> Templates:
    """The templates with one that a project has put in the place of the toolkit's."""
    templates = shipped_templates()
    return Templates({**templates.sources, name: source}, templates.paths)


def html(
    document: Document,
    medium: Medium = "screen",
    templates: Templates | None = None,
    edition: Edition | None = None,
    words: Words = ENGLISH,
    charts: ChartStyle | None = None,
) -> str:
    """The page of a document in its own language, or of an edition of it."""
    page = Page(
        edition=edition or Edition(document, document.language, unfinished=0),
        fingerprint=FINGERPRINT,
        medium=medium,
        organisation=ORGANISATION,
        alternates=ALTERNATES,
        words=words,
        charts=charts or ChartStyle(),
        pictures={"lake.png": Picture("lake.png", 40, 30)},
        stylesheet="p { margin: 0 }",
    )
    return render(page, templates or shipped_templates())


# What a parser reads


@dataclass
class Element:
    """An element with its attributes and its content, in order."""

    tag: str
    attributes: Mapping[str, str | None] = field(default_factory=dict)
    content: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All characters inside."""
        return "".join(part if isinstance(part, str) else part.text for part in self.content)

    def all(self, tag: str = "") -> list[Element]:
        """The elements inside, at any depth, perhaps of one sort only."""
        found: list[Element] = []
        for part in self.content:
            if isinstance(part, Element):
                if tag in ("", part.tag):
                    found.append(part)
                found.extend(part.all(tag))
        return found


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs), f"<{tag}> has an attribute twice"
        self.open[-1].content.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> ends <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"a processing instruction: {data}")


def read(source: str) -> Element:
    """The elements of a page or a piece of one; every element must end where it should."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    assert [element.tag for element in reader.open] == [""], "an element does not end"
    return reader.open[0]


# For the engine


@cache
def kit(limits: Limits = DEFAULT_LIMITS, more_styles: str = "") -> PrintKit:
    """The style sheet and fonts that the toolkit brings along."""
    styles = (SHIPPED / "css" / f"{name}.css" for name in PRINT_STYLES)
    fonts = sorted((SHIPPED / "fonts").glob("*.ttf"))
    return PrintKit(
        stylesheet="\n".join(path.read_text(encoding="utf-8") for path in styles) + more_styles,
        resources={f"fonts/{path.name}": path.read_bytes() for path in fonts},
        patterns={path.name: path.read_bytes() for path in (SHIPPED / "hyphenation").iterdir()},
        limits=limits,
    )


def job(body: str, head: str = "", resources: Mapping[str, bytes] | None = None) -> Job:
    """A small page."""
    return Job(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lake</title>{head}'
        f"</head><body>{body}</body></html>",
        resources or {},
    )
