"""Pages as a reader's browser shows them: their requests, their errors, and who can use them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)

from tests.support.programs import ProgramError

CHROMIUM = Path("/usr/bin/chromium")
AXE = Path(__file__).parent / "node/node_modules/axe-core/axe.min.js"

#: The browser itself must ask for nothing, so that every request seen is the page's own.
FLAGS = (
    "--no-sandbox",  # the tests may run as root, and open only pages that they made
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-extensions",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-domain-reliability",
    "--no-first-run",
    "--no-default-browser-check",
)


@dataclass(frozen=True, slots=True)
class Visit:
    """An opened page, the addresses that it asked for, and what went wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, own_address: str) -> None:
        """Write down what the page does from now on."""

        def asked(request: Request) -> None:
            if request.url.split("#")[0] != own_address:
                self.requests.append(request.url)

        def said(message: ConsoleMessage) -> None:
            if message.type in ("error", "warning"):
                self.errors.append(message.text)

        self.page.on("request", asked)
        self.page.on("console", said)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, started once for many pages."""
    if not CHROMIUM.exists():
        raise ProgramError("chromium is not installed: run `make test`, which installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Browser, path: Path, *, width: int = 1280, scripts: bool = True, fragment: str = ""
) -> Iterator[Visit]:
    """Open the file ``path`` as a reader does, from the disk, in a window ``width`` pixels wide."""
    address = path.resolve().as_uri()
    size: ViewportSize = {"width": width, "height": 800}
    context = browser.new_context(java_script_enabled=scripts, viewport=size)
    try:
        visit = Visit(context.new_page())
        visit.watch(address)
        visit.page.goto(f"{address}#{fragment}" if fragment else address, wait_until="load")
        yield visit
    finally:
        context.close()


def axe(page: Page) -> list[str]:
    """The barriers that axe-core finds in ``page``, as ``rule: help (element)``."""
    if not AXE.is_file():
        raise ProgramError("axe-core is not installed: run `make test`, which installs it")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    report = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {violation['help']} ({' '.join(map(str, node['target']))})"
        for violation in report["violations"]
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    """By how many pixels ``page`` is wider than its window (0: no scrolling sideways)."""
    return int(
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
    )
