"""The rules of ``checks`` applied to documents and catalogs of the project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.checks import alternatives
from toolkit.checks.examine import (
    Examination,
    Policy,
    Rules,
    Source,
    examine_source,
    examine_translation,
)
from toolkit.checks.register.rules import register_rules
from toolkit.checks.rules import RULES
from toolkit.diagnostics import Finding, Result
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

    def examine(self, work: Work) -> Mapping[str, Examination]:
        """What the rules find in a document and in its catalogs, by language, and what is waived."""
        document, rules, policy = work.document, self.rules, self.policy
        source = Source(document)
        examined = examine_source(source, rules, policy)
        found = {document.language: _with(examined, alternatives.check_source(document))}
        for language, catalog in work.catalogs.items():
            if catalog is not None:
                examined = examine_translation(source, catalog, language, rules, policy)
                pictures = alternatives.check_translation(document, catalog, language)
                found[language] = _with(examined, pictures)
        return found


def _with(examined: Examination, more: Iterable[Finding]) -> Examination:
    return Examination((*examined.findings, *more), examined.waivers)


def open_examiner(project: Project) -> Result[Examiner]:
    """The examiner of a project. With a register that cannot be read, it knows no names."""
    register = load_register(project)
    names = register_rules(register.value or Register())
    rules = Rules((*RULES.pairs, *names.pairs), (*RULES.sides, *names.sides), RULES.documents)
    return Result(Examiner(rules, Policy(project.settings.checks)), register.findings)


def load_register(project: Project) -> Result[Register]:
    """The register of names; no value and no finding if the project has none."""
    raw = read_if_there(project, REGISTER)
    if raw.value is None:
        return Result(None, raw.findings)
    wanted = project.settings.languages
    return read_register(raw.value, REGISTER, languages=codes(), wanted=wanted)
