"""Adjectives and peoples that no rule makes of the name of a country: Türkiye, Turkish, a Turk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.language.inflection.model import Phrase, Spelling, fold

_ADJECTIVE = frozenset(
    ["ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ою", "ое", "ие", "их", "ими"]
)
_NOUN = frozenset(["а", "у", "ом", "е", "ы", "и", "ов", "ам", "ами", "ах"]) | {""}

#: Stems of adjectives, and after a bar those of people.
_RUSSIAN = {
    "англия": "английск | англичан",
    "беларусь": "белорусск беларусск | белорус",
    "великобритания": "британск английск | британец британц",
    "венгрия": "венгерск | венгр",
    "германия": "немецк германск | немец немц",
    "греция": "греческ | грек",
    "дания": "датск | датчан",
    "европа": "европейск | европеец европейц",
    "ирландия": "ирландск | ирландец ирландц",
    "италия": "итальянск | итальянец итальянц",
    "казахстан": "казахск казахстанск | казах казахстанец казахстанц",
    "кыргызстан": "киргизск кыргызск кыргызстанск | киргиз кыргыз",
    "нидерланды": "нидерландск голландск | голландец голландц",
    "норвегия": "норвежск | норвежец норвежц",
    "польша": "польск | поляк",
    "прага": "пражск | пражан",
    "рига": "рижск | рижан",
    "россия": "российск русск | россиян русск",
    "соединенные штаты": "американск | американец американц",
    "соединенные штаты америки": "американск | американец американц",
    "сша": "американск | американец американц",
    "турция": "турецк | турок турк",
    "финляндия": "финляндск финск | финн",
    "франция": "французск | француз",
    "чехия": "чешск | чех",
    "швеция": "шведск | швед",
}
#: Whole words.
_ENGLISH = {
    "britain": "british briton britons",
    "china": "chinese",
    "croatia": "croat croats croatian",
    "cyprus": "cypriot cypriots",
    "czech republic": "czech czechs",
    "czechia": "czech czechs",
    "denmark": "danish dane danes",
    "england": "english englishman englishmen",
    "finland": "finnish finn finns",
    "france": "french frenchman frenchmen",
    "great britain": "british briton britons",
    "greece": "greek greeks",
    "ireland": "irish irishman irishmen",
    "kosovo": "kosovar kosovars",
    "lebanon": "lebanese",
    "moscow": "muscovite muscovites",
    "netherlands": "dutch dutchman dutchmen",
    "norway": "norwegian norwegians",
    "philippines": "filipino filipinos",
    "poland": "polish pole poles",
    "portugal": "portuguese",
    "serbia": "serb serbs serbian",
    "slovakia": "slovak slovaks",
    "slovenia": "slovene slovenes slovenian",
    "spain": "spanish spaniard spaniards",
    "sweden": "swedish swede swedes",
    "switzerland": "swiss",
    "thailand": "thai thais",
    "turkey": "turkish turk turks",
    "türkiye": "turkish turk turks",
    "united kingdom": "british briton britons",
    "united states": "american americans",
    "united states of america": "american americans",
    "usa": "american americans",
    "wales": "welsh",
}
_TURKMEN = {
    "abş": "amerikan",
    "amerikanyň birleşen ştatlary": "amerikan",
    "beýik britaniýa": "iňlis britan",
    "fransiýa": "fransuz",
    "germaniýa": "nemes german",
    "polşa": "polýak",
    "russiýa": "rus",
    "türkiýe": "türk",
    "çehiýa": "çeh",
    "şwesiýa": "şwed",
}


def russian(name: Phrase) -> Iterator[Spelling]:
    """Турецкий and турок of Турция."""
    adjectives, _, people = _row(_RUSSIAN, name).partition("|")
    for stems, endings in ((adjectives, _ADJECTIVE), (people, _NOUN)):
        for stem in stems.split():
            yield Spelling((stem,), ("",), endings)


def english(name: Phrase) -> Iterator[Spelling]:
    """Turkish and Turks of Türkiye."""
    for word in _row(_ENGLISH, name).split():
        yield Spelling((word,), ("",), frozenset({"", "'s", "s'"}))


def turkmen(name: Phrase) -> Iterator[str]:
    """The words for the people: türk of Türkiýe."""
    yield from _row(_TURKMEN, name).split()


def _row(table: Mapping[str, str], name: Phrase) -> str:
    words = [fold(word) for word in name.words]
    return table.get(" ".join(words[1:] if words[:1] == ["the"] else words), "")
