"""What `check` finds in a PO file, with the lines that it names."""

from __future__ import annotations

from tests.translation.support import HEADER, PATH, RUSSIAN, catalog, messages_of, shown
from toolkit.translation.audit import check_catalog
from toolkit.translation.message import Message

BODY = r"""
msgid "The lake is dry"
msgstr "Озеро высохло"

msgid "Letters[^a] of the [foundation](https://example.org)"
msgstr "Письма [фонда](https://example.org)[^a]"
"""


def found(po: str, messages: tuple[Message, ...] | None = None) -> list[str]:
    wanted = messages_of(po) if messages is None else messages
    return shown(check_catalog(catalog(po), language=RUSSIAN, messages=wanted))


def test_nothing_is_found_in_a_file_that_is_right() -> None:
    assert found(HEADER + BODY) == []
    assert found(HEADER.replace("Language: ru", "Language: ru_RU") + BODY) == []


def test_a_translation_that_is_unfit_is_found_at_its_own_line() -> None:
    assert found(HEADER + BODY.replace("org)[^a]", "com)")) == [
        f"{PATH}:19:1 message.link: the links differ: "
        "the source has `https://example.org`, the translation `https://example.com`",
        f"{PATH}:19:1 message.note: the footnote references differ: "
        "the source has `[^a]`, the translation none",
    ]


def test_a_fuzzy_translation_is_named_but_not_judged() -> None:
    po = HEADER + BODY.replace('msgid "Letters', '#, fuzzy\n#| msgid "x"\nmsgid "Letters').replace(
        "фонда](https://example.org)", "фонда]"
    )
    assert found(po) == [
        f"{PATH}:21:1 message.fuzzy: the translation of "
        "`Letters[^a] of the [foundation](https://…` needs work: it belongs to another text"
    ]


def test_untranslated_messages_are_counted_at_the_first_of_them() -> None:
    po = HEADER + BODY + '\nmsgid "One"\nmsgstr ""\n\nmsgid "Two"\nmsgstr " "\n'
    assert found(po) == [f"{PATH}:22:1 message.untranslated: 2 of 4 messages have no translation"]
    one = HEADER + BODY + '\nmsgid "One"\nmsgstr ""\n'
    assert found(one) == [f"{PATH}:22:1 message.untranslated: 1 of 3 messages has no translation"]


def test_of_many_fuzzy_messages_the_first_ones_are_named() -> None:
    po = HEADER + "".join(f'\n#, fuzzy\nmsgid "{n}"\nmsgstr "{n}"\n' for n in range(25))
    lines = found(po)
    assert len(lines) == 11
    assert lines[0] == (
        f"{PATH}:17:1 message.fuzzy: the translation of `0` needs work: "
        "it is only a suggestion so far"
    )
    assert lines[-1] == f"{PATH}:57:1 message.fuzzy: 15 more translations need work"


def test_a_file_behind_its_document() -> None:
    messages = (Message("The lake is dry"), Message("New"), Message("Newer"))
    assert found(HEADER + BODY, messages) == [
        f"{PATH} po.outdated: the file is behind its document: 2 messages of the document are "
        "not in it; 1 message in it is no longer in the document"
    ]


def test_a_message_that_gained_a_plural_is_behind() -> None:
    po = HEADER + '\nmsgid "page"\nmsgstr "стр."\n'
    assert found(po, (Message("page", msgid_plural="pages"),)) == [
        f"{PATH} po.outdated: the file is behind its document: "
        "1 message of the document is not in it"
    ]


def test_obsolete_entries_are_no_matter() -> None:
    assert found(HEADER + BODY + '\n#~ msgid "Gone[^a]"\n#~ msgstr "Ушло"\n') == []


def test_another_language_in_the_header() -> None:
    assert found(HEADER.replace("Language: ru", "Language: tk") + BODY) == [
        f"{PATH}:9:1 po.language: the file says that it is in `tk`, "
        "but its folder is for `ru` (Russian)"
    ]


def test_another_plural_rule_in_the_header() -> None:
    line = f"{PATH}:13:1 po.plural: the Plural-Forms header is not the rule of Russian"
    for rule in ("nplurals=2; plural=(n != 1);", "nplurals=999999999; plural=n;", "nonsense"):
        assert found(HEADER.replace(RUSSIAN.plural_forms, rule) + BODY) == [line]


def test_the_plural_rule_may_be_missing_where_nothing_is_counted() -> None:
    rule = f'"Plural-Forms: {RUSSIAN.plural_forms}\\n"\n'
    counted = '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "в"\nmsgstr[1] "г"\nmsgstr[2] "д"\n'
    assert found(HEADER.replace(rule, "") + BODY) == []
    assert found(HEADER.replace(rule, "") + counted) == [
        f"{PATH}:1:1 po.plural: the Plural-Forms header is not the rule of Russian"
    ]


def test_forms_too_few_and_too_many_are_found() -> None:
    few = '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "в"\nmsgstr[1] "г"\n'
    many = few.replace('"г"', '"г"\nmsgstr[2] "г"\nmsgstr[3] "г"')
    assert found(HEADER + few) == [f"{PATH}:17:1 po.plural: `a` has 2 plural forms; Russian has 3"]
    assert found(HEADER + many) == [f"{PATH}:17:1 po.plural: `a` has 4 plural forms; Russian has 3"]
