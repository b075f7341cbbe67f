"""The rules of ``checks`` applied to documents and catalogs of the project."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.examine import Examination, Policy, Rules, examine_source, examine_translation
from toolkit.project.library import Work
from toolkit.project.place import Project


def policy_of(project: Project) -> Policy:
    """What the settings of the project make of the rules."""
    return Policy(project.settings.checks)


def examine(work: Work, rules: Rules, policy: Policy) -> Iterator[Examination]:
    """What the rules find in a document and in each of its catalogs, and what is waived there."""
    yield examine_source(work.document, rules, policy)
    for language, catalog in work.catalogs.items():
        if catalog is not None:
            yield examine_translation(work.document, catalog, language, rules, policy)
