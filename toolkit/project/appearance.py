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
    print_css: str
    parallel_screen_css: str
    parallel_print_css: str
    fonts: Mapping[str, bytes]
    patterns: Mapping[str, bytes]

    @cached_property
    def charts(self) -> ChartStyle:
        """What charts take from the style sheet and the fonts; read at the first chart of a build."""
        return ChartStyle(self.print_css, self.fonts)


def load_appearance(project: Project) -> Result[Appearance]:
    """Gather templates, styles and fonts. A file of the project replaces the toolkit's namesake."""
    found: list[Finding] = []
    html = _texts(project, "html", ".html", found) | _texts(project, "xml", ".xml", found)
    css = _texts(project, "css", ".css", found)
    theme = _theme(project, found)
    scripts = _texts(project, "js", ".js", found)
    for path, text in (*css.values(), theme):
        found.extend(_ending(path, text, "style sheet"))
    for path, text in scripts.values():
        found.extend(_ending(path, text, "script"))
    fonts = _files(project, "fonts", ".ttf", found)
    patterns = _files(project, "hyphenation", ".dic", found)
    web_fonts = _files(project, "fonts", ".woff2", found)
    screen_css, parallel_screen_css, site_css = (
        "" if found else _screen_css(css, theme, names, web_fonts, found)
        for names in (SCREEN_STYLES, PARALLEL_SCREEN_STYLES, SITE_STYLES)
    )
    if found:
        return Result(None, tuple(found))
    templates = Templates(
        sources={name: text for name, (_, text) in html.items()},
        paths={name: path for name, (path, _) in html.items()},
    )
    return Result(
        Appearance(
            templates=templates,
            screen_css=screen_css,
            script=scripts[SCRIPT][1].strip(),
            site_css=site_css,
            site_script=scripts[SITE_SCRIPT][1].strip(),
            print_css=_join(css, theme, PRINT_STYLES),
            parallel_screen_css=parallel_screen_css,
            parallel_print_css=_join(css, theme, PARALLEL_PRINT_STYLES),
            fonts={f"fonts/{name}": data for name, (_, data) in fonts.items()},
            patterns={name: data for name, (_, data) in patterns.items()},
        )
    )


def _ending(path: str, text: str, what: str) -> Iterator[Finding]:
    if "</" in text:
        before = text[: text.index("</")]
        column = len(before) - before.rfind("\n")
        span = Span(path, before.count("\n") + 1, column)
        message = f"a {what} holds `</`, which would end it in the middle of a page"
        yield finding("template.error", span, message, "take it out")


def _screen_css(
    css: Mapping[str, tuple[str, str]],
    theme: tuple[str, str],
    names: tuple[str, ...],
    files: Mapping[str, tuple[str, bytes]],
    found: list[Finding],
) -> str:
    """A style sheet of web pages, with the fonts that it names inside it."""
    first, *others = names
    path, faces = css[f"{first}.css"]
    styles = _join(css, theme, tuple(others))
    fonts = {f"fonts/{name}": data for name, (_, data) in files.items()}
    try:
        return carry_faces(faces, styles, fonts) + styles
    except MissingFont as missing:
        message = f"the style sheet names the font `{missing.address}`, which is not there"
        hint = "put the file into `templates/fonts`, as WOFF2"
        found.append(finding("template.error", Span(path), message, hint))
        return ""


def _join(
    css: Mapping[str, tuple[str, str]], theme: tuple[str, str], names: tuple[str, ...]
) -> str:
    sheets: list[str] = []
    for name in names:
        sheets.append(css[f"{name}.css"][1].strip())
        if name == _BEFORE_THEME and theme[1]:
            sheets.append(theme[1].strip())
    return "\n".join(sheets)


def _theme(project: Project, found: list[Finding]) -> tuple[str, str]:
    """The path and text of the theme that the settings name; of none if they name none."""
    wanted = project.settings.theme
    if not wanted:
        return "", ""
    themes = _texts(project, "themes", ".css", found)
    if f"{wanted}.css" in themes:
        return themes[f"{wanted}.css"]
    known = sorted(name.removesuffix(".css") for name in themes)
    hint = did_you_mean(wanted, known) or f"The themes are {listed(known, joint='and')}."
    span = project.settings.theme_span or Span(SETTINGS)
    message = f"there is no theme `{wanted}` in `{TEMPLATES}/themes`"
    found.append(finding("field.value", span, message, hint))
    return "", ""


def _texts(
    project: Project, folder: str, suffix: str, found: list[Finding]
) -> dict[str, tuple[str, str]]:
    texts: dict[str, tuple[str, str]] = {}
    for name, (path, data) in _files(project, folder, suffix, found).items():
        try:
            texts[name] = (path, data.decode("utf-8-sig"))
        except UnicodeDecodeError:
            hint = "save it as UTF-8 in your editor"
            found.append(finding("file.encoding", Span(path), "the file is not UTF-8 text", hint))
    return texts


def _files(
    project: Project, folder: str, suffix: str, found: list[Finding]
) -> dict[str, tuple[str, bytes]]:
    """Files of one sort by name, each with the path it is reported under."""
    files: dict[str, tuple[str, bytes]] = {}
    for root in dict.fromkeys((shipped_root(), project.root)):
        for name in _names(root / TEMPLATES / folder, suffix):
            path = f"{TEMPLATES}/{folder}/{name}"
            result = read(root, path)
            found.extend(result.findings)
            if result.value is not None:
                files[name] = (path, result.value)
    return files


def _names(folder: Path, suffix: str) -> tuple[str, ...]:
    if not folder.is_dir():
        return ()
    # Editors keep hidden files beside the one that is open.
    names = (path.name for path in folder.iterdir() if path.suffix == suffix)
    return tuple(sorted(name for name in names if not name.startswith(".")))
