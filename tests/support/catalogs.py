"""GNU gettext and i18nspector, the tools that translators' editors and distributions trust."""

from __future__ import annotations

from pathlib import Path

from tests.support.programs import ProgramError, run


def msgfmt_check(catalog: Path) -> list[str]:
    """What ``msgfmt --check`` says of a PO file, warnings included."""
    outcome = run("msgfmt", "--check", "--output-file=/dev/null", catalog)
    if outcome.code != 0 and not outcome.lines:
        raise ProgramError(f"msgfmt stopped with exit code {outcome.code}")
    return outcome.lines


def msgcat_text(catalog: Path) -> str:
    """The PO file as ``msgcat --no-wrap`` writes it; a catalog in the usual form stays as it is."""
    outcome = run("msgcat", "--no-wrap", catalog)
    if outcome.code != 0:
        raise ProgramError(f"msgcat could not read {catalog.name}: {outcome.errors}")
    return outcome.output


def i18nspector_errors(catalog: Path) -> list[str]:
    """The ``E:`` lines of i18nspector on a PO or POT file; it exits with 0 whatever it finds."""
    outcome = run("i18nspector", catalog)
    if outcome.code != 0:
        raise ProgramError(f"i18nspector stopped: {outcome.errors}")
    return [line for line in outcome.output.splitlines() if line.startswith("E:")]
