"""Extraction -> claims file: the same bytes for the same values, one changed line for one changed value."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimcheck.claimsfile.load import SCHEMA, folded
from claimcheck.claimsfile.scalars import WIDTH, block, clean, inline
from claimcheck.model import (
    Ambiguous,
    Citation,
    Claim,
    Dangling,
    Decision,
    DocumentInfo,
    Extraction,
    Facts,
    Quantity,
    Reference,
    Resolved,
    SourceEntry,
    Span,
    Waiver,
    Weak,
)

HEADER = """\
# yaml-language-server: $schema=claims.schema.json
# What claimcheck found in one text. Yours to edit: text, class, sources, waivers, note, confirmed, and the order;
# `claimcheck extract` keeps those and writes the rest again, without your comments. A claim that you delete comes back:
# set `class: opinion` to dismiss it. `claimcheck schema claims > claims.schema.json` gives your editor completion.
"""


class _Bare(str):
    """Text that every reader of YAML takes for text without quotes: 120-135."""

    __slots__ = ()


class _Digest(str):
    """Text that needs quotes now and then, and so gets them always: 934177... might be a number."""

    __slots__ = ()


PLACES = """
# Where each stands in the text: characters since the end of the one before, its length, and lines below the one before.
# Written by `claimcheck extract`; an entry without a place is looked for by its words.
places:
"""

Value = str | int | float | bool | tuple[str, ...]
Pairs = tuple[tuple[str, Value], ...]


def dumps(extraction: Extraction, *, unselected: bool = False) -> str:
    """The claims file of ``extraction``. Offsets of facts count from the start of their claim.

    ``unselected`` adds the sentences that were not selected. Lone surrogates become U+FFFD: no file can hold them.
    """
    claims = _with(extraction.claims, extraction.unselected) if unselected else extraction.claims
    parts = [HEADER, f"schema: {SCHEMA}\n", "document:\n", *_keys(_document(extraction.document), 2)]
    parts.append("\nclaims:\n" if claims else "\nclaims: []\n")
    stale = frozenset(extraction.stale)
    for number, claim in enumerate(claims):
        if number:
            parts.append("\n")
        parts += _entry(_claim(claim, claim.id in stale))
    if extraction.citations:
        parts.append("\ncitations:\n")
        above = None
        for citation in extraction.citations:
            parts.append(f"  - {_flow(_citation(citation, citation.group == above))}\n")
            above = citation.group
    if extraction.references:
        parts.append("\nreferences:\n")
        for reference in extraction.references:
            parts += _entry(_keys(_reference(reference), 4))
    places: dict[str, list[tuple[str, Span, int | None]]] = {
        "claims": [(claim.id, claim.span, _text_line(claim, extraction.claims_path)) for claim in claims],
        "citations": [(citation.id, citation.span, None) for citation in extraction.citations],
        # An entry of a bibliography file is found again by its key.
        "references": [(one.id, one.span, None) for one in extraction.references if one.path is None],
    }
    return "".join((*parts, *_places(places)))


def entry_lines(claim: Claim) -> list[str]:
    """The entry of one claim, as it stands in the file."""
    return _lines(_entry(_claim(claim, False)))


def key_lines(claim: Claim, key: str) -> list[str]:
    """One key of the entry that a decision may change, as it stands in the file; nothing where it is left out."""
    match key:
        case "text":
            return _lines(_keys((("text", claim.text),), 4))
        case "sources":
            return _lines(_sources(claim))
        case "waivers":
            return _lines(_maps("waivers", map(_waiver, claim.waivers)))
        case "decisions":
            return _lines(_maps("decisions", map(_decision, claim.decisions)))
        case _:
            return _lines(_keys(_given(("note", claim.note)), 4))


def _lines(parts: Iterable[str]) -> list[str]:
    return "".join(parts).splitlines(keepends=True)


def _text_line(claim: Claim, claims_path: str | None) -> int | None:
    """The claim's line in the text; one that was read from a file, and not found again, keeps that which it had."""
    return claim.text_line if claim.document == claims_path else claim.line


def _places(lists: dict[str, list[tuple[str, Span, int | None]]]) -> Iterator[str]:
    """Where the entries stand, apart from them and each counted from the one before.

    A sentence that grows by a word then changes one line here, and no line of the claims below it.
    """
    chains = {
        kind: sorted((span, name, line) for name, span, line in entries if span != Span(0, 0))
        for kind, entries in lists.items()
    }
    if any(chains.values()):
        yield PLACES
    for kind, chain in chains.items():
        if chain:
            yield f"  {kind}:\n"
        end, above = 0, 1
        for span, name, line in chain:
            steps = [span.start - end, len(span)]
            end = span.end
            if line is not None:
                steps.append(line - above)
                above = line
            yield f"    {inline(name)}: [{', '.join(map(str, steps))}]\n"


def _with(claims: tuple[Claim, ...], more: tuple[Claim, ...]) -> list[Claim]:
    """``claims`` with ``more`` of them, each behind the last that begins before it in the text."""
    places = sorted(range(len(claims)), key=lambda place: claims[place].span)
    begins = [claims[place].span for place in places]
    behind: dict[int, list[Claim]] = defaultdict(list)
    for claim in sorted(more, key=lambda claim: claim.span):
        index = bisect_right(begins, claim.span)
        behind[places[index - 1] if index else -1].append(claim)
    return [*behind[-1], *(entry for place, claim in enumerate(claims) for entry in (claim, *behind[place]))]


def _entry(lines: Iterable[str]) -> Iterator[str]:
    """Lines of one map as an entry of a list: the first one gets the dash."""
    for number, line in enumerate(lines):
        yield line if number else f"  - {line[4:]}"


def _keys(pairs: Pairs, indent: int) -> Iterator[str]:
    for key, value in pairs:
        words = _value(value, indent)
        yield f"{' ' * indent}{key}:{'' if words.startswith(chr(10)) else ' '}{words}\n"


def _value(value: Value, indent: int) -> str:
    match value:
        case str() if type(value) is str:
            return block(value, indent + 2)
        case tuple():
            return _listing(value, indent)
        case _:
            return _short(value)


def _short(value: Value) -> str:
    """A value on one line, inside ``{}``."""
    match value:
        case _Bare():
            return value
        case _Digest():
            return f'"{value}"'
        case str():
            return inline(value, flow=True)
        case tuple():
            return f"[{', '.join(inline(word, flow=True) for word in value)}]"
        case bool():
            return "true" if value else "false"
        case _:
            return _number(value)


def _listing(words: tuple[str, ...], indent: int) -> str:
    line = _short(words)
    if len(line) + indent <= WIDTH:
        return line
    return "".join(f"\n{' ' * indent}  - {block(word, indent + 4)}" for word in words)


def _flow(pairs: Pairs) -> str:
    """One map on one line."""
    return f"{{{', '.join(f'{key}: {_short(value)}' for key, value in pairs)}}}"


def _number(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    mantissa, _, exponent = repr(float(value)).partition("e")
    if "." not in mantissa:  # YAML 1.1 takes 1e+18 for text
        mantissa += ".0"
    return f"{mantissa}e{exponent}" if exponent else mantissa


# --- What is written, default values left out ---------------------------------------------------------------------


def _document(document: DocumentInfo) -> Pairs:
    return _given(
        ("path", document.path),
        ("title", document.title),
        ("sha256", _Digest(document.sha256) if document.sha256 else None),
        ("media_type", document.media_type),
        ("language", document.language),
        ("characters", document.characters),
    )


def _given(*pairs: tuple[str, Value | None]) -> Pairs:
    return tuple((key, value) for key, value in pairs if value is not None)


def _some(words: tuple[str, ...]) -> tuple[str, ...] | None:
    return words or None


def _span(span: Span, base: int) -> _Bare:
    return _Bare(f"{span.start - base}-{span.end - base}")


def _claim(claim: Claim, stale: bool) -> Iterator[str]:
    yield from _keys(_given(("id", claim.id), ("text", claim.text)), 4)
    if claim.prose != folded(claim.text) and not claim.edited:
        yield from _keys((("prose", claim.prose),), 4)
    yield from _keys(
        _given(
            ("sha256", _Digest(claim.digest) if claim.digest else None),
            ("page", claim.page),
            ("stale", True if stale else None),
            ("class", claim.class_ if claim.class_ != "fact" else None),
            ("kind", claim.kind if claim.kind != "statement" else None),
            ("modality", claim.modality if claim.modality != "asserted" else None),
            ("unclear", _some(claim.unclear)),
            ("reasons", _some(claim.reasons)),
        ),
        4,
    )
    yield from _facts(claim.facts, claim.span.start)
    yield from _keys(
        _given(
            ("citations", _some(claim.citations)),
            ("inherited", _some(claim.inherited)),
            ("reference", claim.reference),
        ),
        4,
    )
    yield from _sources(claim)
    yield from _keys(
        _given(
            ("suggested", _some(claim.suggested)),
        ),
        4,
    )
    yield from _maps("waivers", map(_waiver, claim.waivers))
    yield from _keys(_given(("note", claim.note), ("confirmed", _some(claim.confirmed))), 4)
    yield from _maps("decisions", map(_decision, claim.decisions))


def _sources(claim: Claim) -> Iterator[str]:
    if claim.sources:
        yield from _maps("sources", map(_source, claim.sources))
    elif claim.class_ == "fact" and claim.kind == "statement" and not claim.citations:
        # An empty place, so that adding a source is filling it in.
        hints = [url for url in claim.suggested if re.fullmatch(r"[!-~]+", url)]
        example = f"  # such as [{{url: {inline(clean(hints[0]), flow=True)}}}]" if hints else ""
        yield f"    sources: []{example}\n"


def _source(source: SourceEntry) -> Pairs:
    return _given(("url", source.url), ("note", source.note))


def _waiver(waiver: Waiver) -> Pairs:
    return _given(("rule", waiver.rule), ("reason", waiver.reason), ("until", waiver.until))


def _decision(decision: Decision) -> Pairs:
    return _given(
        ("did", decision.did),
        ("rule", decision.rule),
        ("by", decision.by),
        ("at", decision.at),
        ("finding", decision.finding or None),
        ("url", decision.url),
        ("sha256", _Digest(decision.sha256) if decision.sha256 else None),
        ("was", decision.was),
    )


def _facts(facts: Facts, base: int) -> Iterator[str]:
    yield from _maps("quantities", (_quantity(quantity, base) for quantity in facts.quantities))
    yield from _maps(
        "dates",
        (
            _given(("edtf", date.edtf), ("text", _unless(date.text, date.edtf)), ("at", _span(date.span, base)))
            for date in facts.dates
        ),
    )
    yield from _maps(
        "quotations",
        (
            _given(("text", entry.text), ("at", _span(entry.span, base)), ("speaker", entry.speaker))
            for entry in facts.quotations
        ),
    )
    yield from _maps(
        "instruments",
        (
            _given(
                ("name", entry.name),
                ("text", _unless(entry.text, entry.name)),
                ("at", _span(entry.span, base)),
                ("url", entry.url),
            )
            for entry in facts.instruments
        ),
    )
    yield from _maps(
        "entities",
        (
            _given(
                ("name", entry.name),
                ("text", _unless(entry.text, entry.name)),
                ("at", _span(entry.span, base)),
                ("kind", _unless(entry.kind, "other")),
            )
            for entry in facts.entities
        ),
    )


def _unless(value: str, default: str) -> str | None:
    return None if value == default else value


def _quantity(quantity: Quantity, base: int) -> Pairs:
    bounds: Pairs
    if quantity.low is not None and quantity.low == quantity.high:
        bounds = (("value", quantity.low),)
    else:
        bounds = _given(("low", _finite(quantity.low)), ("high", _finite(quantity.high)))
    return (
        ("text", quantity.text),
        ("at", _span(quantity.span, base)),
        *bounds,
        *_given(
            ("hedge", _unless(quantity.hedge, "exact")),
            ("unit", quantity.unit),
            ("counted", quantity.counted),
            ("role", quantity.role),
        ),
    )


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _maps(key: str, entries: Iterable[Pairs]) -> Iterator[str]:
    """A list of maps, one a line; those too long for a line take one line a key."""
    for number, pairs in enumerate(entries):
        if not number:
            yield f"    {key}:\n"
        line = _flow(pairs)
        if len(line) <= WIDTH + 8:
            yield f"      - {line}\n"
        else:
            for place, text in enumerate(_keys(pairs, 8)):
                yield text if place else f"      - {text[8:]}"


def _citation(citation: Citation, joined: bool) -> Pairs:
    resolution: tuple[str, Value]
    match citation.resolution:
        case Resolved(references):
            resolution = ("resolved", references)
        case Weak(candidate):
            resolution = ("weak", candidate)
        case Ambiguous(candidates):
            resolution = ("ambiguous", candidates)
        case Dangling(suggestions):
            resolution = ("dangling", suggestions)
    return _given(
        ("id", citation.id),
        ("text", citation.text),
        ("scope", _unless(citation.scope, "sentence")),
        resolution,
        ("year_mismatch", True if citation.year_mismatch else None),
        ("same_bracket", True if joined else None),  # numbers would change below each new bracket
    )


def _reference(reference: Reference) -> Pairs:
    return _given(
        ("id", reference.id),
        ("text", reference.text),
        ("title", reference.title),
        ("authors", _some(reference.authors)),
        ("year", reference.year),
        ("container", reference.container),
        ("url", reference.url),
        ("accessed", reference.accessed),
        ("label", reference.label),
        ("path", reference.path),
    )
