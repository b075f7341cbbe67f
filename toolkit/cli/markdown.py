"""The status as Markdown that GitHub and its like show: for a comment, or the summary of a run.

What authors and translators wrote stands in it as they wrote it: their letters are never markup, and
call nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.diagnostics.formats import visible
from toolkit.project.status import StatusReport

#: What is markup somewhere in Markdown or HTML, or ends the cell of a table.
_MARKUP = re.compile(r"[\\`*_~|<>&\[\](){}!#^$:]")
#: Whoever an @ names is told, and a number after a # is linked, unless a comment stands between.
_CALL = re.compile(r"(@|&#35;)(?=\w)")


def status_markdown(report: StatusReport) -> str:
    """Two tables: how far the translations are, and what was waived with which reason."""
    return f"## Translations\n\n{_coverage(report)}\n## Waived findings\n\n{_waivers(report)}"


def _coverage(report: StatusReport) -> str:
    if not report.rows:
        return "There are no documents.\n"
    rows = []
    for row in report.rows:
        count = row.coverage
        numbers = (count.fuzzy, count.untranslated, count.words_left)
        rows.append(
            (
                escaped(row.document),
                f"{row.source_language} → {row.language}",
                f"{count.translated}/{count.total}",
                *map(str, numbers),
            )
        )
    header = ("Document", "Language", "Translated", "Fuzzy", "Missing", "Words left")
    return _table(header, ("---", "---", "--:", "--:", "--:", "--:"), rows)


def _waivers(report: StatusReport) -> str:
    if not report.waivers:
        return "No finding is waived.\n"
    rows = [
        (f"`{waiver.code}`", escaped(str(waiver.span)), escaped(waiver.reason))
        for waiver in report.waivers
    ]
    return _table(("Finding", "Where", "Why"), ("---", "---", "---"), rows)


def _table(header: Sequence[str], rule: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (header, rule, *rows))


def escaped(text: str) -> str:
    """A text as Markdown that shows just this text, on one line."""
    entities = _MARKUP.sub(lambda found: f"&#{ord(found.group())};", visible(text))
    return _CALL.sub(r"\1<!-- -->", entities)
