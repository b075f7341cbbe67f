"""A process that lays out pages: ``python -m toolkit.render.worker``, driven by ``pool``.

It speaks pickled values with its parent over its standard input and output, one outcome for each job,
and ends when its input ends. Nothing but the parent can write to that input. Its environment is
empty but for a font configuration that knows no system font, so that no page depends on the machine.
"""

from __future__ import annotations

import pickle
import sys
from typing import BinaryIO

from toolkit.render.job import Job, Outcome, PrintKit


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Answer each job on ``source`` with an outcome on ``target``, until there are no more."""
    kit: PrintKit = pickle.load(source)
    _limit_memory(kit.limits.memory)
    # Imported after the limit is set: it holds for all that the engine does.
    from toolkit.render.engine import Engine

    engine = Engine(kit)
    while True:
        try:
            job: Job = pickle.load(source)
        except EOFError:
            return
        outcome: Outcome = engine.render(job)
        pickle.dump(outcome, target)
        target.flush()


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Not a POSIX system: the time limit of the parent still holds.
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
