"""The interface words of each language: the toolkit's own, and what the project puts in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from toolkit.diagnostics import Finding, Result, Span, finding
from toolkit.edition import Words
from toolkit.language import LANGUAGES
from toolkit.language.plural import index
from toolkit.project.files import read
from toolkit.project.library import load_catalog
from toolkit.project.place import INTERFACE_DOMAIN, TEMPLATES, Project, po_path
from toolkit.project.shipped import shipped_root
from toolkit.render.templates import Templates
from toolkit.translation.audit import plural_problems
from toolkit.translation.catalog import Catalog, lookup
from toolkit.translation.pofile import read as read_po
from toolkit.translation.validity import interface_problems

#: The templates are written in this language, so it needs no catalog.
INTERFACE_LANGUAGE = "en"


def load_words(project: Project, language: str) -> Result[Words]:
    """The interface words of a language. A word that is fuzzy or wrong stays in English."""
    forms: dict[str, tuple[str, ...]] = {}
    found: list[Finding] = []
    for catalog in _catalogs(project, language, found):
        for entry in lookup(catalog).values():
            if entry.translated and not interface_problems(entry):
                forms[entry.msgid] = entry.msgstr
    return Result(Words(forms, partial(index, code=language)), tuple(found))


def check_words(
    project: Project, templates: Templates, languages: Sequence[str]
) -> Iterator[Finding]:
    """Interface words that the templates use and a language lacks, one finding for each language.

    Words that a catalog has, but wrongly, are findings of their own.
    """
    words = {message.msgid for message in templates.messages()}
    for language in languages:
        if language == INTERFACE_LANGUAGE:
            continue
        found: list[Finding] = []
        ready: set[str] = set()
        for catalog in _catalogs(project, language, found):
            entries = lookup(catalog).values()
            used = [entry for entry in entries if entry.msgid in words]
            found.extend(plural_problems(catalog, used, LANGUAGES[language]))
            for entry in entries:
                problems = interface_problems(entry)
                for problem in problems:
                    found.append(
                        finding(problem.code, catalog.span(entry), problem.message, problem.hint)
                    )
                if entry.translated and not problems:
                    ready.add(entry.msgid)
        yield from found
        if missing := sorted(words - ready):
            message = f"interface words without a translation: {_some(missing)}"
            span = Span(po_path(INTERFACE_DOMAIN, language))
            yield finding(
                "interface.untranslated", span, message, "run `toolkit update`, translate"
            )


def speaks_as_shipped(project: Project, languages: Sequence[str]) -> bool:
    """Whether templates and interface words are those that the toolkit ships, which are tested.

    Then there is nothing to find in them, and reading them would take a third of a short check.
    """
    if project.root == shipped_root():
        return False
    own = (f"{TEMPLATES}/html", f"{TEMPLATES}/xml", *(_domain(language) for language in languages))
    spoken = all(
        (shipped_root() / _domain(one)).is_file() for one in languages if one != INTERFACE_LANGUAGE
    )
    return spoken and not any(project.path(path).exists() for path in own)


def _domain(language: str) -> str:
    return po_path(INTERFACE_DOMAIN, language)


def check_own_words(
    project: Project, templates: Templates, languages: Sequence[str], *, strict: bool
) -> tuple[Finding, ...]:
    """What is wrong with the words of templates that the project has put in place of the toolkit's.

    The toolkit's own templates have all their words. A missing word is an error if ``strict``.
    """
    if project.root == shipped_root() or not project.path(f"{TEMPLATES}/html").is_dir():
        return ()
    problems = templates.check()
    if problems:
        return problems
    found = check_words(project, templates, languages)
    if not strict:
        return tuple(found)
    return tuple(
        finding("strict.incomplete", item.span, item.message, item.hint)
        if item.code == "interface.untranslated"
        else item
        for item in found
    )


def _some(words: Sequence[str]) -> str:
    shown = ", ".join(f"`{word}`" for word in words[:3])
    return shown if len(words) <= 3 else f"{shown} and {len(words) - 3} more"


def shipped_words(language: str) -> Words:
    """The interface words that the toolkit ships, for what it says outside of any project."""
    catalog = shipped_interface(language).value
    entries = lookup(catalog).values() if catalog is not None else ()
    forms = {
        entry.msgid: entry.msgstr
        for entry in entries
        if entry.translated and not interface_problems(entry)
    }
    return Words(forms, partial(index, code=language))


def shipped_interface(language: str) -> Result[Catalog]:
    """The interface words that the toolkit ships in a language; no value where it has none."""
    path = po_path(INTERFACE_DOMAIN, language)
    if not shipped_root().joinpath(*path.split("/")).is_file():
        return Result(None)
    raw = read(shipped_root(), path)
    return read_po(raw.value, path) if raw.value is not None else Result(None, raw.findings)


def _catalogs(project: Project, language: str, found: list[Finding]) -> list[Catalog]:
    if language == INTERFACE_LANGUAGE:
        return []
    catalogs = [shipped_interface(language)]
    if project.root.resolve() != shipped_root().resolve():
        catalogs.append(load_catalog(project, INTERFACE_DOMAIN, language))
    for result in catalogs:
        found.extend(result.findings)
    return [result.value for result in catalogs if result.value is not None]
