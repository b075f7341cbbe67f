"""What is wrong with a PO file, for `check`: header, messages that it should hold, translations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.diagnostics import Finding, Span, finding, in_order
from toolkit.language import Language
from toolkit.translation.catalog import Catalog, Entry, lookup
from toolkit.translation.header import language_finding
from toolkit.translation.message import Message
from toolkit.translation.plurals import same_rule
from toolkit.translation.validity import problems

#: Of the fuzzy messages of a file, so many have a finding of their own; the others are counted.
FUZZY_NAMED = 10

#: So much of a source text is quoted to name a message.
_QUOTED = 40


def check_catalog(
    catalog: Catalog, *, language: Language, messages: Sequence[Message]
) -> tuple[Finding, ...]:
    """Everything that is wrong with the catalog of a document, in the order of its lines.

    ``messages`` are those it should hold.
    """
    entries = lookup(catalog)
    present = [entries[message.key] for message in messages if message.key in entries]
    return in_order(
        (
            *language_finding(catalog, language),
            *plural_problems(catalog, present, language),
            *_outdated(catalog, messages),
            *_untranslated(catalog, present, len(messages)),
            *_fuzzy(catalog, present),
            *_invalid(catalog, present),
        )
    )


def plural_problems(
    catalog: Catalog, present: Sequence[Entry], language: Language
) -> Iterator[Finding]:
    """Whether the header names the plural rule of the language, and ``present`` have so many forms."""
    declared = catalog.field("Plural-Forms")
    plurals = [entry for entry in present if entry.msgid_plural]
    if (declared or plurals) and not same_rule(declared, language.plural_forms):
        yield finding(
            "po.plural",
            catalog.field_span("Plural-Forms"),
            f"the Plural-Forms header is not the rule of {language.adjective}",
            f"it should be `{language.plural_forms}`; `toolkit update` puts it right",
        )
    for entry in plurals:
        if len(entry.msgstr) != language.plural_count:
            message = (
                f"`{_name(entry)}` has {len(entry.msgstr)} plural forms; "
                f"{language.adjective} has {language.plural_count}"
            )
            hint = "`toolkit update` adds forms that lack; delete forms that are too many"
            yield finding("po.plural", catalog.span(entry), message, hint)


def _outdated(catalog: Catalog, messages: Sequence[Message]) -> Iterator[Finding]:
    wanted = {message.key: message for message in messages}
    entries = lookup(catalog)
    lacking = sum(
        key not in entries or entries[key].msgid_plural != message.msgid_plural
        for key, message in wanted.items()
    )
    foreign = sum(key not in wanted for key in entries)
    reasons = []
    if lacking:
        reasons.append(f"{_messages(lacking)} of the document {_be(lacking)} not in it")
    if foreign:
        reasons.append(f"{_messages(foreign)} in it {_be(foreign)} no longer in the document")
    if reasons:
        message = f"the file is behind its document: {'; '.join(reasons)}"
        yield finding("po.outdated", Span(catalog.path), message, "run `toolkit update`")


def _untranslated(catalog: Catalog, present: Sequence[Entry], total: int) -> Iterator[Finding]:
    empty = [entry for entry in present if not entry.translated and not _needs_work(entry)]
    if not empty:
        return
    span = catalog.span(empty[0])
    message = f"{len(empty)} of {_messages(total)} {_have(len(empty))} no translation"
    hint = f"the first is `{_name(empty[0])}`; your PO editor goes from one to the next"
    yield finding("message.untranslated", span, message, hint)


def _needs_work(entry: Entry) -> bool:
    return entry.fuzzy and entry.typed


def _fuzzy(catalog: Catalog, present: Sequence[Entry]) -> Iterator[Finding]:
    fuzzy = [entry for entry in present if _needs_work(entry)]
    for entry in fuzzy[:FUZZY_NAMED]:
        why = "it belongs to another text" if entry.previous else "it is only a suggestion so far"
        message = f"the translation of `{_name(entry)}` needs work: {why}"
        hint = (
            "compare it with the source text of today, correct it, take the mark “needs work” away"
        )
        yield finding("message.fuzzy", catalog.span(entry), message, hint)
    more = len(fuzzy) - FUZZY_NAMED
    if more > 0:
        span = catalog.span(fuzzy[FUZZY_NAMED])
        message = f"{more} more {'translation needs' if more == 1 else 'translations need'} work"
        yield finding("message.fuzzy", span, message, "they begin here")


def _invalid(catalog: Catalog, present: Sequence[Entry]) -> Iterator[Finding]:
    """A fuzzy translation belongs to another text, so it is not held against this one."""
    for entry in present:
        if entry.typed and not entry.fuzzy:
            for problem in problems(entry.msgid, entry.msgstr[0]):
                span = catalog.span(entry, problem.form)
                yield finding(problem.code, span, problem.message, problem.hint)


def _name(entry: Entry) -> str:
    text = entry.msgid
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"


def _messages(count: int) -> str:
    return "1 message" if count == 1 else f"{count} messages"


def _be(count: int) -> str:
    return "is" if count == 1 else "are"


def _have(count: int) -> str:
    return "has" if count == 1 else "have"
