"""All cited pages visited: first every page once, then those worth another try, each filed as soon as it is read."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck.model import Outcome, Source
from claimcheck.sources import archive, captures, fetch, outcomes
from claimcheck.sources.client import Client
from claimcheck.sources.presenting import WHOLE, Shelf, from_record, instead, present
from claimcheck.sources.reading import INLINE, examine
from claimcheck.sources.settings import Settings
from claimcheck.sources.store import Failure, Record, Stored, now

if TYPE_CHECKING:
    from claimcheck.sources import Target

Finish = Callable[[Source], None]
_ATTEMPTS: frozenset[Outcome] = frozenset({"blocked", "down", "throttled"})
"""Outcomes of one attempt that are told by an answer; they are noted as failures, and replace no page."""
_T = TypeVar("_T")


def visit_all(targets: Sequence[Target], settings: Settings, shelf: Shelf, finish: Finish) -> None:
    """Visits every target, calling ``finish`` with each source as it is done.

    Raises:
        StoreError: the store cannot be written; what was filed before is kept.
    """
    if not targets:
        return
    patience = sys.getswitchinterval()
    # The loop lets go of the interpreter at every call to the system; while pages are being read it got it back only
    # after 5 ms each time, which was a fifth of all time.
    sys.setswitchinterval(min(patience, 0.0005))
    try:
        run(_visit_all(targets, settings, shelf, finish))
    finally:
        sys.setswitchinterval(patience)


def run(work: Coroutine[Any, Any, _T]) -> _T:
    """What ``work`` brings."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    # Called from asynchronous code or a notebook: that loop is busy with us, so a thread gets one of its own.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


class Readers:
    """Threads that read pages while others are on their way: parsing a long one must not stop the clocks.

    One reads what is read in this process: a second would only take turns with it, at a third of the processor time of
    a page. Two wait for processes of their own, which read large pages and PDF.
    """

    def __init__(self) -> None:
        self._here = ThreadPoolExecutor(1, thread_name_prefix="claimcheck-read")
        self._apart = ThreadPoolExecutor(2, thread_name_prefix="claimcheck-wait")

    async def call(self, work: Callable[[], _T], ending: fetch.Ending | None) -> _T:
        """What ``work`` brings, which reads ``ending``."""
        large = isinstance(ending, fetch.Answer) and (ending.body.size > INLINE or b"%PDF-" in ending.body.head[:1024])
        return await asyncio.get_running_loop().run_in_executor(self._apart if large else self._here, work)

    def close(self) -> None:
        """Waits for what is being read; what has not begun is dropped."""
        for pool in (self._here, self._apart):
            pool.shutdown(cancel_futures=True)


@dataclass(slots=True)
class _Round:
    """What all visits of one run share."""

    settings: Settings
    shelf: Shelf
    finish: Finish
    client: Client
    gate: fetch.Gate
    readers: Readers
    archive: str | None = None
    """Where copies are asked for; ``None`` as soon as nobody answers there."""
    index: str | None = None
    """Where the archive lists its copies; the same."""


async def _visit_all(targets: Sequence[Target], settings: Settings, shelf: Shelf, finish: Finish) -> None:
    readers = Readers()
    client = Client(
        user_agent=settings.user_agent,
        allow_net=settings.allow_net,
        connections=max(1, settings.jobs),
        timeout_s=settings.timeout_s,
        hosts=settings.hosts,
    )
    gate = fetch.Gate(settings)
    if settings.robots:
        from claimcheck.sources.robots import Robots

        gate.robots = Robots()
    try:
        async with client:
            index = settings.archive_index if settings.archive is not None else None
            shared = _Round(settings, shelf, finish, client, gate, readers, settings.archive, index)
            waiting = [(_prepare(target, shared), target, 0.0) for target in targets]
            while waiting:
                again: list[tuple[fetch.Errand, Target, float]] = []
                async with asyncio.TaskGroup() as group:
                    for errand, target, wait_s in waiting:
                        group.create_task(_try(errand, target, wait_s, shared, again))
                waiting = again
    except BaseExceptionGroup as failures:
        raise _first(failures) from None
    finally:
        readers.close()  # nothing is written after the run is over


def _first(failures: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error that is no mere consequence of another one."""
    found: BaseException = failures
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    return found


def _prepare(target: Target, shared: _Round) -> fetch.Errand:
    stored: Stored | None = None
    if not shared.settings.refresh:
        record = shared.shelf.store.record(target.address.url)
        last = record.last if record else None
        if last is not None and (last.etag or last.last_modified) and shared.shelf.store.lists(last.sha256):
            stored = last
    return fetch.errand(target.address, stored, shared.settings)


async def _try(
    errand: fetch.Errand,
    target: Target,
    wait_s: float,
    shared: _Round,
    again: list[tuple[fetch.Errand, Target, float]],
) -> None:
    if wait_s:
        await asyncio.sleep(wait_s)
        errand.waited_s += wait_s
    await fetch.run(errand, shared.client, shared.gate, shared.settings)
    wait = fetch.next_wait(errand, shared.settings)
    if wait is not None:
        again.append((errand, target, wait))
        return
    source = await shared.readers.call(partial(_settle, errand, target, shared), errand.ending)
    if source is None:  # the page that stands unchanged is damaged here, or gone: it is fetched whole
        again.append((fetch.errand(target.address, None, shared.settings), target, 0.0))
        return
    if source.evidence == "none" and source.outcome in archive.WANTED:
        source = await _look_back(source, target, shared)
    for url in target.urls:
        shared.finish(replace(source, url=url))


async def _look_back(live: Source, target: Target, shared: _Round) -> Source:
    """The source as an archive has it, asked in two ways; ``live`` when it has no copy."""
    address, settings = target.address, shared.settings

    async def settled(ending: fetch.Ending | None, *, listed: bool) -> Source:
        work = partial(_settle_archived, ending, live, target, shared, listed=listed)
        return await shared.readers.call(work, ending)

    source = live
    if shared.archive is not None:
        ending = await archive.ask(address, target.cited.accessed, shared.archive, shared.client, shared.gate, settings)
        if isinstance(ending, fetch.Failure) and ending.transient:
            shared.archive = None  # asking it for every other page would only cost time
        source = await settled(ending, listed=False)
    if source.evidence != "none" or shared.index is None or settings.archive is None:
        return source
    found = await captures.ask(address, target.cited.accessed, shared.index, shared.client, shared.gate, settings)
    if isinstance(found, fetch.Failure):
        shared.index = None if found.transient else shared.index
        return source
    for capture in found[: captures.TRIED]:
        ending = await archive.visit(capture.url(settings.archive), shared.client, shared.gate, settings)
        source = await settled(ending, listed=True)
        if source.evidence != "none":
            break
    return source


def _settle(errand: fetch.Errand, target: Target, shared: _Round) -> Source | None:
    """Reads and files how a visit ended (in a thread); ``None`` when what stands unchanged cannot be read here."""
    match errand.ending:
        case fetch.Answer() as answer:
            return _settle_answer(answer, target, shared)
        case fetch.Unchanged():
            url = target.address.url
            known = from_record(url, shared.shelf.store.record(url), shared.shelf, target.cited, "")
            return known if known.outcome != "not-stored" else None
        case fetch.Failure() as failure:
            return _settle_failure(failure, target, shared)
        case None:
            raise AssertionError("a visit without an ending")


def _settle_answer(answer: fetch.Answer, target: Target, shared: _Round) -> Source:
    url, shelf = target.address.url, shared.shelf
    visit, body, page = examine(target.address, answer, shelf.read)
    judged = shelf.judged(visit)
    if judged in _ATTEMPTS or (visit.outcome in _ATTEMPTS and page.document is None):
        failure = fetch.Failure(visit.outcome, visit.detail, status=answer.status, final=answer.final)
        return _settle_failure(failure, target, shared)
    visit, record = shelf.store.file(visit, body)
    if judged not in WHOLE or record.manual:
        copy = instead(url, visit, _for_this_day(record, target, shared), shelf, target.cited)
        if copy is not None:
            return copy
    return present(url, visit, page, target.cited, shelf)


def _settle_failure(failure: fetch.Failure, target: Target, shared: _Round) -> Source:
    url, shelf = target.address.url, shared.shelf
    outcome, detail = failure.outcome, failure.detail
    if outcome == "budget":  # nobody asked the page, so there is nothing to note of it
        kept = instead(url, None, shelf.store.record(url), shelf, target.cited, failed=(outcome, detail))
        return kept or Source(url, outcome, detail)
    record = shelf.store.note_failure(url, Failure(now(), outcome, detail))
    days = [entry.at for entry in record.failures if entry.outcome == "down"]
    if outcome == "down" and outcomes.lasting(days):
        outcome, detail = "gone", f"failed on {len({day[:10] for day in days})} days since {min(days)[:10]}: {detail}"
    outcome, detail = shelf.counted(url, outcome, detail)
    known = _for_this_day(record, target, shared)
    copy = instead(url, None, known, shelf, target.cited, failed=(outcome, detail))
    if copy is not None:
        return replace(copy, http_status=failure.status)
    final = failure.final.url if failure.final else url
    return Source(url, outcome, detail, final_url=final, http_status=failure.status)


def _for_this_day(record: Record | None, target: Target, shared: _Round) -> Record | None:
    """The record, without an archived copy that was asked for with another day in mind: then it is asked for anew."""
    stays = archive.has_asked(record, target.cited.accessed) and not shared.settings.refresh
    if record is None or stays or shared.archive is None:
        return record
    return replace(record, archived=None)


def _settle_archived(
    ending: fetch.Ending | None, live: Source, target: Target, shared: _Round, *, listed: bool
) -> Source:
    """Files what the archive had (in a thread). The live page stays reported as what it is."""
    url, shelf = target.address.url, shared.shelf
    found = archive.read(ending, target.address, target.cited, shelf.read, listed=listed)
    if found is not None:
        shelf.store.put_archived(found.visit, found.body)
    record = shelf.store.record(url)
    failed = (live.outcome, live.detail)
    copy = instead(url, record.last if record else None, record, shelf, target.cited, failed=failed)
    return replace(copy, http_status=live.http_status) if copy is not None else live
