"""With what pages are made: the versions of all that writes bytes of them."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping
from importlib.metadata import version

import toolkit
from toolkit.release.manifest import Font, Tools
from toolkit.release.sums import sha256

#: The packages whose release may change a byte of an edition.
PACKAGES = (
    "babel",
    "fonttools",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "pillow",
    "pydyf",
    "pyphen",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
)
#: Libraries of the system that set and embed letters, and the function that tells their version.
_LIBRARIES = {
    "harfbuzz": ("libharfbuzz.so.0", "hb_version_string"),
    "pango": ("libpango-1.0.so.0", "pango_version_string"),
}


def tools(fonts: Mapping[str, bytes]) -> Tools:
    """The tools of a release whose pages are set in some font files, by their names."""
    return Tools(
        toolkit=toolkit.__version__,
        python=f"{sys.version_info.major}.{sys.version_info.minor}",
        packages={name: version(name) for name in PACKAGES},
        libraries={name: _version(*how) for name, how in _LIBRARIES.items()},
        fonts=tuple(Font(file=name, sha256=sha256(fonts[name])) for name in sorted(fonts)),
    )


def _version(library: str, function: str) -> str:
    try:
        ask = getattr(ctypes.CDLL(library), function)
    except (OSError, AttributeError):
        # Another system calls the library otherwise; the engine has found it by its own ways.
        return "unknown"
    ask.restype = ctypes.c_char_p
    answer: bytes = ask()
    return answer.decode()
