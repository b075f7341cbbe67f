"""Pictures that a document names: read inside the project only, and stripped of what they tell."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.cli.workspace import HARVEST, HARVEST_PATH, WELCOME, Workspace

ASSETS = "documents/assets"
CAMERA = "Spycam 9000"
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(secret) run\nshowpage\n"


def picture(format: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    target = BytesIO()
    image = Image.merge("RGB", [Image.effect_noise(size, spread) for spread in (40, 60, 80)])
    if format == "JPEG":
        facts = Image.Exif()
        facts[0x010F] = CAMERA
        facts.get_ifd(0x8825).update({1: "N", 2: (37.0, 57.0, 30.0), 3: "E", 4: (58.0, 22.0, 0.0)})
        image.save(target, format, exif=facts, comment=CAMERA.encode())
    else:
        image.save(target, format)
    return target.getvalue()


def show(workspace: Workspace, name: str) -> None:
    """Put a figure into the document; its name stands in line 6, column 13."""
    workspace.statement(f"figure: '{name}'\n    alt: A field")


def build(workspace: Workspace, *, code: str) -> str:
    """Build a document that must be refused for its picture alone; what was said."""
    old = workspace.files("build")
    outcome = workspace.html()
    assert outcome.code == 1
    assert outcome.codes.count(code) == 1, outcome.err
    assert not set(outcome.codes) - {code, "message.untranslated"}, outcome.err
    line = outcome.findings(code)[0]
    assert line.startswith(f"{HARVEST_PATH}:6:13: error[{code}] ")
    assert {path for path in workspace.files("build") if HARVEST in path} == {
        path for path in old if HARVEST in path
    }
    assert workspace.run("check").findings(code) == [line]
    return outcome.err


@pytest.mark.parametrize("folder", [ASSETS, "documents/statement"])
def test_a_picture_beside_the_document_or_in_the_assets_is_shown(
    workspace: Workspace, folder: str
) -> None:
    workspace.write(f"{folder}/field.png", picture())
    show(workspace, "field.png")
    assert workspace.html(HARVEST).code == 0
    assert 'src="data:image/jpeg;base64,' in workspace.edition("en")
    assert 'alt="A field"' in workspace.edition("en")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../assets/field.png", "file.outside"),
        (r"..\assets\field.png", "file.outside"),
        ("/documents/assets/field.png", "file.outside"),
        ("documents/assets/field.png", "image.missing"),
        ("assets/field.png", "image.missing"),
    ],
)
def test_a_picture_that_is_there_is_named_without_its_path(
    workspace: Workspace, name: str, code: str
) -> None:
    workspace.write(f"{ASSETS}/field.png", picture())
    show(workspace, name)
    said = build(workspace, code=code)
    assert f"    write `field.png`, without a path: it is in `{ASSETS}`\n" in said


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "../../../../../../../../etc/passwd",
        "/etc/passwd",
        "..%2f..%2f..%2f..%2fetc/passwd",
        "%2e%2e/%2e%2e/%2e%2e/secret.png",
        "%2Fetc%2Fpasswd",
        r"..\..\..\secret.png",
        "assets/../../../../secret.png",
        r"C:\secret.png",
        "file:///etc/passwd",
        "https://example.org/secret.png",
    ],
)
def test_a_name_that_leads_out_of_the_project_is_refused(workspace: Workspace, name: str) -> None:
    workspace.write("../secret.png", picture())
    show(workspace, name)
    said = build(workspace, code="file.outside")
    assert f"`{name}` leads out of the project" in said


def test_a_link_out_of_the_project_is_refused_and_one_inside_it_followed(
    workspace: Workspace,
) -> None:
    workspace.write("../secret.png", picture())
    link = workspace.path(f"{ASSETS}/field.png")
    link.symlink_to(workspace.path("../secret.png"))
    show(workspace, "field.png")
    build(workspace, code="file.outside")
    link.unlink()
    workspace.write(f"{ASSETS}/2026/field.png", picture())
    link.symlink_to("2026/field.png")
    assert workspace.html(HARVEST).code == 0


def test_a_folder_that_is_a_link_out_of_the_project_is_refused(workspace: Workspace) -> None:
    workspace.write("../elsewhere/field.png", picture())
    workspace.path(f"{ASSETS}/more").symlink_to(workspace.path("../elsewhere"))
    show(workspace, "more/field.png")
    build(workspace, code="file.outside")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def folder(path: Path) -> None:
    path.mkdir()


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(40 * 1024 * 1024)


@pytest.mark.parametrize(
    ("trap", "code", "why"),
    [
        (pipe, "file.unreadable", "not an ordinary file"),
        (circle, "file.unreadable", ""),
        (folder, "file.unreadable", "it is a folder"),
        (endless, "file.outside", "leads out of the project"),
        (large, "file.too-large", "larger than 32 MB"),
    ],
)
def test_what_is_no_ordinary_file_of_an_ordinary_size_is_refused_at_once(
    workspace: Workspace, trap: Callable[[Path], None], code: str, why: str
) -> None:
    trap(workspace.path(f"{ASSETS}/field.png"))
    show(workspace, "field.png")
    assert why in build(workspace, code=code)


def test_a_name_that_no_file_system_takes_is_refused(workspace: Workspace) -> None:
    show(workspace, "x" * 300 + ".png")
    build(workspace, code="file.unreadable")


@pytest.mark.parametrize(
    ("there", "asked"),
    [
        (f"{ASSETS}/harvest.png", "havrest.png"),
        (f"{ASSETS}/Harvest.PNG", "harvest.png"),
        (f"{ASSETS}/HARVEST.PNG", "harvest.png"),
        ("documents/statement/harvest.png", "harvets.png"),
        (f"{ASSETS}/ke\u0301p.png", "k\u00e9p.png"),
    ],
)
def test_a_missing_picture_is_named_with_the_one_that_was_meant(
    workspace: Workspace, there: str, asked: str
) -> None:
    workspace.write(there, picture())
    show(workspace, asked)
    assert f"did you mean `{there.rpartition('/')[2]}`?" in build(workspace, code="image.missing")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (EPS, "image.format"),
        (b"GIF89a" + bytes(40), "image.format"),
        (b"", "image.format"),
        (b"%PDF-1.7\n", "image.format"),
        (picture("BMP"), "image.format"),
        (picture("JPEG", (400, 300))[:-2000], "image.broken"),
        (picture("PNG", (400, 300))[:-2000], "image.broken"),
        (b"<svg", "image.broken"),
        (b"<html></html>", "image.format"),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()" viewBox="0 0 1 1"/>',
            "image.unsafe",
        ),
    ],
)
def test_what_is_no_whole_and_safe_picture_is_refused_whatever_its_name(
    workspace: Workspace, content: bytes, code: str
) -> None:
    workspace.write(f"{ASSETS}/field.png", content)
    show(workspace, "field.png")
    build(workspace, code=code)


def test_every_picture_that_is_wrong_is_named_in_one_run(workspace: Workspace) -> None:
    workspace.statement("figure: one.png\n    alt: One", "figure: two.png\n    alt: Two")
    outcome = workspace.html(HARVEST)
    assert outcome.codes == ["image.missing", "image.missing"]


def test_the_logo_is_read_as_carefully_as_any_picture(built: Workspace) -> None:
    old = built.files("build")
    for name, code in (
        ("../secret.png", "file.outside"),
        ("/etc/passwd", "file.outside"),
        ("documents/assets/lgo.svg", "file.missing"),
        ("documents/assets", "file.unreadable"),
        (f"documents/statement/{WELCOME}.yaml", "image.format"),
    ):
        settings = built.path("toolkit.yaml").read_text("utf-8")
        built.write("toolkit.yaml", re.sub("logo: .*", f"logo: {name}", settings))
        for command in ("check", "build"):
            outcome = built.run(command)
            assert (outcome.code, outcome.codes) == (1, [code])
            assert re.match(r"toolkit\.yaml:\d+:9: ", outcome.err)
    assert built.files("build") == old


@pytest.mark.slow
def test_where_a_photograph_was_taken_is_in_no_edition(workspace: Workspace) -> None:
    photograph = picture("JPEG", (200, 100))
    assert CAMERA.encode() in photograph
    assert b"Exif" in photograph
    workspace.write(f"{ASSETS}/field.jpg", photograph)
    show(workspace, "field.jpg")
    assert workspace.run("build", HARVEST, "--lang", "en").code == 0

    sent = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', workspace.edition("en"))
    assert len(sent) == 1
    pictures = [base64.b64decode(sent[0])]
    with pikepdf.open(workspace.path(f"build/statement/{HARVEST}/{HARVEST}.en.pdf")) as pdf:
        streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
        drawn = [item for item in streams if item.get("/Subtype") == "/Image"]
        pictures += [item.read_raw_bytes() for item in drawn]
        rest = [item.read_bytes() for item in streams if item not in drawn]
    assert len(pictures) == 2
    for data in (*pictures, *rest):
        assert CAMERA.encode() not in data
        assert b"Exif" not in data
    for data in pictures:
        with Image.open(BytesIO(data)) as shown:
            assert shown.size == (200, 100)
            assert not shown.getexif()
