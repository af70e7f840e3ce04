"""A source behind a wall.

## What it does
Lists references whose page asks for a subscription, a login or consent, refuses programs, or shows its abstract only.
It says nothing about the claim.

## Why is this bad?
The claim stays unchecked here, and most readers cannot check it either.

## Example
"https://daily.example.org/ferries", which shows two paragraphs and "Subscribe to read on".

## Remedy
Open the page yourself, save it, and file the copy: `claimcheck sources add URL FILE`. Or cite a source that all can
read beside it.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Outcome, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._reading import SAVE_A_COPY, unread

ID = "walled-source"
SEVERITY: Severity = "warning"
READS_SOURCES = True


_SAYS: dict[Outcome, str] = {
    "wall": "is behind a wall",
    "blocked": "refuses programs",
    "abstract-only": "shows its abstract only",
}


def check(case: Case) -> Iterator[Finding]:
    yield from unread(case, ID, SEVERITY, _SAYS, SAVE_A_COPY)
