"""Worker processes for layout: started early, fed in turn, stopped when a page takes too long."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Timer
from types import TracebackType
from typing import IO, cast

import toolkit
from toolkit.render.job import Job, Outcome, PrintKit

#: Without this file the engine would mix in whatever fonts the machine happens to have.
_NO_SYSTEM_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""


class Pool:
    """Worker processes that share one kit. Use it as a context manager: leaving it ends them all."""

    def __init__(self, kit: PrintKit, jobs: int) -> None:
        """Start ``jobs`` processes; they load fonts while the caller prepares the first pages."""
        self._folder = tempfile.TemporaryDirectory(prefix="toolkit-")
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        self._workers = [_Worker(kit, Path(self._folder.name)) for _ in range(jobs)]
        self._threads = ThreadPoolExecutor(max_workers=jobs)
        for worker in self._workers:
            self._threads.submit(self._prepare, worker)

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is not None:
            # First no new pages, then no processes: a thread would start one anew for its next page.
            self._threads.shutdown(wait=False, cancel_futures=True)
            for worker in self._workers:
                worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._folder.cleanup()

    def render(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """The outcome of each job, in the order of the jobs."""
        return self._threads.map(self._one, jobs)

    def _prepare(self, worker: _Worker) -> None:
        try:
            worker.feed()
        finally:
            self._free.put(worker)

    def _one(self, job: Job) -> Outcome:
        worker = self._free.get()
        try:
            return worker.render(job)
        finally:
            self._free.put(worker)


class _Worker:
    """One process, started anew after one that had to be stopped."""

    def __init__(self, kit: PrintKit, folder: Path) -> None:
        self._kit = kit
        self._folder = folder
        self._process = self._start()
        self._fed = False

    def feed(self) -> None:
        """Give the process what its pages share. If it is gone, the next page finds out."""
        try:
            pickle.dump(self._kit, self._input)
            self._input.flush()
            self._fed = True
        except OSError:
            self._process.kill()

    def render(self, job: Job) -> Outcome:
        """The outcome of one job, within the time limit of the kit."""
        if not self._fed or self._process.poll() is not None:
            self.close()
            self._process = self._start()
            self.feed()
        late = Event()
        timer = Timer(self._kit.limits.seconds, self._stop, [late])
        timer.start()
        try:
            pickle.dump(job, self._input)
            self._input.flush()
            outcome: Outcome = pickle.load(self._output)
            return outcome
        except (EOFError, OSError, pickle.UnpicklingError):
            self._process.kill()
            return _failed(late.is_set(), self._kit.limits.seconds)
        finally:
            timer.cancel()

    @property
    def _input(self) -> IO[bytes]:
        return cast(IO[bytes], self._process.stdin)

    @property
    def _output(self) -> IO[bytes]:
        return cast(IO[bytes], self._process.stdout)

    def _stop(self, late: Event) -> None:
        late.set()
        self._process.kill()

    def kill(self) -> None:
        self._process.kill()

    def close(self) -> None:
        """End the process, by ending its input, and wait for it."""
        # What could not be written to a process that is gone need not be written.
        with suppress(OSError):
            self._input.close()
        self._output.close()
        self._process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        configuration = self._folder / "fonts.conf"
        configuration.write_text(_NO_SYSTEM_FONTS.format(folder=self._folder), encoding="utf-8")
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "toolkit.render.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(configuration, self._folder),
            # Ctrl-C is for the command, which then ends its workers itself.
            start_new_session=True,
        )


def _environment(configuration: Path, folder: Path) -> dict[str, str]:
    keep = ("PATH", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "SYSTEMROOT")
    return {
        **{name: os.environ[name] for name in keep if name in os.environ},
        "FONTCONFIG_FILE": str(configuration),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": str(Path(toolkit.__file__).parent.parent),
    }


def _failed(late: bool, seconds: float) -> Outcome:
    if late:
        message = f"the page took more than {seconds:.0f} seconds"
        return Outcome(complaints=(("engine.limit", message),))
    return Outcome(complaints=(("engine.crash", "the PDF engine stopped in the middle of a page"),))
