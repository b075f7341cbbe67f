"""Reading files of the project, and none beyond it."""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from toolkit.diagnostics import Finding, Result, Span, finding

#: Larger than any text, PO file or picture that belongs in a document.
MAX_BYTES = 32 * 1024 * 1024
#: The hint where no file has a similar name.
CHECK_SPELLING = "check the spelling of the name and the folder"


def read(root: Path, name: str, span: Span | None = None) -> Result[bytes]:
    """The bytes of a regular file below ``root``.

    ``name`` is relative to ``root``, with ``/``. ``span`` is where the name was written; without it
    findings point at the file. The file must lie inside the project, after following every symbolic
    link, and also if somebody takes its name for an address and decodes it; pipes, devices and folders
    are refused, and so are large files.
    """
    where = span or Span(name)
    path, problem = locate(root, name, where)
    if path is None:
        return Result(None, (problem,) if problem else ())
    try:
        # Non-blocking, so that opening a pipe nobody writes to does not wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        message = f"`{name}` does not exist"
        return Result(None, (finding("file.missing", where, message, _similar(path)),))
    except OSError as error:
        return Result(None, (_unreadable(where, name, error.strerror or str(error)),))
    try:
        return _read_open(descriptor, where, name)
    finally:
        os.close(descriptor)


def _read_open(descriptor: int, where: Span, name: str) -> Result[bytes]:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not an ordinary file"
        return Result(None, (_unreadable(where, name, f"it is {kind}"),))
    if status.st_size > MAX_BYTES:
        message = f"`{name}` is larger than {MAX_BYTES // 1024 // 1024} MB"
        return Result(None, (finding("file.too-large", where, message, "make it smaller"),))
    try:
        with open(descriptor, "rb", closefd=False) as file:
            return Result(file.read(MAX_BYTES + 1)[:MAX_BYTES])
    except OSError as error:
        return Result(None, (_unreadable(where, name, error.strerror or str(error)),))


def locate(root: Path, name: str, span: Span) -> tuple[Path | None, Finding | None]:
    """Where ``name`` lies below ``root``, or why it may not be read."""
    outside = finding(
        "file.outside",
        span,
        f"`{name}` leads out of the project",
        "name a file inside the project, without `..` and without a leading `/`",
    )
    if not name.strip() or "\0" in name:
        return None, finding("file.missing", span, "no file is named", "give the name of a file")
    if _leads_out(name) or _leads_out(unquote(name)):
        return None, outside
    pure = PurePosixPath(name.replace("\\", "/"))
    path = root.joinpath(*pure.parts)
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return None, outside
    except (OSError, RuntimeError):
        return None, _unreadable(span, name, "its symbolic links go in a circle")
    return path, None


def _leads_out(name: str) -> bool:
    pure = PurePosixPath(name.replace("\\", "/"))
    return pure.is_absolute() or ".." in pure.parts or ":" in (*pure.parts, "")[0]


def _unreadable(span: Span, name: str, why: str) -> Finding:
    hint = "look at the file and its permissions"
    return finding("file.unreadable", span, f"`{name}` cannot be read: {why}", hint)


def _similar(path: Path) -> str:
    """A hint that names a file of nearly the same name in the same folder."""
    import difflib

    try:
        names = {_plainly(entry.name): entry.name for entry in sorted(path.parent.iterdir())}
    except OSError:
        return CHECK_SPELLING
    close = difflib.get_close_matches(_plainly(path.name), names, n=1)
    return f"did you mean `{names[close[0]]}`?" if close else CHECK_SPELLING


def _plainly(name: str) -> str:
    """A name without what is easily overlooked: capitals, and how accents are put together."""
    return unicodedata.normalize("NFC", name).casefold()
