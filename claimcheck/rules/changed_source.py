"""A source that says something else than when it was locked.

## What it does
Finds sources whose bytes differ from those in the lock file, and shows which paragraphs differ, those first that
decided a verdict. Also finds pages that no longer hold the words that their address quotes (`#:~:text=...`).

## Why is this bad?
What bore a claim out may have been taken back or corrected since.

## Example
A news page on which "41,000 cars" became "14,000 cars" with a correction below it.

## Remedy
Look at the verdicts of the claims that cite it, then accept the new content with `--refresh`.
"""

from collections.abc import Iterator

from claimcheck.model import Difference, Finding, Related, Severity
from claimcheck.rules._case import Case, Cited, quoted

ID = "changed-source"
SEVERITY: Severity = "warning"
READS_SOURCES = True
_TOLD = 5
"""Paragraphs that one finding shows."""


def check(case: Case) -> Iterator[Finding]:
    decisive = {
        (check.url, " ".join(check.ruling.evidence.text.split()))
        for judged in case.claims
        for check in judged.checks
        if check.ruling.evidence is not None
    }
    for cited in case.cited_sources:
        if cited.source.changed:
            yield _changed(case, cited, {words for url, words in decisive if url == cited.source.url})
        lost = [pointer.words for pointer in cited.source.pointers if pointer.start is None]
        if lost and cited.source.silence_counts:
            yield case.on_source(
                ID,
                SEVERITY,
                cited,
                f"{quoted(cited.source.url, 200)} does not hold the words that its address quotes: {quoted(lost[0])}",
                "look at the claims that cite it, and point to what the page says now",
                confidence="medium",
            )


def _changed(case: Case, cited: Cited, decisive: set[str]) -> Finding:
    def matters(one: Difference) -> bool:
        return one.mattered or any(words in one.now or (one.now and one.now in words) for words in decisive)

    told = sorted(cited.source.differences, key=lambda one: not matters(one))
    mattered = sum(map(matters, told))
    said = "has changed since it was locked"
    if told:
        said += (
            f", {mattered} of its passages that decided verdicts" if mattered else ", none of what decided a verdict"
        )
    related = tuple(entry for one in told[:_TOLD] for entry in _lines(one, matters(one)))
    return case.on_source(
        ID,
        SEVERITY,
        cited,
        f"{quoted(cited.source.url, 200)} {said}",
        "look at the claims that cite it, then accept the new content with --refresh",
        related=related,
    )


def _lines(one: Difference, mattered: bool) -> Iterator[Related]:
    mark = " (decided a verdict)" if mattered else ""
    if one.before:
        yield Related(f"- {quoted(one.before, 400)[1:-1]}{mark}")
    if one.now:
        yield Related(f"+ {quoted(one.now, 400)[1:-1]}{mark}")
