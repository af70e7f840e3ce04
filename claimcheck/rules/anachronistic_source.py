"""A source older than the event it is cited for.

## What it does
Compares the day a source was published with the dates that the claim states of something that has happened. Plans,
forecasts and sources that say what the claim says are left alone.

## Why is this bad?
A page cannot report what had not happened yet. Probably another page is meant, or a date is wrong.

## Example
"The bridge opened on 4 June 2021 (Dahl, 2020)", and the page was published on 12 March 2020.

## Remedy
Correct the date, or cite a source from after the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model import Claim, Finding, Severity
from claimcheck.rules._case import Case, quoted
from claimcheck.rules._rulings import evidence

ID = "anachronistic-source"
SEVERITY: Severity = "warning"
READS_SOURCES = True

# A season ("2022-21" to "2022-24") is no month: a page of September tells of the summer of its year.
_FULL = re.compile(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?")
# Words that make a date one to come, from where the source stands.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|plan(?:s|ned)?|schedul\w+|expect\w*|until|through|due|by|forecast\w*|next|target\w*|aim\w*)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    for judged in case.judged:
        event = _event(judged.claim, case.as_of.isoformat())
        if event is None:
            continue
        for check in judged.checks:
            published = check.published or ""
            if not check.own or check.ruling.verdict == "supported" or not _FULL.match(published):
                continue
            length = min(len(event), len(published), 10)
            if published[:length] < event[:length]:
                yield case.on_claim(
                    ID,
                    SEVERITY,
                    judged.claim,
                    f"the text says {quoted(event)}, the page was published on {quoted(published[:10])}",
                    "correct the date, or cite a source from after the event",
                    url=check.url,
                    reference=check.reference,
                    confidence="medium",
                    related=evidence(check),
                )


def _event(claim: Claim, today: str) -> str | None:
    """The latest past date, to the month or the day, that the claim gives to something that has happened."""
    if claim.modality != "asserted" or _AHEAD.search(claim.text):
        return None
    past = [date.edtf for date in claim.facts.dates if _FULL.fullmatch(date.edtf) and date.edtf <= today]
    return max(past, default=None)
