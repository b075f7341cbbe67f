"""Footnotes stay with their calls however paragraphs and pages fall."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.editions.footnotes import pages_of_first_calls, pages_of_notes
from tests.editions.publications import Rendition, publish

pytestmark = pytest.mark.slow

SETTINGS = "languages: [en]\norganisation:\n  name:\n    en: Open Shore\n"
WORDS = (
    *("the", "ferry", "did", "not", "leave", "that", "day", "because"),
    *("nobody", "at", "the", "pier", "would", "say", "why", "it", "waited"),
)
BLOCKS = 110


def sentence(chance: random.Random, words: int) -> str:
    text = " ".join(chance.choice(WORDS) for _ in range(words))
    return text[0].upper() + text[1:]


def document(seed: int) -> str:
    """A statement whose paragraphs, lists, quotes and boxes call a hundred notes, some of them long.

    JSON is YAML too.
    """
    chance = random.Random(seed)
    notes: dict[str, str] = {}

    def text(words: int) -> str:
        parts = []
        for place in range(chance.randint(1, 4)):
            # Numbers keep the texts apart, so that each is found in its own place.
            part = f"{len(notes)}-{place} {sentence(chance, 1 + words // 4)}"
            if chance.random() < 0.3:
                id = f"n{len(notes) + 1}"
                notes[id] = f"{id} {sentence(chance, chance.choice((3, 10, 30, 60)))}."
                part += f"[^{id}]"
            parts.append(part)
        return f"Block {len(body)}. " + ". ".join(parts) + "."

    body: list[object] = []
    for _ in range(BLOCKS):
        kind = chance.choice(("paragraph",) * 6 + ("heading", "list", "quote", "case"))
        match kind:
            case "paragraph":
                body.append(text(chance.randint(5, 150)))
            case "heading":
                body.append({"heading": f"Part {len(body)}"})
                body.append(text(chance.randint(5, 40)))
            case "list":
                body.append({"list": [text(20) for _ in range(chance.randint(2, 5))]})
            case "quote":
                body.append({"quote": text(40)})
            case "case":
                body.append(
                    {"case": f"Person {len(body)}", "consent": "fictional", "text": text(40)}
                )
    fields = {
        "kind": "statement",
        "language": "en",
        "date": "2026-05-18",
        "title": f"Notes {seed}",
        "body": body,
        "notes": notes,
    }
    return json.dumps(fields)


@pytest.mark.parametrize("seed", range(3))
def test_every_footnote_stands_on_the_page_that_calls_it(tmp_path: Path, seed: int) -> None:
    (tmp_path / "toolkit.yaml").write_text(SETTINGS, encoding="utf-8")
    source = tmp_path / "documents/statement/2026-05-18-notes.yaml"
    source.parent.mkdir(parents=True)
    source.write_text(document(seed), encoding="utf-8")
    rendition: Rendition = publish(tmp_path)["2026-05-18-notes"]["en"]
    assert len(rendition.document.notes) > 50
    assert len(rendition.sheets) > 10
    assert pages_of_notes(rendition) == pages_of_first_calls(rendition)
