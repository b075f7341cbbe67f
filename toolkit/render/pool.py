"""Worker processes for layout: started early, fed in turn, stopped when a page takes too long."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Lock, Timer
from types import TracebackType
from typing import IO, cast

import toolkit
from toolkit.render.job import Job, Outcome, PrintKit

#: What loading the engine and its fonts may take, in seconds; usually it is less than one.
STARTING_SECONDS = 60.0

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
        self._workers = tuple(_Worker(kit, Path(self._folder.name)) for _ in range(jobs))
        # As many threads as workers, and every worker is free or held by a thread that gives it back:
        # so no thread waits for a worker forever.
        self._free: SimpleQueue[_Worker] = SimpleQueue()
        self._threads = ThreadPoolExecutor(max_workers=jobs)
        for worker in self._workers:
            self._free.put(worker)
        for _ in self._workers:
            self._threads.submit(self._prepare)

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        # First no new pages, then no processes, then no threads: what nobody waits for is not made.
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.end()
        self._threads.shutdown()
        for worker in self._workers:
            worker.discard()
        self._folder.cleanup()

    def render(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """The outcome of each job, in the order of the jobs."""
        return self._threads.map(self._one, jobs)

    def _prepare(self) -> None:
        with self._worker() as worker:
            worker.prepare()

    def _one(self, job: Job) -> Outcome:
        with self._worker() as worker:
            return worker.render(job)

    @contextmanager
    def _worker(self) -> Iterator[_Worker]:
        worker = self._free.get()
        try:
            yield worker
        finally:
            self._free.put(worker)


class _Worker:
    """One process, started anew after one that had to be stopped. One thread at a time uses it."""

    def __init__(self, kit: PrintKit, folder: Path) -> None:
        self._kit = kit
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        # What kept the first process from being ready will keep the next ones.
        self._trouble: Outcome | None = None
        self._ended = False
        # Between the thread that starts processes and the one that ends them all.
        self._lock = Lock()

    def prepare(self) -> Outcome:
        """Have a process that is ready for a page; the outcome is what keeps it from being so."""
        if self._trouble is not None:
            return self._trouble
        if self._process is not None and self._process.poll() is None:
            return Outcome()
        self.discard()
        try:
            ready = self._ask(self._start(), self._kit, STARTING_SECONDS, "starting the PDF engine")
        except OSError as error:
            ready = _crashed(f"the PDF engine could not be started: {error}")
        if ready.complaints:
            self._trouble = ready
            self.discard()
        return ready

    def render(self, job: Job) -> Outcome:
        """The outcome of one job, within the time limit of the kit."""
        ready = self.prepare()
        if ready.complaints or self._process is None:
            return ready
        return self._ask(self._process, job, self._kit.limits.seconds, "the page")

    def end(self) -> None:
        """Stop the process, and start none again. Whoever waits for it hears that it stopped."""
        with self._lock:
            self._ended = True
            process = self._process
        if process is not None:
            process.kill()

    def discard(self) -> None:
        """Stop the process, if there is one, and forget it."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            # What could not be written to a process that is gone need not be written.
            with suppress(OSError):
                cast(IO[bytes], pipe).close()
        process.wait()

    def _ask(
        self, process: subprocess.Popen[bytes], question: PrintKit | Job, seconds: float, name: str
    ) -> Outcome:
        """The answer of the process, which has so many seconds for what is called ``name``."""
        late = Event()
        timer = Timer(seconds, _stop, [process, late])
        timer.start()
        try:
            pickle.dump(question, cast(IO[bytes], process.stdin))
            cast(IO[bytes], process.stdin).flush()
            outcome: Outcome = pickle.load(cast(IO[bytes], process.stdout))
        except (EOFError, OSError, pickle.UnpicklingError):
            self.discard()
            if not late.is_set():
                return _crashed("the PDF engine stopped in the middle of a page")
            message = f"{name} took more than {seconds:.0f} seconds"
            return Outcome(complaints=(("engine.limit", message),))
        finally:
            timer.cancel()
        if late.is_set():  # just in time, but the process is gone
            self.discard()
        return outcome

    def _start(self) -> subprocess.Popen[bytes]:
        configuration = self._folder / "fonts.conf"
        configuration.write_text(_NO_SYSTEM_FONTS.format(folder=self._folder), encoding="utf-8")
        with self._lock:
            if self._ended:
                raise InterruptedError("the build was stopped")
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "toolkit.render.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(configuration, self._folder),
                # Ctrl-C is for the command, which then ends its workers itself.
                start_new_session=True,
            )
            return self._process


def _stop(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    process.kill()


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


def _crashed(message: str) -> Outcome:
    return Outcome(complaints=(("engine.crash", message),))
