"""Citations in running prose: brackets, narrative citations, and sources named by their own identifier.

Grammars see prose outside the lists of sources (:class:`Scan`). What may or may not be a citation is found all the
same and marked ``styled`` or ``known``; the resolver drops it unless the bibliography bears it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from claimcheck.cite import names, years
from claimcheck.cite.index import Index, same_person
from claimcheck.cite.keys import Certainty, Key, dated_keys, undated_key
from claimcheck.cite.locators import is_locator
from claimcheck.cite.markup import number_keys
from claimcheck.cite.names import fold
from claimcheck.cite.narrative import NAME_WORD, YEAR_FIRST, is_listed, listed, name_before, narrative_keys
from claimcheck.cite.scan import Scan
from claimcheck.model import Span
from claimcheck.parse.entities import is_ordinary

_LONGEST_GROUP = 1_500  # characters of the longest bracket that is read
_BOUNDS = re.compile(r"\b(?:intervals?|ranges?|segments?|domain)\s+$|[∈⊂=<>≤≥]\s*$")  # "the interval [1, 2]"
_OVERSHOT = 3  # a raised number that lost its raising may be that much too high for the list
_LEGAL_ENTRIES = 200  # cases and statutes that are looked for in running text
_DEEPEST = 3  # brackets inside brackets that are read
_BRACKET = re.compile(r"[()\[\]（）［］【】]")
_PAIRS = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【"}
_NUMBERS = re.compile(
    r"\s*(?:(?:refs?\.?|nos?\.?|see(?: also)?|cf\.?|e\.g\.,?|vgl\.|siehe|voir|véase|см\.|ср\.)\s+)?(\d{1,4}(?:\s*[-–—‑−]\s*\d{1,4})?(?:\s*[,;，；]\s*\d{1,4}(?:\s*[-–—‑−]\s*\d{1,4})?){0,30})((?:\s*[,:]\s*(?:pp?\.|§|[^\W\d_][\w.]{0,12})\s?[\w\d–-]{1,20}(?:\s?ff?\.?)?)?)\s*"
)
_ALPHABETIC = re.compile(
    r"\s*(?:(?:see|cf\.|siehe|vgl\.)\s+)?(?P<label>[^\s,;]{2,40})(?P<locator>\s*,\s*[^;]{1,60})?\s*"
)
_ENUMERATION = re.compile(r"(?:^|[:;,]|\b(?:and|or|und|et|y|or|are|were))\s*$")
_SYMBOL = re.compile(r"(?<![\w/])[A-Z][A-Z0-9.]{0,9}(?:/[\w.]{1,20}){2,8}(?:\s\(\d{4}\))?")
_LETTER = re.compile(r"[a-z](?![\w.-])")
_BARE_LOCATOR = re.compile(r", (?:pp?|chap|ch|S|vol|fols?|no|§§?)\.? ?\d{1,4}(?:[-–]\d{1,4})?(?:ff?\b\.?)?(?![\w.]\w)")
_FLAT = re.compile(
    r"(?<=[^\W\d_][.,;:!?”\"’)])\d{1,3}(?:[,–-]\d{1,3})?(?=\)?(?:\s|$))|(?<=[a-z]{4})\d{1,3}(?:[,–-]\d{1,3}){0,6}(?=[.,;:]?(?:\s|$))|(?<=\b(?:1[5-9]"
    r"|20)\d\d\.)\d{1,3}(?=\s+[^\W\d_a-z]|\s*$)"
)
_ABBREVIATED = re.compile(r"\b(?:no|vol|pp?|figs?|ch|chap|art|secs?|nr|vs|approx|ca|v|n|S|c|par)\.$", re.IGNORECASE)
_LEGAL_HEAD = re.compile(
    r"\bv\.?\s|\b(?:Act|Code|Law|Regulations?|Directive|Treaty|Convention|Charter|Order|Ordinance|Statute)\b"
    r"|^(?:[A-Z][A-Z0-9.]*/)+|\bResolution\s\d|^(?:Regulation|Case|Directive|Opinion|Protocol)\s"
)


def find(scan: Scan, index: Index) -> Iterator[Key]:
    """Keys in the prose of ``scan``, in no particular order; each claims its stretch."""
    groups: list[tuple[Span, int]] = []
    for stretch in _stretches(scan):
        groups += _groups(scan.prose, stretch)
    yield from _spelt_out(scan, index)
    yield from _ranges(scan, groups)
    closed_until = -1
    for span, depth in groups:
        if span.start < closed_until or depth >= _DEEPEST:
            continue
        keys = list(_group(scan, index, span))
        keys = [key for key in keys if scan.is_open(key.span)]
        if not keys:
            continue
        for key in keys:
            scan.claim(key.span)
        # A narrative key reaches back before its bracket; all others close what their bracket holds.
        closed_until = span.end
        yield from keys
    yield from _bare_ibid(scan)
    yield from _flattened(scan, index)
    yield from _unbracketed(scan, index)


def _unbracketed(scan: Scan, index: Index) -> Iterator[Key]:
    """ "See Hart 2001 for more": name and year without a bracket, if an entry has exactly these."""
    for match in years.NUMBER.finditer(scan.prose) if index.entries else ():
        if not index.of_year(match.group()):
            continue
        stop = match.end() + bool(_LETTER.match(scan.prose, match.end()))
        if scan.prose[match.start() - 1 : match.start()] != " " or scan.prose[stop : stop + 1] in {"-", "–", "/"}:
            continue
        comma = scan.prose[match.start() - 2 : match.start() - 1] == ","
        place = Span(match.start() - 1 - comma, stop)
        if not scan.is_open(place):
            continue
        year = scan.prose[match.start() : stop]
        found = name_before(scan, index, place, year)
        if found is None or found[2] != "sure" or found[0] + len(found[1]) < place.start:
            continue
        page = _BARE_LOCATOR.match(scan.prose, stop)
        span = Span(found[0], page.end() if page else stop)
        if (
            any(entry.number == match.group() and (entry.persons or comma) for entry in listed(index, found[1]))
            and not names.is_place(found[1])
            and scan.claim(span)
        ):
            yield Key("dated", span, span, "known", "narrative", found[1], year, page.group() if page else "")


def _stretches(scan: Scan) -> Iterator[Span]:
    """Blocks; those that only one line end parts are one, for it may be a wrap in the middle of a bracket."""
    current: Span | None = None
    for block in scan.document.blocks:
        if block.kind in {"code", "metadata", "byline"} or not block.body:
            continue
        if current is not None and scan.prose[current.end : block.span.start].strip(" \t\r") == "\n":
            current = Span(current.start, block.span.end)
            continue
        if current is not None:
            yield current
        current = block.span
    if current is not None:
        yield current


def _groups(prose: str, stretch: Span) -> list[tuple[Span, int]]:
    """Balanced brackets of a stretch, outer ones before inner ones, with their depth."""
    opened: list[tuple[str, int]] = []
    found: list[tuple[Span, int]] = []
    for match in _BRACKET.finditer(prose, stretch.start, stretch.end):
        mark = match.group()
        if mark in "([（［【":
            opened.append((mark, match.start()))
            continue
        while opened:
            opening, start = opened.pop()
            if opening == _PAIRS[mark] or (opening, mark) in {("(", "）"), ("（", ")")}:
                if match.end() - start <= _LONGEST_GROUP:
                    found.append((Span(start, match.end()), 0))
                break
    found.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    nested: list[tuple[Span, int]] = []
    stack: list[int] = []
    for span, _ in found:
        while stack and stack[-1] <= span.start:
            stack.pop()
        nested.append((span, len(stack)))
        stack.append(span.end)
    return nested


def _group(scan: Scan, index: Index, span: Span) -> Iterator[Key]:
    content = scan.prose[span.start + 1 : span.end - 1]
    offset = span.start + 1
    opening = scan.prose[span.start]
    if not content.strip() or not scan.is_open(Span(span.start, span.start + 1)):
        return
    listed_numbers = _numbers_with_pages(content)
    if listed_numbers:
        for at, part in listed_numbers:
            yield from _numeric(scan, index, Span(offset + at - 1, span.end), part, opening, outer=span)
        return
    numbers = _NUMBERS.fullmatch(content)
    if numbers and not _are_years(numbers[1], index):
        keys = list(_numeric(scan, index, span, numbers, opening))
        yield from keys
        if keys:
            return
        yield from _page_alone(scan, index, span, content)
        return
    labels = [
        (part.group().strip(), part.start() + len(part.group()) - len(part.group().lstrip()))
        for part in re.finditer(r"[^,;]+", content)
    ]
    if opening in "[［【" and labels and all(index.labelled(label) for label, _ in labels):
        for label, at in labels:
            yield Key("label", Span(offset + at, offset + at + len(label)), span, family="label", labels=(label,))
        return
    if opening == "[" and (named := list(_alphabetic(index, content, offset, span))):
        yield from named
        return
    narrative = narrative_keys(scan, index, span, content)
    if narrative:
        yield from narrative
        return
    yield from _parts(index, content, offset, span)


def _alphabetic(index: Index, content: str, offset: int, outer: Span) -> Iterator[Key]:
    """ "[Lun99, p. 3; Har01]": labels made of letters and a year; one that no entry has dangles if others resolve."""
    keys: list[Key] = []
    for part in re.finditer(r"[^,;]+", content):
        match = _ALPHABETIC.fullmatch(part.group())
        label = match["label"] if match else ""
        shaped = bool(re.fullmatch(r"[A-Z][A-Za-z+]{1,9}\d{2}(?:\d{2})?[a-z]?", label)) or index.has_label_like(label)
        end = offset + part.start() + len(part.group().rstrip())
        if match and (index.labelled(label) or shaped):
            start = offset + part.start() + match.start("label")
            certainty: Certainty = "sure" if index.has_names or index.has_label_like(label) else "known"
            keys.append(Key("label", Span(start, end), outer, certainty, "label", labels=(label,)))
        elif keys and is_locator(f", {part.group().strip()}"):  # "[Bel12, LMP15, Sec. 2]"
            keys[-1] = replace(keys[-1], span=Span(keys[-1].span.start, end), locator=part.group().strip())
        else:
            return
    yield from keys


def _are_years(content: str, index: Index) -> bool:
    """ "(2001; 2003)" holds years unless entries bear such numbers."""
    first = re.search(r"\d+", content)
    return bool(first and years.NUMBER.fullmatch(first.group()) and not index.labelled(first.group()))


def _numbers_with_pages(content: str) -> list[tuple[int, re.Match[str]]]:
    """ "1; 2, с. 104–106": numbers of which one has a page, with where each begins; empty for anything else."""
    parts = [(one.start(), _NUMBERS.fullmatch(one.group())) for one in re.finditer(r"[^;；]+", content)]
    found = [(at, match) for at, match in parts if match]
    return found if 1 < len(found) == len(parts) and any(match[2].strip() for _, match in found) else []


def _numeric(
    scan: Scan, index: Index, span: Span, numbers: re.Match[str], opening: str, outer: Span | None = None
) -> Iterator[Key]:
    """Keys of numbers in a bracket; with ``outer``, of one of its parts, before which the bracket stands."""
    bracket = outer or span
    before = scan.prose[max(0, bracket.start - 40) : bracket.start]
    family = "square"
    if opening in "(（":
        family = "round"
        first = int(re.match(r"\d+", numbers[1]).group())  # type: ignore[union-attr]  # the pattern begins with a digit
        if not index.has_numbers or first > 2 * index.highest + 5 or _ENUMERATION.search(before) or not before.strip():
            return
    elif _is_index(scan, index, bracket, numbers[1], before):
        return
    locator = numbers[2].rstrip()
    yield from number_keys(numbers[1], span.start + 1 + numbers.start(1), bracket, family, locator=locator)


def _is_index(scan: Scan, index: Index, span: Span, numbers: str, before: str) -> bool:
    """True for the place in an array, "x[1]" and "buf[2]"; "the troops[3]" cites."""
    if re.match(r"0(?!\d)", numbers):
        return not index.labelled("0")
    if _BOUNDS.search(before):
        return True
    name = re.search(r"(?<![^\W\d])[^\W\d]\w*$", before)
    if not name:
        return bool(re.search(r"\w\[\d+\]$", before)) and not index.has_numbers
    word = name.group()
    if re.fullmatch(r"[a-z]|\w*[a-z][A-Z_]\w*|\w*_\w*|[A-Za-z]+\d\w*", word):
        return True
    if re.match(r"\s?(?:[-+*/]?=|\.\w|\[\w)", scan.prose[span.end : span.end + 3]) and not index.has_numbers:
        return True
    if not word.isascii() or not word.islower() or is_ordinary(word):
        return False
    return scan.keeps_distance or not index.has_numbers


def _ranges(scan: Scan, groups: list[tuple[Span, int]]) -> Iterator[Key]:
    """IEEE's "[1]–[3]" is one key over two brackets: "1]–[3"."""
    for (left, _), (right, _) in pairwise(groups):
        between = scan.prose[left.end : right.start].strip()
        low, high = scan.prose[left.start + 1 : left.end - 1], scan.prose[right.start + 1 : right.end - 1]
        if (
            between in {"-", "–", "—", "‑", "−"}
            and low.isdecimal()
            and high.isdecimal()
            and max(len(low), len(high)) <= 4
        ):
            outer = Span(left.start, right.end)
            if scan.prose[left.start] == "[" and int(low) < int(high) < int(low) + 100 and scan.claim(outer):
                labels = tuple(str(n) for n in range(int(low), int(high) + 1))
                yield Key("label", Span(left.start + 1, right.end - 1), outer, "styled", "square", labels=labels)


def _flattened(scan: Scan, index: Index) -> Iterator[Key]:
    """ "…was built.3 Then": a raised number whose raising was lost."""
    if not index.has_numbers:
        return
    for match in _FLAT.finditer(scan.prose):
        word = re.search(r"[\w.]*$", scan.prose[max(0, match.start() - 8) : match.start()])
        if word and _ABBREVIATED.search(word.group()):
            continue
        span = Span(*match.span())
        if max(map(int, re.findall(r"\d+", match.group()))) <= index.highest + _OVERSHOT and scan.is_open(span):
            yield from number_keys(match.group(), match.start(), span, "flat")


def _page_alone(scan: Scan, index: Index, span: Span, content: str) -> Iterator[Key]:
    """MLA's "(51)": a page whose author the sentence has named."""
    if (
        scan.prose[span.start] not in "(（"
        or index.has_numbers
        or not re.fullmatch(r"\s*\d{1,4}(?:[-–]\d{1,4})?(?:,\s?\d{1,4})?\s*", content)
    ):
        return
    named = _named_before(scan, index, span)
    if len(named) == 1 and re.match(r"\s*[.,;:!?)”\"]", scan.prose[span.end : span.end + 3]):
        key = Span(
            span.start + 1 + len(content) - len(content.lstrip()), span.end - 1 - (len(content) - len(content.rstrip()))
        )
        yield Key("page", key, span, "known", "page", name=named[0], locator=content)


def _named_before(scan: Scan, index: Index, span: Span) -> list[str]:
    """Surnames of authors that the same sentence mentions before ``span``."""
    stretch = scan.prose[max(0, span.start - 300) : span.start]
    cut = [match.end() for match in re.finditer(r"[.!?。][\"”’)]?\s+(?=[^\W\d_a-z])|\n", stretch)]
    stretch = stretch[cut[-1] :] if cut else stretch
    found = dict.fromkeys(
        re.sub(r"['’]s?$", "", word)
        for word in NAME_WORD.findall(stretch)
        if word[0].isupper() and index.first_named(fold(re.sub(r"['’]s?$", "", word)))
    )
    return list(found)


def _parts(index: Index, content: str, offset: int, outer: Span) -> Iterator[Key]:
    """Keys of a bracket, split on ";" only: commas stand inside titles and numbers ("up to 10,000")."""
    whole = dated_keys(content, offset, outer)
    if whole and re.search(r"[;；؛]", content) and _is_title(index, whole[0].name):
        yield from whole
        return
    name = ""
    for text, begin in _split(index, content):
        at = offset + begin
        bare = YEAR_FIRST.match(text)
        if (
            name and bare and (bare.end() == len(text.rstrip()) or is_locator(text[bare.end() :]))
        ):  # "(Brown, 2020; 2021, p. 3)"
            start = at + bare.start("year")
            yield Key(
                "year",
                Span(start, at + len(text.rstrip())),
                outer,
                "sure",
                "dated",
                name,
                bare["year"].strip(),
                text[bare.end() :],
            )
            continue
        keys = list(_part(index, text, at, outer))
        yield from keys
        name = next((key.name for key in reversed(keys) if key.kind == "dated"), "")


def _split(index: Index, content: str) -> Iterator[tuple[str, int]]:
    """The parts of a bracket with where they begin: "SILVA; COSTA, 2017" is one if an entry is by these two."""
    parts = [(part.group(), part.start()) for part in re.finditer(r"[^;；؛]+", content)]
    at = 0
    while at < len(parts):
        end = at
        while end < min(at + 3, len(parts) - 1) and re.fullmatch(r"\s*[^\W\d_][\w'’ -]{1,40}\s*", parts[end][0]):
            end += 1
        joined = content[parts[at][1] : parts[end][1] + len(parts[end][0])]
        found = dated_keys(joined, 0, Span(0, len(joined))) if end > at else []
        if found and _are_authors(index, found[0].name):
            yield joined, parts[at][1]
            at = end + 1
        else:
            yield parts[at]
            at += 1


def _are_authors(index: Index, name: str) -> bool:
    cited = names.people(name).persons
    return len(cited) > 1 and any(
        len(entry.persons) >= len(cited) and all(map(same_person, cited, entry.persons))
        for entry in index.first_named(cited[0].surname)
    )


def _part(index: Index, text: str, offset: int, outer: Span) -> Iterator[Key]:
    keys = dated_keys(text, offset, outer)
    if not keys:
        one = undated_key(text, offset, outer)
        # "CCR/L.55" has the form of a document's symbol, and "TCP/IP4" too: an entry of that body tells them apart.
        if one and (one.family != "symbol" or one.name.count("/") != 1 or index.lists_symbols(one.name.split("/")[0])):
            yield one
        return
    first = keys[0]
    if len(keys) > 1 and _is_title(
        index, written := text[first.span.start - offset : keys[-1].span.start - offset].rstrip(" ,，")
    ):
        # "Agenda 2030, 2015": the first year belongs to the title.
        span = Span(first.span.start, keys[-1].span.end)
        keys = [replace(first, span=span, name=written, year=keys[-1].year, locator=keys[-1].locator)]
        first = keys[0]
    if first.kind == "dated" and not _is_title(index, first.name):
        split = _run_together(index, text, offset, outer, first)
        if split:
            yield from split
            return
        symbol = _SYMBOL.match(text, first.span.start - offset)
        if symbol and symbol.end() >= len(first.name):
            one = undated_key(text, offset, outer)
            if one and one.family == "symbol":
                yield one
                return
        if first.certainty == "known":
            yield from _after_clause(index, text, offset, outer, keys)
            return
    yield from keys


def _is_title(index: Index, name: str) -> bool:
    if not index.entries:
        return False
    folded = fold(name)
    return bool(index.headed(folded) or index.titled(folded) or (folded.count(" ") >= 2 and index.opening(folded)))


def _run_together(index: Index, text: str, offset: int, outer: Span, key: Key) -> list[Key]:
    """ "(Brown, 2020, Clark, 2021)": two keys with a comma between them, taken apart only if both are listed."""
    inner = [match for match in years.YEAR.finditer(key.name) if years.number_of(match.group())]
    if not inner:
        return []
    made: list[Key] = []
    start = 0
    for match in [*years.YEAR.finditer(text)]:
        piece = text[start : match.end()]
        page = re.match(r"\s*[:,،]\s?[^,;:]{1,40}(?=,)", piece) if made else None
        if page and is_locator(page.group()):  # "Brown 2005: 12, but see Clark 2016"
            made[-1] = replace(
                made[-1], span=Span(made[-1].span.start, offset + start + page.end()), locator=page.group()
            )
            start, piece = start + page.end(), piece[page.end() :]
        lead = len(piece) - len(piece.lstrip(" ,،"))
        found = dated_keys(piece[lead:], offset + start + lead, outer)
        if len(found) != 1 or not is_listed(index, found[0].name):
            return []
        made += found
        start = match.end()
    return made if len(made) > 1 and not text[start:].strip() else []


def _after_clause(index: Index, text: str, offset: int, outer: Span, keys: list[Key]) -> Iterator[Key]:
    """ "(first shown by Brown, 2020)": the name at the end of a clause, if an entry has it."""
    first = keys[0]
    begin = first.span.start - offset
    words = list(NAME_WORD.finditer(text[begin : begin + len(first.name)]))
    for word in words[-8:]:
        start = begin + word.start()
        name = text[start : begin + len(first.name)]
        if start > begin and word.group()[0].isupper() and is_listed(index, name):
            yield Key(
                "dated", Span(offset + start, first.span.end), outer, "sure", "dated", name, first.year, first.locator
            )
            yield from keys[1:]
            return
    yield from keys


def _spelt_out(scan: Scan, index: Index) -> Iterator[Key]:
    """Cases, statutes and document symbols in running text, where an entry begins with those very words.

    A symbol that no entry lists is an instrument, not a citation: it is offered as a suggested source elsewhere.
    """
    heads: dict[str, object] = {}
    for entry in index.entries:
        written = entry.reference.title if entry.is_titled else None
        if written and _LEGAL_HEAD.search(written):
            short = re.split(r",\s|\sof the\s|\s[\[(](?=\d{4}[\])])", written, maxsplit=1)[0]
            heads.update(
                {
                    one: entry
                    for one in (written, short)
                    if 8 <= len(one) <= 200 and " " in one and _LEGAL_HEAD.search(one)
                }
            )
    for written in sorted(heads, key=len, reverse=True)[:_LEGAL_ENTRIES]:
        start = scan.prose.find(written)
        while start != -1:
            span = Span(start, start + len(written))
            if (
                not _inside_bracket(scan.prose, span)
                and not scan.prose[span.end : span.end + 1].isalnum()
                and scan.claim(span)
            ):
                yield Key("undated", span, span, "known", "symbol", name=written)
            start = scan.prose.find(written, span.end)
    for match in _SYMBOL.finditer(scan.prose):
        span = Span(match.start(), match.start() + len(match.group().rstrip(".")))
        written = span.of(scan.prose)
        if not _inside_bracket(scan.prose, span) and index.opening(fold(written)) and scan.claim(span):
            yield Key("undated", span, span, "known", "symbol", name=written)


def _inside_bracket(prose: str, span: Span) -> bool:
    before = prose[max(0, span.start - 200) : span.start]
    return before.rfind("(") > before.rfind(")")


def _bare_ibid(scan: Scan) -> Iterator[Key]:
    for match in re.finditer(r"(?<=[.!?”\"] )Ibid\.(?:, p+\. [\d–-]+)?", scan.prose):
        span = Span(*match.span())
        if scan.claim(span):
            yield Key("ibid", span, span, "sure", "ibid")
