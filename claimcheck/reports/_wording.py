"""Words and numbers that several report formats share."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from claimcheck.model import Audit, Check, Finding, JudgedClaim

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


def deciding(judged: JudgedClaim) -> Check | None:
    """The check that a reader should see first: the one that made the verdict, own citations before inherited."""
    same = [check for check in judged.checks if check.ruling.verdict == judged.verdict]
    ranked = same or [check for check in judged.checks if check.ruling.evidence] or list(judged.checks)
    return min(ranked, key=lambda check: (not check.own, check.ruling.evidence is None), default=None)


def fragment_link(url: str, passage: str | None) -> str:
    """``url`` with a text fragment (WICG Scroll To Text Fragment) that scrolls a browser to ``passage``."""
    if not passage or not url.startswith(("http://", "https://")):
        return url
    words = passage.split()
    if len(words) > 12:
        directive = f"{_encoded(' '.join(words[:5]))},{_encoded(' '.join(words[-5:]))}"
    else:
        directive = _encoded(" ".join(words))
    return f"{url.split('#', 1)[0]}#:~:text={directive}"


def _encoded(words: str) -> str:
    # The specification reserves "-", "&" and "," inside a text directive.
    return quote(words, safe="").replace("-", "%2D")
