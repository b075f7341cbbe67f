"""Turkmen words whose letters have lost their marks: "boyunça", "ýylyn", "dowlete".

Two kinds of knowledge. Rules of sound that hold for every word: ý is a consonant and stands beside a
vowel, where the vowel y cannot stand; suffixes agree with the vowels before them; some endings exist
only with ň. And a list of frequent stems that, without their marks, begin no other word; a stem that
would ("ýaşa-", live, beside "ýasa-", make) is not in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MARKS = str.maketrans("äçňöşüýž", "acnosuyz")
_VOWELS = "aeiouyäöü"
_FRONT = "eiöüä"
_CONSONANTS = "bçdfghjklmnňprsştwzžý"

#: A full stop after a stem: the whole word, without suffixes.
_STEMS = """
äden ädim ädik ägirt ähli ähmiýet äheň ähtimal äkidi äkitd äkitm
başarn başga. başgaça başgal başgada başla başlyk bähbit bäsleş bäşinji birleş boşad boşan boşat boş. bölek böleg bölün bölüm
böwet bütewi bütin
çünki. çykyş çözgüt çözül çözmek
dälçilik däl. däldir dälmi daşary daşky deňeş deňhukuk deňiz deňlik deňze derňe derňel derňew diňle
dogruçyl döwlet döwr döwür dörän döred döret dört. dörtden dörtünji döwüş dünýä dükan dürli dürs.
düşündi düşünil düşünip düşünj düşünm düşünýä duşuş düzedi düzel düzet düzgün düzme düzül düzüm düzýä
eşid eşit eýýäm.
garaňky garaşsyz garaşyl garaşýa garşy gatnaş geňeş gepleş giňden giňel giňeş giňiş giň. giriş goňşy
gorkuz göni gören gördi göre. göreş görkez görme görmek görnük görnüş görül görün görüş görýä göterim
göter göwün göwrüm gözegçi gözle gözden gözleg gödek goşmaç goşul günä gün. günde günden gündelik
gündogar günbatar güni günler günorta günüň. gürleş gürrüň güwä gürledi
häkim häkimiýet häsiýet häzir hässe hemişe hödür höküm hökman hökümet höwes hüjüm hünär
iň. işgär işjeň
jümle
käbir käbiri käte. kämilleş kämillik kärdeş kärhana kişi kömek köne köpçülik köplenç köpräk köpsanly
köp. köpüsi köçe
lälik
mähriban mähir mälim mäkäm mätäç märeke maňa. maşgala maşyn meňze meşgul meşhur möçber möhlet möhüm
möwsüm muňa. mülk müňlerçe müňe müň. mümkin
näbelli nädip nädogry nähili nämälim näme. nämede nämele nämä. närazy näsag nädereje näçe
oňat öldürd öldüril öldürm öldürý ölüm ömür ömrü öňden öňe. öňki öňler öňüne öňünd öňüni öňürti öndüril
öndürij öndürm önüm örän. ösdür ösüş öwren öwür öwrül özara özbaşdak özboluşly özge özger özi. öziniň
özlerin özleşd özümiz özünd özüne özüni öz.
päsgel pähim
sähel säwlik sebäb sebäp söhbet söweş söwda söz. sözi sözl sözün soňky soňlan soňra soň. soňunda
sürgün sütün
şäher şähr şahs şert şertnama şeýle şeýdip şikaýat şondan şonda. şonuň şöhle şöhrat şu. şular şunda.
şübhe
tälim täsin täsir täze töleg tölen töleme töleýä töwereg töwerek tötän türkmen türk. türme türmä tüken
ülke üns. ünsi ünsüni üpjün üstün üýtge üçin. üçünji ündew
wagşy wäkil watandaş
ýagşy ýalňyz ýalňyş ýeňil ýeňiş ýerleş ýoldaş ýöne. ýönekeý ýöred ýörel ýörite ýükle ýürek ýüreg ýürit
ýüzbe ýüze ýüzi ýüzl
ylalaş
žurnal režim
aşgabat aşgabad türkmenistan türkiýe özbegistan gyrgyzystan russiýa
"""

#: Names among the stems: they are recognised in mid-sentence too.
_PROPER = ("turkmen", "turkiye", "turk", "asgabat", "asgabad", "ozbeg", "russiy")

#: Ends of genitives (ň) that nothing else ends in.
_GENITIVE = re.compile(
    r"(?:l[ae]r[yi]|[ys]yny|[is]ini|unu|ünü|[yi]ny|[yi]ni|[aäe]ny|[äe]ni|istany|magy|megi"
    r"|l[yu]gy|l[iü]gi|[çl]yly|ýyly|syýasaty|halky|ýurdu|döwleti|hökümeti|raýaty|kanuny)n"
)
#: Longer words that end in -yn, -in, -un, -ün without being genitives.
_NOT_GENITIVE = re.compile(
    r".*(?:[gks][yiuü]n|ý[yi]n|[yi]z[yiuü]n|[aäe]r[yi]n|kanun)"
    r"|aýratyn|medisin|magazin|doktrin|kerosin|insulin|disiplin|wertikalin|pinhan|mazmun|möwsümin"
    r"|argentin|filippin|waksin|kofein|protein|termin|margarin|pinguin|jeýhun|delfin|rezin|gyşyn|güýzün"
)
_LONG = 7

#: -ýän after a stem with front vowels; -mäge, -mägi likewise.
_PRESENT = re.compile(rf"(?<=[{_FRONT}][{_CONSONANTS}])ýa(?=[nr])|(?<=[lnds]e)ýa(?=[nr])")
_PRESENT_SUFFIX = re.compile(r"ýa(?=n(?:di|ler|iň|leriň)|r(?:di|ler|is|siň))")
_INFINITIVE = re.compile(r"(?<=[bçdfghjklmnňprsştwzžýeiöüä])ma(?=g[ei](?:$|n|ň|d))")
_NOT_PRESENT = re.compile(r"derýa|kenýa|beýan|ziýan|italýan|lýand|inýar|ewýan")

#: Names that are printed in Turkmen as their owners write them.
BRANDS = frozenset(
    "facebook microsoft discord twitch vimeo chrome yandex yahoo youtube reuters civicus cisco viber "
    "vkontakte clubhouse covid vpn voice oxford cambridge oracle mastercard visa vatican oxfam netflix "
    "xerox".split()
)


@lru_cache(maxsize=16384)
def restore(word: str) -> str | None:
    """The word, in lower case, with the marks that its letters have lost; ``None`` if it lacks none."""
    restored = _with_consonant(_with_stem(word))
    restored = _with_front_vowels(restored)
    restored = _with_genitive(restored)
    return None if restored == word else restored


def is_proper(word: str) -> bool:
    """Whether a word in lower case begins like a frequent name, with or without its marks."""
    return word.translate(_MARKS).startswith(_PROPER)


def _with_stem(word: str) -> str:
    folded = word.translate(_MARKS)
    for length in range(min(len(word), _LONGEST), 1, -1):
        stems = _BY_FOLD.get(folded[:length])
        if not stems:
            continue
        begin = word[:length]
        if any(begin == stem for stem, whole in stems if not whole or length == len(word)):
            return word
        for stem, whole in stems:
            if (not whole or length == len(word)) and _lost(begin, stem):
                return stem + word[length:]
    return word


def _lost(word: str, stem: str) -> bool:
    return all(typed in (letter, letter.translate(_MARKS)) for typed, letter in zip(word, stem))


def _with_consonant(word: str) -> str:
    """Every y beside a vowel is ý; of two y the first, unless a vowel stands before it."""
    letters = list(word)
    for index, letter in enumerate(letters):
        if letter != "y":
            continue
        before = letters[index - 1] if index else ""
        after = letters[index + 1] if index + 1 < len(letters) else ""
        if (before and before in _VOWELS) or (after and after in _VOWELS):
            letters[index] = "ý"
    return "".join(letters)


def _with_front_vowels(word: str) -> str:
    if "ýa" in word and not _NOT_PRESENT.search(word):
        word = _PRESENT_SUFFIX.sub("ýä", _PRESENT.sub("ýä", word))
    return _INFINITIVE.sub("mä", word) if "mag" in word[2:] else word


def _with_genitive(word: str) -> str:
    if not word.endswith("n") or len(word) < 5 or word[-2] not in "yiuü":
        return word
    if len(word) >= _LONG and not _NOT_GENITIVE.fullmatch(word):
        return word[:-1] + "ň"
    return word[:-1] + "ň" if _GENITIVE.search(word, len(word) - 8) and _ends(word) else word


def _ends(word: str) -> bool:
    found = None
    for start in range(max(0, len(word) - 11), len(word)):
        if found := _GENITIVE.fullmatch(word, start):
            break
    return found is not None


def _table() -> dict[str, tuple[tuple[str, bool], ...]]:
    table: dict[str, tuple[tuple[str, bool], ...]] = {}
    for item in _STEMS.split():
        stem = item.rstrip(".")
        fold = stem.translate(_MARKS)
        table[fold] = (*table.get(fold, ()), (stem, stem != item))
    return table


_BY_FOLD = _table()
_LONGEST = max(map(len, _BY_FOLD))
