"""``claimcheck audit``: the whole job."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimcheck.cli import _options as options
from claimcheck.cli._guard import guarded


@guarded
def audit(
    paths: Annotated[list[str], typer.Argument(help="Texts, claims files, or folders of them; - reads a text.")],
    format_: Annotated[
        str, typer.Option("--format", "-f", help="console, json, markdown or sarif.", metavar="FORMAT")
    ] = "console",
    output: Annotated[
        list[str] | None,
        typer.Option("--output", "-o", help="Write to FILE, or as FORMAT:FILE. Repeatable.", metavar="[FORMAT:]FILE"),
    ] = None,
    claims: options.ClaimsFolder = None,
    fail_on: Annotated[
        str | None, typer.Option(help="Exit 1 from this severity on: error, warning, note or never.", metavar="LEVEL")
    ] = None,
    rules: Annotated[
        str | None, typer.Option(help='Only these rules ("a,b"), or all but some ("-a,-b").', metavar="LIST")
    ] = None,
    judge: options.Judge = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 3 when anything was left unchecked.")] = False,
    offline: options.Offline = False,
    frozen: options.Frozen = False,
    refresh: options.Refresh = False,
    allow_net: options.AllowNet = None,
    jobs: options.Jobs = None,
    as_of: Annotated[
        str | None, typer.Option(help="The date that decides what has expired (default: today).", metavar="DATE")
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
    """
    from claimcheck import pipeline
    from claimcheck.cli._progress import progress
    from claimcheck.cli._render import deliver
    from claimcheck.config import FailOn
    from claimcheck.errors import UsageError
    from claimcheck.reports._wording import one_line

    if fail_on is not None and fail_on not in FailOn.__args__:  # type: ignore[attr-defined]
        raise UsageError(f"--fail-on {fail_on!r} is no severity", remedy="write error, warning, note or never")
    targets = options.outputs(output, format_)
    settings = options.configure(
        file=config_file,
        offline=offline,
        frozen=frozen,
        refresh=refresh,
        allow_net=allow_net,
        rules=rules,
        claims=claims,
        fail_on=fail_on,
        judge=judge,
        strict=strict or None,
        jobs=jobs,
        store=store,
        lock=lock,
    )
    with progress(quiet) as shown:
        finished = pipeline.audit(paths, settings, as_of=options.as_of(as_of), progress=shown)
    deliver(finished, targets, color=options.wants_color(no_color))
    if not quiet:
        for _, target in targets:
            if target != "-":
                print(f"wrote {one_line(target)}", file=sys.stderr)
    return finished.summary.exit_code
