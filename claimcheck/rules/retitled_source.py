"""A page with another title than the one cited.

## What it does
Finds pages whose title has no word in common with the title of the reference, and pages that are plainly others than
the cited one.

## Why is this bad?
The address may show another article by now, or may have been the wrong one from the beginning.

## Example
The reference "Counting cars on the Hitra ferry", and a page with the title "Recipes for autumn".

## Remedy
Open the page. Correct the address, or the title.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._addresses import is_host_name
from claimcheck.rules._case import Case, Cited, quoted

ID = "retitled-source"
SEVERITY: Severity = "warning"
READS_SOURCES = True


def check(case: Case) -> Iterator[Finding]:
    for cited in case.cited_sources:
        wrong = cited.source.outcome == "wrong-page"
        if cited.source.evidence == "manual" or not (wrong or _is_another(cited)):
            continue
        title = cited.reference.title if cited.reference else None
        said = f"the reference says {quoted(title)}, " if title else ""
        shown = quoted(cited.source.title) if cited.source.title else "another page"
        yield case.on_source(
            ID,
            SEVERITY,
            cited,
            f"{said}the page is {shown}",
            "open the page, and correct the address or the title",
            confidence="medium" if wrong else "low",
        )


def _is_another(cited: Cited) -> bool:
    """True when the titles have no word in common, and enough words that this means something."""
    reference, source = cited.reference, cited.source
    if reference is None or source.outcome not in {"ok", "moved"} or not reference.title or not source.title:
        return False
    if is_host_name(reference.title, reference) or _script(reference.title) != _script(source.title):
        return False  # a translated title shares no word with its original
    language = source.document.language if source.document else None
    if language is not None and cited.text.document.language not in {None, language}:
        return False
    from claimcheck.parse.words import content_stems

    ours, theirs = content_stems(reference.title), content_stems(source.title)
    return min(len(ours), len(theirs)) >= 2 and ours.isdisjoint(theirs)


def _script(title: str) -> bool:
    """True for a title in Latin letters."""
    letters = [character for character in title if character.isalpha()]
    return sum(character < "\u0250" for character in letters) * 2 >= len(letters)
