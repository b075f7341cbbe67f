"""Is all of the source in the translation? Sentences and lengths; see also ``untranslated``.

A number of sentences that differs is no proof of a loss: translators join and split sentences. So both
explanations are tried on the lengths of the sentences and on the figures and marks in them: that some
were lost (or added), and that some were joined (or split). Only if a loss explains them far better it
is an error; if joining does, it is nothing; if the two cannot be told apart, it is a warning.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import add

from toolkit.checks.enumerations import check_enumerations
from toolkit.checks.negation import check_negation
from toolkit.checks.pair import Pair, PairRule, Remark, Side
from toolkit.checks.proportion import (
    Portion,
    by_joining,
    by_loss,
    portions,
    telling,
    unlikeness,
    unsaid,
)
from toolkit.checks.untranslated import check_untranslated
from toolkit.language.lexicon.prose import get
from toolkit.language.sentences import Sentences

#: By how much (in squared standard deviations) an explanation must be the better one to be believed.
#: Joining needs less: it is frequent, and does no harm.
_SURELY_LOST = 8.0
_RATHER_JOINED = 3.0
#: From so many standard deviations on the length of a text cannot be chance, nor that of a sentence
#: within a text. Headings and cells are freer than sentences; and a translator who explains something
#: does less harm than one who loses it.
_TOO_SHORT = 2.6
_TOO_LONG = 3.2
_STRANGE_HEADING = 4.2
_STRANGE_SENTENCE = 4.0
_LONGEST_HEADING = 60
#: A strange text has its strangest sentence marked, if that is strange enough.
_WORTH_A_MARK = 3.0
#: A text that also breaks off without a final mark needs less, and so does one whose last word cannot
#: end a sentence, or seldom does: a full stop was put where it was cut.
_STRANGE_IF_CUT = 1.5
_STRANGE_IF_DANGLING = 0.6
_STRANGE_IF_HANGING = 1.9
#: Nor can it be chance if less is missing, but what is missing stood together.
_STRANGE_IF_UNSAID = 1.6
_WEIGHT_OF_THINGS = 0.4
#: Of so few words a sentence may be said twice on purpose.
_FEWEST_REPEATED = 3
#: A last sentence that is too short, where both sides have as many.
_SHORT_END = 3.2
#: An alignment of more sentences than a paragraph can have would take long, and prove little.
_MOST_SENTENCES = 60

_LETTER = re.compile(r"[^\W\d_]")
_FINAL = re.compile(r"[.!?…:;][\W_]*$")
#: So many characters hold the last two words of a text.
_LONGEST_END = 60
#: The last words before a full stop, without quotation marks or brackets between.
_LAST_WORD = re.compile(r"((?:[\w-]+[\s\u00a0])?[\w-]+)\.$")
_OPEN_END = re.compile(r"\w\s*$")


def check_sentences(pair: Pair) -> Iterator[Remark]:
    """A sentence that only one side has: lost, or added."""
    source, target = _sentences(pair)
    if not _repeated(source) and (twice := _repeated(target)):
        message = "a sentence stands twice in the translation"
        hint = "take one of the two out"
        yield Remark("check.sentences", message, hint, target=(twice, twice))
        return
    found = _explain(pair)
    if found is None or found.margin <= -_RATHER_JOINED:
        return
    if found.margin < _SURELY_LOST:
        yield _other_count(source, target)
        return
    pieces = (source if found.is_lost else target).pieces
    yield _loss(tuple(pieces[index].strip() for index in found.alone), is_lost=found.is_lost)


def _repeated(sentences: Sentences) -> str:
    """A sentence of several words that stands twice in a text; empty if there is none."""
    seen: set[str] = set()
    for piece in sentences.pieces if len(sentences.pieces) > 1 else ():
        bare = piece.strip()
        if bare in seen and len(bare.split()) >= _FEWEST_REPEATED:
            return bare
        seen.add(bare)
    return ""


def check_length(pair: Pair) -> Iterator[Remark]:
    """A translation, or a sentence of it, that is far shorter or longer than its source lets expect."""
    if not (_LETTER.search(pair.source.plain) and _LETTER.search(pair.target.plain)):
        return
    ours, theirs = _portions(pair)
    whole = unlikeness(_joined(ours), _joined(theirs))
    here, index = _strangest(ours, theirs)
    if _is_strange(whole, pair, ours, theirs):
        found = _explain(pair)
        if found is None or found.margin < _SURELY_LOST:
            pieces = _pieces(pair, index) if abs(here) >= _WORTH_A_MARK else ()
            yield _strange(whole, "translation", *pieces)
    elif abs(here) >= _STRANGE_SENTENCE:
        yield _strange(here, f"sentence {index + 1} of the translation", *_pieces(pair, index))
    elif len(ours) == len(theirs) > 1:
        last = unlikeness(ours[-1], theirs[-1])
        if last <= -_STRANGE_IF_DANGLING and last <= -min(_SHORT_END, _least_if_cut(pair.target)):
            yield _strange(last, "last sentence of the translation", *_pieces(pair, len(ours) - 1))


#: What this module and those that it leans on look for.
RULES: tuple[PairRule, ...] = (
    check_sentences,
    check_length,
    check_enumerations,
    check_untranslated,
    check_negation,
)


def _sentences(pair: Pair) -> tuple[Sentences, Sentences]:
    return pair.source.sentences, pair.target.sentences


def _portions(pair: Pair) -> tuple[tuple[Portion, ...], tuple[Portion, ...]]:
    source, target = _sentences(pair)
    return (
        portions(source.pieces, pair.source.language),
        portions(target.pieces, pair.target.language),
    )


def _joined(pieces: tuple[Portion, ...]) -> Portion:
    return reduce(add, pieces)


def _total(pieces: tuple[Portion, ...]) -> float:
    return sum([piece.length for piece in pieces])


@dataclass(frozen=True, slots=True)
class _Explanation:
    """Why the numbers of sentences differ.

    ``margin`` is by how much a loss explains it better than joining (if ``is_lost``; otherwise an
    addition better than splitting); ``alone`` are the sentences that only the longer side has.
    """

    margin: float
    is_lost: bool
    alone: tuple[int, ...]


def _explain(pair: Pair) -> _Explanation | None:
    """The explanation of a clear difference; ``None`` if there is none."""
    source, target = _sentences(pair)
    more = _clear_difference(source, target)
    if more == 0 or max(len(source.pieces), len(target.pieces)) > _MOST_SENTENCES:
        return None
    ours = telling(source.pieces, pair.source.language)
    theirs = telling(target.pieces, pair.target.language)
    longer, shorter = (ours, theirs) if more > 0 else (theirs, ours)
    loss, joining = by_loss(longer, shorter), by_joining(longer, shorter)
    return _Explanation(joining.cost - loss.cost, more > 0, loss.alone)


def _is_strange(
    whole: float, pair: Pair, ours: tuple[Portion, ...], theirs: tuple[Portion, ...]
) -> bool:
    """Whether the length of the whole text cannot be chance."""
    strange = _TOO_SHORT if whole < 0 else _TOO_LONG
    if max(_total(ours), _total(theirs)) <= _LONGEST_HEADING:
        strange = _STRANGE_HEADING
    if abs(whole) >= strange or (whole <= -_STRANGE_IF_CUT and _breaks_off(pair)):
        return True
    if whole > -_STRANGE_IF_DANGLING or _total(ours) <= _LONGEST_HEADING:
        return False
    if whole <= -_STRANGE_IF_UNSAID and whole - _WEIGHT_OF_THINGS * _unsaid(pair) <= -_TOO_SHORT:
        return True
    return whole <= -_least_if_cut(pair.target)


def _unsaid(pair: Pair) -> float:
    """How many things in a row the translation does not speak of, beyond chance."""
    (source,) = telling((pair.source.plain,), pair.source.language)
    (target,) = telling((pair.target.plain,), pair.target.language)
    return unsaid(source, target)


def _least_if_cut(side: Side) -> float:
    """From which surprise on a text is cut off, by the word before its full stop."""
    found = _LAST_WORD.search(side.plain[-_LONGEST_END:])
    if found is None:
        return math.inf
    prose, text = get(side.language), found.group(1).lower()
    if prose.dangling.search(text):
        return _STRANGE_IF_DANGLING
    return _STRANGE_IF_HANGING if prose.hanging.search(text) else math.inf


def _strangest(ours: tuple[Portion, ...], theirs: tuple[Portion, ...]) -> tuple[float, int]:
    """The surprise of the sentence whose length is the strangest, and which it is.

    That is 0 if the sentences of both sides cannot be told to be the same, or are one.
    """
    if len(ours) != len(theirs) or len(ours) == 1:
        return 0.0, 0
    surprises = [unlikeness(one, other) for one, other in zip(ours, theirs, strict=True)]
    index = max(range(len(surprises)), key=lambda at: abs(surprises[at]))
    return surprises[index], index


def _pieces(pair: Pair, index: int) -> tuple[str, str]:
    """The sentence with that number on both sides."""
    source, target = _sentences(pair)
    return source.pieces[index].strip(), target.pieces[index].strip()


def _clear_difference(source: Sentences, target: Sentences) -> int:
    """How many sentences the source has more, unsure ends counted in favour of the translation."""
    if source.least > len(target.pieces):
        return source.least - len(target.pieces)
    return min(0, len(source.pieces) - target.least)


def _breaks_off(pair: Pair) -> bool:
    return (
        bool(_FINAL.search(pair.source.plain)) and _OPEN_END.search(pair.target.plain) is not None
    )


def _loss(alone: tuple[str, ...], *, is_lost: bool) -> Remark:
    several = len(alone) > 1
    what = f"{len(alone)} sentences" if several else "a sentence"
    code = "check.sentences"
    if is_lost:
        message = f"{what} of the source seem{'' if several else 's'} to be missing"
        hint = "add what is missing; the mark is a guess from lengths and figures"
        return Remark(code, message, hint, source=alone)
    message = f"the translation seems to have {what} that the source has not"
    hint = "take it out; the mark is a guess from lengths and figures"
    return Remark(code, message, hint, target=alone)


def _other_count(source: Sentences, target: Sentences) -> Remark:
    ours, theirs = len(source.pieces), len(target.pieces)
    plural = "" if ours == 1 else "s"
    return Remark(
        "check.sentence-count",
        f"the source has {ours} sentence{plural}, the translation {theirs}",
        "see that nothing was lost; if sentences were joined or split on purpose, say so in a waiver",
    )


def _strange(sigma: float, what: str, source: str = "", target: str = "") -> Remark:
    shorter = sigma < 0
    return Remark(
        "check.length",
        f"the {what} is far {'shorter' if shorter else 'longer'} than its source",
        "see whether something was cut off" if shorter else "see whether something was added",
        source=(source,) if source else (),
        target=(target,) if target else (),
    )
