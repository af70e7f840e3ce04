"""Sources that could not be read, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claimcheck.model import Finding, Outcome, Severity
from claimcheck.rules._case import Case, quoted

SAVE_A_COPY = "claimcheck sources add URL FILE files a copy that you saved"


def unread(case: Case, rule: str, severity: Severity, says: Mapping[Outcome, str], help: str) -> Iterator[Finding]:
    """One finding for each place that names a source whose outcome ``says`` has words for; none where a copy helps."""
    for cited in case.cited_sources:
        source = cited.source
        if source.outcome not in says or source.evidence in {"archive", "manual"}:
            continue
        detail = f": {quoted(source.detail, 200)[1:-1]}" if source.detail else ""
        yield case.on_source(rule, severity, cited, f"{quoted(source.url, 200)} {says[source.outcome]}{detail}", help)
