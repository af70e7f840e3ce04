"""``claimcheck report``: another rendering of a finished audit."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import _options as options
from claimcheck.cli._guard import guarded


@guarded
def report(
    audit_file: Annotated[
        str, typer.Argument(help="What audit --format json wrote; - reads it.", metavar="AUDIT.json")
    ],
    format_: Annotated[
        str, typer.Option("--format", "-f", help="console, json, markdown or sarif.", metavar="FORMAT")
    ] = "console",
    output: Annotated[
        list[str] | None,
        typer.Option("--output", "-o", help="Write to FILE, or as FORMAT:FILE. Repeatable.", metavar="[FORMAT:]FILE"),
    ] = None,
    no_color: options.NoColor = False,
) -> int:
    """Render a finished audit again, in another format. Exits as the audit did."""
    from claimcheck.cli._render import deliver, read_audit

    targets = options.outputs(output, format_)
    finished = read_audit(audit_file)
    deliver(finished, targets, color=options.wants_color(no_color))
    return finished.summary.exit_code
