"""Accidents at will: something happens just before the n-th step that changes the disk."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from toolkit.project import write

#: Calls that writing is made of. ``_exchange`` is a call of the system that Python has no name for.
CALLS: tuple[tuple[Any, str], ...] = (
    *((os, name) for name in ("open", "fsync", "fchmod", "chmod", "mkdir", "link", "symlink")),
    *((os, name) for name in ("rename", "replace", "unlink", "rmdir")),
    (fcntl, "flock"),
    (write, "_exchange"),
)


@contextmanager
def before_step(
    number: int, accident: Callable[[], None], *, and_ever_after: bool = False
) -> Iterator[list[str]]:
    """Let an accident happen before step ``number`` (from 1); gives the names of the steps taken."""
    steps: list[str] = []

    def watched(name: str, call: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: Any, **named: Any) -> object:
            if name == "open" and _only_reads(*arguments):
                return call(*arguments, **named)
            steps.append(name)
            if len(steps) == number or (and_ever_after and len(steps) > number):
                accident()
            return call(*arguments, **named)

        return step

    patches = [
        patch.object(owner, name, watched(name, getattr(owner, name))) for owner, name in CALLS
    ]
    for each in patches:
        each.start()
    try:
        yield steps
    finally:
        for each in patches:
            each.stop()


def _only_reads(_path: object, flags: int, *_: object) -> bool:
    return not flags & (os.O_WRONLY | os.O_RDWR | os.O_DIRECTORY)
