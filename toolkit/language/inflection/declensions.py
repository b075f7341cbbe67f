"""The types of declension of Russian, as tables.

Sources: those of ``russian``, which applies them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CONSONANT = "[бвгджзклмнпрстфхцчшщ]"


@dataclass(frozen=True, slots=True)
class Row:
    """A type of declension: what the dictionary form ends in, how much of it goes, what comes.

    Endings stand in the order nominative, genitive, dative, accusative, instrumental, prepositional;
    ``/`` divides those that are both possible, ``_`` is no ending, ``0`` is none either, but a vowel may
    come before the last consonant.
    """

    ends: re.Pattern[str]
    cut: int
    singular: str
    plural: str = ""


def _row(ends: str, cut: int, singular: str, plural: str = "") -> Row:
    return Row(re.compile(f"(?:{ends})$"), cut, singular, plural)


#: The first that fits counts. Where the accusative equals the genitive (living beings) or the nominative
#: (things), it is given as the genitive: the nominative stands in its own place already.
NOUNS = (
    _row("ия", 1, "я и и ю ей/ею и", "и й ям й ями ях"),
    _row("ья", 1, "я и е ю ей/ею е", "и ей ям ей ями ях"),
    _row("я", 1, "я и е ю ей/ею е", "и ь/й/0/ей ям ь/й/0/ей ями ях"),
    _row("[гкх]а", 1, "а и е у ой/ою е", "и 0 ам 0 ами ах"),
    _row("[жшчщ]а", 1, "а и е у ей/ею/ой/ою е", "и 0/ей ам 0/ей ами ах"),
    _row("ца", 1, "а ы е у ей/ею/ой/ою е", "ы 0 ам 0 ами ах"),
    _row("а", 1, "а ы е у ой/ою е", "ы 0 ам 0 ами ах"),
    _row("ие", 1, "е я ю е ем и", "я й ям я ями ях"),
    _row("[жшчщц]е", 1, "е а у е ем е", "а 0 ам а ами ах"),
    _row("е", 1, "е я ю е ем е", "я ей/й/ев ям я ями ях"),
    _row("о", 1, "о а у о ом е", "а 0 ам а ами ах"),
    _row("ий", 1, "й я ю я ем и", "и ев ям ев ями ях"),
    _row("й", 1, "й я ю я ем е", "и ев ям ев ями ях"),
    _row("ь", 1, "ь я ю я ем е", "и ей ям ей ями ях"),
    _row("[гкх]", 0, "_ а у а ом е", "и ов ам ов ами ах"),
    _row("[жшчщ]", 0, "_ а у а ем/ом е", "и ей ам ей ами ах"),
    _row("ц", 0, "_ а у а ем/ом е", "ы ев/ов ам ев/ов ами ах"),
    _row("[бвдзлмнпрстф]", 0, "_ а у а ом е", "ы ов ам ов ами ах"),
)
THIRD = _row("ь", 1, "ь и и ь ью и", "и ей ям ей ями ях")
#: Dictionary forms that are plurals.
PLURALS = (
    _row("[гкхжшчщ]и", 1, "и ов/ей/0 ам ов/ей/0 ами ах"),
    _row("ии", 1, "и й ям й ями ях"),
    _row("и", 1, "и ей/ев/ь ям ей/ев/ь ями ях"),
    _row("ы", 1, "ы ов/ев/0 ам ов/ев/0 ами ах"),
    _row("а", 1, "а ов/0 ам ов/0 ами ах"),
    _row("ья", 1, "я ев ям ев ями ях"),
    _row("я", 1, "я ей/ев ям ей/ев ями ях"),
)
ADJECTIVES = (
    _row("[жшчщ]ий|ний", 2, "ий его ему его им ем", "ие их им их ими их"),
    _row("[гкх]ий", 2, "ий ого ому ого им ом", "ие их им их ими их"),
    _row("[гкхжшчщ]ой", 2, "ой ого ому ого им ом", "ие их им их ими их"),
    _row("ый", 2, "ый ого ому ого ым ом", "ые ых ым ых ыми ых"),
    _row("ой", 2, "ой ого ому ого ым ом", "ые ых ым ых ыми ых"),
    _row("[гкхжшчщ]ая", 2, "ая ой/ей ой/ей ую ой/ою/ей/ею ой/ей", "ие их им их ими их"),
    _row("ая", 2, "ая ой ой ую ой/ою ой", "ые ых ым ых ыми ых"),
    _row("яя", 2, "яя ей ей юю ей/ею ей", "ие их им их ими их"),
    _row("[гкх]ое", 2, "ое ого ому ое им ом", "ие их им их ими их"),
    _row("ое", 2, "ое ого ому ое ым ом", "ые ых ым ых ыми ых"),
    _row("[жшчщ]ее|нее", 2, "ее его ему ее им ем", "ие их им их ими их"),
    _row("ые", 2, "ые ых ым ых ыми ых"),
    _row("[гкхжшчщ]ие", 2, "ие их им их ими их"),
)
SURNAMES = (
    _row("[ое]ва|[иы]на", 1, "а ой ой у ой/ою ой", "ы ых ым ых ыми ых"),
    _row("[ое]в|[иы]н", 0, "_ а у а ым/ом е", "ы ых ым ых ыми ых"),
)

#: Vowels that go when an ending comes: Городец, Городца; Орёл, Орла; Камень, Камня.
FLEETING = (
    (re.compile(f"({CONSONANT})ец$"), r"\1ц"),
    (re.compile("лец$"), "льц"),
    (re.compile("([аеиоуыэюя])ец$"), r"\1йц"),
    (re.compile(f"({CONSONANT})[ео]к$"), r"\1к"),
    (re.compile("([лнр])ек$"), r"\1ьк"),
    (re.compile("аяц$"), "айц"),
    (re.compile(f"({CONSONANT})ел$"), r"\1л"),
    (re.compile("^лев$"), "льв"),
    (re.compile(f"({CONSONANT})ень$"), r"\1нь"),
    (re.compile("оть$"), "ть"),
)
#: And vowels that come before no ending: Горка, Горок; Церква, Церков.
COMING = (
    re.compile(f"({CONSONANT})([{'бвгджзклмнпрстфхцч'}])$"),
    (r"\1о\2", r"\1е\2"),
)

#: What makes adjectives (-ский in all its forms), and nouns for people: ашхабадский, ашхабадец.
_ADJECTIVE_SUFFIXES = (
    "ск", "йск", "овск", "евск", "инск", "анск", "янск", "енск", "ическ", "цк",
)  # fmt: skip
_ADJECTIVE_ENDINGS = (
    "ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою", "ое", "ие", "их", "ими",
)  # fmt: skip
_LINKS = ("", "ан", "ян", "ин", "й")
_PEOPLE = (
    "ец", "ца", "цу", "цем", "це", "цы", "цев", "цам", "цами", "цах",
    "ка", "ки", "ке", "ку", "кой", "ок", "кам", "ками", "ках",
    "янин", "янина", "янину", "янином", "янине", "яне", "ян", "янам", "янами", "янах",
    "чанин", "чанина", "чанину", "чанином", "чане", "чан", "чанам", "чанами", "чанах",
)  # fmt: skip
RELATED = frozenset(
    [
        *(f"{made}{ending}" for made in _ADJECTIVE_SUFFIXES for ending in _ADJECTIVE_ENDINGS),
        *(f"{link}{ending}" for link in _LINKS for ending in _PEOPLE),
    ]
)
