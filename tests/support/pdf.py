"""PDF files as other programs see them: structure, fonts, text, pixels and conformance."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import page as page_validation
from PIL import Image

from tests.support.programs import ProgramError, run

Profile = Literal["ua1", "3a", "3b", "2a"]


@dataclass(frozen=True, slots=True)
class Font:
    """A font that a PDF file uses, as pdffonts lists it."""

    name: str
    type: str
    embedded: bool
    subset: bool
    unicode: bool


def qpdf_check(pdf: Path) -> list[str]:
    """What ``qpdf --check`` finds wrong with the structure of a file."""
    outcome = run("qpdf", "--check", "--no-warn", pdf)
    problems = [line for line in outcome.errors.splitlines() if line.strip()]
    warned = run("qpdf", "--check", pdf)
    problems += [line for line in warned.lines if "WARNING" in line and line not in problems]
    if not problems and (outcome.code, warned.code) != (0, 0):
        problems = [f"qpdf --check ends with exit code {warned.code}"]
    return problems


def pdf_fonts(pdf: Path) -> list[Font]:
    """The fonts of a file. Raises ``ProgramError`` if it cannot be read."""
    lines = _read("pdffonts", pdf).splitlines()
    # The second line underlines the columns: their widths are the only sure way to tell them apart,
    # for names of types have spaces in them.
    ends = [0]
    for dashes in lines[1].split(" "):
        ends.append(ends[-1] + len(dashes) + 1)
    rows = [[line[start:end].strip() for start, end in pairwise(ends)] for line in lines[2:]]
    return [
        Font(name, kind, embedded == "yes", subset == "yes", unicode == "yes")
        for name, kind, _encoding, embedded, subset, unicode, *_ in rows
    ]


def pdf_text(pdf: Path) -> str:
    """The text of a file in reading order; pages end with a form feed."""
    return _read("pdftotext", "-enc", "UTF-8", pdf, "-")


def pdf_lines(pdf: Path) -> list[str]:
    """The lines as they are printed; without a layout, lines are joined after a hyphen."""
    text = _read("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-")
    return [line.strip() for line in text.splitlines() if line.strip()]


def pdf_pages(pdf: Path) -> list[str]:
    """The text of each page."""
    return pdf_text(pdf).split("\f")[:-1]


def pdf_info(pdf: Path) -> dict[str, str]:
    """What pdfinfo says of a file: ``Title``, ``Pages``, ``Tagged``, ``Page size`` and so on."""
    lines = _read("pdfinfo", "-isodates", pdf).splitlines()
    pairs = (line.partition(":") for line in lines)
    return {key.strip(): value.strip() for key, _, value in pairs}


def pdf_picture(
    pdf: Path, number: int = 1, *, dots_per_inch: int = 100, colour: bool = False
) -> Image.Image:
    """One page as poppler paints it, in shades of grey: text that reads well may look wrong."""
    with TemporaryDirectory() as folder:
        stem = Path(folder) / "page"
        only = ("-f", str(number), "-l", str(number), "-singlefile")
        shades = () if colour else ("-gray",)
        _read("pdftoppm", *only, "-r", str(dots_per_inch), *shades, pdf, stem)
        with Image.open(stem.with_suffix(".ppm" if colour else ".pgm")) as picture:
            return picture.copy()


def pdf_conformance(pdf: Path, profile: Profile) -> list[str]:
    """The rules of PDF/UA-1 (``ua1``) or PDF/A that a file breaks, as ``rule: message``."""
    try:
        report = page_validation.validate_pdf(pdf, profile=profile)
    except page_validation.PageError as error:
        return [f"unreadable: {error}"]
    failures = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    if not failures and not report.is_compliant:
        failures = [f"not conformant with {profile}"]
    return failures


def _read(program: str, *arguments: str | Path) -> str:
    outcome = run(program, *arguments)
    if outcome.code != 0:
        raise ProgramError(f"{program} failed: {outcome.errors.strip()}")
    return outcome.output
