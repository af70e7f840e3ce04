"""What the policy makes of the findings: left out, raised or lowered, everywhere, in some files, on some hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimcheck.model import Finding
from claimcheck.policy import Scope, from_root, host_matches, path_matches
from claimcheck.rules._case import Case


def settled(case: Case, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that the policy lets through, each with the severity that it gives them.

    What is said of a host wins over what is said of a file, and a later entry over an earlier one. A waiver has seen
    its findings by now: one for a rule that the policy silences in this file is in use all the same.
    """
    texts = {text.claims_path: text.document.path for text in case.texts if text.claims_path}
    by_file: dict[str, tuple[Scope, ...]] = {}
    by_host: dict[str | None, tuple[Scope, ...]] = {None: ()}
    for finding in findings:
        document, url = finding.location.document, finding.url
        if document not in by_file:
            # The claims file of a text is under the rules of the text.
            paths = {from_root(path, case.root) for path in (document, texts.get(document)) if path}
            by_file[document] = tuple(
                scope
                for scope in case.policy.files
                if any(path_matches(pattern, path) for pattern in scope.patterns for path in paths)
            )
        if url not in by_host:
            by_host[url] = tuple(
                scope
                for scope in case.policy.hosts
                if any(host_matches(pattern, url or "") for pattern in scope.patterns)
            )
        scopes = (*by_file[document], *by_host[url])
        if any(_silences(scope, finding.rule) for scope in scopes):
            continue
        severity = case.severity.get(finding.rule, finding.severity)
        for scope in scopes:
            severity = scope.severity.get(finding.rule, severity)
        yield replace(finding, severity=severity)


def _silences(scope: Scope, rule: str) -> bool:
    return rule in scope.ignore or bool(scope.select and rule not in scope.select)
