"""A discrepancy report that an editor can read from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claimcheck.model import Audit, Check, Conflict, Finding, JudgedClaim, Passage, Source
from claimcheck.reports._confirmed import confirmations, confirmed_by
from claimcheck.reports._wording import (
    VERDICT_MEANING,
    VERDICT_ORDER,
    caution,
    check_of,
    count,
    finding_counts,
    fragment_link,
    one_line,
    place_of,
    provenance,
)

Claims = Mapping[tuple[str, str], JudgedClaim]
Sources = Mapping[str, Source]
DECIDING = (False, None, True)
"""What decides a finding stands first: what differs, then what the source does not mention."""
HEADINGS = {"error": "Errors", "warning": "Warnings", "note": "Notes"}


def render(audit: Audit) -> str:
    """The report as Markdown (CommonMark with tables)."""
    return "\n".join(_lines(audit)) + "\n"


def _lines(audit: Audit) -> Iterator[str]:
    claims = {(judged.claim.document, judged.claim.id): judged for judged in audit.claims}
    sources = {source.url: source for source in audit.sources}
    yield "# Discrepancy report"
    yield ""
    for document in audit.documents:
        title = f": {_escaped(document.title)}" if document.title else ""
        yield f"- {_escaped(document.path)}{title}"
    yield ""
    tool = audit.tool
    made = f"As of {tool.as_of}, claimcheck {tool.version} ({tool.mode})."
    yield f"{_escaped(made)} {finding_counts(audit.findings)}."
    yield ""
    for note in caution(audit):
        yield f"> **Note:** {_escaped(note)}"
        yield ""
    yield "| Verdict | Claims | Means |"
    yield "|---|---:|---|"
    for verdict in VERDICT_ORDER:
        yield f"| {verdict} | {audit.summary.by_verdict.get(verdict, 0)} | {VERDICT_MEANING[verdict]} |"
    yield ""
    confirmed = confirmations(audit)
    for severity, heading in HEADINGS.items():
        found = [entry for entry in audit.findings if entry.severity == severity and entry.status == "open"]
        if found:
            yield f"## {heading} ({len(found)})"
            yield ""
            for finding in found:
                yield from _finding(finding, claims, sources, confirmed_by(confirmed.get(id(finding), ())))
    if audit.conflicts:
        yield f"## Conflicts ({len(audit.conflicts)})"
        yield ""
        for conflict in audit.conflicts:
            yield from _conflict(conflict)
    waived = [entry for entry in audit.findings if entry.status != "open"]
    if waived:
        yield f"## Waived or in the baseline ({len(waived)})"
        yield ""
        for finding in waived:
            reason = f": {_escaped(finding.waiver)}" if finding.waiver else ""
            what = f"{_code(finding.rule)} {_escaped(place_of(finding))} {_escaped(finding.message)}"
            yield f"- {what} ({finding.status}{reason})"
        yield ""
    yield from _claims(audit)
    yield from _sources(audit.sources)


def _finding(finding: Finding, claims: Claims, sources: Sources, confirmed: str) -> Iterator[str]:
    yield f"### {_code(finding.rule)} {_escaped(place_of(finding))}"
    yield ""
    yield _escaped(finding.message)
    yield ""
    judged = claims.get((finding.location.document, finding.claim or ""))
    if judged is not None:
        yield f"The text says ({judged.verdict}{_confidence(finding)}):"
        yield ""
        yield f"> {_escaped(judged.claim.prose or judged.claim.text)}"
        yield ""
    check = check_of(finding, judged)
    passage = check.ruling.evidence if check else None
    if check is not None and passage is not None:
        yield from _evidence(check, passage, sources.get(check.url or ""))
    told = False
    for related in finding.related:
        if passage is not None and related.text == passage.text:
            continue
        place = f" ({_escaped(related.location.document)}:{related.location.line})" if related.location else ""
        text = f": “{_escaped(related.text)}”" if related.text else ""
        link = f" {_link(related.url)}" if related.url else ""
        yield f"- {_escaped(related.message)}{place}{text}{link}"
        told = True
    if told:
        yield ""
    if confirmed:
        yield f"*{_escaped(confirmed[0].upper() + confirmed[1:])}.*"
        yield ""
    if finding.help:
        yield f"**What to do:** {_escaped(finding.help)}"
        yield ""


def _confidence(finding: Finding) -> str:
    """What a reader should know of a finding that is less than sure."""
    return "" if finding.confidence == "high" else f"; {finding.confidence} confidence"


def _evidence(check: Check, passage: Passage, source: Source | None) -> Iterator[str]:
    link = fragment_link(check.url or "", passage.text, passage.page)
    about = [_link(link, source.title if source else None), *map(_escaped, provenance(check))]
    says = "The nearest that the source says" if check.ruling.verdict == "unsupported" else "The source says"
    yield f"{says} ({', '.join(about)}):"
    yield ""
    yield f"> {_escaped(passage.text)}"
    yield ""
    if check.ruling.facts:
        yield "| | The text | The source | |"
        yield "|---|---|---|---|"
        for fact in sorted(check.ruling.facts, key=lambda fact: DECIDING.index(fact.agrees)):
            agrees = {True: "agrees", False: "**differs**", None: "not mentioned"}[fact.agrees]
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


def _link(url: str, words: str | None = None) -> str:
    """A link when the address is one that a Markdown reader may follow, else plain words."""
    if not re.fullmatch(r"https?://[^\s<>\"'`|\\]+", url):
        return _escaped(url)
    return f"[{_escaped(one_line(words, 100))}](<{url}>)" if words and words.strip() else f"<{url}>"


def _code(name: str) -> str:
    return f"`{one_line(name).replace('`', ' ')}`"


def _escaped(text: str) -> str:
    """Words of a text or page, shown as words: no markup, link, HTML or table cell of theirs takes effect."""
    line = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~])", r"\\\1", line)
