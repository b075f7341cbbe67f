"""What a web page carries inside it, so that it asks for nothing: its faces, and a policy."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256

_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_FAMILY = re.compile(r"font-family:\s*[\"']?([^\"';]+)")
_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_KINDS = {"woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf"}


class MissingFont(Exception):
    """A style sheet names a font file that there is none of; ``address`` is what it says."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def carry_faces(faces: str, styles: str, fonts: Mapping[str, bytes]) -> str:
    """The rules of the style sheet ``faces`` with the files that they name inside them.

    ``fonts`` are files by address. A family that the other ``styles`` never name is left out: nobody
    would see it. Raises ``MissingFont``.
    """

    def rule(match: re.Match[str]) -> str:
        family = _FAMILY.search(match[0])
        wanted = family is not None and family[1].strip() in styles
        return _ADDRESS.sub(lambda found: _inside(found[1], fonts), match[0]) if wanted else ""

    return _FACE.sub(rule, faces)


def _inside(address: str, fonts: Mapping[str, bytes]) -> str:
    if address not in fonts:
        raise MissingFont(address)
    kind = _KINDS[address.rpartition(".")[2]]
    return f'url("data:{kind};base64,{b64encode(fonts[address]).decode()}")'


def policy(stylesheet: str, scripts: Sequence[str]) -> str:
    """The Content-Security-Policy (CSP Level 3) of a page with this style sheet and these scripts.

    It may load what it carries as ``data:``, apply and run these, and nothing else whatsoever.
    """
    runnable = " ".join(map(_hash, scripts)) or "'none'"
    rules = (
        "default-src 'none'",
        f"style-src {_hash(stylesheet)}",
        f"script-src {runnable}",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)


def _hash(text: str) -> str:
    """The hash that allows an element with exactly this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
