"""``claimcheck audit``: the whole job."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import _options as options
from claimcheck.cli._guard import guarded


@guarded
def audit(
    paths: Annotated[list[str], typer.Argument(help="Texts, claims files, or folders of them; - reads a text.")],
    format_: options.Format = "console",
    output: options.Output = None,
    claims: options.ClaimsFolder = None,
    against: Annotated[
        list[Path] | None,
        typer.Option(
            help="Hold the claims against these claims files of earlier texts too. Repeatable.", metavar="PATH"
        ),
    ] = None,
    fail_on: options.FailOn = None,
    rules: options.Rules = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 3 when anything was left unchecked.")] = False,
    offline: options.Offline = False,
    frozen: options.Frozen = False,
    refresh: options.Refresh = False,
    allow_net: options.AllowNet = None,
    robots: options.Robots = False,
    archive: options.Archive = None,
    jobs: options.Jobs = None,
    as_of: options.AsOf = None,
    baseline: Annotated[
        Path | None,
        typer.Option(help="Findings that are known and fail no run (default: claimcheck.baseline).", metavar="FILE"),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(help="Audit only claims whose text or reference changed since this git commit.", metavar="REF"),
    ] = None,
    max_time: Annotated[
        float | None,
        typer.Option(min=1, help="Stop fetching and judging after so many seconds.", metavar="SECONDS"),
    ] = None,
    max_requests: Annotated[
        int | None, typer.Option(min=1, help="Stop fetching after so many requests.", metavar="NUMBER")
    ] = None,
    store: options.StoreFolder = None,
    lock: options.LockFile = None,
    config_file: options.ConfigFile = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> int:
    """Audit texts: extract their claims, fetch what they cite, hold one against the other, report.

    A text whose claims file lies in the claims folder is audited with what a person decided there (restated claims,
    added sources, waivers). Sources are fetched once and kept; --offline and --frozen use only what is kept.
    What a budget (--max-time, --max-requests) does not reach is unchecked, and said.
    """
    from claimcheck import pipeline
    from claimcheck.cli._progress import progress
    from claimcheck.cli._render import deliver
    from claimcheck.errors import UsageError
    from claimcheck.reports._wording import one_line

    if baseline is not None and not baseline.is_file():
        raise UsageError(f"--baseline {str(baseline)!r} is no file", remedy="write it with claimcheck baseline")
    targets = options.outputs(output, format_, inputs=paths)
    settings = options.configure(
        file=config_file,
        offline=offline,
        frozen=frozen,
        refresh=refresh,
        allow_net=allow_net,
        robots=robots,
        archive=archive,
        rules=rules,
        claims=claims,
        against=tuple(against) if against else None,
        fail_on=options.check_fail_on(fail_on),
        baseline=baseline,
        changed_since=changed_since,
        max_time=max_time,
        max_requests=max_requests,
        strict=strict or None,
        jobs=jobs,
        store=store,
        lock=lock,
    )
    first = not settings.lock_file.exists()
    with progress(quiet) as shown:
        finished = pipeline.audit(paths, settings, as_of=options.as_of(as_of), progress=shown)
    deliver(finished, targets, color=options.wants_color(no_color))
    if not quiet:
        if first and settings.lock_file.exists():
            lock_name = one_line(str(settings.lock_file))
            print(f"wrote {lock_name}: which pages were read; keep it under version control", file=sys.stderr)
        for _, target in targets:
            if target != "-":
                print(f"wrote {one_line(target)}", file=sys.stderr)
    return finished.summary.exit_code
