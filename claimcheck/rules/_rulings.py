"""Which rule a check falls under, and what it says of both sides."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import Check, Claim, Comparison, Confidence, Finding, JudgedClaim, Related, Severity
from claimcheck.rules._case import Case, quoted, said, site

# The first that fits. A quotation with another number in it is an altered quotation; a rise that is a fall often has
# other figures too, but then it is the figure that a reader would look up.
_SPECIFIC = (
    ("altered-quotation", frozenset({"quotation", "speaker"})),
    ("differing-number", frozenset({"quantity"})),
    ("differing-date", frozenset({"date"})),
    ("reversed-meaning", frozenset({"polarity", "direction", "role"})),
    ("dropped-hedge", frozenset({"modality"})),
)


def rule_of(check: Check) -> tuple[str, Comparison | None] | None:
    """The rule that a check falls under, with the fact that decides it; ``None`` for one that is no fault."""
    clashes = [fact for fact in check.ruling.facts if fact.agrees is False]
    if check.ruling.verdict == "contradicted":
        for rule, kinds in _SPECIFIC:
            fact = next((fact for fact in clashes if fact.kind in kinds), None)
            if fact is not None:
                return rule, fact
        return "contradicted-claim", next(iter(clashes), None)
    if check.ruling.verdict == "unsupported" and not is_outdated(check):
        fact = next((fact for fact in clashes if fact.kind == "modality"), None)
        return ("dropped-hedge", fact) if fact else ("unsupported-claim", None)
    return None


def is_outdated(check: Check) -> bool:
    """True for a figure that a later source overtakes."""
    return check.ruling.reason.startswith("outdated")


def faults(case: Case, rule: str) -> Iterator[tuple[JudgedClaim, Check, Comparison | None]]:
    """Every check that falls under ``rule``, where it decides the verdict on its claim.

    The specific rule takes the place of the general one: a check falls under one rule only. A claim that another of its
    sources bears out is ``disputed-claim``, and reported as that.
    """
    for judged in case.judged:
        if judged.verdict not in {"contradicted", "unsupported"}:
            continue
        for check in judged.checks:
            fault = rule_of(check) if check.ruling.verdict == judged.verdict else None
            if fault is not None and fault[0] == rule:
                yield judged, check, fault[1]


def report(
    case: Case, rule: str, severity: Severity, judged: JudgedClaim, check: Check, message: str, help: str
) -> Finding:
    """The finding on one claim and one of its sources."""
    return case.on_claim(
        rule,
        severity,
        judged.claim,
        message,
        help,
        url=check.url,
        reference=check.reference,
        confidence=confidence(check),
        related=evidence(check),
    )


def clash(fact: Comparison | None, check: Check, claim: Claim) -> str:
    """Both sides: *the text says "about 3,000", the page says "10,000"*."""
    if fact is not None and fact.source:
        return f"the text says {quoted(fact.claim)}, the page says {quoted(fact.source)}"
    if check.ruling.explanation:
        return quoted(check.ruling.explanation, 300)[1:-1].rstrip(".")
    page = check.ruling.evidence.text if check.ruling.evidence else site(check.url)
    return f"the text says {said(claim)}, the page says {quoted(page)}"


def evidence(check: Check) -> tuple[Related, ...]:
    """The passage that decides."""
    if check.ruling.evidence is None:
        return (Related(f"the page at {site(check.url)}", url=check.url),) if check.url else ()
    return (Related(f"what {site(check.url)} says", url=check.url, text=check.ruling.evidence.text),)


def confidence(check: Check) -> Confidence:
    """High for a fact that clashes in the body of a source cited for that very sentence."""
    if not check.own:
        return "low"
    passage = check.ruling.evidence
    decided = any(fact.agrees is False for fact in check.ruling.facts)
    return "high" if decided and passage is not None and passage.body else "medium"
