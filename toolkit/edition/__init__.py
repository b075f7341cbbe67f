"""Editions: one document in one language, and how much of it is translated.

``assemble`` puts translations in the place of the source texts, by the same traversal that collected
them; ``words`` speaks the few words that the templates add in the language of the edition.
"""

from toolkit.edition.assemble import Edition, Translation, Translations, assemble
from toolkit.edition.words import Words

__all__ = ["Edition", "Translation", "Translations", "Words", "assemble"]
