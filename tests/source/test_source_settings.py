"""The settings of a project."""

from __future__ import annotations

import pytest

from tests.source.support import LANGUAGES, places, settings
from toolkit.source.reader import read_settings

FULL = """\
languages: [ru, tk, en]
organisation:
  name: {ru: Озёрный дозор, tk: Köl garawuly, en: Lake Watch}
  short_name: {ru: ОД, tk: KG, en: LW}
  logo: documents/assets/logo.svg
  address: {ru: Озёрск, tk: Kölkent, en: "1 Quay Street, Lakeside"}
  email: info@example.org
  website: https://example.org
  phone: +41 22 000 00 00
output: editions
site: https://example.org/documents/
release:
  files: <name>.<lang>
  signature: {tool: minisign, public_key: release-key.pub}
"""
MINIMAL = "languages: [en]\norganisation:\n  name: {en: Lake Watch}\n"


def test_all_settings() -> None:
    result = settings(FULL)
    assert result.findings == ()
    assert result.value is not None
    assert result.value.languages == ("ru", "tk", "en")
    assert result.value.output == "editions"
    assert result.value.site == "https://example.org/documents"
    organisation = result.value.organisation
    assert organisation.name == {"ru": "Озёрный дозор", "tk": "Köl garawuly", "en": "Lake Watch"}
    assert organisation.short_name["tk"] == "KG"
    assert organisation.address["en"] == "1 Quay Street, Lakeside"
    assert (organisation.logo, str(organisation.logo_span)) == (
        "documents/assets/logo.svg",
        "toolkit.yaml:5:9",
    )
    assert organisation.email == "info@example.org"
    assert organisation.website == "https://example.org"
    assert organisation.phone == "+41 22 000 00 00"
    release = result.value.release
    assert (release.files, str(release.files_span)) == ("<name>.<lang>", "toolkit.yaml:13:10")
    assert release.signature is not None
    assert (release.signature.tool, release.signature.public_key) == ("minisign", "release-key.pub")


def test_most_settings_may_be_left_out() -> None:
    result = settings(MINIMAL)
    assert result.findings == ()
    assert result.value is not None
    assert (result.value.output, result.value.site) == ("build", "")
    assert result.value.organisation.short_name == {}
    assert (result.value.organisation.logo, result.value.organisation.logo_span) == ("", None)
    assert (result.value.release.files, result.value.release.signature) == ("", None)


def test_a_name_in_a_language_without_editions_is_kept() -> None:
    result = settings(MINIMAL.replace("{en: Lake Watch}", "{en: Lake Watch, ru: Озёрный дозор}"))
    assert result.findings == ()


@pytest.mark.parametrize("field", ["name", "short_name", "address"])
@pytest.mark.parametrize("language", ["ru", "tk", "en"])
def test_every_name_is_given_in_every_language(field: str, language: str) -> None:
    lines = FULL.splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if line.startswith(f"  {field}:"))
    lines[place] = lines[place].replace(f"{language}: ", f"{language}x: ")
    found = settings("".join(lines)).findings
    missing = [item for item in found if item.code == "settings.language"]
    assert places(missing) == [f"{place + 1}:3 settings.language"]
    assert f"`{language}`" in missing[0].message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["0:0 field.missing"]),
        ("languages: [en]\n", ["1:1 field.missing"]),
        (MINIMAL.replace("[en]", "en"), ["1:12 field.type"]),
        (MINIMAL.replace("[en]", "[]"), ["1:1 field.missing"]),
        (MINIMAL.replace("[en]", "[en, en]"), ["1:1 field.value"]),
        (MINIMAL.replace("[en]", "[en, xx]"), ["1:17 text.language", "3:3 settings.language"]),
        (MINIMAL.replace("{en: Lake Watch}", "Lake Watch"), ["3:9 field.type"]),
        (MINIMAL + "release: yes\n", ["4:10 field.type"]),
        (MINIMAL + "release: {file: x}\n", ["4:11 field.unknown"]),
        (MINIMAL + "release: {signature: {tool: pgp, public_key: k}}\n", ["4:29 field.value"]),
        (MINIMAL + "release: {signature: {tool: gpg}}\n", ["4:22 field.missing"]),
        (MINIMAL.replace("{en: Lake Watch}", "{en: [Lake, Watch]}"), ["3:14 field.type"]),
        (f"{MINIMAL}  email: info\n", ["4:10 field.value"]),
        (f"{MINIMAL}  phone: call us\n", ["4:10 field.value"]),
        (f"{MINIMAL}  website: http://example.org\n", ["4:12 markup.link"]),
        (f"{MINIMAL}site: http://example.org\n", ["4:7 markup.link"]),
        (f"{MINIMAL}  shortname: LW\n", ["4:3 field.unknown"]),
        (f"{MINIMAL}outptu: editions\n", ["4:1 field.unknown"]),
        (f"{MINIMAL}output: [a]\n", ["4:9 field.type"]),
        (f"{MINIMAL}output: a\noutput: b\n", ["5:1 yaml.duplicate-key"]),
    ],
)
def test_what_is_wrong_has_a_place(text: str, expected: list[str]) -> None:
    result = settings(text)
    assert result.value is None
    assert places(result.findings) == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("output: x\n", "`toolkit.yaml` needs `languages`.", "Add `languages: …`."),
        (MINIMAL.replace("[en]", "[en, en]"), "A language is listed twice", "Name each once."),
        (MINIMAL.replace("{en: Lake Watch}", "Lake Watch"), "`name` wants fields.", "`en: …`"),
        (f"{MINIMAL}checks: [check.number]\n", "`checks` wants fields.", "`check.quotes: …`"),
    ],
)
def test_a_mistake_is_said_with_its_cure(text: str, message: str, hint: str) -> None:
    found = settings(text).findings[0]
    assert found.message.startswith(message)
    assert hint in found.hint


def test_languages_are_those_that_the_toolkit_knows() -> None:
    result = read_settings(MINIMAL.encode(), "toolkit.yaml", languages=LANGUAGES - {"en"})
    assert [item.code for item in result.findings] == ["text.language", "text.language"]
