"""All cited pages visited: first every page once, then those worth another try, each filed as soon as it is read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from claimcheck.model import Source
from claimcheck.sources import fetch, outcomes
from claimcheck.sources.client import Client
from claimcheck.sources.presenting import WHOLE, from_record, instead, present
from claimcheck.sources.reading import ReadBytes, examine
from claimcheck.sources.settings import Settings
from claimcheck.sources.store import Failure, Store, Stored, now

if TYPE_CHECKING:
    from claimcheck.sources import Target

Finish = Callable[[Source], None]


def visit_all(
    targets: Sequence[Target], settings: Settings, store: Store, finish: Finish, read: ReadBytes | None
) -> None:
    """Visits every target, calling ``finish`` with each source as it is done.

    Raises:
        StoreError: the store cannot be written; what was filed before is kept.
    """
    if targets:
        _run(_visit_all(targets, settings, store, finish, read))


def _run(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run(work)
        return
    # Called from asynchronous code or a notebook: that loop is busy with us, so a thread gets one of its own.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


@dataclass(slots=True)
class _Round:
    """What all visits of one run share."""

    settings: Settings
    store: Store
    finish: Finish
    read: ReadBytes | None
    client: Client
    gate: fetch.Gate
    readers: ThreadPoolExecutor


async def _visit_all(
    targets: Sequence[Target], settings: Settings, store: Store, finish: Finish, read: ReadBytes | None
) -> None:
    # Two threads read pages while others are on their way: parsing a long one must not stop the clocks.
    readers = ThreadPoolExecutor(2, thread_name_prefix="claimcheck-read")
    client = Client(
        user_agent=settings.user_agent,
        allow_net=settings.allow_net,
        connections=max(1, settings.jobs),
        timeout_s=settings.timeout_s,
    )
    try:
        async with client:
            shared = _Round(settings, store, finish, read, client, fetch.Gate(settings), readers)
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
        readers.shutdown(cancel_futures=True)  # nothing is written after the run is over


def _first(failures: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error that is no mere consequence of another one."""
    found: BaseException = failures
    while isinstance(found, BaseExceptionGroup):
        found = found.exceptions[0]
    return found


def _prepare(target: Target, shared: _Round) -> fetch.Errand:
    stored: Stored | None = None
    if not shared.settings.refresh:
        record = shared.store.record(target.address.url)
        last = record.last if record else None
        if last is not None and (last.etag or last.last_modified) and shared.store.body(last.sha256) is not None:
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
    settle = partial(_settle, errand, target, shared)
    for source in await asyncio.get_running_loop().run_in_executor(shared.readers, settle):
        shared.finish(source)


def _settle(errand: fetch.Errand, target: Target, shared: _Round) -> list[Source]:
    """Reads and files how a visit ended (in a thread); one source for each way the page is cited."""
    match errand.ending:
        case fetch.Answer() as answer:
            source = _settle_answer(answer, target, shared)
        case fetch.Unchanged():
            record = shared.store.record(target.address.url)
            source = from_record(
                target.address.url, record, shared.store, target.titles, "it could not be read", shared.read
            )
        case fetch.Failure() as failure:
            source = _settle_failure(failure, target, shared)
        case None:
            raise AssertionError("a visit without an ending")
    return [replace(source, url=url) for url in target.urls]


def _settle_answer(answer: fetch.Answer, target: Target, shared: _Round) -> Source:
    url, store = target.address.url, shared.store
    visit, body, page = examine(target.address, answer, shared.read)
    if visit.outcome in {"blocked", "down", "throttled"}:
        failure = fetch.Failure(visit.outcome, visit.detail, status=answer.status, final=answer.final)
        return _settle_failure(failure, target, shared)
    visit = store.put(visit, body)
    record = store.record(url)
    if visit.outcome not in WHOLE or (record and record.manual):
        copy = instead(url, visit, record, store, target.titles, shared.read)
        if copy is not None:
            return copy
    return present(url, visit, page, target.titles)


def _settle_failure(failure: fetch.Failure, target: Target, shared: _Round) -> Source:
    url, store = target.address.url, shared.store
    outcome, detail = failure.outcome, failure.detail
    if outcome == "budget":  # nobody asked the page, so there is nothing to note of it
        kept = instead(url, None, store.record(url), store, target.titles, shared.read, failed=(outcome, detail))
        return kept or Source(url, outcome, detail)
    record = store.note_failure(url, Failure(now(), outcome, detail))
    days = [entry.at for entry in record.failures if entry.outcome == "down"]
    if outcome == "down" and outcomes.lasting(days):
        outcome, detail = "gone", f"failed on {len({day[:10] for day in days})} days since {min(days)[:10]}: {detail}"
    copy = instead(url, None, record, store, target.titles, shared.read, failed=(outcome, detail))
    if copy is not None:
        return replace(copy, http_status=failure.status)
    final = failure.final.url if failure.final else url
    return Source(url, outcome, detail, final_url=final, http_status=failure.status)
