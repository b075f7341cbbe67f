"""All documents of the repository are built once; every test of this folder reads the result."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.editions.publications import (
    LANGUAGES,
    REPOSITORY,
    Publications,
    Rendition,
    copy_project,
    names,
    publish,
)


@pytest.fixture(scope="session")
def publications(tmp_path_factory: pytest.TempPathFactory) -> Publications:
    """Every edition of every document, built outside the checkout."""
    return publish(copy_project(REPOSITORY, tmp_path_factory.mktemp("editions") / "project"))


@pytest.fixture(scope="session", params=names())
def renditions(
    publications: Publications, request: pytest.FixtureRequest
) -> Mapping[str, Rendition]:
    """The editions of one document by language."""
    return publications[request.param]


@pytest.fixture(scope="session", params=LANGUAGES)
def rendition(renditions: Mapping[str, Rendition], request: pytest.FixtureRequest) -> Rendition:
    """One edition of one document."""
    return renditions[request.param]


@pytest.fixture(scope="session")
def everything(publications: Publications) -> list[Rendition]:
    """All editions of all documents."""
    return [rendition for editions in publications.values() for rendition in editions.values()]
