"""Two sources of one claim against each other, and claims against those of earlier texts."""

from __future__ import annotations

from dataclasses import replace

from claimcheck import conflicts, readers
from claimcheck.model import Conflict, Extraction, Source, SourceEntry
from tests.conflicts.pairs import read

CLAIM = "Lorvia has sent 3,000 soldiers to Zell."
FIRST, OTHER = "https://a.example/first", "https://b.example/other"


def source(url: str, *sentences: str, published: str | None = None) -> Source:
    text = "\n\n".join(("Winter was long this year.", *sentences, "The harbour is frozen."))
    document = readers.read_bytes(text.encode(), path=url, media_type="text/plain")
    return Source(url, "ok", evidence="live", published=published, sha256=url, document=document)


def cited(text: str = CLAIM) -> Extraction:
    one = read(text)
    claims = tuple(replace(claim, sources=(SourceEntry(FIRST), SourceEntry(OTHER))) for claim in one.claims)
    return Extraction(one.document, claims, (), ())


def between(*sources: Source) -> tuple[Conflict, ...]:
    return conflicts.find([cited()], sources)


def test_two_sources_of_one_claim_that_clash_are_one_cluster_with_the_claim() -> None:
    (cluster,) = between(
        source(FIRST, "About 3,000 soldiers of Lorvia were sent to Zell.", published="2023-02-01"),
        source(OTHER, "Lorvia sent 12,000 soldiers to Zell.", published="2024-03-05"),
    )
    values = {(side.source, side.value) for side in cluster.sides}
    assert {(FIRST, "About 3,000"), (OTHER, "12,000")} <= values
    assert any(side.claim for side in cluster.sides)
    assert (cluster.kind, cluster.label) == ("quantity", "conflict")
    assert cluster.reasons[-1] == f"newest: {OTHER}, of 2024-03-05"


def test_sources_that_agree_or_speak_of_another_time_are_silent() -> None:
    assert not between(
        source(FIRST, "Lorvia sent 3,000 soldiers to Zell."), source(OTHER, "Lorvia sent about 3,000 men to Zell.")
    )
    assert not between(
        source(FIRST, "Lorvia sent 3,000 soldiers to Zell in 2019."),
        source(OTHER, "In 2022 Lorvia sent 12,000 soldiers to Zell."),
    )


def test_copies_of_one_page_are_one_source() -> None:
    page = source(FIRST, "Lorvia sent 12,000 soldiers to Zell.", "Lorvia sent 3,000 soldiers to Zell.")
    copy = replace(page, url=OTHER)
    assert not between(page, copy)


def test_what_was_not_read_clashes_with_nothing() -> None:
    unread = Source(OTHER, "gone")
    assert not between(source(FIRST, "Lorvia sent 12,000 soldiers to Zell."), unread)


def test_the_order_of_the_sources_changes_nothing() -> None:
    pair = (source(FIRST, "Lorvia sent 3,000 soldiers to Zell."), source(OTHER, "Lorvia sent 12,000 soldiers to Zell."))
    assert between(*pair) == between(*reversed(pair))


def test_claims_of_earlier_texts_are_held_against_the_audited_ones_only() -> None:
    before = read("Lorvia has sent 12,000 soldiers to Zell.", path="2022.txt")
    older = read("Lorvia has sent 500 soldiers to Zell.", path="2021.txt")
    assert not conflicts.find([read("The harbour of Zell is frozen.")], (), (before, older))
    (cluster,) = conflicts.find([read(CLAIM)], (), (before, older))
    assert {side.document for side in cluster.sides} == {"text.txt", "2021.txt", "2022.txt"}
