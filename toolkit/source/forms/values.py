"""Single values: words, dates, yes and no, choices, ids, languages, addresses."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from toolkit.diagnostics.codes import CODES
from toolkit.document.inline import link_problem, one_line
from toolkit.language.tags import is_language
from toolkit.source.forms.base import MAXIMUM_TEXT, Leaf, Mention, Word, is_blank, refuse, seen
from toolkit.source.tree import Scalar
from toolkit.source.wording import did_you_mean, listed, shown

#: What may serve as the id of a person and of a footnote.
PERSON_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NOTE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_LOOSE_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", re.ASCII)
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_COUNT = re.compile(r"[1-9][0-9]{0,3}")
_DATE_HINT = "Write year-month-day in figures, as `2024-10-04`."
_LONGEST_ID = 80
_LANGUAGE_PATTERN = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_TAG_PATTERN = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"


def word(value: object, _info: ValidationInfo | None = None) -> Word:
    """One line of characters, without the spaces around it."""
    if not isinstance(value, Scalar):
        what = "a list" if isinstance(value, list) else "fields"
        refuse("field.type", f"one value is wanted here, not {what}.")
    if is_blank(value):
        refuse("field.missing", "nothing stands here.", "Fill it in, or delete the line.")
    if len(value.value) > MAXIMUM_TEXT:
        refuse("field.value", f"this is longer than {MAXIMUM_TEXT:,} characters.")
    return Word(one_line(value.value), value.span)


def _yes_no(value: object, _info: ValidationInfo) -> bool:
    typed = word(value).value
    answer = _YES_NO.get(typed.lower())
    if answer is None:
        refuse("field.value", f"{shown(typed)} is neither yes nor no.", "Write `yes` or `no`.")
    return answer


def _date(value: object, _info: ValidationInfo) -> dt.date:
    typed = word(value).value
    match = _ISO_DATE.fullmatch(typed)
    if match is None:
        refuse("field.date", f"{shown(typed)} is not a date.", _suggest_date(typed))
    year, month, day = (int(part) for part in match.groups())
    if year < 1 or not 1 <= month <= len(calendar.month_name) - 1:
        refuse("field.date", f"{shown(typed)} is not a date.", _DATE_HINT)
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        refuse("field.date", f"{year}-{month:02} has {days} days, and {day} is not one of them.")
    return dt.date(year, month, day)


def _suggest_date(typed: str) -> str:
    if match := _LOOSE_DATE.fullmatch(typed):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(typed):
        day, month, year = match.groups()
    else:
        return _DATE_HINT
    return (
        f"Write year-month-day: `{year}-{int(month):02}-{int(day):02}`, if that is the day meant."
    )


def _date_or_year(value: object, info: ValidationInfo) -> dt.date | int:
    typed = word(value).value
    return int(typed) if _YEAR.fullmatch(typed) else _date(value, info)


def _count(value: object, _info: ValidationInfo) -> int:
    typed = word(value).value
    if not _COUNT.fullmatch(typed):
        hint = "Write a whole number from 1 on, as `2`."
        refuse("field.value", f"{shown(typed)} is not a whole number from 1 on.", hint)
    return int(typed)


def _language(value: object, info: ValidationInfo) -> str:
    typed = value if isinstance(value, str) else word(value).value
    known = seen(info).languages
    if typed not in known:
        hint = f"The languages are {listed(sorted(known), joint='and')}."
        refuse("text.language", f"{shown(typed)} is not a language of the toolkit.", hint)
    return typed


def _any_language(value: object, _info: ValidationInfo) -> str:
    typed = word(value).value
    if not is_language(typed):
        hint = "Write a code as `ru`, `tk`, `en`, `fr` or `la`."
        refuse("text.language", f"{shown(typed)} is not the code of a language.", hint)
    return typed


def _https(value: object, _info: ValidationInfo) -> Word:
    address = word(value)
    problem = link_problem(address.value)
    if not problem and not address.value.startswith("https://"):
        problem = "the address does not begin with https://"
    if problem:
        refuse("markup.link", f"{problem}.", "Copy the address from the browser, from https:// on.")
    return address


def choice(options: type[StrEnum]) -> Leaf:
    """The annotation of a field that takes one of the words of ``options``."""
    known = [option.value for option in options]

    def choose(value: object, _info: ValidationInfo) -> StrEnum:
        typed = word(value).value
        if typed not in known:
            hint = did_you_mean(typed, known) or f"Write {listed(known)}."
            refuse(
                "field.value", f"{shown(typed)} is not one of {listed(known, joint='and')}.", hint
            )
        return options(typed)

    return Leaf(choose, enum=known)


def identifier(pattern: re.Pattern[str], example: str) -> Callable[[object], str]:
    """A validator for the names under `people`, `speakers` and `notes` (keys, so plain strings)."""

    def check(value: object) -> str:
        if not isinstance(value, str) or not pattern.fullmatch(value) or len(value) > _LONGEST_ID:
            refuse(
                "field.value",
                f"{shown(str(value))} cannot serve as an id.",
                f"Use letters a-z, digits and hyphens, as `{example}`.",
            )
        return value

    return check


def _rule_code(code: object) -> object:
    known = [known for known in CODES if known.startswith("check.")]
    if code not in known:
        hint = did_you_mean(str(code), known) or "The list of errors names the codes of the rules."
        refuse("field.value", f"{shown(str(code))} is not the code of a rule.", hint)
    return code


def _person_id(value: object, info: ValidationInfo) -> Word:
    typed = word(value)
    seen(info).mentions.append(Mention(typed))
    return typed


#: A word or name that is no text for translators.
PlainWord = Annotated[Word, Leaf(word, type=["string", "number"])]
Count = Annotated[
    int,
    Leaf(
        _count,
        type=["integer", "string"],
        minimum=1,
        maximum=9999,
        pattern=f"^{_COUNT.pattern}$",
    ),
]
YesNo = Annotated[bool, Leaf(_yes_no, enum=["yes", "no", True, False])]
Date = Annotated[dt.date, Leaf(_date, type="string", format="date")]
DateOrYear = Annotated[
    dt.date | int,
    Leaf(_date_or_year, anyOf=[{"type": "string", "format": "date"}, {"type": "integer"}]),
]
Language = Annotated[str, Leaf(_language, type="string", pattern=_LANGUAGE_PATTERN)]
AnyLanguage = Annotated[str, Leaf(_any_language, type="string", pattern=_TAG_PATTERN)]
HttpsAddress = Annotated[Word, Leaf(_https, type="string", format="uri", pattern="^https://")]
PersonReference = Annotated[Word, Leaf(_person_id, type="string", pattern=f"^{PERSON_ID.pattern}$")]
PersonId = Annotated[str, AfterValidator(identifier(PERSON_ID, "aman-orazov"))]
#: The code of a rule of ``check``, as a key.
RuleCode = Annotated[str, AfterValidator(_rule_code)]
NoteId = Annotated[str, AfterValidator(identifier(NOTE_ID, "sources"))]
