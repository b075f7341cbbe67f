"""A process that lays out pages: ``python -m toolkit.render.worker``, driven by ``pool``.

It speaks pickled values with its parent over its standard input and output: an outcome when it is ready,
then one for each job. It ends when its input ends. Nothing but the parent can write to that input. Its
environment is empty but for a font configuration that knows no system font, so that no page depends
on the machine.
"""

from __future__ import annotations

import ctypes.util
import gc
import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from toolkit.render.job import Job, Outcome, PrintKit

if TYPE_CHECKING:
    from toolkit.render.engine import Engine

#: A page that nobody stopped, because the parent is gone, ends itself so long after its limit.
_SECONDS_OF_GRACE = 5.0
#: So many new objects make the collector of garbage look at them, and so often it looks at older ones.
#: A page is a hundred thousand objects that all live to its end: looking at them in vain, as often as
#: it does by default, takes a sixth of the time.
_GARBAGE = (50_000, 20, 10)


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer the kit and then each job on ``source`` with an outcome on ``target``."""
    kit: PrintKit = pickle.load(source)
    _limit_memory(kit.limits.memory)
    engine = _start(kit)
    if isinstance(engine, Outcome):
        _answer(engine, target)
        return
    _answer(Outcome(), target)
    while True:
        try:
            job: Job = pickle.load(source)
        except EOFError:
            return
        with _alarm(kit.limits.seconds + _SECONDS_OF_GRACE):
            outcome = engine.render(job)
        _answer(outcome, target)


def _start(kit: PrintKit) -> Engine | Outcome:
    """The engine, or why there is none: most often, a library of the system is missing."""
    try:
        # Imported after the limit is set: it holds for all that the engine does.
        with _exact_names():
            from toolkit.render.engine import Engine

        engine = Engine(kit)
    except Exception as error:
        # Whatever it is: the parent is told, since nobody reads the errors of this process.
        reason = " ".join(str(error).split()) or type(error).__name__
        message = f"the PDF engine could not be started: {reason}"
        return Outcome(complaints=(("engine.crash", message),))
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    return engine


@contextmanager
def _exact_names() -> Iterator[None]:
    """Load libraries by the exact names that the engine knows for them.

    It tries several names for each. Where a name is none of a file, Python asks ``ldconfig``, ``gcc``
    and ``ld``, in dozens of processes, and finds what the last name would have found.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _answer(outcome: Outcome, target: BinaryIO) -> None:
    pickle.dump(outcome, target)
    target.flush()


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Not a POSIX system: the time limit of the parent still holds.
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """End the process, as the signal does by default, if what is inside takes longer."""
    try:
        from signal import ITIMER_REAL, setitimer
    except ImportError:
        yield
        return
    setitimer(ITIMER_REAL, seconds)
    yield
    setitimer(ITIMER_REAL, 0)


def main() -> None:
    """Serve the parent; whatever else writes to the standard output writes to nowhere instead."""
    target = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, target)


if __name__ == "__main__":
    main()
