"""The list of hashes, against the program that made its format."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.programs import run
from toolkit.release.sums import SUMS, SumsError, read_sums, sha256, write_sums

names = st.from_regex(r"[a-z0-9][a-z0-9._-]{0,8}(/[a-z0-9]{1,4})?", fullmatch=True)


@given(st.dictionaries(names, st.binary(max_size=9)))
def test_what_is_written_is_read_back(files: dict[str, bytes]) -> None:
    hashes = {name: sha256(data) for name, data in files.items()}
    assert read_sums(write_sums(hashes)) == hashes


def test_sha256sum_agrees_and_sees_a_flipped_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"lake.ru.pdf": b"one", "ru/index.html": b"two"}
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    (tmp_path / SUMS).write_bytes(write_sums({n: sha256(data) for n, data in files.items()}))
    monkeypatch.chdir(tmp_path)
    assert run("sha256sum", "--check", "--strict", SUMS).code == 0
    (tmp_path / "lake.ru.pdf").write_bytes(b"onf")
    assert run("sha256sum", "--check", "--strict", SUMS).code == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("abc  lake.pdf", "line 1 is not"),
        (f"{'0' * 64}  ../lake.pdf", "outside"),
        (f"{'0' * 64}  /lake.pdf", "outside"),
        (f"{'0' * 64}  a//lake.pdf", "outside"),
        (f"{'0' * 64}  ./lake.pdf", "outside"),
        (f"{'0' * 64}  lake.pdf\n{'1' * 64}  lake.pdf", "line 2 names a file that"),
        (f"\\{'0' * 64}  la\\nke.pdf", "line 1 is not"),
    ],
)
def test_a_list_that_says_something_else_is_refused(line: str, words: str) -> None:
    with pytest.raises(SumsError, match=words):
        read_sums(f"{line}\n".encode())


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(SumsError, match="UTF-8"):
        read_sums(b"\xff")
