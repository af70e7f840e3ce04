"""``claimcheck diff``: what became better or worse between two audits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import _options as options
from claimcheck.cli._guard import guarded

if TYPE_CHECKING:
    from claimcheck.comparison import Diff


@guarded
def diff(
    old: Annotated[str, typer.Argument(help="What audit --format json wrote before.", metavar="OLD.json")],
    new: Annotated[str, typer.Argument(help="What it wrote now; - reads it.", metavar="NEW.json")],
    format_: Annotated[str, typer.Option("--format", "-f", help="text or json.", metavar="FORMAT")] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write here instead of printing.", metavar="FILE")
    ] = None,
    fail_on: options.FailOn = None,
    config_file: options.ConfigFile = None,
) -> int:
    """Say what became better or worse between two finished audits: findings, verdicts, sources.

    Exits 1 when a finding at or above --fail-on is new, open again or raised. What the newer audit could not look for,
    because a source was not read, is not called fixed.
    """
    from claimcheck.cli._render import print_text, read_audit
    from claimcheck.comparison import compare
    from claimcheck.errors import UsageError
    from claimcheck.files import save
    from claimcheck.interchange import diff_json, encode
    from claimcheck.summary import failing

    if format_ not in {"text", "json"}:
        raise UsageError(f"there is no format {format_!r} for a comparison", remedy="write text or json")
    if old == new:
        raise UsageError("both audits are the same file", remedy="name the older audit, then the newer one")
    settings = options.configure(file=config_file, fail_on=options.check_fail_on(fail_on))
    found = compare(read_audit(old), read_audit(new))
    code = 1 if failing(found.worse, settings) else 0
    text = (
        encode(diff_json(found, code)) + "\n" if format_ == "json" else "".join(f"{line}\n" for line in _lines(found))
    )
    if output is None:
        print_text(text)
    else:
        save(text, output)
    return code


def _lines(found: Diff) -> Iterator[str]:
    from claimcheck.reports._wording import count, one_line

    for note in found.notes:
        yield f"note: {one_line(note)}"
    for heading, direction in (("Worse", "worse"), ("Better", "better"), ("Neither", "changed")):
        changes = [change for change in found.findings if change.direction == direction]
        if changes:
            yield heading
        for change in changes:
            place, finding = change.finding.location, change.finding
            where = f"{one_line(place.document)}:{place.line}:{place.column}"
            yield f"  {change.what}: {where}: {finding.severity}[{finding.rule}]: {one_line(finding.message)}"
    if found.verdicts:
        yield "Verdicts"
    for verdict in found.verdicts:
        claim = verdict.new.claim
        before, after = verdict.old, verdict.new
        words = f"{before.verdict}, now {after.verdict}"
        if before.verdict == after.verdict:
            words = f"{after.verdict} ({before.reason}, now {after.reason})"
        yield f"  {verdict.direction}: {one_line(claim.document)}:{claim.line}:{claim.column}: {one_line(words)}: " + (
            f'"{one_line(claim.prose or claim.text, 100)}"'
        )
    if found.sources:
        yield "Sources"
    for source in found.sources:
        yield f"  {one_line(source.url)}: {one_line('; '.join(source.what))}"
    worse = sum(change.direction == "worse" for change in found.findings)
    better = sum(change.direction == "better" for change in found.findings)
    yield (
        f"{count(worse, 'finding')} worse, {better} better; {count(len(found.verdicts), 'verdict')} and "
        f"{count(len(found.sources), 'source')} changed; {count(found.claims_added, 'claim')} new, "
        f"{found.claims_removed} gone"
    )
