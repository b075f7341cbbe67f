"""How series are told apart, with colour and without, and what the style sheets say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from toolkit.render.charts.metrics import Face, read_advances
from toolkit.render.charts.plot import Sheet
from toolkit.render.inline import Medium

Texture = Literal["", "rising", "falling", "dots", "level"]
Sign = Literal["circle", "square", "triangle", "diamond", "ring", "box"]

_REFERENCE = re.compile(r"var\(\s*--([\w-]+)\s*\)")
#: A custom property may refer to another one; a ring of them ends here.
_DEEPEST = 8
#: A browser may set the type in a wider face than the bundled one.
_OTHER_FACES = 1.12


@dataclass(frozen=True, slots=True)
class Look:
    """How a series looks: the colour token and texture of its bars, the colour and dashes of its line.

    Dashes are in sizes of the type. Fillings are dark and light by turns, so that neighbours differ
    in grey; textures and signs tell apart what is equally dark.
    """

    fill: str
    texture: Texture
    line: str
    dashes: tuple[float, ...]
    sign: Sign

    @property
    def dark(self) -> bool:
        """Whether a texture on the filling is to be light."""
        return self.fill == self.line


LOOKS = (
    Look("chart-1", "", "chart-1", (), "circle"),
    Look("chart-2", "", "chart-3", (0.5, 0.25), "square"),
    Look("chart-3", "rising", "chart-3", (0.16, 0.2), "triangle"),
    Look("chart-4", "falling", "chart-5", (0.8, 0.25, 0.16, 0.25), "diamond"),
    Look("chart-5", "dots", "chart-5", (1.1, 0.4), "ring"),
    Look("chart-6", "level", "chart-1", (0.16, 0.2, 0.5, 0.2), "box"),
)


@dataclass(frozen=True)
class ChartStyle:
    """What charts take from the style sheet for paper and from its fonts, by address."""

    stylesheet: str = ""
    fonts: Mapping[str, bytes] | None = None

    def token(self, name: str) -> str:
        """The value of the custom property ``--name``; without one, the colour of the text."""
        return self._tokens.get(name, "currentColor")

    def sheet(self, medium: Medium, *, column: bool = False) -> Sheet:
        """The sheet of a medium: on paper the text block of 160 mm in points, or one of its columns.

        On a screen it is as narrow as a phone, with type that can be read there; the style sheet
        makes the type smaller where the drawing is shown larger.
        """
        if medium == "print" and column:
            return Sheet(width=226.5, size=7.0, rise=110.0, face=Face(self._advances))
        if medium == "print":
            return Sheet(width=453.5, size=8.0, rise=130.0, face=Face(self._advances))
        return Sheet(width=400.0, size=13.0, rise=200.0, face=Face(self._advances, _OTHER_FACES))

    @cached_property
    def _tokens(self) -> Mapping[str, str]:
        raw = {
            item.name.removeprefix("--"): _written(item.value)
            for rule in self._rules
            if rule.type == "qualified-rule" and _written(rule.prelude) == ":root"
            for item in _declarations(rule)
            if item.name.startswith("--")
        }
        return {name: _resolved(value, raw) for name, value in raw.items()}

    @cached_property
    def _advances(self) -> Mapping[str, float]:
        """How wide the characters of that face are; nothing is known without a file."""
        return read_advances(self._regular[1]) if self._regular[1] else {}

    @property
    def family(self) -> str:
        """The first family of ``--sans`` that has a file: in drawings the engine reads one name."""
        return self._regular[0]

    @cached_property
    def _regular(self) -> tuple[str, bytes]:
        """The name of that family, and its upright regular face."""
        files = dict(self._regular_faces())
        names = (name.strip().strip("\"'") for name in self.token("sans").split(","))
        known = ((name, files[name.casefold()]) for name in names if name.casefold() in files)
        return next(known, ("sans-serif", b""))

    def _regular_faces(self) -> Iterator[tuple[str, bytes]]:
        """The font files of upright regular faces, by the families they belong to."""
        for rule in self._rules:
            if rule.type != "at-rule" or rule.lower_at_keyword != "font-face":
                continue
            face = {item.lower_name: _written(item.value) for item in _declarations(rule)}
            address = re.search(r"""url\(["']?([^"')]+)""", face.get("src", ""))
            regular = (face.get("font-weight"), face.get("font-style")) == ("400", "normal")
            if regular and address and address[1] in (self.fonts or {}):
                yield _family(face.get("font-family", "")), (self.fonts or {})[address[1]]

    @cached_property
    def _rules(self) -> tuple[Any, ...]:
        # A page without a chart needs no style sheet to be parsed.
        import tinycss2

        return tuple(tinycss2.parse_stylesheet(self.stylesheet, True, True))


def _declarations(rule: Any) -> Iterator[Any]:
    import tinycss2

    for item in tinycss2.parse_declaration_list(rule.content, True, True):
        if item.type == "declaration":
            yield item


def _written(tokens: Any) -> str:
    import tinycss2

    return str(tinycss2.serialize(tokens)).strip()


def _family(name: str) -> str:
    return name.strip().strip("\"'").casefold()


def _resolved(value: str, raw: Mapping[str, str]) -> str:
    for _ in range(_DEEPEST):
        value = _REFERENCE.sub(lambda found: raw.get(found[1], "currentColor"), value)
    return value
