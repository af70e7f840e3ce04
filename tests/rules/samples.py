"""Small audits for the rules to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

from claimcheck import catalogue
from claimcheck.model import (
    Check,
    Citation,
    Claim,
    Comparison,
    Conflict,
    Document,
    Extraction,
    JudgedClaim,
    Passage,
    Reference,
    Resolution,
    Ruling,
    Side,
    Source,
    Span,
    Verdict,
)
from claimcheck.model.conflicts import ConflictKind, ConflictLabel
from claimcheck.model.verdicts import ClaimVerdict, FactKind
from claimcheck.rules import Case, run
from tests.claimsfile.samples import about, claim, document

__all__ = [
    "CARS", "TODAY", "URL", "Example", "audit", "case", "check", "citation", "claim", "clash", "conflict", "document",
    "entry", "extraction", "fact", "judged", "messages", "side",
]  # fmt: skip

TODAY = date(2025, 3, 1)
URL = "https://coast.example.org/cars"
CARS = "The ferry to Hitra carried about 41,000 cars in 2019 (Dahl, 2020)."


@dataclass(frozen=True)
class Example:
    """An audit that trips one rule, with what it says, and one that looks alike and does not."""

    trips: Case
    says: tuple[str, ...]
    silent: Case
    more_silent: tuple[Case, ...] = ()


def messages(rule: str, looked_at: Case) -> list[str]:
    module: ModuleType = catalogue.load("rules", rule)
    return [finding.message for finding in module.check(looked_at)]


def entry(words: str, name: str = "r1", **changes: Any) -> Reference:
    """A bibliography entry; ``extraction`` puts it where its words stand in the text."""
    return Reference(name, words, Span(0, 0), **changes)


def citation(words: str, resolution: Resolution, name: str = "k1", **changes: Any) -> Citation:
    return Citation(name, words, Span(0, 0), changes.pop("scope", "sentence"), resolution, **changes)


def _placed(found: Any, text: Document, after: int = 0) -> Any:
    from dataclasses import replace

    start = text.text.find(found.text, after)
    if start < 0:
        start = text.text.index(found.text)
    return replace(
        found, span=Span(start, start + len(found.text)), line=text.line_of(start), document=text.path
    )  # fmt: skip


def extraction(
    text: Document,
    claims: Sequence[Claim] = (),
    citations: Sequence[Citation] = (),
    references: Sequence[Reference] = (),
    **changes: Any,
) -> Extraction:
    placed, after = [], 0
    for found in citations:
        placed.append(_placed(found, text, after))
        after = placed[-1].span.end
    return Extraction(
        about(text), tuple(claims), tuple(placed), tuple(_placed(found, text) for found in references), **changes
    )


def case(
    *texts: Extraction,
    documents: Sequence[Document] = (),
    claims: Sequence[JudgedClaim] = (),
    sources: Sequence[Source] = (),
    conflicts: Sequence[Conflict] = (),
    **changes: Any,
) -> Case:
    return Case(
        as_of=changes.pop("as_of", TODAY),
        texts=texts,
        claims=tuple(claims),
        sources={source.url: source for source in sources},
        conflicts=tuple(conflicts),
        documents={text.path: text for text in documents},
        **changes,
    )


# --- Verdicts -----------------------------------------------------------------------------------------------------


def fact(kind: FactKind, ours: str, theirs: str | None, agrees: bool | None = False) -> Comparison:
    return Comparison(kind, ours, theirs, agrees)


def check(
    verdict: Verdict,
    *facts: Comparison,
    says: str | None = None,
    url: str | None = URL,
    reason: str = "",
    explanation: str = "",
    body: bool = True,
    **changes: Any,
) -> Check:
    passage = None if says is None else Passage(says, Span(100, 100 + len(says)), 0.9, body)
    ruling = Ruling(verdict, reason, 0.1, passage, facts, "facts", explanation)
    return Check("r1", url, changes.pop("outcome", "ok"), ruling, **changes)


def judged(subject: Claim, verdict: ClaimVerdict, *checks: Check) -> JudgedClaim:
    return JudgedClaim(subject, verdict, "", 0.1, checks)


def clash(*facts: Comparison, words: str = CARS, verdict: Verdict = "contradicted", **changes: Any) -> Case:
    """One cited claim, and one source of which the facts differ."""
    text = document(words)
    cars = claim(text, words, "c1", class_="cited")
    held = check(verdict, *facts, says="The page says otherwise.", **changes)
    return case(extraction(text, [cars]), documents=[text], claims=[judged(cars, verdict, held)])


# --- Conflicts ----------------------------------------------------------------------------------------------------


def side(text: Document, words: str, value: str, **changes: Any) -> Side:
    start = text.text.index(words)
    return Side(words, value, text.path, text.line_of(start), Span(start, start + len(words)), **changes)


def conflict(kind: ConflictKind, label: ConflictLabel, message: str, *sides: Side) -> Conflict:
    return Conflict("x1", kind, label, sides, message)


def audit(looked_at: Case) -> list[tuple[str, str, str]]:
    """What a whole run reports: rule, severity and status."""
    return [(finding.rule, finding.severity, finding.status) for finding in run(looked_at)]
