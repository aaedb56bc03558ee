"""The command line: registers one function per verb and turns errors into sentences and exit codes."""

import errno
import os
import sys

import typer

from lantu import __version__
from lantu.cli import audit, settings
from lantu.cli.check import check
from lantu.cli.forecast import forecast
from lantu.cli.load import load
from lantu.cli.read import read
from lantu.cli.serve import serve
from lantu.cli.status import status
from lantu.values import InputError, LantuError, msg

# Errors of standard output itself: its reader went away, the disk is full or broken.
OUTPUT_GONE = (errno.EPIPE, errno.ENOSPC, errno.EIO)

app = typer.Typer(
    name="lantu",
    help="蓝图：把发展规划从文本管到结果。 Carry a development plan from its text to its outcome.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for verb in (read, load, check, status, serve, forecast):
    app.command()(verb)
app.add_typer(audit.app, name="audit")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"lantu {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="版本号 Show the version."
    ),
) -> None:
    """Hold the options that stand before a verb."""


def _in_words(error: LantuError) -> str:
    """The sentence of an error in the language set; Chinese when that setting is the error."""
    from lantu.texts import render

    try:
        return render(error.message, settings.language(os.environ))
    except LantuError:
        return str(error)


def main() -> None:
    """Run the command line; a LantuError ends as one sentence on standard error and its exit code."""
    try:
        app()
    except LantuError as error:
        typer.echo(_in_words(error), err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        if error.errno not in OUTPUT_GONE:
            raise
        if error.errno != errno.EPIPE:
            why = msg("结果写不出去（{why}）；请检查磁盘。", why=error.strerror)
            typer.echo(_in_words(InputError(why)), err=True)
            sys.exit(InputError.exit_code)
        # The reader of our output (head, less) went away: not an error of ours.
        sys.stderr.close()
        sys.exit(0)
