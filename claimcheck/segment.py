"""Sentences of a document.

Boundaries come from sentencex, one block at a time, and are then repaired; each repair says which text taught it.
They are found in ``Document.prose`` and given as spans into ``Document.text``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from claimcheck.model import PROSE_KINDS, Block, BlockKind, Document, Sentence, Span

__all__ = ["sentences"]

_LONGEST_BRACKET = 1_500  # characters within which a round bracket holds a sentence together
_PIECE = 8_000  # characters given to sentencex at once: unclosed quotation marks cost it quadratic time
_LONGEST_QUOTATION = 300  # characters of a quotation that is kept in one sentence whatever it holds
_LINE_ENDS = re.compile("[\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029]")

_APART = re.compile(r"(?<=\S)( +)([.!?…,;:]+[\"'”’)\]]*)(?=\s|$)")
_EASTERN_STOPS = "。！？｡"  # no white space follows them
_MARKS = re.compile('["“”„«»]')
_WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_BRACKETED_NUMBER = re.compile(  # "ended.[3] Then" and "ended. [3] Then"
    r"(?:[.!?]['\"’”]?\s?|\.\])(?:\[[\w ,–-]{1,12}\]|[⁰¹²³⁴-⁹]{1,3}){1,6}(?=\s*[\"“‘(]?[^\W\d_a-z])"
)
_FLATTENED_NUMBER = re.compile(
    r"[.”\"](?<=[^\W\d_A-Z]{4}.)\d{1,3}(?=\s+[^\W\d_a-z])"
)  # "…troops.12 The" was a superscript
_OWN_BRACKET = re.compile(r"[.!?](?:(?<=[^\W\d_A-Z]{3}.)|(?<=[\d)\]].))[\"”’]?(\s+)(?=\([^\W\d_a-z])")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]\s*\Z")
_GOES_ON = re.compile(  # what stands on both sides of a boundary that is none
    rf"\b(?:[ap]\.\s?m\.\s+(?:(?:on\s+)?{_WEEKDAYS}|(?:E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|GMT|UTC|BST|CET)\b|\(|[a-z])"
    r"|(?:[Aa]pprox|[Cc]a|[Nn]os?|[Vv]ol|[Pp]p?|[Pp]aras?|[Aa]rts?|[Ff]igs?|[Ss]ec|[Cc]h|[Ee]ds?|[Mm]ax|[Mm]in)\.\s+[\d§]"
    r"|(?:vs|[Cc]f|viz|e\.\s?g|i\.\s?e)\.\s+\w|et\s+al\.\s+[(\[a-z\d])"
)
_CITED = re.compile(
    r"\b(?:1[5-9]|20)\d\d[a-z]?\b|\bn\.\s?d\b|\b(?:in press|forthcoming|ibid|op\.\s?cit|pp?\.\s?\d|para\.\s?\d)",
    re.IGNORECASE,
)
# "…of the state." [Liberty, no. 94, p. 1] Like Osei, he argued"
_SQUARE_SOURCE = re.compile(r"\s?\[[^\[\]]{2,200}\b(?:pp?|no|nos|vol)\. ?\d[^\[\]]{0,60}\](?=\s|$)")
_NUMBER_GROUPS = re.compile(r"\s*(?:\[\^?[\w ,–-]{1,12}\])+[.,;]?(?=\s|$)")
_CLOSING = re.compile(r"\s?[”’»」』)\]]+(?=\s|$)|\"(?=\s|$)|'(?=\s|$)")


def sentences(document: Document, *, kinds: frozenset[BlockKind] = PROSE_KINDS) -> tuple[Sentence, ...]:
    """The sentences of the blocks of ``kinds``, in order; a table row is one sentence.

    Spans hold no white space at their ends. A citation or a closing quotation mark behind the full stop belongs to the
    sentence it closes: ``He left. (Roe, 2020)`` and ``He left.[^2]`` are one sentence each. A bracket that is a
    sentence of its own stays one. Markup that touches a sentence belongs to it.
    """
    found: list[Sentence] = []
    edges = _edges(document)
    for number, block in enumerate(document.blocks):
        if block.kind not in kinds:
            continue
        words = _LINE_ENDS.sub(" ", block.span.of(document.prose))
        joined = words if document.prose is document.text else _drawn_together(words, block, document)
        start = 0
        for end in [len(words)] if block.kind == "table-row" else _ends(joined, document.language):
            span = _trimmed(words, start, end)
            start = end
            if span is not None:
                span = span.shifted(block.span.start)
                span = span if document.prose is document.text else _with_markup(span, block, document, edges)
                found.append(Sentence(span, block, number))
    return tuple(found)


def _trimmed(words: str, start: int, end: int) -> Span | None:
    """``None`` for a stretch without a letter or digit: stray marks are no sentence."""
    stretch = words[start:end]
    if not any(map(str.isalnum, stretch)):
        return None
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))


def _edges(document: Document) -> tuple[list[int], list[int]]:
    """Where asides start, and the furthest end of those that have started; one that shows words is no edge."""
    spans = [one.span for one in document.asides if document.prose[one.span.start : one.span.end].isspace()]
    return [span.start for span in spans], list(accumulate((span.end for span in spans), max))


def _with_markup(span: Span, block: Block, document: Document, edges: tuple[list[int], list[int]]) -> Span:
    """The sentence with the markup that touches it: its stars, the target of its last link, its footnote marks.

    An aside belongs to no sentence: "ran dry.<ref>Roe, Wells, p. 4.</ref>" is a sentence of two words.
    """
    text, prose = document.text, document.prose
    starts, ends = edges
    before, behind = bisect_left(starts, span.start), bisect_left(starts, span.end)
    first = max(block.span.start, ends[before - 1]) if before else block.span.start
    last = min(block.span.end, starts[behind]) if behind < len(starts) else block.span.end
    start, end = span.start, span.end
    opening = text.rfind("[", max(first, start - 2_000), start)
    if opening != -1 and "]" not in text[opening:start] and not prose[opening:start].strip():
        start = opening  # "[[whaling ship|ships]]": a link's target may hold white space
    while start > first and prose[start - 1] == " " and not text[start - 1].isspace():
        start -= 1
    while end < last and prose[end] == " " and not text[end].isspace():
        end += 1
        if text.startswith("](", end - 1):  # a link's target may hold white space before its title
            close = text.find(")", end, min(end + 2_000, last))
            if close != -1 and not prose[end:close].strip():
                end = close + 1
    return Span(start, end)


def _drawn_together(words: str, block: Block, document: Document) -> str:
    """``words`` for the splitter, of the same length: "the council](…)." is blank before its full stop in ``prose``."""
    pieces: list[str] = []
    position = 0
    for match in _APART.finditer(words):
        if not document.text[block.span.start + match.start(2) - 1].isspace():
            pieces += [words[position : match.start()], match[2], match[1]]
            position = match.end()
    return "".join((*pieces, words[position:])) if pieces else words


def _ends(words: str, language: str | None) -> list[int]:
    """End offsets of the sentences of one block, ascending; the last is the length of ``words``."""
    if len(words) < 2 or words.isspace():
        return [len(words)]
    ends = set(_raw_ends(words, language))
    ends.update(_ends_in_speeches(words, ends, language))
    held = _brackets(words)
    for pattern in (_BRACKETED_NUMBER, _FLATTENED_NUMBER):
        ends.update(match.end() for match in pattern.finditer(words))
    for match in _OWN_BRACKET.finditer(words):
        close = held.get(match.end())
        if close is not None and words[close - 1] in ".!?":
            ends.update((match.start(1), close + 1))
    starts, closes = _outermost(held)
    kept = [0]
    for end in sorted(ends):
        within = bisect_left(starts, end) - 1
        if within >= 0 and end <= closes[within]:
            continue
        if not _runs_on(words, kept[-1], end):
            kept.append(_after_blanks(words, max(kept[-1], _extended(words, end, held))))
    return sorted({*kept[1:], len(words)})


def _after_blanks(words: str, end: int) -> int:
    """The boundary at the far side of its white space, where a full stop that was drawn to its word really stands."""
    while end < len(words) and words[end] == " ":
        end += 1
    return end


def _raw_ends(words: str, language: str | None) -> Iterator[int]:
    from sentencex import get_sentence_boundaries

    start = 0
    while start < len(words):
        stop = len(words)
        if stop - start > _PIECE:
            stop = words.rfind(". ", start + _PIECE // 2, start + _PIECE) + 2
            stop = stop if stop > 1 else words.rfind(" ", start + _PIECE // 2, start + _PIECE) + 1
            stop = stop if stop > 0 else start + _PIECE
        for found in get_sentence_boundaries(language or "en", words[start:stop]):
            end = start + found["end_index"]
            if end < stop or words.startswith(". ", stop - 2):
                yield end
        start = stop


def _ends_in_speeches(words: str, ends: set[int], language: str | None) -> Iterator[int]:
    """Boundaries inside long quotations, which sentencex keeps whole: half a page of speech is many sentences.

    It also takes the mark of a quotation that is closed paragraphs later for the start of one that never ends.
    """
    start = 0
    for end in sorted({*ends, len(words)}):
        stretch = words[start:end]
        marks = [match.start() for match in _MARKS.finditer(stretch)] if end - start > _LONGEST_QUOTATION else []
        if marks:
            short = [(a, b) for a, b in zip(marks[::2], marks[1::2], strict=False) if b - a <= _LONGEST_QUOTATION]
            for inner in _raw_ends(_MARKS.sub(" ", stretch), language):
                place = bisect_left(short, (inner,)) - 1
                if place < 0 or inner > short[place][1]:
                    yield start + inner
        start = end


def _brackets(words: str) -> dict[int, int]:
    """Opening to closing offset of every balanced round bracket that is short enough to hold a sentence together."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in re.finditer(r"[()]", words):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if match.start() - start <= _LONGEST_BRACKET:
                pairs[start] = match.start()
    return pairs


def _outermost(pairs: dict[int, int]) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    closes: list[int] = []
    for start in sorted(pairs):
        if not closes or start > closes[-1]:
            starts.append(start)
            closes.append(pairs[start])
    return starts, closes


def _runs_on(words: str, start: int, end: int) -> bool:
    """True when the boundary at ``end`` of a sentence begun at ``start`` is none."""
    if end >= len(words):
        return False
    before, after = words[end - 1], words[end]
    if not before.isspace() and not after.isspace():
        # "ROK-U.|S." has no white space at the boundary; Chinese and Japanese never have.
        tail = words[max(0, end - 3) : end].rstrip("”’」』）)\"'")
        if tail[-1:] in _EASTERN_STOPS:
            return after in "とって" and tail != words[max(0, end - 3) : end]  # 「…。」と言った
        return not (
            _BRACKETED_NUMBER.search(words, max(0, end - 30), end + 1)
            or _FLATTENED_NUMBER.match(words, max(0, end - 4))
        )
    if len(words[start:end].strip()) < 7 and _ENUMERATOR.match(words[start:end].strip()):
        return True  # "1." before the words it numbers
    around = _GOES_ON.search(words, max(0, end - 12), end + 12)
    return around is not None and around.start() < end <= around.end()


def _extended(words: str, end: int, held: dict[int, int]) -> int:
    """The boundary moved behind closing quotation marks and citations that stand after the full stop."""
    while True:
        here = end
        if match := _CLOSING.match(words, end) or _NUMBER_GROUPS.match(words, end) or _SQUARE_SOURCE.match(words, end):
            end = match.end()
        opening = end
        while opening < len(words) and words[opening].isspace():
            opening += 1
        close = held.get(opening)
        if (
            close is not None
            and _is_citation(words[opening + 1 : close])
            and not words[close + 1 : close + 2].isalnum()
        ):
            end = close + 1
            while end < len(words) and words[end] in ".;,":
                end += 1
            following = words[end : end + 40].lstrip()
            if following[:1].islower():
                return here  # "(2020) was…" is the next sentence's subject
        if end == here:
            return end


def _is_citation(content: str) -> bool:
    """True for what cites ("Roe, 2020; ibid., p. 3"), false for a bracket that is a sentence ("He died in 2020.")."""
    stripped = content.strip()
    if not _CITED.search(stripped):
        return False
    return not stripped.endswith((".", "!", "?")) or bool(
        re.search(r"\b(?:n\.\s?d|al|ibid|cit|ed|eds|p|pp)\.$", stripped, re.IGNORECASE)
    )
