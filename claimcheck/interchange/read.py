"""JSON of the contract -> values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, cast, get_args

from claimcheck.interchange.write import AUDIT
from claimcheck.model import (
    Ambiguous,
    Audit,
    Check,
    Citation,
    Claim,
    ClaimClass,
    ClaimVerdict,
    Comparison,
    Confidence,
    Conflict,
    ConflictKind,
    ConflictLabel,
    Dangling,
    Date,
    Decision,
    DocumentInfo,
    Entity,
    EvidenceKind,
    FactKind,
    Facts,
    FailOn,
    Finding,
    FindingStatus,
    Hedge,
    Instrument,
    JudgedClaim,
    Location,
    Modality,
    Outcome,
    Passage,
    Quantity,
    Quotation,
    Reference,
    Related,
    Resolution,
    Resolved,
    Ruling,
    Scope,
    Severity,
    Side,
    Source,
    SourceEntry,
    Span,
    Summary,
    ToolInfo,
    Verdict,
    Waiver,
    Weak,
)
from claimcheck.model.citations import Status
from claimcheck.model.claims import ClaimKind, DecisionKind
from claimcheck.model.facts import EntityKind

Choice = TypeVar("Choice", bound=str)


def audit_from_json(value: Any) -> Audit:
    """The audit that ``audit_json`` wrote; the pages of its sources are not in it.

    Raises:
        ValueError: ``value`` is no finished audit; the message says where it departs from one.
    """
    root = _Fields(value, "")
    if root.get("schema") != AUDIT:
        raise ValueError(f"its schema is {root.get('schema')!r}, not {AUDIT!r}")
    tool, summary = root.record("tool"), root.record("summary")
    return Audit(
        tool=ToolInfo(
            tool.text("version"),
            tool.text("as_of"),
            tool.texts("judges"),
            tool.text("mode"),
            tool.texts("notes"),
            tool.maybe("changed_since"),
            _required(tool, "fail_on", FailOn) if "fail_on" in tool.value else None,
            _required(tool, "confidence", Confidence) if "confidence" in tool.value else "low",
        ),
        documents=tuple(_read_document(entry) for entry in root.records("documents")),
        claims=tuple(_read_judged(entry) for entry in root.records("claims")),
        references=tuple(_read_reference(entry) for entry in root.records("references")),
        citations=tuple(_read_citation(entry) for entry in root.records("citations")),
        sources=tuple(_read_source(entry) for entry in root.records("sources")),
        conflicts=tuple(_read_conflict(entry) for entry in root.records("conflicts")),
        findings=tuple(_read_finding(entry) for entry in root.records("findings")),
        summary=Summary(
            summary.whole("claims"),
            summary.whole("checked"),
            summary.whole("unchecked"),
            summary.counts("by_verdict"),
            summary.counts("by_rule"),
            summary.whole("exit_code"),
        ),
    )


class _Fields:
    """One JSON object and where it stands; what is not as expected raises a ValueError that says where."""

    def __init__(self, value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise ValueError(f"{where or 'it'} is not an object")
        self.value = value
        self.where = where

    def _fail(self, key: str, expected: str) -> ValueError:
        place = f"{self.where}.{key}".lstrip(".")
        return ValueError(f"{place} is {'missing' if key not in self.value else f'not {expected}'}")

    def get(self, key: str) -> Any:
        return self.value.get(key)

    def text(self, key: str) -> str:
        value = self.get(key)
        if not isinstance(value, str):
            raise self._fail(key, "a text")
        return value

    def maybe(self, key: str) -> str | None:
        return None if self.get(key) is None else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.value.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self._fail(key, "a list of texts")
        return tuple(value)

    def whole(self, key: str) -> int:
        value = self.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._fail(key, "a whole number")
        return value

    def maybe_whole(self, key: str) -> int | None:
        return None if self.get(key) is None else self.whole(key)

    def number(self, key: str) -> float:
        value = self.get(key)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self._fail(key, "a number")
        return float(value)

    def maybe_number(self, key: str) -> float | None:
        return None if self.get(key) is None else self.number(key)

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.value.get(key, default)
        if not isinstance(value, bool):
            raise self._fail(key, "true or false")
        return value

    def choice(self, key: str, kind: Any, example: Choice) -> Choice:
        """One word of the ``Literal`` type ``kind``; ``example`` is the one that an absent key stands for."""
        value = self.value.get(key, example)
        if value not in get_args(kind):
            raise self._fail(key, f"one of {', '.join(get_args(kind))}")
        return cast(Choice, value)

    def records(self, key: str) -> Iterator[_Fields]:
        value = self.value.get(key, [])
        if not isinstance(value, list):
            raise self._fail(key, "a list")
        for number, entry in enumerate(value):
            yield _Fields(entry, f"{self.where}.{key}[{number}]".lstrip("."))

    def record(self, key: str) -> _Fields:
        if key not in self.value:
            raise self._fail(key, "an object")
        return _Fields(self.value[key], f"{self.where}.{key}".lstrip("."))

    def counts(self, key: str) -> dict[str, int]:
        record = self.record(key)
        return {name: record.whole(name) for name in record.value}

    def span(self) -> Span:
        return Span(self.whole("start"), self.whole("end"))


def _read_document(entry: _Fields) -> DocumentInfo:
    return DocumentInfo(
        entry.text("path"),
        entry.maybe("title"),
        entry.text("sha256"),
        entry.text("media_type"),
        entry.maybe("language"),
        entry.whole("characters"),
    )


def _read_judged(entry: _Fields) -> JudgedClaim:
    return JudgedClaim(
        claim=_read_claim(entry),
        verdict=_required(entry, "verdict", ClaimVerdict),
        reason=entry.text("reason"),
        score=entry.number("score"),
        checks=tuple(_read_check(check) for check in entry.records("checks")),
    )


def _required(entry: _Fields, key: str, kind: Any) -> Any:
    """One word of the ``Literal`` type ``kind``, which must be there."""
    entry.text(key)
    return entry.choice(key, kind, "")


def _read_claim(entry: _Fields) -> Claim:
    text = entry.text("text")
    return Claim(
        id=entry.text("id"),
        text=text,
        span=entry.span(),
        line=entry.whole("line"),
        document=entry.maybe("document") or "",
        prose=entry.text("prose") if "prose" in entry.value else " ".join(text.split()),
        class_=_required(entry, "class", ClaimClass),
        kind=_required(entry, "kind", ClaimKind),
        column=entry.maybe_whole("column") or 1,
        page=entry.maybe_whole("page"),
        modality=entry.choice("modality", Modality, "asserted"),
        unclear=entry.texts("unclear"),
        reasons=entry.texts("reasons"),
        facts=Facts(
            quantities=tuple(_read_quantity(fact) for fact in entry.records("quantities")),
            dates=tuple(Date(fact.text("edtf"), fact.text("text"), fact.span()) for fact in entry.records("dates")),
            quotations=tuple(
                Quotation(fact.text("text"), fact.maybe("speaker"), fact.span()) for fact in entry.records("quotations")
            ),
            instruments=tuple(
                Instrument(
                    fact.text("name"),
                    fact.maybe("url"),
                    fact.text("text" if "text" in fact.value else "name"),
                    fact.span(),
                )
                for fact in entry.records("instruments")
            ),
            entities=tuple(
                Entity(fact.text("name"), fact.text("text"), fact.span(), fact.choice("kind", EntityKind, "other"))
                for fact in entry.records("entities")
            ),
        ),
        citations=entry.texts("citations"),
        inherited=entry.texts("inherited"),
        reference=entry.maybe("reference"),
        digest=entry.maybe("sha256") or "",
        sources=tuple(SourceEntry(source.text("url"), source.maybe("note")) for source in entry.records("sources")),
        suggested=entry.texts("suggested"),
        waivers=tuple(
            Waiver(waiver.text("rule"), waiver.text("reason"), waiver.maybe("until"))
            for waiver in entry.records("waivers")
        ),
        note=entry.maybe("note"),
        confirmed=entry.texts("confirmed"),
        decisions=tuple(
            Decision(
                _required(decision, "did", DecisionKind),
                decision.text("rule"),
                decision.text("by"),
                decision.text("at"),
                decision.text("finding"),
                decision.maybe("url"),
                decision.maybe("sha256"),
                decision.maybe("was"),
            )
            for decision in entry.records("decisions")
        ),
        edited=entry.flag("edited"),
    )


def _read_quantity(entry: _Fields) -> Quantity:
    return Quantity(
        low=entry.maybe_number("low"),
        high=entry.maybe_number("high"),
        unit=entry.maybe("unit"),
        counted=entry.maybe("counted"),
        hedge=_required(entry, "hedge", Hedge),
        text=entry.text("text"),
        span=entry.span(),
        role=entry.maybe("role"),
    )


def _read_citation(entry: _Fields) -> Citation:
    resolution: Resolution
    candidates = entry.texts("candidates")
    match _required(entry, "status", Status):
        case "resolved":
            resolution = Resolved(entry.texts("references"))
        case "weak":
            resolution = Weak(next(iter(candidates), ""))
        case "ambiguous":
            resolution = Ambiguous(candidates)
        case _:
            resolution = Dangling(candidates)
    return Citation(
        id=entry.text("id"),
        text=entry.text("text"),
        span=entry.span(),
        scope=_required(entry, "scope", Scope),
        resolution=resolution,
        year_mismatch=entry.flag("year_mismatch"),
        group=entry.maybe_whole("group") or 0,
        line=entry.maybe_whole("line"),
        document=entry.maybe("document") or "",
    )


def _read_reference(entry: _Fields) -> Reference:
    return Reference(
        id=entry.text("id"),
        text=entry.text("text"),
        span=entry.span(),
        title=entry.maybe("title"),
        authors=entry.texts("authors"),
        year=entry.maybe("year"),
        url=entry.maybe("url"),
        accessed=entry.maybe("accessed"),
        container=entry.maybe("container"),
        label=entry.maybe("label"),
        line=entry.maybe_whole("line"),
        document=entry.maybe("document") or "",
        path=entry.maybe("path"),
        column=entry.maybe_whole("column") or 1,
    )


def _read_check(entry: _Fields) -> Check:
    return Check(
        reference=entry.maybe("reference"),
        url=entry.maybe("url"),
        outcome=_required(entry, "outcome", Outcome),
        ruling=Ruling(
            verdict=_required(entry, "verdict", Verdict),
            reason=entry.text("reason"),
            score=entry.number("score"),
            evidence=_read_evidence(entry),
            facts=tuple(
                Comparison(
                    _required(fact, "kind", FactKind),
                    fact.text("claim"),
                    fact.maybe("source"),
                    None if fact.get("agrees") is None else fact.flag("agrees"),
                )
                for fact in entry.records("facts")
            ),
            judge=entry.maybe("judge") or "",
            explanation=entry.maybe("explanation") or "",
        ),
        own=entry.flag("own", True),
        citation=entry.maybe("citation"),
        status=entry.choice("status", Status, "resolved"),
        published=entry.maybe("published"),
        evidence=entry.choice("evidence_kind", EvidenceKind, "none"),
    )


def _read_evidence(entry: _Fields) -> Passage | None:
    if entry.get("evidence") is None:
        return None
    passage = entry.record("evidence")
    return Passage(
        passage.text("text"),
        passage.span(),
        passage.maybe_number("score") or 0.0,
        passage.flag("body", True),
        passage.maybe_whole("page"),
    )


def _read_source(entry: _Fields) -> Source:
    return Source(
        url=entry.text("url"),
        outcome=_required(entry, "outcome", Outcome),
        detail=entry.maybe("detail") or "",
        evidence=_required(entry, "evidence", EvidenceKind),
        final_url=entry.maybe("final_url"),
        http_status=entry.maybe_whole("http_status"),
        title=entry.maybe("title"),
        published=entry.maybe("published"),
        media_type=entry.maybe("media_type"),
        sha256=entry.maybe("sha256"),
        fetched_at=entry.maybe("fetched_at"),
        changed=entry.flag("changed"),
        copy_of=entry.maybe("copy_of"),
    )


def _read_conflict(entry: _Fields) -> Conflict:
    return Conflict(
        id=entry.text("id"),
        kind=_required(entry, "kind", ConflictKind),
        label=_required(entry, "label", ConflictLabel),
        sides=tuple(
            Side(
                text=side.text("text"),
                value=side.text("value"),
                document=side.maybe("document") or "",
                line=side.maybe_whole("line") or 1,
                span=Span(side.maybe_whole("start") or 0, side.maybe_whole("end") or 0),
                column=side.maybe_whole("column") or 1,
                claim=side.maybe("claim"),
                reference=side.maybe("reference"),
                source=side.maybe("source"),
                odd=side.flag("odd"),
            )
            for side in entry.records("sides")
        ),
        message=entry.text("message"),
        reasons=entry.texts("reasons"),
    )


def _read_finding(entry: _Fields) -> Finding:
    place = _read_location(entry)
    if place is None:
        raise ValueError(f"{entry.where}.document is missing")
    return Finding(
        rule=entry.text("rule"),
        severity=_required(entry, "severity", Severity),
        message=entry.text("message"),
        location=place,
        confidence=_required(entry, "confidence", Confidence),
        claim=entry.maybe("claim"),
        reference=entry.maybe("reference"),
        url=entry.maybe("url"),
        related=tuple(
            Related(related.text("message"), _read_location(related), related.maybe("url"), related.maybe("text"))
            for related in entry.records("related")
        ),
        help=entry.text("help"),
        fingerprint=entry.text("fingerprint"),
        status=_required(entry, "status", FindingStatus),
        waiver=entry.maybe("waiver"),
    )


def _read_location(entry: _Fields) -> Location | None:
    document = entry.maybe("document")
    if document is None:
        return None
    return Location(
        document,
        entry.whole("line"),
        entry.whole("column"),
        entry.maybe_whole("start"),
        entry.maybe_whole("end"),
        entry.maybe_whole("page"),
    )
