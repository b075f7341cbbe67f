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
adamyň. agşam ahyrsoň altmyş aragatnaş arkalaş aşag aşakdaky aşaky aşgab aşgabad aşgabat baglanyş
bagyşla basyş baş. başarn başga. başgada başgal başgaça başla başlyk başynda başyndan belläp
birleş biziň. boş. boşad boşan boşat boşluk bulaşd bulaşy bähbit bäri. bäsleş bäş. bäşden bäşinji
bäşisi böleg bölek bölüm bölün böwet bütewi bütin daşary daşky daşynda daşyndan degişli derňe
derňel derňew deňdir deňeş deňhukuk deňiz deňlik deňze diňle dogruçyl duşenbe duşuş däl.
däldir dälmi dälçilik dökül dördü döred döret dört. dörtden dörtünji dörän döwlet döwr döwür döwüş
dözümli döşe dükan dünýä dürli dürs. düzedi düzel düzet düzgün düzme düzül düzüm düzýä düşdi
düşegi düşnük düşündi düşünil düşünip düşünj düşünm düşünýä düşür düşýä ejä. eýýäm. eşid eşit
fonduň. garaňky garaşm garaşsyz garaşyl garaşýa garyndaş garyşyk garşy garşyl garşylyk garşys
gatnaş gelensoň gepleş geňeş giriş giň. giňden giňel giňeş giňiş goranyş gorkuz gowşa goňşul
goňşum goňşy goşant goşmaç goşul goşundy gödek göni gönükdir gördi görelde gören göreş görkez
görme görmek görnük görnüş görä. görül görün görüş görýä göter göterim göwne göwrüm göwün göz.
gözden gözegç gözegçi gözi gözle gözleg gözükdir gözün gözýaş göçm göçü gün. günbatar günde
gündelik günden gündogar güni günler günorta günä günüň. gürledi gürlem gürleş gürrüň
gürrüňdeş güwä güýj güýç güýçl habarlaş halkyň. haýyş hemişe hemmä. hemmäm hepdä hoş. hoşgöw
hyzmatdaş häkim häkimiýet häsiýet hässe häzir häzirk hödür hökman hökmün höküm hökümet höwes hüjüm
hünär hünärm ilatyň. ildeş inkär iň. iş. işde. işden. işe. işewür işgär işi. işinde işini. işiň.
işjeň işler. işleri. işlerini jaňla jedelleş jogapkär jümle kanunyň. kimiň. kişi klasdaş käbir
käbiri käbirl kämilleş kämillik kän. kärdeş kärdeşl kärend kärhana käse käte. käwagt köl. kölüň
kömeg kömek köne köp. köpel köplenç köpräk köpsanly köpçülig köpçülik köpüsi köçe köşgi lälik
maňa. maşgala maşyn mejlisiň. meniň. meňze meşgul meşgull meşhur munuň. muňa. mähir mähriban mäkäm
mälim märeke mätäç möhlet möhüm möhür möwsüm möçber müdir mülk mümkin müň. müňden müňe müňlerçe
müşgil niň. nyň. nyşan näbelli nädereje nädip nädogry nägile nähili näme. nämede nämele nämä.
nämälim nämän närazy näsag näçe näçenji näçä olaryň. onuň. oňa. oňat paktyň. patyşa penşenbe
pikirdeş pähim päsgel resmileş reňk režim röwşen sebäb sebäp seniň. senä. senäni serişde siziň.
sişenbe soň. soňky soňlan soňra soňunda stoluň. synanyş sähel säwlik söhbet söhbetdeş söwda söweş
söz. sözbaşy sözi sözl sözün sürgün sürüji sütün tabşyr tanyş tutuş tälim täsin täsir täze täzelik
töhmet töleg töleme tölen töleýä tölän tötän töwekgel töwereg töwerek tüken türk. türkiýe türkmen
türkmenistan türme türmä wagşy watandaş wäkil ylalaş zähmet äden ädik ädim ägirt äheň ähli ählisi
ählumum ähmiýet ähtimal äkel äkidi äkitd äkitm äsgermez çagyryş çalyş çarşenbe çykyş çäkle çäklen
çäksiz çäre çökgün çörek çözgüt çözmek çözül çünki. öldürd öldüril öldürm öldürý ölçeg ölüm ömrü
ömür öndürij öndüril öndürm önüm örtül örän. ösdür ösen. öser ösüş ösýä ötünç öwez öwren öwrül
öwür öz. özara özbaşdak özbegistan özboluşly özge özger özi. öziniň özlerin özleşd özümiz özünd
özüne özüni öýde. öýden. öýkün öýle öýünd öýüne öňden öňe. öňegidişlik öňki öňküs öňler öňünd
öňüne öňüni öňürti ülke ündew üns. ünsi ünsüni üpjün üstün üstünlik üznüksiz üzül üzňe üçin.
üçünji üýtge ýagşy ýalňyz ýalňyş ýaşalýan ýaşaýyş ýeketäk ýekşenbe ýerleş ýetişdir ýetişik ýetmiş
ýeňil ýeňille ýeňiş ýolbaşçy ýoldaş ýurduň. ýylyň. ýöne. ýönekeý ýöred ýörel ýörite ýörän ýükle
ýüreg ýürege ýürek ýürit ýüz. ýüzbe ýüze ýüzi ýüzl ýüzünd ýüzüne şahadat şahs şahsyýet şahyslar
şekil şenbe şepagat şert şertnama şeýdip şeýle şikaýat şol. şolar şonda. şondan şonuň şowly şowsuz
şoňa. şu. şular şunda. şunuň. şuwagt şäher şähr şöhle şöhrat şübhe žurnal
"""

#: Names among the stems: they are recognised in mid-sentence too.
_PROPER = ("turkmen", "turkiye", "turk", "asgabat", "asgabad", "ozbeg", "russiy")

#: Ends of genitives (ň) that nothing else ends in.
_GENITIVE = re.compile(
    r"(?:(?<=\w\w\w)l[ae]r[yi]|[ys]yny|[is]ini|unu|ünü|[yi]ny|[yi]ni|[aäe]ny|[äe]ni|istany|magy|megi"
    r"|l[yu]gy|l[iü]gi|[çl]yly|ýyly|syýasaty|halky|ýurdu|döwleti|hökümeti|raýaty|kanuny)n"
)
#: Longer words that end in -yn, -in, -un, -ün without being genitives: imperatives (gelsin), the first
#: person (gelerin, galandyryn), and loans in -in after a back vowel or a vowel, where harmony would want
#: -yň (magazin, nikotin, kofein); after a front vowel they are listed, as are adverbs.
_NOT_GENITIVE = re.compile(
    r".*(?:[gks][yiuü]n|ý[yi]n|[aäe]r[yi]n|d[yiuü]r[yiuü]n|kanun"
    r"|[aouy][bçdfghjklmnňprsştwzžý]*in|[aeäiouöüy]in|[eäiöü][bçdfghjklmnňprsştwzžý]*yn)"
    r"|aýratyn|meýletin|medisin|disiplin|mazmun|argentin|filippin|termin|benzin|rezin|jeýhun|delfin|gyşyn|güýzün"
)
_LONG = 7

#: -ýän after a stem with front vowels; -mäge, -mägi likewise.
_PRESENT = re.compile(rf"(?<=[{_FRONT}][{_CONSONANTS}])ýa(?=[nr])|(?<=e)ýa(?=n$|r)")
_PRESENT_SUFFIX = re.compile(r"ýa(?=n(?:di|ler|iň|leriň)|r(?:di|ler|is|siň))")
_INFINITIVE = re.compile(
    r"(?<=[bçdfghjklmnňprsştwzžýeiöüä])ma(?=g[ei](?:$|n|ň|d)|ndi)|(?<=[dt])a(?=ki)"
)
_YOUR = re.compile(r"(?<=[iyae])(?<!^he)n(?=[iy]z(?:[iyaeä]|[iy]ň|d[ae]n?)?$)")
#: The nominal suffix -yş, -iş; only these words end in -ys, -is, beside the first person plural -rys.
_NOMINAL = re.compile(r"(?<=\w\w[lngdtjkýmç][yi])s$")
_NOT_NOMINAL = re.compile(
    r"mejlis|polis|halys|iňlis|ingilis|tennis|tunis|hadys|magnis|kiprlis|gibris|bolis|\w*manis"
)
_NOT_PRESENT = re.compile(r"derýa|kenýa|beýan|ziýan|italýan|lýand|inýar|ewýan")

#: Names that are printed in Turkmen as their owners write them.
_BRANDS = """
facebook microsoft discord twitch vimeo chrome yandex yahoo youtube reuters civicus cisco viber
vkontakte clubhouse covid vpn voice oxford cambridge oracle mastercard visa vatican oxfam netflix xerox
"""
BRANDS = frozenset(_BRANDS.split())


@lru_cache(maxsize=16384)
def restore(word: str) -> str | None:
    """The word, in lower case, with the marks that its letters have lost; ``None`` if it lacks none."""
    restored = _with_consonant(_with_stem(word))
    restored = _with_front_vowels(restored)
    restored = _with_marks_at_end(_with_genitive(restored))
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
    return all(
        typed in (letter, letter.translate(_MARKS))
        for typed, letter in zip(word, stem, strict=True)
    )


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
    return _INFINITIVE.sub(lambda found: found.group().replace("a", "ä"), word)


def _with_marks_at_end(word: str) -> str:
    word = _YOUR.sub("ň", word)
    return word if _NOT_NOMINAL.fullmatch(word) else _NOMINAL.sub("ş", word)


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
