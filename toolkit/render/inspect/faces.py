"""The bundled fonts, and whether the fonts of a PDF are these and print what its text says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from toolkit.render.inspect.painting import Glyphs, Run

_SUBSET = re.compile(r"^[A-Z]{6}\+")
#: Family, style, full name, PostScript name, typographic family and style (OpenType, "name" table).
_FAMILY, _STYLE, _FULL, _POSTSCRIPT, _WIDE_FAMILY, _WIDE_STYLE = 1, 2, 4, 6, 16, 17
#: How often a sign may be replaced by the features of a font, one after another.
_ROUNDS = 3


@dataclass(frozen=True)
class Mismatch:
    """What is wrong with a font of a PDF: a sentence; for a sign, what is printed and what is said."""

    message: str
    printed: str = ""
    said: str = ""


class Face:
    """One bundled font: its outlines by number of glyph, and what each glyph may stand for."""

    def __init__(self, data: bytes) -> None:
        self._font = TTFont(BytesIO(data), lazy=True)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that the font may have in a PDF, as ``face_name`` writes them."""
        table = self._font["name"]
        found = [table.getDebugName(number) or "" for number in (_FULL, _POSTSCRIPT)]
        for family, style in ((_FAMILY, _STYLE), (_WIDE_FAMILY, _WIDE_STYLE)):
            words = (table.getDebugName(family) or "", table.getDebugName(style) or "")
            found.append("".join(words) if words[0] else "")
        return frozenset(face_name(name) for name in found if name)

    @cached_property
    def meanings(self) -> Mapping[int, frozenset[str]]:
        """The texts that each glyph may stand for: by the characters of the font, and its features."""
        texts: dict[str, set[str]] = {}
        for code, name in self._font.getBestCmap().items():
            texts.setdefault(name, set()).add(_plain(chr(code)))
        steps = list(_substitutions(self._font))
        for _ in range(_ROUNDS):
            for before, after in steps:
                known = [texts.get(name) for name in before]
                if all(known):
                    words = "".join(sorted(item)[0] for item in known if item)
                    own = known[0] if len(before) == 1 and known[0] else {words}
                    texts.setdefault(after, set()).update(own)
        number = self._font.getGlyphID
        return {number(name): frozenset(own) for name, own in texts.items()}

    def outline(self, number: int) -> object:
        """The lines of a glyph, none if the font has no such glyph."""
        return _outline(self._font, number)


@dataclass(frozen=True)
class Faces:
    """The bundled fonts by the names that they may have in a PDF."""

    faces: tuple[Face, ...]
    _by_name: dict[str, Face] = field(default_factory=dict)

    @classmethod
    def of(cls, fonts: Iterable[bytes]) -> Faces:
        """The faces of files of fonts."""
        faces = tuple(Face(data) for data in fonts)
        return cls(faces, {name: face for face in faces for name in face.names})

    def mismatches(self, runs: Iterable[Run]) -> Iterator[Mismatch]:
        """What is wrong with the fonts of runs, each thing once."""
        used: dict[Glyphs, set[int]] = {}
        for run in runs:
            used.setdefault(run.font, set()).update(run.codes)
        for font, codes in used.items():
            face = self._by_name.get(face_name(font.name))
            if face is None:
                yield Mismatch(f"the font `{font.name}` is not one of the bundled fonts")
            elif not font.program:
                yield Mismatch(f"the font `{font.name}` is not embedded as a build embeds it")
            else:
                yield from _compared(face, font, codes)


def _compared(face: Face, font: Glyphs, codes: Iterable[int]) -> Iterator[Mismatch]:
    try:
        program = TTFont(BytesIO(font.program), lazy=True)
        strange = any(
            face.outline(code) is None or _outline(program, code) != face.outline(code)
            for code in sorted(codes)
        )
    except Exception:
        # fontTools raises whatever bytes of another shape than expected lead to.
        strange = True
    if strange:
        yield Mismatch(f"the glyphs of the font `{font.name}` are not those of the bundled one")
        return
    for code in sorted(codes):
        said, meanings = font.texts.get(code), face.meanings.get(code, frozenset())
        if code and said is not None and _plain(said) not in meanings:
            printed = min(meanings, default="")
            what = f"the glyph of `{printed}`" if printed else "a glyph of no character"
            yield Mismatch(f"{what} is said to be `{said}`", printed, said)


def face_name(name: str) -> str:
    """A font's name without the mark of a subset, signs and what regular faces leave out."""
    plain = "".join(sign for sign in _SUBSET.sub("", name).lower() if sign.isalnum())
    return plain.replace("regular", "") or plain


def _plain(text: str) -> str:
    """A text without what one glyph may stand for alike: capitals, widths, kinds of space."""
    return unicodedata.normalize("NFKC", text).casefold()


def _outline(font: Any, number: int) -> object:
    names = font.getGlyphOrder()
    if number >= len(names):
        return None
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[names[number]].draw(pen)
    return pen.value


def _substitutions(font: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Glyphs that features put in the place of others (OpenType, "GSUB"), one of them at a time."""
    if "GSUB" not in font:
        return
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = getattr(table, "ExtSubTable", table)
            for before, after in getattr(inner, "mapping", {}).items():
                for name in [after] if isinstance(after, str) else after:
                    yield (before,), name
            for before, others in getattr(inner, "alternates", {}).items():
                for name in others:
                    yield (before,), name
            for first, ligatures in getattr(inner, "ligatures", {}).items():
                for ligature in ligatures:
                    yield (first, *ligature.Component), ligature.LigGlyph
