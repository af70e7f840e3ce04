"""What an audit comes to: its counts, and the exit code that the policy makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.config import Config
from claimcheck.model import CONFIDENCES, SEVERITIES, Audit, Finding, JudgedClaim, Source, Summary
from claimcheck.policy import Thresholds


def summarise(
    judged: Sequence[JudgedClaim], findings: Sequence[Finding], config: Config, sources: Iterable[Source] = ()
) -> Summary:
    """Counts, and the exit code: 1 when open findings fail the run, else 3 when too much was left unchecked.

    Under ``strict`` nothing may be left: neither a claim, nor a source that a budget did not reach.
    """
    unchecked = sum(claim.verdict == "unchecked" for claim in judged)
    too_much = unchecked > config.policy.thresholds.unchecked * len(judged)
    if config.strict:
        too_much = unchecked > 0 or any(source.outcome == "budget" for source in sources)
    return Summary(
        claims=len(judged),
        checked=sum(any(check.ruling.verdict != "unchecked" for check in claim.checks) for claim in judged),
        unchecked=unchecked,
        by_verdict=_count(claim.verdict for claim in judged),
        by_rule=_count(entry.rule for entry in findings),
        exit_code=1 if len(failing(findings, config)) > config.policy.thresholds.findings else 3 if too_much else 0,
    )


def budget_notes(judged: Iterable[JudgedClaim], sources: Iterable[Source]) -> tuple[str, ...]:
    """What a report must say of a run whose time or requests were used up before its end."""
    unasked = [source for source in sources if source.outcome == "budget"]
    late = sum(claim.reason == "budget" and not claim.checks for claim in judged)
    notes = [f"{unasked[0].detail.partition('; ')[0]}: {len(unasked)} of the sources were not asked"] if unasked else []
    if late:
        notes.append(f"the time for this run was over: {late} of the claims were not judged")
    return tuple(notes)


def failing(findings: Iterable[Finding], config: Config) -> tuple[Finding, ...]:
    """The open findings at or above ``fail-on`` that are sure enough to fail a run."""
    if config.fail_on == "never":
        return ()
    severities = SEVERITIES[SEVERITIES.index(config.fail_on) :]
    confidences = CONFIDENCES[CONFIDENCES.index(config.policy.thresholds.confidence) :]
    return tuple(
        finding
        for finding in findings
        if finding.status == "open" and finding.severity in severities and finding.confidence in confidences
    )


def lenience(audit: Audit, config: Config) -> tuple[str, ...]:
    """What a report must say of findings that would fail the run by their severity, and do not by the thresholds."""
    strict = replace(config, policy=replace(config.policy, thresholds=Thresholds()))
    unsure = len(failing(audit.findings, strict)) - len(failing(audit.findings, config))
    notes = []
    if unsure:
        least = config.policy.thresholds.confidence
        verb = "fails" if unsure == 1 else "fail"
        notes.append(f"[thresholds] confidence = {least!r}: {_some(unsure)} less sure, and {verb} no run")
    passed = len(failing(audit.findings, config))
    if 0 < passed <= config.policy.thresholds.findings:
        notes.append(f"[thresholds] findings = {config.policy.thresholds.findings}: {_some(passed)} let pass")
    return tuple(notes)


def _some(number: int) -> str:
    return "1 finding is" if number == 1 else f"{number} findings are"


def _count(names: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items()))
