"""``toolkit extract`` and ``toolkit update``: POT and PO files follow the documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.diagnostics import Finding, Result, Span, finding
from toolkit.language import LANGUAGES
from toolkit.project.appearance import load_appearance
from toolkit.project.library import load_catalog, load_documents, read_if_there
from toolkit.project.place import INTERFACE_DOMAIN, TEMPLATES, Project, po_path, pot_path
from toolkit.project.selection import Selection
from toolkit.project.shipped import shipped_root
from toolkit.project.speech import INTERFACE_LANGUAGE, shipped_interface
from toolkit.project.write import WriteError, write_file
from toolkit.release.statements import sentences
from toolkit.translation.memory import Memory
from toolkit.translation.merge import update
from toolkit.translation.message import Message, collect
from toolkit.translation.template import pot

#: Where the sentences of ``toolkit verify`` stand.
_SENTENCES = "toolkit/release/statements.py"


@dataclass(frozen=True)
class Changes:
    """Files that were written (or, in a dry run, would be), those that stay, and the findings."""

    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Domain:
    """What one POT holds: a document, or the interface words."""

    name: str
    language: str
    messages: tuple[Message, ...]


@dataclass(frozen=True)
class _Draft:
    """A file as it was read (``None``: there was none), and as it should be."""

    old: bytes | None
    new: bytes


def extract_templates(
    project: Project, selection: Selection, *, now: dt.datetime, write: bool
) -> Changes:
    """Write the POT of each selected document. ``now`` (UTC) dates those whose messages changed."""
    domains = _domains(project, selection)
    if domains.value is None:
        return Changes((), (), domains.findings)
    files, found = _pots(project, domains.value, now)
    return _finish(project, files, [*domains.findings, *found], write=write)


def update_catalogs(
    project: Project,
    selection: Selection,
    languages: Sequence[str],
    *,
    now: dt.datetime,
    write: bool,
) -> Changes:
    """Merge the messages of the selected documents into their POT and PO files.

    A file that cannot be read stays as it is, and is a finding; the others are updated.
    """
    domains = _domains(project, selection)
    if domains.value is None:
        return Changes((), (), domains.findings)
    files, pot_findings = _pots(project, domains.value, now)
    found = [*domains.findings, *pot_findings]
    for language in languages or project.settings.languages:
        memory = _memory(project, language)
        for domain in domains.value:
            if language == domain.language:
                continue
            template = files[pot_path(domain.name)].new
            result = _update_one(project, domain, language, template, memory)
            found.extend(result.findings)
            if result.value is not None:
                files[po_path(domain.name, language)] = result.value
    return _finish(project, files, found, write=write)


def _domains(project: Project, selection: Selection) -> Result[tuple[_Domain, ...]]:
    shelf = load_documents(project, selection)
    if shelf.value is None:
        return Result(None, shelf.findings)
    found = list(shelf.value.findings)
    domains = [
        _Domain(document.name, document.language, collect(document))
        for document in shelf.value.documents
    ]
    if selection.everything and project.path(TEMPLATES).is_dir():
        appearance = load_appearance(project)
        found.extend(appearance.findings)
        if appearance.value is not None:
            problems = appearance.value.templates.check()
            found.extend(problems)
            if not problems:
                messages = (*appearance.value.templates.messages(), *_spoken(project))
                domains.append(_Domain(INTERFACE_DOMAIN, INTERFACE_LANGUAGE, messages))
    return Result(tuple(domains), tuple(found))


def _spoken(project: Project) -> Iterator[Message]:
    """What ``toolkit verify`` says. The toolkit brings the translations; no project has its own."""
    if project.root.resolve() != shipped_root().resolve():
        return
    for text in sentences():
        comment = "Printed by `toolkit verify`."
        if "{" in text:
            comment += " Keep what stands in {}."
        flags = ("python-brace-format",) if "{" in text else ()
        yield Message(text, comments=(comment,), references=(_SENTENCES,), flags=flags)


def _pots(
    project: Project, domains: Sequence[_Domain], now: dt.datetime
) -> tuple[dict[str, _Draft], list[Finding]]:
    files: dict[str, _Draft] = {}
    found: list[Finding] = []
    for domain in domains:
        path = pot_path(domain.name)
        previous = read_if_there(project, path)
        found.extend(previous.findings)
        template = pot(
            domain.messages,
            project=domain.name,
            previous=previous.value,
            created=now,
            bugs_to=project.settings.organisation.email,
        )
        files[path] = _Draft(previous.value, template)
    return files, found


def _update_one(
    project: Project, domain: _Domain, language: str, template: bytes, memory: Memory
) -> Result[_Draft]:
    path = po_path(domain.name, language)
    old = read_if_there(project, path)
    if old.findings:
        return Result(None, old.findings)
    updated = update(
        old.value,
        path,
        domain.messages,
        language=LANGUAGES[language],
        template=template,
        memory=memory,
    )
    draft = _Draft(old.value, updated.value) if updated.value is not None else None
    return Result(draft, updated.findings)


def _memory(project: Project, language: str) -> Memory:
    """What is translated into a language anywhere in the project, and in the toolkit's own words.

    Files that cannot be read are left out here; whoever updates or checks them is told.
    """
    folder = project.path(po_path("", language)).parent
    names = sorted(path.stem for path in folder.glob("*.po"))
    results = [load_catalog(project, name, language) for name in names]
    results.append(shipped_interface(language))
    return Memory(result.value for result in results if result.value is not None)


def _finish(
    project: Project, files: Mapping[str, _Draft], found: Sequence[Finding], *, write: bool
) -> Changes:
    """Write what differs from what is there (unless this is a dry run), but no file with findings."""
    changed: list[str] = []
    unchanged: list[str] = []
    problems = list(found)
    unreadable = {item.span.path for item in found}
    for path, draft in files.items():
        if path in unreadable:
            continue
        if draft.old == draft.new:
            unchanged.append(path)
            continue
        problem = _write(project, path, draft) if write else None
        if problem is None:
            changed.append(path)
        else:
            problems.append(problem)
    return Changes(tuple(changed), tuple(unchanged), tuple(problems))


def _write(project: Project, path: str, draft: _Draft) -> Finding | None:
    """Put a draft into its place, unless a translator saved the file since it was read."""
    if read_if_there(project, path).value != draft.old:
        message = "somebody changed the file in the meantime; it stays as it is now"
        return finding("file.write", Span(path), message, "run the command once more")
    try:
        write_file(project.root, path, draft.new)
    except WriteError as error:
        message = f"the file could not be written: {error}"
        return finding("file.write", Span(path), message, "make room or mend the permissions")
    return None
