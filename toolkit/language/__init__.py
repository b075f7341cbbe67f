"""Languages are data: one row per language, and functions that read nothing but the row.

``LANGUAGES`` holds the rows. ``dates``, ``numbers``, ``lists`` and ``plural`` write a value the way
a language writes it; each takes the code of a language, so that no other package asks which
language it has before it. A fourth language is a new row in ``rows`` (and, where CLDR does not know
how it writes dates, a module like ``turkmen``); nothing else changes.

Importing this package is cheap: Babel is loaded by the first call that needs CLDR.
"""

from toolkit.language.row import Dates, Language, Quotes
from toolkit.language.rows import LANGUAGES, codes, get

__all__ = ["LANGUAGES", "Dates", "Language", "Quotes", "codes", "get"]
