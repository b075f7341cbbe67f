"""`toolkit build --parallel`: the languages of a document side by side."""

from __future__ import annotations

import pytest

from tests.cli.workspace import HARVEST, Workspace

FOLDER = f"build/statement/{HARVEST}"


@pytest.fixture
def begun(workspace: Workspace) -> Workspace:
    """A project with a document that nobody has translated yet."""
    workspace.statement("Grain was burned.", "The villages are empty.")
    workspace.run("update")
    return workspace


def test_it_writes_one_edition_named_by_its_columns_and_no_other(begun: Workspace) -> None:
    begun.translate_all()
    outcome = begun.html("--parallel", "ru,en", HARVEST)
    assert outcome.code == 0
    assert list(begun.files(FOLDER)) == [f"{FOLDER}/{HARVEST}.ru-en.html"]
    assert outcome.out == f"{FOLDER}/  ru-en\n"


def test_the_columns_stand_in_the_order_in_which_they_are_named(begun: Workspace) -> None:
    begun.translate_all()
    begun.html("--parallel", "en, tk,ru", HARVEST)
    html = begun.edition("en-tk-ru")
    heads = [html.index(f'<th scope="col" lang="{code}"') for code in ("en", "tk", "ru")]
    assert heads == sorted(heads)
    assert '<html lang="en"' in html


def test_the_editions_beside_it_stay(begun: Workspace) -> None:
    begun.html(HARVEST)
    old = begun.files(FOLDER)
    begun.html("--parallel", "ru,en", HARVEST)
    assert begun.files(FOLDER).items() > old.items()


def test_what_is_not_translated_is_marked_and_counted(begun: Workspace) -> None:
    outcome = begun.html("--parallel", "ru,tk,en", HARVEST)
    assert outcome.code == 0
    # The title and two paragraphs, in two languages.
    assert outcome.out == f"{FOLDER}/  ru-tk-en draft (6)\n"
    assert outcome.codes == ["message.untranslated", "message.untranslated"]
    assert begun.edition("ru-tk-en").count('class="stand-in untranslated" lang="en"') == 6


def test_a_strict_build_looks_at_its_columns_only(begun: Workspace) -> None:
    assert begun.html("--parallel", "ru,en", "--strict", HARVEST).codes == ["strict.incomplete"]
    begun.translate_all()
    po = begun.po("tk")
    po[0].msgstr = ""
    po.save()
    assert begun.html("--parallel", "ru,en", "--strict", HARVEST).code == 0
    assert begun.html("--parallel", "ru,tk", "--strict", HARVEST).code == 1


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (("--parallel", "ru"), "two or three languages"),
        (("--parallel", ""), "no language of this project"),
        (("--parallel", "ru,en,"), "no language of this project"),
        (("--parallel", "ru,fr"), "`fr` is no language of this project; it has ru, tk, en"),
        (("--parallel", "ru,en,ru"), "named twice"),
        (("--parallel", "ru,en", "--lang", "ru"), "leave out --lang"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    begun: Workspace, typed: tuple[str, ...], why: str
) -> None:
    outcome = begun.html(*typed)
    assert outcome.code == 2
    assert why in " ".join(outcome.err.replace("│", " ").split())
    assert "--parallel" in outcome.err
    assert not begun.path("build").exists()


@pytest.mark.slow
def test_what_the_engine_refuses_is_said_of_the_languages(begun: Workspace) -> None:
    begun.statement("A letter that no font has, \U00010330.")
    outcome = begun.run("build", "--parallel", "ru,en", "--format", "pdf", HARVEST)
    assert outcome.code == 1
    assert "in the Russian-English PDF" in outcome.err
    assert not begun.path(FOLDER).exists()
