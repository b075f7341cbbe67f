"""On paper, a space before emphasis or a link does not make the engine break the line too early."""

from __future__ import annotations

import pytest

from toolkit.document.inline import parse
from toolkit.render.inline import Typesetter

LINE = "in both directions, *in every harbour*. [The](https://example.org) **end** of it."


def _typeset(text: str, medium: str) -> str:
    assert medium in {"screen", "print"}
    typesetter = Typesetter("en", "print" if medium == "print" else "screen", {}, {})
    return str(typesetter.nodes(parse(text)))


def test_on_paper_the_space_stands_inside_the_element() -> None:
    assert _typeset(LINE, "print") == (
        "in both directions,<em> in every harbour</em>."
        '<a href="https://example.org"> The</a><strong> end</strong> of it.'
    )


def test_on_a_screen_it_stays_before_it() -> None:
    assert "directions, <em>in" in _typeset(LINE, "screen")


@pytest.mark.parametrize("text", ["a  *b*", "*a* *b*", "a*b* c", " *a*", "a\u00a0*b*"])
def test_the_characters_are_the_same_on_both(text: str) -> None:
    def plain(html: str) -> str:
        return html.replace("<em>", "").replace("</em>", "")

    assert plain(_typeset(text, "print")) == plain(_typeset(text, "screen"))
