"""Two finished audits side by side: what became worse, what became better, what merely changed.

A finding that the newer audit could not look for, because its source was not read, is neither fixed nor better.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal, TypeVar

from claimcheck.baseline import Sight
from claimcheck.model import SEVERITIES, Audit, Finding, JudgedClaim, Source

SCHEMA = "claimcheck/diff/1"
Direction = Literal["better", "worse", "changed"]
Entry = TypeVar("Entry")

_RANKS = {"supported": 0, "partial": 1, "unsupported": 2, "disputed": 2, "contradicted": 3}
"""Verdicts from best to worst; ``unchecked`` and ``uncited`` say nothing of a claim, so no change to them is either."""


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One finding. ``what`` reads "new", "open again", "raised", "fixed", "waived", "known", "lowered", "not looked
    for" (nobody could tell this time) or "no longer audited" (its text was not part of the newer audit)."""

    direction: Direction
    what: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """One claim that both audits judged, and differently."""

    direction: Direction
    old: JudgedClaim
    new: JudgedClaim


@dataclass(frozen=True, slots=True)
class SourceChange:
    """One source of both audits; ``what`` says what differs, in words."""

    url: str
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """What differs between two audits."""

    old: Audit
    new: Audit
    findings: tuple[FindingChange, ...]
    verdicts: tuple[VerdictChange, ...]
    sources: tuple[SourceChange, ...]
    claims_added: int
    claims_removed: int
    notes: tuple[str, ...] = ()
    """What makes the two hard to compare."""

    @property
    def worse(self) -> tuple[Finding, ...]:
        """The findings that became worse."""
        return tuple(change.finding for change in self.findings if change.direction == "worse")


def compare(old: Audit, new: Audit) -> Diff:
    """What became of ``old`` in ``new``."""
    claims, gone, added = _pairs(old.claims, new.claims, _claim_keys)
    return Diff(
        old,
        new,
        tuple(_findings(old, new)),
        tuple(
            VerdictChange(_direction(before, after), before, after)
            for before, after in claims
            if (before.verdict, before.reason) != (after.verdict, after.reason)
        ),
        tuple(_sources(old, new)),
        len(added),
        len(gone),
        tuple(_notes(old, new)),
    )


def _notes(old: Audit, new: Audit) -> Iterator[str]:
    for name, before, after in (
        ("version", old.tool.version, new.tool.version),
        ("mode", old.tool.mode, new.tool.mode),
        ("judges", ", ".join(old.tool.judges), ", ".join(new.tool.judges)),
    ):
        if before != after:
            yield f"the two audits differ in their {name}: {before or 'none'}, then {after or 'none'}"


def _findings(old: Audit, new: Audit) -> Iterator[FindingChange]:
    same, gone, added = _pairs(old.findings, new.findings, _finding_keys)
    for finding in added:
        if finding.status == "open":
            yield FindingChange("worse", "new", finding)
    for before, after in same:
        if before.status != after.status:
            if after.status == "open":
                yield FindingChange("worse", "open again", after)
            elif before.status == "open":
                yield FindingChange("better", "waived" if after.status == "waived" else "known", after)
        elif before.severity != after.severity and after.status == "open":
            raised = SEVERITIES.index(after.severity) > SEVERITIES.index(before.severity)
            yield FindingChange("worse" if raised else "better", "raised" if raised else "lowered", after)
    sight = Sight(new)
    audited = {_path(document.path) for document in new.documents}
    stems = {PurePath(path).stem for path in audited}
    for finding in gone:
        if finding.status != "open":
            continue
        document = _path(finding.location.document)
        known = document in audited or PurePath(document).stem in stems or finding.reference is not None
        if not known:
            yield FindingChange("changed", "no longer audited", finding)
        elif not sight.reaches(finding.rule, finding.url, document):
            yield FindingChange("changed", "not looked for", finding)
        else:
            yield FindingChange("better", "fixed", finding)


def _direction(old: JudgedClaim, new: JudgedClaim) -> Direction:
    before, after = _RANKS.get(old.verdict), _RANKS.get(new.verdict)
    if before is None or after is None or before == after:
        return "changed"
    return "better" if after < before else "worse"


def _sources(old: Audit, new: Audit) -> Iterator[SourceChange]:
    before = {source.url: source for source in old.sources}
    after = {source.url: source for source in new.sources}
    for url in sorted(before.keys() | after.keys()):
        what = tuple(_differences(before.get(url), after.get(url)))
        if what:
            yield SourceChange(url, what)


def _differences(old: Source | None, new: Source | None) -> Iterator[str]:
    if old is None or new is None:
        yield "cited now" if old is None else "cited no longer"
        return
    if old.outcome != new.outcome:
        yield f"{old.outcome}, now {new.outcome}"
    if old.evidence != new.evidence:
        yield f"read from {old.evidence}, now from {new.evidence}"
    if old.sha256 and new.sha256 and old.sha256 != new.sha256:
        yield "its content changed"
    if old.final_url and new.final_url and old.final_url != new.final_url:
        yield f"leads to {new.final_url}"


# --- Which is which -----------------------------------------------------------------------------------------------


def _path(path: str) -> str:
    return os.path.normpath(path).replace(os.sep, "/")


def _finding_keys(finding: Finding) -> tuple[Hashable, ...]:
    # Of the same text; else of one of the same name.
    return (_path(finding.location.document), finding.words), finding.words


def _claim_keys(judged: JudgedClaim) -> tuple[Hashable, ...]:
    claim = judged.claim
    words = " ".join(claim.text.split())
    return (_path(claim.document), claim.id, words), (_path(claim.document), words), words


def _pairs(
    old: Sequence[Entry], new: Sequence[Entry], keys: Callable[[Entry], tuple[Hashable, ...]]
) -> tuple[list[tuple[Entry, Entry]], list[Entry], list[Entry]]:
    """Entries of both sides that are the same (by the first key that tells, in order), and those of one side only."""
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for level in range(len(keys(new[0])) if new else 0):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for number, entry in enumerate(old):
            if number not in taken:
                waiting[keys(entry)[level]].append(number)
        for number, entry in enumerate(new):
            if number not in partners and (found := waiting.get(keys(entry)[level])):
                partners[number] = found.pop(0)
                taken.add(partners[number])
    return (
        [(old[partners[number]], entry) for number, entry in enumerate(new) if number in partners],
        [entry for number, entry in enumerate(old) if number not in taken],
        [entry for number, entry in enumerate(new) if number not in partners],
    )
