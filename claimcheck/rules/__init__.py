"""Rules: what an audit learned -> findings. One file a rule; `run` is all the pipeline needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from types import ModuleType

from claimcheck import catalogue
from claimcheck.model import Finding, Location
from claimcheck.policy import from_root
from claimcheck.rules._case import Case
from claimcheck.rules._inline import waivers_in
from claimcheck.rules._settled import settled
from claimcheck.rules._waivers import waive

__all__ = ["Case", "run", "waivers_in"]


def run(case: Case) -> tuple[Finding, ...]:
    """Every finding of the selected rules, waived ones included, ordered by document, line, column and rule."""
    chosen = tuple(_chosen(case))
    found = list(_once(case, (finding for module in chosen for finding in module.check(case))))
    found, uses = waive(case, found, frozenset(module.ID for module in chosen))
    informed = replace(case, uses=uses)
    found += [finding for module in chosen if _on_waivers(module) for finding in module.check(informed)]
    return tuple(_numbered(sorted(_placed(case, settled(case, found)), key=_order)))


def _chosen(case: Case) -> Iterator[ModuleType]:
    for name in catalogue.names("rules"):
        if (not case.select or name in case.select) and name not in case.ignore:
            yield catalogue.load("rules", name)


def _once(case: Case, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those in a bibliography file that several texts share told once."""
    shared = {reference.path for _, reference in case.references if reference.path}
    told: set[tuple[str, Location, str]] = set()
    for finding in findings:
        if finding.location.document in shared:
            key = (finding.rule, finding.location, finding.message)
            if key in told:
                continue
            told.add(key)
        yield finding


def _on_waivers(module: ModuleType) -> bool:
    """True for the rules that look at what the waivers did to the findings of all others."""
    return getattr(module, "ON_WAIVERS", False)


def _order(finding: Finding) -> tuple[str, int, int, str, str, str]:
    place = finding.location
    return place.document, place.line, place.column, finding.rule, finding.message, finding.fingerprint


def _placed(case: Case, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with the folder of their text in the fingerprint: 2023/index.md and 2024/index.md are two texts.

    A text at the root has none, nor has one outside: what a path on this machine looks like is in no fingerprint.
    """
    texts = {text.claims_path: text.document.path for text in case.texts if text.claims_path}
    for finding in findings:
        document = finding.location.document
        folder, _, _ = from_root(texts.get(document, document), case.root).rpartition("/")
        if not folder or folder.startswith(("..", "/")) or not finding.fingerprint:
            yield finding
        else:
            place = sha256(folder.encode("utf-8", "surrogatepass")).hexdigest()[:8]
            yield replace(finding, fingerprint=f"{finding.fingerprint}.{place}")


def _numbered(findings: list[Finding]) -> Iterator[Finding]:
    """The findings with fingerprints of their own: the same fault on the same words again is told apart by number."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        number = seen[finding.fingerprint]
        yield finding if number == 1 else replace(finding, fingerprint=f"{finding.fingerprint}-{number}")
