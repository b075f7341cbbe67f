"""Places on a page: matrices, boxes and painted regions.

Section numbers are those of ISO 32000-1 (PDF 1.7).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
#: Left, bottom, right, top.
Box = tuple[float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, second: Matrix) -> Matrix:
    """The product of two matrices: ``first`` is applied before ``second`` (8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def point(matrix: Matrix, x: float, y: float) -> Point:
    """Where a point goes."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def corners(matrix: Matrix, box: Box) -> tuple[Point, ...]:
    """The corners of a box, going round."""
    left, bottom, right, top = box
    return tuple(
        point(matrix, x, y) for x, y in ((left, bottom), (right, bottom), (right, top), (left, top))
    )


def bounds(points: Sequence[Point]) -> Box:
    """The box around points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(one: Box, other: Box) -> float:
    """The area that two boxes have in common."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width * height if width > 0 and height > 0 else 0.0


def area(box: Box) -> float:
    """The area of a box."""
    return (box[2] - box[0]) * (box[3] - box[1])


@dataclass(frozen=True, slots=True)
class Region:
    """What a path encloses: closed polygons, with the even-odd rule or the other one (8.5.3.3)."""

    polygons: tuple[tuple[Point, ...], ...]
    even_odd: bool
    box: Box

    @classmethod
    def of(cls, polygons: Sequence[Sequence[Point]], *, even_odd: bool = False) -> Region:
        """The region of polygons, of which there may be none."""
        points = [item for polygon in polygons for item in polygon]
        box = bounds(points) if points else (0.0, 0.0, 0.0, 0.0)
        return cls(tuple(map(tuple, polygons)), even_odd, box)

    def holds(self, place: Point) -> bool:
        """Whether a point lies inside."""
        left, bottom, right, top = self.box
        if not (left <= place[0] <= right and bottom <= place[1] <= top):
            return False
        turns = [turn for polygon in self.polygons for turn in _turns(polygon, place)]
        return len(turns) % 2 == 1 if self.even_odd else sum(turns) != 0


def _turns(polygon: Sequence[Point], place: Point) -> Iterator[int]:
    """The sides that a ray to the right of a point crosses: 1 for one that goes up, -1 for down."""
    x, y = place
    before = polygon[-1]
    for after in polygon:
        if (before[1] <= y) != (after[1] <= y):
            crossing = before[0] + (y - before[1]) / (after[1] - before[1]) * (after[0] - before[0])
            if crossing > x:
                yield 1 if after[1] > before[1] else -1
        before = after
