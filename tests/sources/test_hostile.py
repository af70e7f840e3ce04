"""The hostile web of ``hostile.py``, every kind with the outcome of a careful person."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from claimcheck.sources import Source, Store, Wanted, gather

from .conftest import FAST
from .hostile import KINDS, UNUSABLE, Kind, Site, running

SETTINGS = replace(FAST, timeout_s=60.0, patience_s=1.0, retries=0, jobs=40, total_wait_s=1.0)
NEVER = {"a head that drips", "early hints without end", "a server that says nothing"}
"""Kinds that only the limit of time ends; every other one ends by itself, however busy the machine is."""
BY_NAME = {one.name: one for one in KINDS}


@dataclass
class Visit:
    """What became of every kind, and how long the whole visit took."""

    sources: dict[str, Source]
    seconds: float
    site: Site
    store: Store


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    store = Store(tmp_path_factory.mktemp("hostile"))
    for site in running():
        wanted = {one.name: Wanted(site.url(one), one.title) for one in KINDS}
        with pytest.MonkeyPatch.context() as patch:
            for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
                patch.delenv(name, raising=False)
                patch.delenv(name.upper(), raising=False)
            start = time.monotonic()
            found = gather([one for name, one in wanted.items() if name not in NEVER], settings=SETTINGS, store=store)
            found |= gather([wanted[name] for name in NEVER], settings=replace(SETTINGS, timeout_s=1.5), store=store)
            seconds = time.monotonic() - start
        yield Visit({name: found[one.url] for name, one in wanted.items()}, seconds, site, store)


def is_right(one: Kind, source: Source) -> bool:
    if source.outcome not in one.outcomes:
        return False
    return one.says is None or (source.document is not None and one.says in source.document.text)


@pytest.mark.parametrize("name", list(BY_NAME))
def test_a_careful_person_would_say_the_same(visit: Visit, name: str) -> None:
    one, source = BY_NAME[name], visit.sources[name]
    assert is_right(one, source), (source.outcome, source.detail)
    assert source.detail or source.outcome == "ok"


def test_the_whole_site(visit: Visit, capsys: pytest.CaptureFixture[str]) -> None:
    right = sum(is_right(one, visit.sources[one.name]) for one in KINDS)
    with capsys.disabled():
        print(f"\nhostile site: {right} of {len(KINDS)} as a careful person, {visit.seconds:.0f} s")
    assert len(KINDS) >= 60
    assert right >= 0.95 * len(KINDS)
    trusted = [one.name for one in KINDS if one.outcomes <= UNUSABLE and visit.sources[one.name].readable]
    assert trusted == [], "an unusable page is called evidence"
    lost = [one.name for one in KINDS if one.usable and visit.sources[one.name].outcome in {"gone", "soft404"}]
    assert lost == [], "a usable page is called gone"
    assert visit.site.canaries == 0, "a forbidden address was reached"
    assert visit.store.verify() == ()


def test_no_page_drives_a_terminal(visit: Visit) -> None:
    for source in visit.sources.values():
        for words in (source.title or "", source.detail):
            assert not any(ord(character) < 32 or character in "\x1b\x9b\u202e" for character in words)


def test_a_page_that_was_cut_is_not_taken_for_whole(visit: Visit) -> None:
    source = visit.sources["a length that is too short"]
    assert not source.silence_counts


def test_nothing_large_is_left_in_the_temporary_folder(visit: Visit, tmp_path: Path) -> None:
    assert not [path for path in visit.store.root.rglob("*") if path.suffix == ".part"]
