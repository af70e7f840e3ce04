"""Finished audits to standard output and to files, and back from them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from claimcheck import catalogue
from claimcheck.files import save
from claimcheck.model import Audit


def deliver(audit: Audit, targets: Sequence[tuple[str, str]], *, color: bool) -> None:
    """Render ``audit`` once per (format, file) pair; "-" is standard output.

    Every report is whole before the first one is written. A format that also leaves something where its readers look
    for it (``publish``: the job summary of a workflow) does so last.
    """
    rooms = [(catalogue.load("reports", format_), target) for format_, target in targets]
    written = [(room.render(audit), Path(target)) for room, target in rooms if target != "-"]
    for content, path in written:
        save(content, path)
    for room in (room for room, target in rooms if target == "-"):
        if hasattr(room, "show") and sys.stdout.isatty():
            room.show(audit, color=color)
        else:
            print_text(room.render(audit))
    for room in dict.fromkeys(room for room, _ in rooms):
        if hasattr(room, "publish"):
            room.publish(audit, os.environ)


def read_audit(path: str) -> Audit:
    """The audit that ``audit --format json`` wrote to ``path``; "-" reads standard input.

    Raises:
        ClaimcheckError: it cannot be read, or is no finished audit.
    """
    import json

    from claimcheck.errors import ClaimcheckError
    from claimcheck.interchange import audit_from_json

    remedy = "give the file that claimcheck audit --format json wrote"
    try:
        content = sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
        return audit_from_json(json.loads(content))
    except OSError as error:
        raise ClaimcheckError(f"cannot be read: {error.strerror}", place=path, remedy=remedy) from None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ClaimcheckError(f"is not a finished audit: {error}", place=path, remedy=remedy) from None


def print_text(text: str) -> None:
    """``text`` to standard output as UTF-8, byte for byte, whatever the locale says."""
    sys.stdout.flush()
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(text)
    else:
        stream.write(text.encode("utf-8", "surrogatepass"))
        stream.flush()
