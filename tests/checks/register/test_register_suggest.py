"""Names that the register lacks are found, put together, and ready to be pasted."""

from __future__ import annotations

from tests.checks.register.support import LANGUAGES, register
from toolkit.checks.register.suggest import Candidate, Message, as_yaml, suggest
from toolkit.diagnostics import Span
from toolkit.language.inflection import Kind
from toolkit.source.reader import read_register
from toolkit.source.register import Register

TEXTS = (
    {
        "ru": "Сегодня Клара Рашлейк выступила в Лиссабоне.",
        "tk": "Şu gün Klara Raşleýk Lissabonda çykyş etdi.",
        "en": "Today Clara Rushlake spoke in Lisbon.",
    },
    {
        "ru": "О Лиссабоне и о Кларе Рашлейк писали в марте.",
        "tk": "Martda Lissabon we Klara Raşleýk hakda ýazdylar.",
        "en": "In March they wrote of Lisbon and of Clara Rushlake.",
    },
    {
        "ru": "В НАТО сегодня молчат.",
        "tk": "NATO-da şu gün dymýarlar.",
        "en": "At NATO they are silent today.",
    },
    {
        "ru": "Министерство просвещения Португалии отказалось.",
        "tk": "Portugaliýanyň bilim ministrligi boýun gaçyrdy.",
        "en": "The Ministry of Education refused, see https://example.org/Some/Thing.",
    },
)
MESSAGES = tuple(
    Message(texts, Span("documents/d.yaml", line, 3)) for line, texts in enumerate(TEXTS, start=1)
)


def found(known: Register) -> dict[str, Candidate]:
    return {candidate.names.get("en", ""): candidate for candidate in suggest(MESSAGES, known)}


def test_a_name_is_found_in_all_languages() -> None:
    candidate = found(Register())["Clara Rushlake"]
    assert candidate.names == {
        "ru": "Клара Рашлейк",
        "tk": "Klara Raşleýk",
        "en": "Clara Rushlake",
    }
    assert (candidate.kind, candidate.count) == (Kind.PERSON, 2)
    assert candidate.span == Span("documents/d.yaml", 1, 3)


def test_forms_of_one_name_are_one_candidate() -> None:
    candidate = found(Register())["Lisbon"]
    assert (candidate.names["tk"], candidate.count) == ("Lissabon", 2)


def test_acronyms_are_told_from_names() -> None:
    assert found(Register())["NATO"].kind is Kind.ACRONYM


def test_words_of_one_name_may_be_linked() -> None:
    assert "Ministry of Education" in found(Register())


def test_sentences_months_and_addresses_make_no_names() -> None:
    names = {name for one in suggest(MESSAGES, Register()) for name in one.names.values()}
    assert names.isdisjoint({"Today", "Сегодня", "At", "March", "Some", "Thing", "In"})


def test_what_the_register_has_is_not_suggested() -> None:
    known = register("places:\n  l: {ru: Лиссабон, tk: Lissabon, en: Lisbon}\n")
    assert "Lisbon" not in found(known)
    assert "Clara Rushlake" in found(known)


def test_the_suggestion_can_be_pasted() -> None:
    text = as_yaml([one for one in suggest(MESSAGES, Register()) if len(one.names) == 3])
    result = read_register(
        text.encode(), "documents/register.yaml", languages=frozenset(LANGUAGES), wanted=LANGUAGES
    )
    assert result.findings == ()
    assert result.value is not None
    assert "clara-rushlake" in {entry.id for entry in result.value.entries}
    assert '    ru: "Клара Рашлейк"\n' in text
    assert "  clara-rushlake:  # 2 times; documents/d.yaml:1:3\n" in text


def test_equal_ids_are_told_apart_and_quotes_are_kept() -> None:
    names = [{"en": 'Said "so"'}, {"en": "Said so"}, {"ru": "Щёголев"}]
    text = as_yaml([Candidate(Kind.PLACE, name, 1, Span("d.yaml")) for name in names])
    assert text == (
        "places:\n"
        "  said-so:  # once; d.yaml\n"
        '    en: "Said \\"so\\""\n'
        "  said-so-2:  # once; d.yaml\n"
        '    en: "Said so"\n'
        "  shegolev:  # once; d.yaml\n"
        '    ru: "Щёголев"\n'
    )


def test_nothing_is_suggested_for_nothing() -> None:
    assert suggest((), Register()) == ()
    assert as_yaml(()) == ""
