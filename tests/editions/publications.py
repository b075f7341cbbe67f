"""The documents of this repository with all that is made of them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pikepdf

from tests.editions.tags import Tag, tag_tree
from tests.editions.tree import Element, parse
from tests.support.pdf import pdf_pages
from toolkit.document.model import Document, Text
from toolkit.document.walk import texts
from toolkit.edition import Edition, Words
from toolkit.project.building import build
from toolkit.project.library import load_documents
from toolkit.project.place import Project, open_project
from toolkit.project.printing import PrintOptions
from toolkit.project.selection import EVERYTHING, document_paths, name_of
from toolkit.project.studio import Studio, open_studio, prepare, print_jobs

REPOSITORY = Path(__file__).resolve().parents[2]
LANGUAGES = ("ru", "tk", "en")
#: What a project is made of; templates and interface words come with the toolkit.
PARTS = ("toolkit.yaml", "documents", "translations")


@dataclass(frozen=True)
class Rendition:
    """One edition of a document: what was to be printed, and what was."""

    edition: Edition
    words: Words
    organisation: str
    folder: Path
    print_html: str

    @property
    def document(self) -> Document:
        """The document with the texts of this edition."""
        return self.edition.document

    @property
    def language(self) -> str:
        """The language of the edition."""
        return self.edition.language

    @property
    def html(self) -> Path:
        """The page for the screen."""
        return self.folder / f"{self.document.name}.{self.language}.html"

    @property
    def pdf(self) -> Path:
        """The file for paper."""
        return self.folder / f"{self.document.name}.{self.language}.pdf"

    @property
    def covered(self) -> bool:
        """Whether the PDF begins with a cover."""
        return "covered" in parse(self.print_html).one("body").classes

    @cached_property
    def page(self) -> Element:
        """The page for the screen as a tree."""
        return parse(self.html.read_text(encoding="utf-8"))

    @cached_property
    def tags(self) -> Tag:
        """The PDF as a screen reader reads it."""
        with pikepdf.open(self.pdf) as pdf:
            return tag_tree(pdf)

    @cached_property
    def sheets(self) -> list[str]:
        """The text of each page of the PDF."""
        return pdf_pages(self.pdf)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text of the edition, in reading order."""
        return tuple(text for text, _ in texts(self.document))


#: Renditions by the name of the document, then by language.
Publications = Mapping[str, Mapping[str, Rendition]]


def names(root: Path = REPOSITORY) -> tuple[str, ...]:
    """The names of the documents of a project."""
    return tuple(name_of(path) for path in document_paths(opened(root)))


def opened(root: Path) -> Project:
    """The project in ``root``."""
    project = open_project(root).value
    assert project is not None
    return project


def copy_project(source: Path, target: Path) -> Path:
    """Copy what a project is made of into the new folder ``target``."""
    target.mkdir(parents=True)
    for part in PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part)
        else:
            shutil.copy(source / part, target / part)
    return target


def publish(root: Path) -> Publications:
    """Build the project in ``root`` and gather what its editions say."""
    project = opened(root)
    report = build(project, PrintOptions())
    shelf = load_documents(project, EVERYTHING).value
    studio = open_studio(project).value
    assert shelf is not None
    assert studio is not None
    assert len(report.built) == len(shelf.documents), report.findings
    return {document.name: _renditions(studio, document) for document in shelf.documents}


def _renditions(studio: Studio, document: Document) -> Mapping[str, Rendition]:
    prepared = prepare(studio, document, ()).value
    assert prepared is not None
    folder = f"{studio.project.settings.output}/{document.kind.value}/{document.name}"
    return {
        edition.language: Rendition(
            edition=edition,
            words=studio.words[edition.language],
            organisation=studio.project.settings.organisation.name[edition.language],
            folder=studio.project.path(folder),
            print_html=job.html,
        )
        for edition, job in zip(prepared.editions, print_jobs(studio, prepared), strict=True)
    }
