"""The audited text for the HTML report: in its own order, with the claims marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from claimcheck.model import PROSE_KINDS, Document, JudgedClaim
from claimcheck.reports._page import Mark, find, visible

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Numbered:
    """A claim with the number that ties it to its card."""

    number: int
    judged: JudgedClaim

    @property
    def start(self) -> int:
        return self.judged.claim.span.start

    @property
    def end(self) -> int:
        return self.judged.claim.span.end


@dataclass(frozen=True, slots=True)
class Row:
    """One block of the text, and the claims that begin in it, whose cards stand beside it."""

    words: Markup
    kind: str
    """``prose`` (line breaks are white space), ``heading`` or ``raw``."""
    claims: tuple[Numbered, ...]


def rows(document: Document, claims: Sequence[Numbered]) -> tuple[list[Row], list[Numbered]]:
    """The whole text in rows, and the claims that are not found in it as they were (restored from a claims file)."""
    placed = sorted((claim for claim in claims if _stands(claim, document)), key=lambda one: (one.start, -one.end))
    missing = [claim for claim in claims if not _stands(claim, document)]
    cuts = _cuts(document, placed)
    found: list[Row] = []
    ahead = 0
    for start, end in zip(cuts, [*cuts[1:], len(document.text)], strict=True):
        inside: list[Numbered] = []
        while ahead < len(placed) and placed[ahead].start < end:
            inside.append(placed[ahead])
            ahead += 1
        if inside or document.text[start:end].strip():
            found.append(Row(_words(document, start, end, inside), _kind(document, start, end), tuple(inside)))
    return found, missing


def _stands(claim: Numbered, document: Document) -> bool:
    words = document.text[claim.start : claim.end]
    digest = claim.judged.claim.digest
    return bool(words) and (not digest or sha256(words.encode("utf-8", "surrogatepass")).hexdigest() == digest)


def _cuts(document: Document, placed: Sequence[Numbered]) -> list[int]:
    """Where a row begins: at each block, but never inside a claim."""
    cuts = [0]
    reach, ahead = 0, 0
    for start in sorted({_begin(document, block.span.start) for block in document.blocks}):
        while ahead < len(placed) and placed[ahead].start < start:
            reach = max(reach, placed[ahead].end)
            ahead += 1
        if start >= reach and start > cuts[-1]:
            cuts.append(start)
    return cuts


def _begin(document: Document, start: int) -> int:
    """The start of the line of a block where only markup stands before it there ("## ", "- ")."""
    line = document.text.rfind("\n", 0, start) + 1
    return start if document.prose[line:start].strip() else line


def _kind(document: Document, start: int, end: int) -> str:
    words = document.prose[start:end]
    block = document.block_at(start + len(words) - len(words.lstrip()))
    if block is None or block.kind in PROSE_KINDS or block.kind in {"byline", "caption"}:
        return "prose"
    return "heading" if block.kind in {"title", "heading"} else "raw"


def _words(document: Document, start: int, end: int, claims: Sequence[Numbered]) -> Markup:
    """The words of one row. A stretch that two claims share belongs to the shorter of them."""
    from markupsafe import Markup

    while end > start and document.text[end - 1].isspace():
        end -= 1
    end = max([end, *(claim.end for claim in claims)])
    odd = {claim.number: tuple(_deciding(document, claim)) for claim in claims}
    inner = (edge for marks in odd.values() for mark in marks for edge in mark[:2])
    edges = sorted({start, end, *inner, *(edge for claim in claims for edge in (claim.start, claim.end))})
    pieces: list[Markup] = []
    active: list[Numbered] = []
    ahead, seen = 0, set[int]()
    for left, right in pairwise(edges):
        active = [claim for claim in active if claim.end > left]
        while ahead < len(claims) and claims[ahead].start <= left:
            active.append(claims[ahead])
            ahead += 1
        words = _dimmed(document, left, right)
        if any(mark[0] <= left and right <= mark[1] for claim in active for mark in odd[claim.number]):
            words = Markup('<b class="differs">{}</b>').format(words)
        if active:
            owner = min(active, key=lambda one: (one.end - one.start, one.number))
            first = "" if owner.number in seen else Markup(' id="t{}"').format(owner.number)
            seen.add(owner.number)
            words = Markup('<mark class="v-{}" data-card="c{}"{}>{}</mark>').format(
                owner.judged.verdict, owner.number, first, words
            )
        pieces.append(words)
        pieces += [_mark_of(claim) for claim in active if claim.end == right]
    return Markup("").join(pieces)


def _mark_of(claim: Numbered) -> Markup:
    from markupsafe import Markup

    return Markup('<a class="number v-{0}" href="#c{1}"><span class="aside">claim </span>{1}</a>').format(
        claim.judged.verdict, claim.number
    )


def _deciding(document: Document, claim: Numbered) -> Iterator[Mark]:
    """The words of the claim that its source gives otherwise."""
    words = document.text[claim.start : claim.end]
    clashes = [
        (fact.claim, "differs")
        for check in claim.judged.checks
        for fact in check.ruling.facts
        if fact.agrees is False and check.ruling.verdict in {"contradicted", "unsupported"}
    ]
    for start, end, class_ in find(dict.fromkeys(clashes), words):
        yield claim.start + start, claim.start + end, class_


def _dimmed(document: Document, start: int, end: int) -> Markup:
    """The words between two places; markup that no reader of the text would see is dimmed."""
    from markupsafe import Markup

    text, prose = document.text[start:end], document.prose[start:end]
    if text == prose:
        return visible(text)
    runs = groupby(range(len(text)), key=lambda at: prose[at] == text[at] or text[at].isspace())
    return Markup("").join(
        visible(words)
        if plain or not words.strip()
        else Markup('<span class="markup">{}</span>').format(visible(words))
        for plain, words in ((plain, "".join(text[at] for at in places)) for plain, places in runs)
    )
