"""What editions look like: templates, styles and fonts, the project's own before the toolkit's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from toolkit.diagnostics import Finding, Result, Span, finding
from toolkit.project.files import read
from toolkit.project.place import SETTINGS, TEMPLATES, Project
from toolkit.project.shipped import shipped_root
from toolkit.render.carried import MissingFont, carry_faces
from toolkit.render.charts.style import ChartStyle
from toolkit.render.sheets import Sheet, Stack
from toolkit.render.templates import Templates
from toolkit.source.wording import did_you_mean, listed

#: Style sheets in the order in which they are applied.
SCREEN_STYLES = ("faces", "tokens", "charts", "type", "languages", "drawings", "screen")
SITE_STYLES = ("faces", "tokens", "type", "languages", "screen", "site")
PRINT_STYLES = (
    "fonts",
    "tokens",
    "charts",
    "type",
    "languages",
    "print",
    "statement",
    "open-letter",
    "report",
    "interview",
)
#: After which of them a theme is applied: what it does not say stays as it is there.
_BEFORE_THEME = "tokens"
#: Those of parallel editions. Their pages are others, so nothing of ``print`` is among them.
PARALLEL_SCREEN_STYLES = (*SCREEN_STYLES, "parallel", "parallel-screen")
PARALLEL_PRINT_STYLES = (
    *("fonts", "tokens", "charts", "type", "languages"),
    *("parallel", "parallel-print"),
)

_ON_SCREEN = (SCREEN_STYLES, SITE_STYLES, PARALLEL_SCREEN_STYLES)
_ON_PAPER = (PRINT_STYLES, PARALLEL_PRINT_STYLES)

#: What makes an edition, and the index of a release, handier where scripts run.
SCRIPT = "screen.js"
SITE_SCRIPT = "site.js"


@dataclass(frozen=True)
class Appearance:
    """Templates, style sheets and scripts of editions and of the site, fonts, hyphenation patterns.

    Fonts and patterns are by file name. Parallel editions have style sheets of their own.
    """

    templates: Templates
    screen_css: str
    script: str
    site_css: str
    site_script: str
    print_styles: Stack
    parallel_screen_css: str
    parallel_print_styles: Stack
    fonts: Mapping[str, bytes]
    patterns: Mapping[str, bytes]

    @property
    def print_css(self) -> str:
        """The style sheet of a PDF."""
        return self.print_styles.text

    @cached_property
    def charts(self) -> ChartStyle:
        """What charts take from the style sheet and the fonts; read at the first chart of a build."""
        return ChartStyle(self.print_css, self.fonts)


@dataclass(frozen=True)
class Source:
    """A file of the look: the path it is reported under, and whether it is the project's ``own``."""

    path: str
    data: bytes
    own: bool


def load_appearance(project: Project) -> Result[Appearance]:
    """Gather templates, styles and fonts. A file of the project replaces the toolkit's namesake."""
    found: list[Finding] = []
    html = _texts(project, "html", ".html", found) | _texts(project, "xml", ".xml", found)
    css = _texts(project, "css", ".css", found)
    theme = _theme(project, found)
    scripts = _texts(project, "js", ".js", found)
    for sheet in (*css.values(), *theme):
        found.extend(_ending(sheet, "style sheet"))
    for script in scripts.values():
        found.extend(_ending(script, "script"))
    fonts = _files(project, "fonts", ".ttf", found)
    patterns = _files(project, "hyphenation", ".dic", found)
    web_fonts = _files(project, "fonts", ".woff2", found)
    if not found:
        found.extend(_check_own(css, theme, fonts | web_fonts))
    screen_css, site_css, parallel_screen_css = (
        "" if found else _screen_css(css, theme, names, web_fonts, found) for names in _ON_SCREEN
    )
    if found:
        return Result(None, tuple(found))
    templates = Templates(
        sources={name: template.text for name, template in html.items()},
        paths={name: template.path for name, template in html.items()},
    )
    return Result(
        Appearance(
            templates=templates,
            screen_css=screen_css,
            script=scripts[SCRIPT].text.strip(),
            site_css=site_css,
            site_script=scripts[SITE_SCRIPT].text.strip(),
            print_styles=_stack(css, theme, PRINT_STYLES),
            parallel_screen_css=parallel_screen_css,
            parallel_print_styles=_stack(css, theme, PARALLEL_PRINT_STYLES),
            fonts={f"fonts/{name}": font.data for name, font in fonts.items()},
            patterns={name: pattern.data for name, pattern in patterns.items()},
        )
    )


def _ending(sheet: Sheet, what: str) -> Iterator[Finding]:
    if "</" in sheet.text:
        message = f"a {what} holds `</`, which would end it in the middle of a page"
        span = sheet.span(sheet.text.index("</"))
        yield finding("template.error", span, message, "take it out")


def _check_own(
    css: Mapping[str, Sheet], theme: tuple[Sheet, ...], fonts: Mapping[str, Source]
) -> Iterator[Finding]:
    """What is wrong with the style sheets and fonts that the project has of its own."""
    sheets = (*css.values(), *theme)
    if any(sheet.own for sheet in sheets) or any(font.own for font in fonts.values()):
        # A project that takes the look as it is does without the time to import the parsers.
        from toolkit.project.own_styles import check_fonts, check_styles

        screen, paper = (
            [_stack(css, theme, names) for names in lists] for lists in (_ON_SCREEN, _ON_PAPER)
        )
        yield from check_fonts({file.path: file.data for file in fonts.values() if file.own})
        yield from check_styles(screen, paper, tuple(fonts))


def _screen_css(
    css: Mapping[str, Sheet],
    theme: tuple[Sheet, ...],
    names: tuple[str, ...],
    files: Mapping[str, Source],
    found: list[Finding],
) -> str:
    """A style sheet of web pages, with the fonts that it names inside it."""
    first, *others = names
    faces = css[f"{first}.css"]
    styles = _stack(css, theme, tuple(others)).text
    fonts = {f"fonts/{name}": font.data for name, font in files.items()}
    try:
        return carry_faces(faces.text, styles, fonts) + styles
    except MissingFont as missing:
        message = f"the style sheet names the font `{missing.address}`, which is not there"
        hint = "put the file into `templates/fonts`, as WOFF2"
        found.append(finding("style.address", Span(faces.path), message, hint))
        return ""


def _stack(css: Mapping[str, Sheet], theme: tuple[Sheet, ...], names: tuple[str, ...]) -> Stack:
    sheets: list[Sheet] = []
    for name in names:
        sheets.append(css[f"{name}.css"])
        if name == _BEFORE_THEME:
            sheets.extend(theme)
    return Stack(tuple(sheets))


def _theme(project: Project, found: list[Finding]) -> tuple[Sheet, ...]:
    """The theme that the settings name; none if they name none."""
    wanted = project.settings.theme
    if not wanted:
        return ()
    themes = _texts(project, "themes", ".css", found)
    if f"{wanted}.css" in themes:
        return (themes[f"{wanted}.css"],)
    known = sorted(name.removesuffix(".css") for name in themes)
    hint = did_you_mean(wanted, known) or f"The themes are {listed(known, joint='and')}."
    span = project.settings.theme_span or Span(SETTINGS)
    message = f"there is no theme `{wanted}` in `{TEMPLATES}/themes`"
    found.append(finding("field.value", span, message, hint))
    return ()


def _texts(project: Project, folder: str, suffix: str, found: list[Finding]) -> dict[str, Sheet]:
    texts: dict[str, Sheet] = {}
    for name, file in _files(project, folder, suffix, found).items():
        try:
            texts[name] = Sheet(file.path, file.data.decode("utf-8-sig"), file.own)
        except UnicodeDecodeError:
            hint = "save it as UTF-8 in your editor"
            message = "the file is not UTF-8 text"
            found.append(finding("file.encoding", Span(file.path), message, hint))
    return texts


def _files(project: Project, folder: str, suffix: str, found: list[Finding]) -> dict[str, Source]:
    """Files of one sort by name."""
    files: dict[str, Source] = {}
    for root in dict.fromkeys((shipped_root(), project.root)):
        for name in _names(root / TEMPLATES / folder, suffix):
            path = f"{TEMPLATES}/{folder}/{name}"
            result = read(root, path)
            found.extend(result.findings)
            if result.value is not None:
                files[name] = Source(path, result.value, own=root != shipped_root())
    return files


def _names(folder: Path, suffix: str) -> tuple[str, ...]:
    if not folder.is_dir():
        return ()
    # Editors keep hidden files beside the one that is open.
    names = (path.name for path in folder.iterdir() if path.suffix == suffix)
    return tuple(sorted(name for name in names if not name.startswith(".")))
