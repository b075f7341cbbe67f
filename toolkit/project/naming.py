"""``toolkit register suggest``: names in the project's texts that its register lacks."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.register.suggest import Message, as_yaml, suggest
from toolkit.diagnostics import Finding, Result
from toolkit.document.walk import texts
from toolkit.project.examining import load_register
from toolkit.project.library import Work, load_documents, load_readable
from toolkit.project.place import Project
from toolkit.project.selection import Selection
from toolkit.source.register import Register
from toolkit.translation.catalog import lookup
from toolkit.translation.message import is_message


def suggest_names(project: Project, selection: Selection) -> Result[str]:
    """Candidates for the register, as YAML to be looked through and pasted."""
    shelf = load_documents(project, selection)
    if shelf.value is None:
        return Result(None, shelf.findings)
    register = load_register(project)
    found: list[Finding] = [*shelf.value.findings, *register.findings]
    messages: list[Message] = []
    for document in shelf.value.documents:
        work, problems = load_readable(project, document, project.settings.languages)
        found.extend(problems)
        messages.extend(_messages(work))
    candidates = suggest(messages, register.value or Register())
    return Result(as_yaml(candidates), tuple(found))


def _messages(work: Work) -> Iterator[Message]:
    """Every text with its finished translations."""
    entries = {language: lookup(catalog) for language, catalog in work.catalogs.items() if catalog}
    for text, _ in texts(work.document):
        if not is_message(text):
            continue
        versions = {text.language: text.value}
        for language, messages in entries.items():
            entry = messages.get((text.context, text.value))
            if entry is not None and entry.translated:
                versions[language] = entry.msgstr[0]
        yield Message(versions, text.span)
