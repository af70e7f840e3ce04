"""Source records of a BibTeX or BibLaTeX file. bibtexparser finds the blocks; what their fields mean is read here."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from claimcheck.model import SourceRecord, Span
from claimcheck.parse import tex
from claimcheck.readers._dates import iso_date
from claimcheck.readers._places import Places

_KEY = re.compile(r"@\s*(\w{1,40})\s*[{(]\s*([^\s,{}()\"=#%@\\]{1,200})")
_NO_SOURCES = frozenset({"comment", "preamble", "string", "xdata", "set", "control", "ctrl"})
_TEXT = re.compile(r"[^{}\"#\\]+|\\.|[{}\"#]", re.DOTALL)
_YEAR = re.compile(r"(?<!\d)((?:1[4-9]|20)\d\d[a-z]?)(?!\d)")
_ADDRESS = re.compile(r"https?://[^\s{}<>\"]{3,2000}[^\s{}<>\").,;]", re.IGNORECASE)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ARXIV = re.compile(
    r"(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)(?:\s|\[|$)", re.IGNORECASE
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(\S+)", re.IGNORECASE)
_CONTAINERS = (
    "journaltitle", "journal", "booktitle", "maintitle", "eventtitle", "organization", "publisher", "institution",
    "school", "howpublished", "series",
)  # fmt: skip
_BODIES = ("organization", "institution")
_INHERITED = frozenset(
    {"title", "year", "date", "publisher", "editor", "organization", "series", "address", "location"}
)
"""What an entry takes from the volume that it names in ``crossref``; the volume's address and DOI are not its own."""
_FAMILY_PREFIX = re.compile(
    r"(?:(?:von|van|de|der|den|del|della|di|da|du|la|le|ten|ter|zu|af|av|bin|ibn|al)\s+)+", re.IGNORECASE
)
_LONGEST_VALUE = 20_000  # characters of a field that are read; abstracts are not needed
_MOST_NAMES = 100

# Without a handler Python prints every entry with a mistake to the terminal; ours are told in findings.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    key: str
    fields: Mapping[str, str]
    """Lower-case names; values as written between their braces, strings put in, pieces joined."""
    span: Span


def records(text: str, path: str) -> tuple[SourceRecord, ...]:
    """The sources that a ``.bib`` file describes, in its order; an entry with mistakes keeps its key and its place."""
    places = Places(text)
    entries = list(_entries(text))
    by_key: dict[str, _Entry] = {}
    for entry in entries:
        by_key.setdefault(entry.key.casefold(), entry)
    return tuple(
        _record(entry, _completed(entry, by_key), text, path, places)
        for entry in entries
        if entry.kind not in _NO_SOURCES
    )


def _entries(text: str) -> Iterator[_Entry]:
    from bibtexparser import model
    from bibtexparser.entrypoint import parse_string

    library: Any = parse_string(text, parse_stack=[])
    strings: dict[str, str] = {}
    at = 0
    for block in library.blocks:
        if isinstance(block, model.String):
            strings.setdefault(block.key.lower(), _value(str(block.value), strings))
            continue
        raw = block.raw or ""
        start = text.find(raw, at)
        if start == -1:
            continue
        at = start + 1
        span = Span(start, start + len(raw.rstrip()))
        # A key or a field that is given twice is told as a mistake; the entry behind it is whole.
        entry = getattr(block, "ignore_error_block", None) or block
        if isinstance(entry, model.Entry):
            fields: dict[str, str] = {}
            for field in entry.fields:
                fields.setdefault(field.key.lower(), _value(str(field.value)[:_LONGEST_VALUE], strings))
            yield _Entry(entry.entry_type.lower(), entry.key.strip(), fields, span)
        elif isinstance(block, model.ParsingFailedBlock) and (match := _KEY.match(raw)):
            yield _Entry(match[1].lower(), match[2], {}, span)


def _value(written: str, strings: Mapping[str, str]) -> str:
    """``{A} # jan # "B"`` as one text: outer braces and quotation marks taken off, strings put in."""
    written = written.strip()
    pieces: list[str] = []
    bare: list[str] = []
    depth, quoted, begun = 0, False, 0

    def close_bare() -> None:
        word = "".join(bare).strip()
        if word:
            pieces.append(strings.get(word.lower(), word))
        bare.clear()

    for match in _TEXT.finditer(written):
        sign = match[0]
        if sign == "#" and len(pieces) > 1 and sum(map(len, pieces)) > _LONGEST_VALUE:
            break  # strings made of strings would double without end
        if depth == 0 and not quoted:
            if sign == "{":
                close_bare()
                depth, begun = 1, match.end()
            elif sign == '"':
                close_bare()
                quoted, begun = True, match.end()
            elif sign == "#":
                close_bare()
            else:
                bare.append(sign)
            continue
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(0, depth - 1)
        if (not quoted and depth == 0) or (quoted and sign == '"' and depth == 0):
            pieces.append(written[begun : match.start()])
            depth, quoted = 0, False
    if depth or quoted:
        pieces.append(written[begun:])
    close_bare()
    return "".join(pieces)[:_LONGEST_VALUE]


def _completed(entry: _Entry, by_key: Mapping[str, _Entry]) -> dict[str, str]:
    """The fields with those of the volume named in ``crossref``, and of the entries named in ``xdata``."""
    fields = dict(entry.fields)
    for name in fields.get("xdata", "").split(","):
        if (data := by_key.get(name.strip().casefold())) is not None:
            for key, value in data.fields.items():
                fields.setdefault(key, value)
    volume = by_key.get(fields.get("crossref", "").strip().casefold())
    if volume is not None and volume is not entry:
        for key, value in volume.fields.items():
            if key in _INHERITED:
                fields.setdefault("booktitle" if key == "title" and "title" in fields else key, value)
    return fields


def _record(entry: _Entry, fields: Mapping[str, str], text: str, path: str, places: Places) -> SourceRecord:
    title = ". ".join(one for name in ("title", "subtitle") if (one := tex.words(fields.get(name, ""))))
    container = next((one for name in _CONTAINERS if (one := tex.words(fields.get(name, "")))), None)
    authors = _people(fields.get("author", "")) or _people(fields.get("editor", ""))
    if not authors:
        authors = tuple(one for name in _BODIES[:1] if (one := tex.words(fields.get(name, ""))))
    line, column = places.of(entry.span.start)
    return SourceRecord(
        key=entry.key,
        text=entry.span.of(text),
        span=entry.span,
        line=line,
        column=column,
        path=path,
        title=title or None,
        authors=authors,
        year=_year(fields),
        url=_url(fields),
        accessed=iso_date(fields.get("urldate") or fields.get("lastchecked") or fields.get("lastaccessed")),
        container=None if container is None or _ADDRESS.search(container) else container,
    )


def _year(fields: Mapping[str, str]) -> str | None:
    for name in ("date", "year", "eventdate"):
        if match := _YEAR.search(fields.get(name, "")):
            return match[1]
    return None


def _url(fields: Mapping[str, str]) -> str | None:
    """The address that the entry states; else where its DOI or its number at arXiv leads."""
    if url := tex.address_of(_unwrapped(fields.get("url", ""))):
        return url
    doi = _DOI.search(tex.address_of(fields.get("doi", "")))
    if doi and not _ARXIV_DOI.match(doi[0]):
        return f"https://doi.org/{doi[0]}"
    kind = (fields.get("archiveprefix") or fields.get("eprinttype") or "").strip().lower()
    number = _ARXIV.match(fields.get("eprint", "").strip()) if kind in {"", "arxiv"} else None
    if number := number or _ARXIV.match(fields.get("arxiv", "").strip()) or (doi and _ARXIV_DOI.match(doi[0])):
        return f"https://arxiv.org/abs/{number[1]}"
    for name in ("howpublished", "note", "addendum", "eprint"):
        if match := _ADDRESS.search(
            tex.address_of(fields.get(name, "")) if name == "eprint" else tex.words(fields.get(name, ""))
        ):
            return match[0]
    preprint = re.search(r"arXiv(?: preprint)?[: ]+(?:arXiv:)?(\d{4}\.\d{4,5}(?:v\d+)?)", fields.get("journal", ""))
    return f"https://arxiv.org/abs/{preprint[1]}" if preprint else None


def _unwrapped(value: str) -> str:
    match = re.fullmatch(r"\s*\\url\s*\{(.*)\}\s*", value, re.DOTALL)
    return match[1] if match else value


def _people(value: str) -> tuple[str, ...]:
    """ "Family, Given" for each; a name in braces of its own is a body: "{World Bank}"."""
    found: list[str] = []
    for written in _split_names(value):
        name = written.strip()
        if name.lower() in {"others", "et al.", "et al", ""}:
            continue
        if name.startswith("{") and _closes_at_end(name):
            found.append(tex.words(name))
            continue
        found.append(_turned(tex.words(name)))
    return tuple(one for one in found if one)


def _split_names(value: str) -> Iterator[str]:
    """The names between the "and" that stand in no braces."""
    depth, start, count = 0, 0, 0
    for match in re.finditer(r"[{}]|\sand(?=\s)", value):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield value[start : match.start()]
            start, count = match.end(), count + 1
            if count >= _MOST_NAMES:
                return
    yield value[start:]


def _closes_at_end(name: str) -> bool:
    depth = 0
    for at, letter in enumerate(name):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return at == len(name) - 1
    return False


def _turned(name: str) -> str:
    """ "Roe, Jane" for "Jane Roe"; "de Vries, Jan" for "Jan de Vries"; a name with a comma stays."""
    if "=" in name and (stated := dict(re.findall(r"(family|given|prefix)\s*=\s*\"?([^,\"]+)", name))):
        family = " ".join(one.strip() for one in (stated.get("prefix", ""), stated.get("family", "")) if one.strip())
        return ", ".join(one for one in (family, stated.get("given", "").strip()) if one)
    if "," in name or " " not in name:
        return name
    head, _, family = name.rpartition(" ")
    prefix = re.search(rf"(?:^|(?<=\s)){_FAMILY_PREFIX.pattern}$", f"{head} ", re.IGNORECASE)
    if prefix and prefix.start() and prefix[0].islower():
        return f"{prefix[0].strip()} {family}, {head[: prefix.start()].strip()}"
    return f"{family}, {head}"
