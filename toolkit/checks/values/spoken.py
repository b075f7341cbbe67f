"""From tokens to amounts: in figures, in words, or in both ("1.5 million")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from toolkit.checks.values.amounts import Amount, fraction, tidy
from toolkit.checks.values.sums import Adder, Sum
from toolkit.checks.values.tokens import Grammar, Token
from toolkit.language.lexicon.values import Role, Weight

_HALF = Decimal("0.5")
#: What a number may count instead of ones: decades, dozens.
_LEAST_MEASURE = Decimal(10)
_SPACES = re.compile(r"\s+")
#: A cardinal in the dative ends a range ("üçden bäşe çenli") and no fraction ("üçden bir"), but for one
#: that belongs to something ("üçden birine").
_DATIVE = re.compile("(?<![iyuü]n)[aeä]$")


class AmountReader:
    """Reads amounts from the tokens of one text."""

    def __init__(self, text: str, tokens: Sequence[Token], grammar: Grammar) -> None:
        self._text = text
        self._tokens = tokens
        self._grammar = grammar
        self._adder = Adder(text, tokens, grammar)

    def read(self, at: int) -> tuple[Amount | None, int]:
        """The amount that begins with token ``at``, and the number of the first token after it.

        Without an amount the token is passed over.
        """
        token = self._tokens[at]
        if token.kind in ("roman", "vulgar") or (
            token.kind == "number" and not self._is_word(at + 1)
        ):
            return self._single(token), at + 1
        if token.kind != "number" and token.word is None:
            return None, at + 1
        if token.is_a(Role.MINUS):
            return self._below_zero(at)
        if token.is_a(Role.VAGUE):
            return None, self._after_scales(at)
        if token.is_a(Role.HALF):
            return self._half(at)
        if token.is_a(Role.HINT):
            return self._hint(token), at + 1
        if token.is_a(Role.DENOMINATOR):
            return self._denominator(at)
        is_spoken = token.is_a(Role.CARDINAL, Role.HUNDRED, Role.SCALE, Role.ORDINAL)
        return self._sum(at) if token.kind == "number" or is_spoken else (None, at + 1)

    def _below_zero(self, at: int) -> tuple[Amount | None, int]:
        """The number after "minus"; others put it without a sign, as degrees of frost."""
        if at + 1 >= len(self._tokens) or not _SPACES.fullmatch(self._adder.gap(at)):
            return None, at + 1
        amount, after = self.read(at + 1)
        if amount is None or not isinstance(amount.value, Decimal):
            return amount, after
        start, parts = self._tokens[at].start, (amount.value, *amount.parts)
        return amount._replace(value=-amount.value, start=start, plain=False, parts=parts), after

    def _is_word(self, at: int) -> bool:
        return at < len(self._tokens) and self._tokens[at].word is not None

    def _joined(self, name: str, at: int) -> bool:
        return self._grammar.joined(name, self._adder.gap(at))

    def _single(self, token: Token) -> Amount:
        """The amount of a token that no other can belong to."""
        if token.kind == "number":
            return self._figures(Sum(open=token.value), token, token)
        if token.kind == "vulgar":
            value = Fraction(token.text)
            return Amount(value, token.start, token.end, Weight.FIRM, "fraction")
        return Amount(token.value, token.start, token.end, Weight.WORD, "roman")

    def _hint(self, token: Token) -> Amount:
        return Amount(
            token.meaning.value,
            token.start,
            token.end,
            Weight.FAINT,
            "hint",
            parts=token.meaning.also,
        )

    def _after_scales(self, at: int) -> int:
        """Past the scales that a vague word governs: "several hundred thousand"."""
        while (
            at + 1 < len(self._tokens)
            and self._tokens[at + 1].is_a(Role.HUNDRED, Role.SCALE)
            and _SPACES.fullmatch(self._adder.gap(at))
        ):
            at += 1
        return at + 1

    def _is_made_vague(self, at: int) -> bool:
        """Whether the next word makes tens or hundreds of thousands of the cardinal."""
        if at + 1 >= len(self._tokens) or not _SPACES.fullmatch(self._adder.gap(at)):
            return False
        word = self._tokens[at + 1].word
        return word is not None and word.role is Role.VAGUE and word.name == "scale"

    def _half(self, at: int) -> tuple[Amount, int]:
        first = self._tokens[at]
        last = at + 1
        if last < len(self._tokens) and self._joined("half_scale", at):
            word = self._tokens[last].word
            if word is not None and word.role is Role.SCALE:
                end = self._tokens[last].end
                return Amount(
                    tidy(_HALF * word.value), first.start, end, Weight.WORD, "word"
                ), last + 1
        return Amount(
            _HALF, first.start, first.end, Weight.FAINT, "half", parts=first.meaning.also
        ), last

    def _denominator(self, at: int) -> tuple[Amount | None, int]:
        token = self._tokens[at]
        found = self._fraction_after(at, token.start, token.meaning.value)
        if found is not None:
            return found, at + 2
        if self._grammar.joins["denominator_numerator"] is not None:
            return None, at + 1
        return Amount(
            Fraction(1, int(token.meaning.value)), token.start, token.end, Weight.FAINT, "fraction",
            parts=(token.meaning.value, *token.meaning.also),
        ), at + 1  # fmt: skip

    def _fraction_after(self, at: int, start: int, denominator: Decimal) -> Amount | None:
        """The fraction whose denominator, spoken first, ends with token ``at``."""
        if at + 1 >= len(self._tokens) or not self._joined("denominator_numerator", at):
            return None
        following = self._tokens[at + 1]
        if not following.is_a(Role.CARDINAL) or _DATIVE.search(following.text):
            return None
        return fraction(following.meaning.value, denominator, start, following.end)

    def _sum(self, at: int) -> tuple[Amount | None, int]:
        first = self._tokens[at]
        total = Sum()
        count = 0
        while at + count < len(self._tokens) and self._adder.adds(total, at + count, count == 0):
            count += 1
            if self._tokens[at + count - 1].is_a(Role.ORDINAL):
                return self._spoken(total, at, count, "ordinal"), at + count
            word = self._tokens[at + count - 1].word
            if word is not None and word.denominator:
                # In the ablative a number ends: "ýüzden bäş" is five in a hundred.
                break
        if count == 0:
            return None, at + 1
        last = at + count - 1
        if first.kind != "number" and self._is_made_vague(last):
            return None, last + 2
        found = self._as_fraction(total, at, last)
        if found is not None:
            return found, last + 2
        halved = self._and_half(total, last)
        if halved > last:
            parts = (total.value - _HALF,) if total.closed == 0 else ()
            weight = Weight.FIRM if first.kind == "number" else Weight.WORD
            end = self._tokens[halved].end
            amount = Amount(tidy(total.value), first.start, end, weight, "half", parts=parts)
            return amount, halved + 1
        return self._spoken(total, at, count, "word"), last + 1

    def _as_fraction(self, total: Sum, first: int, last: int) -> Amount | None:
        """The fraction of which the sum is the numerator, or the denominator where it comes first."""
        start, word = self._tokens[first].start, self._tokens[last].word
        if word is not None and word.denominator:
            return self._fraction_after(last, start, total.value)
        if last + 1 >= len(self._tokens) or not self._joined("numerator_denominator", last):
            return None
        following = self._tokens[last + 1]
        if self._tokens[first].kind == "number" or not following.is_a(
            Role.DENOMINATOR, Role.ORDINAL
        ):
            return None
        if following.meaning.value < 3:
            return None
        return fraction(total.value, following.meaning.value, start, following.end)

    def _and_half(self, total: Sum, last: int) -> int:
        """The last token of "two and a half (million)", which is added; ``last`` if there is none."""
        following = last + 1
        if (
            total.open is None
            or following >= len(self._tokens)
            or not self._tokens[following].is_a(Role.HALF)
            or not self._joined("number_half", last)
        ):
            return last
        total.open += _HALF
        after = following + 1
        if after < len(self._tokens) and _SPACES.fullmatch(self._adder.gap(following)):
            word = self._tokens[after].word
            if word is not None and word.role is Role.SCALE:
                total.closed, total.open = total.closed + total.open * word.value, None
                return after
        return following

    def _spoken(self, total: Sum, at: int, count: int, shape: str) -> Amount | None:
        """The amount of ``count`` tokens, with the weight that they have together."""
        first, last = self._tokens[at], self._tokens[at + count - 1]
        if first.kind == "number":
            return self._figures(total, first, last)
        weight = Weight.WORD
        if shape == "ordinal":
            # "First" and "third" come and go with the idiom; "fifty-second" is a number.
            weight = Weight.WORD if count > 1 else Weight.FAINT
        elif count == 1 and first.word is not None:
            weight = first.meaning.weight
            if weight is Weight.FAINT and first.meaning.role is Role.SCALE:
                return None
        parts: tuple[Decimal, ...] = ()
        if shape == "ordinal" and self._names_coming_hour(first.start, last.end):
            parts = (total.value - 1,)
        if shape == "word":
            parts = self._multiplied(total.value, at + count - 1)
        value = tidy(total.value)
        return Amount(
            value, first.start, last.end, weight, shape, parts=parts, scale=total.last_scale
        )

    def _multiplied(self, value: Decimal, last: int) -> tuple[Decimal, ...]:
        """What a cardinal is with the measure after it, such as twenty years for two decades."""
        if last + 1 >= len(self._tokens) or not _SPACES.fullmatch(self._adder.gap(last)):
            return ()
        word = self._tokens[last + 1].word
        if word is None or word.role is not Role.HINT or word.value < _LEAST_MEASURE:
            return ()
        return tuple(value * size for size in (word.value, *word.also))

    def _names_coming_hour(self, start: int, end: int) -> bool:
        """Whether an ordinal is the hour that goes on: half of the sixth, «в пятом часу»."""
        before, after = self._grammar.clock, self._grammar.coming
        return (before is not None and before.search(self._text[:start].lower()) is not None) or (
            after is not None and after.match(self._text, end) is not None
        )

    def _figures(self, total: Sum, first: Token, last: Token) -> Amount:
        value, end = total.value, last.end
        letters = self._grammar.scale_letters
        scale = letters.match(self._text, end) if letters and first is last else None
        if scale and self._grammar.table.scale_letters and self._text[first.start - 1] in "$€£":
            value, end = value * self._grammar.table.scale_letters[scale.group()], scale.end()
        weight = Weight.WORD if first.named else Weight.FIRM
        plain = first.plain and first is last and end == last.end
        value = value if end == first.end else tidy(value)
        scaled = total.last_scale
        return Amount(value, first.start, end, weight, "figure", plain, first.suffix, scale=scaled)
