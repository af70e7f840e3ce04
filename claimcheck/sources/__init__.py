"""Sources: what a text cites, fetched safely and politely, kept as evidence, and read.

The only door to the network. ``gather`` turns URLs into ``Source`` values; nothing that a server does raises. The
HTTP client is imported only when something is really fetched, so ``--offline`` and ``--frozen`` cannot reach out.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from claimcheck.model import Difference, Source
from claimcheck.sources import guard
from claimcheck.sources.budget import Budget
from claimcheck.sources.copies import name_copies
from claimcheck.sources.differing import differences
from claimcheck.sources.environment import proxy_note
from claimcheck.sources.guard import networks
from claimcheck.sources.hosts import missing
from claimcheck.sources.likeness import Cited
from claimcheck.sources.lock import Line, Lock
from claimcheck.sources.pointing import pointers
from claimcheck.sources.presenting import Shelf, from_lock, from_record
from claimcheck.sources.reading import ReadBytes
from claimcheck.sources.settings import Mode, Settings
from claimcheck.sources.store import Failure, Hop, Problem, Record, Store, Stored

__all__ = [
    "Budget", "Failure", "Hop", "Line", "Lock", "Mode", "Problem", "Record", "Settings", "Source", "Store", "Stored",
    "Wanted", "gather", "networks", "notes", "read_local",
]  # fmt: skip

Progress = Callable[[Source], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A URL that a text cites, with the title and the ISO date of retrieval that its reference gives."""

    url: str
    title: str | None = None
    accessed: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """One page to read: all the ways in which it is cited, and its address."""

    address: guard.Address
    urls: tuple[str, ...]
    cited: Cited


def gather(
    urls: Sequence[Wanted],
    *,
    settings: Settings,
    store: Store,
    lock: Lock | None = None,
    progress: Progress | None = None,
    read: ReadBytes | None = None,
) -> dict[str, Source]:
    """Every source by its URL as cited, in the order of ``urls``.

    ``progress`` is called with each source when it is finished; ``lock`` is what ``--frozen`` goes by, and what
    ``Source.changed`` is told from (it is not written: see ``Lock.updated``); ``read`` stands in for the readers.

    When interrupted, everything fetched so far is in the store and has been handed to ``progress``.

    Raises:
        StoreError: the store cannot be written.
        UsageError: the environment names a proxy that cannot be used.
    """
    found: dict[str, Source] = {}
    shelf = Shelf(store, read, settings.hosts)

    def finish(source: Source) -> None:
        line = lock.get(source.url) if lock else None
        if line and line.sha256 and source.sha256 and source.evidence in {"live", "none"}:
            source = replace(source, changed=source.sha256 != line.sha256)
            if source.changed:
                source = replace(source, differences=_since(line, source, shelf))
        if ":~:" in source.url and source.document is not None:
            source = replace(source, pointers=pointers(source.url.partition("#")[2], source.document))
        found[source.url] = source
        if progress is not None:
            progress(source)

    targets: list[Target] = []
    ways = _by_url(urls)
    for url, cited in ways.items():
        try:
            address = guard.parse(url)
        except guard.MalformedURL as error:
            finish(Source(url, "no-url", str(error)))
        except guard.ForbiddenURL as error:
            finish(Source(url, "unsafe", str(error)))
        else:
            targets.append(Target(address, (url,), cited))
    match settings.mode:
        case "online":
            from claimcheck.sources.visiting import visit_all

            visit_all(_merged(targets), settings, shelf, finish)
        case "offline":
            for target in targets:
                record = store.record(target.urls[0])
                finish(from_record(target.urls[0], record, shelf, target.cited, "--offline forbids fetching"))
        case "frozen":
            for target in targets:
                line = lock.get(target.urls[0]) if lock else None
                finish(from_lock(target.urls[0], line, shelf, target.cited, "--frozen forbids fetching"))
    return name_copies({wanted.url: found[wanted.url] for wanted in urls if wanted.url in found}, ways)


def _since(line: Line, now: Source, shelf: Shelf) -> tuple[Difference, ...]:
    """What changed since the page was locked, as far as its old bytes are still in the store."""
    before = from_lock(now.url, line, shelf, Cited(), "")
    if before.document is None or now.document is None:
        return ()
    decided = [(start, end) for start, end, _, _ in shelf.store.passages(line.sha256)]
    return differences(before.document, now.document, decided)


def _by_url(urls: Sequence[Wanted]) -> dict[str, Cited]:
    grouped: dict[str, Cited] = {}
    for wanted in urls:
        known = grouped.get(wanted.url, Cited())
        titles = tuple(dict.fromkeys((*known.titles, *filter(None, [wanted.title]))))
        grouped[wanted.url] = Cited(titles, known.accessed or wanted.accessed)
    return grouped


def _merged(targets: Sequence[Target]) -> tuple[Target, ...]:
    """URLs that differ only in their fragment, or in how they are written, are one page and one request."""
    merged: dict[str, Target] = {}
    for target in targets:
        known = merged.get(target.address.url)
        if known is not None:
            titles = tuple(dict.fromkeys((*known.cited.titles, *target.cited.titles)))
            cited = Cited(titles, known.cited.accessed or target.cited.accessed)
            target = replace(known, urls=(*known.urls, *target.urls), cited=cited)
        merged[target.address.url] = target
    return tuple(merged.values())


def read_local(path: str, *, read: ReadBytes | None = None) -> Source:
    """A file on this machine as a source ("-" is standard input).

    Raises:
        UnreadableText: it is missing or cannot be read.
    """
    if read is None:
        from claimcheck.readers import read_file

        document = read_file(path)
    else:
        from pathlib import Path

        document = read(Path(path).read_bytes(), path=path)
    return Source(
        url=path, outcome="ok", detail="read from a file", evidence="manual", title=document.title,
        published=document.metadata.published, media_type=document.media_type, sha256=document.sha256,
        document=document,
    )  # fmt: skip


def notes(settings: Settings) -> tuple[str, ...]:
    """What a report must say about how the sources were to be had."""
    match settings.mode:
        case "offline":
            return ("nothing was fetched (--offline): sources are read from the evidence store",)
        case "frozen":
            return ("nothing was fetched (--frozen): sources are read as the lock and the evidence store have them",)
        case "online":
            note = proxy_note(os.environ)
            return (*((note,) if note else ()), *missing(settings.hosts, os.environ))
