"""``claimcheck demo``: the whole job on a bundled text and a bundled web site."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import _options as options
from claimcheck.cli._guard import guarded


@guarded
def demo(
    format_: options.Format = "console",
    output: options.Output = None,
    keep: Annotated[
        Path | None, typer.Option(help="Keep the article and its evidence in this folder.", metavar="DIR")
    ] = None,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
) -> int:
    """Audit a bundled article against a bundled web site, served on loopback; needs no network.

    The article has faults on purpose: the report shows every verdict there is, and one conflict. Exits 0 when it ran.
    """
    from contextlib import chdir
    from datetime import date

    from claimcheck import pipeline
    from claimcheck.cli._progress import progress
    from claimcheck.cli._render import deliver
    from claimcheck.config import Config
    from claimcheck.demo import article, serve
    from claimcheck.files import save

    # Where the reader is now, not in the folder of the article.
    targets = [
        (name, file if file == "-" else str(Path(file).absolute())) for name, file in options.outputs(output, format_)
    ]
    with tempfile.TemporaryDirectory(prefix="claimcheck-demo-") as temporary, serve() as site:
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        save(article(site), folder / "article.md")
        # The bundled site is a "development host" by its nature; that is no fault of the article.
        config = Config(
            store=Path("evidence"), allow_net=("127.0.0.1/32",), ignore=("development-host", "insecure-url")
        )
        with chdir(folder), progress(quiet) as shown:
            finished = pipeline.audit(["article.md"], config, as_of=date.today(), progress=shown)
        with chdir(folder):  # some reports show the article, which is gone afterwards
            deliver(finished, targets, color=options.wants_color(no_color))
    if not quiet:
        kept = f"it is kept in {keep}" if keep else "keep the article and its evidence with --keep DIR"
        print(f"\nThat was an article of ours with faults built in; {kept}.", file=sys.stderr)
        print("Next: claimcheck audit YOUR-TEXT", file=sys.stderr)
    return 0
