"""The audit as JSON Lines: one object a line, for ``grep``, ``jq`` and stream processing.

Each line is an object of ``claimcheck schema audit`` with its ``type`` in front: first the ``tool``, then every
``document``, ``claim``, ``reference``, ``citation``, ``source``, ``conflict`` and ``finding``. The ``summary`` is last,
so that a file which was cut off can be told from a whole one.
"""

from __future__ import annotations

from claimcheck.interchange import AUDIT, audit_json, encode
from claimcheck.model import Audit

LISTS = ("documents", "claims", "references", "citations", "sources", "conflicts", "findings")


def render(audit: Audit) -> str:
    """One JSON object a line."""
    whole = audit_json(audit)
    rows = [{"type": "tool", "schema": AUDIT, **whole["tool"]}]
    rows += [{"type": name.removesuffix("s"), **entry} for name in LISTS for entry in whole[name]]
    rows.append({"type": "summary", **whole["summary"]})
    return "".join(encode(row, indent=None) + "\n" for row in rows)
