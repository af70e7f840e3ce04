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
# Lines that a program or a layout engine reads, not a person: "hostname <string>", "Packages . . . . . 22".
_LEADER = re.compile(r"(?:\. ?){6,}|_{6,}|…{3,}")
_PARAMETER = re.compile(r"(?:Returns?:|[\w.$*-]{1,40}:?) <[\w., |\[\]]{1,60}>")
_CODE_SIGN = re.compile(r"[_\\{}<>=|~^$@#`]|\w\(\)?|::|->|\w\.\w+\(|\A--?\w|\A/\w|\A0x|[a-z][A-Z]|\w/\w.*/")
_ANY_SIGN = re.compile(r"[_\\{}<>=|~^$@#`(:/-]|0x|[a-z][A-Z]")  # without one of these a word is no code
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
    if _LEADER.search(line) or _PARAMETER.match(line) or is_code(line):
        return True
    lowered = line.lower()
    return any(sign in lowered for sign in _RIGHTS)


_NUMBERED = re.compile(r"\s*(?:#?\d{5,7}|\[?#\d+\]?:?)\s")
_YEARLY = re.compile(r"\s*(?:1\d|20)\d\d\s")  # a chronicle
_LONGEST_REGISTER = 20_000  # characters of a block that are looked at


def registers(document: Document) -> frozenset[int]:
    """Indexes of blocks that list and tell nothing: contents with leader dots, reports under their numbers."""
    found = set()
    single: int | None = None  # the block before, when it is one such line
    for index, block in enumerate(document.blocks):
        if block.kind not in PROSE_KINDS:
            continue
        lines = block.span.of(document.prose)[:_LONGEST_REGISTER].splitlines()
        listed = sum(1 for line in lines if _LEADER.search(line) or (_NUMBERED.match(line) and not _YEARLY.match(line)))
        if not listed or 2 * listed < len(lines) or (listed == 1 and len(lines) > 1):
            single = None
        elif len(lines) > 1:
            found.add(index)
        else:
            found.update((single, index) if single is not None else ())
            single = index
    return frozenset(found)


def is_code(line: str) -> bool:
    """Whether a line is more code than words: at least two in five of its words hold signs of code."""
    if 5 * len(_ANY_SIGN.findall(line)) < 2 * (line.count(" ") + 1) // 2 or line.isalpha():
        return False  # what most lines are, told at once: half of the words may be numbers, which do not count
    tokens = [token for token in line.split() if any(map(str.isalpha, token))]
    if not tokens:
        return False
    coded = sum(_CODE_SIGN.search(token.strip(".,;:!?()[]'\"“”‘’")) is not None for token in tokens)
    return 5 * coded >= 2 * len(tokens)


def biographies(document: Document) -> frozenset[int]:
    """Indexes of the last blocks, when they tell who the author is: "Ada Roe teaches law and is the author of ..."."""
    prose = [index for index, block in enumerate(document.blocks) if block.kind in PROSE_KINDS]
    found = set()
    for index in prose[-_LAST:]:
        words = " ".join(document.blocks[index].span.of(document.prose)[:400].split())
        if _BIOGRAPHY.match(words) or any(name and words.startswith(f"{name} ") for name in document.metadata.authors):
            found.add(index)
    return frozenset(found) if len(found) < len(prose) else frozenset()
