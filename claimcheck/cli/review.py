"""``claimcheck review``: decide on the open findings in a browser."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import _options as options
from claimcheck.cli._guard import guarded


@guarded
def review(
    paths: Annotated[
        list[str] | None, typer.Argument(help="Texts, claims files, or folders of them.", metavar="PATH...")
    ] = None,
    audit: Annotated[
        str | None,
        typer.Option(help="Review this finished audit (what audit --format json wrote).", metavar="AUDIT.json"),
    ] = None,
    claims: options.ClaimsFolder = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Listen on this port (default: a free one).")] = 0,
    open_: Annotated[
        bool | None,
        typer.Option("--open/--no-open", help="Open a browser (default: when started from a terminal)."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(help="Who decides (default: git's user.name, else the login).", metavar="NAME")
    ] = None,
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
    """Audit texts once, then decide on each open finding on a page in your browser.

    The page is served on this machine alone and shows text and source side by side. Accept a finding, waive it,
    correct the claim, add a source or a saved copy, mark the passage that decides: each decision is written to the
    claims file at once, with who and when, and can be undone. Ctrl-C ends it.
    """
    import webbrowser

    from claimcheck import history, pipeline
    from claimcheck.cli._progress import progress
    from claimcheck.cli._render import read_audit
    from claimcheck.errors import UsageError
    from claimcheck.review import Desk, Server

    if not paths and audit is None:
        raise UsageError("there is nothing to review", remedy="name a text, or a finished audit with --audit")
    settings = options.configure(
        file=config_file, offline=offline, frozen=frozen, refresh=refresh, allow_net=allow_net, rules=rules,
        claims=claims, jobs=jobs, store=store, lock=lock,
    )  # fmt: skip
    if audit is not None:
        finished = read_audit(audit)
    else:
        with progress(quiet) as shown:
            finished = pipeline.audit(paths or [], settings, as_of=options.as_of(as_of), progress=shown)
    desk = Desk(finished, settings, paths=paths or [], by=by or history.person(str(Path.cwd())))
    try:
        server = Server(desk, port)
    except OSError as error:
        raise UsageError(
            f"port {port} cannot be used: {(error.strerror or str(error)).lower()}", remedy="leave --port out"
        ) from None
    with server:
        if not quiet:
            print(f"{len(desk.entries)} open findings. Ctrl-C ends the review; decisions are kept.", file=sys.stderr)
        print(server.url, flush=True)
        if open_ or (open_ is None and sys.stdout.isatty()):
            webbrowser.open(server.url)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            if not quiet:
                print("\nThe review is closed. claimcheck audit shows what the decisions changed.", file=sys.stderr)
    return 0
