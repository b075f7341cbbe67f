"""What the benchmarks work on: projects, and the pages that the toolkit hands to the PDF engine."""

from __future__ import annotations

import shutil
from pathlib import Path

from toolkit.project.library import load_documents
from toolkit.project.place import Project, open_project, po_path
from toolkit.project.selection import EVERYTHING, document_paths, name_of
from toolkit.project.studio import open_studio, prepare, print_jobs
from toolkit.render.job import BASE_URL

REPOSITORY = Path(__file__).resolve().parents[1]
PARTS = ("toolkit.yaml", "documents", "translations")


def copy_project(folder: Path) -> Path:
    """All documents of this repository with their translations, as a project of their own."""
    folder.mkdir(parents=True)
    for part in PARTS:
        if (REPOSITORY / part).is_dir():
            shutil.copytree(REPOSITORY / part, folder / part)
        else:
            shutil.copy(REPOSITORY / part, folder / part)
    return folder


def many_documents(folder: Path, count: int) -> Path:
    """A project of ``count`` documents: the shortest one of this repository, again and again."""
    copy_project(folder)
    project = opened(folder)
    paths = document_paths(project)
    shortest = min(paths, key=lambda path: (folder / path).stat().st_size)
    kind, name = shortest.split("/")[1], name_of(shortest)
    text = (folder / shortest).read_bytes()
    catalogs = {
        language: (folder / po_path(name, language)).read_bytes()
        for language in project.settings.languages
        if (folder / po_path(name, language)).exists()
    }
    for path in paths:
        (folder / path).unlink()
    for number in range(count):
        (folder / f"documents/{kind}/2026-01-01-number-{number}.yaml").write_bytes(text)
        for language, catalog in catalogs.items():
            (folder / po_path(f"2026-01-01-number-{number}", language)).write_bytes(catalog)
    return folder


def opened(folder: Path) -> Project:
    """The project in ``folder``."""
    project = open_project(folder).value
    assert project is not None
    return project


def pages_for_paper(project_folder: Path, folder: Path) -> Path:
    """Write what the toolkit hands to the engine into ``folder``: pages, style, fonts, pictures."""
    project = opened(project_folder)
    studio, shelf = open_studio(project).value, load_documents(project, EVERYTHING).value
    assert studio is not None
    assert shelf is not None
    files = {"style.css": studio.appearance.print_css.encode(), **studio.appearance.fonts}
    for document in shelf.documents:
        prepared = prepare(studio, document, ()).value
        assert prepared is not None
        for edition, job in zip(prepared.editions, print_jobs(studio, prepared), strict=True):
            html = job.html.replace(BASE_URL, "")
            files[f"{document.name}.{edition.language}.html"] = html.encode()
            files.update(job.resources)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
