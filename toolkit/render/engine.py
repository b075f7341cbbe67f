"""The only module that knows WeasyPrint. It runs in a worker process, never in the command itself.

The engine reports trouble (a missing picture, a missing glyph, a property it does not know) as log
lines and carries on. Here every such line is a complaint, and a page with complaints is no page.
"""

from __future__ import annotations

import logging
import mimetypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from weasyprint import CSS, HTML, Document
from weasyprint.layout import block as block_layout
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from toolkit.render.job import BASE_URL, Job, Outcome, PrintKit

#: PDF/UA-1: tagged, with title and language, for readers who do not see the page.
OPTIONS: Mapping[str, object] = {"pdf_variant": "pdf/ua-1"}


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
            raise ForbiddenResource(f"the page asks for `{url}`, which is not part of it")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, self.resources[name], {"Content-Type": kind})


class Engine:
    """Lays out page after page with one font configuration and one parsed style sheet."""

    def __init__(self, kit: PrintKit) -> None:
        """Parse the style sheet and load the fonts. What is wrong with them is in ``complaints``."""
        self._limits = kit.limits
        self._jail = Jail()
        self._shared = dict(kit.resources)
        self._jail.resources = self._shared
        self._fonts = FontConfiguration()
        with _listening() as complaints:
            self._css = CSS(
                string=kit.stylesheet,
                base_url=BASE_URL,
                url_fetcher=self._jail,
                font_config=self._fonts,
            )
        self.complaints = tuple(complaints)

    def render(self, job: Job) -> Outcome:
        """Lay out one page. Whatever the engine complains of is in the outcome, which then is empty."""
        self._jail.resources = {**self._shared, **job.resources}
        with _listening() as complaints:
            try:
                document = self._layout(job.html)
                if len(document.pages) > self._limits.pages:
                    return _refused("engine.limit", f"more than {self._limits.pages} pages")
                pdf = document.write_pdf(**OPTIONS)
            except ForbiddenResource as error:
                return _refused("engine.resource", str(error))
            except MemoryError:
                return _refused("engine.limit", "the page took more memory than allowed")
        found = (*self.complaints, *complaints)
        if found:
            return Outcome(complaints=tuple(dict.fromkeys(found)))
        return Outcome(pdf=pdf, pages=len(document.pages))

    def _layout(self, html: str) -> Document:
        page = HTML(string=html, base_url=BASE_URL, url_fetcher=self._jail)
        return page.render(stylesheets=[self._css], font_config=self._fonts, **OPTIONS)


def _refused(code: str, message: str) -> Outcome:
    return Outcome(complaints=((code, message),))


class _Listener(logging.Handler):
    def __init__(self, complaints: list[tuple[str, str]]) -> None:
        super().__init__(logging.WARNING)
        self._complaints = complaints

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        code = "engine.glyph" if ".notdef glyph" in message else "engine.message"
        self._complaints.append((code, message))


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
