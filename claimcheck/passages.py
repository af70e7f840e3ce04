"""Ranked stretches of a source for a claim.

A source is cut once into lines: sentences, and headings, titles, captions and table rows as lines of their own. What
stands outside the article's body (teasers, sidebars) is kept apart by ``body``. A claim's words are looked up by stem,
by synonym and by kind ("animal" finds "octopus"), and weighed by how rare they are on the page; windows of one to three
lines compete.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

from claimcheck import segment
from claimcheck.model import Block, BlockKind, Document, Passage, Span
from claimcheck.parse import dates, thesaurus, words

WINDOW = 3
"""Lines in the longest window."""

SYNONYM_CREDIT = 0.85
"""What a word of the same hand-made word group counts for, against 1 for the word itself."""
DEMONYM_CREDIT = 0.9  # "Velmari villages" for the villages of Velmar
ACRONYM_CREDIT = 0.9  # "the CSA" for the Consumer Safety Authority
PREFIX_CREDIT = 0.8  # "vaccination" against "vaccine" where no dictionary links them

_LIKELY_YEARS = ("1400", "2999")
"""A page "of 0001-01-01" is of no date: some content systems write that where they know none."""

_OUTSIDE: frozenset[BlockKind] = frozenset({"boilerplate", "metadata", "code"})


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, heading, caption or table row of a source. ``index`` counts the lines from 0."""

    index: int
    text: str
    span: Span
    kind: BlockKind
    body: bool
    paragraph: int
    page: int | None


def index(document: Document) -> Index:
    """The index of a document, made once."""
    known = _CACHE.get(id(document))
    if known is not None and known.document is document:
        return known
    made = Index(document)
    while len(_CACHE) >= _CACHE_SIZE:
        _CACHE.pop(next(iter(_CACHE)))
    _CACHE[id(document)] = made
    return made


_CACHE_SIZE = 64  # sources are judged one after the other; a report holds each against many claims
_CACHE: dict[int, Index] = {}


class Index:
    """The lines of a document with where each word occurs."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sentences: tuple[Line, ...] = tuple(_lines(document))
        self._lines_of: dict[str, list[int]] = {}
        for line in self.sentences:
            for word in {_bare(token.lower) for token in words.tokens(line.text)}:
                self._lines_of.setdefault(word, []).append(line.index)
        self._relatives: dict[str, Mapping[str, float]] = {}

    # --- What the page says of itself

    @cached_property
    def published(self) -> str | None:
        """ISO date of the page, from its metadata or its byline: what "on Monday" counts from."""
        metadata = self.document.metadata
        given = metadata.published or metadata.modified
        if given and _LIKELY_YEARS[0] <= given[:4] <= _LIKELY_YEARS[1]:
            return given[:10]
        head = [block for block in self.document.blocks[:6] if len(block.span) < 200]
        for block in head:
            for date in dates.find(block.span.of(self.document.prose)):
                if re.fullmatch(r"\d{4}-\d{2}-\d{2}", date.edtf) and date.edtf[:4] >= _LIKELY_YEARS[0]:
                    return date.edtf
        return None

    @cached_property
    def title(self) -> Line | None:
        """The headline, if the document shows one."""
        return next((line for line in self.sentences if line.kind == "title"), None)

    # --- Words

    @cached_property
    def _by_meaning(self) -> tuple[dict[str, list[str]], dict[int, list[str]], dict[str, list[str]]]:
        """Words of the page by stem and base form, by sense, and by word group."""
        forms: dict[str, list[str]] = {}
        senses: dict[int, list[str]] = {}
        groups: dict[str, list[str]] = {}
        for word in self._lines_of:
            bases = {base for _, base in thesaurus.lemmas(word)}
            for form in {words.stem(word), *bases, *(near for base in bases for near in thesaurus.relatives(base))}:
                forms.setdefault(form, []).append(word)
            if word in words.STOP_WORDS:
                continue
            for sense in thesaurus.kinds(word):
                senses.setdefault(sense, []).append(word)
            for group in words.meanings(word):
                groups.setdefault(group, []).append(word)
        return forms, senses, groups

    @cached_property
    def _acronyms(self) -> dict[str, set[str]]:
        """Initials of the page's capital runs with the last word of each: "csa" for the Consumer Safety Authority."""
        found: dict[str, set[str]] = {}
        for run in _CAPITAL_RUN.finditer(self.document.prose):
            parts = [part for part in re.split(r"[\s-]+", run.group()) if part[:1].isupper()]
            for first in range(len(parts) - 1):
                for last in range(first + 1, min(len(parts), first + 6)):
                    initials = "".join(part[0] for part in parts[first : last + 1]).lower()
                    found.setdefault(initials, set()).add(_bare(words.fold(parts[last])))
        return found

    def stands_for(self, acronym: str) -> tuple[str, ...]:
        """Last words of the names of the page that ``acronym`` (lower case) abbreviates."""
        return tuple(sorted(self._acronyms.get(acronym, ())))

    def relatives(self, word: str) -> Mapping[str, float]:
        """Words of this page that may stand for ``word`` (lower case), with what each counts for, 0 to 1."""
        known = self._relatives.get(word)
        if known is None:
            known = self._relatives[word] = self._find_relatives(word)
        return known

    def _find_relatives(self, word: str) -> Mapping[str, float]:
        forms, senses, groups = self._by_meaning
        stem = words.stem(word)
        bases = {base for _, base in thesaurus.lemmas(word)}
        near = {other for form in (stem, word, *bases) for other in forms.get(form, ())}
        near |= {other for base in bases for form in thesaurus.relatives(base) for other in forms.get(form, ())}
        for sense in thesaurus.kinds(word):
            near.update(senses.get(sense, ()))
        found = {}
        for other in near:
            credit = 1.0 if words.stem(other) == stem else thesaurus.bears_out(word, other)
            if credit > 0.3:
                found[other] = credit
        for group in words.meanings(word):
            for other in groups.get(group, ()):
                found[other] = max(found.get(other, 0.0), SYNONYM_CREDIT)
        for other in self._acronyms.get(word, ()):
            found[other] = max(found.get(other, 0.0), ACRONYM_CREDIT)
        if len(word) >= 5:
            for other in self._lines_of:
                if other not in found and other[:4] == word[:4] and _akin(word, other):
                    found[other] = DEMONYM_CREDIT if not thesaurus.lemmas(word) else PREFIX_CREDIT
        return found

    def rarity(self, word: str) -> float:
        """How much a word tells on this page: 1 if it stands in one line or none, down to 0.5 for the page's topic."""
        lines = len(self._lines_of.get(word, ()))
        return max(0.5, 1.0 - 0.25 * log(max(1, lines)) / log(2) / 2)

    def lines_with(self, word: str) -> tuple[int, ...]:
        """Indexes of the lines that hold the page word ``word``."""
        return tuple(self._lines_of.get(word, ()))

    # --- Ranking

    def scores(self, weights: Mapping[str, float]) -> list[float]:
        """For each line how much of the weighted words it holds, 0 to 1."""
        total = sum(weights.values()) or 1.0
        scores = [0.0] * len(self.sentences)
        for word, weight in weights.items():
            best: dict[int, float] = {}
            for other, credit in self.relatives(word).items():
                for number in self._lines_of[other]:
                    best[number] = max(best.get(number, 0.0), credit)
            for number, credit in best.items():
                scores[number] += weight * credit / total
        return scores

    def rank(self, claim_text: str, limit: int = 8) -> tuple[Passage, ...]:
        """The windows of one to three lines that hold most of the claim's words, best first, no two overlapping."""
        weights = {
            bare: self.rarity(bare)
            for token in words.tokens(claim_text)
            if (bare := _bare(token.lower)) not in words.STOP_WORDS
        }
        if not weights:
            return ()
        return tuple(self._windows(weights, limit))

    def _windows(self, weights: Mapping[str, float], limit: int) -> Iterator[Passage]:
        total = sum(weights.values())
        held: list[dict[str, float]] = [{} for _ in self.sentences]
        for word in weights:
            for other, credit in self.relatives(word).items():
                for number in self._lines_of[other]:
                    held[number][word] = max(held[number].get(word, 0.0), credit)
        windows: list[tuple[float, int, int]] = []
        for first, line in enumerate(self.sentences):
            union: dict[str, float] = {}
            for last in range(first, min(first + WINDOW, len(self.sentences))):
                if self.sentences[last].body != line.body:
                    break
                if not held[last]:
                    break
                for word, credit in held[last].items():
                    union[word] = max(union.get(word, 0.0), credit)
                score = sum(weights[word] * credit for word, credit in union.items()) / total
                windows.append((score - 0.05 * (last - first), first, last))  # the shorter of two equals
        windows.sort(key=lambda window: (-window[0], window[1]))
        taken: set[int] = set()
        for score, first, last in windows:
            if limit <= 0:
                return
            if taken.isdisjoint(range(first, last + 1)):
                taken.update(range(first, last + 1))
                limit -= 1
                yield self.passage(first, last, score)

    def passage(self, first: int, last: int, score: float) -> Passage:
        """Lines ``first`` to ``last`` as a passage."""
        lines = self.sentences[first : last + 1]
        span = Span(lines[0].span.start, lines[-1].span.end)
        return Passage(
            " ".join(span.of(self.document.text).split()),
            span,
            round(min(1.0, max(0.0, score)), 2),
            body=all(line.body for line in lines),
            page=lines[0].page,
        )

    # --- The whole sentence

    @cached_property
    def _plain_blocks(self) -> tuple[tuple[str, int], ...]:
        return tuple(
            (fingerprint(block.span.of(self.document.prose)), number)
            for number, block in enumerate(self.document.blocks)
        )

    def holds_sentence(self, text: str) -> tuple[Line, Line] | None:
        """The lines that say ``text`` word for word, from the start of a sentence to its end; ``None`` if none do."""
        wanted = fingerprint(text)
        if len(wanted) < 2:
            return None
        found: tuple[Line, Line] | None = None
        for plain, number in self._plain_blocks:
            start = plain.find(wanted)
            while start != -1:
                if _whole(plain, start, start + len(wanted)):
                    lines = [line for line in self.sentences if line.paragraph == number]
                    exact = [line for line in lines if wanted in fingerprint(line.text)] or lines
                    if exact:
                        found = (exact[0], exact[0]) if len(exact) == 1 or exact is not lines else (lines[0], lines[-1])
                        if exact[0].body:
                            return found
                start = plain.find(wanted, start + 1)
        return found


_CAPITAL_RUN = re.compile(
    r"[^\W\d_]\w{0,40}(?:(?:\s|-|\s(?:of|for|and|the|on|de|du|la)(?:\s(?:the|la))?\s){1}[A-Z]\w{0,40}){1,7}"
)


def fingerprint(text: str) -> str:
    """``text`` folded for word-for-word comparison: case, quotation marks, dashes and white space; no final stop."""
    return " ".join(words.fold(text).split()).strip(" .\"'")


_BEFORE = re.compile(r"(?:\A|[.!?:;][\"')\]]*)\s*[\"'(\[-]*\s*\Z")
_AFTER = re.compile(r"\s*(?:\Z|[.!?][\"')\]]*(?:\s|\Z|\[)|[\"')\]]+\s*\Z)")


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a sentence may begin at ``start`` and end at ``end``."""
    if not _BEFORE.search(text[max(0, start - 12) : start]) or (
        start > 12 and not text[max(0, start - 12) : start].strip()
    ):
        return False
    return text[end - 1 : end] in {"?", "!"} or bool(_AFTER.match(text[end : end + 12]))


def _akin(word: str, other: str) -> bool:
    """Whether two words share so long a beginning that they are forms of one name or root: "Velmar", "Velmari"."""
    shared = 0
    for a, b in zip(word, other, strict=False):
        if a != b:
            break
        shared += 1
    shorter, longer = sorted((len(word), len(other)))
    if thesaurus.lemmas(word) and thesaurus.lemmas(other):
        return shared >= 6 and shared >= longer - 4 and shared >= shorter - 2
    return shared >= 4 and shared >= shorter - 1 and longer - shared <= 3


def _bare(lower: str) -> str:
    return lower.removesuffix("'s").removesuffix("'")


# --- Lines ----------------------------------------------------------------------------------------------------------


def _lines(document: Document) -> Iterator[Line]:
    pieces: dict[int, list[Span]] = {}
    for sentence in segment.sentences(document):
        pieces.setdefault(sentence.paragraph, []).append(sentence.span)
    bait = _teasers(document)
    tabled = _tabled(document)
    number = 0
    for paragraph, block in enumerate(document.blocks):
        body = block.body and block.kind not in _OUTSIDE and paragraph < bait
        if paragraph in tabled:
            cut: Iterable[tuple[str, Span, BlockKind]] = [
                (tabled[paragraph], _trimmed(block.span, document.prose), "table-row")
            ]
        else:
            cut = _cut(document, block, pieces.get(paragraph, []))
        for text, span, kind in cut:
            if text.strip():
                yield Line(number, text, span, kind, body, paragraph, block.page)
                number += 1


def _cut(document: Document, block: Block, sentences: list[Span]) -> Iterator[tuple[str, Span, BlockKind]]:
    """The lines of a block: its sentences; or the rows of a table, each cell with its header."""
    text = block.span.of(document.prose)
    if block.kind == "table-row":
        span = _trimmed(block.span, document.prose)
        yield _labelled(text), span, "table-row"
        return
    rows = list(_rows(text)) if block.kind in {"paragraph", "code", "list-item"} else []
    if rows:
        for row, start, end in rows:
            yield row, _trimmed(Span(block.span.start + start, block.span.start + end), document.prose), "table-row"
        return
    for span in sentences or [_trimmed(block.span, document.prose)]:
        yield span.of(document.prose), span, block.kind


_COLUMNS = re.compile(r"\s*\|\s*|\t+| {2,}")
_RULE = re.compile(r"[\s|:=+-]*")
_YEAR_IN = re.compile(r"(?<!\d)(?:18|19|20)\d\d(?!\d)")
_UNIT = re.compile(r"(.*?)\s*\(([^()]{1,30})\)\s*\Z", re.DOTALL)


def _rows(text: str) -> Iterator[tuple[str, int, int]]:
    """The rows of a table in plain text, if ``text`` is one: columns parted by tabs, bars or several spaces."""
    lines: list[tuple[list[str], int, int]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        cells = _cells(line)
        if line.strip() and not _RULE.fullmatch(line):
            lines.append((cells, position, position + len(line)))
        position += len(line)
    width = len(lines[0][0]) if lines else 0
    table = [row for row in lines if len(row[0]) == width]
    if width < 2 or len(lines) < 2 or len(table) < 0.7 * len(lines):
        return
    header = lines[0][0]
    headed = not any(cell[:1].isdigit() and not _is_year(cell) for cell in header[1:])
    yield (" ".join(header), lines[0][1], lines[0][2])
    for cells, start, end in lines[1:]:
        if headed and len(cells) == width:
            yield _row(header, cells), start, end
        else:
            yield ", ".join(cells), start, end


def _tabled(document: Document) -> dict[int, str]:
    """Rows of tables whose every line is a block of its own, by block number."""
    found: dict[int, str] = {}
    run: list[int] = []
    for number, block in enumerate((*document.blocks, None)):
        text = block.span.of(document.prose).strip() if block is not None and len(block.span) < 400 else ""
        columned = block is not None and block.kind != "table-row" and "\n" not in text and len(_cells(text)) > 1
        if columned or (run and text and _RULE.fullmatch(text)):
            run.append(number)
            continue
        if len(run) > 1:
            blocks = [document.blocks[row] for row in run]
            joined = "\n".join(block.span.of(document.prose).strip() for block in blocks)
            kept = [
                row
                for row, block in zip(run, blocks, strict=True)
                if not _RULE.fullmatch(block.span.of(document.prose))
            ]
            rows = [text for text, _, _ in _rows(joined)]
            if len(rows) == len(kept):
                found.update(zip(kept, rows, strict=True))
        run = []
    return found


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _COLUMNS.split(line.strip().strip("|").strip())]


def _labelled(text: str) -> str:
    """A row that reads "header: cell; header: cell" with each number before what it counts."""
    pairs = [piece.partition(":") for piece in text.split(";")]
    if len(pairs) < 2 or not all(colon for _, colon, _ in pairs):
        return text
    return _row([name.strip() for name, _, _ in pairs], [cell.strip() for _, _, cell in pairs])


def _row(header: list[str], cells: list[str]) -> str:
    """A row as words: "Preston Vale, 31 Played, 61 Points"; units stand in the header's brackets."""
    said = [cells[0]]
    for name, cell in zip(header[1:], cells[1:], strict=True):
        label, unit = name, ""
        if match := _UNIT.fullmatch(name):
            label, unit = match[1], match[2].replace("%", "percent")
        if not cell or cell in {"-", "–", "—"}:
            continue
        dated = _YEAR_IN.search(label)
        if dated:  # "Visitors 2019"
            rest = " ".join((label[: dated.start()] + label[dated.end() :]).split())
            said.append(f"{cell} {unit} {rest} in {dated.group()}")
        elif _is_year(cell):
            said.append(f"{label} in {cell}")
        elif cell[:1].isdigit() or cell[:1] in "$€£":
            said.append(f"{cell} {unit} {label}" if unit else f"{cell} {label}")
        else:
            said.append(f"{label} {cell}")
    return ", ".join(" ".join(piece.split()) for piece in said)


def _is_year(cell: str) -> bool:
    return len(cell) == 4 and cell.isdigit() and cell[:2] in {"18", "19", "20"}


def _trimmed(span: Span, text: str) -> Span:
    words_ = span.of(text)
    start = span.start + len(words_) - len(words_.lstrip())
    return Span(start, max(start, span.start + len(words_.rstrip())))


# A reader that knows the format marks teasers; pasted text carries them unmarked at its end.
_TEASER_LABEL = re.compile(
    r"(?:read|see|more|also|related|recommended|popular|trending|latest|elsewhere|further|most|you (?:may|might)"
    r"|don't miss|what to read|top stories|in other news|editor'?s' picks|around the web|from our|sponsored|advert)\b",
    re.IGNORECASE,
)
_SOLICITS = re.compile(
    r"\b(?:sign up|subscribe|newsletter|follow us|download (?:our|the) app|support our|donate|cookies?"
    r"|all rights reserved)\b",
    re.IGNORECASE,
)


def _teasers(document: Document) -> int:
    """Index of the first block of the trailing run of teasers; the number of blocks if there is none."""
    blocks = document.blocks
    first = len(blocks)
    while first > 1 and _is_teaser(blocks[first - 1], document):
        first -= 1
    run = [" ".join(block.span.of(document.prose).split()) for block in blocks[first:]]
    for position, line in enumerate(run):
        if _TEASER_LABEL.match(line) and len(line) < 60 and position + 1 < len(run):
            return first + position
    for position, line in enumerate(run):
        if _SOLICITS.search(line):
            return first + position
    return len(blocks)


def _is_teaser(block: Block, document: Document) -> bool:
    line = " ".join(block.span.of(document.prose).split()) if len(block.span) < 300 else "."
    if block.kind in {"table-row", "title", "footnote"}:
        return False
    return not line.endswith((".", "!", "?", '."', '"', ".”", "”")) or bool(_SOLICITS.search(line))
