"""A project may put its own templates, styles, words and forms in the place of the toolkit's."""

from __future__ import annotations

import os
from base64 import b64encode
from pathlib import Path

import pytest

from tests.cli.workspace import REPOSITORY, WELCOME, Workspace, message

STATEMENT = "templates/html/statement.html"
WORD = "Released to the press"
CALL = '{{ _("Released to the press") }}'


def shipped(name: str) -> str:
    return (REPOSITORY / name).read_text("utf-8")


@pytest.fixture
def own(workspace: Workspace) -> Workspace:
    """A project whose template for statements says one word more than the toolkit's."""
    text = shipped(STATEMENT)
    assert "{{ parts.summary() }}" in text
    note = "{#- Translators: Above the first paragraph. #}"
    more = note + f'<p class="own">{CALL}</p>'
    workspace.write(STATEMENT, text.replace("{{ parts.summary() }}", more))
    return workspace


def test_a_template_of_the_project_wins(own: Workspace) -> None:
    assert own.html().code == 0
    assert f'<p class="own">{WORD}</p>' in own.edition("en", WELCOME)


def test_a_template_that_is_not_overridden_is_the_toolkits(own: Workspace) -> None:
    own.run("new", "report", "one", "--lang", "en", "--date", "2026-05-31")
    assert own.html("--kind", "report").code == 0
    assert WORD not in own.edition("en", "2026-05-31-one", "report")


def test_a_new_word_gets_into_the_toolkits_own_domain_and_its_translation_into_the_page(
    own: Workspace,
) -> None:
    checked = own.run("check")
    assert (checked.code, checked.codes) == (0, ["interface.untranslated"] * 2)
    assert WORD in checked.err
    updated = own.run("update")
    assert updated.out.splitlines() == [
        "translations/templates/toolkit.pot",
        "translations/ru/LC_MESSAGES/toolkit.po",
        "translations/tk/LC_MESSAGES/toolkit.po",
    ]
    entry = message(own.po("ru", "toolkit"), WORD)
    assert entry.comment == "Above the first paragraph."
    assert entry.occurrences == [(STATEMENT, "")]
    own.translate({WORD: "Для печати"}, "ru", "toolkit")
    own.translate({WORD: "Metbugat üçin"}, "tk", "toolkit")
    assert own.run("check").codes == []
    own.run("update")
    assert own.run("update", "--check").code == 0
    assert own.html("--strict").code == 0
    assert '<p class="own">Для печати</p>' in own.edition("ru", WELCOME)
    # Words of the toolkit need no translation by the project.
    assert "Заявление" in own.edition("ru", WELCOME)


def test_a_word_without_a_translation_is_never_printed_silently(own: Workspace) -> None:
    draft = own.html()
    assert (draft.code, draft.codes) == (0, ["interface.untranslated"] * 2)
    old = own.files("build")
    strict = own.html("--strict")
    assert (strict.code, strict.codes) == (1, ["strict.incomplete"] * 2)
    assert own.files("build") == old
    assert own.html("--strict", "--lang", "en").code == 0


def test_a_word_whose_placeholder_is_lost_is_an_error_of_the_po_file(own: Workspace) -> None:
    own.edit(STATEMENT, CALL, '{{ fill(_("By {name}"), name=organisation.name) }}')
    own.run("update")
    own.translate({"By {name}": "Автор {имя}"}, "ru", "toolkit")
    outcome = own.run("check")
    assert outcome.code == 1
    assert outcome.findings("message.placeholder")[0].startswith(
        "translations/ru/LC_MESSAGES/toolkit.po:"
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("Language: ru", "Language: tk", "po.language"),
        ("nplurals=3", "nplurals=2", "po.plural"),
    ],
)
def test_the_words_of_the_project_say_in_which_language_they_are(
    own: Workspace, old: str, new: str, code: str
) -> None:
    own.run("update")
    own.edit("translations/ru/LC_MESSAGES/toolkit.po", old, new)
    outcome = own.run("check")
    assert outcome.code == 1
    assert outcome.findings(code)[0].startswith("translations/ru/LC_MESSAGES/toolkit.po:")


def test_a_translation_of_the_project_wins_over_the_toolkits(own: Workspace) -> None:
    own.run("update")
    own.translate({"Statement": "Обращение"}, "ru", "toolkit")
    assert own.html().code == 0
    assert '<p class="kind">Обращение</p>' in own.edition("ru", WELCOME)


def test_styles_of_the_project_win(workspace: Workspace) -> None:
    text = shipped("templates/css/tokens.css") + "\n:root { --own: 7px }\n"
    workspace.write("templates/css/tokens.css", text)
    assert workspace.html().code == 0
    assert "--own: 7px" in workspace.edition("en", WELCOME)


def test_web_pages_carry_the_fonts_of_the_project(workspace: Workspace) -> None:
    faces = '@font-face { font-family: "Own"; src: url("fonts/Own.woff2"); }\n'
    workspace.write("templates/css/faces.css", faces)
    styles = shipped("templates/css/tokens.css").replace('"Edition Serif"', '"Own"')
    workspace.write("templates/css/tokens.css", styles)
    missing = workspace.html()
    assert (missing.code, missing.codes) == (1, ["style.address"])
    assert missing.err.startswith("templates/css/faces.css:1:39: ")
    assert "fonts/Own.woff2" in missing.err
    folder = workspace.path("templates/fonts")
    folder.mkdir(parents=True)
    font = (REPOSITORY / "templates/fonts/EditionSerif-Italic.woff2").read_bytes()
    (folder / "Own.woff2").write_bytes(font)
    assert workspace.html().code == 0
    page = workspace.edition("en", WELCOME)
    assert f"data:font/woff2;base64,{b64encode(font).decode()}" in page
    assert page.count("data:font/") == 1


def test_without_the_script_of_the_toolkit_pages_have_none(workspace: Workspace) -> None:
    workspace.write("templates/js/screen.js", "")
    assert workspace.html().code == 0
    page = workspace.edition("en", WELCOME)
    assert page.count("<script") == page.count("application/ld+json") == 1
    assert 'role="status"' not in page
    workspace.write("templates/js/screen.js", "// </script>")
    broken = workspace.html()
    assert (broken.code, broken.codes) == (1, ["template.error"])
    assert broken.err.startswith("templates/js/screen.js:1:4: ")


def test_a_project_with_a_site_gives_its_pages_whole_addresses(workspace: Workspace) -> None:
    workspace.edit("toolkit.yaml", "languages:", "site: https://example.org/all/\nlanguages:")
    assert workspace.html().code == 0
    page = workspace.edition("tk", WELCOME)
    address = f"https://example.org/all/statement/{WELCOME}/{WELCOME}"
    assert f'<link rel="canonical" href="{address}.tk.html">' in page
    assert f'<link rel="alternate" hreflang="ru" href="{address}.ru.html">' in page
    # Whoever has the files beside each other goes from one to the next without the web.
    assert f'<a href="{WELCOME}.ru.html" hreflang="ru"' in page


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("kind", ["statement", "open-letter", "report", "interview"])
def test_forms_of_the_project_win(workspace: Workspace, kind: str, language: str) -> None:
    form = "# Our own form for $kind, begun on $date in $language.\n" + shipped(
        f"templates/new/{kind}.yaml"
    )
    workspace.write(f"templates/new/{kind}.yaml", form)
    path = workspace.run("new", kind, "one", "--lang", language, "--date", "2026-05-31").out.strip()
    text = workspace.path(path).read_text("utf-8")
    assert text.startswith(f"# Our own form for $kind, begun on 2026-05-31 in {language}.\n")
    assert workspace.run("check", path).code == 0


def test_a_form_of_the_project_in_the_language_comes_first(workspace: Workspace) -> None:
    workspace.write("templates/new/statement.yaml", "# any language\n")
    workspace.write("templates/new/tk/statement.yaml", "# türkmençe\n")
    for language, first in (("tk", "# türkmençe\n"), ("en", "# any language\n")):
        path = workspace.run("new", "statement", language, "--lang", language).out.strip()
        assert workspace.path(path).read_text("utf-8") == first


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (
            "{% extends 'layout.html' %}\n{% block front %}\n{% if %}\n{% endblock %}",
            3,
            "Expected an expression",
        ),
        ("<p>one</p>\n{{ nobody.knows }}", 2, "'nobody' is undefined"),
        ("<p>one</p>\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("{{ doc.title | no_such_filter }}", 1, "no_such_filter"),
        ("one\n{% include 'no-such.html' %}", 2, "there is no template `no-such.html`"),
        ("one\n{{ ''.__class__.__mro__ }}", 2, "attribute '__class__'"),
        ("one\n{% for n in range(10**9) %}{% endfor %}", 2, "Range too big"),
        ("one\n{% include 'statement.html' %}", 2, "it includes or calls itself"),
    ],
)
def test_a_broken_template_is_reported_at_its_line_and_old_editions_stay(
    built: Workspace, content: str, line: int, said: str
) -> None:
    old = built.files("build")
    built.write(STATEMENT, content)
    outcome = built.html()
    assert outcome.code == 1
    assert set(outcome.codes) == {"template.error"}
    assert outcome.err.startswith(f"{STATEMENT}:{line}:"), outcome.err
    assert said in outcome.err
    assert built.files("build") == old


def test_check_finds_a_template_that_cannot_be_read(workspace: Workspace) -> None:
    workspace.write(STATEMENT, "{% block front %}\n{% if %}\n")
    outcome = workspace.run("check")
    assert (outcome.code, outcome.codes) == (1, ["template.error"])
    assert outcome.err.startswith(f"{STATEMENT}:2:")


@pytest.mark.parametrize("sign", ["</style>", "</STYLE >", "/* </ */"])
def test_a_style_sheet_that_would_end_itself_is_refused_at_its_line(
    built: Workspace, sign: str
) -> None:
    old = built.files("build")
    built.write("templates/css/screen.css", f"p {{}}\nq {{}} {sign}<script>alert(1)</script>")
    outcome = built.html()
    assert (outcome.code, outcome.codes) == (1, ["template.error"])
    assert outcome.err.startswith("templates/css/screen.css:2:")
    assert built.files("build") == old


@pytest.mark.parametrize(
    "name", ["templates/html/statement.html", "templates/css/type.css", "templates/new/report.yaml"]
)
def test_an_override_that_is_not_utf_8_is_named(built: Workspace, name: str) -> None:
    built.write(name, "Öztürk".encode("cp1254"))
    outcome = (
        built.run("new", "report", "one", "--date", "2026-05-31") if "new" in name else built.html()
    )
    assert (outcome.code, outcome.codes) == (1, ["file.encoding"])
    assert outcome.err.startswith(f"{name}: ")


@pytest.mark.parametrize("name", ["templates/html/statement.html", "templates/new/report.yaml"])
@pytest.mark.parametrize("trap", ["pipe", "outside", "folder"])
def test_an_override_that_is_no_file_of_the_project_is_refused(
    built: Workspace, tmp_path: Path, name: str, trap: str
) -> None:
    path = built.path(name)
    path.parent.mkdir(parents=True)
    secret = tmp_path / "secret"
    secret.write_text("secret")
    if trap == "pipe":
        os.mkfifo(path)
    elif trap == "outside":
        path.symlink_to(secret)
    else:
        path.mkdir()
    outcome = (
        built.run("new", "report", "one", "--date", "2026-05-31") if "new" in name else built.html()
    )
    assert outcome.code == 1
    assert outcome.codes == ["file.outside" if trap == "outside" else "file.unreadable"]
    assert name in outcome.err
    assert not built.path("documents/report").exists()


def test_files_that_editors_leave_beside_an_override_are_no_override(workspace: Workspace) -> None:
    workspace.path("templates/html").mkdir(parents=True)
    workspace.path("templates/html/.#statement.html").symlink_to("somebody@example.org.4711")
    workspace.write("templates/html/statement.html~", "{% broken")
    assert workspace.html().code == 0


# Themes


@pytest.fixture
def themed(workspace: Workspace) -> Workspace:
    """A project with a theme of its own, which its settings do not name yet."""
    workspace.write("templates/themes/lake.css", ":root { --accent: #1d5c3a; }\n")
    return workspace


def choose(workspace: Workspace, theme: str) -> None:
    settings = (workspace.root / "toolkit.yaml").read_text("utf-8")
    workspace.write("toolkit.yaml", f"{settings}\ntheme: {theme}\n")


def test_a_theme_comes_right_after_the_tokens(themed: Workspace) -> None:
    themed.html()
    assert "--accent: #1d5c3a" not in themed.edition("en", WELCOME)
    choose(themed, "lake")
    assert themed.html().code == 0
    page = themed.edition("en", WELCOME)
    assert page.index("--accent: #17495c") < page.index("--accent: #1d5c3a")
    assert page.index("--accent: #1d5c3a") < page.index("h1 {")


def test_the_theme_that_comes_with_the_toolkit_can_be_chosen(workspace: Workspace) -> None:
    choose(workspace, "quarto")
    assert workspace.html().code == 0
    assert "--heading-face: var(--serif)" in workspace.edition("en", WELCOME)


@pytest.mark.parametrize(
    ("theme", "hint"),
    [("qarto", "Did you mean `quarto`?"), ("zzz", "`lake` and `quarto`"), ("../css/type", "name")],
)
def test_a_theme_that_is_not_there(themed: Workspace, theme: str, hint: str) -> None:
    choose(themed, theme)
    outcome = themed.html()
    assert (outcome.code, outcome.codes) == (1, ["field.value"])
    assert hint in outcome.err
    assert "toolkit.yaml:" in outcome.err
