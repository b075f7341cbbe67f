"""Russian words all of whose letters look like Latin ones, and Latin words that look Russian.

A word wholly in the wrong script holds no mixture that gives it away. In a Russian sentence these
are such words; other Latin words are left alone, because names and acronyms may be Latin.
"""

from __future__ import annotations

#: Wholly Cyrillic look-alikes, lower case; of two letters at least. Words of one letter are judged
#: by what stands beside them.
_CYRILLIC = (
    "ссср тсср ксср рсср сср рсфср тасс нато асеан вто мот мок ес ооо оон оао ао нко нрс рен мхат "
    "вак кнр ртр орт тнк ссс скр вкс вмс мкс мвм асе акт актов свн мвк васхн оск "
    "она он оно они но на не нет вот тот та то те как кто тут там тоже а от о об со во вне "
    "ее ура ухо уха хор хора хору хоре сор сора сору сера серу сахар сахара сахару сахаре роса росу "
    "росе оса осу осе оре раса расу расе рос серо сухо соха соху орех ореха ореху орехе хаос хаоса "
    "хаосу хаосе ресурс ресурса ресурсу ресурсе херес ссора ссоре ссору ссор соус соуса око рука "
    "руке руку срок срока сроку сроке урок урока уроке кора коре сук курс курса курсу курсе акр каско "
    "крах краха страх страха отек текст месть место место места месте мост моста мосте рост роста "
    "росте тема тему теме мать марта март темно театр театра метро метров метра центр момент море "
    "мор мера мере меру меры срам храм храма хата совет света отсек ответ ответа отчет отчета "
    "свет век века веке вес веса весе вор вора весна восток сто ста кв мск ск со тов тк рк мс"
)

#: Latin → Cyrillic look-alike, as ``script`` has it; lower case of the letters that are alike in
#: capitals only (в, м, н, т) makes no look-alike of a word, so words with them count in capitals.
_ALIKE = dict(zip("авекмнорстух", "abekmhopctyx", strict=True))
_ALIKE_IN_LOWER_CASE = frozenset("аекорсух")


def _latin(word: str) -> str:
    return "".join(_ALIKE[letter] for letter in word)


def _spellings() -> frozenset[str]:
    """The words as they look in Latin letters: in capitals, and in lower case where it is alike."""
    found: set[str] = set()
    for word in _CYRILLIC.split():
        if len(word) < 2 or not set(word) <= set(_ALIKE):
            continue
        found.add(_latin(word).upper())
        if set(word[1:]) <= _ALIKE_IN_LOWER_CASE:
            found.add(_latin(word).capitalize())
            if word[0] in _ALIKE_IN_LOWER_CASE:
                found.add(_latin(word))
    return frozenset(found)


#: Latin acronyms that would read as Russian letters and are none.
_LATIN_WORDS = (
    "OPEC BBC ABC PACE APT CPT CAT OPCAT CEO ACT ACTA COP MAX BMX HTC TAP PACT OCHA HACK CC BC AC "
    "BCE CE TB MB KB PC PTA HBO CO OK MTC HP TOEFL MOX TEX BTC BMC MKC TK OCK"
)
LATIN_WORDS = frozenset(_LATIN_WORDS.split())

#: These are Latin words or acronyms too. Beside the source, those in capitals can still be told apart.
_EITHER_WORDS = (
    "ace copy pace mop mope mot opt ccc cop copa bec bot bop tot tam mok bak bek akp ckp ccp mbk hpc "
    "ooo oko ope poca tob pen aso"
)
_EITHER = frozenset(_EITHER_WORDS.split())
#: Of two letters there are too many acronyms.
_SHORT = 2

WORDS = frozenset(
    word
    for word in _spellings()
    if len(word) > _SHORT and word not in LATIN_WORDS and word.lower() not in _EITHER
)

#: After these a single Latin letter is the name of a thing: «пункт c», «гепатит C».
_DESIGNATORS = (
    "пункт пункта пункте пунктом пункту подпункт подпункта подпункте подпунктом п пп подп часть части "
    "частью ч литера литере литеры буква буквы букве статья статьи статье ст группа группы группе "
    "группу класс класса классе витамин витамина гепатит гепатита гепатитом гепатите план плана плане "
    "тип типа вариант варианта категория категории категорию приложение приложения приложении раздел "
    "раздела разделе рис рисунок рисунке точка точке точки точку лист серия серии серию блок блока "
    "корпус корпусе модель модели колонка колонке столбец строка вирус вируса грипп гриппа отдел сектор "
    "комната кабинет зона зоне виза визы"
)
DESIGNATORS = frozenset(_DESIGNATORS.split())
