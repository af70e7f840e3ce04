"""A text that cites itself.

## What it does
Finds sources that are the text under audit: its own address (where the text names it), a page that holds the text word
for word, and pages on a site that the settings call the text's own:

    [sources]
    own = ["coast-gazette.example"]

## Why is this bad?
A text always bears itself out. A figure that cites its own publication has no source at all.

## Example
An article that cites "coast-gazette.example/ferries", where it is printed itself.

## Remedy
Cite the source that the page goes back to.
"""

from collections.abc import Iterator

from claimcheck.model import Finding, Severity
from claimcheck.rules._addresses import bare
from claimcheck.rules._case import Case, Cited, quoted, site

ID = "circular-source"
SEVERITY: Severity = "warning"
READS_SOURCES = True

SAMPLE = 12
"""Sentences of the text that are looked for in a page."""
FEWEST = 5
"""Sentences below which a text is too short to be told from one that quotes the page."""
WORDS = 8
"""Words of a sentence that is no coincidence."""


def check(case: Case) -> Iterator[Finding]:
    sampled: dict[int, list[str]] = {}
    used = {
        (citation.document, key)
        for _, citation in case.citations
        if case.owner(citation)
        for key in citation.references
    }
    for cited in case.cited_sources:
        if cited.reference is not None and (cited.reference.document, cited.reference.id) not in used:
            continue  # a permanent link in the page's own furniture is cited for nothing
        message = _by_address(case, cited)
        if message is None:
            if id(cited.text) not in sampled:
                sampled[id(cited.text)] = _sample(cited)
            if _is_copy(sampled[id(cited.text)], cited):
                message = f"{quoted(cited.source.url, 200)} is the text under audit, word for word"
        if message is not None:
            yield case.on_source(ID, SEVERITY, cited, message, "cite the source that the page goes back to")


def _by_address(case: Case, cited: Cited) -> str | None:
    document = case.documents.get(cited.text.document.path)
    own = document.metadata.canonical_url if document else None
    url = cited.source.url
    for address in (url, cited.source.final_url):
        if address and own and bare(address) == bare(own):
            return f"{quoted(url, 200)} is the address of the text itself"
        if address and case.policy.sources.owns(address):
            return f"{quoted(url, 200)} is on {site(address)}, the text's own site"
    return None


def _sample(cited: Cited) -> list[str]:
    """Long sentences of the text, evenly spread over it."""
    long = [_folded(claim.prose) for claim in cited.text.claims if claim.kind == "statement" and not claim.edited]
    long = [words for words in long if len(words.split()) >= WORDS]
    step = max(1, len(long) // SAMPLE)
    return long[::step][:SAMPLE]


def _is_copy(sample: list[str], cited: Cited) -> bool:
    """True when a page has nearly every sentence of the text: one that quotes it has a few."""
    page = cited.source.document
    if page is None or len(sample) < FEWEST:
        return False
    words = _folded(page.prose)
    return sum(sentence in words for sentence in sample) >= 0.8 * len(sample)


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
