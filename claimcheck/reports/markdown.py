"""A discrepancy report that an editor can read from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claimcheck.model import Audit, Check, Conflict, Finding, JudgedClaim, Source
from claimcheck.reports._wording import (
    VERDICT_MEANING,
    VERDICT_ORDER,
    caution,
    count,
    deciding,
    finding_counts,
    fragment_link,
    one_line,
)

HEADINGS = {"error": "Errors", "warning": "Warnings", "note": "Notes"}


def render(audit: Audit) -> str:
    """The report as Markdown (CommonMark with tables)."""
    return "\n".join(_lines(audit)) + "\n"


def _lines(audit: Audit) -> Iterator[str]:
    claims = {(judged.claim.document, judged.claim.id): judged for judged in audit.claims}
    yield "# Discrepancy report"
    yield ""
    yield f"{', '.join(_escaped(document.path) for document in audit.documents)}"
    yield ""
    tool = audit.tool
    yield f"As of {tool.as_of}, claimcheck {tool.version} ({tool.mode}). {finding_counts(audit.findings)}."
    yield ""
    for note in caution(audit):
        yield f"> **Note:** {_escaped(note)}"
        yield ""
    yield "| Verdict | Claims | Means |"
    yield "|---|---:|---|"
    for verdict in VERDICT_ORDER:
        yield f"| {verdict} | {audit.summary.by_verdict.get(verdict, 0)} | {VERDICT_MEANING[verdict]} |"
    yield ""
    for severity, heading in HEADINGS.items():
        found = [entry for entry in audit.findings if entry.severity == severity and entry.status == "open"]
        if found:
            yield f"## {heading} ({len(found)})"
            yield ""
            for finding in found:
                yield from _finding(finding, claims)
    if audit.conflicts:
        yield f"## Conflicts ({len(audit.conflicts)})"
        yield ""
        for conflict in audit.conflicts:
            yield from _conflict(conflict)
    waived = [entry for entry in audit.findings if entry.status != "open"]
    if waived:
        yield f"## Accepted ({len(waived)})"
        yield ""
        for finding in waived:
            reason = f": {_escaped(finding.waiver)}" if finding.waiver else ""
            yield f"- `{finding.rule}` {_place(finding)} {_escaped(finding.message)} ({finding.status}{reason})"
        yield ""
    yield from _claims(audit)
    yield from _sources(audit.sources)


def _finding(finding: Finding, claims: Mapping[tuple[str, str], JudgedClaim]) -> Iterator[str]:
    yield f"### `{finding.rule}` {_place(finding)}"
    yield ""
    yield _escaped(finding.message)
    yield ""
    judged = claims.get((finding.location.document, finding.claim or ""))
    if judged is not None:
        yield f"> {_escaped(judged.claim.text)}"
        yield ""
        check = next((entry for entry in judged.checks if finding.url and entry.url == finding.url), None)
        check = check or deciding(judged)
        if check is not None and check.ruling.evidence is not None:
            yield from _evidence(check)
    for related in finding.related:
        place = f" ({_escaped(related.location.document)}:{related.location.line})" if related.location else ""
        text = f": “{_escaped(related.text)}”" if related.text else ""
        link = f" {_link(related.url)}" if related.url and judged is None else ""
        yield f"- {_escaped(related.message)}{place}{text}{link}"
    if finding.related:
        yield ""
    if finding.help:
        yield f"**What to do:** {_escaped(finding.help)}"
        yield ""


def _evidence(check: Check) -> Iterator[str]:
    ruling = check.ruling
    assert ruling.evidence is not None
    link = fragment_link(check.url or "", ruling.evidence.text)
    page = f", page {ruling.evidence.page}" if ruling.evidence.page else ""
    dated = f", published {check.published}" if check.published else ""
    yield f"The source says ({_link(link)}{page}{dated}):"
    yield ""
    yield f"> {_escaped(ruling.evidence.text)}"
    yield ""
    if ruling.facts:
        yield "| Fact | The text | The source | |"
        yield "|---|---|---|---|"
        for fact in ruling.facts:
            agrees = {True: "agrees", False: "differs", None: "not mentioned"}[fact.agrees]
            yield f"| {fact.kind} | {_escaped(fact.claim)} | {_escaped(fact.source or '')} | {agrees} |"
        yield ""


def _conflict(conflict: Conflict) -> Iterator[str]:
    yield f"### {conflict.label}: {_escaped(conflict.message)}"
    yield ""
    for side in conflict.sides:
        what = "reference title" if side.reference else "source" if side.source else "text"
        odd = " (the odd one out)" if side.odd else ""
        yield f"- **{_escaped(side.value)}**{odd} {_escaped(side.document)}:{side.line} ({what}): {_escaped(side.text)}"
    yield ""
    for reason in conflict.reasons:
        yield f"- {_escaped(reason)}"
    yield ""


def _claims(audit: Audit) -> Iterator[str]:
    if not audit.claims:
        return
    yield f"## All claims ({count(len(audit.claims), 'claim')})"
    yield ""
    yield "| Verdict | Place | Claim | Reason |"
    yield "|---|---|---|---|"
    for judged in audit.claims:
        claim = judged.claim
        place = f"{_escaped(claim.document)}:{claim.line}"
        yield f"| {judged.verdict} | {place} | {_escaped(claim.prose or claim.text)} | {_escaped(judged.reason)} |"
    yield ""


def _sources(sources: tuple[Source, ...]) -> Iterator[str]:
    if not sources:
        return
    yield f"## Sources ({len(sources)})"
    yield ""
    yield "| Outcome | Evidence | Source | Detail |"
    yield "|---|---|---|---|"
    for source in sources:
        title = f" {_escaped(source.title)}" if source.title else ""
        yield f"| {source.outcome} | {source.evidence} | {_link(source.url)}{title} | {_escaped(source.detail)} |"
    yield ""


def _place(finding: Finding) -> str:
    page = f", page {finding.location.page}" if finding.location.page is not None else ""
    return f"{_escaped(finding.location.document)}:{finding.location.line}:{finding.location.column}{page}"


def _link(url: str) -> str:
    """An autolink when the address is one that a Markdown reader may follow, else plain words."""
    if re.fullmatch(r"https?://[^\s<>\"'`|\\]+", url):
        return f"<{url}>"
    return _escaped(url)


def _escaped(text: str) -> str:
    """Words of a text or page, shown as words: no markup, link, HTML or table cell of theirs takes effect."""
    line = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~])", r"\\\1", line)
