"""What a worker process does to start quickly changes nothing about what it starts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

LIBRARIES = """
from contextlib import nullcontext
import ctypes.util
from toolkit.render.worker import _exact_names
search = ctypes.util.find_library
with {manner}():
    from weasyprint.text import ffi
assert ctypes.util.find_library is search
names = ("gobject", "pango", "harfbuzz", "harfbuzz_subset", "harfbuzz_vector", "fontconfig", "pangoft2")
print(*(name for name in names if getattr(ffi, name) is not None))
"""


def libraries(repository: Path, manner: str) -> list[str]:
    """The libraries that the engine has after it was imported in that manner."""
    program = LIBRARIES.format(manner=manner)
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=repository,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout.split()


def test_by_exact_names_the_engine_finds_the_libraries_that_a_search_finds(
    repository: Path,
) -> None:
    found = libraries(repository, "_exact_names")
    assert "harfbuzz_subset" in found
    assert found == libraries(repository, "nullcontext")
