"""Themes: tokens and nothing else, all of them readable, and no colour outside of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
TOKENS = TEMPLATES / "css/tokens.css"
THEMES = sorted((TEMPLATES / "themes").glob("*.css"))
OTHERS = sorted(path for path in (TEMPLATES / "css").glob("*.css") if path != TOKENS)

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_TOKEN = re.compile(r"(--[a-z0-9-]+):\s*([^;]+);")
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(")
#: What is printed on what: all text, at 4.5 to 1 (WCAG 2.2, 1.4.3, AA).
PAIRS = [
    ("--ink", "--paper"),
    ("--ink", "--paper-soft"),
    ("--ink", "--accent-soft"),
    ("--ink", "--warning-soft"),
    ("--ink-soft", "--paper"),
    ("--ink-soft", "--paper-soft"),
    ("--accent", "--paper"),
    ("--accent", "--paper-soft"),
    ("--accent", "--warning-soft"),
    ("--warning", "--paper"),
    ("--warning", "--warning-soft"),
]
COVER = [("--cover-ink", "--cover-paper"), ("--cover-soft", "--cover-paper")]


def tokens(path: Path) -> dict[str, str]:
    return dict(_TOKEN.findall(_COMMENT.sub("", path.read_text(encoding="utf-8"))))


def theme(path: Path | None) -> dict[str, str]:
    """All tokens of a theme: its own, and those that it leaves as they are."""
    return tokens(TOKENS) | (tokens(path) if path else {})


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("path", [None, *THEMES], ids=lambda path: path.stem if path else "own")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_can_be_read(path: Path | None, dark: bool) -> None:
    found = theme(path)
    pairs = [
        tuple(name.replace("--", "--dark-") if dark else name for name in pair) for pair in PAIRS
    ]
    for ink, paper in (*pairs, *COVER):
        assert contrast(found[ink], found[paper]) >= 4.5, (ink, paper)


@pytest.mark.parametrize("path", [TOKENS, *THEMES], ids=lambda path: path.stem)
def test_a_theme_is_tokens_and_nothing_else(path: Path) -> None:
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    assert re.fullmatch(r"\s*:root \{(\s*--[a-z0-9-]+:[^;{}]+;)+\s*\}\s*", text)
    assert set(tokens(path)) <= set(tokens(TOKENS))


def test_there_is_a_second_theme_that_is_seen_to_be_another() -> None:
    for path in THEMES:
        ours, own = tokens(TOKENS), tokens(path)
        assert own["--heading-face"] != ours["--heading-face"]
        assert own["--accent"] != ours["--accent"]
        assert own["--cover-paper"] != ours["--cover-paper"]
    assert THEMES


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_no_other_style_sheet_has_a_colour_of_its_own(path: Path) -> None:
    assert _COLOUR.findall(_COMMENT.sub("", path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_every_token_that_is_used_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    own = set(re.findall(r"(--[a-z0-9-]+):", text))
    assert set(re.findall(r"var\((--[a-z0-9-]+)", text)) <= set(tokens(TOKENS)) | own | {"--hang"}


def test_every_token_is_used() -> None:
    used = "".join(path.read_text(encoding="utf-8") for path in (*OTHERS, TOKENS))
    assert [name for name in tokens(TOKENS) if f"var({name})" not in used] == []
