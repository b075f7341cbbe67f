"""The commands of ``toolkit``."""

from __future__ import annotations

import gc
import signal
import sys
from io import TextIOWrapper
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand

from toolkit import __version__
from toolkit.cli import publishing, translating, verifying, writing

#: So many new objects, and so many rounds over the younger ones, before Python's collector looks
#: through them: what a command makes of documents lives to its end, and looking is in vain.
_GARBAGE = (100_000, 50, 50)

app = typer.Typer(
    name="toolkit",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""
Write a document once in YAML, translate it with any gettext editor, print matched editions.

A day with it:

- `toolkit new statement my-title` starts a document; write into the file it names
- `toolkit check` says what is wrong, with file, line and cure
- `toolkit update` brings the translators' PO files up to date
- `toolkit status` shows what is left to translate
- `toolkit build` prints every edition as HTML and PDF
- `toolkit release 2026.1` puts all of them into a folder that anyone can verify
- `toolkit verify FOLDER` says whether a release, or a file, is unaltered
""",
)


class _Command(TyperCommand):
    """A command that says what is wrong with its options in its own words.

    Typer passes on the words of the library that reads them: `Value error, 'x' is not one of …`.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed. Raises ``BadParameter``."""
        try:
            return super().parse_args(ctx, args)
        except typer.BadParameter as error:
            error.message = error.message.removeprefix("Value error, ")
            raise


register_app = typer.Typer(
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="The register of names, `documents/register.yaml`: how each language spells them.",
)
app.add_typer(register_app, name="register")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"toolkit {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    pass


# In the order of the help.
for _command in (
    writing.init,
    writing.new,
    writing.check,
    translating.extract,
    translating.update,
    translating.status,
    publishing.build,
    publishing.release,
    verifying.verify,
    writing.schema,
):
    app.command(cls=_Command)(_command)
register_app.command(cls=_Command)(writing.suggest)


def _stop(number: int, _frame: object) -> NoReturn:
    """End as by Ctrl-C, in order: what was begun is taken back, and no process stays behind."""
    raise SystemExit(128 + number)


def main() -> None:
    """Run the command line."""
    signal.signal(signal.SIGTERM, _stop)
    gc.set_threshold(*_GARBAGE)
    # What a terminal cannot show, or what is no text in a file name, is spelt out.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="toolkit")
