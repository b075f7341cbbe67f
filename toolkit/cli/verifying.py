"""The command of those who receive files."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit.cli.options import AnswerFormat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toolkit.release.statements import Statement


def verify(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="The folder of a release, or single PDF and HTML files.",
        ),
    ],
    editions: Annotated[
        bool, typer.Option("--editions", help="Say whether these files are editions of one text.")
    ] = False,
    manifest: Annotated[
        Path | None,
        typer.Option(
            help="The manifest of the release that a single file is from, if it lies elsewhere.",
            show_default=False,
        ),
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option(
            help="The public key of the organisation, from where you trust it.", show_default=False
        ),
    ] = None,
    certificate: Annotated[
        Path | None,
        typer.Option(
            help="The certificate that PDFs are signed with inside (PEM), from where you trust it.",
            show_default=False,
        ),
    ] = None,
    lang: Annotated[
        list[str] | None,
        typer.Option(
            "--lang",
            help="Say it in this language only. May be repeated.",
            show_default="all languages",
        ),
    ] = None,
    format: Annotated[
        AnswerFormat, typer.Option("--format", help="How the answer is printed.")
    ] = AnswerFormat.HUMAN,
) -> None:
    """Say whether files are those that were released, unaltered, and whether editions match.

    Needs no project and no network. Ends with 0 if all that was asked holds, with 1 if something does
    not, with 3 if nothing speaks against it but it is not proved.
    """
    from toolkit.diagnostics.formats import visible
    from toolkit.project.verifying import Evidence, read_bounded, verify_editions
    from toolkit.project.verifying import verify as verify_paths
    from toolkit.release.statements import verdict
    from toolkit.release.verdict import exit_code

    languages = _languages(lang)
    for path in (*paths, *filter(None, (manifest, key, certificate))):
        if not os.path.lexists(path):
            raise typer.BadParameter(f"`{visible(str(path))}` does not exist")
    if editions:
        _only_files(paths, (manifest, key, certificate))
        statements = tuple(verify_editions(paths))
    else:
        if manifest is not None and any(map(os.path.isdir, paths)):
            message = "a folder has its own; give single files"
            raise typer.BadParameter(message, param_hint="--manifest")
        trusted = read_bounded(key) if key is not None else None
        if key is not None and not trusted:
            raise typer.BadParameter("the key cannot be read", param_hint="--key")
        evidence = Evidence(trusted, manifest, _hash(certificate))
        statements = tuple(verify_paths(paths, evidence))
    if format is AnswerFormat.JSON:
        _print_json(statements, languages)
    else:
        _print(statements, languages)
    raise typer.Exit(exit_code(verdict(statements)))


def _languages(asked: list[str] | None) -> tuple[str, ...]:
    from toolkit.language import LANGUAGES

    for language in asked or ():
        if language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise typer.BadParameter(f"the languages are {known}", param_hint="--lang")
    return tuple(dict.fromkeys(asked or LANGUAGES))


def _hash(certificate: Path | None) -> str:
    from toolkit.project.sealing import certificate_hash
    from toolkit.project.verifying import read_bounded

    if certificate is None:
        return ""
    try:
        return certificate_hash(read_bounded(certificate) or b"")
    except ValueError:
        message = "this is no certificate as PEM"
        raise typer.BadParameter(message, param_hint="--certificate") from None


def _only_files(paths: Sequence[Path], evidence: Sequence[Path | None]) -> None:
    if any(path is not None for path in evidence):
        message = "it goes with none of --manifest, --key and --certificate"
    elif len(paths) < 2 or any(map(os.path.isdir, paths)):
        message = "give two files, or more"
    else:
        return
    raise typer.BadParameter(message, param_hint="--editions")


def _print(statements: Sequence[Statement], languages: Sequence[str]) -> None:
    """What was found, in one block for each language."""
    from toolkit.diagnostics.formats import visible
    from toolkit.language import LANGUAGES
    from toolkit.project.speech import shipped_words
    from toolkit.release.statements import MARKS, VERDICTS, say, verdict

    for number, language in enumerate(languages):
        words = shipped_words(language)
        heading = f"{LANGUAGES[language].autonym}: {words.say(VERDICTS[verdict(statements)])}"
        typer.echo("\n" * bool(number), nl=False)
        typer.secho(heading, bold=True)
        for file, about in groupby(statements, key=lambda item: item.file):
            if file:
                typer.echo(visible(f"  {file}"))
            for item in about:
                mark = words.say(MARKS[item.holds])
                typer.echo(visible(f"{'    ' if file else '  '}[{mark}] {say(item, words)}"))


def _print_json(statements: Sequence[Statement], languages: Sequence[str]) -> None:
    from toolkit.diagnostics.formats import dumps
    from toolkit.project.speech import shipped_words
    from toolkit.release.statements import say, verdict

    words = {language: shipped_words(language) for language in languages}
    rows = [
        {
            "statement": item.sentence.key,
            "holds": item.holds.value,
            "file": item.file,
            "values": dict(item.values),
            "text": {language: say(item, words[language]) for language in languages},
        }
        for item in statements
    ]
    typer.echo(dumps({"verdict": verdict(statements).value, "statements": rows}), nl=False)
