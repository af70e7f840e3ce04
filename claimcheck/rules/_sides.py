"""Conflicts as findings: one a cluster, at the side that stands alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from claimcheck.model import Confidence, Conflict, Finding, Location, Related, Severity, Side
from claimcheck.rules._case import Case, fingerprint, quoted

_SEVERITY: dict[str, Severity] = {"conflict": "error", "tension": "warning", "variant": "note"}
_CONFIDENCE: dict[str, Confidence] = {"conflict": "high", "tension": "low", "variant": "medium"}


def clusters(
    case: Case, rule: str, severity: Severity, belongs: Callable[[Conflict], bool], help: str
) -> Iterator[Finding]:
    """One finding for each conflict that ``belongs``: ``severity`` for a conflict, weaker for what may both hold."""
    audited = {text.document.path for text in case.texts} | {text.claims_path for text in case.texts}
    for conflict in case.conflicts:
        if not belongs(conflict):
            continue
        own = [side for side in conflict.sides if side.source is None and side.document in audited] or conflict.sides
        first = next((side for side in own if side.odd), own[0])
        others = [side for side in conflict.sides if side is not first]
        weakest = min(severity, _SEVERITY[conflict.label], key=("note", "warning", "error").index)
        yield Finding(
            rule=rule,
            severity=weakest,
            message=conflict.message,
            location=_place(case, first),
            confidence=_CONFIDENCE[conflict.label],
            claim=first.claim,
            reference=first.reference,
            url=first.source,
            related=tuple(
                Related(f"here it is {quoted(side.value, 80)}", _place(case, side), side.source, side.text)
                for side in others
            ),
            help=help,
            fingerprint=fingerprint(
                rule, first.document, first.text, *sorted({f"{_stem(side)}:{side.text}" for side in others})
            ),
        )


def _stem(side: Side) -> str:
    return PurePath(side.document).stem


def _place(case: Case, side: Side) -> Location:
    document = case.documents.get(side.document)
    if document is not None and side.span.end <= len(document.text):
        start = side.span.start
        return Location(
            side.document,
            document.line_of(start),
            document.column_of(start),
            start,
            side.span.end,
            document.page_of(start),
        )
    if any(text.claims_path == side.document for text in case.texts):
        return Location(side.document, side.line, side.column)
    return Location(side.document, side.line, side.column, side.span.start, side.span.end)
