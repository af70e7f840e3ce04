"""Claims file -> Extraction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from claimcheck import catalogue
from claimcheck.claimsfile.fields import Fields, check_address, shown
from claimcheck.claimsfile.nodes import LARGEST, MOST_MISTAKES, Record, Scalar, compose
from claimcheck.errors import Mistake, UnusableFile
from claimcheck.model import (
    Ambiguous,
    Citation,
    Claim,
    ClaimClass,
    Dangling,
    Date,
    Decision,
    DocumentInfo,
    Entity,
    Extraction,
    Facts,
    Hedge,
    Instrument,
    Modality,
    Quantity,
    Quotation,
    Reference,
    Resolution,
    Resolved,
    Scope,
    SourceEntry,
    Span,
    Waiver,
    Weak,
)
from claimcheck.model.claims import ClaimKind, DecisionKind
from claimcheck.model.facts import EntityKind

SCHEMA = "claimcheck/claims/1"

FILE_KEYS = ("schema", "document", "claims", "citations", "references", "places")
DOCUMENT_KEYS = ("path", "title", "sha256", "media_type", "language", "characters")
CLAIM_KEYS = (
    "id", "text", "prose", "sha256", "page", "class", "kind", "modality", "unclear", "reasons", "quantities", "dates",
    "quotations", "instruments", "entities", "citations", "inherited", "reference", "sources", "suggested", "waivers",
    "note", "confirmed", "decisions", "stale",
)  # fmt: skip
LONGEST_ID = 100
PLACE_KEYS = ("claims", "citations", "references")
QUANTITY_KEYS = ("text", "at", "value", "low", "high", "hedge", "unit", "counted", "role")
DATE_KEYS = ("edtf", "text", "at")
QUOTATION_KEYS = ("text", "at", "speaker")
INSTRUMENT_KEYS = ("name", "text", "at", "url")
ENTITY_KEYS = ("name", "text", "at", "kind")
SOURCE_KEYS = ("url", "note")
WAIVER_KEYS = ("rule", "reason", "until")
DECISION_KEYS = ("did", "rule", "by", "at", "finding", "url", "sha256", "was")
RESOLUTION_KEYS = ("resolved", "weak", "ambiguous", "dangling")
CITATION_KEYS = ("id", "text", "scope", *RESOLUTION_KEYS, "year_mismatch", "same_bracket")
REFERENCE_KEYS = (
    "id", "text", "title", "authors", "year", "container", "url", "accessed", "label", "path",
)  # fmt: skip

Place = tuple[Span, int | None]
"""A stretch of the text and, for a claim, the line that it begins on."""
LEAVE_PLACES = "leave the places as `extract` wrote them, or take them out and extract again"


def digest_of(words: str) -> str:
    """The SHA-256 (hex) by which a claim knows the words of its document."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def folded(text: str) -> str:
    """``text`` with every run of white space as one space."""
    return " ".join(text.split())


def read(path: str) -> Extraction:
    """The claims file at ``path``; lines of its claims, citations and references are lines of this file.

    Raises:
        UnusableFile: it cannot be read or has mistakes; all of them, with line and remedy.
    """
    return loads(_content(path), path)


def _content(path: str) -> str:
    try:
        with open(path, "rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnusableFile(path, [Mistake(1, f"cannot be read: {reason}", "name a claims file that exists")]) from None
    if len(content) > LARGEST:
        size = f"is larger than {LARGEST // 1024 // 1024} MB"
        raise UnusableFile(path, [Mistake(1, size, "audit the text in parts, with one claims file each")])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnusableFile(path, [Mistake(line, "is not UTF-8", "save the file as UTF-8")]) from None


def loads(text: str, path: str = "claims.yaml") -> Extraction:
    """The claims file with the content ``text``; ``path`` is what places are named by.

    Raises:
        UnusableFile: it has mistakes; all of them, with line and remedy.
    """
    mistakes: list[Mistake] = []
    root = compose(text, mistakes)
    extraction = None
    if isinstance(root, Record):
        extraction = _Loader(path, mistakes).file(root)
    elif not mistakes:
        mistakes.append(Mistake(1, "is no claims file", "make one with `claimcheck extract TEXT`"))
    if mistakes or extraction is None:
        mistakes.sort(key=lambda mistake: mistake.line)
        more = len(mistakes) - MOST_MISTAKES
        if more > 0:
            mistakes[MOST_MISTAKES:] = [Mistake(mistakes[MOST_MISTAKES].line, f"and {more} more mistakes from here on")]
        raise UnusableFile(path, mistakes)
    return extraction


@dataclass(slots=True)
class _Loader:
    path: str
    mistakes: list[Mistake]
    citations: dict[str, int] = field(default_factory=dict)
    """Line of each citation id."""
    references: dict[str, int] = field(default_factory=dict)
    places: dict[str, dict[str, Place]] = field(default_factory=dict)
    """Where each entry stands in the text, by list and id."""

    def file(self, record: Record) -> Extraction:
        fields = Fields(record, "claims file", FILE_KEYS, self.mistakes)
        schema = fields.text("schema", SCHEMA)
        if schema is not None and schema != SCHEMA:
            remedy = "a newer claimcheck wrote it" if schema.startswith("claimcheck/claims/") else f"write {SCHEMA}"
            fields.note(fields.line("schema"), f"schema is {shown(schema)}, not {SCHEMA}", remedy)
        self._read_places(fields)
        # References first, then citations, then claims: each names ids of those before it.
        references = tuple(self._references(fields))
        citations = tuple(self._citations(fields))
        claims, stale = self._claims(fields)
        return Extraction(
            document=self._document(fields),
            claims=claims,
            citations=citations,
            references=references,
            claims_path=self.path,
            stale=stale,
        )

    def _document(self, fields: Fields) -> DocumentInfo:
        node = fields.record.entries.get("document")
        if not isinstance(node, Record):
            fields.note(fields.line("document"), "document is missing", "add `document: {path: essay.txt}`")
            return DocumentInfo("", None, "", "text/plain", None, 0)
        about = Fields(node, "document", DOCUMENT_KEYS, self.mistakes)
        return DocumentInfo(
            path=about.text("path", "essay.txt") or "",
            title=about.text("title"),
            sha256=about.digest("sha256"),
            media_type=about.text("media_type") or "text/plain",
            language=about.text("language"),
            characters=about.whole("characters") or 0,
        )

    def _entries(self, fields: Fields, key: str, known: tuple[str, ...], seen: dict[str, int]) -> Iterator[Fields]:
        """The maps of a top-level list, named by their ids, each id once."""
        kind = key.removesuffix("s")
        for number, node in enumerate(fields.listing(key), 1):
            if not isinstance(node, Record):
                fields.note(node.line, f"{key} holds something that is no map", "write `- id: ...` and its other keys")
                continue
            given = node.entries.get("id")
            title = given.value if isinstance(given, Scalar) and not given.empty else f"number {number}"
            entry = Fields(node, f"{kind} {title}", known, self.mistakes)
            name = entry.text("id", f"{kind[0]}{number}")
            if name is not None:
                if len(name) > LONGEST_ID:
                    entry.note(entry.line("id"), f"the id is longer than {LONGEST_ID} characters", "shorten it")
                if name in seen:
                    entry.note(entry.line("id"), f"the id is taken (line {seen[name]})", "give each its own id")
                    continue
                seen[name] = entry.line("id")
            yield entry

    # --- Places ---------------------------------------------------------------------------------------------------

    def _read_places(self, fields: Fields) -> None:
        """Each list of places is a chain: an entry says how far it is from the end of the one before."""
        node = fields.record.entries.get("places")
        if node is None:
            return
        if not isinstance(node, Record):
            fields.note(node.line, "places is no map", LEAVE_PLACES)
            return
        places = Fields(node, "places", PLACE_KEYS, self.mistakes)
        for kind in PLACE_KEYS:
            chain = node.entries.get(kind)
            if isinstance(chain, Record):
                self.places[kind] = dict(self._chain(Fields(chain, f"places of {kind}", chain.entries, self.mistakes)))
            elif chain is not None:
                places.note(chain.line, f"{kind} is no map", LEAVE_PLACES)

    def _chain(self, chain: Fields) -> Iterator[tuple[str, Place]]:
        end, line = 0, 1
        for name in chain.record.entries:
            steps = chain.steps(name)
            start = end + steps[0] if steps else -1
            if not steps or start < 0 or steps[1] < 0:
                chain.note(chain.line(name), f"{name} has no place", LEAVE_PLACES)
                continue
            end = start + steps[1]
            line += steps[2] if len(steps) > 2 else 0
            yield name, (Span(start, end), line if len(steps) > 2 and line > 0 else None)

    def _place(self, kind: str, entry: Fields) -> Place:
        """Where an entry stands; at the very beginning for one that a person added or renamed."""
        return self.places.get(kind, {}).get(entry.text("id") or "", (Span(0, 0), None))

    # --- References and citations ---------------------------------------------------------------------------------

    def _references(self, fields: Fields) -> Iterator[Reference]:
        for entry in self._entries(fields, "references", REFERENCE_KEYS, self.references):
            yield Reference(
                id=entry.text("id") or "",
                text=entry.text("text") or "",
                span=self._place("references", entry)[0],
                title=entry.text("title"),
                authors=entry.texts("authors"),
                year=entry.text("year"),
                url=entry.text("url"),
                accessed=entry.text("accessed"),
                container=entry.text("container"),
                label=entry.text("label"),
                path=entry.text("path"),
                line=entry.record.line,
                document=self.path,
            )

    def _citations(self, fields: Fields) -> Iterator[Citation]:
        group = -1
        for entry in self._entries(fields, "citations", CITATION_KEYS, self.citations):
            joined = entry.flag("same_bracket")
            group += group < 0 or not joined
            yield Citation(
                id=entry.text("id") or "",
                text=entry.text("text", '"Lund, 2020"') or "",
                span=self._place("citations", entry)[0],
                scope=entry.choice("scope", Scope, "sentence"),
                resolution=self._resolution(entry),
                year_mismatch=entry.flag("year_mismatch"),
                group=group,
                line=entry.record.line,
                document=self.path,
            )

    def _resolution(self, entry: Fields) -> Resolution:
        given = [key for key in RESOLUTION_KEYS if key in entry.record.entries]
        if len(given) != 1:
            what = "says nothing of what it resolves to" if not given else f"is both {given[0]} and {given[1]}"
            entry.note(entry.record.line, what, "write one of `resolved: [r1]`, `weak: r1`, `ambiguous: [r1, r2]`, "
                       "`dangling: []`")  # fmt: skip
            return Dangling()
        if given[0] == "weak":
            candidate = entry.text("weak", "r1") or ""
            if candidate:
                self._known(entry, candidate, entry.line("weak"), self.references, "reference")
            return Weak(candidate)
        ids = self._ids(entry, given[0], self.references, "reference")
        match given[0]:
            case "resolved":
                if not ids and not entry.listing("resolved"):
                    entry.note(entry.line("resolved"), "resolved names no reference", "write `dangling: []`")
                return Resolved(ids)
            case "ambiguous":
                return Ambiguous(ids)
            case _:
                return Dangling(ids)

    def _ids(self, entry: Fields, key: str, known: dict[str, int], kind: str) -> tuple[str, ...]:
        scalars = tuple(entry.scalars(key))
        for scalar in scalars:
            self._known(entry, scalar.value, scalar.line, known, kind)
        return tuple(scalar.value for scalar in scalars)

    def _known(self, entry: Fields, name: str, line: int, known: dict[str, int], kind: str) -> None:
        if name not in known:
            remedy = entry.nearest(name, known, f"write the id of an entry under `{kind}s:`")
            entry.note(line, f"there is no {kind} {shown(name)}", remedy)

    # --- Claims ---------------------------------------------------------------------------------------------------

    def _claims(self, fields: Fields) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
        claims, stale = [], []
        if "claims" not in fields.record.entries:
            fields.note(fields.record.line, "claims is missing", "add `claims: []` or run `claimcheck extract` again")
        for entry in self._entries(fields, "claims", CLAIM_KEYS, {}):
            claim = self._claim(entry)
            claims.append(claim)
            if entry.flag("stale"):
                stale.append(claim.id)
        return tuple(claims), tuple(stale)

    def _claim(self, entry: Fields) -> Claim:
        text = entry.text("text", "what the sentence asserts, in your own words") or ""
        span, line = self._place("claims", entry)
        digest = entry.digest("sha256")
        facts = self._facts(entry, span.start)
        # Without a digest a person wrote the claim: there is no sentence to hold its words against.
        edited = not digest or digest_of(text) != digest
        reference = entry.text("reference")
        if reference is not None:
            self._known(entry, reference, entry.line("reference"), self.references, "reference")
        return Claim(
            id=entry.text("id") or "",
            text=text,
            span=span,
            line=entry.record.line,
            document=self.path,
            prose=folded(text) if edited else entry.text("prose") or folded(text),
            class_=entry.choice("class", ClaimClass, "fact"),
            kind=entry.choice("kind", ClaimKind, "statement"),
            column=entry.record.column,
            page=entry.whole("page"),
            modality=entry.choice("modality", Modality, "asserted"),
            unclear=entry.texts("unclear"),
            reasons=entry.texts("reasons"),
            facts=facts,
            citations=self._ids(entry, "citations", self.citations, "citation"),
            inherited=self._ids(entry, "inherited", self.citations, "citation"),
            reference=reference,
            digest=digest,
            sources=tuple(self._sources(entry)),
            suggested=entry.texts("suggested"),
            waivers=tuple(self._waivers(entry)),
            note=entry.text("note"),
            confirmed=self._ids(entry, "confirmed", self.references, "reference"),
            decisions=tuple(self._decisions(entry)),
            edited=edited,
            stated=facts if edited and facts != Facts() else None,
            text_line=line,
            entry_line=entry.record.line,
        )

    def _sources(self, entry: Fields) -> Iterator[SourceEntry]:
        for number, node in enumerate(entry.listing("sources"), 1):
            if isinstance(node, Scalar) and not node.empty:
                url, note = node.value, None  # `- https://...`, the shortest way to add one
            elif isinstance(node, Record):
                fields = Fields(node, f"{entry.name}, source {number}", SOURCE_KEYS, self.mistakes)
                url, note = fields.text("url", "https://example.org/report") or "", fields.text("note")
                if not fields.has("url"):
                    continue
            else:
                entry.note(node.line, f"source {number} is no address", "write `- url: https://...`")
                continue
            problem = check_address(url)
            if problem is not None:
                remedy = "write the whole address, such as https://example.org/report"
                entry.note(node.line, f"source {shown(url)} {problem}", remedy)
            yield SourceEntry(url, note, node.line)

    def _waivers(self, entry: Fields) -> Iterator[Waiver]:
        rules = catalogue.names("rules")
        for fields in entry.records("waivers", WAIVER_KEYS, "waiver"):
            rule, reason = fields.text("rule", "uncited-claim"), fields.text("reason", "common knowledge")
            if rule is not None and rule not in rules:
                remedy = fields.nearest(rule, rules, "`claimcheck rules` lists them all")
                fields.note(fields.line("rule"), f"there is no rule {shown(rule)}", remedy)
            yield Waiver(rule or "", reason or "", fields.date("until"), fields.record.line)

    def _decisions(self, entry: Fields) -> Iterator[Decision]:
        for fields in entry.records("decisions", DECISION_KEYS, "decision"):
            if not fields.has("did"):
                fields.note(fields.record.line, "did is missing", "leave decisions as `review` wrote them")
            yield Decision(
                did=fields.choice("did", DecisionKind, "accepted"),
                rule=fields.text("rule", "differing-number") or "",
                by=fields.text("by", "Ada Quill") or "",
                at=fields.text("at", '"2025-06-30T12:00:00.000Z"') or "",
                finding=fields.text("finding") or "",
                url=fields.text("url"),
                sha256=fields.digest("sha256") or None,
                was=fields.text("was"),
                line=fields.record.line,
            )

    # --- Facts ----------------------------------------------------------------------------------------------------

    def _facts(self, entry: Fields, base: int) -> Facts:
        return Facts(
            quantities=tuple(
                _quantity(fields, base) for fields in entry.records("quantities", QUANTITY_KEYS, "quantity")
            ),
            dates=tuple(
                Date(
                    edtf=(edtf := fields.text("edtf", '"2024-11"') or ""),
                    text=_or(fields.text("text"), edtf),
                    span=fields.span("at", base),
                )
                for fields in entry.records("dates", DATE_KEYS, "date")
            ),
            quotations=tuple(
                Quotation(fields.text("text", '"the words"') or "", fields.text("speaker"), fields.span("at", base))
                for fields in entry.records("quotations", QUOTATION_KEYS, "quotation")
            ),
            instruments=tuple(
                Instrument(
                    name=(name := fields.text("name", "UN Charter") or ""),
                    url=fields.text("url"),
                    text=_or(fields.text("text"), name),
                    span=fields.span("at", base),
                )
                for fields in entry.records("instruments", INSTRUMENT_KEYS, "instrument")
            ),
            entities=tuple(
                Entity(
                    name=(name := fields.text("name", "North Korea") or ""),
                    text=_or(fields.text("text"), name),
                    span=fields.span("at", base),
                    kind=fields.choice("kind", EntityKind, "other"),
                )
                for fields in entry.records("entities", ENTITY_KEYS, "entity")
            ),
        )


def _or(value: str | None, default: str) -> str:
    return default if value is None else value


def _quantity(fields: Fields, base: int) -> Quantity:
    low, high = fields.number("low"), fields.number("high")
    value = fields.number("value")
    if value is not None:
        if fields.has("low") or fields.has("high"):
            fields.note(fields.line("value"), "has a value beside low or high", "keep value, or low and high")
        low = high = value
    elif low is not None and high is not None and high < low:
        fields.note(fields.line("high"), f"high {high:g} is below low {low:g}", "write the smaller one as low")
    return Quantity(
        low=low,
        high=high,
        unit=fields.text("unit"),
        counted=fields.text("counted"),
        hedge=fields.choice("hedge", Hedge, "exact"),
        text=fields.text("text", '"3,000"') or "",
        span=fields.span("at", base),
        role=fields.text("role"),
    )
