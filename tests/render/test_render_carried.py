"""What a page carries: faces inside the style sheet, and a policy that allows exactly its own text."""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256

import pytest

from toolkit.render.carried import MissingFont, carry_faces, policy

FACES = """/* Faces. */
@font-face { font-family: "Lake Serif"; src: url("fonts/LakeSerif.woff2"); }
@font-face { font-family: 'Lake Sans'; src: url(fonts/LakeSans.woff2); }
"""
FONTS = {"fonts/LakeSerif.woff2": b"serif", "fonts/LakeSans.woff2": b"sans"}


def test_a_font_stands_in_the_style_sheet_as_it_is() -> None:
    carried = carry_faces(FACES, 'p { font-family: "Lake Serif" }', FONTS)
    assert carried.startswith("/* Faces. */")
    before, _, after = carried.partition("data:font/woff2;base64,")
    assert before.endswith('url("')
    assert b64decode(after.partition('"')[0]) == b"serif"


def test_a_family_that_no_style_names_is_left_out() -> None:
    carried = carry_faces(FACES, "p { font-family: 'Lake Sans' }", FONTS)
    assert "Lake Serif" not in carried
    assert "Lake Sans" in carried
    assert "url(" not in carry_faces(FACES, "p { font-family: serif }", FONTS)


def test_a_font_that_is_not_there_is_named() -> None:
    with pytest.raises(MissingFont) as caught:
        carry_faces(FACES, "Lake Sans", {})
    assert caught.value.address == "fonts/LakeSans.woff2"


def test_the_policy_allows_these_styles_and_this_script_and_no_others() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy("p {}", ["go()", "[]"]).split("; "))
    for name, texts in (("style-src", [b"p {}"]), ("script-src", [b"go()", b"[]"])):
        hashes = [b64encode(sha256(text).digest()).decode() for text in texts]
        assert rules.pop(name) == " ".join(f"'sha256-{one}'" for one in hashes)
    assert rules.pop("img-src") == rules.pop("font-src") == "data:"
    assert set(rules) == {"default-src", "base-uri", "form-action"}
    assert set(rules.values()) == {"'none'"}
