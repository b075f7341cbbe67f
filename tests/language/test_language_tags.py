"""A passage may be in any language of the world, but in no language that does not exist."""

import pytest

from toolkit.language.tags import is_language


@pytest.mark.parametrize("tag", ["ru", "tk", "la", "fr", "kaa", "uz-Latn", "pt-BR", "zh-Hant-TW"])
def test_tags_of_languages(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize(
    "tag", ["", "xx", "Turkmen", "TK", "tk_TM", "ru-", "en us", "e", "la\n", '"><script>']
)
def test_what_is_no_tag(tag: str) -> None:
    assert not is_language(tag)
