"""Where a document lists its sources: under a heading, in footnotes, or as the run of entries that closes the text.

It works on ``Document.prose`` and gives spans into ``Document.text``. What an entry says is read elsewhere
(:mod:`claimcheck.cite.bibliography`); here it is only told from running text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.model import PROSE_KINDS, Block, BlockKind, Document, Span
from claimcheck.parse._nounphrases import verbish

_LINE_ENDS = re.compile("[\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029]")


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
    notes: frozenset[int] = frozenset()
    """Those of ``blocks`` that are footnotes, wherever they stand."""


_SURE = frozenset(
    """
    references reference bibliography webography cited consulted literaturverzeichnis literaturnachweise
    literaturnachweis literaturliste literaturangaben quellenverzeichnis quellennachweise quellennachweis
    quellenangaben quellen literatur bibliographie bibliografie bibliografia bibliografía sitographie sitografia
    références referencias referências referències riferimenti citées consultées citadas consultadas consultados
    fuentes fontes literatuur literatuurlijst bronnen bronnenlijst bronvermelding referenties referenser referencer
    referanser referanseliste källor källförteckning litteraturförteckning litteratur litteraturliste kilder
    kildeliste lähteet lähdeluettelo kirjallisuus viitteet literatura piśmiennictwo źródła zdroje kaynakça kaynaklar
    irodalomjegyzék irodalom források surse pustaka referensi литература литературы литературе источники источников
    библиография библиографический примечания джерела джерел література літератури βιβλιογραφία αναφορές πηγές
    ביבליוגרפיה מקורות مراجع المراجع والمراجع المصادر مصادر منابع संदर्भ อ้างอิง เอกสารอ้างอิง 출처 참고문헌
    참고자료 참고
    """.split()
)
"""Words of which one is enough: only a list of sources is headed so."""
_PERHAPS = frozenset(
    """
    sources source notes endnotes footnotes citations links literature reading works authorities anmerkungen fußnoten
    endnoten noten notas note notes przypisy poznámky jegyzetek dipnotlar notlar сноски комментарии примітки
    σημειώσεις הערות الهوامش هوامش پانویس 주석 각주 미주 주
    """.split()
)
"""Words that head a list of sources, and much else."""
_AROUND = frozenset(
    """
    a and & of the for to list full select selected further additional more other primary secondary main key online
    annotated commented kommentierte commentée comentada web website websites internet external recommended suggested
    general used original printed unpublished
    archival legal text texts book books article articles document documents reports material materials page evidence
    und weitere weiterführende verwendete ausgewählte zitierte liste der et les des sur bibliographiques
    sélective ouvrages articles complémentaire lectures de bas y e las los obras bibliográficas bibliografici
    bibliográfica electrónicas para lectura og och en in geraadpleegde użyta użyte wybrana seznam použitá použité
    daftar список и та використаних tài liệu tham khảo
    קישורים שוליים قائمة و문헌 문헌 자료 및
    """.split()
)
"""Words that stand beside them."""
_USED = (
    "использ",
    "цитир",
    "рекоменд",
    "verwendet",
    "zitiert",
    "weiterführend",
    "ausgewählt",
    "použit",
    "wykorzystan",
)
"""How the words begin that say "used", in languages that inflect them."""
_EASTERN_HEADING = re.compile(
    r"(?:(?:主要|引用|引证|引證|参考|參考|参照|相关|资料|資料|注释|及|与|和|・|、|ならびに|と|文献|文獻|书目|書目|来源|來源|出处|出處"
    r"|链接|連結|出典|典拠|史料|注記|注釈|註釋|脚注|腳註|尾注|原注|注|註|一覧|リスト|[Uu][Rr][Ll]|サイト){1,6})"
)
_EASTERN_NOTES = re.compile(r"(?:原|脚|腳|尾|脚)?[注註](?:释|釈|釋|解|記)?|链接|連結|资料|資料|相关链接")
_LONGEST_HEADING = 7  # words
_NUMBERING = re.compile(r"(?:(?:\d{1,2}|[ivx]{1,5}|[a-z])[.)]?\s+)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|\bwww\.|\bdoi:\s?10\.|\bdoi\.org/|\barxiv:\s?\d", re.IGNORECASE)
_YEAR = re.compile(  # "2019年" and "2019년" have no word boundary behind the digits
    r"(?<![\w,.])(?:1[0-9]|20)\d\d(?:[a-z]?\b|(?=[年년]))|\bn\.\s?d\.|\bo\.\s?J\.|\b[sS]\.\s?[dfa]\."
)
_LABEL = re.compile(r"\[(\d{1,4})\]:?|\((\d{1,3})\)|(\d{1,3})[.)](?=\s)|([¹²³⁰⁴-⁹]{1,3})|\[\^?([\w-]{1,30})\]:?")
_MARK = re.compile(  # bounded, for brackets may hold a megabyte of numbers
    r"\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}[\],:;]|(?<=[\w.,;:!?”\"’)])(?:[¹²³⁰⁴-⁹]{1,3}|\^\d{1,3})"
    r"|(?<=[^\W\d_]{3})\s?\(\d{1,3}(?:[,;–-]\s?\d{1,3}){0,20}\)(?=[.,;:])|(?<=[^\W\d_][.,”\"])\d{1,3}\)?(?=\s|$)"
    r"|(?<=[a-z]{4})\d{1,3}(?:[,–-]\d{1,3}){0,6}(?=[.,;:]?(?:\s|$))"
)
_DIGITS = re.compile(r"\d+|[¹²³⁰⁴-⁹]+")
_LONGEST_MARK = 4  # characters of a footnote mark
SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does)\b")
"""What a sentence has and an entry has not, but for a title."""
_CITATION = re.compile(
    r"\((?!Accessed|Retrieved|Original|Hrsg)[^\W\d_][^():]{1,80}?,?\s(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.)(?:[,;:][^()]{1,80})?\)"
)
_SHORTEST_SENTENCE = 5  # words of a finding in a list
_FEWEST = 2  # entries that a text must cite before what closes it is a list of them
_FEW_STOPS = 8  # full stops of an entry
_NUMBER_CELL = re.compile(r"\|?\s*(?:[^:;|\d\n]{1,20}:\s*)?[\[(]?([A-Z]{0,2}\d{1,3})[\])]?\.?\s*[;|]\s*(?=\S)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NAME_FIRST = re.compile(
    r"(?:\W{0,3}|\[?\d{1,4}[\].)]\s+)[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+){0,2},\s+(?:[^\W\d_]\.|[^\W\d_a-z][\w'’.-]+)"
)
_DATED_EARLY = re.compile(  # "Hart, L. (2010).", "王远山（2018）．", "Editor (2018) Ethylene explained"
    r"[^\n]{0,200}?(?:[.,?!)”\"’]?\s\(|（)(?:(?:1[5-9]|20)\d\d[a-z]?|n\.\s?d\.)[^()（）]{0,20}(?:\)[.,:]|）[．。，：「『《])"
    r"|[^\n().;]{2,60} \((?:1[5-9]|20)\d\d[a-z]?\) "
    r"(?:[\"“„«‘']|[^\W\d_a-z][\w'’-]* (?!(?:is|are|was|were|has|have|had|and|or)\b))"
)
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

    Empty when the document lists none, and for LaTeX that lists them by its own commands.
    """
    if document.media_type == "text/x-tex" and (document.bibliographies or "\\bibitem" in document.text):
        return Bibliography()
    listed, heading = _under_headings(document)
    if not listed:
        listed = _at_the_end(document) or _as_cited(document)
    notes = [index for index in _notes(document) if index not in listed]
    entries = [
        entry for section in _sections(document, sorted({*listed, *notes})) for entry in _entries(document, section)
    ]
    headings = {index for index in listed if _heading_strength(document, index)}
    return Bibliography(
        tuple(span for span, _ in entries),
        document.blocks[heading].span if heading is not None else None,
        frozenset({*listed, *notes} | headings),
        tuple(label for _, label in entries),
        frozenset(notes),
    )


def _notes(document: Document) -> list[int]:
    """Blocks that are footnotes, because the format says so or because a footnote mark of the page leads there."""
    led = {
        bisect_right(document.blocks, link.target, key=lambda block: block.span.start) - 1
        for link in document.links
        if link.target is not None
        and link.target > link.span.end
        and len(link.label or "") <= _LONGEST_MARK
        and len(link.span) <= 2 * _LONGEST_MARK
    }
    # Some pages set a note's number on a line of its own.
    led |= {index + 1 for index in led if len(document.blocks[index].span) <= _LONGEST_MARK}
    return [
        index
        for index, block in enumerate(document.blocks)
        if block.kind == "footnote" or (index in led and block.kind in PROSE_KINDS and block.kind != "table-row")
    ]


def marked_numbers(document: Document, end: int) -> frozenset[str]:
    """The numbers with which the prose before ``end`` may point to notes: "…fell.[3]", "…fell³", "…fell (3)."."""
    found = [number for match in _MARK.finditer(document.prose, 0, end) for number in _DIGITS.findall(match.group())]
    return frozenset(number.translate(_SUPERSCRIPTS) for number in found)


def cites(line: str) -> bool:
    """Whether citations stand in a line: "It rose (Hale, 2010) and fell (Marsh, 2011).", not "(Oslo: Fjord, 1966)"."""
    found = len(_CITATION.findall(line))
    return found > 1 or (found == 1 and bool(SAYS.search(line)))


def _line(document: Document, index: int) -> str:
    span = document.blocks[index].span
    return _LINE_ENDS.sub(" ", document.prose[span.start : min(span.end, span.start + _LONGEST_ENTRY + 1)]).strip()


def _heading_strength(document: Document, index: int) -> int:
    """2 for a heading that only a bibliography has, 1 for one that it may have ("Notes"), 0 for anything else."""
    if len(document.blocks[index].span) > 80 or document.blocks[index].kind not in {
        "heading",
        "paragraph",
        "list-item",
    }:
        return 0
    line = _line(document, index).strip("*_#=~ ").rstrip(" :：.")
    if line[:1].islower() and document.blocks[index].kind != "heading":
        return 0  # "references" alone on a line of an index
    words = line[_NUMBERING.match(line).end() :].casefold()  # type: ignore[union-attr]  # it matches nothing, too
    if _EASTERN_HEADING.fullmatch(words):
        return 1 if _EASTERN_NOTES.fullmatch(words) else 2
    parts = re.split(r"[\s/,]+", words)
    parts = ["of" if part.startswith(_USED) else part for part in parts]
    known = all(part in _SURE or part in _PERHAPS or part in _AROUND for part in parts)
    if len(parts) > _LONGEST_HEADING or (not known and document.blocks[index].kind != "heading"):
        return 0
    if not known:
        return int(parts[0] in _SURE or parts[-1] in _SURE)  # "Bibliography of river floods"
    return 2 if any(part in _SURE for part in parts) else int(any(part in _PERHAPS for part in parts))


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
    says: bool
    """Reads like a sentence, and bears no mark of an entry."""
    cites: bool
    """Holds citations, as running text does."""

    @property
    def likely(self) -> bool:
        """Enough under a heading that says what follows."""
        return self.short and not self.cites and (self.year or self.address or self.label)

    @property
    def plain(self) -> bool:
        """Enough without a heading, among others of its kind."""
        if not self.short or self.cites or not (self.year or self.label):
            return False
        if self.address:
            return self.retrieved or self.name or self.label or self.ends_with_address
        return self.year and (self.name or self.label)


def _looks(document: Document, index: int) -> _Looks:
    block = document.blocks[index]
    line = _line(document, index)
    addresses = [match.start() for match in _ADDRESS.finditer(line)]
    label = _label(document, block)
    first = bisect_left(document.links, block.span.start, key=lambda link: link.span.start)
    last = bisect_left(document.links, block.span.end, key=lambda link: link.span.start)
    linked = any(link.url for link in document.links[first:last])
    name = bool(_NAME_FIRST.match(line) or _DATED_EARLY.match(line))
    marked = label is not None or bool(addresses) or linked or name or line[:1] in '"“„«'
    return _Looks(
        year=bool(_YEAR.search(line)),
        address=bool(addresses) or linked,
        ends_with_address=bool(addresses)
        and len(line[addresses[-1] :].split(None, 1)[-1]) <= _TAIL_AFTER_ADDRESS
        and len(line.split()) <= 60,
        label=label is not None,
        name=name,
        retrieved=bool(_RETRIEVED.search(line)),
        short=len(line) <= _LONGEST_ENTRY or label is not None,
        cites=label is None and cites(line),
        says=(not marked and bool(SAYS.search(line))) or line.count(". ") > _FEW_STOPS,
    )


def _label(document: Document, block: Block) -> str | None:
    """The number or key that a block opens with, or that stands as Markdown before it on its line."""
    if block.kind == "table-row":
        cell = _NUMBER_CELL.match(document.text, block.span.start, block.span.end)
        return cell[1] if cell else None
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
        sourced = sum((looks.year or looks.address) and not looks.says for looks in entries)
        if (strength == 2 and entries) or (
            strength == 1 and (sourced * 2 > len(below) or _are_marked(document, index, below))
        ):
            listed += [index, *below]
            heading = index if heading is None else heading
    return listed, heading


def _are_marked(document: Document, heading: int, below: Sequence[int]) -> bool:
    """True for notes that all bear numbers, of which the text before them uses one."""
    labels = [_label(document, document.blocks[index]) for index in below]
    if not labels or labels[0] is None or sum(label is None for label in labels) * 2 > len(labels):
        return False
    return bool(marked_numbers(document, document.blocks[heading].span.start) & {label for label in labels if label})


def _below(document: Document, heading: int) -> Iterator[int]:
    """Blocks that belong to the list under ``heading``: up to the next section, or to prose that resumes."""
    blocks = document.blocks
    listed: Block | None = None
    for index in range(heading + 1, len(blocks)):
        block = blocks[index]
        if listed is not None and listed.body and not block.body and block.kind in PROSE_KINDS:
            return  # the page's footer
        if block.kind in {"title", "heading"}:
            # "Primary sources" and "Websites" divide a list; "Appendix" ends it.
            if _heading_strength(document, index) or not _resumes(document, index + 1, 1):
                return
        elif block.kind in PROSE_KINDS:
            if _heading_strength(document, index):
                return
            looks = _looks(document, index)
            if (
                listed and listed.kind == "list-item" != block.kind
            ):  # what stands below a list of items is mostly a footer
                fits = (looks.year and looks.address) or bool(_DATED_EARLY.match(_line(document, index)))
            else:
                fits = looks.likely
            if not fits and not _continues(document, index) and not _resumes(document, index + 1, 2):
                return
            listed = block
            yield index


def _continues(document: Document, index: int) -> bool:
    return index > 0 and _goes_on(_line(document, index), _line(document, index - 1))


def _goes_on(line: str, entry: str) -> bool:
    """True for "Retrieved from…" or a URL on a line of its own, which completes ``entry``.

    "www.example.org. (2024)." is an entry whose title is its host, and a second URL is a second link of a list.
    """
    if entry.endswith((",", ":", "–")) and (line[:1].isdigit() or line[:1].islower()):
        return True  # cut after "Boreas Letters, 39,"
    if not _ADDED.match(line) or _DATED_EARLY.match(line) or len(line) > 300:
        return False
    return not (_ADDRESS.match(line) and _ADDRESS.search(entry))


def _resumes(document: Document, start: int, within: int) -> bool:
    """True when an entry comes within the next blocks: an annotation or a sub-heading stands in between."""
    following = [
        i for i in range(start, min(start + within + 2, len(document.blocks))) if document.blocks[i].kind in PROSE_KINDS
    ]
    return any(_looks(document, i).plain or _looks(document, i).retrieved for i in following[:within])


_NAMED = re.compile(
    r"(?P<name>[^\W\d_a-z][\w'’-]+)(?:[^()\[\]\n]{0,40}?[\s,.]\(?)(?P<year>(?:1[5-9]|20)\d\d|n\.\s?d\.|undated)"
)
_BRACKETED = re.compile(r"\[([^\[\]\n]{1,120})\]")
_KEY = re.compile(r"@?\{?([^\W_][\w:.-]{0,40}\d[\w-]{0,3})\}?")
_FIRST_KEY = re.compile(r"[\s|*_`\[({<@-]{0,6}([^\W_][\w:.-]{0,40}\d[\w-]{0,3})(?=[\s|*_`\])}>:.]|$)")
_HEAD = 100  # characters of an entry in which its first author stands


def _as_cited(document: Document) -> list[int]:
    """The blocks that close the text and are what it cites, whatever stands above them: each opens with a name and
    holds a year, or opens with a key, that the text before has in its brackets.
    """

    def fits(index: int) -> bool:
        span, looks = document.blocks[index].span, _looks(document, index)
        if document.text[span.start] in "(（" or not looks.short or looks.cites:
            return False  # a paragraph in brackets cites
        key = _FIRST_KEY.match(document.text, span.start, span.end)
        return looks.year or looks.address or looks.label or key is not None

    run = _closing_run(document, fits)
    if len(run) < _FEWEST:
        return []
    before = document.text[: document.blocks[run[0]].span.start]
    keys = {key[1] for group in _BRACKETED.finditer(before) for key in _KEY.finditer(group[1])}
    years: dict[str, set[str]] = {}
    for match in _NAMED.finditer(before):
        years.setdefault(match["name"].casefold(), set()).add(match["year"])
    known = [_is_cited(document.blocks[index].span.of(document.text), keys, years) for index in run]
    while run and not known[0] and not _looks(document, run[0]).plain:
        run, known = run[1:], known[1:]
    entries = [document.blocks[index].span.of(document.prose) for index in run]
    if sum(known) < _FEWEST or 2 * sum(known) < len(run) or 2 * sum(map(_asserts, entries)) > len(run):
        return []
    return run


def _is_cited(entry: str, keys: set[str], years: dict[str, set[str]]) -> bool:
    key = _FIRST_KEY.match(entry)
    if key and key[1] in keys:
        return True
    names = (word.casefold() for word in re.findall(r"[^\W\d_a-z][\w'’-]+", entry[:_HEAD])[:4])
    return any(year in entry for name in names for year in years.get(name, ()))


def _closing_run(document: Document, fits: Callable[[int], bool]) -> list[int]:
    """The last blocks that fit, in the order of the text; a closing line or two may stand behind them."""
    run: list[int] = []
    leftover = 0
    for index in range(len(document.blocks) - 1, -1, -1):
        block = document.blocks[index]
        if block.kind not in PROSE_KINDS or block.kind == "footnote":
            if run and block.kind in {"heading", "title"}:
                break
            continue
        if fits(index) or (run and _continues(document, index)):
            run.append(index)
        elif run or leftover > 2 or len(block.span) > _LEFTOVER:
            break
        else:
            leftover += 1
    return run[::-1]


def _at_the_end(document: Document) -> list[int]:
    """The run of entries that closes a text without any heading."""

    def fits(index: int) -> bool:
        looks = _looks(document, index)
        return looks.plain or (looks.label and looks.short)

    run = _closing_run(document, fits)
    entries = _entries(document, run) if run else []
    words = [span.of(document.prose) for span, _ in entries]
    sure = sum(bool(_ADDRESS.search(entry) and _YEAR.search(entry)) for entry in words)
    alone = len(words) == 1 and sure and _RETRIEVED.search(words[0])
    if run and 2 * sum(map(_asserts, words)) > len(words) and not _are_marked(document, run[0], run):
        return []  # findings in a list, each with its source, to which nothing before them points
    return run if sure >= 2 or alone or _is_numbered(document, run, entries) else []


def _asserts(entry: str) -> bool:
    """True for "3. Turnout fell to 41 per cent in 2019. https://…": a sentence and its source, no title and author."""
    label = _LABEL.match(entry)
    words = entry[label.end() if label else 0 :].lstrip(" -*•\t")
    address = _ADDRESS.search(words)
    said = words[: address.start() if address else None].rstrip(" (<[")
    if not said.endswith((".", "!", ":")) or said[:1] in '"“„«' or len(said.split()) < _SHORTEST_SENTENCE:
        return False
    if _NAME_FIRST.match(said) or _DATED_EARLY.match(said) or _RETRIEVED.search(words) or ". " in said:
        return False
    return any(verbish(word) for word in said.split()[1:])


def _is_numbered(document: Document, run: Sequence[int], entries: Sequence[tuple[Span, str | None]]) -> bool:
    """True for entries numbered 1, 2, 3, …, to which the text before them points."""
    if not run:
        return False
    labels = [label for _, label in entries]
    if not any(
        _YEAR.search(words) or _ADDRESS.search(words) for words in (span.of(document.prose) for span, _ in entries)
    ):
        return False  # "1. Turn it off." is a step
    labels = [label for label in labels if label is not None]
    counted = [int(label) for label in labels if label and label.isdigit()]
    # A number given twice is a slip of the author's, and still a row.
    in_row = len(counted) == len(labels) and counted[:1] == [1] and all(0 <= b - a <= 1 for a, b in pairwise(counted))
    return in_row and bool(marked_numbers(document, document.blocks[run[0]].span.start) & set(filter(None, labels)))


def _sections(document: Document, listed: Sequence[int]) -> Iterator[list[int]]:
    """The listed blocks apart by their headings: notes may be numbered, and the bibliography below them not."""
    section: list[int] = []
    for index in listed:
        if document.blocks[index].kind in {"heading", "title"} or _heading_strength(document, index):
            yield section
            section = []
        else:
            section.append(index)
    yield section


def _entries(document: Document, listed: Sequence[int]) -> list[tuple[Span, str | None]]:
    """Entry spans with their labels: lines joined that one entry was wrapped over, blocks split that hold several."""
    lines = [line for index in listed if document.blocks[index].kind in PROSE_KINDS for line in _lines(document, index)]
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
    if block.kind == "table-row" and (cell := _NUMBER_CELL.match(text, start, block.span.end)):
        start = cell.end()
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
    finished = entry[-1].words.endswith((".", ")", "]", "．", "。", "）")) or bool(
        _ADDRESS.search(entry[-1].words.rsplit(None, 1)[-1])
    )
    complete = bool(_YEAR.search(so_far) or _ADDRESS.search(so_far))
    return (
        finished
        and complete
        and bool(_NAME_FIRST.match(line.words) or _DATED_EARLY.match(line.words) or _ADDRESS.search(line.words))
    )
