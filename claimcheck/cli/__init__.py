"""The command line: one file a command, wired here.

Each command is thin: it reads its options, calls the library, prints, and returns an exit code. Whatever the command
line can do, an import can do.
"""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.cli import audit, baseline, demo, diff, extract, init, report, rules, schema, sources, text, verify

EPILOG = "Exit codes: 0 finished, 1 findings at or above --fail-on, 2 wrong usage or unusable input, 3 not finished."

app = typer.Typer(
    name="claimcheck",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EPILOG,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Print the version and leave.")
    ] = False,
) -> None:
    """Hold every checkable claim of a text against the sources it cites.

    Start with "claimcheck demo" (needs no network), then "claimcheck audit TEXT" on your own text. To keep what you
    decide, write a claims file with "claimcheck extract TEXT", edit it, and audit again.
    """


app.command("audit", short_help="Hold the claims of texts against what they cite.", epilog=EPILOG)(audit.audit)
app.command("baseline", short_help="Record the findings there are; new ones fail.")(baseline.baseline)
app.command("extract", short_help="Write or update the claims file of a text.")(extract.extract)
app.command("verify", short_help="Hold one claim against one source.")(verify.verify)
app.command("text", short_help="Print a text as it was read.")(text.text)
app.command("report", short_help="Render a finished audit again.")(report.report)
app.command("diff", short_help="Say what became better or worse between two audits.")(diff.diff)
app.add_typer(sources.app, name="sources")
app.command("rules", short_help="List the rules.")(rules.rules)
app.command("explain", short_help="Explain a rule.")(rules.explain)
app.command("schema", short_help="Print a JSON Schema.")(schema.schema)
app.command("init", short_help="Set up a repository: settings, CI, pre-commit.")(init.init)
app.command("demo", short_help="See the whole job on a bundled text.")(demo.demo)


def main() -> None:
    """Entry point of the ``claimcheck`` command."""
    app()
