"""``claimcheck baseline``: record the findings there are, so that only new ones fail."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import _options as options
from claimcheck.cli._guard import guarded


@guarded
def baseline(
    paths: Annotated[list[str], typer.Argument(help="Texts, claims files, or folders of them.", metavar="PATH...")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write here instead of claimcheck.baseline.", metavar="FILE"),
    ] = None,
    claims: options.ClaimsFolder = None,
    rules: options.Rules = None,
    offline: options.Offline = False,
    frozen: options.Frozen = False,
    refresh: options.Refresh = False,
    allow_net: options.AllowNet = None,
    jobs: options.Jobs = None,
    as_of: options.AsOf = None,
    store: options.StoreFolder = None,
    lock: options.LockFile = None,
    config_file: options.ConfigFile = None,
    quiet: options.Quiet = False,
) -> int:
    """Audit texts and record what is found: later audits show it as known, and fail on what is new.

    For putting an old archive under audit without mending all of it first. The file holds one finding a line and
    belongs under version control. What was mended since is taken out; findings in texts that are not named here, or
    that could not be looked for this time, stay. Waived findings are not recorded.
    """
    from claimcheck import baseline as known
    from claimcheck import pipeline
    from claimcheck.cli._progress import progress
    from claimcheck.files import save
    from claimcheck.reports._wording import count, one_line

    settings = options.configure(
        file=config_file, offline=offline, frozen=frozen, refresh=refresh, allow_net=allow_net, rules=rules,
        claims=claims, jobs=jobs, store=store, lock=lock, baseline=output,
    )  # fmt: skip
    target = settings.baseline_file
    before = known.read(target)
    with progress(quiet) as shown:
        finished = pipeline.examine(paths, settings, as_of=options.as_of(as_of), progress=shown)
    after = known.renewed(finished, before, settings)
    target.parent.mkdir(parents=True, exist_ok=True)
    save(known.dumps(after), target)
    if not quiet:
        print(f"wrote {one_line(str(target))}: {count(len(after), 'known finding')}", file=sys.stderr)
        never = sorted({finding.rule for finding in finished.findings if finding.rule in known.NEVER})
        if never:
            print(f"note: {', '.join(never)} is found, and never recorded: mend it", file=sys.stderr)
    return 0
