"""Make the fonts that web pages carry inside them: ``python tools/web_fonts.py [FOLDER]``.

Each is a part of a bundled font: the letters of the three alphabets and of the other Latin alphabets of
Europe, and the signs of print, as WOFF2. The same fonts make the same bytes. A changed font may
not keep the reserved name `Source`, so these are called Edition Serif and Edition Sans; what the licence
wants kept (copyright, licence) stays in their name tables.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "templates/fonts"
#: The name of a web font, and the bundled font that it is a part of.
FACES = {
    "EditionSans-Regular": "SourceSans3-Regular",
    "EditionSans-Semibold": "SourceSans3-Semibold",
    "EditionSerif-Italic": "SourceSerif4-It",
    "EditionSerif-Regular": "SourceSerif4-Regular",
    "EditionSerif-Semibold": "SourceSerif4-Semibold",
}
_ASCII = "".join(map(chr, range(0x20, 0x7F)))
#: Turkmen among them; names of people and places in sources are in all of these languages.
_LATIN = (
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
    "ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŌōŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŸŹźŻżŽžƏəȘșȚț"
)
#: Russian, Ukrainian, Belarusian, and the accent that Russian puts on a stressed vowel.
_CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЁёҐґЄєІіЇїЎў\u0301"
#: Quotation marks, dashes, spaces, №, ₽, arrows.
_SIGNS = "\u00a0§©«\u00ad°±·»×\u2002\u2003\u2009\u200a\u200b‐‑‒–—‘’‚“”„†•…\u202f‰‹›€₽№™←↑→↓−\u2060"
CHARACTERS = frozenset(map(ord, _ASCII + _LATIN + _CYRILLIC + _SIGNS))
#: Kerning, accents, and figures of every sort: old style in the text, tabular in tables.
FEATURES = ("ccmp", "kern", "liga", "lnum", "locl", "mark", "onum", "pnum", "tnum")
#: Entries of the name table: copyright, licence and its address are kept, the names are ours.
_COPYRIGHT, _LICENCE, _LICENCE_ADDRESS = 0, 13, 14
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6


def make(name: str, target: Path) -> None:
    """Write the web font ``name`` to the file ``target``."""
    font = TTFont(FONTS / f"{FACES[name]}.ttf", recalcTimestamp=False)
    options = Options(
        layout_features=list(FEATURES),
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=[_COPYRIGHT, _LICENCE, _LICENCE_ADDRESS],
        name_languages=["*"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    family, _, style = name.partition("-")
    family = family.replace("Edition", "Edition ")
    for entry, text in (
        (_FAMILY, f"{family} {style}"),
        (_STYLE, "Regular"),
        (_UNIQUE, name),
        (_FULL, f"{family} {style}"),
        (_POSTSCRIPT, name),
    ):
        font["name"].setName(text, entry, 3, 1, 0x409)
    font.flavor = "woff2"
    font.save(target)


def main() -> None:
    """Make every web font, in the folder of the bundled fonts or in another one."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS
    for name in FACES:
        make(name, folder / f"{name}.woff2")


if __name__ == "__main__":
    main()
