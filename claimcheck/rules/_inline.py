"""Waivers written into a text: ``<!-- claimcheck: allow RULE reason: WORDS until: DATE -->``.

``until:`` may be left out and may come first; several rules are separated by commas. A comment behind a sentence is
about that sentence; one on a line of its own, or at the head of a paragraph, about the whole paragraph (list item,
table row, entry of the bibliography) that follows; ``allow-file`` is about the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from claimcheck import catalogue, segment
from claimcheck.model import PROSE_KINDS, Document, Location, Remark, Span, Waiver

EXAMPLE = "<!-- claimcheck: allow insecure-url reason: the archive has no https until: 2027-01-31 -->"
MOST = 2_000
"""Comments that are read of one text; a person writes no more, and each is held against every claim."""
_FIELD = re.compile(r"(?:^|(?<=\s))(reason|until)\s{0,4}:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Inline:
    """One waiver in a text; ``span`` is what it is about, ``None`` for the whole text."""

    waiver: Waiver
    span: Span | None
    place: Location

    def concerns(self, span: Span) -> bool:
        return self.span is None or self.span.overlaps(span)


@dataclass(frozen=True, slots=True)
class Malformed:
    """A comment that waives nothing, and why."""

    problem: str
    place: Location


def read(document: Document) -> Iterator[Inline | Malformed]:
    """The waivers in ``document``, one for each rule that a comment names."""
    sentences: tuple[Span, ...] | None = None
    for number, remark in enumerate(document.remarks):
        place = Location(document.path, remark.line, remark.column, remark.start, remark.end)
        if number == MOST:
            yield Malformed(f"it comes after {MOST:,} others, and no more are read", place)
            return
        try:
            verb, rules, reason, until = _parsed(remark.text)
        except ValueError as error:
            yield Malformed(str(error), place)
            continue
        span = None
        if verb == "allow":
            if sentences is None:
                sentences = tuple(sentence.span for sentence in segment.sentences(document))
            span = _about(document, remark, sentences)
            if span is None:
                yield Malformed("nothing follows that it could be about", place)
                continue
        for rule in rules:
            yield Inline(Waiver(rule, reason, until, remark.line), span, place)


def waivers_in(document: Document) -> Iterator[Inline]:
    """The waivers in ``document`` that can be read."""
    return (found for found in read(document) if isinstance(found, Inline))


def _parsed(words: str) -> tuple[str, tuple[str, ...], str, str | None]:
    """Verb, rules, reason and last day.

    Raises:
        ValueError: it is no waiver; the message says what is missing.
    """
    verb, _, rest = " ".join(words.split()).partition(" ")
    verb = verb.lower()
    if verb not in {"allow", "allow-file"}:
        raise ValueError(f"it says {verb!r}, not allow or allow-file" if verb else "it says nothing")
    parts = _FIELD.split(rest)
    fields: dict[str, str] = {}
    for key, value in zip(parts[1::2], parts[2::2], strict=True):
        if key.lower() in fields:
            raise ValueError(f"it gives {key.lower()}: twice")
        fields[key.lower()] = value.strip(" ;,")
    rules = tuple(dict.fromkeys(re.split(r"[,;\s]+", parts[0].strip(" ,;:")))) if parts[0].strip(" ,;:") else ()
    if not rules:
        raise ValueError("it names no rule")
    known = catalogue.names("rules")
    for rule in rules:
        if rule not in known:
            near = get_close_matches(rule, known, 1)
            raise ValueError(f"there is no rule {rule!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    if not fields.get("reason"):
        raise ValueError("it gives no reason")
    return verb, rules, fields["reason"], _day(fields.get("until"))


def _day(written: str | None) -> str | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written.rstrip(".")).isoformat()
    except ValueError:
        raise ValueError(f"{written!r} is not a date such as 2027-01-31") from None


def _about(document: Document, remark: Remark, sentences: tuple[Span, ...]) -> Span | None:
    prose, blocks = document.prose, document.blocks
    after = bisect_right(blocks, remark.start, key=lambda block: block.span.start)
    line = prose.rfind("\n", 0, remark.start) + 1
    around = next((block for block in reversed(blocks[:after]) if remark.start <= block.span.end), None)
    begins = max(line, around.span.start) if around else line
    if prose[begins : remark.start].strip():
        number = bisect_right(sentences, remark.start, key=lambda span: span.start) - 1
        if number >= 0 and sentences[number].end > begins - 1:
            return sentences[number]
    for block in blocks[max(0, after - 1) :]:
        start = max(block.span.start, remark.end)
        if block.kind in PROSE_KINDS and start < block.span.end and prose[start : block.span.end].strip():
            return block.span
    return None
