"""One cluster a fact, with every place, the odd one marked and a chain of reasons."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import conflicts
from claimcheck.model import Claim, DocumentInfo, Entity, Extraction, Facts, Quantity, Reference, Span
from tests.conflicts.pairs import found, read

SENT = "The army of Lorvia has sent {} soldiers to Zell."


def test_every_place_of_a_fact_is_in_one_cluster_and_the_odd_one_is_marked() -> None:
    (cluster,) = found(*(SENT.format(number) for number in ("3,000", "about 3,000", "12,000", "3,000")))
    assert len(cluster.sides) == 4
    assert [side.value for side in cluster.sides if side.odd] == ["12,000"]


def test_of_two_places_neither_is_the_odd_one() -> None:
    (cluster,) = found(SENT.format("3,000"), SENT.format("12,000"))
    assert not any(side.odd for side in cluster.sides)


def test_the_reasons_say_why_comparable_what_clashes_and_what_would_reconcile() -> None:
    (cluster,) = found(SENT.format("3,000"), SENT.format("12,000"))
    assert [reason.split(":")[0] for reason in cluster.reasons] == ["comparable", "conflict", "would reconcile them"]
    assert "soldiers" in cluster.reasons[0]
    assert "Lorvia" in cluster.reasons[0]
    assert cluster.message == 'text.txt:1 says "3,000" against "12,000" in text.txt:3'


def test_ids_depend_on_the_words_of_the_sides_alone() -> None:
    (before,) = found(SENT.format("3,000"), SENT.format("12,000"))
    (after,) = found("The harbour of Zell is frozen.", SENT.format("3,000"), SENT.format("12,000"))
    assert before.id == after.id


def test_a_reference_title_is_a_side() -> None:
    text = read("Lorvia has sent about 3,000 soldiers to Zell (Vik, 2022).", path="essay.txt")
    title = "Lorvia sends 12,000 soldiers to Zell"
    reference = Reference("r-1", title, Span(500, 500 + len(title)), title=title, line=9, document="essay.txt")
    extraction = Extraction(text.document, text.claims, text.citations, (*text.references, reference))
    (cluster,) = conflicts.find([extraction])
    assert [(side.reference, side.value) for side in cluster.sides] == [(None, "about 3,000"), ("r-1", "12,000")]
    assert "(a reference title)" in cluster.message


def test_two_headlines_without_figures_are_not_compared() -> None:
    titles = ("Lorvia ratifies the Zell pact", "Lorvia has not ratified the Zell pact")
    references = tuple(
        Reference(f"r-{at}", title, Span(100 * at, 100 * at + len(title)), title=title, document="a.txt")
        for at, title in enumerate(titles)
    )
    extraction = Extraction(DocumentInfo("a.txt", None, "", "text/plain", "en", 300), (), (), references)
    assert not conflicts.find([extraction])


@settings(max_examples=25)
@given(st.permutations(range(5)))
def test_the_order_of_the_texts_changes_nothing(order: list[int]) -> None:
    sentences = [
        SENT.format("3,000"),
        SENT.format("12,000"),
        "The Arle bridge was opened on 3 May 2021.",
        "The Arle bridge was opened on 9 June 2021.",
        "Parliament rejected the budget.",
    ]
    texts = [read(sentence, path=f"{at}.txt") for at, sentence in enumerate(sentences)]
    assert conflicts.find([texts[at] for at in order]) == conflicts.find(texts)


def _archive(size: int) -> Extraction:
    """Figures of many towns, and one pair in a hundred that clashes. Town names differ in more than a letter or two."""
    claims = []
    syllables = (
        "bal",
        "dor",
        "fen",
        "gim",
        "hux",
        "jor",
        "kep",
        "lum",
        "mox",
        "nid",
        "pol",
        "rav",
        "sil",
        "tam",
        "wex",
    )
    towns = [f"{a.capitalize()}{b}{c}" for a in syllables for b in syllables for c in syllables]
    nouns = ("soldiers", "ships", "houses", "schools", "trucks", "miners", "trees", "tanks")
    for at in range(size):
        left, right = towns[at * 7 % len(towns)], towns[at * 11 % len(towns) - 1]
        noun, number, year = nouns[at % len(nouns)], 100 + at, 1900 + at % 100
        claims.append(_figure(at, left, right, number, noun, f" in {year}"))
        if at % 100 == 0:
            claims.append(_figure(size + at, left, right, number * 9, noun, f" in {year}"))
    return Extraction(DocumentInfo("archive.txt", None, "", "text/plain", "en", 1), tuple(claims), (), ())


def _figure(at: int, left: str, right: str, number: int, noun: str, when: str) -> Claim:
    text = f"{left} sent {number:,} {noun} to {right}{when}."
    start = text.index(f"{number:,}")
    quantity = Quantity(number, number, None, noun, "exact", f"{number:,}", Span(start, start + len(f"{number:,}")))
    names = tuple(Entity(name, name, Span(text.index(name), text.index(name) + len(name))) for name in (left, right))
    span = Span(at * 200, at * 200 + len(text))
    return Claim(f"c-{at:08x}", text, span, at + 1, "archive.txt", text, facts=Facts((quantity,), entities=names))


def test_an_archive_is_compared_in_about_linear_time() -> None:
    conflicts.find([_archive(200)])  # the word lists are read once
    clashes = conflicts.find([_archive(10_000)])
    assert sum(clash.kind == "quantity" and clash.label == "conflict" for clash in clashes) >= 95


def test_a_crowded_key_is_split_and_said_so() -> None:
    claims = tuple(_figure(at, "Baldor", "Wextam", 5_000, "soldiers", f" by road {at}") for at in range(2_100))
    extraction = Extraction(DocumentInfo("archive.txt", None, "", "text/plain", "en", 1), claims, (), ())
    compared = conflicts.compare([extraction])
    assert not compared.conflicts
    assert any("2,100 places share" in note for note in compared.notes)
