"""What good typesetting asks of each language, as data for the rules that check and mend it.

Sources: for Russian A. Milchin and L. Cheltsova, "Справочник издателя и автора"; for English the
Oxford style ("New Hart's Rules"), with the em dash closed up or the en dash spaced; for Turkmen the
practice of its laws and newspapers, which follow Russian typesetting. Quotation marks stand in the
row of each language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_FIGURES = "0123456789"


@dataclass(frozen=True, slots=True)
class NoBreak:
    """A place where no line may break.

    ``pattern`` matches the space, or nothing where it lacks; it can match only in a text that has one
    of the characters ``near``. One that needs a space looks for it first, which passes over all else.
    """

    pattern: re.Pattern[str]
    where: str
    near: frozenset[str]


@dataclass(frozen=True, slots=True)
class Typography:
    """One language.

    ``apostrophe`` replaces the straight one inside words; empty if either will do. ``dash`` is what
    a hyphen between spaces should be, ``dashes`` what else may stand there; ``ranges`` may stand
    between figures, the first of them is the preferred one. ``abbreviations`` end with a full stop
    that need not end a sentence. ``salutation`` matches the beginning of a letter, where languages
    differ about the mark at the end. ``predicate`` matches, in lower case, a form by which a sentence
    is known from a heading; ``units`` are written without a full stop of their own.
    ``closing_quote_ends_word``: no suffix follows a quotation mark.
    """

    apostrophe: str
    dash: str
    dashes: frozenset[str]
    ranges: str
    no_break: tuple[NoBreak, ...]
    abbreviations: frozenset[str]
    salutation: re.Pattern[str]
    predicate: re.Pattern[str]
    units: frozenset[str]
    closing_quote_ends_word: bool


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _no_break(where: str, near: str, pattern: str) -> NoBreak:
    return NoBreak(re.compile(pattern), where, frozenset(near))


_BEFORE_DASH = _no_break("before a dash", "—", r"(?= )(?<=[^\s.!?…:]) (?=—(?:[\s\u00a0]|$))")
_AFTER_SIGN = _no_break("after № and §", "№§", r"(?<=[№§]) ?(?=\w)")
_PERCENT = _no_break("before %", "%", r"(?<=\d) ?(?=%)")
#: Groups of exactly three figures, not after a figure, so that "в 2020 400" is no number.
_GROUPS = _no_break(
    "between the groups of a number",
    _FIGURES,
    r"(?= )(?:(?<=(?<![\d.,:/–—-])\d) (?=\d{3}(?!\d))"
    r"|(?<=(?<![\d.,:/–—-])\d\d) (?=\d{3}(?!\d))|(?<=(?<![\d.,:/–—-])\d{3}) (?=\d{3}(?!\d))"
    r"|(?<=\d[ \u00a0\u202f]\d{3}) (?=\d{3}(?!\d)))",
)

_RUSSIAN = Typography(
    apostrophe="",
    dash="—",
    dashes=frozenset("—"),
    ranges="–—",
    no_break=(
        _BEFORE_DASH,
        _AFTER_SIGN,
        _PERCENT,
        _GROUPS,
        _no_break(
            "between initials and surname",
            ".",
            r"(?= )(?:(?<=[\s\u00a0«(][А-ЯЁ]\.)|(?<=^[А-ЯЁ]\.)|(?<=[\s\u00a0.][А-ЯЁ]\.[А-ЯЁ]\.)) "
            r"(?=[А-ЯЁ](?:\.|[а-яё]{2}))",
        ),
        _no_break(
            "between a number and its unit",
            _FIGURES,
            r"(?= )(?<=\d) (?=(?:г\.|гг\.|год(?:а|у|ом|е|ы|ов|ах)?\b|лет\b|в\.|вв\.|тыс\."
            r"|млн\b|млрд\b|трлн\b|руб\.|долл\.|км\b|кг\b|см\b|мм\b"
            r"|га\b|м\b(?!\.)|ч\b|мин\b))",
        ),
        _no_break(
            "after an abbreviation",
            ".-",
            r"(?= )(?:"
            r"(?:(?<=\bг-н)|(?<=\bг-жа)|(?<=\bг-на)|(?<=\bг-жи)|(?<=\bг-ну)|(?<=\bг-же)) (?=[А-ЯЁ])"
            r"|(?:(?<=\bст\.)|(?<=\bп\.)|(?<=\bпп\.)|(?<=\bч\.)|(?<=\bстр\.)|(?<=\bс\.)|(?<=\bгл\.)"
            r"|(?<=\bрис\.)|(?<=\bтабл\.)) (?=\d)"
            r"|(?:(?<=[^\d][ \u00a0]г\.)|(?<=^г\.)) (?=[А-ЯЁ][а-яё]))",
        ),
        _no_break(
            "inside и т. д., и т. п., т. е.",
            ".",
            r"(?= )(?:(?<=\bт\.) (?=[дпек]\.)|(?<=\bи) (?=т\. ?[дп]\.))",
        ),
    ),
    abbreviations=_words(
        "г гг в вв др пр т.д т.п д п т.е т.к тыс руб долл коп км ул просп пр-т д стр с ст п пп ч гл "
        "рис табл им см н.э э проф акад ред изд обл р-н р-на пос сек мин"
    ),
    salutation=re.compile(r"(?:Уважаем|Дорог|Многоуважаем|Глубокоуважаем|Ваше Превосходительство)"),
    predicate=re.compile(
        # The past, the reflexive and the present; short participles.
        r"\b\w{2,}(?:[аеиоуыя]л(?:а|о|и)?|[аеиоуыя]л(?:ся|ась|ось|ись)|[её]т(?:ся)?|[аеёиуя]ют(?:ся)?|"
        r"[аеу]ет(?:ся)?|ится|ятся|утся|[аея]н[аоы]|[её]н)\b|\b(?:был[аои]?|это|есть|нет|шёл|шла|шли)\b"
    ),
    units=_words("м км см мм кг га л т ч м² км²"),
    closing_quote_ends_word=True,
)

_TURKMEN = Typography(
    apostrophe="",
    dash="—",
    dashes=frozenset("—–"),
    ranges="—–",
    no_break=(
        _BEFORE_DASH,
        _AFTER_SIGN,
        _PERCENT,
        _GROUPS,
        _no_break(
            "between initials and surname",
            ".",
            r"(?= )(?:(?<=[\s\u00a0«(][A-ZÇÄŽŇÖŞÜÝ]\.)|(?<=^[A-ZÇÄŽŇÖŞÜÝ]\.)) "
            r"(?=[A-ZÇÄŽŇÖŞÜÝ](?:\.|[a-zçäžňöşüý]{2}))",
        ),
    ),
    abbreviations=_words("ş.m m b ý ýý h.b t-kç ş sah müň mln mlrd mysal göz prof"),
    salutation=re.compile(r"(?:Hormatly|Sarpaly|Gadyrly|Hormatlanylýan|Mähriban|Eziz)"),
    # A Turkmen sentence ends with its predicate.
    predicate=re.compile(
        r"(?:ýar|ýär|d[yi]|dyr|dir|dur|dür|[td][uü]|[aeäy]ndyr|malydyr|melidir|ar|er|ok|ýok|bar|däl|"
        r"maz|mez|ipdi|ypdy|jak|jek)(?:lar|ler|m|k|s|ň|[yi]s)?\W*$"
    ),
    units=_words("m km sm mm kg ga g l t"),
    closing_quote_ends_word=False,
)

_ENGLISH = Typography(
    apostrophe="’",
    dash="–",
    dashes=frozenset("–—"),
    ranges="–",
    no_break=(),
    abbreviations=_words(
        "etc inc ltd co corp jr sr a.m p.m no nos p pp u.s u.k e.g i.e al ed eds vol art arts para "
        "paras mr mrs ms dr prof st cf b.c a.d ca ibid"
    ),
    salutation=re.compile(r"(?:Dear|Your Excellenc|Excellenc|Honou?rable|Respected|To whom)"),
    predicate=re.compile(
        r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|shall|should|do|does|did|"
        r"said|says|told|took|went|came|fell|rose|became|began|made|held|gave|left)\b"
    ),
    units=_words("m km cm mm kg ha g l t"),
    closing_quote_ends_word=True,
)

#: By the code of the language.
TYPOGRAPHY: Mapping[str, Typography] = MappingProxyType(
    {"ru": _RUSSIAN, "tk": _TURKMEN, "en": _ENGLISH}
)
