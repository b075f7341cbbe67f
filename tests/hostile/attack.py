"""What every attack must end in, whatever it was: said in a line, printed safely, and nothing lost."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from html.parser import HTMLParser

from tests.cli.workspace import HARVEST, RAW_CONTROLS, Outcome, Workspace

#: Of the processor, and more than any of it takes on a slow machine; without bounds it were hours.
SECONDS = 10.0

WRITING: Sequence[tuple[str, ...]] = (("build", "--format", "html"), ("update",))
READING: Sequence[tuple[str, ...]] = (
    ("status",),
    ("check", "--format", "human"),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
)


def run(workspace: Workspace, *command: str) -> Outcome:
    """Run a command that must not take long, and must not hand a raw control byte to the terminal.

    An exception would end the test: a traceback is never an answer.
    """
    started = time.process_time()
    outcome = workspace.run(*command)
    assert time.process_time() - started < SECONDS
    assert not RAW_CONTROLS.search(outcome.out + outcome.err)
    return outcome


def refused(workspace: Workspace, path: str, code: str, line: int = 0) -> None:
    """Commands that write refuse the file at ``path`` for ``code``, at ``line``, and lose nothing."""
    place = re.escape(path) + (rf":{line}:[1-9]\d*" if line else "")
    editions, catalogs = workspace.files("build"), workspace.files("translations")
    for command in WRITING:
        outcome = run(workspace, *command, HARVEST)
        assert outcome.code == 1, (command, outcome)
        found = outcome.findings(code)
        assert any(re.match(rf"{place}: error", item) for item in found), outcome.err
    assert workspace.files("build") == editions
    assert workspace.files("translations") == catalogs


class _Elements(HTMLParser):
    """The elements of a page as a browser meets them: scripts with what they say, all attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.attributes: set[str] = set()
        self._open = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes |= {name for name, _ in attrs}
        self._open = tag == "script"
        if self._open:
            self.scripts.append((dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._open:
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)


def runs_only_its_own(html: str, plain: str) -> None:
    """The page ``html`` runs what the page ``plain``, in which nothing is wrong, runs too, and no more.

    What it says about itself as data is data: JSON that ends where its element ends.
    """
    page, other = _Elements(html), _Elements(plain)
    described = [text for attributes, text in page.scripts if "type" in attributes]
    assert [attributes for attributes, _ in page.scripts] == [a for a, _ in other.scripts]
    assert [text for attributes, text in page.scripts if "type" not in attributes] == [
        text for attributes, text in other.scripts if "type" not in attributes
    ]
    assert described
    assert all(json.loads(text) for text in described)
    assert not {name for name in page.attributes if name.startswith("on")}
