"""PO files that were written to do harm, or that came broken out of some program."""

from __future__ import annotations

import re

import pytest

from tests.cli.workspace import HARVEST, Workspace, translation
from tests.hostile.attack import refused, run
from tests.hostile.conftest import SOURCE

PATH = f"translations/ru/LC_MESSAGES/{HARVEST}.po"
HEADER = r"""msgid ""
msgstr ""
"Language: ru\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=3; plural=(RULE);\n"
""".replace(
    "RULE", "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"
)
TITLE = 'msgid "On the harvest"\nmsgstr "Об урожае"\n'
LINK = "[указ](https://example.org/decree)"


def po(text: str, header: str = HEADER, title: str = TITLE) -> str:
    """The PO file with this translation of the paragraph, in line 13."""
    return f'{header}\n{title}\nmsgid "{SOURCE}"\nmsgstr "{text}"\n'


GOOD = po(f"Зерно сожгли; {LINK}.")

#: What no command will read: the bytes, the code, and the line that is named.
UNREADABLE: dict[str, tuple[str | bytes, str, int]] = {
    "charset UTF-7": (GOOD.replace("UTF-8", "UTF-7"), "po.charset", 5),
    "charset KOI8-R": (GOOD.replace("UTF-8", "KOI8-R"), "po.charset", 5),
    "in KOI8-R": (GOOD.replace("UTF-8", "KOI8-R").encode("koi8-r"), "po.charset", 10),
    "in UTF-16": (GOOD.encode("utf-16"), "po.charset", 1),
    "another language": (GOOD.replace("Language: ru", "Language: tk"), "po.language", 3),
    "NUL": (GOOD + "\0", "file.control-character", 14),
    "escape in a comment": (f"# \x1b[31mred\n{GOOD}", "file.control-character", 1),
    "escape in a text": (po(f"\x1b[31m{LINK}"), "file.control-character", 13),
    "C1 in a text": (po(f"\u009b31m{LINK}"), "file.control-character", 13),
    "escaped escape": (po(rf"\x1b[31m{LINK}"), "po.syntax", 13),
    "octal escape": (po(rf"\033[31m{LINK}"), "po.syntax", 13),
    "a message twice": (f"{GOOD}\n{TITLE}", "po.duplicate", 15),
    "cut off": (GOOD[:-12], "po.syntax", 13),
    "cut off in the header": (GOOD[:40], "po.syntax", 4),
    "not PO at all": ("<html>\n" * 100_000, "po.syntax", 1),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "po.charset", 1),
    "9 MB": (po("x" * 9_000_000), "file.too-large", 0),
    "a form without end": (
        po(LINK, title='msgid "On"\nmsgid_plural "Ons"\nmsgstr[99999999999999999999] "x"\n'),
        "po.syntax",
        11,
    ),
    "5,000 forms": (
        po(
            LINK,
            title='msgid "On"\nmsgid_plural "Ons"\n'
            + "".join(f'msgstr[{number}] "x"\n' for number in range(5000)),
        ),
        "po.syntax",
        1011,
    ),
}

#: What can be read, but must never be printed: the translation, and the code of its error.
INVALID = {
    "another host": ("[указ](https://example.net/decree)", "message.link"),
    "a host that looks alike": ("[указ](https://ex\u0430mple.org/decree)", "message.link"),
    "user and password": ("[указ](https://user:pw@example.org/decree)", "message.link"),
    "script": (f"{LINK} [x](javascript:alert(1))", "message.link"),
    "data": (f"{LINK} [x](data:text/html,x)", "message.link"),
    "file": (f"{LINK} <file:///etc/passwd>", "message.link"),
    "smb": ("[указ](smb://example.org/decree)", "message.link"),
    "no link": ("указ", "message.link"),
    "the link twice": (f"{LINK} {LINK}", "message.link"),
    "a foreign note": (f"{LINK}[^nobody]", "message.note"),
    "turned direction": (f"\u202e{LINK}", "file.control-character"),
    "two paragraphs": (rf"{LINK}\n\nЕщё", "message.paragraphs"),
    "half markup": (f"**{LINK}", "message.markup"),
    "a language that is markup": (f"{LINK} [x]{{lang=<script>}}", "message.markup"),
}

#: What is plain text, however much it looks like code.
LITERAL = (
    "<script>alert(1)</script>",
    '<img src=x onerror=\\"alert(1)\\">',
    "</style></main>",
    "%(n)999999999d",
    "100 % готово",
    "%s %n %999999999c",
    "{0.__class__.__mro__}",
    "{organisation.name}",
    "{{ organisation }}",
    "{% include 'layout.html' %}",
    "{# nothing #}",
    "${HOME} $(id) `id`",
    "&lt;b&gt;",
)

PLURALS = (
    "nplurals=999999999; plural=0;",
    "nplurals=3; plural=" + "(" * 100_000 + "n" + ")" * 100_000 + ";",
    "nplurals=3; plural=n**n**n**n;",
    "nplurals=3; plural=__import__('os').system('id');",
    "nplurals=3; plural=n/0;",
    "nplurals=-1; plural=-1;",
)


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_trusted_is_not_read_and_stays(target: Workspace, name: str) -> None:
    content, code, line = UNREADABLE[name]
    target.write(PATH, content)
    refused(target, PATH, code, line)


@pytest.mark.parametrize("name", INVALID)
def test_a_translation_that_is_not_fit_to_print_is_never_printed(
    target: Workspace, name: str
) -> None:
    text, code = INVALID[name]
    target.write(PATH, po(text))
    checked = run(target, "check", HARVEST)
    assert checked.code == 1
    assert any(line.startswith(f"{PATH}:13:1: error") for line in checked.findings(code))

    old = target.files("build")
    strict = run(target, "build", "--format", "html", "--strict", HARVEST)
    assert (strict.code, strict.codes) == (1, ["strict.incomplete"])
    assert target.files("build") == old

    assert run(target, "build", "--format", "html", HARVEST).code == 0
    html = target.edition("ru")
    assert 'class="stand-in invalid" lang="en"' in html
    assert re.findall(r'href="(https?:[^"]+|\w+:[^"]+)"', html) == ["https://example.org/decree"]

    # Nothing that a translator typed is lost, also when it is wrong.
    assert run(target, "update", HARVEST).code == 0
    assert f'msgstr "{text}"' in target.path(PATH).read_text("utf-8").replace('"\n"', "")


@pytest.mark.parametrize("text", LITERAL)
def test_what_looks_like_code_is_printed_as_it_stands(target: Workspace, text: str) -> None:
    target.write(PATH, po(f"{text} {LINK}"))
    assert run(target, "build", "--format", "html", HARVEST).code == 0
    paragraph = re.search(r'<p id="p1">(.*?)<span class="tools">', target.edition("ru"), re.DOTALL)
    assert paragraph
    shown = re.sub("<a [^>]*>", "", paragraph.group(1).partition("<a ")[0])
    assert "<" not in shown
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'")):
        shown = shown.replace(entity, character)
    expected = text.replace('\\"', '"').replace("&lt;", "<").replace("&gt;", ">")
    assert shown.replace("&amp;", "&").replace("\u00a0", " ").strip() == expected


@pytest.mark.parametrize("rule", PLURALS, ids=lambda rule: rule[:40])
def test_a_plural_rule_is_never_carried_out(target: Workspace, rule: str) -> None:
    target.write(PATH, re.sub("nplurals=[^\\\\]*", lambda _: rule, GOOD))
    checked = run(target, "check", HARVEST)
    assert checked.code == 1
    assert checked.findings("po.plural")[0].startswith(f"{PATH}:7:1: ")
    assert run(target, "update", HARVEST).code == 0
    assert rule[:60] not in target.path(PATH).read_text("utf-8")
    assert run(target, "check", HARVEST).findings("po.plural") == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(GOOD.replace("\n", "\r\n"), id="lines of Windows"),
        pytest.param(f"\ufeff{GOOD}", id="byte order mark"),
        pytest.param(GOOD.replace('"Language: ru\\n"\n', ""), id="no language"),
        pytest.param(GOOD.partition("\n\n")[2], id="no header"),
        pytest.param(
            GOOD + "".join(f'\n#~ msgid "Old {n}"\n#~ msgstr "x"\n' for n in range(5000)),
            id="5,000 obsolete messages",
        ),
        pytest.param(GOOD.replace('msgid "On', "#, " + "x," * 9999 + '\nmsgid "On'), id="flags"),
    ],
)
def test_what_is_only_unusual_is_read(target: Workspace, content: str) -> None:
    target.write(PATH, content)
    assert run(target, "build", "--format", "html", HARVEST, "--strict").code == 0
    assert "Зерно сожгли" in target.edition("ru")
    assert run(target, "update", HARVEST).code == 0
    assert "Зерно сожгли" in target.path(PATH).read_text("utf-8")


def test_one_hostile_file_spoils_no_other_document(target: Workspace) -> None:
    target.write(PATH, "msgid")
    target.statement("Grain.", name="2026-04-01-spring")
    outcome = run(target, "build", "--format", "html")
    assert outcome.code == 1
    assert len(outcome.out.splitlines()) == 2
    assert translation("On the harvest", "ru") in target.edition("ru")
