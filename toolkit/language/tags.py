"""Languages that a passage or a source may be in: far more than those that editions appear in."""

from __future__ import annotations

import re
from functools import lru_cache

from toolkit.language import cldr
from toolkit.language.rows import LANGUAGES

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def is_language(tag: str) -> bool:
    """Whether ``tag`` is a language tag as HTML and PDF want it: ``la``, ``uz-Latn``, ``pt-BR``.

    The form is that of BCP 47; the language is one of those that CLDR names.
    """
    if tag in LANGUAGES:
        return True
    return _TAG.fullmatch(tag) is not None and tag.partition("-")[0] in _codes()


def autonym(tag: str) -> str:
    """The name of a language in that language, or the tag where CLDR does not know it."""
    if tag in LANGUAGES:
        return LANGUAGES[tag].autonym
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_language_name() or tag
    except (UnknownLocaleError, ValueError):
        return tag


def direction(code: str) -> str:
    """In which direction the lines of an edition run, as HTML has it: ``ltr`` or ``rtl``."""
    return cldr.direction(LANGUAGES[code].locale)


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    from babel import Locale

    return frozenset(str(code) for code in Locale("en").languages)
