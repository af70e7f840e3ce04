"""The main path: a text's journey from words to findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol

from claimcheck import __version__, conflicts, intake, judges, rules, sources, verdicts
from claimcheck.cite.pages import recognise
from claimcheck.config import Config
from claimcheck.model import Audit, Extraction, Finding, JudgedClaim, Ruling, Severity, Source, Summary, ToolInfo


class Progress(Protocol):
    """Told how far the work is: a stage begins, a step of it is done."""

    def begin(self, stage: str, total: int) -> None: ...

    def step(self, what: str = "") -> None: ...


class Silent:
    """Tells nobody."""

    def begin(self, stage: str, total: int) -> None: ...

    def step(self, what: str = "") -> None: ...


def audit(paths: Sequence[str], config: Config, *, as_of: date, progress: Progress) -> Audit:
    """Audit the texts and claims files under ``paths``.

    Raises:
        ClaimcheckError: a text, a claims file or the lock cannot be used, or the store cannot be written.
    """
    texts = tuple(_read(paths, config, progress))
    extractions = tuple(text.extraction for text in texts)
    read = _fetch(cited(extractions), config, progress)
    pages = {url: source.document.metadata for url, source in read.items() if source.document and source.readable}
    extractions = tuple(replace(one, citations=recognise(one.citations, one.references, pages)) for one in extractions)
    choice = judges.Choice(config.judge)
    judged = tuple(_judge(extractions, read, choice, progress))
    clashes = conflicts.find(extractions, tuple(read.values()))
    findings = rules.run(
        rules.Case(
            as_of=as_of,
            texts=extractions,
            claims=judged,
            sources=read,
            conflicts=clashes,
            documents={text.document.path: text.document for text in texts if text.document},
            select=config.select,
            ignore=config.ignore,
            severity=config.severity,
            frozen=config.mode == "frozen",
        )
    )
    return Audit(
        tool=_tool(config, as_of, judged),
        documents=tuple(extraction.document for extraction in extractions),
        claims=judged,
        references=tuple(entry for extraction in extractions for entry in extraction.references),
        citations=tuple(citation for extraction in extractions for citation in extraction.citations),
        sources=tuple(read.values()),
        conflicts=clashes,
        findings=findings,
        summary=summarise(judged, findings, config),
    )


def fetch(paths: Sequence[str], config: Config, *, progress: Progress) -> tuple[Source, ...]:
    """Fetch addresses, and everything that texts and claims files cite, into the store; judge nothing."""
    addresses = [sources.Wanted(path) for path in paths if "://" in path]
    texts = [text.extraction for text in _read([path for path in paths if "://" not in path], config, progress)]
    return tuple(_fetch((*addresses, *cited(texts)), config, progress).values())


def verify(claim: str, source: str, config: Config) -> tuple[Ruling, Source]:
    """Hold one claim against one file or address.

    Raises:
        ClaimcheckError: the file cannot be read. What an address does wrong is an ``unchecked`` ruling instead.
    """
    if "://" in source:
        wanted, store = [sources.Wanted(source)], sources.Store(config.store_folder)
        lock = sources.Lock.read(config.lock_file)
        read = sources.gather(wanted, settings=_settings(config), store=store, lock=lock)[source]
    else:
        read = sources.read_local(source)
    judge = partial(judges.rule, choice=judges.Choice(config.judge))
    return verdicts.rule(judges.claim_of(claim), read, None, judge), read


# --- Stages -------------------------------------------------------------------------------------------------------


def _read(paths: Sequence[str], config: Config, progress: Progress) -> Iterator[intake.Text]:
    if not paths:
        return
    progress.begin("reading", len(intake.files(paths)))
    for text in intake.texts(paths, config.claims_folder):
        progress.step(text.extraction.document.path)
        yield text


def cited(extractions: Sequence[Extraction]) -> tuple[sources.Wanted, ...]:
    """Every address that the texts cite or that a person added, in the order of the texts."""
    wanted: dict[sources.Wanted, None] = {}
    for extraction in extractions:
        for reference in extraction.references:
            if reference.url:
                wanted[sources.Wanted(reference.url, reference.title, reference.accessed)] = None
        for claim in extraction.claims:
            wanted.update((sources.Wanted(entry.url), None) for entry in claim.sources)
    return tuple(wanted)


def _fetch(wanted: Sequence[sources.Wanted], config: Config, progress: Progress) -> Mapping[str, Source]:
    store, lock = sources.Store(config.store_folder), sources.Lock.read(config.lock_file)
    progress.begin("fetching", len({entry.url for entry in wanted}))
    finished: list[Source] = []

    def tell(source: Source) -> None:
        finished.append(source)
        progress.step(source.url)

    try:
        return sources.gather(wanted, settings=_settings(config), store=store, lock=lock, progress=tell)
    finally:
        # Also when interrupted: what was fetched so far is kept.
        if config.mode == "online" and finished:
            lock.updated(finished, store).write()


def _settings(config: Config) -> sources.Settings:
    return sources.Settings(
        mode=config.mode,
        refresh=config.refresh,
        jobs=config.jobs,
        timeout_s=config.timeout,
        retries=config.retries,
        allow_net=sources.networks(config.allow_net),
    )


def _judge(
    extractions: Sequence[Extraction], read: Mapping[str, Source], choice: judges.Choice, progress: Progress
) -> Iterator[JudgedClaim]:
    progress.begin("judging", sum(len(extraction.claims) for extraction in extractions))
    for extraction in extractions:
        shelf = verdicts.Shelf(
            {citation.id: citation for citation in extraction.citations},
            {reference.id: reference for reference in extraction.references},
            read,
            extraction.document.language,
        )
        for claim in extraction.claims:
            yield verdicts.hold(claim, shelf, partial(judges.rule, choice=choice))
            progress.step()


def _tool(config: Config, as_of: date, judged: Sequence[JudgedClaim]) -> ToolInfo:
    note = judges.Choice(config.judge).note
    models = {check.ruling.judge.partition("+")[2] for claim in judged for check in claim.checks} - {""}
    return ToolInfo(
        __version__,
        as_of.isoformat(),
        (*judges.JUDGES, *sorted(models)),
        config.mode,
        (*sources.notes(_settings(config)), *([note] if note else [])),
    )


def summarise(judged: Sequence[JudgedClaim], findings: Sequence[Finding], config: Config) -> Summary:
    """Counts, and the exit code: 1 for open findings at or above ``fail-on``, else 3 for unchecked under ``strict``."""
    failing: Mapping[str, tuple[Severity, ...]] = {
        "error": ("error",),
        "warning": ("error", "warning"),
        "note": ("error", "warning", "note"),
        "never": (),
    }
    fails = any(entry.status == "open" and entry.severity in failing[config.fail_on] for entry in findings)
    unchecked = sum(claim.verdict == "unchecked" for claim in judged)
    return Summary(
        claims=len(judged),
        checked=sum(any(check.ruling.verdict != "unchecked" for check in claim.checks) for claim in judged),
        unchecked=unchecked,
        by_verdict=_count(claim.verdict for claim in judged),
        by_rule=_count(entry.rule for entry in findings),
        exit_code=1 if fails else 3 if config.strict and unchecked else 0,
    )


def _count(names: Iterator[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return dict(sorted(counts.items()))
