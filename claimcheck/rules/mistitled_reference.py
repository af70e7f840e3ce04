"""An entry whose title is none.

## What it does
Finds entries of a bibliography whose title is the name of a site, is missing, or is a stray full stop: what a citation
tool writes when it could not read the page.

## Why is this bad?
The reader cannot tell which page of the site is meant, and a citation by title fits nothing.

## Example
"coast.example.org. (2024). Retrieved 3 May 2024, from https://coast.example.org/uploads/report_12.pdf"

## Remedy
Open the page and write its title.
"""

from collections.abc import Iterator

from claimcheck.model import Confidence, Finding, Severity
from claimcheck.rules._addresses import is_host_name
from claimcheck.rules._case import Case, quoted
from claimcheck.rules._entries import is_entry

ID = "mistitled-reference"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for _, reference in case.references:
        if not is_entry(reference):
            continue
        title = (reference.title or next(iter(reference.text.split()), "")).strip().rstrip(".")
        if not reference.title and not is_host_name(title, reference):
            title = ""
        confidence: Confidence = "high"
        if title and is_host_name(title, reference):
            problem = f"the title of the entry is the name of a site: {quoted(title)}"
        elif reference.text.lstrip().startswith(".") or (title and not any(map(str.isalnum, title))):
            problem = f"the entry has no title: {quoted(reference.text)}"
        elif not title:
            problem, confidence = f"no title was found in the entry {quoted(reference.text)}", "low"
        else:
            continue
        yield case.on_reference(ID, SEVERITY, reference, problem, "write the title of the page", confidence=confidence)
