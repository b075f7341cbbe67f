"""How much the toolkit costs over the least that its work can cost: ``python benchmarks/run.py``.

Everything is a ratio to a floor. Both are measured in turn, several times, so that other work on the
machine slows both alike, and the ratio is the median of the pairs. Time of the processor is that of a
command and of all processes that it started; other work changes it less than it does the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from benchmarks.material import copy_project, many_documents, pages_for_paper  # noqa: E402
from benchmarks.volume import many_messages  # noqa: E402

#: So many documents tell what a document costs besides its pages.
MANY = 60
#: Each in three languages. To check so many is to take no more than five seconds on one core.
#: 3,400 messages in three languages are ten thousand texts.
MESSAGES = (3_400, 10_000)
HELLO = """
import typer

app = typer.Typer()

@app.command()
def hello(name: str = "you") -> None:
    typer.echo(f"Hello {name}")

app()
"""
#: The least that looks at every document and catalog at all.
READ = """
import sys
from pathlib import Path
import polib
import yaml
for path in Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
for path in Path(sys.argv[1]).rglob("*.po"):
    polib.pofile(str(path))
"""
#: As in the toolkit's own workers, so that both lay out the same lines.
NO_SYSTEM_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""


@dataclass(frozen=True)
class Spent:
    """Seconds: of the processor, and on the clock."""

    cpu: float
    wall: float


Measure = Callable[[], Spent]


@dataclass(frozen=True)
class Comparison:
    """A thing to measure and its floor, with the most that a ratio of theirs should be."""

    name: str
    measure: Measure
    floor_name: str
    floor: Measure
    cpu_goal: float | None = None
    wall_goal: float | None = None


@dataclass(frozen=True)
class Row:
    """What came of a comparison: the median ratios of the pairs, and medians of seconds."""

    name: str
    floor_name: str
    cpu_ratio: float
    cpu_goal: float | None
    wall_ratio: float
    wall_goal: float | None
    cpu: float
    floor_cpu: float
    wall: float
    floor_wall: float


def compare(comparison: Comparison, rounds: int) -> Row:
    """Measure a thing and its floor in turn, ``rounds`` times after one that does not count."""
    pairs = [(comparison.measure(), comparison.floor()) for _ in range(rounds + 1)][1:]
    return Row(
        name=comparison.name,
        floor_name=comparison.floor_name,
        cpu_ratio=statistics.median(spent.cpu / floor.cpu for spent, floor in pairs),
        cpu_goal=comparison.cpu_goal,
        wall_ratio=statistics.median(spent.wall / floor.wall for spent, floor in pairs),
        wall_goal=comparison.wall_goal,
        cpu=statistics.median(spent.cpu for spent, _ in pairs),
        floor_cpu=statistics.median(floor.cpu for _, floor in pairs),
        wall=statistics.median(spent.wall for spent, _ in pairs),
        floor_wall=statistics.median(floor.wall for _, floor in pairs),
    )


def command(*arguments: str, cwd: Path | None = None) -> Measure:
    """Measure a Python command with all that it starts. It ends the benchmark if it fails."""

    def measure() -> Spent:
        begun = time.perf_counter()
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=cwd,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                errors.seek(0)
                raise SystemExit(f"{' '.join(arguments)} failed:\n{errors.read().decode()}")
        return Spent(usage.ru_utime + usage.ru_stime, time.perf_counter() - begun)

    return measure


def toolkit(*arguments: str, cwd: Path | None = None) -> Measure:
    """Measure a command of the toolkit."""
    return command("-m", "toolkit", *arguments, cwd=cwd)


def on_one_core(measure: Measure) -> Measure:
    """Measure the same with one processor to use."""

    def pinned() -> Spent:
        all_cores = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {min(all_cores)})
        try:
            return measure()
        finally:
            os.sched_setaffinity(0, all_cores)

    return pinned


def bare_engine(pages: Path) -> Measure:
    """Measure the bare PDF engine on the pages that the toolkit hands to its own."""
    configuration = pages / "fonts.conf"
    configuration.write_text(NO_SYSTEM_FONTS.format(folder=pages), encoding="utf-8")
    program = REPOSITORY / "benchmarks/floor.py"

    def measure() -> Spent:
        done = subprocess.run(
            [sys.executable, str(program), str(pages)],
            capture_output=True,
            check=True,
            encoding="utf-8",
            env={**os.environ, "FONTCONFIG_FILE": str(configuration)},
        )
        return Spent(**json.loads(done.stdout))

    return measure


def comparisons(folder: Path) -> Iterator[Comparison]:
    """All that is measured, on projects made below ``folder``."""
    ours = copy_project(folder / "ours")
    many = many_documents(folder / "many", MANY)
    engine, libraries = "bare engine, warm", "yaml and polib"
    yield Comparison("--help", toolkit("--help"), "hello --help", hello(folder), cpu_goal=1.3)
    yield Comparison("check", toolkit("check", cwd=ours), libraries, reading(ours))
    bare = bare_engine(pages_for_paper(ours, folder / "pages"))
    alone, both = toolkit("build", "-j1", cwd=ours), toolkit("build", "-j2", cwd=ours)
    yield Comparison("build -j1", alone, engine, bare, cpu_goal=1.15)
    yield Comparison("build -j2", both, engine, bare, wall_goal=1.15)
    check = toolkit("check", cwd=many)
    yield Comparison(f"check, {MANY} documents", check, libraries, reading(many))
    for count in MESSAGES:
        volume = many_messages(folder / f"volume-{count}", count)
        check, floor = on_one_core(toolkit("check", cwd=volume)), on_one_core(reading(volume))
        yield Comparison(f"check, {count:,} messages", check, libraries, floor)
    bare_many = bare_engine(pages_for_paper(many, folder / "many-pages"))
    build = toolkit("build", "-j1", cwd=many)
    yield Comparison(f"build -j1, {MANY} documents", build, engine, bare_many, cpu_goal=1.15)


def hello(folder: Path) -> Measure:
    """Measure the help of the smallest program with Typer."""
    program = folder / "hello.py"
    program.write_text(HELLO, encoding="utf-8")
    return command(str(program), "--help")


def reading(project: Path) -> Measure:
    """Measure bare libraries that read every document and every catalog."""
    return command("-c", READ, str(project))


def table(rows: Sequence[Row]) -> str:
    """The report for people, in Markdown."""
    lines = [
        "| command | floor | × processor | goal | × clock | goal | processor, s | clock, s |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        cells = (
            row.name,
            row.floor_name,
            f"{row.cpu_ratio:.2f}",
            _at_most(row.cpu_goal),
            f"{row.wall_ratio:.2f}",
            _at_most(row.wall_goal),
            f"{row.cpu:.2f} / {row.floor_cpu:.2f}",
            f"{row.wall:.2f} / {row.floor_wall:.2f}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _at_most(goal: float | None) -> str:
    return "" if goal is None else f"≤ {goal}"


def main() -> None:
    """Measure, print a table, and write the figures as JSON if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each pair is measured")
    parser.add_argument("--only", default="", help="only comparisons with this in their name")
    parser.add_argument("--json", type=Path, help="a file for the figures")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        for comparison in comparisons(Path(folder)):
            if options.only in comparison.name:
                print(f"{comparison.name} …", file=sys.stderr)
                rows.append(compare(comparison, options.rounds))
    print(table(rows))
    if options.json:
        figures = json.dumps([asdict(row) for row in rows], indent=2)
        options.json.write_text(figures + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
