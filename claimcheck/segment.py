"""Sentences of a document, and where its bibliography stands.

Boundaries come from sentencex, one block at a time, and are then repaired; each repair says which text taught it.
A bibliography is found by its heading, or as the run of entries at the end of the text. Both work on
``Document.prose`` and give spans into ``Document.text``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model import PROSE_KINDS, Block, BlockKind, Document, Sentence, Span

_LONGEST_BRACKET = 1_500  # characters within which a round bracket holds a sentence together
_PIECE = 8_000  # characters given to sentencex at once: unclosed quotation marks cost it quadratic time
_LONGEST_QUOTATION = 300  # characters of a quotation that is kept in one sentence whatever it holds
_LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029", " "))

_APART = re.compile(r"(?<=\S)( +)([.!?…,;:]+[\"'”’)\]]*)(?=\s|$)")
_EASTERN_STOPS = "。！？｡"  # no white space follows them
_MARKS = re.compile('["“”„«»]')
_WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_BRACKETED_NUMBER = re.compile(  # "ended.[3] Then" and "ended. [3] Then"
    r"(?:[.!?]['\"’”]?\s?|\.\])(?:\[[\w ,–-]{1,12}\]|[⁰¹²³⁴-⁹]{1,3}){1,6}(?=\s*[\"“‘(]?[^\W\d_a-z])"
)
_FLATTENED_NUMBER = re.compile(
    r"(?<=[^\W\d_A-Z]{4}[.”\"])\d{1,3}(?=\s+[^\W\d_a-z])"
)  # "…troops.12 The" was a superscript
_OWN_BRACKET = re.compile(r"(?:[^\W\d_A-Z]{3}|[\d)\]])[.!?][\"”’]?(\s+)(?=\([^\W\d_a-z])")
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
_NUMBER_GROUPS = re.compile(r"\s*(?:\[\^?[\w ,–-]{1,12}\])+[.,;]?(?=\s|$)")
_CLOSING = re.compile(r"\s?[”’»」』)\]]+(?=\s|$)|\"(?=\s|$)|'(?=\s|$)")


def sentences(document: Document, *, kinds: frozenset[BlockKind] = PROSE_KINDS) -> tuple[Sentence, ...]:
    """The sentences of the blocks of ``kinds``, in order; a table row is one sentence.

    Spans hold no white space at their ends. A citation or a closing quotation mark behind the full stop belongs to the
    sentence it closes: ``He left. (Roe, 2020)`` and ``He left.[^2]`` are one sentence each. A bracket that is a
    sentence of its own stays one. Markup that touches a sentence belongs to it.
    """
    found: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        if block.kind not in kinds:
            continue
        words = block.span.of(document.prose).translate(_LINE_ENDS)
        joined = words if document.prose is document.text else _drawn_together(words, block, document)
        start = 0
        for end in [len(words)] if block.kind == "table-row" else _ends(joined, document.language):
            span = _trimmed(words, start, end)
            start = end
            if span is not None:
                span = span.shifted(block.span.start)
                span = span if document.prose is document.text else _with_markup(span, block, document)
                found.append(Sentence(span, block, number))
    return tuple(found)


def _trimmed(words: str, start: int, end: int) -> Span | None:
    """``None`` for a stretch without a letter or digit: stray marks are no sentence."""
    stretch = words[start:end]
    if not any(map(str.isalnum, stretch)):
        return None
    return Span(start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip()))


def _with_markup(span: Span, block: Block, document: Document) -> Span:
    """The sentence with the markup that touches it: its stars, the target of its last link, its footnote marks."""
    text, prose = document.text, document.prose
    start, end = span.start, span.end
    while start > block.span.start and prose[start - 1] == " " and not text[start - 1].isspace():
        start -= 1
    while end < block.span.end and prose[end] == " " and not text[end].isspace():
        end += 1
        if text.startswith("](", end - 1):  # a link's target may hold white space before its title
            close = text.find(")", end, min(end + 2_000, block.span.end))
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
            _BRACKETED_NUMBER.search(words, max(0, end - 30), end + 1) or _FLATTENED_NUMBER.match(words, end - 3)
        )
    if len(words[start:end].strip()) < 7 and _ENUMERATOR.match(words[start:end].strip()):
        return True  # "1." before the words it numbers
    around = _GOES_ON.search(words, max(0, end - 12), end + 12)
    return around is not None and around.start() < end <= around.end()


def _extended(words: str, end: int, held: dict[int, int]) -> int:
    """The boundary moved behind closing quotation marks and citations that stand after the full stop."""
    while True:
        here = end
        if match := _CLOSING.match(words, end) or _NUMBER_GROUPS.match(words, end):
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


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Where a document lists its sources.

    ``entries`` are spans without white space at their ends; an entry that was wrapped over several lines is one span.
    A number or label that is part of the running text ("[1]", "2.") belongs to the entry; Markdown's own list numbers
    and footnote marks do not. ``labels`` runs parallel to ``entries``: "1" for all of these, ``None`` without one.
    ``heading`` is the span of the first heading, ``None`` for a list without one. ``blocks`` are the indexes in
    ``Document.blocks`` that hold headings and entries: no claims are looked for there.
    """

    entries: tuple[Span, ...] = ()
    heading: Span | None = None
    blocks: frozenset[int] = frozenset()
    labels: tuple[str | None, ...] = ()


_HEADINGS = re.compile(
    r"""(?P<sure>(?:selected\s+|list\s+of\s+|cited\s+)?(?:references|bibliography|works\s+cited|works\s+consulted|sources\s+cited
        |literature\s+cited|reference\s+list|references\s+(?:and|&)\s+(?:notes|further\s+reading)|notes\s+(?:and|&)\s+references)
      | literatur(?:verzeichnis|nachweise|liste)?|quellen(?:verzeichnis|nachweise?|angaben)?|bibliographie|bibliografie
      | références(?:\s+bibliographiques)?|sources\s+et\s+références|ouvrages\s+cités
      | bibliografía|referencias(?:\s+bibliográficas)?|obras\s+citadas|fuentes|bibliografia
      | referências(?:\s+bibliográficas)?
      | riferimenti(?:\s+bibliografici)?|literatuur(?:lijst)?|bronnen|referenser|källor
      | litteratur(?:liste)?|kilder|lähteet
      | literatura|piśmiennictwo|kaynakça|kaynaklar|irodalomjegyzék|viitteet
      | список\s+(?:использованной\s+)?(?:литературы|источников)|литература|источники|примечания
      | список\s+використаних\s+джерел
      | джерела|література|βιβλιογραφία|ביבליוגרפיה|مراجع|المراجع|المصادر|قائمة\s+المراجع|المصادر\s+والمراجع|منابع
      | 参考文献|參考文獻|引用文献|参考资料|參考資料|資料來源|출처|참고\s?문헌|참고\s?자료|संदर्भ|อ้างอิง
      | tài\s+liệu\s+tham\s+khảo)
      | (?P<perhaps>sources|notes|endnotes|footnotes|citations|links|literature|further\s+reading|anmerkungen|fußnoten
        |notes\s+de\s+bas\s+de\s+page|notas|przypisy|注|注释|註釋|脚注|주석|각주|сноски)""",
    re.IGNORECASE | re.VERBOSE,
)
_NUMBERING = re.compile(r"(?:(?:\d{1,2}|[ivx]{1,5}|[a-z])[.)]?\s+)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|\bwww\.|\bdoi:\s?10\.|\bdoi\.org/|\barxiv:\s?\d", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b|\bn\.\s?d\.|\bo\.\s?J\.|\b[sS]\.\s?[dfa]\.")
_LABEL = re.compile(r"\[(\d{1,4})\]:?|\((\d{1,3})\)|(\d{1,3})[.)](?=\s)|([¹²³⁰⁴-⁹]{1,3})|\[\^?([\w-]{1,30})\]:?")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NAME_FIRST = re.compile(
    r"(?:\W{0,3}|\[?\d{1,4}[\].)]\s+)[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+){0,2},\s+(?:[^\W\d_]\.|[^\W\d_a-z][\w'’.-]+)"
)
_DATED_EARLY = re.compile(r"[^\n]{0,200}?[.,?!)”\"’]?\s\((?:(?:1[5-9]|20)\d\d[a-z]?|n\.\s?d\.)[^()]{0,20}\)[.,:]")
_RETRIEVED = re.compile(
    r"\b(?:retrieved|accessed|last\s+visited|abgerufen|zugegriffen|consulté|consultado|дата обращения|проверено)\b",
    re.IGNORECASE,
)
_ADDED = re.compile(  # what only ever goes on with an entry
    r"(?:https?://|www\.|doi\b|retrieved\b|available\b|accessed\b|last\s+accessed|abgerufen|verfügbar|consulté|disponible|url:|isbn\b"
    r"|archived\b|pp?\.\s?\d|vol\.)",
    re.IGNORECASE,
)
_LEFTOVER = 60  # characters of a closing line ("Word count: 1,500") that may stand behind the entries
_LONGEST_ENTRY = 900  # characters
_TAIL_AFTER_ADDRESS = 80  # characters that an entry still says after its URL ("Accessed 3 May 2024.")


def bibliography(document: Document) -> Bibliography:
    """The list of sources, by its heading or as the run of entries at the end, with footnote definitions beside it.

    Empty when the document lists none.
    """
    listed, heading = _under_headings(document)
    if not listed:
        listed = _at_the_end(document)
    notes = [index for index, block in enumerate(document.blocks) if block.kind == "footnote" and index not in listed]
    entries = _entries(document, sorted({*listed, *notes} - ({heading} if heading is not None else set())))
    headings = {index for index in listed if _heading_strength(document, index)}
    return Bibliography(
        tuple(span for span, _ in entries),
        document.blocks[heading].span if heading is not None else None,
        frozenset({*listed, *notes} | headings),
        tuple(label for _, label in entries),
    )


def _line(document: Document, index: int) -> str:
    span = document.blocks[index].span
    return document.prose[span.start : min(span.end, span.start + _LONGEST_ENTRY + 1)].translate(_LINE_ENDS).strip()


def _heading_strength(document: Document, index: int) -> int:
    """2 for a heading that only a bibliography has, 1 for one that it may have ("Notes"), 0 for anything else."""
    if len(document.blocks[index].span) > 80 or document.blocks[index].kind not in {
        "heading",
        "paragraph",
        "list-item",
    }:
        return 0
    line = _line(document, index).strip("*_#=~ ").rstrip(" :：.")
    match = _HEADINGS.fullmatch(line, _NUMBERING.match(line).end())  # type: ignore[union-attr]  # it matches nothing, too
    if not match or (line[:1].islower() and document.blocks[index].kind != "heading"):
        return 0  # "references" alone on a line of an index
    return 2 if match["sure"] else 1


@dataclass(frozen=True, slots=True)
class _Looks:
    """What a block has of a bibliography entry."""

    year: bool
    address: bool
    """A URL, DOI or link."""
    ends_with_address: bool
    label: bool
    name: bool
    """Begins "Surname, F." or "Title. (2024)"."""
    retrieved: bool
    short: bool

    @property
    def likely(self) -> bool:
        """Enough under a heading that says what follows."""
        return self.short and (self.year or self.address or self.label)

    @property
    def plain(self) -> bool:
        """Enough without a heading, among others of its kind."""
        if not self.short or not (self.year or self.label):
            return False
        if self.address:
            return self.retrieved or self.name or self.label or self.ends_with_address
        return self.name and self.year


def _looks(document: Document, index: int) -> _Looks:
    block = document.blocks[index]
    line = _line(document, index)
    addresses = [match.start() for match in _ADDRESS.finditer(line)]
    label = _label(document, block)
    first = bisect_left(document.links, block.span.start, key=lambda link: link.span.start)
    linked = first < len(document.links) and document.links[first].span.end <= block.span.end
    return _Looks(
        year=bool(_YEAR.search(line)),
        address=bool(addresses) or linked,
        ends_with_address=bool(addresses)
        and len(line[addresses[-1] :].split(None, 1)[-1]) <= _TAIL_AFTER_ADDRESS
        and len(line.split()) <= 60,
        label=label is not None,
        name=bool(_NAME_FIRST.match(line) or _DATED_EARLY.match(line)),
        retrieved=bool(_RETRIEVED.search(line)),
        short=len(line) <= _LONGEST_ENTRY or (label is not None and len(block.span) <= 100 * _LONGEST_ENTRY),
    )


def _label(document: Document, block: Block) -> str | None:
    """The number or key that a block opens with, or that stands as Markdown before it on its line."""
    match = _LABEL.match(document.text, block.span.start, block.span.end)
    if match is None:
        line_start = document.text.rfind("\n", 0, block.span.start) + 1
        match = _LABEL.search(document.text[max(line_start, block.span.start - 40) : block.span.start])
    return next((group.translate(_SUPERSCRIPTS) for group in match.groups() if group), None) if match else None


def _under_headings(document: Document) -> tuple[list[int], int | None]:
    """Blocks under the headings of bibliographies, and the index of the first such heading."""
    listed: list[int] = []
    heading: int | None = None
    for index in range(len(document.blocks)):
        strength = _heading_strength(document, index)
        if not strength or (listed and index < listed[-1]):
            continue
        below = list(_below(document, index))
        entries = [looks for looks in (_looks(document, each) for each in below) if looks.likely]
        sourced = sum(looks.year or looks.address for looks in entries)
        if (strength == 2 and entries) or (strength == 1 and sourced * 2 > len(below)):
            listed += [index, *below]
            heading = index if heading is None else heading
    return listed, heading


def _below(document: Document, heading: int) -> Iterator[int]:
    """Blocks that belong to the list under ``heading``: up to the next section, or to prose that resumes."""
    blocks = document.blocks
    for index in range(heading + 1, len(blocks)):
        block = blocks[index]
        if block.kind in {"title", "heading"}:
            # "Primary sources" and "Websites" divide a list; "Appendix" ends it.
            if _heading_strength(document, index) or not _resumes(document, index + 1, 1):
                return
        elif block.kind in PROSE_KINDS:
            if _heading_strength(document, index):
                return
            if (
                not _looks(document, index).likely
                and not _continues(document, index)
                and not _resumes(document, index + 1, 2)
            ):
                return
            yield index


def _continues(document: Document, index: int) -> bool:
    return index > 0 and _goes_on(_line(document, index), _line(document, index - 1))


def _goes_on(line: str, entry: str) -> bool:
    """True for "Retrieved from…" or a URL on a line of its own, which completes ``entry``.

    "www.example.org. (2024)." is an entry whose title is its host, and a second URL is a second link of a list.
    """
    if not _ADDED.match(line) or _DATED_EARLY.match(line) or len(line) > 300:
        return False
    return not (_ADDRESS.match(line) and _ADDRESS.search(entry))


def _resumes(document: Document, start: int, within: int) -> bool:
    """True when an entry comes within the next blocks: an annotation or a sub-heading stands in between."""
    following = [
        i for i in range(start, min(start + within + 2, len(document.blocks))) if document.blocks[i].kind in PROSE_KINDS
    ]
    return any(_looks(document, i).plain or _looks(document, i).retrieved for i in following[:within])


def _at_the_end(document: Document) -> list[int]:
    """The run of entries that closes a text without any heading."""
    run: list[int] = []
    leftover = 0
    for index in range(len(document.blocks) - 1, -1, -1):
        block = document.blocks[index]
        if block.kind not in PROSE_KINDS or block.kind == "footnote":
            if run and block.kind in {"heading", "title"}:
                break
            continue
        looks = _looks(document, index)
        if looks.plain or (run and _continues(document, index)):
            run.append(index)
        elif run or leftover > 2 or len(block.span) > _LEFTOVER:
            break
        else:
            leftover += 1
    sure = [looks for looks in (_looks(document, index) for index in run) if looks.address and looks.year]
    alone = len(run) == 1 and sure and sure[0].retrieved
    return run if len(sure) >= 2 or alone else []


def _entries(document: Document, listed: Sequence[int]) -> list[tuple[Span, str | None]]:
    """Entry spans with their labels: lines joined that one entry was wrapped over, blocks split that hold several."""
    lines = [
        line
        for index in listed
        if document.blocks[index].kind in PROSE_KINDS and not _heading_strength(document, index)
        for line in _lines(document, index)
    ]
    numbered = (
        sum(line.label is not None and line.first for line in lines) >= 2
        or sum(line.label is not None for line in lines) >= 3
    )
    found: list[list[_EntryLine]] = []
    for line in lines:
        if found and not _begins(line, found[-1], numbered):
            found[-1].append(line)
        else:
            found.append([line])
    return [(Span(entry[0].span.start, entry[-1].span.end), entry[0].label) for entry in found]


@dataclass(frozen=True, slots=True)
class _EntryLine:
    span: Span
    words: str
    indent: int
    label: str | None
    first: bool
    """First line of its block."""
    kind: BlockKind
    hard: bool
    """The line before ended in a hard break."""


def _lines(document: Document, index: int) -> Iterator[_EntryLine]:
    block = document.blocks[index]
    text = document.text
    start, first, hard = block.span.start, True, False
    while start < block.span.end:
        stop = text.find("\n", start, block.span.end)
        stop = block.span.end if stop == -1 else stop
        raw = text[start:stop]
        words = raw.strip()
        if words:
            at = start + len(raw) - len(raw.lstrip())
            indent = at - (text.rfind("\n", 0, at) + 1)
            label = _LABEL.match(words)
            marked = _label(document, block) if first else None
            name = (
                next((group.translate(_SUPERSCRIPTS) for group in label.groups() if group), None) if label else marked
            )
            if first and not label and marked and document.prose[at - indent : at].strip():
                # The number of a plain-text list is text: the reader's block leaves it out, the entry holds it.
                at = at - indent + len(document.text[at - indent : at]) - len(document.text[at - indent : at].lstrip())
            yield _EntryLine(
                Span(at, start + len(raw.rstrip())),
                text[at : start + len(raw.rstrip())],
                indent,
                name,
                first,
                block.kind,
                hard,
            )
            first = False
        hard = raw.endswith(("  ", "\\"))
        start = stop + 1


def _begins(line: _EntryLine, entry: Sequence[_EntryLine], numbered: bool) -> bool:
    """True when ``line`` begins an entry of its own after ``entry``."""
    if line.first and line.kind in {"list-item", "footnote"}:
        return line.label is not None or line.kind == "list-item"
    if numbered:
        return line.label is not None
    so_far = " ".join(part.words for part in entry)
    if line.first:
        return not _goes_on(line.words, so_far)
    if line.hard:
        return True
    if len(entry) > 1 and line.indent < entry[-1].indent and line.indent <= entry[0].indent:
        return True  # drawn out after lines drawn in
    if line.indent > entry[0].indent:
        return False
    finished = entry[-1].words.endswith((".", ")", "]")) or bool(_ADDRESS.search(entry[-1].words.rsplit(None, 1)[-1]))
    complete = bool(_YEAR.search(so_far) or _ADDRESS.search(so_far))
    return (
        finished
        and complete
        and bool(_NAME_FIRST.match(line.words) or _DATED_EARLY.match(line.words) or _ADDRESS.search(line.words))
    )
