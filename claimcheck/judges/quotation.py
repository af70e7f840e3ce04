"""Quotations: word for word on the page, and said by whom?

Typographic quotation marks, case, white space and final punctuation are folded; an ellipsis may leave words out, never
a "not"; square brackets may put words in. One other word makes an altered quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.judges import _lexicon as lexicon
from claimcheck.judges._names import Name, names, same
from claimcheck.judges._parts import Part
from claimcheck.judges._reading import Reading, read
from claimcheck.model import Comparison, Quotation
from claimcheck.parse import quotations, thesaurus, words
from claimcheck.passages import Index, Line

_NEAR = 84.0
"""From this similarity on (0 to 100) a stretch of the page is the quotation with something altered; chosen so that one
word of six or more may differ."""
_GAP = re.compile(r"\s*(?:\[\s*)?(?:\.\s?\.\s?\.|…)(?:\s*\])?\s*|\s*\[[^\]]{0,80}\]\s*")
_PRONOUNS = frozenset("he she they it i we his her their".split())


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation stands: ``line`` holds its beginning; ``altered`` is the page's wording where it differs."""

    line: Line
    altered: str | None = None


def locate(quotation: Quotation, index: Index) -> Found | None:
    """Where the page has the quotation, word for word or altered; ``None`` if it does not."""
    pieces = [piece for piece in (_key(part) for part in _GAP.split(quotation.text)) if piece]
    if not pieces:
        return None
    whole = _whole(index)
    at = _in_order(pieces, whole.text)
    if at is not None:
        return Found(whole.line_at(at, index))
    return _altered(pieces, whole, index)


def judge(part: Part, index: Index) -> Iterator[tuple[Comparison, Line | None]]:
    """For each quotation of the claim its wording and, where both sides name one, its speaker."""
    for quotation in part.facts.quotations:
        if _is_title(quotation.text):
            continue
        found = locate(quotation, index)
        if found is None:
            yield Comparison("quotation", quotation.text, None, agrees=None), None
            continue
        if found.altered is not None:
            yield Comparison("quotation", quotation.text, found.altered, agrees=False), found.line
            continue
        yield Comparison("quotation", quotation.text, quotation.text, agrees=True), found.line
        yield from ((comparison, found.line) for comparison in _speaker(quotation, part, found.line, index))


def _is_title(text: str) -> bool:
    """Whether the quoted words are a title or a term: one or two words, or capitals throughout."""
    found = [token for token in words.tokens(text) if token.lower not in words.STOP_WORDS]
    capitals = sum(token.text[:1].isupper() for token in found)
    return len(words.tokens(text)) < 2 or (len(found) > 1 and capitals == len(found))


# --- Wording --------------------------------------------------------------------------------------------------------


def _key(text: str) -> str:
    """Words only, one space between them, for comparison."""
    return " ".join(token.lower for token in words.tokens(text))


@dataclass(frozen=True, slots=True)
class _Whole:
    """All lines of a page as words, with where each line begins."""

    text: str
    starts: tuple[int, ...]

    def line_at(self, position: int, index: Index) -> Line:
        from bisect import bisect_right

        return index.sentences[bisect_right(self.starts, position) - 1]


@lru_cache(maxsize=64)
def _whole(index: Index) -> _Whole:
    starts, position, keys = [], 1, []
    for line in index.sentences:
        key = _key(line.text)
        starts.append(position - 1)
        keys.append(key)
        position += len(key) + 1
    return _Whole(f" {' '.join(keys)} ", tuple(starts))


def _in_order(pieces: Sequence[str], text: str) -> int | None:
    """Where the pieces stand in order, near each other and with no negation in what is left out."""
    start = text.find(f" {pieces[0]} ")
    while start != -1:
        position = start + len(pieces[0]) + 1
        for piece in pieces[1:]:
            following = text.find(f" {piece} ", position)
            if following == -1 or following - position > 600:
                break
            if {"not", "no", "never"} & set(text[position:following].split()):
                break
            position = following + len(piece) + 1
        else:
            return start
        start = text.find(f" {pieces[0]} ", start + 1)
    return None


def _altered(pieces: Sequence[str], whole: _Whole, index: Index) -> Found | None:
    from rapidfuzz import fuzz

    wanted = " ".join(pieces)
    if len(wanted.split()) < 3:
        return None
    alignment = fuzz.partial_ratio_alignment(wanted, whole.text, score_cutoff=65)
    if alignment is None:
        return None
    start = whole.text.rfind(" ", 0, alignment.dest_start + 1) + 1
    end = whole.text.find(" ", max(start, alignment.dest_end - 1))
    stretch = _fit(wanted.split(), whole.text[max(0, start - 40) : end + 40].split())
    if stretch is None:
        return None
    theirs, changed = stretch
    ours = wanted.split()
    if _alike(_telling(ours), _telling(theirs)):
        return Found(whole.line_at(start, index))  # spelling or small words only
    mine, other = set(_telling(ours)), set(_telling(theirs))
    if not (mine - other and other - mine) and not {"not", "no", "never"} & (set(ours) ^ set(theirs)):
        return None  # longer or shorter at an end, nothing replaced
    if changed <= max(1, len(ours) // 4) or fuzz.ratio(wanted, " ".join(theirs)) >= _NEAR:
        line = whole.line_at(start, index)
        return Found(line, _as_written(theirs, line, index))
    return None


def _as_written(run: Sequence[str], line: Line, index: Index) -> str:
    """The words of ``run`` as the page writes them, with its capitals and commas: a report quotes them."""
    text = " ".join(near.text for near in index.sentences[max(0, line.index - 1) : line.index + 3])
    found = words.tokens(text)
    lower = [token.lower for token in found]
    for at in range(len(found) - len(run) + 1):
        if lower[at : at + len(run)] == list(run):
            return text[found[at].span.start : found[at + len(run) - 1].span.end]
    return " ".join(run)


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """The same words in the same order, in whatever spelling or form."""
    return len(ours) == len(theirs) and all(
        a == b or {base for _, base in thesaurus.lemmas(a)} & {base for _, base in thesaurus.lemmas(b)}
        for a, b in zip(ours, theirs, strict=True)
    )


def _telling(run: Sequence[str]) -> list[str]:
    """Stems of the words that carry the quotation; a "not" is one of them."""
    return [word for word in run if word not in words.STOP_WORDS or word in {"not", "no", "never", "nothing", "nobody"}]


def _fit(ours: Sequence[str], around: Sequence[str]) -> tuple[list[str], int] | None:
    """The run of page words nearest to the quotation, with the number of words that differ."""
    best: tuple[int, list[str]] | None = None
    for length in (len(ours), len(ours) - 1, len(ours) + 1):  # of equals the one of equal length
        for start in range(max(0, len(around) - length) + 1):
            run = list(around[start : start + length])
            changed = _changes(ours, run)
            if run and (best is None or changed < best[0]):
                best = (changed, run)
    return (best[1], best[0]) if best else None


def _changes(ours: Sequence[str], theirs: Sequence[str]) -> int:
    from rapidfuzz.distance import Levenshtein

    return int(Levenshtein.distance(ours, theirs))


# --- Speaker --------------------------------------------------------------------------------------------------------


def _speaker(quotation: Quotation, part: Part, line: Line, index: Index) -> Iterator[Comparison]:
    ours = _claimed(quotation, part)
    if ours is None:
        return
    theirs = _speakers(quotation, part, line, index)
    if not theirs:
        return
    if any(same(ours, other) for other in theirs):
        yield Comparison("speaker", ours.text, next(other.text for other in theirs if same(ours, other)), agrees=True)
        return
    if any(same(ours, name) for name in names(read(line.text)) if not read(line.text).words[name.first].quoted):
        return  # "Ulven of Norvind said": an organisation and its voice
    yield Comparison("speaker", ours.text, theirs[0].text, agrees=False)


def _claimed(quotation: Quotation, part: Part) -> Name | None:
    """Whom the claim names as the speaker; a role ("the rear admiral") is not compared."""
    outside = [name for name in names(part.reading) if not part.reading.words[name.first].quoted]
    if quotation.speaker:
        given = names(read(quotation.speaker))
        if given:
            match = next((name for name in outside if same(name, given[0])), None)
            return match or given[0]
    return _beside_verb(part.reading, outside)


def _beside_verb(reading: Reading, outside: Sequence[Name]) -> Name | None:
    """The name nearest to a reporting verb outside quotation marks."""
    verbs = [number for number, word in enumerate(reading.words) if not word.quoted and _reports(word.lower, word.base)]
    best: tuple[int, Name] | None = None
    for name in outside:
        if name.place in {"preposition", "possessive"} and name.preposition not in {"to", "by"}:
            continue
        for verb in verbs:
            distance = min(abs(name.first - verb), abs(verb - name.last))
            if best is None or distance < best[0]:
                best = (distance, name)
    return best[1] if best else None


def _reports(lower: str, base: str) -> bool:
    return base in lexicon.REPORTING or base in lexicon.ESTABLISHING or lower in {"according", "says", "said"}


def _speakers(quotation: Quotation, part: Part, line: Line, index: Index) -> list[Name]:
    """Whom the page names for the quotation: beside it, else the person spoken of last before it."""
    block = index.document.blocks[line.paragraph]
    text = block.span.of(index.document.prose)
    wanted = _key(quotation.text)[:60]
    for other in quotations.find(text):
        same_words = wanted and (wanted in _key(other.text) or _key(other.text) in _key(quotation.text))
        if not same_words or not other.speaker or other.speaker.lower() in _PRONOUNS:
            continue
        if named := names(read(other.speaker)):
            return list(named)
    reading = read(line.text)
    outside = [name for name in names(reading) if not reading.words[name.first].quoted]
    beside = _beside_verb(reading, outside)
    if beside is not None:
        return [beside]
    claimed = _claimed(quotation, part)
    around = [other for other in index.sentences if other.paragraph == line.paragraph]
    if claimed is not None and any(same(claimed, name) for other in around for name in names(read(other.text))):
        return []  # spoken of beside it: "he" may be the one
    if not any(wanted and wanted in _key(other.text) for other in quotations.find(text)):
        return []  # the answer of an interview: whoever was named last did not say it
    for earlier in reversed(index.sentences[max(0, line.index - 4) : line.index]):
        if not earlier.body or earlier.kind in {"title", "heading"}:
            continue
        persons = _persons(read(earlier.text))
        if persons:
            return persons[:1] if earlier.paragraph == line.paragraph else persons
    return []


def _persons(reading: Reading) -> list[Name]:
    """The names of a sentence that may be people spoken of: no places behind a preposition."""
    found = []
    for name in names(reading):
        titled = name.last - name.first + 1 > len(name.key)
        if reading.words[name.first].quoted or name.place in {"preposition", "possessive"}:
            continue
        if titled or len(name.key) >= 2 or name.place == "free":
            found.append(name)
    return found
