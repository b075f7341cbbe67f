"""Cardinals word by word: which word goes on with the number that the words before it began."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolkit.checks.values.tokens import Grammar, Token
from toolkit.language.lexicon.values import Role

_HUNDRED = Decimal(100)
_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class Sum:
    """A cardinal while it is read: what the scales closed, what is open, and the last scale."""

    closed: Decimal = Decimal(0)
    open: Decimal | None = None
    scale: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """What all the words together mean."""
        return self.closed + (self.open or 0)

    @property
    def last_scale(self) -> Decimal:
        """The scale that ends the cardinal; 1 if it ends otherwise."""
        return self.scale if self.scale is not None and self.open is None else Decimal(1)


class Adder:
    """Adds the tokens of one text to cardinals."""

    def __init__(self, text: str, tokens: Sequence[Token], grammar: Grammar) -> None:
        self._text = text
        self._tokens = tokens
        self._grammar = grammar

    def gap(self, at: int) -> str:
        """The text between token ``at`` and the next one."""
        return self._text[self._tokens[at].end : self._tokens[at + 1].start]

    def adds(self, total: Sum, at: int, first: bool) -> bool:
        """Whether token ``at`` goes on with the cardinal; if so it is added to the sum."""
        token = self._tokens[at]
        gap = "" if first else self.gap(at - 1)
        if token.kind == "number":
            return self._adds_figures(total, at, first, gap)
        if token.word is None:
            return False
        value = token.meaning.value
        if token.meaning.role is Role.SCALE:
            return self._adds_scale(total, value, first, gap)
        if token.meaning.role is Role.HUNDRED:
            return self._adds_hundred(total, first, gap)
        if token.meaning.role not in (Role.CARDINAL, Role.ORDINAL):
            return False
        after_figures = not first and self._tokens[at - 1].kind == "number"
        if after_figures or not (first or self._fits(total, value, gap)):
            return False
        total.open = (total.open or Decimal(0)) + value
        return True

    def _fits(self, total: Sum, value: Decimal, gap: str) -> bool:
        """Whether the place of the value in the sum is still free."""
        joined = self._grammar.joined
        if total.open is None:
            return total.scale is not None and value < total.scale and joined("after_hundred", gap)
        if total.open >= _HUNDRED:
            if total.open % _HUNDRED == 0:
                return value < _HUNDRED and joined("after_hundred", gap)
            if total.open % _HUNDRED < self._grammar.table.least_ten:
                return False
        least = total.open % _HUNDRED >= self._grammar.table.least_ten
        return least and total.open % 10 == 0 and 0 < value < 10 and joined("after_ten", gap)

    def _adds_figures(self, total: Sum, at: int, first: bool, gap: str) -> bool:
        token = self._tokens[at]
        if first:
            total.open = token.value
            return True
        if (
            total.open is None
            and total.scale is not None
            and token.plain
            and _HUNDRED <= token.value < min(total.scale, 10 * _HUNDRED)
            and not self._is_scale(at + 1)
            and _SPACES.fullmatch(gap.lstrip("."))
        ):
            # «2 тыс. 417»
            total.open = token.value
            return True
        # "5 million 300 thousand"
        following = self._tokens[at + 1].word if at + 1 < len(self._tokens) else None
        if (
            total.open is None
            and total.scale is not None
            and following is not None
            and following.role is Role.SCALE
            and following.value < total.scale
            and _SPACES.fullmatch(gap.lstrip("."))
        ):
            total.open = token.value
            return True
        return False

    def _is_scale(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at].is_a(Role.SCALE, Role.MONTH)

    def _adds_scale(self, total: Sum, value: Decimal, first: bool, gap: str) -> bool:
        if not first and not self._grammar.joined("number_scale", gap):
            return False
        if total.open is None and total.scale == _HUNDRED < total.closed:
            # «Две сотни тысяч»
            total.closed, total.scale = total.closed * value, value
            return True
        if (total.open is None and not first) or (total.scale and value >= total.scale):
            return False
        total.closed += (Decimal(1) if total.open is None else total.open) * value
        total.open, total.scale = None, value
        return True

    def _adds_hundred(self, total: Sum, first: bool, gap: str) -> bool:
        if total.open is None:
            if not first and not self._grammar.joined("after_hundred", gap):
                return False
            total.open = _HUNDRED
            return True
        if not (0 < total.open < _HUNDRED) or not self._grammar.joined("number_scale", gap):
            return False
        total.open *= _HUNDRED
        return True
