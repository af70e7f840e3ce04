"""Puts a ruling into words: the contract's reasons, and one plain sentence that quotes both sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.model import Comparison, FactKind, Passage, Verdict

if TYPE_CHECKING:
    from claimcheck.judges import Finding

_KIND: dict[FactKind, str] = {
    "quantity": "number", "date": "date", "quotation": "quotation", "speaker": "speaker", "entity": "name",
    "role": "role", "polarity": "polarity", "direction": "direction", "modality": "modality", "scope": "scope",
    "superlative": "superlative", "instrument": "instrument", "order": "order", "words": "wording",
}  # fmt: skip


_AS = {
    "reported": "as somebody's words",
    "alleged": "as somebody's view",
    "possible": "as a possibility",
    "forecast": "as something to come",
    "conditional": "under a condition",
    "denied": "as denied",
    "question": "as a question",
}


def outside(passage: Passage) -> str:
    """For what stands only in teasers or sidebars."""
    return f'Found only outside the article itself: "{clip(passage.text)}".'


def reason(verdict: Verdict, findings: Sequence[Finding], telling: Finding) -> str:
    """The contract's reason for a verdict."""
    if telling.line is not None and not telling.line.body and verdict == "partial":
        return "outside-body"
    match verdict:
        case "supported":
            return "borne out"
        case "contradicted":
            fact = _first(telling, False)
            return f"differing {_KIND[fact.kind]}" if fact else "differs"
        case "partial":
            missing = _missing(findings)
            return f"not mentioned: {missing}" if missing else "borne out in part"
        case _:
            return "not-mentioned" if telling.coverage < 0.35 and not telling.differing else "insufficient"


def sentence(verdict: Verdict, findings: Sequence[Finding], telling: Finding, evidence: Passage | None) -> str:
    """One plain sentence: *the text says "about 3,000", the page says "10,000"*."""
    if telling.line is not None and not telling.line.body and evidence is not None:
        return outside(evidence)
    fact = _first(telling, False)
    if fact is not None and verdict in {"contradicted", "unsupported"}:
        return _difference(fact, evidence)
    match verdict:
        case "supported":
            return f'The page says: "{clip(evidence.text)}".' if evidence else "The page says so."
        case "partial":
            missing = _missing(findings)
            return (
                f"The page bears out a part of it; it does not mention {missing}."
                if missing
                else "The page bears out a part of it."
            )
        case _:
            return (
                "The page does not mention it."
                if telling.coverage < 0.35
                else "The page speaks of it but does not say this."
            )


def _first(finding: Finding, agrees: bool) -> Comparison | None:
    return next((fact for fact in finding.facts if fact.agrees is agrees), None)


def _difference(fact: Comparison, evidence: Passage | None) -> str:
    page = fact.source or (evidence.text if evidence else "")
    if fact.kind == "modality":
        words = f"The text states it as {fact.claim}, the page only {_AS.get(page, page)}"
        return f"{words}: {clip(evidence.text)}" if evidence else f"{words}."
    return f'The text says "{clip(fact.claim)}", the page says "{clip(page)}".'


def _missing(findings: Sequence[Finding]) -> str:
    """The parts and facts that the page does not mention, quoted."""
    parts = [f'"{clip(finding.part.text)}"' for finding in findings if finding.verdict == "unsupported"]
    facts = [
        fact.claim if fact.kind in {"modality", "words"} else f'"{clip(fact.claim)}"'
        for finding in findings
        if finding.verdict == "partial"
        for fact in finding.absent
        if fact.kind != "modality"
    ]
    return ", ".join(dict.fromkeys([*parts, *facts]))


def clip(text: str, limit: int = 160) -> str:
    """``text`` on one line, cut at a word."""
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[: limit - 1].rsplit(' ', 1)[0]}…"
