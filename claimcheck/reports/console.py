"""The report for a terminal: every claim with its verdict, every finding with both sides, the counts last."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.model import Audit, Conflict, Finding, JudgedClaim
from claimcheck.reports._confirmed import confirmations, confirmed_by
from claimcheck.reports._wording import (
    VERDICT_ORDER,
    caution,
    count,
    deciding,
    finding_counts,
    one_line,
    verdict_counts,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLES = {
    "supported": "green",
    "partial": "yellow",
    "contradicted": "bold red",
    "disputed": "bold red",
    "unsupported": "red",
    "unchecked": "cyan",
    "uncited": "magenta",
    "error": "bold red",
    "warning": "yellow",
    "note": "cyan",
    "waived": "dim",
    "baseline": "dim",
}
PLAIN_WIDTH = 100
"""Columns of the claim list when nobody watches (a file, a pipe)."""


def render(audit: Audit) -> str:
    """The report without colours; long findings are not wrapped, so that ``grep`` finds them."""
    from rich.console import Console

    stream = io.StringIO()
    console = Console(file=stream, width=PLAIN_WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
    _print(audit, console)
    return stream.getvalue()


def show(audit: Audit, *, color: bool) -> None:
    """Print the report to standard output, in the width of the terminal."""
    from rich.console import Console

    console = Console(file=sys.stdout, color_system="auto" if color else None, highlight=False)
    _print(audit, console)


def _print(audit: Audit, console: Console) -> None:
    from rich.padding import Padding

    for line in _lines(audit, console.width):
        if console.is_terminal:
            # What goes on in the next row of a narrow window keeps its indent.
            indent = len(line.plain) - len(line.plain.lstrip(" "))
            console.print(Padding(line[indent:], (0, 0, 0, indent)), highlight=False)
        else:
            console.print(line, soft_wrap=True, highlight=False)


def _lines(audit: Audit, width: int) -> Iterator[Text]:
    from rich.text import Text

    if audit.claims:
        yield Text("Claims", style="bold")
        for document in dict.fromkeys(judged.claim.document for judged in audit.claims):
            yield Text(f"  {one_line(document)}", style="underline")
            for judged in sorted(
                (judged for judged in audit.claims if judged.claim.document == document),
                key=lambda judged: (VERDICT_ORDER.index(judged.verdict), judged.claim.line, judged.claim.column),
            ):
                yield from _claim(judged, width)
        yield Text("")
    if audit.conflicts:
        yield Text("Conflicts", style="bold")
        for conflict in audit.conflicts:
            yield from _conflict(conflict)
        yield Text("")
    shown = [finding for finding in audit.findings if finding.status == "open"]
    if shown:
        yield Text("Findings", style="bold")
        confirmed = confirmations(audit)
        for finding in shown:
            yield from _finding(finding, confirmed_by(confirmed.get(id(finding), ())))
        yield Text("")
    yield from _totals(audit)


def _claim(judged: JudgedClaim, width: int) -> Iterator[Text]:
    from rich.text import Text

    place = f"{judged.claim.line}:{judged.claim.column}"
    if judged.claim.page is not None:
        place = f"p. {judged.claim.page}"
    line = Text("  ")
    line.append(f"{judged.verdict:<12}", style=STYLES[judged.verdict])
    line.append(f" {place:>8}  ", style="dim")
    line.append(one_line(judged.claim.prose or judged.claim.text, max(24, width - 26)))
    yield line
    why = _why(judged)
    if why:
        yield Text(f"{'':25}{one_line(why)}", style="dim")


def _why(judged: JudgedClaim) -> str:
    check = deciding(judged)
    if check is None or judged.verdict == "uncited":
        return judged.reason
    reason = check.ruling.explanation or check.ruling.reason
    if judged.verdict == "unchecked":
        return f"{judged.reason}: {reason}" if reason and reason != judged.reason else judged.reason
    where = f" ({check.url})" if check.url else ""
    return f"{reason}{where}"


def _conflict(conflict: Conflict) -> Iterator[Text]:
    from rich.text import Text

    line = Text("  ")
    line.append(conflict.label, style={"conflict": "bold red", "tension": "yellow", "variant": "cyan"}[conflict.label])
    line.append(f" ({conflict.kind}): {one_line(conflict.message)}")
    yield line
    for side in conflict.sides:
        what = "reference title" if side.reference else "source" if side.source else "text"
        yield Text(
            f"    {'>' if side.odd else '-'} {one_line(side.document)}:{side.line}:{side.column} {what} "
            f'"{one_line(side.value)}": {one_line(side.text, 160)}'
        )
    for reason in conflict.reasons:
        yield Text(f"    = {one_line(reason)}", style="dim")


def _finding(finding: Finding, confirmed: str) -> Iterator[Text]:
    from rich.text import Text

    place = finding.location
    line = Text("  ")
    where = f"{one_line(place.document)}:{place.line}:{place.column}"
    if place.page is not None:
        where += f" (page {place.page})"
    line.append(f"{where}: ", style="bold")
    line.append(f"{finding.severity}[{one_line(finding.rule)}]", style=STYLES[finding.severity])
    line.append(f": {one_line(finding.message)}")
    yield line
    for related in finding.related:
        where = f"{related.location.document}:{related.location.line}: " if related.location else ""
        text = f': "{one_line(related.text, 240)}"' if related.text else ""
        yield Text(f"    = {one_line(where + related.message)}{text}", style="dim")
        if related.url:
            yield Text(f"      {one_line(related.url)}", style="dim")
    if confirmed:
        yield Text(f"    = {confirmed}", style="dim")
    if finding.help:
        yield Text(f"    = help: {one_line(finding.help)}", style="dim")


def _totals(audit: Audit) -> Iterator[Text]:
    from rich.text import Text

    for note in caution(audit):
        yield Text(f"note: {one_line(note)}", style="yellow")
    summary = audit.summary
    counts = verdict_counts(audit)
    yield Text(
        f"{count(summary.claims, 'claim')} in {count(len(audit.documents), 'document')}"
        f"{': ' + counts if counts else ''}",
        style="bold",
    )
    number = sum(1 for conflict in audit.conflicts if conflict.label == "conflict")
    yield Text(
        f"{finding_counts(audit.findings)}; {count(number, 'conflict')}; as of {one_line(audit.tool.as_of)}",
        style="bold",
    )
