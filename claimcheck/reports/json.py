"""The audit as JSON: the interface for programs, described by ``claimcheck schema audit``."""

from __future__ import annotations

from claimcheck.interchange import audit_json, encode
from claimcheck.model import Audit


def render(audit: Audit) -> str:
    """One JSON object, indented, with a final newline."""
    return encode(audit_json(audit)) + "\n"
