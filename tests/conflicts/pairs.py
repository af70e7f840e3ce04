"""Two sentences as one small text of two paragraphs, worth checking or not."""

from __future__ import annotations

from claimcheck import conflicts, readers
from claimcheck.extract import extract
from claimcheck.model import Conflict, Extraction


def read(*sentences: str, path: str = "text.txt") -> Extraction:
    """Every sentence as a claim: what is worth checking is not the question here."""
    text = "\n\n".join(sentences) + "\n"
    document = readers.read_bytes(text.encode(), path=path, media_type="text/plain")
    extraction = extract(document)
    claims = tuple(sorted((*extraction.claims, *extraction.unselected), key=lambda claim: claim.span))
    return Extraction(extraction.document, claims, extraction.citations, extraction.references)


def found(*sentences: str) -> tuple[Conflict, ...]:
    """What is found between the sentences."""
    return conflicts.find([read(*sentences)])
