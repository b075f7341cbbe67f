"""What validators pass and readers who do not see the page stumble over."""

from __future__ import annotations

import pytest

from tests.finished.conftest import Shelf
from toolkit.render.inspect.access import barriers_of_page, barriers_of_tags
from toolkit.render.inspect.tags import Leaf


def found(body: str) -> list[str]:
    return [text for _, text in barriers_of_page(f"<!doctype html><body>{body}")]


@pytest.mark.parametrize(
    "name", ["logo.png", "IMG_2041.JPG", "figures/lake-map.svg", " lake.jpeg ", "озеро.webp"]
)
def test_a_picture_described_by_the_name_of_a_file(name: str) -> None:
    assert found(f'<img src="x" alt="{name}">') == [name]


@pytest.mark.parametrize("alt", ["", "A lake", "Page of lake.png on a screen", "Fig. 1", "Озеро."])
def test_a_picture_described_in_words_or_left_out_on_purpose(alt: str) -> None:
    assert found(f'<img src="x" alt="{alt}">') == []


@pytest.mark.parametrize("inside", ["", " ", "<span> </span>", '<img src="x" alt="">'])
def test_a_link_without_words(inside: str) -> None:
    assert found(f'<a href="#p1">{inside}</a>') == ["#p1"]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="#p1">1</a>',
        '<a href="#p1" aria-label="Note 1"></a>',
        '<a href="#p1"><img src="x" alt="Map"></a>',
        "<a></a>",
    ],
)
def test_a_link_that_says_where_it_leads(link: str) -> None:
    assert found(link) == []


def test_a_table_without_header_cells() -> None:
    assert found("<table><tr><td>2024</td><td>7</td></tr></table>") == ["20247"]
    assert found("<table><tr><th>Year</th></tr><tr><td>2024</td></tr></table>") == []


def leaf(*tags: str, alt: str = "") -> Leaf:
    return Leaf(("Document", *tags), 0, 0, 0, alt)


def test_the_tags_of_a_file() -> None:
    good = [leaf("Table", "Caption"), leaf("Table", "TR", "TH"), leaf("Table", "TR", "TD")]
    bad = [leaf("Table", "Caption"), leaf("Table", "TR", "TD")]
    for leaves, count in ((good, 0), (bad, 1), (good + bad, 1), (bad + good, 1), (bad + bad, 2)):
        assert len(list(barriers_of_tags([*leaves, leaf("P")]))) == count
    picture = leaf("Figure", alt="logo.png")
    assert [text for _, text in barriers_of_tags([picture])] == ["logo.png"]


@pytest.mark.slow
def test_a_finished_page_is_asked(finished: Shelf) -> None:
    finished.edit(lambda page: page.replace("</body>", '<a href="#p1"></a></body>'))
    assert "finished.access" in {item.code for item in finished.check()}
