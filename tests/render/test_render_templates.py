"""Templates: strict, escaping, in a sandbox; a mistake in one is one finding with its place."""

from __future__ import annotations

from collections import UserDict
from collections.abc import Mapping
from typing import Any

import pytest
from markupsafe import Markup

from tests.render.pages import html, overridden, shipped_templates
from tests.support.documents import sample, statement
from toolkit.diagnostics import Finding, Span
from toolkit.document.model import Kind
from toolkit.render.templates import TemplateProblem, Templates

NOTHING: Mapping[str, Any] = {}


def templates(**sources: str) -> Templates:
    """Templates by their names without `.html`."""
    named = {f"{name}.html": source for name, source in sources.items()}
    return Templates(named, {name: f"templates/html/{name}" for name in named})


def filled(source: str, **values: object) -> str:
    return templates(page=source).render("page.html", values)


def problem(source: str, **values: object) -> Finding:
    with pytest.raises(TemplateProblem) as caught:
        filled(source, **values)
    assert str(caught.value) == caught.value.finding.message
    return caught.value.finding


# What a template may do


def test_values_are_escaped_unless_they_are_markup() -> None:
    assert filled("{{ a }} {{ b }}", a="<i>&", b=Markup("<b>")) == "&lt;i&gt;&amp; <b>"


def test_a_value_is_never_a_template() -> None:
    assert filled("{{ a }}", a="{{ 7 * 7 }}{% raw %}") == "{{ 7 * 7 }}{% raw %}"


def test_one_template_may_include_import_and_extend_others() -> None:
    made = templates(
        page='{% extends "base.html" %}{% block a %}{% include "part.html" %}{% endblock %}',
        base='{% import "tools.html" as tools %}[{% block a %}{% endblock %}{{ tools.b() }}]',
        part="part {{ x }}",
        tools="{% macro b() %}tool{% endmacro %}",
    )
    assert made.render("page.html", {"x": 1}) == "[part 1tool]"


# What it may not


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{ missing }}", "'missing' is undefined"),
        ("{{ a.missing }}", "has no attribute 'missing'"),
        ("{% if missing %}{% endif %}", "'missing' is undefined"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ a.__init__.__globals__ }}", "unsafe"),
        ("{{ (a|attr('__class__')).__mro__ }}", "unsafe"),
        ("{{ '{0.__class__.__mro__}'.format(a) }}", "unsafe"),
        ("{{ b.append(1) }}", "unsafe"),
        ("{% for i in range(10**9) %}{% endfor %}", "Range too big"),
        ("{% include 'nowhere.html' %}", "nowhere.html"),
        ("{% include '/etc/passwd' %}", "/etc/passwd"),
        ("{% extends '../../etc/passwd' %}", "../../etc/passwd"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ 'a' + 1 }}", "concatenate"),
        ("{{ a() }}", "not callable"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "goes in a circle"),
        ("{{ a|unheard }}", "No filter named 'unheard'"),
        ("{% if %}", "Expected an expression"),
        ("{% for x in a %}", "end of template"),
        ("{{ a", "end of"),
    ],
)
def test_a_mistake_is_told_with_its_line(source: str, message: str) -> None:
    found = problem(f"first line\nsecond line\n{source}", a="text", b=[])
    assert found.code == "template.error"
    assert message in found.message
    assert found.span == Span("templates/html/page.html", 3, 1)
    assert found.hint


def test_the_line_is_that_of_the_innermost_template() -> None:
    made = templates(page='\n{% include "part.html" %}', part="\n\n\n{{ missing }}")
    with pytest.raises(TemplateProblem) as caught:
        made.render("page.html", NOTHING)
    assert caught.value.finding.span == Span("templates/html/part.html", 4, 1)


def test_the_line_may_be_in_a_macro_of_another_template() -> None:
    tools = "\n{% macro show(a) %}\n{{ a.nowhere }}\n{% endmacro %}"
    made = templates(page='{% import "tools.html" as tools %}{{ tools.show("x") }}', tools=tools)
    with pytest.raises(TemplateProblem) as caught:
        made.render("page.html", NOTHING)
    assert caught.value.finding.span == Span("templates/html/tools.html", 3, 1)


def test_an_error_in_a_function_that_a_template_calls_wrongly_is_the_templates() -> None:
    found = problem("\n{{ date('yesterday') }}", date=lambda day: day.isoformat())
    assert found.span == Span("templates/html/page.html", 2, 1)


def test_a_template_that_is_missing_is_named() -> None:
    with pytest.raises(TemplateProblem) as caught:
        templates().render("statement.html", NOTHING)
    assert caught.value.finding.span == Span("statement.html")
    assert "statement.html" in caught.value.finding.message


def test_a_mistake_of_the_program_is_no_finding() -> None:
    class Values(UserDict[str, Any]):
        def __getitem__(self, key: str) -> Any:
            raise AssertionError("a bug")

    with pytest.raises(AssertionError):
        templates(page="x").render("page.html", Values({"a": 1}))


@pytest.mark.parametrize(
    ("name", "source", "line"),
    [
        ("layout.html", "<!doctype html>\n<title>{{ titel }}</title>", 2),
        ("note.html", "{{ note.source.\n}}", 2),
        ("statement.html", '{% extends "layout.html" %}\n{% block front %}', 2),
    ],
)
def test_a_template_of_the_project_with_a_mistake_is_one_finding(
    name: str, source: str, line: int
) -> None:
    made = overridden(name, source)
    with pytest.raises(TemplateProblem) as caught:
        html(sample(Kind.STATEMENT), templates=made)
    assert caught.value.finding.code == "template.error"
    assert caught.value.finding.span == Span(f"templates/html/{name}", line, 1)


def test_a_template_of_the_project_takes_the_place_of_the_toolkits() -> None:
    made = overridden(
        "statement.html", '{% extends "layout.html" %}{% block front %}OURS{% endblock %}'
    )
    assert "OURS" in html(statement("One."), templates=made)


# Checking without filling


def test_all_templates_that_cannot_be_read_are_found_at_once() -> None:
    made = templates(a="{% if %}", b="fine", c="\n{{ x")
    assert [(item.code, str(item.span)) for item in made.check()] == [
        ("template.error", "templates/html/a.html:1:1"),
        ("template.error", "templates/html/c.html:2:1"),
    ]


def test_the_shipped_templates_can_be_read() -> None:
    assert shipped_templates().check() == ()


# Interface words


def test_words_are_collected_with_the_notes_to_their_translators() -> None:
    made = templates(
        b='{#- Translators: Above the list. #}\n<h2>{{ _("Notes") }}</h2>',
        a='{# Translators: For screen readers. #}{{ _("Notes") }}\n{# Not for them. #}{{ _("Page") }}',
    )
    messages = {message.msgid: message for message in made.messages()}
    assert list(messages) == ["Notes", "Page"]
    assert messages["Notes"].comments == ("For screen readers.", "Above the list.")
    assert messages["Notes"].references == ("templates/html/a.html", "templates/html/b.html")
    assert messages["Page"].comments == ()


def test_places_and_plurals_are_told_to_gettext_tools() -> None:
    made = templates(
        a='{{ fill(_("Page {page}"), page=1) }}{{ ngettext("{count} text", "{count} texts", 2) }}'
    )
    page, text = made.messages()
    assert (page.msgid, page.msgid_plural, page.flags) == (
        "Page {page}",
        "",
        ("python-brace-format",),
    )
    assert (text.msgid, text.msgid_plural) == ("{count} text", "{count} texts")
    assert text.flags == ("python-brace-format",)


def test_every_shipped_word_is_explained_to_its_translators() -> None:
    assert [
        message.msgid for message in shipped_templates().messages() if not message.comments
    ] == []


@pytest.mark.parametrize("kind", Kind)
def test_every_word_that_a_page_says_is_collected(kind: Kind) -> None:
    """A word that is made up while a page is filled could not be translated."""
    from toolkit.edition import Words

    collected = {
        word
        for message in shipped_templates().messages()
        for word in (message.msgid, message.msgid_plural)
    }
    said: set[str] = set()

    class Listening(Words):
        def say(self, word: str) -> str:
            said.add(word)
            return word

        def count(self, singular: str, plural: str, number: int) -> str:
            said.update((singular, plural))
            return singular

    for medium in ("screen", "print"):
        html(sample(kind), medium, words=Listening({}, lambda _: 0))
    assert len(said) > 5
    assert said <= collected
