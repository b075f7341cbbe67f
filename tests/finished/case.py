"""One edition with its finished files, which a test may change in memory and have examined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from io import BytesIO
from pathlib import Path

import pikepdf

from toolkit.edition import Edition
from toolkit.project.library import load_documents
from toolkit.project.place import open_project
from toolkit.project.selection import Selection
from toolkit.project.studio import (
    Studio,
    html_files,
    open_studio,
    prepare,
    print_jobs,
)
from toolkit.render.inspect.examine import Problem, examine_html, examine_pdf
from toolkit.render.inspect.faces import Faces


@dataclass(frozen=True)
class Case:
    """The finished files of one edition, and what they are compared with."""

    html: bytes
    pdf: bytes
    fresh: str
    fresh_print: str
    edition: Edition
    studio: Studio

    @classmethod
    def load(cls, root: Path, name: str, language: str) -> Case:
        """The edition of a document of a built project."""
        project = open_project(root).value
        assert project is not None
        studio = open_studio(project).value
        shelf = load_documents(project, Selection(paths=(Path(name),))).value
        assert studio is not None
        assert shelf is not None
        prepared = prepare(studio, shelf.documents[0], (language,)).value
        assert prepared is not None
        folder = root / "build" / prepared.document.kind.value / name
        (job,) = print_jobs(studio, prepared)
        names = partial(studio.naming.file, prepared.document, language)
        return cls(
            html=(folder / names("html")).read_bytes(),
            pdf=(folder / names("pdf")).read_bytes(),
            fresh=html_files(studio, prepared)[names("html")].decode(),
            fresh_print=job.html,
            edition=prepared.editions[0],
            studio=studio,
        )

    @cached_property
    def faces(self) -> Faces:
        """The bundled fonts."""
        return Faces.of(self.studio.appearance.fonts.values())

    def read_html(self, data: bytes) -> tuple[Problem, ...]:
        """What is wrong with a web page in the place of the finished one."""
        return examine_html(data, self.fresh, self.edition).problems

    def read_pdf(self, data: bytes) -> tuple[Problem, ...]:
        """What is wrong with a PDF in the place of the finished one."""
        stylesheet = self.studio.appearance.print_css
        return examine_pdf(data, self.fresh_print, stylesheet, self.edition, self.faces).problems

    def with_text(self, old: str, new: str, count: int = 1) -> tuple[Problem, ...]:
        """What is wrong with the web page after a replacement."""
        page = self.html.decode()
        assert old in page
        return self.read_html(page.replace(old, new, count).encode())

    def with_objects(self, change: Callable[[pikepdf.Pdf], None]) -> tuple[Problem, ...]:
        """What is wrong with the PDF after a change of its objects."""
        return self.read_pdf(self.changed(change))

    def changed(self, change: Callable[[pikepdf.Pdf], None]) -> bytes:
        """The PDF after a change of its objects."""
        saved = BytesIO()
        with pikepdf.open(BytesIO(self.pdf)) as pdf:
            change(pdf)
            pdf.save(saved)
        return saved.getvalue()

    def with_content(self, change: Callable[[bytes], bytes], page: int = 0) -> tuple[Problem, ...]:
        """What is wrong with the PDF after a change of the operators of a page."""

        def put(pdf: pikepdf.Pdf) -> None:
            before = pdf.pages[page].Contents.read_bytes()
            after = change(before)
            assert after != before
            pdf.pages[page].Contents = pdf.make_stream(after)

        return self.with_objects(put)


def codes(problems: tuple[Problem, ...]) -> set[str]:
    """The codes of problems without the word that all of them begin with."""
    return {problem.code.removeprefix("finished.") for problem in problems}
