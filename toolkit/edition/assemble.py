"""A document and its translations become an edition, by the traversal that collects messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from toolkit.document.inline import one_line
from toolkit.document.model import Document, State, Text
from toolkit.document.walk import Place, rewrite, texts
from toolkit.translation.message import is_message
from toolkit.translation.validity import problems


@dataclass(frozen=True, slots=True)
class Translation:
    """What a catalog holds for one message: the text and whether it is marked as needing work."""

    text: str
    fuzzy: bool = False


#: Translations by msgctxt and msgid.
Translations = Mapping[tuple[str | None, str], Translation]


@dataclass(frozen=True, slots=True)
class Edition:
    """A document in one language. Texts without a usable translation keep their source language.

    The anchors, numbers and notes of ``document`` are those of the source: nothing but texts differs.
    ``unfinished`` counts messages, as `toolkit status` does: equal texts are one message.
    """

    document: Document
    language: str
    unfinished: int

    @property
    def draft(self) -> bool:
        """Whether any text still stands in its source language for want of a translation."""
        return self.unfinished > 0


def assemble(document: Document, language: str, translations: Translations) -> Edition:
    """The edition of ``document`` in ``language``.

    In the document's own language the texts are the author's. In another one, a text is its translation
    if there is one that is neither fuzzy nor invalid, else the source text, marked with the reason.
    """
    if language == document.language:
        return Edition(document, language, unfinished=0)

    def translate(text: Text, _: Place) -> Text:
        return _translate(text, language, translations.get((text.context, text.value)))

    translated = rewrite(document, translate)
    return Edition(translated, language, sum(unfinished(translated).values()))


def unfinished(document: Document) -> Mapping[State, int]:
    """How many messages of an assembled document have no usable translation, by what is wrong."""
    finished = (State.SOURCE, State.TRANSLATED)
    messages = {
        (text.context, text.value): text.state
        for text, _ in texts(document)
        if text.state not in finished
    }
    return Counter(messages.values())


def _translate(text: Text, language: str, found: Translation | None) -> Text:
    if not is_message(text):
        return text
    if found is None or not found.text.strip():
        return replace(text, state=State.UNTRANSLATED)
    if found.fuzzy:
        return replace(text, state=State.FUZZY)
    if problems(text.value, found.text):
        return replace(text, state=State.INVALID)
    return replace(text, value=one_line(found.text), language=language, state=State.TRANSLATED)
