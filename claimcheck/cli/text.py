"""``claimcheck text``: the text exactly as it was read."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli._guard import guarded


@guarded
def text(path: Annotated[str, typer.Argument(help="A text, or - for standard input.", metavar="FILE")]) -> int:
    """Print a text exactly as it was read: what every offset in claimcheck counts in."""
    from claimcheck.cli._render import print_text
    from claimcheck.readers import read_file

    print_text(read_file(path).text)
    return 0
