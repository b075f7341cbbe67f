"""Rules that look at all the messages of a document at once: what no message shows by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from toolkit.checks.pair import DocumentRule, Pair, Remark
from toolkit.translation.similarity import normal

#: Headings and cells of tables may well be the same for two sources: "Charges", "Accusations".
_FEWEST_WORDS = 5
#: Two sentences of one language that say different things are about 50 alike (of 100) by their letters;
#: two wordings of the same thing, or one text with another comma, are far more.
_MOST_ALIKE = 65.0
#: Where the other text stands is said with its first words.
_SHOWN = 60


def check_repeated(pairs: Sequence[Pair]) -> Iterator[tuple[int, Remark]]:
    """One translation that stands for two texts which do not say the same: it was copied amiss.

    Gives the place of the later message in ``pairs``, since the earlier one was there to be copied.
    """
    first: dict[str, int] = {}
    for place, pair in enumerate(pairs):
        before = first.setdefault(pair.target.markup, place)
        if before == place or len(pair.target.plain.split()) < _FEWEST_WORDS:
            continue
        other = pairs[before]
        if fuzz.ratio(normal(other.source.plain), normal(pair.source.plain)) > _MOST_ALIKE:
            continue
        yield (
            place,
            Remark(
                "check.repeated",
                f"the same translation stands at line {other.span.line} for another text: "
                f"`{_beginning(other.source.plain)}`",
                "translate this text, or the other one, anew",
                (pair.source.plain,),
                (pair.target.plain,),
            ),
        )


RULES: tuple[DocumentRule, ...] = (check_repeated,)


def _beginning(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
