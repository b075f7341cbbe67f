"""The rules of ``checks`` applied to documents and catalogs of the project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.checks import alternatives
from toolkit.checks.examine import Examination, Policy, Rules, examine_source, examine_translation
from toolkit.checks.register.rules import register_rules
from toolkit.checks.rules import RULES
from toolkit.diagnostics import Result
from toolkit.language import codes
from toolkit.project.library import Work, read_if_there
from toolkit.project.place import REGISTER, Project
from toolkit.source.reader import read_register
from toolkit.source.register import Register


@dataclass(frozen=True)
class Examiner:
    """The rules of a project: those of the toolkit, and those that know its register of names."""

    rules: Rules
    policy: Policy

    def examine(self, work: Work) -> Iterator[Examination]:
        """What the rules find in a document and in its catalogs, and what is waived there."""
        yield examine_source(work.document, self.rules, self.policy)
        yield Examination(tuple(alternatives.check_source(work.document)))
        for language, catalog in work.catalogs.items():
            if catalog is not None:
                yield examine_translation(work.document, catalog, language, self.rules, self.policy)
                found = alternatives.check_translation(work.document, catalog, language)
                yield Examination(tuple(found))


def open_examiner(project: Project) -> Result[Examiner]:
    """The examiner of a project. With a register that cannot be read, it knows no names."""
    register = load_register(project)
    names = register_rules(register.value or Register())
    rules = Rules((*RULES.pairs, *names.pairs), (*RULES.sides, *names.sides))
    return Result(Examiner(rules, Policy(project.settings.checks)), register.findings)


def load_register(project: Project) -> Result[Register]:
    """The register of names; no value and no finding if the project has none."""
    raw = read_if_there(project, REGISTER)
    if raw.value is None:
        return Result(None, raw.findings)
    wanted = project.settings.languages
    return read_register(raw.value, REGISTER, languages=codes(), wanted=wanted)
