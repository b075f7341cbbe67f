"""Which elements of an HTML page its styles hide from readers.

What hides a text on some screens only counts as well: texts of an edition have no business with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

import tinycss2.color4

from toolkit.render.inspect.light import contrast, luminance
from toolkit.render.inspect.styles import Declarations, Styles

_ZERO = re.compile(r"[+-]?(0+\.?0*|\.0+)([a-z]+|%)?")
_FAR = re.compile(
    r"-\d{3,}(\.\d+)?[a-z%]+|-\d{2,}(\.\d+)?(em|rem|ch|lh)|[+-]?\d{4,}(\.\d+)?[a-z%]+"
)
_SHIFTED = re.compile(r"translate[xy3d]*\(\s*-?\d{3,}")
_SCALED = re.compile(r"scale[xy3d]*\(\s*(0+\.?0*|\.0+)\s*[,)]")
_HIDDEN_VALUES: Mapping[str, re.Pattern[str]] = {
    "display": re.compile("none"),
    "visibility": re.compile("hidden|collapse"),
    "content-visibility": re.compile("hidden"),
    "clip": re.compile(r"rect\(\s*(0|1px|auto)[\w\s,]*\)"),
    "clip-path": re.compile(r"(inset\(\s*(50|100)%.*|circle\(\s*0\D.*|polygon\(\s*0 0\s*\))"),
    "-webkit-text-fill-color": re.compile("transparent"),
    "filter": re.compile(r".*opacity\(\s*(0+\.?0*|\.0+)%?\s*\).*"),
    "font": re.compile(r".*\b0+(px|pt|em|rem|%)?\s*/.*|0+(px|pt|em|rem|%)?\s.*"),
}
_NOTHING_LEFT = frozenset({"opacity", "font-size", "max-height", "max-width", "height", "width"})
_NOTHING_LEFT |= {"zoom", "scale"}
_SHIFTS = frozenset({"left", "top", "right", "bottom", "text-indent", "margin-left", "margin-top"})
_SHIFTS |= {"translate"}
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
#: A variable may name another one, but not without end.
_ROUNDS = 8


def hidden_elements(root: Element, styles: Styles) -> frozenset[Element]:
    """The elements of a page that are hidden themselves; what stands in them is hidden too."""
    return frozenset(_hidden(root, styles, {}, 0.0, 1.0))


def unprinted_elements(root: Element, styles: Styles) -> frozenset[Element]:
    """The elements that do not get on paper at all."""
    return frozenset(
        element for element in root.iter() if styles.of(element).own.get("display") == "none"
    )


def _hidden(
    element: Element,
    styles: Styles,
    variables: Declarations,
    ink: float | None,
    ground: float | None,
) -> Iterator[Element]:
    """``ink`` and ``ground`` are the luminance of the text around, and of what it stands on."""
    if callable(element.tag):
        return
    style = styles.of(element)
    variables = {
        **variables,
        **{name: value for name, value in style.own.items() if name.startswith("--")},
    }
    own = {name: _resolved(value, variables).lower() for name, value in style.own.items()}
    ink = _light(own["color"], ink, ink) if "color" in own else ink
    ground = _ground(own, ink, ground)
    lost = (
        ink is not None and ground is not None and _has_text(element) and not contrast(ink, ground)
    )
    if lost or "hidden" in element.attrib or _hides(own) or any(map(_hides, style.sometimes)):
        yield element
    for child in element:
        yield from _hidden(child, styles, variables, ink, ground)


def _has_text(element: Element) -> bool:
    texts = [element.text, *(child.tail for child in element)]
    return any(text and text.strip() for text in texts)


def _resolved(value: str, variables: Declarations) -> str:
    for _ in range(_ROUNDS):
        if "var(" not in value:
            break
        value = _VARIABLE.sub(lambda found: variables.get(found[1], found[2] or ""), value)
    return value


def _light(value: str, around: float | None, ink: float | None) -> float | None:
    """The luminance of a colour; of one that lets the ground through, nothing is known."""
    if value in {"inherit", "unset"}:
        return around
    colour: Any = tinycss2.color4.parse_color(value)
    if colour is None:
        return around
    if colour == "currentcolor":
        return ink
    try:
        shown = colour.to("srgb")
    except NotImplementedError:
        return None
    return luminance(tuple(shown.coordinates)) if shown.alpha >= 1 else None


def _ground(own: Declarations, ink: float | None, around: float | None) -> float | None:
    for name in ("background", "background-image"):
        if "gradient(" in own.get(name, "") or "url(" in own.get(name, ""):
            return None
    for name in ("background-color", "background"):
        for word in own.get(name, "").split() if name == "background" else [own.get(name, "")]:
            colour: Any = tinycss2.color4.parse_color(word)
            if colour is not None and getattr(colour, "alpha", 1) > 0:
                return _light(word, around, ink)
    return around


def _hides(declarations: Declarations) -> bool:
    return any(_is_hiding(name, value.lower()) for name, value in declarations.items())


def _is_hiding(name: str, value: str) -> bool:
    pattern = _HIDDEN_VALUES.get(name)
    if pattern is not None and pattern.fullmatch(value):
        return True
    if name == "color":
        colour: Any = tinycss2.color4.parse_color(value)
        return colour is not None and getattr(colour, "alpha", 1) == 0
    if name == "transform":
        return bool(_SHIFTED.search(value) or _SCALED.search(value))
    if name in _NOTHING_LEFT:
        return bool(_ZERO.fullmatch(value))
    return name in _SHIFTS and bool(_FAR.fullmatch(value))
