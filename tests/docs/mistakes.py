"""A mistake for each code that no example of YAML can show: files that are wrong, or wrongly called."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image

from tests.docs.examples import REPOSITORY
from toolkit.diagnostics import Finding
from toolkit.project.building import build
from toolkit.project.catalogs import update_catalogs
from toolkit.project.checking import check_project
from toolkit.project.creating import create_document
from toolkit.project.finished import check_finished
from toolkit.project.place import Project, open_project
from toolkit.project.printing import PrintOptions
from toolkit.project.releasing import ReleaseOptions, release
from toolkit.project.selection import Selection

DOCUMENT = "documents/statement/2024-10-04-the-lake.yaml"
FINISHED = "build/statement/2024-10-04-the-lake/2024-10-04-the-lake.ru.html"
CATALOG = "translations/ru/LC_MESSAGES/2024-10-04-the-lake.po"

_SETTINGS = """languages: [ru, en]
organisation:
  name: {ru: Озёрный дозор, en: Lake Watch}
"""
_HEAD = """kind: statement
language: en
date: 2024-10-04
title: The lake belongs to its villages
body:
"""
_TEXT = "  - The lake was closed by [decree](https://example.org/decree) in 2021.[^decree]\n"
_NOTES = "notes:\n  decree: Decree 14 of 2 May 2021.\n"
_PO = r"""msgid ""
msgstr ""
"Project-Id-Version: 2024-10-04-the-lake\n"
"Language: ru\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
"n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"

msgid "The lake belongs to its villages"
msgstr "Озеро принадлежит его деревням"

msgid "The lake was closed by [decree](https://example.org/decree) in 2021.[^decree]"
msgstr "Озеро закрыли [указом](https://example.org/decree) в 2021 году[^decree]."

msgid "Decree 14 of 2 May 2021."
msgstr "Указ № 14 от 2 мая 2021 года."
"""
_LETTER = """msgid "The lake was closed in 2021."
msgstr "Озеро закрыли в 2021 году."

msgid "The villages lost their living."
msgstr "Деревни лишились заработка."
"""


@dataclass(frozen=True)
class Sandbox:
    """A small project without a mistake, in which one is made."""

    root: Path

    def __post_init__(self) -> None:
        self.write("toolkit.yaml", _SETTINGS)
        self.write(DOCUMENT, _HEAD + _TEXT + _NOTES)
        self.write(CATALOG, _PO)

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file, with the folders it needs."""
        path = self.root.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def replace(self, name: str, old: str, new: str) -> None:
        """Put ``new`` in the place of ``old`` in a file."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def body(self, items: str) -> None:
        """Give the document another body."""
        self.write(DOCUMENT, _HEAD + items)

    @property
    def project(self) -> Project:
        """The project as it is now."""
        project = open_project(self.root).value
        assert project is not None
        return project

    def check(self, *paths: str) -> Sequence[Finding]:
        """``toolkit check``."""
        opened = open_project(self.root)
        if opened.value is None:
            return opened.findings
        return check_project(opened.value, Selection(tuple(map(Path, paths))), ())

    def build(self, *formats: str, strict: bool = False) -> Sequence[Finding]:
        """``toolkit build``; with ``pdf``, the engine runs."""
        chosen = tuple(item for item in ("html", "pdf") if item in formats)
        options = PrintOptions(formats=chosen, strict=strict, jobs=1)
        return build(self.project, options).findings

    def tamper(self, change: Callable[[str], str]) -> Sequence[Finding]:
        """Build a letter of two paragraphs, change its Russian web page, and read the files back."""
        self.body("  - The lake was closed in 2021.\n  - The villages lost their living.\n")
        self.write(CATALOG, _PO.partition('msgid "The lake was closed')[0] + _LETTER)
        self.build("html")
        page = self.root / FINISHED
        changed = change(page.read_text(encoding="utf-8"))
        assert changed != page.read_text(encoding="utf-8")
        page.write_text(changed, encoding="utf-8")
        return self.finished()

    def finished(self) -> Sequence[Finding]:
        """``toolkit check --finished``, but for the rest of ``check``."""
        return check_finished(self.project, Selection(), ())

    def release(self, version: str = "2026.2") -> Sequence[Finding]:
        """``toolkit release``, after release 2026.1 if the folder is there."""
        return release(self.project, ReleaseOptions(version, jobs=1)).findings


Mistake = Callable[[Sandbox], Sequence[Finding]]
MISTAKES: dict[str, Mistake] = {}
#: These need a page that breaks the engine.
UNTRIED = {"engine.crash", "engine.limit"}
#: These run the PDF engine.
SLOW = {
    *("engine.glyph", "engine.message", "engine.resource", "finished.font", "style.unknown"),
    *("release.empty", "release.name", "release.revision", "release.signature", "release.warning"),
}


def mistake(code: str) -> Callable[[Mistake], Mistake]:
    def register(make: Mistake) -> Mistake:
        MISTAKES[code] = make
        return make

    return register


@mistake("file.missing")
def _(box: Sandbox) -> Sequence[Finding]:
    (box.root / "documents/statement/2024-10-05-gone.yaml").symlink_to("elsewhere.yaml")
    return box.check()


@mistake("file.unreadable")
def _(box: Sandbox) -> Sequence[Finding]:
    (box.root / "documents/statement/2024-10-05-loop.yaml").symlink_to("2024-10-05-loop.yaml")
    return box.check()


@mistake("file.outside")
def _(box: Sandbox) -> Sequence[Finding]:
    box.body("  - figure: ../../../jetty.png\n    alt: A jetty\n")
    return box.check()


@mistake("file.too-large")
def _(box: Sandbox) -> Sequence[Finding]:
    box.body("  - " + "lake " * 1_000_000)
    return box.check()


@mistake("file.encoding")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write(DOCUMENT, (_HEAD + _TEXT + _NOTES).encode("utf-16"))
    return box.check()


@mistake("file.control-character")
def _(box: Sandbox) -> Sequence[Finding]:
    box.body("  - The lake was \N{RIGHT-TO-LEFT OVERRIDE}closed.\n")
    return box.check()


@mistake("file.write")
def _(box: Sandbox) -> Sequence[Finding]:
    (box.root / "build").write_text("a file where the folder should be", encoding="utf-8")
    return box.build("html")


@mistake("file.exists")
def _(box: Sandbox) -> Sequence[Finding]:
    return create_document(box.project, "statement", "the-lake", "en", "2024-10-04").findings


@mistake("yaml.too-deep")
def _(box: Sandbox) -> Sequence[Finding]:
    box.body(f"  - {'[' * 30}{']' * 30}\n")
    return box.check()


@mistake("yaml.too-large")
def _(box: Sandbox) -> Sequence[Finding]:
    box.body("  - a\n" * 200_001)
    return box.check()


@mistake("document.name")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("documents/statement/2024-10-05 The Fence.yaml", _HEAD + "  - A fence.\n")
    return box.check()


@mistake("document.duplicate")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("documents/report/2024-10-04-the-lake.yaml", _HEAD + "  - A report.\n")
    return box.check()


@mistake("document.kind-folder")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("documents/report/2024-10-04-the-fence.yaml", _HEAD + "  - A fence.\n")
    return box.check()


@mistake("document.date-name")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("documents/statement/2024-10-05-the-fence.yaml", _HEAD + "  - A fence.\n")
    return box.check()


def _figure(box: Sandbox, name: str, content: bytes) -> Sequence[Finding]:
    box.body(f"  - figure: {name}\n    alt: An empty jetty\n")
    box.write(f"documents/assets/{name}", content)
    return box.check()


@mistake("image.missing")
def _(box: Sandbox) -> Sequence[Finding]:
    _figure(box, "jetty.png", b"")
    (box.root / "documents/assets/jetty.png").rename(box.root / "documents/assets/jety.png")
    return box.check()


@mistake("image.format")
def _(box: Sandbox) -> Sequence[Finding]:
    return _figure(box, "jetty.png", b"%!PS-Adobe-3.0 EPSF-3.0\n")


@mistake("image.broken")
def _(box: Sandbox) -> Sequence[Finding]:
    target = BytesIO()
    Image.effect_noise((64, 64), 50).save(target, "PNG")
    return _figure(box, "jetty.png", target.getvalue()[:500])


@mistake("image.too-large")
def _(box: Sandbox) -> Sequence[Finding]:
    target = BytesIO()
    Image.new("1", (10_000, 8_000)).save(target, "PNG")
    return _figure(box, "jetty.png", target.getvalue())


@mistake("image.unsafe")
def _(box: Sandbox) -> Sequence[Finding]:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script/></svg>'
    return _figure(box, "jetty.svg", drawing)


@mistake("image.animated")
def _(box: Sandbox) -> Sequence[Finding]:
    target = BytesIO()
    frames = [Image.new("1", (9, 9), colour) for colour in (0, 1)]
    frames[0].save(target, "PNG", save_all=True, append_images=frames[1:])
    return _figure(box, "jetty.png", target.getvalue())


@mistake("image.alt")
def _(box: Sandbox) -> Sequence[Finding]:
    _figure(box, "jetty.png", b"")
    box.body("  - figure: jetty.png\n    alt: Photograph 3\n")
    return box.check()


@mistake("po.syntax")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, 'его деревням"', "его деревням")
    return box.check()


@mistake("po.charset")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write(CATALOG, _PO.encode("cp1251", errors="replace"))
    return box.check()


@mistake("po.language")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, "Language: ru", "Language: tk")
    return box.check()


@mistake("po.duplicate")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write(CATALOG, f'{_PO}\nmsgid "Decree 14 of 2 May 2021."\nmsgstr "Указ"\n')
    return box.check()


@mistake("po.plural")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, "nplurals=3", "nplurals=2")
    return box.check()


@mistake("po.missing")
def _(box: Sandbox) -> Sequence[Finding]:
    (box.root / CATALOG).unlink()
    return box.check()


@mistake("po.outdated")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(DOCUMENT, "in 2021", "in 2022")
    return box.check()


@mistake("po.orphan")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("translations/ru/LC_MESSAGES/2024-10-03-the-lake.po", _PO)
    return box.check()


@mistake("message.untranslated")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, "Озеро принадлежит его деревням", "")
    return box.check()


@mistake("message.fuzzy")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(DOCUMENT, "in 2021", "in 2022")
    moment = dt.datetime(2024, 10, 5, tzinfo=dt.UTC)
    update_catalogs(box.project, Selection(), (), now=moment, write=True)
    return box.check()


@mistake("message.note")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, "году[^decree].", "году.")
    return box.check()


@mistake("message.link")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, "[указом](https://example.org/decree)", "[указом](https://example.com)")
    return box.check()


@mistake("message.placeholder")
def _(box: Sandbox) -> Sequence[Finding]:
    message = 'msgid "Page {page} of {pages}"\nmsgstr "Страница {page}"\n'
    box.write("translations/ru/LC_MESSAGES/toolkit.po", _PO.partition("\n\n")[0] + f"\n\n{message}")
    return box.check()


@mistake("message.markup")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, "Озеро закрыли", "*Озеро закрыли")
    return box.check()


@mistake("message.paragraphs")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, "Озеро принадлежит", "Озеро\\nпринадлежит")
    return box.check()


@mistake("message.length")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, "Озеро принадлежит", "Озеро " * 600 + "принадлежит")
    return box.check()


@mistake("interface.untranslated")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("templates/html/note.html", '{{ _("Approved by the board") }}')
    return box.check()


_REGISTER = """people:
  clara-rushlake:
    ru: {name: Клара Рашлейк, forbidden: [Клара Рашлэйк]}
    en: Clara Rushlake
"""
#: A source text and a translation that names people otherwise than the register.
_NAMES = {
    "check.name-missing": ("Clara Rushlake came.", "Пришла рыбачка."),
    "check.name-forbidden": ("Clara Rushlake came.", "Пришла Клара Рашлэйк."),
    "check.name-spelling": ("Clara Rushlake came.", "Пришла Клара Рашлейг."),
}
#: A source text and a translation that does not say the same.
_PAIRS = {
    "check.number": ("The fence is 40 km long.", "Длина забора 140 км."),
    "check.number-word": ("Twelve villages were closed.", "Деревни закрыли."),
    "check.number-count": (
        "Of 40 villages, 40 lost their living.",
        "Все 40 деревень лишились заработка.",
    ),
    "check.unit": ("Prices rose by 12%.", "Цены выросли на 12."),
    "check.money": ("The fine was 2,000 euros.", "Штраф составил 2000."),
    "check.date": ("The lake was closed on 2 May 2021.", "Озеро закрыли 3 мая 2021 года."),
    "check.reference": ("Article 3 names the villages.", "Статья 4 называет деревни."),
    "check.address": ("Write to press@example.org.", "Пишите на адрес press@example.com."),
    "check.sentences": (
        "The lake was closed. Nobody asked the villages around it. The boats stayed on land.",
        "Озеро закрыли. Лодки остались на берегу.",
    ),
    "check.sentence-count": (
        "The lake was closed in the spring. Nobody knew why. The boats stayed on land for the "
        "whole summer.",
        "Весной озеро закрыли. Лодки всё лето стояли на берегу, и никто не знал.",
    ),
    "check.length": (
        "The lake was closed by a decree that nobody has ever seen, and the boats stayed on land.",
        "Озеро закрыли.",
    ),
    "check.enumeration": (
        "They took the boats, the nets, the engines and the fish.",
        "Забрали лодки, моторы и рыбу.",
    ),
    "check.untranslated": (
        "The boats stayed on land, and nobody went out again.",
        "Лодки остались на берегу, and nobody went out again.",
    ),
    "check.same-as-source": ("Lake Watch", "Lake Watch"),
    "check.negation": ("The lake is closed.", "Озеро не закрыто."),
    "check.emphasis": ("They did what was *lawful*.", "Они делали то, что законно."),
    "check.span": ("They call it [Köl]{lang=tk}.", "Они называют его Köl."),
    "check.markup": ("The lake was closed.", "Озеро закрыли <b>вчера</b>."),
    "check.lookalike": ("The lake was closed.", "Озеpо закрыли."),
    "check.alphabet": ("The lake was closed.", "Озеро закрылї."),
    "check.normalisation": ("The lake was closed.", "Мои\N{COMBINING BREVE} дом у озера."),
    "check.invisible": ("The lake was closed.", "Озе\N{ZERO WIDTH SPACE}ро закрыли."),
    "check.unbalanced-quotes": ("They said “closed”.", "Они сказали: «закрыто."),
    "check.quotes": ("They said “closed”.", "Они сказали: “закрыто”."),
    "check.dash": ("The lake is not a pond.", "Озеро - не пруд."),
    "check.nbsp": ("That is decree No.\N{NO-BREAK SPACE}14.", "Это указ № 14."),
    "check.space": ("The lake, once closed, is dead.", "Озеро , раз закрыто, мертво."),
    "check.ellipsis": ("They waited…", "Они ждали..."),
    "check.final-punctuation": ("The lake was closed.", "Озеро закрыли"),
}
#: A text that is not written as its language wants.
_TEXTS = {
    "check.foreign-letter": ("tk", "Köl extra gowy."),
    "check.lost-diacritic": ("tk", "Karara laýyklykda we kanun boyunça."),
    "check.apostrophe": ("en", "The lake's villages lost their living."),
}
_PAIR = _PAIRS["check.number"]


def _translated(
    box: Sandbox, source: str, translation: str, comment: str = ""
) -> Sequence[Finding]:
    """Check a document of one paragraph with its translation, which has a comment above it."""
    box.body(f'  - "{source}"\n')
    message = f'{comment}msgid "{source}"\nmsgstr "{translation}"\n'
    box.write(CATALOG, _PO.partition("\n\n")[0] + f"\n\n{message}")
    return box.check()


@mistake("check.repeated")
def _repeated(box: Sandbox) -> Sequence[Finding]:
    sources = ("The boats stayed on land all summer.", "Nobody asked the villages what they need.")
    box.body("".join(f"  - {source}\n" for source in sources))
    translation = "Лодки всё лето стояли на берегу."
    messages = (f'msgid "{source}"\nmsgstr "{translation}"\n' for source in sources)
    box.write(CATALOG, "\n\n".join((_PO.partition("\n\n")[0], *messages)))
    return box.check()


def _pair(code: str, source: str, translation: str) -> None:
    mistake(code)(lambda box: _translated(box, source, translation))


def _name(code: str, source: str, translation: str) -> None:
    def make(box: Sandbox) -> Sequence[Finding]:
        box.write("documents/register.yaml", _REGISTER)
        return _translated(box, source, translation)

    mistake(code)(make)


def _text(code: str, language: str, text: str) -> None:
    title = {"tk": "Köl obalara degişli", "en": "The lake belongs to its villages"}[language]
    head = _HEAD.replace("language: en", f"language: {language}")
    head = head.replace("The lake belongs to its villages", title)

    def make(box: Sandbox) -> Sequence[Finding]:
        more = _SETTINGS.replace("[ru, en]", "[ru, tk, en]").replace("{ru", "{tk: Köl garawuly, ru")
        box.write("toolkit.yaml", more)
        box.write(DOCUMENT, f'{head}  - "{text}"\n')
        return box.check()

    mistake(code)(make)


for _code, (_source, _translation) in _PAIRS.items():
    _pair(_code, _source, _translation)
for _code, (_source, _translation) in _NAMES.items():
    _name(_code, _source, _translation)
for _code, (_language, _written) in _TEXTS.items():
    _text(_code, _language, _written)


@mistake("waiver.code")
def _(box: Sandbox) -> Sequence[Finding]:
    return _translated(box, *_PAIR, "# waive check.nubmer: the source has a misprint\n")


@mistake("waiver.reason")
def _(box: Sandbox) -> Sequence[Finding]:
    return _translated(box, *_PAIR, "# waive check.number:\n")


@mistake("waiver.unused")
def _(box: Sandbox) -> Sequence[Finding]:
    return _translated(box, *_PAIR, "# waive check.date: the source has a misprint\n")


@mistake("strict.incomplete")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, "Озеро принадлежит его деревням", "")
    return box.build("html", strict=True)


@mistake("project.none")
def _(box: Sandbox) -> Sequence[Finding]:
    (box.root / "toolkit.yaml").unlink()
    return [*open_project(box.root).findings]


@mistake("selection.empty")
def _(box: Sandbox) -> Sequence[Finding]:
    return box.check("2024-10-04-the-lakes")


@mistake("template.error")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("templates/html/note.html", "{{ note.text }\n")
    return box.check()


@mistake("engine.message")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("templates/html/note.html", '<p style="colour: red">{{ note.text }}</p>')
    return box.build("pdf")


def _styled(box: Sandbox, name: str, more: str) -> Sequence[Finding]:
    """Check a project whose style sheet of that name is the toolkit's with one more line."""
    shipped = (REPOSITORY / "templates/css" / name).read_text(encoding="utf-8")
    box.write(f"templates/css/{name}", shipped + more)
    return box.check()


@mistake("style.syntax")
def _(box: Sandbox) -> Sequence[Finding]:
    return _styled(box, "screen.css", "h1 { color: var(--accent);\n")


@mistake("style.token")
def _(box: Sandbox) -> Sequence[Finding]:
    return _styled(box, "tokens.css", ":root { --ink: 1c1f24; }\n")


@mistake("style.address")
def _(box: Sandbox) -> Sequence[Finding]:
    return _styled(box, "screen.css", '@import "https://example.org/lake.css";\n')


@mistake("style.unknown")
def _(box: Sandbox) -> Sequence[Finding]:
    return _styled(box, "print.css", "h1 { colour: red; }\n")


@mistake("style.font")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("templates/fonts/SourceSans3-Regular.ttf", "<!DOCTYPE html>")
    return box.check()


@mistake("engine.glyph")
def _(box: Sandbox) -> Sequence[Finding]:
    box.body("  - The name of the lake is 湖.\n")
    return box.build("pdf")


@mistake("engine.resource")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("templates/html/note.html", '<img src="https://example.org/lake.png" alt="The lake">')
    return box.build("pdf")


@mistake("finished.missing")
def _(box: Sandbox) -> Sequence[Finding]:
    return box.finished()


@mistake("finished.unknown")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write(FINISHED.replace(".ru.", ".de."), "")
    return box.finished()


@mistake("finished.unreadable")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write(FINISHED.replace("html", "pdf"), b"%PDF-1.7")
    return box.finished()


@mistake("finished.other")
def _(box: Sandbox) -> Sequence[Finding]:
    english = box.root / FINISHED.replace(".ru.", ".en.")
    return box.tamper(lambda page: english.read_text(encoding="utf-8"))


@mistake("finished.font")
def _(box: Sandbox) -> Sequence[Finding]:
    box.build("pdf")
    path = box.root / FINISHED.replace("html", "pdf")
    data = path.read_bytes()
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = pdf.pages[0].Resources.Font
        fonts[next(iter(fonts.keys()))].BaseFont = pikepdf.Name("/ABCDEF+Comic-Sans-MS")
        pdf.save(path)
    return box.finished()


_PARAGRAPH = re.compile(r'<p id="p(\d)">.*?</p>\n', re.DOTALL)


def _without(page: str) -> str:
    return _PARAGRAPH.sub(lambda found: "" if found[1] == "1" else found[0], page)


def _twice(page: str) -> str:
    return _PARAGRAPH.sub(lambda found: found[0] * (3 - int(found[1])), page)


def _swapped(page: str) -> str:
    first, second = (found[0] for found in _PARAGRAPH.finditer(page))
    return page.replace(first, "@").replace(second, first).replace("@", second)


#: How the Russian page of the letter is changed after the build.
_TAMPERED: dict[str, Callable[[str], str]] = {
    "finished.text-missing": _without,
    "finished.text-extra": lambda page: page.replace("</main>", "<p>Это неправда.</p></main>"),
    "finished.text-doubled": _twice,
    "finished.text-changed": lambda page: page.replace("2021", "2012"),
    "finished.text-moved": _swapped,
    "finished.access": lambda page: page.replace("</body>", '<a href="#p1"></a></body>'),
    "finished.invalid": lambda page: page.replace("</main>", "</b></main>"),
    "finished.hidden": lambda page: page.replace('<p id="p1"', '<p id="p1" style="color: #fff"'),
    "finished.structure": lambda page: page.replace('<p id="p1"', "<p"),
    "finished.link": lambda page: page.replace('href="#p1"', 'href="https://example.com/"', 1),
    "finished.glyph": lambda page: page.replace(
        "Озеро закрыли", "Озе\N{REPLACEMENT CHARACTER}о закрыли"
    ),
    "finished.stale": lambda page: page.replace("default-src 'none'", "default-src *"),
}


def _tampered(code: str, change: Callable[[str], str]) -> None:
    mistake(code)(lambda box: box.tamper(change))


for _code, _change in _TAMPERED.items():
    _tampered(_code, _change)


@mistake("release.version")
def _(box: Sandbox) -> Sequence[Finding]:
    return box.release("May 2026")


@mistake("release.exists")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("dist/2026.2/manifest.json", "{}")
    return box.release()


@mistake("release.empty")
def _(box: Sandbox) -> Sequence[Finding]:
    (box.root / DOCUMENT).unlink()
    (box.root / CATALOG).unlink()
    return box.release()


@mistake("release.warning")
def _(box: Sandbox) -> Sequence[Finding]:
    box.replace(CATALOG, "в 2021 году[^decree].", "в 2021 году[^decree]")
    return box.release()


@mistake("release.name")
def _(box: Sandbox) -> Sequence[Finding]:
    other = DOCUMENT.replace("2024-10-04", "2025-10-04")
    box.write(other, (box.root / DOCUMENT).read_text().replace("date: 2024", "date: 2025"))
    box.write(CATALOG.replace("2024-10-04", "2025-10-04"), (box.root / CATALOG).read_text())
    box.write("toolkit.yaml", f"{_SETTINGS}release:\n  files: <slug>.<lang>\n")
    return box.release()


@mistake("release.revision")
def _(box: Sandbox) -> Sequence[Finding]:
    box.release("2026.1")
    box.replace(CATALOG, "Озеро принадлежит его деревням", "Озеро принадлежит своим деревням")
    return box.release()


@mistake("release.manifest")
def _(box: Sandbox) -> Sequence[Finding]:
    box.write("dist/2026.1/manifest.json", '{"manifest": 2}')
    return box.release()


@mistake("release.signature")
def _(box: Sandbox) -> Sequence[Finding]:
    signature = "{tool: minisign, public_key: release-key.pub}"
    box.write("toolkit.yaml", f"{_SETTINGS}release:\n  signature: {signature}\n")
    box.write("release-key.pub", "untrusted comment: minisign public key\n")
    return box.release()
