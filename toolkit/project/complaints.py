"""What the PDF engine complains of, as findings about a document or the style sheet to blame."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.diagnostics import Finding, Span, finding
from toolkit.project.appearance import Appearance
from toolkit.project.place import TEMPLATES
from toolkit.render.job import Job, Outcome, PrintKit
from toolkit.render.sheets import Sheet, Stack, offset_of
from toolkit.source.wording import shown

_CURES = {
    "engine.message": "look at the text, picture or style that it names",
    "engine.glyph": "replace the character, or add a font that has it to `templates/fonts`",
    "engine.resource": "pages may show only pictures of the project",
    "engine.limit": "make the document shorter, or its tables and pictures simpler",
    "engine.crash": "build this document alone, and report it with the document if it comes again",
}
_OWN_STYLES = (
    "build without this project's style sheets, and put them back one by one to see which it is; "
    "report it with the document if it comes without them"
)
_PLACE = re.compile(r" at (\d+):(\d+)")
_IGNORED = re.compile(r"Ignored `(.*)`, (.*)", re.DOTALL)
_QUOTED = re.compile(r"'(.+)'", re.DOTALL)
_NO_FONT = re.compile(r"names no bundled font, but `([^`]+)`")
#: A page with some of all that style sheets are for; nobody sees it.
_SAMPLE = """<html lang="en"><title>-</title><body><h1>-</h1><h2>-</h2><h3>-</h3>
<p>- <em>-</em> <strong>-</strong> <a href="https://example.org">-</a></p>
<blockquote><p>-</p></blockquote><ul><li>-</li></ul><ol><li>-</li></ol>
<figure><figcaption>-</figcaption></figure>
<table><caption>-</caption><thead><tr><th>-</th></tr></thead><tbody><tr><td>-</td></tr></tbody></table>
</body></html>"""


def complaint_findings(
    outcome: Outcome, styles: Stack, span: Span, edition: str
) -> Iterator[Finding]:
    """What stands in the way of a PDF, which ``edition`` names, of the document at ``span``."""
    for code, message in outcome.complaints:
        style = _of_styles(styles, code, message)
        if style is not None:
            yield style
            continue
        own = code == "engine.crash" and any(sheet.own for sheet in styles.sheets)
        hint = _OWN_STYLES if own else _CURES[code]
        yield finding(code, span, f"in the {edition} PDF: {message}", hint)


def check_print_styles(appearance: Appearance) -> Iterator[Finding]:
    """What the engine finds wrong with style sheets, if any of them is the project's own."""
    seen: set[Sheet] = set()
    for styles in (appearance.print_styles, appearance.parallel_print_styles):
        # An engine takes half a second to start: sheets that one of them has read are not read again.
        own = {sheet for sheet in styles.sheets if sheet.own} - seen
        seen |= own
        for code, message in _tried(styles, appearance) if own else ():
            style = _of_styles(styles, code, message)
            if style is not None:
                yield style


def _tried(styles: Stack, appearance: Appearance) -> tuple[tuple[str, str], ...]:
    """What the engine complains of when it lays out the sample."""
    # A check of a project that takes the look as it is does without the time to import the pool.
    from toolkit.render.pool import Pool

    with Pool(PrintKit(styles.text, appearance.fonts), 1) as pool:
        (outcome,) = pool.render([Job(_SAMPLE, {})])
    return outcome.complaints


def _of_styles(styles: Stack, code: str, message: str) -> Finding | None:
    """A complaint as a finding about a style sheet, if that is to blame."""
    if code == "style.unknown":
        return _unknown(styles, message)
    no_font = _NO_FONT.search(message)
    return _no_font(styles, no_font[1]) if no_font else None


def _no_font(styles: Stack, family: str) -> Finding | None:
    """A family that no font of the PDF has, if a style sheet of the project names it."""
    for sheet in styles.sheets:
        offset = sheet.plain.find(family) if sheet.own else -1
        if offset >= 0:
            message = f"the PDF has no font {shown(family)}, nor one named with it"
            hint = "name a bundled one after it, or put its file into `templates/fonts`"
            return finding("style.font", sheet.span(offset), message, hint)
    return None


def _unknown(styles: Stack, message: str) -> Finding:
    """A complaint about the style sheets as a whole, at the file and line where its cause stands."""
    places = list(_PLACE.finditer(message))
    if places:
        place = places[-1]
        span = styles.blamed(offset_of(styles.text, int(place[1]), int(place[2])))
        message = message[: place.start()] + message[place.end() :]
    else:
        quoted = _QUOTED.search(message)
        offset = styles.text.find(quoted[1].strip()) if quoted else -1
        span = styles.span(offset) if offset >= 0 else Span(f"{TEMPLATES}/css")
    said = message.strip().removesuffix(".")
    ignored = _IGNORED.fullmatch(said)
    what = f"{shown(ignored[1])}: {ignored[2]}" if ignored else said
    hint = "correct it; what only browsers know belongs into a style sheet of the screen"
    return finding("style.unknown", span, f"the PDF engine does not understand this: {what}", hint)
