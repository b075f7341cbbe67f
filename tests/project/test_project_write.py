"""Writing all or nothing, whatever the disk does, whoever else writes, wherever a path leads."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.project.faults import before_step
from toolkit.project import write
from toolkit.project.write import WriteError, write_file, write_folder

OLD = {"lake.ru.html": b"old ru", "lake.en.html": b"old en"}
NEW = {"lake.ru.html": b"new ru", "lake.en.html": b"new en", "lake.en.pdf": b"new pdf"}
FOLDER = "build/statement/lake"
FILE = "translations/ru/LC_MESSAGES/lake.po"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def leftovers(root: Path) -> list[Path]:
    return list(root.rglob(".toolkit-*"))


def fail() -> None:
    raise OSError(28, "No space left on device")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a set of old editions."""
    write_folder(tmp_path, FOLDER, OLD)
    return tmp_path


def steps_of(action: Callable[[], object]) -> int:
    with before_step(0, fail) as steps:
        action()
    return len(steps)


def test_a_folder_is_replaced_and_what_else_is_in_it_stays(root: Path) -> None:
    folder = root / FOLDER
    (folder / "mine.txt").write_bytes(b"mine")
    (folder / "more").mkdir()
    (folder / "more/mine.txt").write_bytes(b"mine too")
    (folder / "link").symlink_to("mine.txt")
    write_folder(root, FOLDER, NEW)
    assert {name: (folder / name).read_bytes() for name in NEW} == NEW
    assert (folder / "mine.txt").read_bytes() == b"mine"
    assert (folder / "more/mine.txt").read_bytes() == b"mine too"
    assert (folder / "link").readlink() == Path("mine.txt")
    assert not leftovers(root)


def test_what_else_is_in_a_folder_stays_also_where_files_have_one_name_only(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    (root / FOLDER / "mine.txt").write_bytes(b"mine")
    monkeypatch.setattr(os, "link", no_links)
    write_folder(root, FOLDER, NEW)
    assert contents(root / FOLDER) == {**NEW, "mine.txt": b"mine"}


@pytest.mark.parametrize("ever_after", [False, True], ids=["once", "ever after"])
@pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "no exchange"])
def test_an_error_at_any_step_leaves_the_old_folder_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ever_after: bool, exchange: bool
) -> None:
    if not exchange:
        monkeypatch.setattr(write, "_exchange", lambda *_: False)
    write_folder(tmp_path / "0", FOLDER, OLD)
    total = steps_of(lambda: write_folder(tmp_path / "0", FOLDER, NEW))
    assert total > 15
    errors: list[WriteError] = []
    for number in range(1, total + 1):
        root = tmp_path / str(number)
        write_folder(root, FOLDER, OLD)
        with before_step(number, fail, and_ever_after=ever_after):
            try:
                write_folder(root, FOLDER, NEW)
            except WriteError as error:
                errors.append(error)
        if exchange or not ever_after:
            assert contents(root / FOLDER) in (OLD, NEW)
        write_folder(root, FOLDER, {"lake.en.pdf": b"newest"})
        assert contents(root / FOLDER)["lake.ru.html"] in (b"old ru", b"new ru")
        assert contents(root / FOLDER)["lake.en.pdf"] == b"newest"
        assert not leftovers(root)
    assert len(errors) > 10
    assert {(error.name, str(error)) for error in errors} == {(FOLDER, "No space left on device")}


@pytest.mark.parametrize("ever_after", [False, True], ids=["once", "ever after"])
def test_an_error_at_any_step_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, ever_after: bool
) -> None:
    write_file(tmp_path / "0", FILE, b"old")
    total = steps_of(lambda: write_file(tmp_path / "0", FILE, b"new"))
    failures = 0
    for number in range(1, total + 1):
        root = tmp_path / str(number)
        write_file(root, FILE, b"old")
        with before_step(number, fail, and_ever_after=ever_after):
            try:
                write_file(root, FILE, b"new")
            except WriteError:
                failures += 1
        assert (root / FILE).read_bytes() in (b"old", b"new")
        write_file(root, FILE, b"newest")
        assert contents((root / FILE).parent) == {"lake.po": b"newest"}
    assert failures >= 5


def test_a_disk_that_fills_while_bytes_are_written_leaves_the_old_set(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class FullDisk:
        def __init__(self, descriptor: int, _mode: str) -> None:
            self._descriptor = descriptor

        def __enter__(self) -> FullDisk:
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self._descriptor)

        def write(self, data: bytes) -> None:
            os.write(self._descriptor, data[: len(data) // 2])
            fail()

    monkeypatch.setattr(os, "fdopen", FullDisk)
    with pytest.raises(WriteError, match="No space left on device"):
        write_folder(root, FOLDER, NEW)
    assert contents(root / FOLDER) == OLD
    assert not leftovers(root)


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    assert write_file(tmp_path, FILE, b"text")
    before = (tmp_path / FILE).stat()
    assert not write_file(tmp_path, FILE, b"text")
    after = (tmp_path / FILE).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.fixture
def strict_umask() -> Iterator[None]:
    old = os.umask(0o077)
    yield
    os.umask(old)


def test_published_files_can_be_read_by_all_whatever_the_umask(
    tmp_path: Path, strict_umask: None
) -> None:
    write_folder(tmp_path, FOLDER, NEW)
    write_file(tmp_path, FILE, b"text")
    for path in tmp_path.rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize("link", ["build", "build/statement", "build/statement/lake"])
def test_editions_are_never_written_through_a_symbolic_link(tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "statement/lake").mkdir(parents=True)
    root = tmp_path / "project"
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(elsewhere)
    with pytest.raises(WriteError, match=f"`{link}` is a symbolic link"):
        write_folder(root, FOLDER, NEW)
    assert not [path for path in elsewhere.rglob("*") if path.is_file()]
    assert (root / link).is_symlink()


@pytest.mark.parametrize("link", ["translations", "translations/ru/LC_MESSAGES", FILE])
def test_a_file_is_never_written_through_a_symbolic_link(tmp_path: Path, link: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"old")
    root = tmp_path / "project"
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(elsewhere)
    with pytest.raises(WriteError, match="symbolic link"):
        write_file(root, FILE, b"new")
    assert elsewhere.read_bytes() == b"old"


@pytest.mark.parametrize(
    "name", ["../lake", "/lake", "build//lake", "./lake", "build/../../lake", ""]
)
def test_a_name_outside_of_the_project_is_a_bug_not_an_accident(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a file inside the project"):
        write_folder(tmp_path, name, NEW)
    with pytest.raises(ValueError, match="not the name of a file inside the project"):
        write_file(tmp_path, name, b"text")


@pytest.mark.parametrize("in_the_way", ["build", "build/statement", FOLDER])
def test_a_file_in_the_place_of_a_folder_is_refused_and_stays(
    tmp_path: Path, in_the_way: str
) -> None:
    path = tmp_path / in_the_way
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"mine")
    with pytest.raises(WriteError):
        write_folder(tmp_path, FOLDER, NEW)
    assert path.read_bytes() == b"mine"
    assert not leftovers(tmp_path)


def test_a_folder_in_the_place_of_a_file_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / FILE / "mine").mkdir(parents=True)
    with pytest.raises(WriteError):
        write_file(tmp_path, FILE, b"text")
    assert (tmp_path / FILE / "mine").is_dir()
    assert not leftovers(tmp_path)


def test_what_a_killed_writer_left_is_swept_and_nothing_else(root: Path) -> None:
    beside = (root / FOLDER).parent
    (beside / ".toolkit-new-abcd1234").mkdir()
    (beside / ".toolkit-new-abcd1234/lake.en.html").write_bytes(b"half")
    (beside / ".toolkit-new-efgh5678").write_bytes(b"half")
    (beside / ".toolkit-new-link").symlink_to(beside / "lake")
    (beside / ".mine").write_bytes(b"mine")
    (beside / "other").mkdir()
    write_folder(root, FOLDER, NEW)
    assert {path.name for path in beside.iterdir()} == {"lake", "other", ".mine"}
    assert contents(root / FOLDER) == NEW


def test_a_folder_that_stepped_aside_in_a_killed_run_comes_back(root: Path) -> None:
    folder = root / FOLDER
    folder.rename(folder.with_name(".toolkit-old-lake"))
    write_folder(root, FOLDER, {"lake.en.html": b"new en"})
    assert contents(folder) == {"lake.ru.html": b"old ru", "lake.en.html": b"new en"}
    assert not leftovers(root)


def test_writers_take_turns_and_lose_nothing_of_each_other(root: Path) -> None:
    def publish(language: str) -> None:
        for number in range(20):
            write_folder(root, FOLDER, {f"lake.{language}.html": f"{language} {number}".encode()})

    threads = [threading.Thread(target=publish, args=(code,)) for code in ("ru", "tk", "en")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = {f"lake.{code}.html": f"{code} 19".encode() for code in ("ru", "tk", "en")}
    assert contents(root / FOLDER) == expected
    assert not leftovers(root)


def test_a_file_system_without_locks_is_written_too(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    left = (root / FOLDER).with_name(".toolkit-new-of-somebody")
    left.mkdir()
    write_folder(root, FOLDER, NEW)
    assert contents(root / FOLDER) == NEW
    # It may be in use: without a lock nobody can know.
    assert left.is_dir()
