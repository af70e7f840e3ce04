"""Which sentence a citation vouches for: its own, the rest of its paragraph, or none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.cite.keys import LEAD_IN, Key
from claimcheck.cite.lexicon import POINTERS
from claimcheck.model import Document, Scope, Sentence, Span
from claimcheck.parse._nounphrases import verbish

_WORD = re.compile(r"[^\W\d_]+")
_LEFT_LETTERS = 30
_SAYING = 4  # words of the shortest note that says something itself
_NO_PARAGRAPHS = frozenset({"boilerplate", "caption"})  # information boxes and pictures name their sources, too
_MARKUP = re.compile(r"https?://\S+|<[^<>]{0,300}>|\\[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Attachment:
    """Scope per key, and per sentence index the keys (by position) of its own and those it inherits."""

    scopes: tuple[Scope, ...]
    own: dict[int, tuple[int, ...]]
    inherited: dict[int, tuple[int, ...]]


def attach(keys: Sequence[Key], document: Document, sentences: Sequence[Sentence]) -> Attachment:
    """Attaches ``keys`` (in text order) to ``sentences`` (in text order).

    A group vouches for the sentence it stands in or directly follows. The sentences before it, back to the previous
    citation of the paragraph, inherit it; a link or "Brown (2021) says" vouches for its own sentence only.
    """
    starts = [sentence.span.start for sentence in sentences]
    bare = _bare_blocks(keys, document)
    notes = _asserting_notes(keys, document)
    scopes: list[Scope] = []
    own: dict[int, list[int]] = {}
    for number, key in enumerate(keys):
        block = _block_index(document, key.outer.start)
        if block in bare or _is_in(notes, key.outer):
            scopes.append("orphan")
            continue
        at = bisect_right(starts, key.outer.start) - 1
        if at < 0 or (block is not None and sentences[at].paragraph != block):
            following = at + 1
            # Before the first sentence of its paragraph, or in a heading.
            scopes.append("paragraph")
            if following < len(sentences) and sentences[following].paragraph == block:
                own.setdefault(following, []).append(number)
            continue
        scopes.append("sentence")
        own.setdefault(at, []).append(number)
        if (
            _holds_only_citations(sentences[at].span, key, document)
            and at
            and sentences[at - 1].paragraph == sentences[at].paragraph
        ):
            own.setdefault(at - 1, []).append(number)
    inherited: dict[int, tuple[int, ...]] = {}
    pending: tuple[int, ...] = ()
    for at in range(len(sentences) - 1, -1, -1):
        if at + 1 < len(sentences) and sentences[at + 1].paragraph != sentences[at].paragraph:
            pending = ()
        if at in own:
            pending = tuple(number for number in own[at] if _vouches_backwards(keys[number]))
        elif pending:
            inherited[at] = pending
    return Attachment(
        tuple(scopes), {at: tuple(found) for at, found in sorted(own.items())}, dict(sorted(inherited.items()))
    )


def _vouches_backwards(key: Key) -> bool:
    return key.kind != "url" and key.family not in {"link", "narrative"}


def _block_index(document: Document, offset: int) -> int | None:
    at = bisect_right(document.blocks, offset, key=lambda block: block.span.start) - 1
    return at if at >= 0 and offset < document.blocks[at].span.end else None


def _bare_blocks(keys: Sequence[Key], document: Document) -> frozenset[int]:
    """Indexes of the blocks that hold citations and nothing else."""
    outer: dict[int, list[Span]] = {}
    for key in keys:
        block = _block_index(document, key.outer.start)
        if block is not None and document.blocks[block].kind not in _NO_PARAGRAPHS:
            outer.setdefault(block, []).append(key.outer)
    return frozenset(at for at, spans in outer.items() if _is_bare(document, at, spans))


def _asserting_notes(keys: Sequence[Key], document: Document) -> list[Span]:
    """Notes inside a sentence that say something themselves: what they cite vouches for that, not for the sentence."""
    notes = [aside for aside in document.asides if aside.kind == "note" and aside.body is not None]
    if not notes:
        return []
    found = []
    starts = [key.outer.start for key in keys]
    for aside in notes:
        body = aside.body or aside.span
        position, left = body.start, []
        for key in keys[bisect_left(starts, body.start) : bisect_right(starts, body.end)]:
            left.append(document.text[position : max(position, key.outer.start)])
            position = max(position, key.outer.end)
        left.append(document.text[position : body.end])
        words = _WORD.findall(_MARKUP.sub(" ", " ".join(left)))
        said = [word for word in words if word.casefold() not in POINTERS]
        if len(said) >= _SAYING and not LEAD_IN.match(left[0]) and any(map(verbish, words)):
            found.append(aside.span)
    return found


def _is_in(notes: Sequence[Span], span: Span) -> bool:
    at = bisect_right(notes, span.start, key=lambda note: note.start) - 1
    return at >= 0 and notes[at].contains(span)


def _is_bare(document: Document, at: int, spans: Sequence[Span]) -> bool:
    within = document.blocks[at].span
    left: list[str] = []
    position = within.start
    for span in sorted(set(spans)):
        if span.start > position:
            left.append(document.prose[position : span.start])
        position = max(position, span.end)
    left.append(document.prose[position : within.end])
    if document.blocks[at].kind == "table-row" and any(map(str.isdigit, "".join(left))):
        return False  # a row of figures
    words = _WORD.findall(_MARKUP.sub(" ", " ".join(left)))
    return sum(map(len, words)) <= _LEFT_LETTERS and all(word.casefold() in POINTERS for word in words)


def _holds_only_citations(sentence: Span, key: Key, document: Document) -> bool:
    rest = (
        document.prose[sentence.start : max(sentence.start, key.outer.start)]
        + document.prose[min(key.outer.end, sentence.end) : sentence.end]
    )
    return not _WORD.search(rest)
