"""Finished audits to standard output and to files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from claimcheck import catalogue
from claimcheck.files import save
from claimcheck.model import Audit


def deliver(audit: Audit, targets: Sequence[tuple[str, str]], *, color: bool) -> None:
    """Render ``audit`` once per (format, file) pair; "-" is standard output."""
    for format_, target in targets:
        room = catalogue.load("reports", format_)
        if target != "-":
            save(room.render(audit), Path(target))
        elif hasattr(room, "show") and sys.stdout.isatty():
            room.show(audit, color=color)
        else:
            print_text(room.render(audit))


def print_text(text: str) -> None:
    """``text`` to standard output as UTF-8, byte for byte, whatever the locale says."""
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
    else:
        stream.write(text.encode("utf-8", "surrogatepass"))
        stream.flush()
