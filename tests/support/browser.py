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


_LETTERS = """() => {
    const groups = new Map();
    const add = (style, text) => {
        if (!text.trim()) return;
        const shown = style.textTransform === "uppercase" ? text.toUpperCase() : text;
        const look = [style.fontFamily, style.fontWeight, style.fontStyle];
        const known = groups.get(look.join()) ?? {look, letters: new Set()};
        for (const letter of shown) known.letters.add(letter);
        groups.set(look.join(), known);
    };
    for (const element of document.querySelectorAll("body, body :not(script, style)")) {
        for (const node of element.childNodes)
            if (node.nodeType === Node.TEXT_NODE) add(getComputedStyle(element), node.data);
        for (const part of ["::before", "::after", "::marker"]) {
            const style = getComputedStyle(element, part);
            add(style, (style.content.match(/"(.*?)"/) ?? ["", ""])[1]);
        }
    }
    for (const {look, letters} of groups.values()) {
        const sample = document.createElement("p");
        [sample.style.fontFamily, sample.style.fontWeight, sample.style.fontStyle] = look;
        sample.className = "sample-of-letters";
        sample.textContent = [...letters].join(" ");
        document.body.append(sample);
    }
}"""


def faces(page: Page) -> set[str]:
    """The fonts that the letters of ``page`` are drawn with; one of the system is marked ``system: ``.

    The letters are added to the end of the page, once in each look: asking for every element is slow.
    """
    page.evaluate(_LETTERS)
    # What no frame has drawn yet has no font.
    page.evaluate(
        "document.fonts.ready.then(() => new Promise(after => "
        "requestAnimationFrame(() => requestAnimationFrame(after))))"
    )
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    asked = {"nodeId": root, "selector": ".sample-of-letters"}
    nodes = session.send("DOM.querySelectorAll", asked)["nodeIds"]
    fonts = [
        font
        for node in nodes
        for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    ]
    session.detach()
    return {("" if font["isCustomFont"] else "system: ") + font["familyName"] for font in fonts}


_LINES = """selector => {
    const lines = [];
    for (const element of document.querySelectorAll(selector)) {
        const range = document.createRange();
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let bottom = -Infinity, count = 0;
        const counts = [];
        while (walker.nextNode()) {
            const text = walker.currentNode;
            if (text.parentElement.closest(".tools, .number, .note-call")) continue;
            for (let place = 0; place < text.length; place++) {
                range.setStart(text, place);
                range.setEnd(text, place + 1);
                const box = range.getBoundingClientRect();
                if (!box.width) continue;
                if (box.top > bottom && count) { counts.push(count); count = 0; }
                if (box.top > bottom) bottom = box.bottom - 2;
                count++;
            }
        }
        lines.push(...counts);
    }
    return lines;
}"""


def line_lengths(page: Page, selector: str) -> list[int]:
    """How many characters each line of the elements has, but their last lines, which end early."""
    lengths: list[int] = page.evaluate(_LINES, selector)
    return lengths
