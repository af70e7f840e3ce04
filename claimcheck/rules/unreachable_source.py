"""A source that could not be reached this time.

## What it does
Lists references whose server did not answer, answered with a fault of its own, asked to come back later, or stands at
an address that may not be opened. It says nothing about the claim: the claim stays unchecked.

## Why is this bad?
What was not read was not checked. The page may be back in an hour, or be gone.

## Example
"https://coast.example.org/cars", whose server answers "503 Service Unavailable".

## Remedy
Run the audit again later. For a page inside your own network allow its addresses with `--allow-net`, and for one that
you can open yourself file a saved copy with `claimcheck sources add URL FILE`.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Outcome, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._reading import SAVE_A_COPY, unread

ID = "unreachable-source"
SEVERITY: Severity = "warning"
READS_SOURCES = True


_AGAIN: dict[Outcome, str] = {"down": "could not be reached", "throttled": "asked to come back later"}
_REFUSED: dict[Outcome, str] = {"unsafe": "was not opened"}


def check(case: Case) -> Iterator[Finding]:
    yield from unread(case, ID, SEVERITY, _AGAIN, f"run the audit again later; {SAVE_A_COPY}")
    allow = "if its network is your own, allow it: --allow-net 10.0.0.0/8, or allow-net in the settings"
    help = f"{allow}; {SAVE_A_COPY}"
    yield from unread(case, ID, SEVERITY, _REFUSED, help)
