"""The main path: a text's journey from words to findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from claimcheck import __version__, baseline, changes, conflicts, intake, judges, rules, sources, summary, verdicts
from claimcheck.cite.pages import recognise
from claimcheck.config import Config
from claimcheck.model import Audit, Extraction, JudgedClaim, Ruling, Source, ToolInfo

if TYPE_CHECKING:
    from claimcheck.sources.saving import Saved


class Progress(Protocol):
    """Told how far the work is: a stage begins, a step of it is done."""

    def begin(self, stage: str, total: int) -> None: ...

    def step(self, what: str = "") -> None: ...


class Silent:
    """Tells nobody."""

    def begin(self, stage: str, total: int) -> None: ...

    def step(self, what: str = "") -> None: ...


def audit(paths: Sequence[str], config: Config, *, as_of: date, progress: Progress) -> Audit:
    """Audit the texts and claims files under ``paths``; findings that the baseline knows are marked so.

    Raises:
        ClaimcheckError: a text, a claims file, the lock or the baseline cannot be used, or the store cannot be written.
    """
    finished = baseline.applied(examine(paths, config, as_of=as_of, progress=progress), config)
    notes = (*finished.tool.notes, *summary.lenience(finished, config))
    return replace(finished, tool=replace(finished.tool, notes=notes))


def examine(paths: Sequence[str], config: Config, *, as_of: date, progress: Progress) -> Audit:
    """The audit without a look at the baseline."""
    settings = _settings(config)
    texts = tuple(_read(paths, config, progress))
    extractions = tuple(text.extraction for text in texts)
    before = intake.earlier([str(path) for path in config.against], extractions)
    scope = changes.since(texts, config)
    lock = sources.Lock.read(config.lock_file)
    read = _fetch(cited(scope.narrow(extractions)), config, settings, lock, progress)
    pages = {url: source.document.metadata for url, source in read.items() if source.document and source.readable}
    extractions = tuple(replace(one, citations=recognise(one.citations, one.references, pages)) for one in extractions)
    choice = judges.Choice(config.judge)
    judged = tuple(_judge(scope.narrow(extractions), read, choice, settings, progress))
    _mark(judged, read, config)
    clashes = conflicts.find(extractions, tuple(read.values()), before)
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
            narrowed=config.changed_since is not None,
            policy=config.policy,
            root=config.root,
        )
    )
    findings = scope.findings(findings, extractions)
    news = lock.news(read.values()) if config.refresh else ()
    notes = (*sources.notes(settings), *choice.notes, *scope.notes, *summary.budget_notes(judged, read.values()), *news)
    return Audit(
        tool=ToolInfo(
            __version__,
            as_of.isoformat(),
            (*judges.JUDGES, *judges.models(judged)),
            config.mode,
            notes,
            config.changed_since,
            config.fail_on,
            config.policy.thresholds.confidence,
        ),
        documents=tuple(extraction.document for extraction in extractions),
        claims=judged,
        references=tuple(entry for extraction in extractions for entry in extraction.references),
        citations=tuple(citation for extraction in extractions for citation in extraction.citations),
        sources=tuple(read.values()),
        conflicts=scope.conflicts(clashes),
        findings=findings,
        summary=summary.summarise(judged, findings, config, read.values()),
    )


def fetch(paths: Sequence[str], config: Config, *, progress: Progress) -> tuple[Source, ...]:
    """Fetch addresses, and everything that texts and claims files cite, into the store; judge nothing."""
    lock = sources.Lock.read(config.lock_file)
    return tuple(_fetch(_wanted(paths, config, progress), config, _settings(config), lock, progress).values())


def save(paths: Sequence[str], config: Config, base: str, *, again: bool, progress: Progress) -> tuple[Saved, ...]:
    """Hand addresses, and everything that texts and claims files cite, to the archive at ``base`` to be kept there."""
    from claimcheck.sources import saving  # which brings the HTTP client

    wanted = tuple(dict.fromkeys(entry.url for entry in _wanted(paths, config, progress)))
    progress.begin("saving", len(wanted))
    return saving.save(
        wanted,
        base,
        settings=_settings(config),
        store=sources.Store(config.store_folder),
        again=again,
        progress=lambda saved: progress.step(saved.url),
    )


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


def _wanted(paths: Sequence[str], config: Config, progress: Progress) -> tuple[sources.Wanted, ...]:
    """The addresses among ``paths``, and what the texts among them cite."""
    addresses = [sources.Wanted(path) for path in paths if "://" in path]
    texts = [text.extraction for text in _read([path for path in paths if "://" not in path], config, progress)]
    return (*addresses, *cited(texts))


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


def _fetch(
    wanted: Sequence[sources.Wanted], config: Config, settings: sources.Settings, lock: sources.Lock, progress: Progress
) -> Mapping[str, Source]:
    store = sources.Store(config.store_folder)
    progress.begin("fetching", len({entry.url for entry in wanted}))
    finished: list[Source] = []

    def tell(source: Source) -> None:
        finished.append(source)
        progress.step(source.url)

    try:
        return sources.gather(wanted, settings=settings, store=store, lock=lock, progress=tell)
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
        robots=config.robots,
        archive=config.archive_address,
        archive_index=config.archive_index_address,
        hosts=config.access,
        budget=sources.Budget(config.max_time, config.max_requests),
    )


def _judge(
    extractions: Sequence[Extraction],
    read: Mapping[str, Source],
    choice: judges.Choice,
    settings: sources.Settings,
    progress: Progress,
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
            in_time = settings.budget.left_s() > 0
            judge = partial(judges.rule, choice=choice)
            yield verdicts.hold(claim, shelf, judge) if in_time else JudgedClaim(claim, "unchecked", "budget", 0.0)
            progress.step()


def _mark(judged: Sequence[JudgedClaim], read: Mapping[str, Source], config: Config) -> None:
    """Notes in the store which passages decided, for ``sources show`` and for a page that changes."""
    if config.mode != "online":
        return
    rows = [
        (source.sha256, check.ruling.evidence.span.start, check.ruling.evidence.span.end, check.ruling.verdict, one.id)
        for one, check in ((entry.claim, check) for entry in judged for check in entry.checks)
        if (source := read.get(check.url or ""))
        and source.sha256
        and check.ruling.evidence is not None
        and check.ruling.verdict in {"supported", "partial", "contradicted"}
    ]
    sources.Store(config.store_folder).mark_passages(rows)
