"""Reviewdog Diagnostic Format: open findings for comments on a pull request.

Columns of that format count bytes of UTF-8. They are given where the text is at hand, unchanged and plain (see
``claimcheck.reports._texts``); elsewhere a diagnostic names its line.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimcheck.interchange import encode
from claimcheck.model import Audit, Document, Finding, Location, Severity
from claimcheck.reports import _texts
from claimcheck.reports._wording import one_line, relative

SEVERITY: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(audit: Audit) -> str:
    """One DiagnosticResult."""
    documents = {path: text for path, text in _texts.at_hand(audit).items() if isinstance(text, Document)}
    result = {
        "source": {"name": "claimcheck"},
        "diagnostics": [_diagnostic(finding, documents) for finding in audit.findings if finding.status == "open"],
    }
    return encode(result) + "\n"


def _diagnostic(finding: Finding, documents: Mapping[str, Document]) -> dict[str, Any]:
    message = [one_line(finding.message)]
    message += [f'{one_line(entry.message)}: "{one_line(entry.text, 300)}"' for entry in finding.related if entry.text]
    message += [f"help: {one_line(finding.help)}"] if finding.help else []
    place = finding.location
    diagnostic: dict[str, Any] = {
        "message": "\n".join(message),
        "location": {"path": relative(place.document), "range": _range(place, documents.get(place.document))},
        "severity": SEVERITY[finding.severity],
        "code": {"value": one_line(finding.rule)},
    }
    related = [
        {
            "message": one_line(entry.message),
            "location": {
                "path": relative(entry.location.document),
                "range": _range(entry.location, documents.get(entry.location.document)),
            },
        }
        for entry in finding.related
        if entry.location
    ]
    if related:
        diagnostic["related_locations"] = related
    return diagnostic


def _range(place: Location, document: Document | None) -> dict[str, Any]:
    start, end = place.start, place.end
    if document is None or start is None or end is None or not _texts.is_plain(document) or end > len(document.text):
        return {"start": {"line": place.line}}
    return {"start": _position(document, start), "end": _position(document, end)}


def _position(document: Document, offset: int) -> dict[str, int]:
    column = document.column_of(offset)
    before = document.text[offset - column + 1 : offset]
    return {"line": document.line_of(offset), "column": len(before.encode("utf-8", "surrogatepass")) + 1}
