"""``claimcheck report``: another rendering of a finished audit."""

from __future__ import annotations

import sys
from pathlib import Path
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
    import json

    from claimcheck.cli._render import deliver
    from claimcheck.errors import ClaimcheckError
    from claimcheck.interchange import audit_from_json

    targets = options.outputs(output, format_, inputs=[audit_file])
    remedy = "give the file that claimcheck audit --format json wrote"
    try:
        content = sys.stdin.read() if audit_file == "-" else Path(audit_file).read_text(encoding="utf-8")
        finished = audit_from_json(json.loads(content))
    except OSError as error:
        raise ClaimcheckError(f"cannot be read: {error.strerror}", place=audit_file, remedy=remedy) from None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ClaimcheckError(f"is not a finished audit: {error}", place=audit_file, remedy=remedy) from None
    deliver(finished, targets, color=options.wants_color(no_color))
    return finished.summary.exit_code
