"""What every Python of a varied build does first: another year on the clock, folders backwards.

``tools/reproduce.py`` puts this file into the environment that it builds in. The processes that lay out
pages find it there too; of the variables of the command they take over nothing. What to do is said by
``variation.json`` beside it.
"""

import json
import os
import shutil
import sys
from pathlib import Path

_variation = json.loads(Path(__file__).with_name("variation.json").read_text(encoding="utf-8"))
_STARTED = "TOOLKIT_REPRODUCE_STARTED"

if _STARTED not in os.environ:
    # Time that has passed is left as it is: limits and waiting go by it.
    os.environ.update({_STARTED: "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"})
    _faketime = shutil.which("faketime") or sys.exit("faketime is missing")
    os.execv(_faketime, [_faketime, "-f", f"@{_variation['clock']}", *sys.orig_argv])  # noqa: S606


class _Backwards:
    """The entries of a folder in the opposite order; also a context, as those of ``os.scandir``."""

    def __init__(self, path="."):
        with _scandir(path) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self._entries

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Nothing is open any more."""


_scandir, _listdir = os.scandir, os.listdir
if _variation["backwards"]:
    os.scandir = _Backwards
    os.listdir = lambda path=".": sorted(_listdir(path), reverse=True)
