"""Laws of names that nobody wrote down: made from syllables, in all languages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.checks.register.support import codes, names, of_one
from toolkit.checks.register.matching import tokens
from toolkit.diagnostics import Span
from toolkit.language.inflection import Kind, Spelling, fold, forms, phrase
from toolkit.source.register import Entry, Name, Register

LANGUAGES = ("ru", "tk", "en")
_SOUNDS = {
    "ru": ("бвгдзклмнпрст", "аеиоу"),
    "tk": ("bdgklmnprstzş", "aeäiouüy"),
    "en": ("bdgklmnprstvz", "aeiou"),
}
_FINALS = {
    "ru": ("", "ов", "ова", "ин", "ина", "ский", "ия", "а", "бург", "ово"),
    "tk": ("", "ow", "owa", "stan", "ýa", "abat"),
    "en": ("", "ov", "ova", "land", "ton", "ia"),
}
_LAW = settings(max_examples=120, suppress_health_check=[HealthCheck.filter_too_much])


def word(language: str) -> st.SearchStrategy[str]:
    consonants, vowels = _SOUNDS[language]
    syllable = st.tuples(st.sampled_from(consonants), st.sampled_from(vowels)).map("".join)
    parts = st.lists(syllable, min_size=2, max_size=3).map("".join)
    last = st.sampled_from(consonants)
    made = st.tuples(parts, last, st.sampled_from(_FINALS[language])).map("".join)
    return made.map(str.capitalize)


def place(language: str) -> st.SearchStrategy[str]:
    return word(language)


def person(language: str) -> st.SearchStrategy[str]:
    return st.tuples(word(language), word(language)).map(" ".join)


def written(spelling: Spelling, data: st.DataObject) -> str:
    """One of the forms of a spelling, with capitals."""
    ending = data.draw(st.sampled_from(sorted(spelling.endings or {""})))
    words = [*spelling.words[:-1], spelling.words[-1] + ending]
    return " ".join(one.capitalize() for one in words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.PLACE])
@given(data=st.data())
@_LAW
def test_every_form_of_a_name_names_it(language: str, kind: Kind, data: st.DataObject) -> None:
    name = data.draw((person if kind is Kind.PERSON else place)(language))
    form = written(data.draw(st.sampled_from(forms(name, language, kind))), data)
    assert names(of_one(kind, language, name), language, f"A1 {form}, 2.")


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@_LAW
def test_another_name_does_not_name_it(language: str, data: st.DataObject) -> None:
    """Names that differ in their first two letters have no form in common."""
    name, other = data.draw(word(language)), data.draw(word(language))
    assume(name[:2] != other[:2])
    assert not names(of_one(Kind.PLACE, language, name), language, other)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@_LAW
def test_the_dictionary_form_is_a_form(language: str, data: st.DataObject) -> None:
    name = data.draw(person(language))
    words = tuple(fold(one) for one in phrase(name).words)
    spelt = {
        (*spelling.words[:-1], spelling.words[-1] + ending)
        for spelling in forms(name, language, Kind.PERSON)
        for ending in spelling.endings or {""}
    }
    assert words in spelt


def trilingual(name: str, other: str) -> Register:
    """Two places with names in Latin letters that are the same in Turkmen and English."""
    entries = (
        Entry(id, Kind.PLACE, {"tk": Name(it), "en": Name(it)}, True, Span("r.yaml"))
        for id, it in (("one", name), ("two", other))
    )
    return Register(tuple(entries))


@given(data=st.data())
@_LAW
def test_a_name_in_both_texts_is_right_and_another_one_is_not(data: st.DataObject) -> None:
    name, other = data.draw(word("en")), data.draw(word("en"))
    assume(name[:2] != other[:2])
    known = trilingual(name, other)
    form = written(data.draw(st.sampled_from(forms(name, "tk", Kind.PLACE))), data)
    assert codes(known, ("en", f"In {name} then"), ("tk", f"Soň {form} boldy")) == []
    assert codes(known, ("en", f"In {name} then"), ("tk", f"Soň {other} boldy")) != []
    assert codes(known, ("en", f"In {name} then"), ("tk", "Soň şeýle boldy")) == [
        "check.name-missing"
    ]


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_words_stand_where_they_say(text: str) -> None:
    found = tokens(text)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
@settings(max_examples=200)
def test_any_text_can_be_a_name_and_be_read(text: str, language: str) -> None:
    for kind in Kind:
        forms(text, language, kind)
    names(of_one(Kind.PERSON, language, "Аман Оразов Aman"), language, text)
