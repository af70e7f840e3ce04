"""A waiver in the text that cannot be read.

## What it does
Finds comments addressed to claimcheck that waive nothing: without a rule, without a reason, with a name that no rule
has, or with a last day that is no date.

## Why is this bad?
Its author believes that something is waived. A waiver without a reason tells the next reader nothing.

## Example
`<!-- claimcheck: allow insecure-url -->`, which gives no reason.

## Remedy
Write it as

    <!-- claimcheck: allow insecure-url reason: the archive has no https until: 2027-01-31 -->

behind the sentence that it is about, or on a line of its own above the paragraph. `until:` may be left out, and
`allow-file` is about the whole text.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._case import Case, fingerprint, quoted
from claimcheck.rules._inline import EXAMPLE, Malformed, read

ID = "malformed-waiver"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for path, document in case.documents.items():
        for found in read(document):
            if isinstance(found, Malformed):
                place = found.place
                words = document.text[place.start : place.end] if document.lines is None else found.problem
                message = f"this comment waives nothing: {quoted(found.problem, 200)[1:-1]}"
                yield Finding(
                    ID,
                    SEVERITY,
                    message,
                    place,
                    help=f"write it as {EXAMPLE}",
                    fingerprint=fingerprint(ID, path, words),
                )
