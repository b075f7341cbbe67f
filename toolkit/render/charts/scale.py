"""Round numbers for an axis: each 1, 2 or 5 times a power of ten from the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

#: Values have up to 15 digits on either side of the point.
_PRECISION = 60


@dataclass(frozen=True, slots=True)
class Scale:
    """The marked numbers of an axis, from the lowest to the highest, zero among them."""

    ticks: tuple[Decimal, ...]

    def share(self, value: Decimal) -> float:
        """Where a value lies on the axis: 0 at its beginning, 1 at its end."""
        low, high = self.ticks[0], self.ticks[-1]
        return float((value - low) / (high - low))


def scale(values: Iterable[Decimal], intervals: int) -> Scale:
    """An axis for ``values`` with about so many ``intervals``, at most one more than that below zero.

    Where all values are whole, so are the marks: there is no half of a person.
    """
    with localcontext(prec=_PRECISION):
        given = (*values, Decimal(0))
        low, high = min(given), max(given)
        if low == high:
            high = Decimal(1)
        step = _step((high - low) / intervals)
        if step < 1 and all(value == value.to_integral_value() for value in given):
            step = Decimal(1)
        first = int((low / step).to_integral_value(ROUND_FLOOR))
        last = int((high / step).to_integral_value(ROUND_CEILING))
        return Scale(tuple(step * place for place in range(first, last + 1)))


def _step(least: Decimal) -> Decimal:
    """The smallest 1, 2 or 5 times a power of ten that is not less than ``least``."""
    power = least.adjusted()
    steps = (Decimal(digit).scaleb(power) for digit in (1, 2, 5, 10))
    step = next(step for step in steps if step >= least).normalize()
    return step.quantize(Decimal(1)) if step >= 1 else step
