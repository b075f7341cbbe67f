"""Editions: one document in one language, and how much of it is translated.

``assemble`` puts translations in the place of the source texts, by the same traversal that collected
them; ``words`` speaks the few words that the templates add in the language of the edition;
``fingerprint`` is a short code of the source that stands in all of its editions.
"""

from toolkit.edition.assemble import Edition, Translation, Translations, assemble, unfinished
from toolkit.edition.fingerprint import fingerprint
from toolkit.edition.words import Words

__all__ = [
    "Edition",
    "Translation",
    "Translations",
    "Words",
    "assemble",
    "fingerprint",
    "unfinished",
]
