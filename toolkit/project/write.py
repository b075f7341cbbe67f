"""Writing all or nothing: whoever looks sees the old files or the new ones, never half of either."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
#: Permissions of what is published, whatever the umask of whoever builds.
_FILE_MODE = 0o644
_FOLDER_MODE = 0o755


class WriteError(Exception):
    """A file could not be written, and what was there before is unchanged. ``path`` is which one."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(reason)
        self.path = path


def write_file(path: Path, data: bytes) -> bool:
    """Replace one file in a single step; whether anything changed. Raises ``WriteError``."""
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        _refuse_link(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            _write(descriptor, data)
            Path(temporary).replace(path)
        except BaseException:
            with suppress(FileNotFoundError):
                Path(temporary).unlink()
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error
    return True


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace files of ``folder`` together, in a single step; other files in it stay.

    The folder is prepared beside the old one, written to disk, and put in its place. Raises
    ``WriteError``, with the old folder untouched.
    """
    try:
        _refuse_link(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            _recover(folder)
        staged = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            _stage(folder, staged, files)
            _put_in_place(staged, folder)
            _sync_folder(folder.parent)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    except OSError as error:
        raise WriteError(folder, error.strerror or str(error)) from error


def _stage(folder: Path, staged: Path, files: Mapping[str, bytes]) -> None:
    staged.chmod(_FOLDER_MODE)
    if folder.is_dir():
        for old in folder.iterdir():
            if old.name not in files and old.is_file() and not old.is_symlink():
                shutil.copy2(old, staged / old.name)
    for name, data in files.items():
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        _write(os.open(staged / name, flags, _FILE_MODE), data)
    _sync_folder(staged)


def _put_in_place(staged: Path, folder: Path) -> None:
    if not folder.exists():
        staged.rename(folder)
    elif not _exchange(staged, folder):
        # No exchange on this system: step aside, step in. ``_recover`` mends a kill between the two.
        aside = _aside(folder)
        folder.rename(aside)
        staged.rename(folder)
        shutil.rmtree(aside)


def _recover(folder: Path) -> None:
    """Bring back a folder that stepped aside in a run that was killed before the next step."""
    aside = _aside(folder)
    if folder.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(folder)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders in one step, where the system can (Linux: renameat2)."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    old, new = os.fsencode(first), os.fsencode(second)
    if libc.renameat2(_AT_FDCWD, old, _AT_FDCWD, new, _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP}:
        return False
    raise OSError(code, os.strerror(code), str(second))


def _write(descriptor: int, data: bytes) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fchmod(file.fileno(), _FILE_MODE)
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_link(path: Path) -> None:
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a symbolic link, and might lead anywhere")
