"""The rows. To add a language, add a row."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from toolkit.language import cldr, english, russian, turkmen
from toolkit.language.row import Dates, Language, Quotes

if TYPE_CHECKING:
    from collections.abc import Mapping

#: U+002D. The default of browsers and of the PDF engine, U+2010, is missing from many fonts and is
#: then printed as a box.
_HYPHEN = "-"

#: Right for every language whose dates CLDR gives as they are written in running text.
_CLDR_DATES = Dates(
    long=cldr.long_date,
    span=cldr.date_range,
    month_year=cldr.month_year,
    year=cldr.year,
)

_RUSSIAN = Language(
    code="ru",
    autonym="Русский",
    adjective="Russian",
    locale="ru",
    plural_forms=(
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
        "(n%100<10 || n%100>=20) ? 1 : 2);"
    ),
    plural_count=3,
    # Milchin, and CLDR: «ёлочки» outside, „лапки“ inside.
    quotes=Quotes("«", "»", "„", "“"),
    letters=frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    hyphenation="ru_RU",
    hyphenate_character=_HYPHEN,
    dates=_CLDR_DATES,
    ordinal=russian.ordinal,
    grouped_from=5,
    picture_words=frozenset(
        {
            "рисунок",
            "рис",
            "изображение",
            "картинка",
            "фото",
            "фотография",
            "снимок",
            "иллюстрация",
            "диаграмма",
            "график",
            "схема",
            "карта",
            "логотип",
        }
    ),
)

_TURKMEN = Language(
    code="tk",
    autonym="Türkmençe",
    adjective="Turkmen",
    locale="tk",
    plural_forms="nplurals=2; plural=(n != 1);",
    plural_count=2,
    # Turkmen print uses «…»; CLDR's “…” serves as the inner pair.
    quotes=Quotes("«", "»", "“", "”"),
    # The alphabet of 1999: thirty letters. Ş is U+015F, with a cedilla; c, q, v and x are missing.
    letters=frozenset("abçdeäfghijžklmnňoöprsştuüwyýz"),
    # Made from ``turkmen_hyphenation``: Pyphen has no Turkmen.
    hyphenation="hyph_tk.dic",
    hyphenate_character=_HYPHEN,
    dates=Dates(
        long=turkmen.long_date,
        span=turkmen.date_range,
        month_year=turkmen.month_year,
        year=turkmen.year,
    ),
    ordinal=turkmen.ordinal,
    grouped_from=5,
    picture_words=frozenset(
        {
            "surat",
            "fotosurat",
            "foto",
            "çyzgy",
            "diagramma",
            "grafik",
            "karta",
            "kartasy",
            "nyşan",
            "logotip",
        }
    ),
)

_ENGLISH = Language(
    code="en",
    autonym="English",
    adjective="English",
    # British: the form of English that international bodies in Europe write.
    locale="en_GB",
    plural_forms="nplurals=2; plural=(n != 1);",
    plural_count=2,
    # CLDR: double outside, single inside.
    quotes=Quotes("\u201c", "\u201d", "\u2018", "\u2019"),
    letters=frozenset("abcdefghijklmnopqrstuvwxyz"),
    hyphenation="en_GB",
    hyphenate_character=_HYPHEN,
    dates=_CLDR_DATES,
    ordinal=english.ordinal,
    grouped_from=4,
    picture_words=frozenset(
        {
            "image",
            "picture",
            "photo",
            "photograph",
            "figure",
            "fig",
            "illustration",
            "drawing",
            "chart",
            "diagram",
            "graph",
            "map",
            "logo",
        }
    ),
)

#: Every language, in the order in which editions are listed.
LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {row.code: row for row in (_RUSSIAN, _TURKMEN, _ENGLISH)}
)


def get(code: str) -> Language:
    """The row of the language that is called ``code``; ``KeyError`` if there is none."""
    return LANGUAGES[code]


def codes() -> frozenset[str]:
    """The codes of all languages."""
    return frozenset(LANGUAGES)
