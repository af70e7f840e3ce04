"""Runs a short text through reader, segmentation and citations, and says in words what came out."""

from __future__ import annotations

from claimcheck.bibliographies import bibliography
from claimcheck.cite import Citing, cite
from claimcheck.model import Citation, Document
from claimcheck.readers import read_bytes
from claimcheck.segment import sentences

MEDIA_TYPES = {"txt": "text/plain", "md": "text/markdown", "html": "text/html", "tex": "text/x-tex"}


def read(text: str, format_: str = "txt") -> Document:
    suffix = format_ if format_ in MEDIA_TYPES else "txt"
    return read_bytes(
        text.encode("utf-8", "surrogatepass"),
        path=f"sample.{suffix}",
        media_type=MEDIA_TYPES.get(format_, "text/plain"),
    )


def citing(text: str, format_: str = "txt") -> Citing:
    document = read(text, format_)
    found = cite(document, sentences(document), bibliography(document))
    for citation in found.citations:
        assert citation.span.of(document.text) == citation.text
    for reference in found.references:
        assert reference.span.of(document.text) == reference.text
    return found


def outcome(citation: Citation, found: Citing) -> tuple[str, str, str]:
    """Key, status, and how the references or candidates begin (without what a person cannot choose from)."""
    by_id = {reference.id: reference for reference in found.references}
    named = citation.references or (() if citation.status == "dangling" else citation.candidates)
    return citation.text, citation.status, " | ".join(by_id[one].text[:12].strip() for one in named)


def outcomes(text: str, format_: str = "txt") -> list[tuple[str, str, str]]:
    found = citing(text, format_)
    return [outcome(citation, found) for citation in found.citations]
