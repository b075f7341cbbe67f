"""The only module that knows Pyphen: which dictionary divides the words of which language.

The engine asks Pyphen for a dictionary by the ``lang`` of a text. Pyphen takes "en" for American
English and has no Turkmen, so the rows of the languages say which dictionary is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pyphen

from toolkit.language import LANGUAGES


def register(patterns: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Let Pyphen know the dictionaries of all languages; complaints about those it cannot read.

    ``patterns`` are dictionaries that Pyphen does not bring along, by file name. A language whose
    dictionary is neither there nor Pyphen's own gets no hyphens.
    """
    with TemporaryDirectory() as folder:
        for code, row in LANGUAGES.items():
            name = row.hyphenation
            path = pyphen.LANGUAGES.get(name)
            if name in patterns:
                path = Path(folder, name)
                path.write_bytes(patterns[name])
                try:
                    # Pyphen remembers what it read by its path, and needs the file no more.
                    pyphen.Pyphen(filename=path)
                except (LookupError, ValueError) as error:
                    yield "engine.message", f"the dictionary `{name}` cannot be read: {error}"
                    continue
            if path is None:
                continue
            pyphen.LANGUAGES[code] = path
            # In which Pyphen looks names up, made when it was imported.
            pyphen.LANGUAGES_LOWERCASE[code] = code
