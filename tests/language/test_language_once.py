"""A property that is found out once: asked for once, then kept, for each value apart."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from toolkit.language.remembered import once, pieces


@dataclass(frozen=True)
class Line:
    """A line, with how often it was counted."""

    text: str
    counted: list[str] = field(default_factory=list, compare=False)

    @once
    def length(self) -> int:
        """How long it is."""
        self.counted.append(self.text)
        return len(self.text)


def test_it_is_found_out_when_it_is_first_asked_for_and_never_again() -> None:
    line = Line("salam")
    assert line.counted == []
    assert [line.length, line.length] == [5, 5]
    assert line.counted == ["salam"]


def test_it_belongs_to_one_value_and_is_no_part_of_it() -> None:
    line = Line("salam")
    longer = replace(line, text="salam!")
    assert (line.length, longer.length) == (5, 6)
    assert line == Line("salam")


def test_the_class_tells_what_it_is() -> None:
    assert Line.length.__doc__ == "How long it is."


def test_pieces_stand_between_spaces_of_any_kind() -> None:
    assert pieces(" 12\u00a0мая, в\u202f9 ") == ("12", "мая,", "в", "9")
    assert pieces("") == ()
