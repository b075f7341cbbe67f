"""What a release changes against an earlier one."""

from __future__ import annotations

from tests.release.releases import document, manifest
from toolkit.release.changes import Change, Difference, differences

RUSSIAN_AND_ENGLISH = {"ru": "Озеро", "en": "The lake"}


def test_nothing_has_changed_between_a_release_and_itself() -> None:
    release = manifest(document("lake"), document("canal", revision=3))
    assert differences(release, release) == ()


def test_documents_come_and_go() -> None:
    old, new = manifest(document("lake")), manifest(document("canal"))
    assert differences(old, new) == (
        Difference(Change.NEW, "canal", "", 0, 1),
        Difference(Change.WITHDRAWN, "lake", "", 1, 0),
    )
    assert not any(difference.unmarked for difference in differences(old, new))


def test_a_changed_text_of_the_same_revision_is_not_marked_as_such() -> None:
    old = manifest(document(texts=RUSSIAN_AND_ENGLISH))
    new = manifest(document(texts={**RUSSIAN_AND_ENGLISH, "en": "The lakes"}))
    (difference,) = differences(old, new)
    assert difference == Difference(Change.CHANGED, "lake", "en", 1, 1)
    assert difference.unmarked


def test_a_changed_text_of_a_higher_revision_is_marked() -> None:
    old = manifest(document(texts=RUSSIAN_AND_ENGLISH))
    new = manifest(document(revision=2, texts={**RUSSIAN_AND_ENGLISH, "en": "The lakes"}))
    found = differences(old, new)
    assert [(item.change, item.language) for item in found] == [
        (Change.CHANGED, ""),
        (Change.CHANGED, "en"),
    ]
    assert not any(item.unmarked for item in found)


def test_a_revision_never_goes_back() -> None:
    found = differences(manifest(document(revision=2)), manifest(document(revision=1)))
    assert [item.unmarked for item in found] == [True]


def test_an_edition_more_or_less_is_no_change_of_the_text() -> None:
    three, two = manifest(document()), manifest(document(texts={"ru": "Озеро", "en": "The lake"}))
    assert differences(two, three) == (Difference(Change.NEW, "lake", "tk", 1, 1),)
    assert differences(three, two) == (Difference(Change.WITHDRAWN, "lake", "tk", 1, 1),)
    assert not any(item.unmarked for item in (*differences(two, three), *differences(three, two)))
