"""Manifests for the tests: small ones that say just what a test is about."""

from __future__ import annotations

from hashlib import sha256

from toolkit.release.manifest import Manifest


def hashed(text: str) -> str:
    """A hash that stands for some text."""
    return sha256(text.encode()).hexdigest()


def edition(name: str, language: str, text: str = "The lake") -> dict[str, object]:
    """An edition of one PDF, as JSON has it."""
    path = f"{name}.{language}.pdf"
    return {
        "language": language,
        "title": text,
        "text_sha256": hashed(text + language),
        "coverage": {"messages": 3, "translated": 3},
        "renditions": [
            {"format": "pdf", "path": path, "sha256": hashed(path), "size": 7, "pages": 1}
        ],
    }


def document(
    name: str = "lake",
    revision: int = 1,
    texts: dict[str, str] | None = None,
) -> dict[str, object]:
    """A document with an edition for each of ``texts``, by language."""
    texts = texts or {"ru": "Озеро", "tk": "Köl", "en": "The lake"}
    return {
        "name": name,
        "kind": "statement",
        "date": "2026-05-31",
        "revision": revision,
        "source_language": "ru",
        "source_sha256": hashed(name),
        "fingerprint": "0123-4567-89AB-CDEF",
        "editions": [edition(name, language, text) for language, text in texts.items()],
    }


def manifest(*documents: dict[str, object], version: str = "2026.1") -> Manifest:
    """A manifest of some documents."""
    return Manifest.model_validate(raw_manifest(*documents, version=version))


def raw_manifest(*documents: dict[str, object], version: str = "2026.1") -> dict[str, object]:
    """The same, as JSON has it."""
    return {
        "manifest": 1,
        "version": version,
        "organisation": {"ru": "Озёрный дозор", "tk": "Köl garawuly", "en": "Lake Watch"},
        "documents": list(documents),
        "settings": {"languages": ["ru", "tk", "en"], "files": "<name>.<lang>", "checks": {}},
        "made_with": {
            "toolkit": "0.1.0",
            "python": "3.11",
            "packages": {"weasyprint": "70.0"},
            "libraries": {"pango": "1.50.12"},
            "fonts": [{"file": "A.ttf", "sha256": hashed("A")}],
        },
    }
