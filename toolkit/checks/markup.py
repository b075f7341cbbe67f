"""Does the translation have the emphasis and the language spans of its source?

Links and footnote references are not looked at here: a translation that loses one is invalid
(``message.link``, ``message.note``), and no edition shows it. The order of marks is free.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from toolkit.checks.pair import Pair, PairRule, Remark, Side
from toolkit.document.inline import Chars, Emphasis, Foreign, Inline, Strong, parse, walk

_MARKS: tuple[tuple[type[Emphasis | Strong], str], ...] = ((Emphasis, "*…*"), (Strong, "**…**"))


def check_emphasis(pair: Pair) -> Iterator[Remark]:
    """Emphasis of one kind that one side has more often."""
    if "*" not in pair.source.markup and "*" not in pair.target.markup:
        return
    for kind, mark in _MARKS:
        source, target = _emphasised(pair.source, kind), _emphasised(pair.target, kind)
        if len(source) != len(target):
            yield Remark(
                "check.emphasis",
                f"{mark} stands {_times(len(source))} in the source, "
                f"{_times(len(target))} in the translation",
                "emphasise the same words as the source does",
                source,
                target,
            )


def check_span(pair: Pair) -> Iterator[Remark]:
    """Words marked as another language that one side has more often.

    What is in the language of the text itself needs no mark: such spans may vanish, and the words of
    the source that a translation keeps may get one.
    """
    if "{" not in pair.source.markup and "{" not in pair.target.markup:
        return
    source, target = _spans(pair.source), _spans(pair.target)
    free = {pair.source.language, pair.target.language}
    for language in sorted({name for name, _ in (*source, *target)}):
        ours = tuple(words for name, words in source if name == language)
        theirs = tuple(words for name, words in target if name == language)
        missing, extra = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
        if language in free or len(ours) == len(theirs):
            continue
        # Words that stand in the source without a mark are rightly marked by a careful translator.
        if len(theirs) > len(ours) and all(words in pair.source.plain for words in extra):
            continue
        yield Remark(
            "check.span",
            f"`{{lang={language}}}` stands {_times(len(ours))} in the source, "
            f"{_times(len(theirs))} in the translation",
            "keep the brackets and braces around the words in another language",
            tuple(missing),
            tuple(extra),
        )


RULES: tuple[PairRule, ...] = (check_emphasis, check_span)


def _emphasised(side: Side, kind: type[Emphasis | Strong]) -> tuple[str, ...]:
    return tuple(
        _chars(node.children) for node in walk(parse(side.markup)) if isinstance(node, kind)
    )


def _spans(side: Side) -> list[tuple[str, str]]:
    return [
        (node.language.lower(), _chars(node.children))
        for node in walk(parse(side.markup))
        if isinstance(node, Foreign)
    ]


def _chars(nodes: Sequence[Inline]) -> str:
    return "".join(node.text for node in walk(nodes) if isinstance(node, Chars))


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once", 2: "twice"}.get(count, f"{count} times")
