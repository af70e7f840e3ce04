"""``claimcheck sources``: the evidence store."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import _options as options
from claimcheck.cli._guard import guarded

if TYPE_CHECKING:
    from claimcheck.sources import Store

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Look after the stored copies of cited pages.")


def _store(store: Path | None, config_file: Path | None) -> Store:
    from claimcheck.sources import Store

    return Store(options.configure(file=config_file, store=store).store_folder)


@app.command("list")
@guarded
def list_(store: options.StoreFolder = None, config_file: options.ConfigFile = None) -> int:
    """List every address in the store with its outcome."""
    from claimcheck.reports._wording import count, one_line

    records = _store(store, config_file).entries()
    for record in records:
        visit = record.last or record.manual
        outcome = visit.outcome if visit else record.failures[-1].outcome if record.failures else "not-stored"
        evidence = "manual" if record.manual else "live" if record.kept else "archive" if record.archived else "none"
        title = f"  {one_line(visit.title, 60)}" if visit and visit.title else ""
        print(f"{outcome:<16} {evidence:<8} {one_line(record.url)}{title}")
    print(count(len(records), "source"), file=sys.stderr)
    return 0


@app.command()
@guarded
def show(
    url: Annotated[str, typer.Argument(help="An address as the text cites it.")],
    store: options.StoreFolder = None,
    config_file: options.ConfigFile = None,
) -> int:
    """Print what is known of one source, and its text as it was read."""
    from claimcheck.cli._render import print_text
    from claimcheck.errors import UsageError
    from claimcheck.reports._wording import one_line, printable
    from claimcheck.sources import Settings, Store, Wanted, gather

    settings = options.configure(file=config_file, store=store)
    kept = Store(settings.store_folder)
    source = gather([Wanted(url)], settings=Settings(mode="offline", hosts=settings.access), store=kept)[url]
    if source.outcome in {"not-stored", "no-url", "budget"}:
        raise UsageError(f"{url} is not in the store", remedy="claimcheck sources list shows what is")
    fields = ("url", "final_url", "outcome", "evidence", "http_status", "title", "published", "media_type", "sha256")
    for name in (*fields, "fetched_at", "detail"):
        value = getattr(source, name)
        if value not in {None, ""}:
            print(f"{name:<12} {one_line(str(value))}")
    record = kept.record(url)
    if record is not None and record.deposit is not None:
        print(f"{'saved at':<12} {one_line(record.deposit.url)} ({record.deposit.at[:10]})")
    if source.document is not None:
        marked = _marked(source.document.text, kept.passages(source.sha256))
        print_text(f"\n{printable(marked)}\n")
    return 0


def _marked(text: str, passages: Sequence[tuple[int, int, str, str]]) -> str:
    """``text`` with the passages that decided verdicts between ⟦ and ⟧, the verdict and the claim behind each."""
    marks = [(start, "⟦") for start, _, _, _ in passages]
    marks += [(end, f"⟧[{verdict} {claim}]") for _, end, verdict, claim in passages]
    parts, last = [], 0
    for place, mark in sorted(marks, key=lambda one: (one[0], one[1] == "⟦")):
        parts += [text[last:place], mark]
        last = max(last, place)
    return "".join([*parts, text[last:]])


@app.command()
@guarded
def add(
    url: Annotated[str, typer.Argument(help="The address that the text cites.")],
    file: Annotated[Path, typer.Argument(help="A copy that you saved: HTML, PDF, text.")],
    store: options.StoreFolder = None,
    config_file: options.ConfigFile = None,
) -> int:
    """File a copy that you saved (a paywalled page, print, a PDF) as the evidence for an address."""
    stored = _store(store, config_file).add_manual(url, file)
    print(f"filed {file} as {url} ({stored.media_type}, sha256 {stored.sha256})", file=sys.stderr)
    return 0


@app.command()
@guarded
def fetch(
    paths: Annotated[list[str], typer.Argument(help="Addresses, texts, claims files, or folders of them.")],
    refresh: options.Refresh = False,
    allow_net: options.AllowNet = None,
    robots: options.Robots = False,
    archive: options.Archive = None,
    jobs: options.Jobs = None,
    store: options.StoreFolder = None,
    lock: options.LockFile = None,
    config_file: options.ConfigFile = None,
    quiet: options.Quiet = False,
) -> int:
    """Fetch addresses, or everything that texts cite, into the store without judging."""
    from claimcheck import pipeline
    from claimcheck.cli._progress import progress
    from claimcheck.reports._wording import one_line

    settings = options.configure(
        file=config_file,
        refresh=refresh,
        allow_net=allow_net,
        robots=robots,
        archive=archive,
        jobs=jobs,
        store=store,
        lock=lock,
    )
    with progress(quiet) as shown:
        read = pipeline.fetch(paths, settings, progress=shown)
    for source in read:
        print(f"{source.outcome:<16} {one_line(source.url)}  {one_line(source.detail)}".rstrip())
    return 0


@app.command()
@guarded
def save(
    paths: Annotated[list[str], typer.Argument(help="Addresses, texts, claims files, or folders of them.")],
    to: Annotated[str | None, typer.Option(help="Where an archive takes addresses to keep.", metavar="URL")] = None,
    again: Annotated[bool, typer.Option("--again", help="Also what was saved before.")] = False,
    allow_net: options.AllowNet = None,
    store: options.StoreFolder = None,
    config_file: options.ConfigFile = None,
    quiet: options.Quiet = False,
) -> int:
    """Ask a web archive to keep addresses, or everything that texts cite. It tells the archive what they cite.

    Nothing is ever saved but by this command. Addresses that are not on the public internet, and those of hosts for
    which you set headers, are not told. Exits 3 when something was not saved.
    """
    from claimcheck import pipeline
    from claimcheck.cli._progress import progress
    from claimcheck.errors import UsageError
    from claimcheck.reports._wording import one_line

    settings = options.configure(file=config_file, allow_net=allow_net, archive_save=to, store=store)
    if settings.archive_save_address is None:
        raise UsageError("no archive is named that takes pages to keep", remedy="give --to URL, or set archive-save")
    with progress(quiet) as shown:
        found = pipeline.save(paths, settings, settings.archive_save_address, again=again, progress=shown)
    for saved in found:
        outcome = "saved" if saved.copy else "not saved"
        print(f"{outcome:<10} {one_line(saved.url)}  {one_line(saved.copy or saved.detail)}")
    return 0 if all(saved.copy for saved in found) else 3


@app.command()
@guarded
def export(
    output: Annotated[Path, typer.Argument(help="The WARC file to write.", metavar="FILE.warc.gz")],
    store: options.StoreFolder = None,
    config_file: options.ConfigFile = None,
) -> int:
    """Write every stored copy into one WARC 1.1 archive."""
    from claimcheck.reports._wording import count

    print(f"wrote {count(_store(store, config_file).export(output), 'page')} to {output}", file=sys.stderr)
    return 0


@app.command()
@guarded
def verify(store: options.StoreFolder = None, config_file: options.ConfigFile = None) -> int:
    """Compute every digest again and compare it with the store's index. Exits 1 when one differs."""
    from claimcheck.reports._wording import count, one_line

    kept = _store(store, config_file)
    problems = kept.verify()
    for problem in problems:
        print(f"{one_line(problem.place)}: {one_line(problem.message)}")
    print(f"{count(len(kept.entries()), 'source')}, {count(len(problems), 'problem')}", file=sys.stderr)
    return 1 if problems else 0
