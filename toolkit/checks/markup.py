"""Is the markup of a text complete, and does a translation have that of its source?

Links and footnote references are not compared here: a translation that loses one is invalid
(``message.link``, ``message.note``), and no edition shows it. The order of marks is free.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from toolkit.checks.pair import Pair, PairRule, Remark, Side, SideRule
from toolkit.checks.quotes import quotations
from toolkit.document.inline import (
    Chars,
    Emphasis,
    Foreign,
    Inline,
    Strong,
    html_fragments,
    parse,
    plain,
    walk,
)

_MARKS: tuple[tuple[type[Emphasis | Strong], str], ...] = ((Emphasis, "*…*"), (Strong, "**…**"))

#: What may begin or end markup; a text without it has none.
_SIGNS = re.compile(r"[*\[\]{<]")
#: Typed so as to be a character: an escape (`\*`) or an entity (`&#42;`).
_MEANT = re.compile(r"\\[!-/:-@\[-`{-~]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_BLANK = "\ufffc"
#: Asterisks that touch a word: between spaces or figures they are signs of their own.
_ASTERISKS = re.compile(r"(?<![\w*])\*{1,3}(?=[^\W\d])|(?<=[^\W\d])\*{1,3}(?![\w*])")
_BROKEN = (
    (re.compile(r"\[\^[\w-]*\]?"), "the reference to a footnote"),
    (re.compile(r"\]\("), "the link"),
    (
        re.compile(r"\{\s*lang\s*=[^\s{}]*\}?|(?<=\])\{[^{}]*\}?|\blang=[\w-]+\}"),
        "the mark of another language",
    ),
)
#: What any of these is about.
_LEFT = re.compile(r"[*\[\]{}]|lang=")
_COMPLETE = "complete it; a character that you mean is written with a backslash before it: `\\*`"


def check_unfinished(side: Side) -> Iterator[Remark]:
    """Markup that was begun but not ended, and will be printed as it stands."""
    if not _SIGNS.search(side.markup) or _is_complete(side):
        return
    left = _remains(side.markup)
    theirs = _remains(side.beside) if left else left
    for what, count in left.items():
        if count > theirs[what]:
            mark, name = what
            message = f"`{mark}` will be printed as it stands: {name} is not complete"
            yield Remark("check.markup", message, _COMPLETE, target=(mark,))


def _is_complete(side: Side) -> bool:
    """Whether no sign of markup is left, nor typed so as to be a character."""
    plainly = "\\" not in side.markup and "&" not in side.markup
    return plainly and not _LEFT.search(side.plain)


def check_html(pair: Pair) -> Iterator[Remark]:
    """Tags in a translation that its source does not have; ``markup.html`` is about a source."""
    if "<" not in pair.target.markup:
        return
    known = Counter(html_fragments(pair.source.markup))
    extra = tuple(Counter(html_fragments(pair.target.markup)) - known)
    if extra:
        quoted = ", ".join(f"`{fragment}`" for fragment in extra)
        message = f"{quoted} will be printed as it stands: HTML is not markup here"
        hint = "write `*emphasis*`, `**strong**` or `[text](https://…)` as the source does"
        yield Remark("check.markup", message, hint, (), extra)


def _remains(markup: str) -> Counter[tuple[str, str]]:
    """What is left of markup in the characters of a text, and what it was to be."""
    found: Counter[tuple[str, str]] = Counter()
    if not _SIGNS.search(markup):
        return found
    text = plain(_MEANT.sub(_BLANK, markup))
    for pattern, name in _BROKEN:
        found.update((piece, name) for piece in pattern.findall(text))
        text = pattern.sub(_BLANK, text)
    found.update((piece, "the emphasis") for piece in _ASTERISKS.findall(text))
    for opening, closing in ("[]",):
        missing = text.count(opening) - text.count(closing)
        if missing and not found:
            found[opening if missing > 0 else closing, "the pair of brackets"] = abs(missing)
    return found


def check_emphasis(pair: Pair) -> Iterator[Remark]:
    """Emphasis of one kind that one side has more often."""
    if "*" not in pair.source.markup and "*" not in pair.target.markup:
        return
    for kind, mark in _MARKS:
        source, target = _emphasised(pair.source, kind), _emphasised(pair.target, kind)
        if len(source) != len(target) and not (kind is Emphasis and _sets_titles(pair)):
            yield Remark(
                "check.emphasis",
                f"{mark} stands {_times(len(source))} in the source, "
                f"{_times(len(target))} in the translation",
                "emphasise the same words as the source does",
                source,
                target,
            )


def _sets_titles(pair: Pair) -> bool:
    """Whether one side puts in quotation marks the titles that the other emphasises.

    English has the names of newspapers and books in italics, Russian and Turkmen in quotes.
    """
    source, target = _emphasised(pair.source, Emphasis), _emphasised(pair.target, Emphasis)
    quoted = _quotations(pair.target) - _quotations(pair.source)
    titles = source if len(source) > len(target) else target
    return len(source) - len(target) == quoted and all(words[:1].isupper() for words in titles)


def _quotations(side: Side) -> int:
    return len(quotations(side.readings[0])[0])


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


RULES: tuple[PairRule, ...] = (check_emphasis, check_span, check_html)
SIDE_RULES: tuple[SideRule, ...] = (check_unfinished,)


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
