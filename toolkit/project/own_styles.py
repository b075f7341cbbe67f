"""What is wrong with the style sheets and fonts that a project puts in the place of the toolkit's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from toolkit.diagnostics import Finding, Span, finding
from toolkit.project.place import TEMPLATES
from toolkit.project.shipped import shipped_root
from toolkit.render.css import Refusal, check_sheet
from toolkit.render.fontfiles import font_problem
from toolkit.render.sheets import Stack
from toolkit.render.tokens import check_names, check_values
from toolkit.source.wording import did_you_mean, shown

#: The style sheets that say what tokens are for, and whose fonts web pages carry.
_TOKENS = f"{TEMPLATES}/css/tokens.css"
_FACES = f"{TEMPLATES}/css/faces.css"


def check_fonts(fonts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Fonts, by path, that no page can use."""
    for path, data in fonts.items():
        problem = font_problem(path, data)
        if problem:
            hint = "put a good copy in its place, in the format that its name says"
            yield finding("style.font", Span(path), f"this is no usable font: {problem}", hint)


def check_styles(
    screen: Sequence[Stack], paper: Sequence[Stack], fonts: Collection[str]
) -> tuple[Finding, ...]:
    """Faults of the project's own sheets, in the stacks of web pages and of PDFs.

    ``fonts`` are the names of all font files.
    """
    on_screen, on_paper = (
        {sheet for stack in stacks for sheet in stack.sheets} for stacks in (screen, paper)
    )
    own = [sheet for sheet in on_screen | on_paper if sheet.own]
    shipped = {sheet.path: _shipped(sheet.path) for sheet in own}
    tokens = _shipped(_TOKENS)
    found: list[Finding] = []
    for sheet in own:
        for_web = sheet not in on_paper
        carries = sheet.path == _FACES or sheet not in on_screen
        found.extend(check_sheet(sheet, _refusal(fonts if carries else (), for_web=for_web)))
        found.extend(check_values(sheet, tokens))
    if all(item.code != "style.syntax" for item in found):
        # Else a sheet that cannot be read may set the tokens that seem to be lacking.
        found.extend(check_names([*screen, *paper], shipped))
    return tuple(found)


def _shipped(path: str) -> str:
    """The toolkit's own style sheet of that path, if it has one."""
    file = shipped_root() / path
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _refusal(fonts: Collection[str], *, for_web: bool) -> Refusal:
    """What a style sheet may load: of ``fonts`` those for its medium, and on a screen what it holds."""
    suffix, kind = (".woff2", "WOFF2") if for_web else (".ttf", "TrueType")
    known = sorted(f"fonts/{name}" for name in fonts if name.endswith(suffix))

    def judge(address: str) -> tuple[str, str] | None:
        if address in known or (for_web and address.startswith(("data:", "#"))):
            return None
        if known and address.startswith("fonts/"):
            hint = did_you_mean(address, known) or f"put the file there, as {kind}"
            return f"there is no font {shown(f'{TEMPLATES}/{address}')}", hint
        message = f"pages load nothing from elsewhere, and this names {shown(address)}"
        return message, "take it out; `fonts.css` and `faces.css` name the fonts"

    return judge
