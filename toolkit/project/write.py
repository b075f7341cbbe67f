"""Writing all or nothing: whoever looks sees the old files or the new ones, never half of either.

New content is written to the disk under a temporary name beside its place, and takes the place in one
step. One process at a time writes into a folder; others wait for its lock, which the system takes back
from a process that dies. So two builds at once both finish, for each document the last one wins, and a
temporary name that is met under the lock was left by a process that was killed: it is removed.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
#: Permissions of what is published, whatever the umask of whoever builds.
_FILE_MODE = 0o644
_FOLDER_MODE = 0o755
#: What temporary names begin with. Whoever holds the lock of a folder owns all of them in it.
_TEMPORARY = ".toolkit-new-"


class WriteError(Exception):
    """``name`` could not be written. What was there before is there still, or all of the new."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(reason)
        self.name = name


def write_file(root: Path, name: str, data: bytes) -> bool:
    """Replace one file below ``root`` in a single step; whether anything changed.

    ``name`` is relative to ``root``, with ``/``. Raises ``WriteError``, also if the file, or a folder
    on the way to it, is a symbolic link: nothing is written outside of the project.
    """
    try:
        path = _place(root, name)
        if path.is_file() and path.read_bytes() == data:
            return False
        with _alone_in(path.parent):
            descriptor, temporary = tempfile.mkstemp(prefix=_TEMPORARY, dir=path.parent)
            try:
                _write(descriptor, data)
                Path(temporary).replace(path)
            except BaseException:
                with suppress(OSError):
                    Path(temporary).unlink()
                raise
            _sync_folder(path.parent)
    except OSError as error:
        raise WriteError(name, error.strerror or str(error)) from error
    return True


def write_folder(root: Path, name: str, files: Mapping[str, bytes]) -> None:
    """Replace files of a folder below ``root`` together, in a single step; all else in it stays.

    ``files`` are by their paths in the folder.

    ``name`` is relative to ``root``, with ``/``. Raises ``WriteError``, as ``write_file`` does. Where
    the system cannot exchange two folders (Linux can), the step is two: a build that is killed between
    them leaves no folder, and the next one brings the old folder back before it goes on.
    """
    try:
        folder = _place(root, name)
        with _alone_in(folder.parent):
            _recover(folder)
            if folder.exists() and not folder.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "a file stands where the folder should be")
            staged = Path(tempfile.mkdtemp(prefix=_TEMPORARY, dir=folder.parent))
            try:
                _stage(folder, staged, files)
                _put_in_place(staged, folder)
                _sync_folder(folder.parent)
            finally:
                shutil.rmtree(staged, ignore_errors=True)
    except OSError as error:
        raise WriteError(name, error.strerror or str(error)) from error


def _place(root: Path, name: str) -> Path:
    path = root
    for part in name.split("/"):
        if part in {"", ".", ".."}:
            raise ValueError(f"`{name}` is not the name of a file inside the project")
        path /= part
        if path.is_symlink():
            reason = f"`{path.relative_to(root).as_posix()}` is a symbolic link"
            raise OSError(errno.ELOOP, f"{reason}, and might lead anywhere")
    return path


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Make a folder, wait until no other process writes into it, and clean up after killed ones."""
    _make(folder)
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        # Some network file systems have no locks; there the last rename wins, and nothing is swept.
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            _sweep(folder)
        yield
    finally:
        os.close(descriptor)


def _make(folder: Path) -> None:
    for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        missing.mkdir(exist_ok=True)
        missing.chmod(_FOLDER_MODE)


def _sweep(folder: Path) -> None:
    for left in folder.glob(f"{_TEMPORARY}*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _stage(folder: Path, staged: Path, files: Mapping[str, bytes]) -> None:
    staged.chmod(_FOLDER_MODE)
    for old in folder.iterdir() if folder.is_dir() else ():
        if old.name not in files:
            _keep(old, staged / old.name)
    for name, data in files.items():
        _make((staged / name).parent)
        _write(_create(staged / name), data)
    _sync_folder(staged)


def _keep(old: Path, new: Path) -> None:
    if old.is_dir() and not old.is_symlink():
        shutil.copytree(old, new, symlinks=True, copy_function=_link)
    else:
        _link(old, new)


def _link(old: str | Path, new: str | Path) -> None:
    """The same file under a second name, which costs nothing and is on the disk already."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        # Not every file system has second names, and not every file may be given one.
        if not Path(old).is_file() or Path(old).is_symlink():
            raise
        _write(_create(Path(new)), Path(old).read_bytes())


def _put_in_place(staged: Path, folder: Path) -> None:
    if not folder.exists():
        staged.rename(folder)
    elif not _exchange(staged, folder):
        aside = _aside(folder)
        folder.rename(aside)
        try:
            staged.rename(folder)
        except OSError:
            aside.rename(folder)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _recover(folder: Path) -> None:
    """Bring back a folder that stepped aside in a run that was killed before the next step."""
    aside = _aside(folder)
    if not aside.is_dir():
        return
    if folder.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(folder)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".toolkit-old-{folder.name}")


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


def _create(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)


def _write(descriptor: int, data: bytes) -> None:
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fchmod(file.fileno(), _FILE_MODE)
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
