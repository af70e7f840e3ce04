"""Every place where a text lists a source: bibliography entries, footnotes, definitions, and wiki references.

A place is a span with the labels by which citations name it. What lies in such a place cites nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claimcheck.bibliographies import Bibliography
from claimcheck.cite import latex, pandoc, tail
from claimcheck.cite import wiki as wiki_room
from claimcheck.cite.addresses import URL
from claimcheck.cite.fields import bibtex_key
from claimcheck.cite.pandoc import Remark, note_end
from claimcheck.model import Document, Span

_NOTE = re.compile(r"^[ \t]{0,3}\[\^([^\]\s]{1,80})\]:[ \t]*", re.MULTILINE)
_LINK_DEFINITION = re.compile(
    r"^[ \t]{0,3}(\[(?!\^|@)([^\[\]\n]{1,200})\]:[ \t]*<?(?:https?://|www\.|ftp://|mailto:|/"
    r"|#)[^\s>]{1,2000}>?[^\n]{0,300})$",
    re.MULTILINE,
)
_BIBITEM = re.compile(  # a list of \item[key] serves as well, when the text cites such keys
    r"(?:\\bibitem\s*(?:\[[^\]]{0,300}\])?\s*(?=\{)|\\item\s*(?=\[))[{\[]([^{}\[\]\s]{1,120})[}\]]\s*"
)
_BIBITEMS_END = re.compile(r"\\end\{(?:thebibliography|itemize|enumerate|description|list)\}|\\(?:bib)?item\b")
_BIBTEX = re.compile(
    r"^[ \t]*@(?!comment|string|preamble)[a-zA-Z]{3,20}\s*\{\s*[^,\s{}]{1,120}\s*,", re.MULTILINE | re.IGNORECASE
)
_TAG_NAME = re.compile(r"\bname\s*=\s*(?:\"([^\"<>]{1,200})\"|'([^'<>]{1,200})'|([^\s\"'<>/]{1,200}))", re.IGNORECASE)
_SUBHEADING = re.compile(r"[^\W\d_][^\d.:/\n\"“,(]{2,58}:?")
_LABEL_ALONE = re.compile(r"\[([^\]\s]{1,60})\]:?|(\d{1,3})[.)]?")
_LONGEST_LABEL = 40  # characters
_LONGEST_MARK = 6  # characters of a note's number before the note, brackets and all
_PANDOC = re.compile(
    r"^[ \t]{0,3}(?:[-*+][ \t]+)?(?:\[@([\w][\w:.+/-]{0,100})\]:?|@([\w][\w:.+/-]{0,100}):)[ \t]+(?=[^\s\[{])",
    re.MULTILINE,
)
_REFERENCE_DIV = re.compile(r"^:{3,}[ \t]*\{#ref-([\w:.+/-]{1,100})[^}\n]{0,100}\}[ \t]*\n", re.MULTILINE)
_INLINE_NOTE = re.compile(r"\^\[([^\[\]]{1,1000}(?:\[[^\[\]]{0,300}\][^\[\]]{0,500}){0,5})\]")
_PLACEHOLDER = re.compile(
    r"(?:\{\{\s*reflist\b[^}]*\}\}|<references\s*/?>|\\(?:bibliography|printbibliography)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_CITED_KEY = re.compile(
    r"(?<![\w.@/])@\{?([\w][\w:.+/-]{0,100}\w)"
    r"|\\[a-zA-Z]{0,20}cite[a-zA-Z]{0,12}\*?(?:\[[^\[\]]{0,200}\]){0,2}\{([^{}]{1,400})\}"
)
_FIRST_WORD = re.compile(r"[\s\-*+`_\[({<@]{0,8}([\w][\w:.+/-]{0,100}?)[`*_\])}>:.,–—-]{0,6}(?:\s+[-–—:=]\s*|\s+|$)")


@dataclass(frozen=True, slots=True)
class Listed:
    """One listed source: ``span`` is the entry, ``labels`` what names it. ``url`` is known for link definitions."""

    span: Span
    labels: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class WikiRef:
    """A ``<ref>`` element: ``span`` is the whole of it, ``body`` its content; ``None`` when it only names another."""

    span: Span
    name: str | None
    body: Span | None
    defines: bool
    """True inside ``<references>``: it lists the source there and cites nothing."""


@dataclass(frozen=True, slots=True)
class Lists:
    """All listed sources in text order, the stretches that hold them, and the wiki references."""

    sources: tuple[Listed, ...]
    closed: tuple[Span, ...]
    wiki: tuple[WikiRef, ...] = ()
    places: frozenset[int] = frozenset()
    """Where footnote marks lead and a source is listed: the source there is labelled "#" and that offset."""
    remarks: tuple[Remark, ...] = ()
    """Footnotes that list no source but cite some by key."""


def find(document: Document, bibliography: Bibliography) -> Lists:
    text = document.text
    closed: list[Span] = []
    own: list[Listed] = []
    for found, region in (*_bibitems(text), *_bibtex(text)):
        own.append(found)
        closed.append(region)
    sources: list[Listed] = []
    if not own or not any("\\bibitem" in one.span.of(text) for one in (*own,)):
        sources += _entries(document, bibliography, [one.span for one in own])
    remarks = pandoc.remarks(document)
    remarked = [one.note for one in remarks]
    sources = _apart(sources, remarked)
    notes = [
        (match, note_end(text, match.end()))
        for match in _NOTE.finditer(text)
        if _is_apart(Span(match.start(), match.end()), remarked)
    ]
    starts = [one.span.start for one in sources]
    for match, end in notes:
        closed.append(Span(match.start(), end))
        at = bisect_right(starts, match.end()) - 1
        label = f"^{match.group(1)}"
        if at >= 0 and match.start() <= sources[at].span.start <= match.end():
            sources[at] = Listed(
                Span(match.end(), sources[at].span.end) if sources[at].span.start < match.end() else sources[at].span,
                (*sources[at].labels, label),
            )
        elif match.end() < end:
            own.append(Listed(Span(match.end(), end), (label,)))
    definitions: list[Span] = []
    for match in _LINK_DEFINITION.finditer(text):
        label = f"]{' '.join(match.group(2).split()).casefold()}"
        span = Span(match.start(1), match.start(1) + len(match.group(1).rstrip()))
        closed.append(span)
        url = URL.search(match.group(1))
        definitions.append(span)
        labels = (label, label[1:]) if label[1:].isdecimal() else (label,)
        own.append(Listed(span, labels, url.group() if url else None))
    sources = _apart(sources, definitions)
    keyed = [one for one in _pandoc(text) if "[@" in text]
    sources = _apart(sources, [one.span for one in keyed])
    own += keyed
    closed += [one.span for one in keyed]
    spelt_out = [Listed(span, labels) for span, labels in wiki_room.entries(document)]
    spelt_out += [Listed(span, labels, url) for span, labels, url in latex.entries(document)]
    own += spelt_out
    closed += [one.span for one in document.asides if one.kind == "comment" or one.defines]
    sources = _apart(sources, [one.span for one in spelt_out])
    wiki = tuple(_wiki_refs(text)) if document.media_type not in {"text/html", "text/x-wiki"} else ()
    if document.media_type == "text/markdown":
        notes_inside = [
            WikiRef(Span(*match.span()), None, Span(*match.span(1)), False)
            for match in _INLINE_NOTE.finditer(text)
            if not pandoc.cites_by_key(document, Span(*match.span(1)))
        ]
        wiki = tuple(sorted((*wiki, *notes_inside), key=lambda one: one.span))
    for ref in wiki:
        if ref.body and len(ref.body):
            own.append(Listed(ref.body, (f"<{ref.name}",) if ref.name else (f"<@{ref.span.start}",)))
        if ref.defines:
            closed.append(ref.span)
    sources = _apart(sources, [ref.span for ref in wiki])
    kept = sorted((*sources, *own), key=lambda one: (one.span.start, one.span.end))
    closed += [_with_label(text, one.span) for one in sources]
    if bibliography.heading:
        closed.append(bibliography.heading)
    if not (own and "\\bibitem" in text):
        blocks = [document.blocks[index].span for index in sorted(bibliography.blocks) if index < len(document.blocks)]
        closed += [span for span in blocks if _is_apart(span, remarked)]
    kept, places = _led_to(document, kept)
    return Lists(tuple(kept), tuple(sorted(closed)), wiki, places, remarks)


def _led_to(document: Document, sources: list[Listed]) -> tuple[list[Listed], frozenset[int]]:
    """The sources, labelled with the places at which footnote marks reach them."""
    starts = [one.span.start for one in sources]
    found: dict[int, int] = {}
    for link in document.links:
        if link.target is None or link.target in found:
            continue
        at = bisect_right(starts, link.target + _LONGEST_LABEL) - 1
        while at >= 0 and len(document.text[link.target : starts[at]].strip()) > _LONGEST_MARK:
            at -= 1
        if at >= 0 and link.target < sources[at].span.end and link.target > link.span.end:
            found[link.target] = at
    labels: dict[int, tuple[str, ...]] = {}
    for target, at in found.items():
        labels[at] = (*labels.get(at, ()), f"#{target}")
    led = [replace(one, labels=(*one.labels, *labels.get(at, ()))) for at, one in enumerate(sources)]
    return led, frozenset(found)


def _with_label(text: str, span: Span) -> Span:
    """The entry with the number or key before it on its line, which cites nothing either."""
    start = text.rfind("\n", 0, span.start) + 1
    return Span(start, span.end) if span.start - start <= _LONGEST_LABEL else span


def _entries(document: Document, bibliography: Bibliography, taken: Sequence[Span]) -> list[Listed]:
    labels = bibliography.labels or (None,) * len(bibliography.entries)
    found: list[Listed] = []
    cited = _cited_keys(document.text)
    for span, label in zip(bibliography.entries, labels, strict=False):
        if _PLACEHOLDER.fullmatch(span.of(document.text)[:200]):
            continue
        if _SUBHEADING.fullmatch(span.of(document.text)[:80]) and len(span) <= 60 and label is None:
            continue  # "Primary sources"
        for at, part in enumerate(tail.split(document.text, span)):
            key = bibtex_key(part.of(document.text)) or _key_of(document.text, part, cited)
            found.append(Listed(part, tuple(one for one in (label if at == 0 else None, key) if one)))
    found = _labels_joined(document.text, found)
    if found:
        found += [
            Listed(span, (label,) if label else ())
            for span, label in tail.gaps(document, bibliography.blocks, [one.span for one in found])
        ]
        run = bibliography.blocks - bibliography.notes
        if bibliography.heading is None and run:
            found += [Listed(span) for span in tail.above(document, min(run))]
    if not taken:
        first = min(bibliography.blocks, default=len(document.blocks))
        found += [
            Listed(span, (label,) if label else ())
            for span, label in tail.closing_run(document, first, is_listed=bool(found))
        ]
    found += [Listed(span, (sign,)) for span, sign in tail.signed_notes(document)]
    found = _plainly_numbered(document, _distinct(found))
    found = [
        one if URL.search(one.span.of(document.text)) else replace(one, url=_link_inside(document, one.span))
        for one in found
    ]
    return _apart(_numbered(document, found), taken)


def _distinct(found: list[Listed]) -> list[Listed]:
    """In text order; of two that overlap the one with a label, or else the longer one."""
    kept: list[Listed] = []
    for one in sorted(found, key=lambda each: each.span):
        if kept and kept[-1].span.overlaps(one.span):
            kept[-1] = max(kept[-1], one, key=lambda each: (bool(each.labels), len(each.span)))
        else:
            kept.append(one)
    return kept


def _labels_joined(text: str, found: list[Listed]) -> list[Listed]:
    """Definition lists give label and entry apart: "[Har01]" names the entry that follows it."""
    joined: list[Listed] = []
    pending: tuple[str, ...] = ()
    for one in found:
        alone = _LABEL_ALONE.fullmatch(one.span.of(text)[:80]) if len(one.span) < 80 else None
        if alone:
            pending = (*one.labels, alone.group(1) or alone.group(2))
            continue
        joined.append(replace(one, labels=tuple(dict.fromkeys((*pending, *one.labels)))) if pending else one)
        pending = ()
    return joined


def _plainly_numbered(document: Document, found: list[Listed]) -> list[Listed]:
    """Entries that begin "1 Anna Reed", "2 Tom Hale": numbers without a point count only in a row."""
    if len(found) < 2 or any(one.labels for one in found):
        return found
    numbers = [
        match.group(1)
        if (match := re.match(r"(\d{1,3})\s+(?=[^\W\d_]|[\"“‘'«*_])", one.span.of(document.text)))
        else ""
        for one in found
    ]
    in_row = all(number and int(number) == int(numbers[0]) + at for at, number in enumerate(numbers))
    return [replace(one, labels=(number,)) for one, number in zip(found, numbers, strict=True)] if in_row else found


def _cited_keys(text: str) -> frozenset[str]:
    """Keys that pandoc and LaTeX citations name."""
    if "@" not in text and "cite" not in text:
        return frozenset()
    return frozenset(
        key.strip() for match in _CITED_KEY.finditer(text) for key in (match.group(1) or match.group(2)).split(",")
    )


def _key_of(text: str, span: Span, cited: frozenset[str]) -> str | None:
    """The cited key that an entry opens with, however it is set off: "weir1999: Weir, N.", "**weir1999** – Weir"."""
    match = _FIRST_WORD.match(text, span.start, min(span.end, span.start + 140)) if cited else None
    return match.group(1) if match and match.group(1) in cited and any(map(str.isdigit, match.group(1))) else None


def _link_inside(document: Document, span: Span) -> str | None:
    """Where an entry leads whose address stands behind words ("transcript")."""
    at = bisect_left(document.links, span.start, key=lambda link: link.span.start)
    while at < len(document.links) and document.links[at].span.end <= span.end:
        if document.links[at].url.startswith(("http://", "https://")):
            return document.links[at].url
        at += 1
    return None


def _numbered(document: Document, found: list[Listed]) -> list[Listed]:
    """HTML numbers the items of an ordered list without writing the numbers: their place is their label."""
    if document.media_type != "text/html" or any(one.labels for one in found):
        return found
    numbered: list[Listed] = []
    place, last = 0, -1
    for one in found:
        at = bisect_right(document.blocks, one.span.start, key=lambda block: block.span.start) - 1
        if at < 0 or document.blocks[at].kind not in {"list-item", "footnote"}:
            return found
        place = place + 1 if last >= 0 and at - last <= 1 else 1
        last = at
        numbered.append(replace(one, labels=(str(place),)))
    return numbered


def _apart(sources: Sequence[Listed], taken: Sequence[Span]) -> list[Listed]:
    """The sources that overlap none of ``taken``, which ascend."""
    return [one for one in sources if _is_apart(one.span, taken)]


def _is_apart(span: Span, taken: Sequence[Span]) -> bool:
    """True for a span that overlaps none of ``taken``, which ascend."""
    at = bisect_right(taken, span.start, key=lambda one: one.end)
    return at == len(taken) or not taken[at].overlaps(span)


def _bibitems(text: str) -> Iterator[tuple[Listed, Span]]:
    cited = _cited_keys(text) if "\\item" in text else frozenset()
    for match in _BIBITEM.finditer(text):
        if match.group().startswith("\\item") and match.group(1) not in cited:
            continue
        stop = _BIBITEMS_END.search(text, match.end())
        end = stop.start() if stop else len(text)
        end = match.end() + len(text[match.end() : end].rstrip())
        yield Listed(Span(match.end(), end), (match.group(1),)), Span(match.start(), end)


def _bibtex(text: str) -> Iterator[tuple[Listed, Span]]:
    position = 0
    while match := _BIBTEX.search(text, position):
        end = text.find("\n}", match.end())
        following = _BIBTEX.search(text, match.end())
        if end == -1 or (following and following.start() < end):
            close = text.find("}", match.end())
            end = following.start() if following else len(text)
            end = end if close != -1 else match.end()
            end = match.start() + len(text[match.start() : end].rstrip())
        else:
            end += 2
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        key = bibtex_key(text[start : start + 300])
        span = Span(start, end)
        yield Listed(span, (key,) if key else ()), span
        position = end


def _pandoc(text: str) -> Iterator[Listed]:
    """Entries that open with the key that pandoc citations use: "@weir1999: Weir, N. (1999). …"."""
    for match in _PANDOC.finditer(text):
        end = note_end(text, match.end())
        start = match.start() + len(match.group()) - len(match.group().lstrip(" \t-*+"))
        yield Listed(Span(start, end), (match.group(1) or match.group(2),))
    for match in _REFERENCE_DIV.finditer(text):
        end = text.find("\n:::", match.end())
        if end > match.end():
            yield Listed(Span(match.end(), match.end() + len(text[match.end() : end].rstrip())), (match.group(1),))


def _wiki_refs(text: str) -> Iterator[WikiRef]:
    lowered = text.lower() if "<ref" in text or "<REF" in text else ""
    if len(lowered) != len(text):
        lowered = text  # lower-casing changed the length: "İ"
    position = 0
    inside = -1
    last_close = lowered.rfind("</ref>")
    last_list_end = lowered.rfind("</references")
    while (start := lowered.find("<ref", position)) != -1:
        tag_end = lowered.find(">", start, start + 600)
        if tag_end == -1:
            position = start + 4
            continue
        tag = lowered[start : tag_end + 1]
        if tag.startswith("<references"):
            inside = lowered.find("</references", tag_end) if start < last_list_end and not tag.endswith("/>") else -1
            position = tag_end + 1
            continue
        if tag[4] not in " >/\t\n":
            position = tag_end + 1
            continue
        attribute = _TAG_NAME.search(text[start : tag_end + 1])
        name = next((group.strip() for group in attribute.groups() if group), None) if attribute else None
        body: Span | None = None
        end = tag_end + 1
        if not tag.endswith("/>"):
            close = lowered.find("</ref>", tag_end) if tag_end < last_close else -1
            if close == -1:
                position = end
                continue
            raw = text[tag_end + 1 : close]
            at = tag_end + 1 + len(raw) - len(raw.lstrip())
            body = Span(at, at + len(raw.strip()))
            end = close + 6
        yield WikiRef(Span(start, end), name, body, start < inside)
        position = end
