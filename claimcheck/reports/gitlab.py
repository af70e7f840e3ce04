"""GitLab code quality: open findings for the widget of a merge request and the changes view.

A JSON list of issues (the subset of the Code Climate format that GitLab reads), for ``artifacts:reports:codequality``.
"""

from __future__ import annotations

from typing import Any

from claimcheck.interchange import encode
from claimcheck.model import Audit, Finding, Severity
from claimcheck.reports._wording import one_line, relative

SEVERITY: dict[Severity, str] = {"error": "critical", "warning": "minor", "note": "info"}


def render(audit: Audit) -> str:
    """One JSON list with a final newline."""
    issues: list[dict[str, Any]] = []
    seen: dict[str, int] = {}
    for finding in audit.findings:
        if finding.status != "open":
            continue
        # GitLab shows the first of several issues with one fingerprint: two dead links to one page are two issues.
        seen[finding.fingerprint] = number = seen.get(finding.fingerprint, 0) + 1
        issues.append(_issue(finding, finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}"))
    return encode(issues) + "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    description = one_line(finding.message)
    if finding.help:
        description += f" ({one_line(finding.help)})"
    return {
        "description": description,
        "check_name": one_line(finding.rule),
        "fingerprint": fingerprint,
        "severity": SEVERITY[finding.severity],
        "location": {"path": relative(finding.location.document), "lines": {"begin": finding.location.line}},
    }
