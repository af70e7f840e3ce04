"""A paragraph of citations that stand behind no sentence.

## What it does
Finds paragraphs that hold nothing but citations, and reports each once.

## Why is this bad?
Such a paragraph vouches for a whole section. Nobody can tell which source is meant to bear out which sentence, so no
sentence can be checked.

## Example
A section of ten sentences without citations, then "(Dahl, 2020; Aas, 2018; coast.example.org, n.d.)".

## Remedy
Move each citation to the sentence that it bears out.
"""

from collections.abc import Iterator

from claimcheck.model import Citation, Extraction, Finding, Severity
from claimcheck.rules._case import Case, counted, quoted

ID = "orphan-citations"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    for text in case.texts:
        for group in _paragraphs(case, text):
            yield case.on_citation(
                ID,
                SEVERITY,
                group[0],
                f"{counted(len(group), 'citation')} in a paragraph without a sentence, from {quoted(group[0].text)} "
                f"to {quoted(group[-1].text)}" if len(group) > 1 else
                f"the citation {quoted(group[0].text)} stands behind no sentence",
                "move each citation to the sentence that it bears out",
            )  # fmt: skip


def _paragraphs(case: Case, text: Extraction) -> Iterator[list[Citation]]:
    group: list[Citation] = []
    for citation in text.citations:
        if citation.scope != "orphan":
            continue
        if group and not _together(case, text, group[-1], citation):
            yield group
            group = []
        group.append(citation)
    if group:
        yield group


def _together(case: Case, text: Extraction, one: Citation, other: Citation) -> bool:
    document = case.documents.get(one.document)
    if document is not None:
        return document.block_at(one.span.start) == document.block_at(other.span.start)
    if one.document != text.claims_path:
        return one.line == other.line
    # A claims file keeps no paragraphs: citations with at most brackets and a break between them belong together.
    return 0 <= other.span.start - one.span.end <= 4
