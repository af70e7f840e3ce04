"""What the asides of a wiki text cite: references, short footnotes, and the templates that spell a source out.

A short footnote ("{{sfn|Brown|2001}}", "<ref>{{harvnb|Brown|2001}}</ref>") names the entry of the same authors and
year, by the anchor that MediaWiki itself gives every citation template ("CITEREFBrown2001").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.cite import years
from claimcheck.cite.fields import fields_of, plain
from claimcheck.cite.keys import Key
from claimcheck.cite.scan import Scan
from claimcheck.model import Aside, Document, Span

MEDIA_TYPE = "text/x-wiki"

_SHORT = re.compile(
    r"sfnp?|sfnmp?|(?:harv(?:nb|txt|p|vb|col|colnb|coltxt|s)?|harvard citation(?: no brackets| text)?|harvsp)"
)
_CALLS = re.compile(r"r|rref")
_BOXES = re.compile(r"infobox|taxobox|navbox|sidebar|.*\bbox\b|short description|displaytitle", re.IGNORECASE)
_BACKING = (
    "url",
    "author",
    "last",
    "last1",
    "author1",
    "vauthors",
    "publisher",
    "doi",
    "isbn",
    "journal",
    "work",
    "website",
)
_ANCHOR_FIELD = re.compile(
    r"\|\s*ref\s*=\s*(?:\{\{\s*(?:sfnref|harvid)\s*\|([^{}]{1,300})\}\}|CITEREF([^|{}\n]{1,200}))", re.IGNORECASE
)
_FIELD = re.compile(r"\s*(\d?[a-z][\w-]{0,20})\s*=\s*(.*)", re.IGNORECASE | re.DOTALL)
_CROWD = re.compile(r"(\d)(?:a(\d)?|last(\d)?)")
_MANY = 4  # authors that an anchor names
_BETWEEN = re.compile(r"[\s.,;:()\[\]&–-]|\b(?:and|see|also|cf|in|pp?|und|et)\b", re.IGNORECASE)
_LEFT = 60  # characters of a reference beside its templates: "p. 4", "cited in"
_INNER = 40  # templates of one reference that are looked at
_LONGEST = 4_000  # characters of a template that are read


@dataclass(frozen=True, slots=True)
class _Note:
    """What one short footnote names."""

    span: Span
    name: str
    year: str
    anchor: str


@dataclass(frozen=True, slots=True)
class _Content:
    """What a reference says: the short footnotes that it consists of, or else the sources it spells out."""

    notes: tuple[_Note, ...] = ()
    sources: tuple[Span, ...] = ()
    label: str = ""
    """By its name, or by its place when it has none or another reference had the name first."""
    again: bool = False
    """It repeats an earlier reference, name and words."""

    @property
    def labels(self) -> list[str]:
        return [self.label, *(f"<@{self.label} {number}" for number in range(2, len(self.sources) + 1))]


def entries(document: Document) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """The sources that asides spell out, each with the labels that name it: the content of a reference, and every
    citation template that stands alone.
    """
    text = document.text
    contents = _contents(document)
    hidden = 0
    for at, aside in enumerate(document.asides):
        outside = aside.span.start >= hidden
        hidden = max(hidden, aside.span.end)
        if aside.kind == "reference":
            content = contents.get(at)
            if content is not None and not content.notes and not content.again:
                for span, label in zip(content.sources, content.labels, strict=True):
                    yield span, (label, *_anchors(span.of(text)))
        elif aside.kind == "template" and outside and _is_source(document, aside):
            yield aside.span, (f"<@{aside.span.start}", *_anchors(aside.span.of(text)))


def keys(scan: Scan) -> Iterator[Key]:
    """The citations that asides make. The span of one is the whole tag or template."""
    document = scan.document
    contents = _contents(document)
    named = {document.asides[at].name: content for at, content in reversed(contents.items())}
    hidden = 0  # end of the reference that was seen last
    outer = 0
    for at, aside in enumerate(document.asides):
        inside, alone = aside.span.start < hidden, aside.span.start >= outer
        outer = max(outer, aside.span.end)
        if aside.kind == "reference":
            hidden = max(hidden, aside.span.end)
            if not aside.defines and scan.claim(aside.span):
                yield from _reference_keys(aside, contents.get(at) or (named.get(aside.name) if aside.name else None))
        elif aside.kind == "template" and not inside and aside.name:
            if _SHORT.fullmatch(aside.name):
                notes = list(_short(document, aside))
                if notes and scan.claim(aside.span):
                    yield from _note_keys(notes, aside.span)
            elif _CALLS.fullmatch(aside.name):
                called = [field.strip() for field in _parts(document, aside)[1:] if "=" not in field and field.strip()]
                if called and scan.claim(aside.span):
                    yield from (_key(aside.span, f"<{name}") for name in called)
            elif alone and not _begins_line(document, aside) and _is_source(document, aside) and scan.claim(aside.span):
                yield _key(aside.span, f"<@{aside.span.start}")


def _contents(document: Document) -> dict[int, _Content]:
    """The content of every reference that has some, by its index among the asides."""
    found: dict[int, _Content] = {}
    first: dict[str, str] = {}
    for at, aside in enumerate(document.asides):
        if aside.kind != "reference" or aside.body is None or not len(aside.body):
            continue
        words = aside.body.of(document.text)
        again = bool(aside.name) and first.get(aside.name or "") == words
        owns = bool(aside.name) and (again or aside.name not in first)
        if aside.name:
            first.setdefault(aside.name, words)
        label = f"<{aside.name}" if owns else f"<@{aside.span.start}"
        sources = _bundle(document, at) or [aside.body]
        found[at] = _Content(tuple(_notes(document, at)), tuple(sources), label, again)
    return found


def _reference_keys(aside: Aside, content: _Content | None) -> Iterator[Key]:
    if content is not None and content.notes:
        yield from _note_keys(content.notes, aside.span)
    elif content is not None:
        yield _key(aside.span, *content.labels)
    else:
        yield _key(aside.span, f"<{aside.name}" if aside.name else f"<@{aside.span.start}")


def _key(span: Span, *labels: str) -> Key:
    return Key("label", span, span, family="wiki", labels=labels)


def _note_keys(notes: Sequence[_Note], outer: Span) -> Iterator[Key]:
    """One short footnote has the span of its reference, several have their own."""
    for note in notes:
        span = outer if len(notes) == 1 or not outer.contains(note.span) else note.span
        yield Key("dated", span, outer, family="wiki", name=note.name, year=note.year, labels=(note.anchor,))


def _begins_line(document: Document, aside: Aside) -> bool:
    start = document.text.rfind("\n", max(0, aside.span.start - 200), aside.span.start) + 1
    return not document.text[start : aside.span.start].strip(" \t*#:;")


def _is_source(document: Document, aside: Aside) -> bool:
    """True for a template that names a title and who or what stands behind it, whatever its own name."""
    if not aside.name or len(aside.span) > _LONGEST or _BOXES.match(aside.name):
        return False
    stated = fields_of(aside.span.of(document.text))
    return bool(stated.get("title")) and any(stated.get(field) for field in _BACKING)


def _parts(document: Document, aside: Aside) -> list[str]:
    return aside.span.of(document.text)[2:-2].split("|")[:60] if len(aside.span) <= _LONGEST else []


def _inner(document: Document, at: int) -> Iterator[Aside]:
    """The asides inside the aside ``at``."""
    end = document.asides[at].span.end
    for aside in document.asides[at + 1 : at + 1 + _INNER]:
        if aside.span.start >= end:
            return
        yield aside


def _notes(document: Document, at: int) -> list[_Note]:
    """The short footnotes of the reference ``at``, when it holds nothing else that names a source."""
    aside = document.asides[at]
    if aside.body is None or len(aside.body) > 1_000:
        return []
    notes: list[_Note] = []
    left: list[str] = []
    position = aside.body.start
    for inner in _inner(document, at):
        if inner.span.start < position:
            continue
        if inner.kind != "template" or not _SHORT.fullmatch(inner.name or ""):
            return []
        notes += _short(document, inner)
        left.append(document.text[position : inner.span.start])
        position = inner.span.end
    left.append(document.text[position : aside.body.end])
    words = _BETWEEN.sub("", plain(" ".join(left)))
    return notes if len(words) <= _LEFT and "://" not in words else []


def _bundle(document: Document, at: int) -> list[Span]:
    """The citation templates of the reference ``at``, when it holds several and little beside them."""
    aside = document.asides[at]
    if aside.body is None:
        return []
    spans: list[Span] = []
    for inner in _inner(document, at):
        if (
            inner.kind == "template"
            and (not spans or inner.span.start >= spans[-1].end)
            and _is_source(document, inner)
        ):
            spans.append(inner.span)
    return spans if len(spans) > 1 and len(aside.body) - sum(map(len, spans)) <= _LEFT else []


def _short(document: Document, aside: Aside) -> Iterator[_Note]:
    """ "{{sfn|Brown|Clark|2001|p=3}}"; "{{sfnm|1a1=Brown|1y=2001|2a1=Doe|2y=1999}}" is several."""
    fields = [part.strip() for part in _parts(document, aside)[1:]]
    if (aside.name or "").startswith("sfnm"):
        crowd: dict[str, tuple[list[str], list[str]]] = {}
        for field in fields:
            match = _FIELD.fullmatch(field)
            if match and match[1][0].isdigit():
                people, dates = crowd.setdefault(match[1][0], ([], []))
                if _CROWD.fullmatch(match[1].lower()):
                    people.append(match[2].strip())
                elif match[1].lower()[1:] in {"y", "year", "date"}:
                    dates.append(match[2].strip())
        for people, dates in crowd.values():
            if people and dates:
                yield _note(aside.span, people, dates[0])
        return
    bare = [field for field in fields if field and not _FIELD.fullmatch(field)]
    at = next((n for n in range(len(bare) - 1, 0, -1) if years.YEAR.fullmatch(bare[n])), len(bare) - 1)
    if at > 0:
        yield _note(aside.span, bare[:at], bare[at])


def _note(span: Span, people: Sequence[str], year: str) -> _Note:
    return _Note(span, " & ".join(people), year, _anchor(people, year))


def _anchor(people: Sequence[str], year: str) -> str:
    return "#CITEREF" + re.sub(r"\s+", " ", "".join(people[:_MANY]) + year).casefold()


def _anchors(source: str) -> tuple[str, ...]:
    """The anchor of an entry that states its fields, by which short footnotes find it."""
    if given := _ANCHOR_FIELD.search(source[:_LONGEST]):
        parts = [part.strip() for part in given[1].split("|") if "=" not in part] if given[1] else [given[2].strip()]
        return (_anchor(parts[:-1], parts[-1]),)
    stated = fields_of(source[:_LONGEST])
    people = _surnames(stated, "last", "surname", "author") or _surnames(stated, "editor-last", "editor")
    year = years.YEAR.search(stated.get("date") or stated.get("year") or "")
    return (_anchor(people, year.group()),) if people and year else ()


def _surnames(stated: dict[str, str], *names: str) -> list[str]:
    found: list[str] = []
    for number in ("", *map(str, range(1, _MANY + 1))):
        written = next((stated[key] for name in names for key in _spellings(name, number) if stated.get(key)), "")
        if surname := written.split(",")[0].strip():
            found.append(plain(surname))
    return list(dict.fromkeys(found))


def _spellings(name: str, number: str) -> tuple[str, ...]:
    """ "editor2-last" and "editor-last2" are one field."""
    head, dash, tail = name.partition("-")
    return (f"{name}{number}", f"{head}{number}-{tail}") if dash else (f"{name}{number}",)
