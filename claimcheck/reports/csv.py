"""A table for spreadsheets: one row for each finding, and one for each claim without a finding.

UTF-8, commas, every cell quoted, CRLF (RFC 4180). Words of a text or a page never become a formula: where a cell, or
what stands behind a separator inside it, begins with ``=``, ``+``, ``-`` or ``@``, an apostrophe is put in front of it,
which spreadsheets take for "this is text". Control characters and line breaks are replaced.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from claimcheck.model import Audit, Check, Finding, JudgedClaim
from claimcheck.reports._wording import check_of, deciding, one_line, relative, values

COLUMNS = (
    "document", "line", "column", "page", "verdict", "severity", "rule", "status", "message", "claim", "the_text_says",
    "the_source_says", "passage", "source", "outcome", "help", "fingerprint",
)  # fmt: skip

# Spreadsheets of East Asian locales read the full-width signs alike.
_FORMULA = re.compile("(^|[,;|\t\r\n])([\"' \u00a0]*)([=+@\uff1d\uff0b\uff0d\uff20\u2212-])")


def render(audit: Audit) -> str:
    """The table with one row of headings, in the order of the findings, claims without a finding last."""
    stream = io.StringIO()
    table = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in _rows(audit):
        table.writerow([_cell(row.get(column, "")) for column in COLUMNS])
    return stream.getvalue()


def _rows(audit: Audit) -> Iterator[dict[str, str]]:
    claims = {(judged.claim.document, judged.claim.id): judged for judged in audit.claims}
    told: set[tuple[str, str]] = set()
    for finding in audit.findings:
        key = (finding.location.document, finding.claim or "")
        judged = claims.get(key)
        told.add(key)
        yield _judged(judged, check_of(finding, judged)) | _found(finding)
    for key, judged in claims.items():
        if key not in told:
            yield _judged(judged, deciding(judged))


def _found(finding: Finding) -> dict[str, str]:
    place = finding.location
    row = {
        "document": relative(place.document),
        "line": str(place.line),
        "column": str(place.column),
        "severity": finding.severity,
        "rule": finding.rule,
        "status": finding.status,
        "message": finding.message,
        "help": finding.help,
        "fingerprint": finding.fingerprint,
    }
    if place.page is not None:
        row["page"] = str(place.page)
    if finding.url:
        row["source"] = finding.url
    return row


def _judged(judged: JudgedClaim | None, check: Check | None) -> dict[str, str]:
    if judged is None:
        return {}
    claim = judged.claim
    row = {
        "document": relative(claim.document),
        "line": str(claim.line),
        "column": str(claim.column),
        "page": str(claim.page or ""),
        "verdict": judged.verdict,
        "message": judged.reason,
        "claim": claim.prose or claim.text,
    }
    if check is not None:
        row |= {"source": check.url or "", "outcome": check.outcome}
        if check.ruling.evidence is not None:
            row["passage"] = check.ruling.evidence.text
            row["the_text_says"], row["the_source_says"] = values(check)
    return row


def _cell(words: str) -> str:
    return _FORMULA.sub(r"\1\2'\3", one_line(words))
