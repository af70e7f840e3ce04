"""An entry whose year does not fit its address.

## What it does
Compares the year of an entry with the date in its address (/2020/05/) and with the day on which it was retrieved. A
year apart is let pass. A file may hold an older work; it cannot hold one that is newer than its upload.

## Why is this bad?
A figure is as old as its source. Dated wrongly, an old figure passes for a new one.

## Example
"Tide tables. (2024). https://tides.example.org/uploads/2020/05/tables_2019.pdf"

## Remedy
Open the source and give the year that it states.
"""

import re
from collections.abc import Iterator

from claimcheck.model import Finding, Reference, Severity
from claimcheck.rules._addresses import parsed
from claimcheck.rules._case import Case, quoted
from claimcheck.rules._entries import is_entry, year_of

ID = "misdated-reference"
SEVERITY: Severity = "warning"

_DATED = re.compile(r"/((?:19|20)\d\d)[/-](?:0[1-9]|1[0-2])(?=[/-]|$)")
_FILE = re.compile(r"\.(?:pdf|docx?|pptx?|xlsx?|epub)$", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    for _, reference in case.references:
        problem = _problem(reference) if is_entry(reference) else None
        if problem is not None:
            yield case.on_reference(
                ID,
                SEVERITY,
                reference,
                f"the entry says {quoted(reference.year or '')}, {problem}",
                "give the year that the source itself states",
                confidence="medium",
            )


def _problem(reference: Reference) -> str | None:
    year = year_of(reference)
    if year is None:
        return None
    accessed = re.match(r"(\d{4})-", reference.accessed or "")
    if accessed and int(accessed[1]) < year:
        return f"and was retrieved in {quoted(accessed[1])}"
    parts = parsed(reference.url or "")
    dated = _DATED.search(parts.path) if parts else None
    if parts is None or dated is None:
        return None
    other = int(dated[1])
    older = bool(_FILE.search(parts.path)) and year < other
    return f"its address says {quoted(dated[0].strip('/'))}" if abs(year - other) > 1 and not older else None
