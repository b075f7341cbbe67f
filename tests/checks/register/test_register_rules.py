"""What the rules of names say, case by case."""

from __future__ import annotations

import pytest

from tests.checks.register.support import codes, register, remarks

KNOWN = register(
    """
people:
  begmedova: {ru: Таджигуль Бегмедова, tk: Täjigül Begmedowa, en: Tajigul Begmedova}
  dushemov: {ru: Мурад Душемов, tk: Myrat Duşemow, en: Murad Dushemov}
  orazov: {ru: Аман Оразов, tk: Aman Orazow, en: Aman Orazov}
  orazova: {ru: Айна Оразова, tk: Aýna Orazowa, en: Ayna Orazova}
organisations:
  helsinki:
    ru: {name: Туркменский Хельсинкский фонд по правам человека, short: ТХФ}
    tk: {name: Adam hukuklary boýunça Türkmen Helsinki fondy, short: THF}
    en: {name: Turkmenistan Helsinki Foundation for Human Rights, short: THF}
  justice: {ru: Министерство юстиции, tk: Adalat ministrligi, en: Ministry of Justice}
places:
  turkmenistan: {ru: Туркменистан, tk: Türkmenistan, en: Turkmenistan}
  turkiye:
    ru: Турция
    tk: Türkiýe
    en: {name: Türkiye, forbidden: [Turkey]}
  russia: {ru: Россия, tk: Russiýa, en: Russia}
  ashgabat: {ru: {name: Ашхабад, stems: [Асхабад]}, tk: Aşgabat, en: Ashgabat}
  poland: {ru: Польша, tk: Polşa, en: Poland}
  usa: {ru: США, tk: ABŞ, en: United States}
  moscow: {ru: Москва, tk: Moskwa, en: Moscow}
  iran: {ru: Иран, tk: Eýran, en: Iran}
acronyms:
  osce: {ru: ОБСЕ, tk: ÝHHG, en: OSCE}
  un: {ru: ООН, tk: BMG, en: UN}
terms:
  defender: {ru: {name: правозащитник, forbidden: [правозащитчик]}, tk: goraýjy, en: defender}
"""
)

CLEAN = [
    ("ru: Громова А. П. Хлеб и власть. — М., 2019.", "en: A. P. Gromova, Bread, Moscow, 2019."),
    ("en: Bread and Power, Moscow: Mill, 2019", "tk: Çörek we häkimiýet, M.: Degirmen, 2019"),
    ("ru: Мы встретились с Бегмедовой в Турции.", "en: We met Ms Begmedova in Türkiye."),
    ("ru: Т. Бегмедова выступила в ОБСЕ.", "tk: Täjigül Begmedowa ÝHHG-de çykyş etdi."),
    ("ru: Власти России отказали.", "en: The Russian authorities refused."),
    ("en: The Turkmen authorities refused.", "ru: Власти Туркменистана отказали."),
    ("en: Turkish courts refused.", "tk: Türkiýäniň kazyýetleri boýun gaçyrdy."),
    (
        "ru: ТХФ заявил об этом.",
        "en: The Turkmenistan Helsinki Foundation for Human Rights said so.",
    ),
    ("ru: Турецкие власти молчат.", "en: The Turkish authorities are silent."),
    ("ru: РОССИЯ И ТУРЦИЯ", "en: RUSSIA AND TÜRKIYE"),
    ("ru: Россия и ещё раз Россия.", "en: Russia, once and again."),
    ("ru: В министерстве юстиции молчат.", "en: The Ministry of Justice is silent."),
    ("ru: Его зовут Мурад.", "en: His name is Murad."),
    ("en: Tajigul said so.", "ru: Таджигуль Бегмедова так сказала."),
    ("ru: Ирак — не Иран.", "en: Iraq is not Iran."),
    ("ru: Оразовы ушли.", "en: The Orazovs left."),
    ("ru: Её брат — Мурад Оразов.", "en: Her brother is Murad Orazov."),
    # Initials, of one letter or two, of somebody else
    ("ru: Ш. Душемов и Ю. Оразов", "en: Sh. Dushemov and Yu. Orazov"),
    ("en: Sh. Dushemov and Yu. Orazov", "tk: Ş. Duşemow we Ýu. Orazow"),
    ("en: Murad, Begmedova and Aman", "ru: Мурад, Бегмедова и Аман"),
    ("en: To Tajigul, Dushemov wrote daily.", "ru: Таджигуль Душемов писал ежедневно."),
    ("en: See https://example.org/Turkey.", "tk: Ser: https://example.org/Turkey."),
    ("en: Wild turkey is served.", "ru: Подают дикую индейку."),
    ("en: Ashgabat (Russian: [Ашхабад]{lang=ru})", "tk: Aşgabat (rusça: [Ашхабад]{lang=ru})"),
    ("ru: Польские и американские дипломаты", "tk: Polşanyň we ABŞ-nyň diplomatlary"),
    ("en: Polish and American diplomats", "tk: Polşanyň we ABŞ-nyň diplomatlary"),
    ("en: Turks in Russia", "tk: Russiýadaky türkler"),
    ("ru: турецкое судно", "tk: Türkiýäniň gämisi"),
    ("ru: Асхабадский поезд", "en: The Ashgabat train"),
    ("ru: Правозащитники молчат.", "en: The activists are silent."),
    ("ru: Германия и Франция", "en: Germany and France"),
]
WRONG = [
    # Lost, added, exchanged
    ("ru: Мы были в Турции.", "en: We were there.", ["check.name-missing"]),
    ("ru: Мы были там.", "en: We were in Türkiye.", ["check.name-missing"]),
    ("ru: Хлеб, Л., 2019.", "en: Bread, Moscow, 2019.", ["check.name-missing"]),
    ("ru: Пришёл М. Орлов, 2019", "en: Orlov came from Moscow, 2019", ["check.name-missing"]),
    ("ru: Мы были в Турции.", "en: We were in Russia.", ["check.name-missing"] * 2),
    (
        "ru: Россия просила Россию и Турцию.",
        "en: Russia asked Türkiye and Türkiye.",
        ["check.name-missing"],
    ),
    ("ru: Бегмедова ушла.", "tk: Duşemow gitdi.", ["check.name-missing"] * 2),
    ("ru: А. Бегмедова ушла.", "en: Tajigul Begmedova left.", ["check.name-missing"]),
    ("en: Turkmen law in Turkmenistan", "ru: Туркменский закон", ["check.name-missing"]),
    ("en: The UN and the OSCE", "tk: BMG we ÝHHF", ["check.name-spelling"]),
    # The given name of another person
    ("ru: Таджигуль Бегмедова ушла.", "en: Murad Begmedova left.", ["check.name-missing"]),
    ("en: With Murad Dushemov", "tk: Täjigül Duşemow bilen", ["check.name-missing"]),
    ("en: Murad Begmedova left.", "ru: Таджигуль Бегмедова ушла.", ["check.name-missing"]),
    # Forbidden
    ("ru: Мы были в Турции.", "en: We were in Turkey.", ["check.name-forbidden"]),
    ("en: We were in Türkiye.", "en: It is Turkey’s fault.", ["check.name-forbidden"]),
    ("en: Defenders", "ru: С правозащитчиками", ["check.name-forbidden"]),
    # One letter
    ("ru: Мы были в Турции.", "en: We were in Türkye.", ["check.name-spelling"]),
    ("ru: Бегмедова ушла.", "en: Begmetova left.", ["check.name-spelling"]),
    ("ru: Бегмедова ушла.", "en: begmedova left.", ["check.name-missing"]),
    ("ru: Бегмедова ушла.", "en: Yesterday egmedova left.", ["check.name-spelling"]),
    ("en: Tajigul Begmedova", "ru: Таджигюль Бегмедова", ["check.name-spelling"]),
    ("en: Tajigul Begmedova left", "tk: Tajigul Begmedowa gitdi", ["check.name-spelling"]),
    ("en: In Ashgabat", "tk: Aşgabatde", ["check.name-spelling"]),
    ("en: Turkmenistan", "tk: Türkmenistande", ["check.name-spelling"]),
    ("en: Of Murad Dushemov", "ru: Мурада Душемов", ["check.name-spelling"]),
    (
        "en: Turkmenistan Helsinki Foundation for Human Rights",
        "ru: Туркменский Хельсинский фонд по правам человека",
        ["check.name-spelling"],
    ),
    ("en: Russia and Russia", "ru: Россия и Россея", ["check.name-spelling"]),
    # As another language spells it
    ("ru: Бегмедова ушла.", "tk: Begmedova gitdi.", ["check.name-spelling"]),
    ("ru: О Бегмедовой", "tk: Begmedovanyň hakynda", ["check.name-spelling"]),
    ("ru: Бегмедова ушла.", "en: Begmedowa left.", ["check.name-spelling"]),
    ("tk: Täjigül Begmedowa", "ru: Täjigül Begmedowa", ["check.name-spelling"]),
    ("ru: В ОБСЕ", "tk: OSCE-de", ["check.name-spelling"]),
    ("ru: В Ашхабаде", "en: In Aşgabat", ["check.name-spelling"]),
]


def side(text: str) -> tuple[str, str]:
    language, _, words = text.partition(": ")
    return language, words


@pytest.mark.parametrize(("source", "target"), CLEAN)
def test_nothing_is_said_of_what_is_right(source: str, target: str) -> None:
    assert remarks(KNOWN, side(source), side(target)) == []
    assert remarks(KNOWN, side(target), side(source)) == []


@pytest.mark.parametrize(("source", "target", "expected"), WRONG)
def test_what_is_wrong_is_named(source: str, target: str, expected: list[str]) -> None:
    assert codes(KNOWN, side(source), side(target)) == expected


def test_a_remark_says_what_and_shows_where() -> None:
    (remark,) = remarks(KNOWN, ("ru", "Мы были в Турции."), ("en", "We were there."))
    assert remark.message == "`Türkiye` is not named here; the Russian text names `Турции`"
    assert remark.hint == "write `Türkiye`; if other words stand for it, add them to the register"
    assert (remark.source, remark.target) == (("Турции",), ())


def test_a_remark_about_spelling_names_the_cure() -> None:
    (remark,) = remarks(KNOWN, ("ru", "О Бегмедовой"), ("tk", "Begmedovanyň hakynda"))
    assert remark.message == ("`Begmedovanyň` is not the Turkmen spelling of `Täjigül Begmedowa`")
    assert remark.hint == "write `Täjigül Begmedowa`"
    assert remark.target == ("Begmedovanyň",)


def test_a_misspelt_source_is_seen_beside_its_translation() -> None:
    (remark,) = remarks(KNOWN, ("ru", "В Ирани тихо."), ("en", "Iran is quiet."))
    assert (remark.code, remark.source) == ("check.name-spelling", ("Ирани",))


def test_a_surname_that_two_people_share_is_not_asked_for() -> None:
    """«Оразова» is the woman, or the genitive of the man: either may be meant."""
    assert codes(KNOWN, ("ru", "Слова Оразова"), ("en", "The words of Aman Orazov")) == []
    assert codes(KNOWN, ("ru", "Оразова ушла"), ("en", "Ayna Orazova left")) == []


def test_terms_need_not_be_named_unless_they_are_required() -> None:
    text = "terms:\n  d: {ru: правозащитник, tk: goraýjy, en: defender, required: %s}\n"
    pair = (("ru", "Пришёл правозащитник."), ("en", "A man came."))
    assert codes(register(text % "no"), *pair) == []
    assert codes(register(text % "yes"), *pair) == ["check.name-missing"]


def test_a_name_that_need_not_be_named_is_still_to_be_spelt_right() -> None:
    text = "places:\n  d: {ru: Париж, tk: Pariž, en: {name: Paris, forbidden: [Parys]}, required: no}\n"
    known = register(text)
    assert codes(known, ("ru", "В Париже"), ("en", "There")) == []
    assert codes(known, ("ru", "В Париже"), ("en", "In Parys")) == ["check.name-forbidden"]


def test_a_name_that_is_kept_is_the_same_everywhere() -> None:
    known = register("organisations:\n  h: {tk: Hak Hukuga Daýanç, keep: yes}\n")
    assert codes(known, ("tk", "Hak Hukuga Daýanç"), ("ru", "«Hak Hukuga Daýanç»")) == []
    spans = ("ru", "«[Hak Hukuga Daýanç]{lang=tk}»")
    assert codes(known, ("tk", "Hak Hukuga Daýanjyň"), spans) == []
    assert codes(known, ("tk", "Hak Hukuga Daýanç"), ("ru", "«Хак Хукуга»")) == [
        "check.name-missing"
    ]


def test_an_empty_register_says_nothing() -> None:
    assert codes(register(""), ("ru", "В Турции"), ("en", "In Turkey")) == []


def test_a_name_that_is_an_ordinary_word_is_one_only_within_a_sentence() -> None:
    known = register("places:\n  togo: {ru: Того, tk: Togo, en: Togo}\n")
    assert (
        codes(known, ("ru", "Того, кто спросил, прогнали."), ("en", "Whoever asked was sent away."))
        == []
    )
    assert codes(known, ("ru", "Того ждут."), ("en", "They wait for Togo.")) == []
    assert codes(known, ("ru", "Он родом из Того."), ("en", "He comes from there.")) == [
        "check.name-missing"
    ]
    assert codes(known, ("ru", "Он родом оттуда."), ("tk", "Ol Togodan gelýär.")) == [
        "check.name-missing"
    ]


def test_a_short_name_is_as_unsure_in_its_longer_cases() -> None:
    """«Иеговы» is as near to «Беговы» as «Иегов» is to «Бегов»."""
    known = register("people:\n  begov: {ru: Керим Бегов, tk: Kerim Begow, en: Kerim Begov}\n")
    source = "en", "The Jehovah’s Witnesses met Kerim."
    assert codes(known, source, ("ru", "Свидетели Иеговы встретили Керима.")) == []
    misspelt = codes(known, ("en", "They met Begov."), ("ru", "Встретили Бекова."))
    assert misspelt == ["check.name-spelling"]


FAMILY = register(
    """
people:
  sapar: {ru: Сапар Ягмыров, tk: Sapar Ýagmyrow, en: Sapar Yagmyrov}
  hemra: {ru: Хемра Ягмыров, tk: Hemra Ýagmyrow, en: Hemra Yagmyrov}
  soltan: {ru: Солтан Хаджиева, tk: Soltan Hajyýewa, en: Soltan Hajiyeva}
"""
)


def test_an_initial_tells_apart_people_who_share_a_surname() -> None:
    source = "ru", "С. Ягмырова отпустили."
    assert codes(FAMILY, source, ("en", "S. Yagmyrov was released.")) == []
    assert codes(FAMILY, source, ("en", "Yagmyrov was released.")) == []
    assert codes(FAMILY, source, ("en", "S. Hajiyeva was released.")) == ["check.name-missing"] * 2


def test_a_given_name_with_a_surname_that_others_share_is_nobody_of_the_register() -> None:
    source, target = ("en", "Soltan Hajiyeva left."), ("tk", "Soltan Ýagmyrow gitdi.")
    assert codes(FAMILY, source, target) == ["check.name-missing"]
    assert codes(FAMILY, source, ("tk", "Soltan gitdi.")) == []
