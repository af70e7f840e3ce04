"""Words and numbers that several report formats share."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from claimcheck.model import CONFIDENCES, SEVERITIES, Audit, Check, Finding, JudgedClaim

VERDICT_ORDER = ("contradicted", "disputed", "unsupported", "partial", "unchecked", "uncited", "supported")
"""Worst first: the order in which reports list verdicts."""

VERDICT_MEANING = {
    "supported": "a cited source bears it out",
    "partial": "a source bears part of it out and does not mention the rest",
    "contradicted": "a cited source says otherwise",
    "disputed": "its sources disagree with each other about it",
    "unsupported": "its sources were read and do not bear it out",
    "unchecked": "no source could be held against it",
    "uncited": "it has no citation",
}


def printable(text: str) -> str:
    """``text`` safe to print: terminal escapes, direction overrides and other invisible controls become U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        letter if letter in "\n\t" or unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co"} else "\ufffd"
        for letter in text
    )


def one_line(text: str, limit: int | None = None) -> str:
    """``text`` on one line, safe to print, cut with an ellipsis after ``limit`` characters."""
    line = " ".join(printable(text).split())
    if limit is not None and len(line) > limit:
        return line[: limit - 1].rstrip() + "…"
    return line


def count(number: int, noun: str, plural: str | None = None) -> str:
    """ "1 claim", "2 claims"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def verdict_counts(audit: Audit) -> str:
    """ "3 supported, 1 partial, ..." with what is zero left out."""
    counted = audit.summary.by_verdict
    return ", ".join(f"{counted[verdict]} {verdict}" for verdict in VERDICT_ORDER if counted.get(verdict))


def finding_counts(findings: Iterable[Finding]) -> str:
    """ "2 errors, 1 warning, 3 notes (1 waived)"."""
    findings = tuple(findings)
    open_ = [finding for finding in findings if finding.status == "open"]
    parts = [
        count(sum(finding.severity == severity for finding in open_), severity)
        for severity in ("error", "warning", "note")
        if any(finding.severity == severity for finding in open_)
    ]
    text = ", ".join(parts) or "no open finding"
    for status in ("waived", "baseline"):
        number = sum(finding.status == status for finding in findings)
        if number:
            text += f", {number} {'waived' if status == 'waived' else 'in the baseline'}"
    return text


def caution(audit: Audit) -> tuple[str, ...]:
    """What a reader must know before trusting a quiet report: what was not looked at."""
    summary = audit.summary
    notes = list(audit.tool.notes)
    if audit.tool.changed_since is not None and summary.claims == 0:
        pass  # the notes say so
    elif summary.claims == 0:
        notes.append("no claim was found: nothing was checked")
    elif summary.checked == 0:
        notes.append("no source was held against any claim: nothing was checked")
    elif summary.unchecked:
        notes.append(f"{count(summary.unchecked, 'claim')} could not be checked; that says nothing about them")
    return tuple(dict.fromkeys(notes))


def failing(audit: Audit) -> tuple[Finding, ...]:
    """The findings that made this audit fail: open, at or above its ``--fail-on``, and sure enough for its thresholds.

    None where it passed (also where ``[thresholds] findings`` let some pass): a job and its report say the same. An
    audit of a version that did not keep its ``--fail-on`` failed over its errors, or over the worst there is.
    """
    if audit.summary.exit_code != 1 or audit.tool.fail_on == "never":
        return ()
    open_ = [finding for finding in audit.findings if finding.status == "open"]
    lowest = audit.tool.fail_on or max((finding.severity for finding in open_), key=SEVERITIES.index, default="error")
    severities = SEVERITIES[SEVERITIES.index(lowest) :]
    confidences = CONFIDENCES[CONFIDENCES.index(audit.tool.confidence) :]
    return tuple(finding for finding in open_ if finding.severity in severities and finding.confidence in confidences)


def relative(path: str) -> str:
    """``path`` as forges write paths: forward slashes, no ``./`` in front, safe to print."""
    return printable(path.replace("\\", "/")).removeprefix("./") or path


def place_of(finding: Finding) -> str:
    """ "essay.md:12:3" or "report.pdf:40:1 (page 2)"."""
    place = finding.location
    page = f" (page {place.page})" if place.page is not None else ""
    return f"{one_line(place.document)}:{place.line}:{place.column}{page}"


def deciding(judged: JudgedClaim) -> Check | None:
    """The check that a reader should see first: the one that made the verdict, own citations before inherited."""
    same = [check for check in judged.checks if check.ruling.verdict == judged.verdict]
    ranked = same or [check for check in judged.checks if check.ruling.evidence] or list(judged.checks)
    return min(ranked, key=lambda check: (not check.own, check.ruling.evidence is None), default=None)


def check_of(finding: Finding, judged: JudgedClaim | None) -> Check | None:
    """The check that a finding is about; ``None`` where no source is asked (a conflict, a citation)."""
    addresses = {finding.url, *(related.url for related in finding.related)} - {None}
    same = [check for check in judged.checks if check.url in addresses] if judged else []
    return min(same, key=lambda check: (check.url != finding.url, not check.own), default=None)


def values(check: Check) -> tuple[str, str]:
    """Both sides of what decides a check: the facts that differ, else those that agree or are missing.

    ("about 3,000", "10,000"); several facts are joined with "; ", and what the source lacks is "not mentioned".
    """
    facts = [fact for fact in check.ruling.facts if fact.agrees is False] or list(check.ruling.facts)
    # One pair of words can clash in two ways (direction and polarity); it is one thing to look at.
    pairs = dict.fromkeys((fact.claim, fact.source or "not mentioned") for fact in facts)
    return "; ".join(ours for ours, _ in pairs), "; ".join(theirs for _, theirs in pairs)


def host(url: str | None) -> str:
    """The host of an address without ``www.``; empty when it has none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def provenance(check: Check) -> tuple[str, ...]:
    """Where the passage of a check stands: "courier.example", "page 3", "published 2024-02-02", "an archived copy"."""
    parts = [host(check.url)]
    if check.ruling.evidence is not None and check.ruling.evidence.page is not None:
        parts.append(f"page {check.ruling.evidence.page}")
    if check.published:
        parts.append(f"published {check.published}")
    parts.append({"archive": "an archived copy", "manual": "a saved copy"}.get(check.evidence, ""))
    return tuple(part for part in parts if part)


def fragment_link(url: str, passage: str | None, page: int | None = None) -> str:
    """``url`` with a text fragment (WICG Scroll To Text Fragment) that scrolls a browser to ``passage``.

    A page of a PDF file is named by its number: viewers of PDF files know ``#page=``, and no text fragments.
    """
    if not passage or not url.startswith(("http://", "https://")):
        return url
    if page is not None:
        return f"{url.split('#', 1)[0]}#page={page}"
    words = passage.split()
    if len(words) > 12:
        directive = f"{_encoded(' '.join(words[:5]))},{_encoded(' '.join(words[-5:]))}"
    else:
        directive = _encoded(" ".join(words))
    return f"{url.split('#', 1)[0]}#:~:text={directive}"


def _encoded(words: str) -> str:
    # The specification reserves "-", "&" and "," inside a text directive.
    return quote(words, safe="", errors="replace").replace("-", "%2D")
