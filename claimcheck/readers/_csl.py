"""Source records in the citation style language: CSL-JSON, CSL-YAML, and the ``references:`` of a text's own head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from claimcheck.model import SourceRecord, Span
from claimcheck.readers._dates import iso_date
from claimcheck.readers._places import Places
from claimcheck.readers._yaml import BrokenYaml, Node, compose

_YEAR = re.compile(r"(?<!\d)(\d{4}[a-z]?)(?!\d)")
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span)\b[^<>]{0,100}>", re.IGNORECASE)
_BLANKS = " \t\r\n,"
_MOST_NAMES = 100


class BrokenRecords(ValueError):
    """A file that cannot be read to its end; ``records`` are those before the mistake."""

    def __init__(self, problem: str, records: tuple[SourceRecord, ...] = ()) -> None:
        super().__init__(problem)
        self.records = records


def from_json(text: str, path: str) -> tuple[SourceRecord, ...]:
    """The sources of a CSL-JSON file: a list of them, alone or under "references" or "items".

    Raises:
        BrokenRecords: it is no JSON from some place on.
    """
    places = Places(text)
    found: list[SourceRecord] = []
    opening = re.compile(r"\s*(?:\{\s*\"(?:references|items)\"\s*:\s*)?\[").match(text)
    if opening is None:
        raise BrokenRecords("it holds no list of sources")
    at = opening.end()
    decoder = json.JSONDecoder()
    while True:
        while at < len(text) and text[at] in _BLANKS:
            at += 1
        if at >= len(text) or text[at] == "]":
            return tuple(found)
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            raise BrokenRecords(f"it is no JSON from line {places.of(at)[0]} on", tuple(found)) from None
        if record := _record(value, Span(at, end), text, path, places):
            found.append(record)
        at = end


def from_yaml(text: str, path: str | None, *, offset: int = 0, whole: str | None = None) -> tuple[SourceRecord, ...]:
    """The sources of a CSL-YAML text: a list under ``references``, or the list alone.

    ``offset`` is where ``text`` begins in ``whole``, which places count in.

    Raises:
        BrokenRecords: it is no YAML.
    """
    try:
        root = compose(text)
    except BrokenYaml as error:
        raise BrokenRecords(f"line {error.line}: {error}") from None
    return of_node(root, text, path, offset=offset, whole=whole)


def of_node(
    root: Node | None, text: str, path: str | None, *, offset: int = 0, whole: str | None = None
) -> tuple[SourceRecord, ...]:
    """The same for YAML that was composed before."""
    if root is not None and isinstance(root.value, dict):
        root = root.value.get("references")
    if root is None or not isinstance(root.value, list):
        return ()
    places = Places(whole if whole is not None else text)
    made = (_record(one.plain(), Span(one.start, one.end), text, path, None) for one in root.value)
    return tuple(_moved(record, offset, places) for record in made if record)


def _moved(record: SourceRecord, by: int, places: Places) -> SourceRecord:
    line, column = places.of(record.span.start + by)
    return replace(record, span=record.span.shifted(by), line=line, column=column)


def _record(value: Any, span: Span, text: str, path: str | None, places: Places | None) -> SourceRecord | None:
    if not isinstance(value, dict):
        return None
    fields: Mapping[str, Any] = {str(name).lower(): one for name, one in value.items()}
    key = _words(fields.get("id")) or _words(fields.get("citation-key"))
    if not key:
        return None
    line, column = places.of(span.start) if places else (1, 1)
    return SourceRecord(
        key=key,
        text=span.of(text),
        span=span,
        line=line,
        column=column,
        path=path,
        title=_words(fields.get("title")),
        authors=tuple(_people(fields.get("author"))) or tuple(_people(fields.get("editor"))),
        year=_year(fields.get("issued")) or _year(fields.get("year")),
        url=_url(fields),
        accessed=_date(fields.get("accessed")),
        container=_words(fields.get("container-title")) or _words(fields.get("publisher")),
    )


def _words(value: Any) -> str | None:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return " ".join(_MARKUP.sub("", str(value)).split()) or None
    return None


def _people(value: Any) -> Iterator[str]:
    """ "Family, Given" for each person; a body has no comma."""
    for one in (value if isinstance(value, list) else [value])[:_MOST_NAMES]:
        if isinstance(one, dict):
            family = " ".join(part for name in ("non-dropping-particle", "family") if (part := _words(one.get(name))))
            given = " ".join(part for name in ("given", "dropping-particle") if (part := _words(one.get(name))))
            body = _words(one.get("literal")) or _words(one.get("name"))
            if family or body:
                yield body or ", ".join(part for part in (family, given) if part)
        elif word := _words(one):
            yield word


def _parts(value: Any) -> list[str]:
    """Year, month and day of a CSL date."""
    if isinstance(value, dict):
        parts = value.get("date-parts") or value.get("date_parts")
        if isinstance(parts, list) and parts:
            first = parts[0] if isinstance(parts[0], list) else parts
            return [str(part) for part in first[:3]]
        named = [_words(value.get(name)) for name in ("year", "month", "day")]
        if named[0]:
            return [part for part in named if part]
        value = value.get("raw") or value.get("literal")
    if isinstance(value, list) and value:
        return _parts(value[0])
    return [word] if (word := _words(value)) else []


def _year(value: Any) -> str | None:
    parts = _parts(value)
    match = _YEAR.search(parts[0]) if parts else None
    return match[1] if match else None


def _date(value: Any) -> str | None:
    parts = _parts(value)
    return iso_date("-".join(part.zfill(2) for part in parts)) if parts else None


def _url(fields: Mapping[str, Any]) -> str | None:
    if url := _words(fields.get("url")):
        return url
    if doi := re.search(r"10\.\d{4,9}/\S+", _words(fields.get("doi")) or ""):
        return f"https://doi.org/{doi[0]}"
    number = _words(fields.get("number")) or ""
    if match := re.match(r"arXiv:(\d{4}\.\d{4,5}(?:v\d+)?)", number, re.IGNORECASE):
        return f"https://arxiv.org/abs/{match[1]}"
    if number := _words(fields.get("pmid")) or "":
        return f"https://pubmed.ncbi.nlm.nih.gov/{number}/"
    return None
