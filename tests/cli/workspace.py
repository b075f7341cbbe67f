"""A project on disk, and `toolkit` run in it: what the tests of the whole program share."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest
from typer.testing import CliRunner

from toolkit.cli.app import app

REPOSITORY = Path(__file__).resolve().parents[2]

#: The document of a new project, and a second one for most tests.
WELCOME = "2026-01-01-welcome"
HARVEST = "2026-03-01-harvest"
HARVEST_PATH = f"documents/statement/{HARVEST}.yaml"

#: What must never reach a terminal: controls but line feeds, and marks that reorder a line.
RAW_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_CODE = re.compile(r"(?:error|warning|note)\[([a-z-]+\.[a-z-]+)\]")


@dataclass(frozen=True)
class Outcome:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def codes(self) -> list[str]:
        """The codes of the findings on stderr, in order.

        Without those of the rules that compare what two texts say: tests of their own are about them.
        """
        return [code for code in _CODE.findall(self.err) if not code.startswith("check.")]

    def findings(self, code: str) -> list[str]:
        """The lines on stderr that report a code."""
        return [line for line in self.err.splitlines() if f"[{code}]" in line]


def toolkit(*arguments: str | Path, stdin: str | None = None) -> Outcome:
    """Run the command in this process, as fast as can be."""
    result = CliRunner(env={"COLUMNS": "200", "NO_COLOR": "1"}).invoke(
        app, [str(argument) for argument in arguments], input=stdin, catch_exceptions=False
    )
    return Outcome(result.exit_code, result.stdout, result.stderr)


def environment(**more: str) -> dict[str, str]:
    """The environment of a process that runs the checkout, in which every warning is an error."""
    return {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONWARNINGS": "error",
        "PYTHONUTF8": "1",
        "NO_COLOR": "1",
        **more,
    }


def process(
    *arguments: str | Path, cwd: Path, variables: Mapping[str, str] | None = None
) -> Outcome:
    """Run the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", *map(str, arguments)],
        cwd=cwd,
        env={**environment(), **(variables or {})},
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


#: Letters for letters: what comes of it is no language, but it is in the script of one.
_LETTERS = {
    "ru": str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувшжуз"),
    "tk": str.maketrans("cqvx", "çkwh"),
}
_MARKUP_OR_WORD = re.compile(r"(\[\^[^]]*\]|\([^)]*\)|\{[^}]*\}|<[^>]*>)|[A-Za-z]+")


def translation(text: str, language: str) -> str:
    """Something in the letters of Russian or Turkmen that stands for the translation of a text."""

    def translated(found: re.Match[str]) -> str:
        word = found.group()
        if found.group(1):
            return word
        letters = word.lower().translate(_LETTERS[language]) + ("ý" if language == "tk" else "")
        return letters.capitalize() if word[0].isupper() else letters

    return _MARKUP_OR_WORD.sub(translated, text)


def message(po: polib.POFile, msgid: str) -> polib.POEntry:
    """The entry of a text, which must be there and not obsolete."""
    found = po.find(msgid)
    assert found is not None, f"{msgid!r} is not in the PO file"
    return found


@dataclass(frozen=True)
class Workspace:
    """A project that `toolkit init` made, to be changed and broken."""

    root: Path

    def run(self, command: str, *arguments: str | Path) -> Outcome:
        """Run a command about this project in this process."""
        return toolkit(command, "-C", self.root, *arguments)

    def html(self, *arguments: str | Path) -> Outcome:
        """Build the HTML editions only: it is fast."""
        return self.run("build", "--format", "html", *arguments)

    def path(self, name: str) -> Path:
        """A file of the project."""
        return self.root / name

    def write(self, name: str, content: str | bytes) -> Path:
        """Put a file into the project, with the folders on the way to it."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a text file in one place."""
        text = self.path(name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def statement(self, *paragraphs: str, name: str = HARVEST, more: str = "") -> str:
        """Write a statement in English; its path. ``more`` are further lines of YAML."""
        body = "".join(f"  - {paragraph}\n" for paragraph in paragraphs)
        path = f"documents/statement/{name}.yaml"
        head = "kind: statement\nlanguage: en\ndate: 2026-03-01\ntitle: On the harvest\n"
        self.write(path, f"{head}{more}body:\n{body}")
        return path

    def po_path(self, language: str, name: str = HARVEST) -> Path:
        """Where a PO file lies."""
        return self.path(f"translations/{language}/LC_MESSAGES/{name}.po")

    def po(self, language: str, name: str = HARVEST) -> polib.POFile:
        """A PO file as a PO editor of today reads it, lines wrapped at column 79."""
        return polib.pofile(str(self.po_path(language, name)), wrapwidth=79)

    def translate(self, words: Mapping[str, str], language: str, name: str = HARVEST) -> None:
        """Fill in translations as a PO editor does: other wrapping, its own header, no fuzzy marks."""
        po = self.po(language, name)
        po.metadata["X-Generator"] = "Poedit 3.4.2"
        po.metadata["Last-Translator"] = "A. Translator <translator@example.org>"
        for entry in po:
            if entry.msgid in words:
                entry.msgstr = words[entry.msgid]
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
                entry.previous_msgid = None
        po.save()

    def translate_all(self, name: str = HARVEST) -> None:
        """Translate a document into Russian and Turkmen, as ``translation`` does."""
        for language in ("ru", "tk"):
            texts = [entry.msgid for entry in self.po(language, name)]
            self.translate({text: translation(text, language) for text in texts}, language, name)

    def edition(self, language: str, name: str = HARVEST, kind: str = "statement") -> str:
        """The HTML of an edition."""
        return self.path(f"build/{kind}/{name}/{name}.{language}.html").read_text("utf-8")

    def files(self, folder: str = ".") -> dict[str, bytes]:
        """Every file below a folder of the project, hidden ones too, with its bytes."""
        paths = sorted(self.path(folder).rglob("*"))
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in paths
            if path.is_file() and not path.is_symlink()
        }


@pytest.fixture(scope="session")
def new_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `toolkit init` makes; to be copied, not changed."""
    root = tmp_path_factory.mktemp("new") / "project"
    outcome = toolkit("init", root)
    assert outcome.code == 0, outcome.err
    return root


@pytest.fixture
def workspace(new_project: Path, tmp_path: Path) -> Workspace:
    """A new project of the test's own."""
    return Workspace(shutil.copytree(new_project, tmp_path / "project"))


@pytest.fixture
def built(workspace: Workspace) -> Workspace:
    """A new project whose HTML editions have been built."""
    assert workspace.html().code == 0
    return workspace
