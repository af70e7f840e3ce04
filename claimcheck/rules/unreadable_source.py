"""A source that was fetched and cannot be read.

## What it does
Lists references whose file is too large, is damaged, is a scan without text, or has a format that is not read here.

## Why is this bad?
The claim stays unchecked: the program has the file and cannot see what it says.

## Example
"https://archive.example.org/minutes_1954.pdf", a scan of typewritten pages.

## Remedy
Read it yourself, and file its text: `claimcheck sources add URL FILE` takes text, HTML and PDF with text.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Outcome, Severity
from claimcheck.rules._case import Case
from claimcheck.rules._reading import unread

ID = "unreadable-source"
SEVERITY: Severity = "warning"
READS_SOURCES = True

_SAYS: dict[Outcome, str] = {
    "toobig": "is too large to be read",
    "undecodable": "cannot be decoded",
    "needs-ocr": "is a scan without text",
    "unsupported-type": "has a format that is not read here",
}


def check(case: Case) -> Iterator[Finding]:
    help = "read it yourself and file its text: claimcheck sources add URL FILE"
    yield from unread(case, ID, SEVERITY, _SAYS, help)
