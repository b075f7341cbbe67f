"""The Nu HTML checker, the validator of the HTML standard's editors."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from tests.support.programs import ProgramError, run

JAR = Path(__file__).parent / "node/node_modules/vnu-jar/build/dist/vnu.jar"

#: The checker takes every picture inside a page for one that the page's own policy forbids, also
#: where the policy names ``data:``. Whether a policy forbids too much, the browser tells.
MISTAKEN = re.compile(r"Resource violates Content Security Policy \(meta tag\): image .data:.*")
#: It has no model of Turkmen, and takes it for Turkish.
NO_GUESSING = "--no-langdetect"


def nu(pages: Sequence[Path]) -> list[str]:
    """What the checker says of ``pages``, errors and warnings alike, as ``file:line: message``.

    All pages are checked in one run, since starting the checker takes seconds.
    """
    if not JAR.is_file():
        raise ProgramError("vnu.jar is not installed: run `make test`, which installs it")
    missing = [str(page) for page in pages if not page.is_file()]
    if missing or not pages:
        raise ProgramError(f"no page to check: {', '.join(missing) or 'none was given'}")
    flags = ("--Werror", NO_GUESSING, "--format", "json", "--stdout")
    outcome = run("java", "-Xss4m", "-jar", JAR, *flags, *pages)
    messages = json.loads(outcome.output)["messages"]
    if outcome.code != 0 and not messages:
        raise ProgramError(f"the checker stopped: {outcome.errors}")
    return [_line(one) for one in messages if not MISTAKEN.fullmatch(one["message"])]


def _line(message: dict[str, object]) -> str:
    place = str(message.get("url", "")).rsplit("/", 1)[-1]
    return f"{place}:{message.get('lastLine', 0)}: {message['message']}"
