"""What looks like running text and is none: credits, calls to subscribe, datelines, and who the author is."""

from __future__ import annotations

import re

from claimcheck.model import PROSE_KINDS, Document

# What a plain text shows as an ordinary line. Sentences of the body do not begin so.
_FURNITURE = re.compile(
    r"(?:(?:cover )?(?:photo(?:graph)?s?|image|picture|figure|fig\.|table|illustration|map|chart|graphic|video|caption"
    r"|source|credit|pictured)(?:\s+\d+)?(?:\s+(?:credit|by))?\s*[:.]\s"
    r"|(?:filed under|tags?|tagged|topics?|categor(?:y|ies)|related|see also|more on this|correction|contact"
    r"|disclaimer)\s*:"
    r"|(?:read (?:more|also|next)|share (?:this|on)|follow us|click here|sign up (?:for|to)|subscribe (?:to|now"
    r"|today|for)"
    r"|support (?:our|local|independent) (?:journalism|reporting|work|coverage|newsroom)|download (?:the|our)"
    r" (?:app|full|free)"
    r"|for (?:more|further) information|for (?:press|media) (?:enquiries|inquiries)|contact us|written by)\b"
    r"|\((?:reporting|additional reporting|editing|writing|photo|image|edited)\b)",
    re.IGNORECASE,
)
_RIGHTS = ("all rights reserved", "©", "is a trademark of", "is a registered trademark of")
_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'-]{2,40},\s+(?:[A-Z][a-z]+\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)(?:,?"
    r" \d{4})?\s*(?:\([^)]{1,40}\))?\s*[-–—]*$"
)
_BIOGRAPHY = re.compile(
    r"^(?:dr\.? |prof(?:essor|\.)? |mr\.? |ms\.? |mrs\.? )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} is (?:an? |the"
    r" )?(?:[\w-]+ ){0,4}?"
    r"(?:writer|reporter|journalist|correspondent|columnist|editor|contributor|author|fellow|lecturer|professor|researcher|student|freelancer)\b"
    r"(?: (?:for|at|of|with|in|and|based)\b|\.)",
)

_LAST = 3
"""Blocks at the end of a text among which a biography stands."""


def furniture(sentence: str) -> bool:
    """True for a sentence-like line that belongs to the page and not to the text: a credit, a dateline, a call to
    subscribe.
    """
    line = " ".join(sentence.split())
    if _FURNITURE.match(line) or _DATELINE.match(line) or _BIOGRAPHY.match(line):
        return True
    lowered = line.lower()
    return any(sign in lowered for sign in _RIGHTS)


def biographies(document: Document) -> frozenset[int]:
    """Indexes of the last blocks, when they tell who the author is: "Ada Roe teaches law and is the author of ..."."""
    prose = [index for index, block in enumerate(document.blocks) if block.kind in PROSE_KINDS]
    found = set()
    for index in prose[-_LAST:]:
        words = " ".join(document.blocks[index].span.of(document.prose)[:400].split())
        if _BIOGRAPHY.match(words) or any(name and words.startswith(f"{name} ") for name in document.metadata.authors):
            found.add(index)
    return frozenset(found) if len(found) < len(prose) else frozenset()
