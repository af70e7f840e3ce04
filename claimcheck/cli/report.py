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
    format_: options.Format = "console",
    output: options.Output = None,
    no_color: options.NoColor = False,
) -> int:
    """Render a finished audit again, in another format. Exits as the audit did."""
    from claimcheck.cli._render import deliver, read_audit

    targets = options.outputs(output, format_, inputs=[audit_file])
    finished = read_audit(audit_file)
    deliver(finished, targets, color=options.wants_color(no_color))
    return finished.summary.exit_code
