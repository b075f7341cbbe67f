"""Which translations are unfit to print, and which only look odd."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.translation.catalog import Entry
from toolkit.translation.validity import interface_problems, problems

LINK = "[report](https://example.org/r)"


def codes(source: str, translation: str) -> list[str]:
    return [problem.code for problem in problems(source, translation)]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Letters[^a] and answers[^b]", "Ответы[^b] и письма[^a]"),
        (f"Read the {LINK}.", "Читайте [доклад](https://example.org/r)."),
        ("See <https://example.org/r>", "См. [здесь](https://example.org/r)"),
        ("*All* of **them**", "Все"),
        ("Hak Hukuga", "[Hak Hukuga]{lang=tk}"),
        ("[Hak Hukuga]{lang=tk}", "Hak Hukuga"),
        ("A footnote mark: 5 * 6", "Знак: 5 * 6"),
        ("a", "<script>alert(1)</script> <b>a</b>"),
        ("100 % ready", "100 % готово"),
        ("a", "%(n)999999999d {0.__class__} {{ config }} {% if %}"),
        ("name_of_file", "имя_файла"),
        ("a\nb", "а\nб"),
    ],
)
def test_nothing_is_wrong_with(source: str, translation: str) -> None:
    assert problems(source, translation) == ()


@pytest.mark.parametrize(
    ("source", "translation", "code"),
    [
        ("Letters[^a]", "Письма", "message.note"),
        ("Letters", "Письма[^a]", "message.note"),
        ("Letters[^a]", "Письма[^a][^a]", "message.note"),
        ("Letters[^a]", "Письма[^b]", "message.note"),
        (LINK, "доклад", "message.link"),
        (LINK, "[доклад](https://example.com/r)", "message.link"),
        (LINK, f"{LINK} {LINK}", "message.link"),
        (LINK, "[доклад](https://example.org/r?)", "message.link"),
        (LINK, "[доклад](https://example.org@evil.example/r)", "message.link"),
        ("a", "[а](javascript:alert(1))", "message.markup"),
        ("a", "[а](file:///etc/passwd)", "message.markup"),
        ("a", "[а]{lang=xx}", "message.markup"),
        ("**all**", "**все", "message.markup"),
        ("**all**", "** все **", "message.markup"),
        ("*all*", "*все", "message.markup"),
        (LINK, "[доклад] (https://example.org/r)", "message.link"),
        ("Letters[^a]", "Письма[^ a]", "message.note"),
        ("[Hak]{lang=tk}", "[Hak] {lang=tk}", "message.markup"),
        ("One", "Один\n\nДва", "message.paragraphs"),
        ("One", "Один\n", "message.paragraphs"),
        ("One", "Один\u2029Два", "message.paragraphs"),
        ("One", "Один\r", "message.paragraphs"),
        ("One", "Один " * 401, "message.length"),
        ("One " * 300, "[" * 20_001, "message.length"),
        ("a", "\u202eа", "file.control-character"),
        ("a", "а\u2067", "file.control-character"),
        ("a", "а\x1b[31m", "file.control-character"),
    ],
)
def test_something_is_wrong_with(source: str, translation: str, code: str) -> None:
    assert code in codes(source, translation)


def test_a_link_that_is_refused_in_the_source_already_is_the_author_s_mistake() -> None:
    assert problems("[a](javascript:b)", "[а](javascript:b)") == ()


def test_both_sides_are_shown() -> None:
    (link,) = problems(LINK, "[доклад](https://example.com/r)")
    assert link.message == (
        "the links differ: the source has `https://example.org/r`, "
        "the translation `https://example.com/r`"
    )
    (note,) = problems("Letters[^b][^a][^a]", "Письма")
    assert note.message == (
        "the footnote references differ: "
        "the source has `[^a]`, `[^a]`, `[^b]`, the translation none"
    )


@given(st.text(max_size=60))
def test_every_text_is_a_fit_translation_of_itself(text: str) -> None:
    refused = {"message.markup"}  # a link or language that is wrong in the source, too
    assert set(codes(text, text)) <= refused


@given(st.text("[]()^*_{}<>!`\\ alng=tk:/#.&;\n", max_size=40), st.text("[]()^*{}= a", max_size=40))
def test_judging_never_fails(source: str, translation: str) -> None:
    assert all(problem.message and problem.hint for problem in problems(source, translation))


def entry(msgid: str, *msgstr: str, plural: str = "") -> Entry:
    return Entry(msgid=msgid, msgid_plural=plural, msgstr=msgstr)


def test_placeholders_are_compared_in_every_form() -> None:
    good = entry("{n} page", "{n} стр.", "{n} стр.", "{n} стр.", plural="{n} pages")
    assert interface_problems(good) == ()
    bad = entry("{n} page", "{n} стр.", "стр. {m}", "{n} {n} стр.", plural="{n} pages")
    assert [(item.code, item.form) for item in interface_problems(bad)] == [
        ("message.placeholder", 1),
        ("message.placeholder", 2),
    ]
    assert interface_problems(bad)[0].message == (
        "the placeholders differ: the source has `{n}`, the translation `{m}`"
    )


@pytest.mark.parametrize("text", ["{0.__class__}", "{n!r}", "{}", "{n:>999999999}", "{ n }", "{n"])
def test_only_a_name_in_braces_is_a_placeholder(text: str) -> None:
    assert [item.code for item in interface_problems(entry("{n} page", text))] == [
        "message.placeholder"
    ]
    assert interface_problems(entry("Page", text)) == ()


def test_interface_words_are_one_line_too() -> None:
    assert [item.code for item in interface_problems(entry("Page", "Стр.\n\u202e"))] == [
        "file.control-character",
        "message.paragraphs",
    ]
    assert interface_problems(entry("Page", "")) == ()
