"""PDF/A-3a and PDF/UA-1 by two independent validators, which both find what is made wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pikepdf
import pytest

from tests.editions.publications import LANGUAGES, Publications, Rendition
from tests.support.damage import without_language, without_tags, without_title_shown
from tests.support.pdf import pdf_conformance
from tests.support.verapdf import conformance

pytestmark = pytest.mark.slow


def tags(pdf: pikepdf.Pdf, name: str) -> Iterator[pikepdf.Object]:
    """The tags of a name, in no order."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == f"/{name}":
            yield thing


def without_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def without_description(pdf: pikepdf.Pdf) -> None:
    for figure in tags(pdf, "Figure"):
        del figure.Alt


def without_words_for_links(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for link in page.get("/Annots", pikepdf.Array()):
            del link.Contents


def with_one_note_twice(pdf: pikepdf.Pdf) -> None:
    for note in tags(pdf, "Note"):
        note.ID = pikepdf.String("note1")


def with_text_that_is_nowhere(pdf: pikepdf.Pdf) -> None:
    content = pdf.pages[0].Contents.read_bytes()
    pdf.pages[0].Contents = pdf.make_stream(content + b"\n0 0 10 10 re f")


def with_a_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("1"))


def without_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


BAD: Mapping[Callable[[pikepdf.Pdf], None], str] = {
    without_metadata: "3a",
    without_language: "ua1",
    without_tags: "ua1",
    without_title_shown: "ua1",
    without_description: "ua1",
    without_words_for_links: "ua1",
    with_one_note_twice: "ua1",
    with_text_that_is_nowhere: "ua1",
    with_a_script: "3a",
    without_output_intent: "3a",
}


@pytest.fixture(scope="module")
def representatives(publications: Publications) -> list[Rendition]:
    """One edition of each document, each language in turn: every kind and every language."""
    return [
        editions[LANGUAGES[place % len(LANGUAGES)]]
        for place, editions in enumerate(publications.values())
    ]


@pytest.fixture(scope="module")
def spoilt(
    representatives: list[Rendition], tmp_path_factory: pytest.TempPathFactory
) -> list[Path]:
    """A file for each way to be bad."""
    folder = tmp_path_factory.mktemp("bad")
    good = next(item for item in representatives if item.document.notes)
    paths = []
    for spoil in BAD:
        paths.append(folder / f"{spoil.__name__}.pdf")
        with pikepdf.open(good.pdf) as pdf:
            spoil(pdf)
            pdf.save(paths[-1])
    return paths


@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_every_edition_conforms(rendition: Rendition, profile: str) -> None:
    assert pdf_conformance(rendition.pdf, "3a" if profile == "3a" else "ua1") == []


def test_a_bad_file_does_not(spoilt: list[Path]) -> None:
    # What is found of itself by this validator is not all: the reference is asked about the same files.
    passed = [
        path.stem
        for path in spoilt
        if not (pdf_conformance(path, "3a") + pdf_conformance(path, "ua1"))
    ]
    assert passed == []


def test_the_reference_says_the_same(representatives: list[Rendition], spoilt: list[Path]) -> None:
    assert {item.document.kind for item in representatives} >= {
        "statement",
        "open-letter",
        "report",
    }
    assert {item.language for item in representatives} == set(LANGUAGES)
    # One start of Java for all.
    found = conformance([*(item.pdf for item in representatives), *spoilt])
    assert {path.name: rules for path, rules in found.items() if path not in spoilt and rules} == {}
    for path, profile in zip(spoilt, BAD.values(), strict=True):
        assert any(rule.startswith(f"{profile} ") for rule in found[path]), path.stem
