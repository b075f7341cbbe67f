"""The only module that knows WeasyPrint. It runs in a worker process, never in the command itself.

The engine reports trouble (a missing picture, a missing glyph, a property it does not know) as log
lines and carries on. Here every such line is a complaint, and a page with complaints is no page.
What it does not report at all, a character taken from another font than the style sheet names, is
looked for in the finished layout.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from typing import Any

import weasyprint.pdf
from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML, Document
from weasyprint.css.counters import CounterStyle
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.layout import block as block_layout
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from toolkit.render.hyphenation import register
from toolkit.render.job import BASE_URL, Job, Outcome, PrintKit
from toolkit.render.sheets import is_about
from toolkit.render.tagging.archive import archive, is_ambiguous
from toolkit.render.tagging.objects import write_structure
from toolkit.render.tagging.tree import POINTS, Structure

#: PDF/A-3a: it will look and read the same in fifty years. ``archive`` makes it PDF/UA-1 besides.
OPTIONS: Mapping[str, object] = {"pdf_variant": "pdf/a-3a"}


class _NotesStay:
    """The layout as the lines of a paragraph see it: without the notes that the page already has.

    So that two lines of a paragraph stay together at the foot of a page, the engine makes room by
    sending notes to the next page, away from their calls, unless it sees none. Then the paragraph goes.
    """

    current_page_footnotes = ()

    def __init__(self, context: Any) -> None:
        object.__setattr__(self, "_context", context)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._context, name, value)


_lay_out_lines = block_layout._linebox_layout
block_layout._linebox_layout = lambda context, *arguments: _lay_out_lines(
    _NotesStay(context), *arguments
)


def _tag(pdf: Any, document: Document, _version: object, streams: Sequence[Any]) -> None:
    """Describe the structure of a document in its PDF, in place of what the engine knows of it."""
    structure = Structure(document.pages[0]._page_box.children[0].element)
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        structure.read(page._page_box, number, page.height * POINTS, stream._tags)
    structure.finish()
    for picture in structure.undescribed:
        LOGGER.error("Image %r has no required alt description", picture)
    if not document.metadata.lang:
        LOGGER.error('Missing required "lang" attribute at the root of the document')
    write_structure(pdf, structure, streams)


weasyprint.pdf.add_tags = _tag


#: A data address can be as long as a picture.
LONGEST_ADDRESS = 200
#: The kinds of files that pages have, by suffix; the tables of the system could say otherwise.
_KINDS = {"jpg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml", "ttf": "font/ttf"}
#: The codes of complaints about the style sheet of a build, by those about a page.
_STYLES = {"engine.message": "style.unknown"}
#: What prints nothing: controls, formatting characters, spaces and lines.
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
_NO_GLYPH = re.compile(r'\.notdef glyph .*?: "(.*)" \((U\+[0-9A-F]+)\)')


class ForbiddenResource(FatalURLFetchingError):  # type: ignore[misc]
    """A page asked for something that is not its own."""


class Jail(URLFetcher):  # type: ignore[misc]
    """Serves the resources it was given and nothing else: no network, no file system."""

    def __init__(self) -> None:
        super().__init__(fail_on_errors=True)
        self.resources: dict[str, bytes] = {}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        """The resource of that address. Raises ``ForbiddenResource`` for any other."""
        name = url.removeprefix(BASE_URL)
        if name == url or name not in self.resources:
            shown = url if len(url) <= LONGEST_ADDRESS else f"{url[:LONGEST_ADDRESS]}…"
            raise ForbiddenResource(f"the page asks for `{shown}`, which is not part of it")
        kind = _KINDS.get(name.rpartition(".")[2], "application/octet-stream")
        return URLFetcherResponse(url, self.resources[name], {"Content-Type": kind})


class Fonts(FontConfiguration):  # type: ignore[misc]
    """The fonts of the style sheet, with the characters that every face of a family has."""

    def __init__(self, jail: Jail) -> None:
        super().__init__()
        self._jail = jail
        self.characters: dict[str, frozenset[int]] = {}

    def add_font_face(self, descriptors: Mapping[str, object], fetcher: object) -> None:
        """Load the font of one ``@font-face`` rule, and note which characters it has."""
        super().add_font_face(descriptors, fetcher)
        family = str(descriptors["font_family"])
        for _, url in descriptors["src"]:  # type: ignore[attr-defined]
            font = self._jail.resources.get(str(url).removeprefix(BASE_URL))
            if font is not None:
                with TTFont(BytesIO(font), lazy=True) as opened:
                    found = frozenset(opened.getBestCmap() or ())
                self.characters[family] = self.characters.get(family, found) & found
                return

    def strangers(self, document: Document) -> Iterator[tuple[str, str]]:
        """Complaints about characters that no font has which the style sheet names for them.

        The engine would take them from any other font and say nothing.
        """
        for families, text in _texts(document).items():
            named = [name for name in families if name in self.characters]
            known = frozenset[int]().union(*(self.characters[name] for name in named))
            for character in sorted(text):
                if unicodedata.category(character) in _INVISIBLE or ord(character) in known:
                    continue
                if not named:
                    asked = ", ".join(f"`{name}`" for name in families)
                    yield "engine.message", f"the style sheet names no bundled font, but {asked}"
                    break
                yield _no_glyph(character, f"U+{ord(character):04X}", " or ".join(named))


def _texts(document: Document) -> dict[tuple[str, ...], set[str]]:
    """The characters that were laid out, by the font families that they may be printed in."""
    texts: dict[tuple[str, ...], set[str]] = {}
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):
            if isinstance(box, TextBox):
                characters = texts.setdefault(tuple(box.style["font_family"]), set())
                characters.update(unicodedata.normalize("NFC", box.text))
    return texts


def _written(document: Document) -> bytes:
    """The file; once in a hundred times another try is needed for one that cannot be misread."""
    padding, pdf = 0, b""
    while not pdf or is_ambiguous(pdf):
        pdf = document.write_pdf(finisher=partial(archive, padding=padding), **OPTIONS)
        padding += 1
    return pdf


def _settle_links(document: Document) -> None:
    """Make links of the calls of footnotes, and one of each link.

    The engine makes a link of every box inside of one, such as each dot before the number of a page.
    """
    for page in document.pages:
        page.links = [link for link in page.links if link[3].link]
        for box in page._page_box.descendants(placeholders=True):
            if isinstance(box, TextBox) or box.element is None or not box.element.get("id"):
                continue
            if box.element_tag.endswith("::footnote-call"):
                left, top, width, height = box.hit_area()
                area = (left, top, left + width, top + height)
                page.links.append(("internal", box.element.get("id"), area, box))


def _no_glyph(character: str, number: str, fonts: str) -> tuple[str, str]:
    return "engine.glyph", f"{fonts} does not have the character `{character}` ({number})"


class Engine:
    """Lays out page after page with one font configuration and one parsed style sheet."""

    def __init__(self, kit: PrintKit) -> None:
        """Parse the style sheet and load the fonts. What is wrong with them is in ``complaints``."""
        self._limits = kit.limits
        self._stylesheet = kit.stylesheet
        self._jail = Jail()
        self._shared = dict(kit.resources)
        self._jail.resources = self._shared
        self._fonts = Fonts(self._jail)
        # Filled by the style sheet; without it the engine would number every list 1, 2, 3.
        self._counters = CounterStyle()
        self._css: CSS | None = None
        with _listening() as complaints:
            try:
                self._css = CSS(
                    string=kit.stylesheet,
                    base_url=BASE_URL,
                    url_fetcher=self._jail,
                    font_config=self._fonts,
                    counter_style=self._counters,
                )
            except ForbiddenResource as error:
                complaints.append(("engine.resource", str(error)))
        of_styles = ((_STYLES.get(code, code), message) for code, message in complaints)
        self.complaints = (*of_styles, *register(kit.patterns))

    def render(self, job: Job) -> Outcome:
        """Lay out one page. Whatever the engine complains of is in the outcome, which then is empty."""
        if self.complaints:
            return Outcome(complaints=self.complaints)
        self._jail.resources = {**self._shared, **job.resources}
        with _listening() as complaints:
            try:
                outcome = self._print(job.html, complaints)
            except ForbiddenResource as error:
                outcome = _refused("engine.resource", str(error))
            except MemoryError:
                outcome = _refused("engine.limit", "the page took more memory than allowed")
            except Exception as error:
                # Whatever the engine does not handle itself; the next page is not to suffer from it.
                outcome = _refused("engine.crash", f"the PDF engine failed: {_named(error)}")
        found = dict.fromkeys(map(self._blamed, (*complaints, *outcome.complaints)))
        return Outcome(complaints=tuple(found)) if found else outcome

    def _blamed(self, complaint: tuple[str, str]) -> tuple[str, str]:
        """A complaint with the code of style sheets, if it is about a value in the style sheet."""
        code, message = complaint
        blamed = code in _STYLES and is_about(message, self._stylesheet)
        return (_STYLES[code], message) if blamed else complaint

    def _print(self, html: str, complaints: list[tuple[str, str]]) -> Outcome:
        document = self._layout(html)
        if len(document.pages) > self._limits.pages:
            return _refused("engine.limit", f"more than {self._limits.pages} pages")
        complaints.extend(self._fonts.strangers(document))
        if complaints:
            return Outcome()
        _settle_links(document)
        return Outcome(pdf=_written(document), pages=len(document.pages))

    def _layout(self, html: str) -> Document:
        page = HTML(string=html, base_url=BASE_URL, url_fetcher=self._jail)
        return page.render(
            stylesheets=[self._css],
            font_config=self._fonts,
            counter_style=CounterStyle(self._counters),
            **OPTIONS,
        )


def _refused(code: str, message: str) -> Outcome:
    return Outcome(complaints=((code, message),))


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


class _Listener(logging.Handler):
    def __init__(self, complaints: list[tuple[str, str]]) -> None:
        super().__init__(logging.WARNING)
        self._complaints = complaints

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        unknown = _NO_GLYPH.search(message)
        if unknown:
            self._complaints.append(_no_glyph(unknown[1], unknown[2], "any bundled font"))
        else:
            self._complaints.append(("engine.message", message))


@contextmanager
def _listening() -> Iterator[list[tuple[str, str]]]:
    """Collect what the engine logs, and keep it from the terminal."""
    complaints: list[tuple[str, str]] = []
    listener = _Listener(complaints)
    propagate, LOGGER.propagate = LOGGER.propagate, False
    LOGGER.addHandler(listener)
    try:
        yield complaints
    finally:
        LOGGER.removeHandler(listener)
        LOGGER.propagate = propagate
