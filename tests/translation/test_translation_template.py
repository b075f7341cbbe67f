"""The POT, and when its date may change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.catalogs import i18nspector_errors, msgcat_text
from tests.support.programs import run
from tests.translation.support import BUGS, LATER, NOW, PROJECT, template
from toolkit.translation.message import Message
from toolkit.translation.plurals import same_rule
from toolkit.translation.template import header_of, pot

LAKE = Message("Lake", comments=("Statement · title",), references=("lake.yaml",))
PAGE = Message("{n} page", msgid_plural="{n} pages", flags=("python-brace-format",))


def again(previous: bytes | None, *messages: Message, project: str = PROJECT) -> bytes:
    return pot(messages, project=project, previous=previous, created=LATER, bugs_to=BUGS)


def test_a_template_pleases_the_gettext_tools(tmp_path: Path) -> None:
    path = tmp_path / "lake.pot"
    path.write_bytes(template((LAKE, PAGE)))
    assert run("msgfmt", "--output-file=/dev/null", path).code == 0
    assert i18nspector_errors(path) == []
    assert msgcat_text(path) == template((LAKE, PAGE)).decode()


def test_the_date_is_in_utc() -> None:
    ashgabat = dt.timezone(dt.timedelta(hours=5))
    moment = dt.datetime(2026, 11, 21, 2, 30, tzinfo=ashgabat)
    assert b'"POT-Creation-Date: 2026-11-20 21:30+0000\\n"' in template((LAKE,), moment)


def test_the_same_messages_keep_the_date_and_every_byte() -> None:
    first = template((LAKE, PAGE), NOW)
    assert again(first, LAKE, PAGE) == first


def test_another_project_name_is_no_change_of_the_messages() -> None:
    renamed = again(template((LAKE,), NOW), LAKE, project="foundation 2")
    assert header_of(renamed).field("Project-Id-Version") == "foundation 2"
    assert header_of(renamed).field("POT-Creation-Date") == "2026-11-21 07:00+0000"


@pytest.mark.parametrize(
    "messages",
    [
        (LAKE,),
        (PAGE, LAKE),
        (replace(LAKE, msgctxt=""), PAGE),
        (replace(LAKE, comments=("Statement · heading",)), PAGE),
        (replace(LAKE, references=("sea.yaml",)), PAGE),
        (LAKE, replace(PAGE, msgid_plural="{n} sheets")),
        (LAKE, replace(PAGE, flags=())),
    ],
    ids=["fewer", "order", "context", "comment", "reference", "plural", "flag"],
)
def test_other_messages_take_the_new_date(messages: tuple[Message, ...]) -> None:
    changed = again(template((LAKE, PAGE), NOW), *messages)
    assert header_of(changed).field("POT-Creation-Date") == "2026-12-24 18:30+0000"


def test_a_template_that_cannot_be_read_is_made_anew() -> None:
    assert again(b"<<<<<<< HEAD", LAKE) == again(None, LAKE)


def test_something_else_than_a_template_has_no_header() -> None:
    with pytest.raises(ValueError, match="begins with its header"):
        header_of(b'msgid "a"\nmsgstr ""\n')


def test_rules_are_the_same_when_they_decide_the_same() -> None:
    english = "nplurals=2; plural=(n != 1);"
    assert same_rule(english, "nplurals=2; plural=n!=1")
    assert same_rule(english, "nplurals = 2 ; plural = n == 1 ? 0 : 1 ;")
    assert not same_rule(english, "nplurals=2; plural=(n > 1);")
    assert not same_rule(english, "nplurals=3; plural=(n != 1);")
    assert not same_rule(english, "")
    assert not same_rule("nonsense", "more nonsense")


@pytest.mark.parametrize(
    "expression",
    ["n/0", "n" * 5000, "(" * 500 + "n" + ")" * 500, "__import__('os')", "n**n", "9" * 999],
)
def test_a_hostile_rule_is_no_rule(expression: str) -> None:
    assert not same_rule("nplurals=2; plural=(n != 1);", f"nplurals=2; plural={expression};")
