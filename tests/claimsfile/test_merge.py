"""Extracting again keeps what a person decided."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import claimsfile
from claimcheck.claimsfile.locate import shifted
from claimcheck.model import (
    Ambiguous,
    Citation,
    Claim,
    Date,
    Document,
    Extraction,
    Facts,
    Reference,
    Resolved,
    SourceEntry,
    Span,
    Waiver,
)

from .samples import FERRY, about, claim, document, ferry, portable


def reread(extraction: Extraction) -> Extraction:
    return claimsfile.loads(claimsfile.dumps(extraction), "claims/ferry.yaml")


def edit(extraction: Extraction, name: str, **changes: Any) -> Extraction:
    """What a person's change of one claim in the file reads as."""
    claims = tuple(replace(entry, **changes) if entry.id == name else entry for entry in extraction.claims)
    return reread(replace(extraction, claims=claims))


WAIVER = Waiver("uncited-claim", "the council's own minutes are not online", "2027-01-31")
SOURCE = SourceEntry("https://council.example.org/minutes", "page 4")
CHANGES: dict[str, Any] = {
    "text": "The council held the fares still for four years by its Resolution 17.",
    "class_": "minor",
    "waivers": (WAIVER,),
    "sources": (SOURCE,),
    "note": "checked by telephone",
    "confirmed": ("r1",),
}


@pytest.mark.parametrize("field", CHANGES)
def test_a_persons_edit_survives(field: str) -> None:
    text = document("An opening sentence that is new.\n\n" + FERRY)
    merged = claimsfile.merge(edit(ferry(), "c2", **{field: CHANGES[field]}), ferry(text), text)
    value = getattr(merged.claims[1], field)
    if isinstance(value, tuple) and value and not isinstance(value[0], str):
        value = tuple(replace(entry, line=None) for entry in value)
    assert value == CHANGES[field]
    assert merged.claims[1].span.start == text.text.index("Resolution 17")
    assert not merged.stale


def test_nothing_changed_changes_nothing() -> None:
    merged = claimsfile.merge(reread(ferry()), ferry(), document())
    assert portable(merged) == portable(ferry())
    assert claimsfile.dumps(merged) == claimsfile.dumps(ferry())


def test_a_reworded_claim_keeps_its_stored_facts_at_their_words() -> None:
    text = document("New opening. " + FERRY)
    edited = edit(ferry(), "c1", text="Hitra's ferry took 41,000 cars across in 2019.")
    merged = claimsfile.merge(edited, ferry(text), text)
    stated = merged.claims[0].stated
    assert stated is not None
    assert merged.claims[0].edited
    assert [quantity.span.of(text.text) for quantity in stated.quantities] == ["41,000"]
    assert [date.span.of(text.text) for date in stated.dates] == ["2019"]


def test_a_changed_sentence_is_stale_when_a_person_worked_on_it() -> None:
    text = document(FERRY.replace("four years", "five years"))
    changed = "Resolution 17 of the county council froze the fares, and the fares stayed frozen for five years."
    fresh = replace(ferry(), document=about(text), claims=(ferry().claims[0], claim(text, changed, "c2")))

    untouched = claimsfile.merge(reread(ferry()), fresh, text)
    assert [entry.text for entry in untouched.claims] == [ferry().claims[0].text, changed]
    assert untouched.stale == ()

    noted = claimsfile.merge(edit(ferry(), "c2", note="checked"), fresh, text)
    assert [entry.id for entry in noted.claims] == ["c1", "c3", "c2"]
    assert noted.stale == ("c2",)
    assert noted.claims[2].note == "checked"
    # The file says so as well, until the sentence is back.
    again = reread(noted)
    assert again.stale == ("c2",)
    assert claimsfile.merge(again, ferry(), document()).stale == ()


def test_a_rewrapped_paragraph_is_no_new_one() -> None:
    text = document(FERRY.replace("fares, and", "fares,\nand"))
    words = ferry().claims[1].text.replace("fares, and", "fares,\nand")
    fresh = replace(ferry(), document=about(text), claims=(ferry().claims[0], claim(text, words, "c9")))
    merged = claimsfile.merge(edit(ferry(), "c2", note="checked"), fresh, text)
    assert [entry.id for entry in merged.claims] == ["c1", "c2"]
    assert merged.claims[1].text == words
    assert not merged.claims[1].edited


def test_a_claim_that_a_person_added_stays() -> None:
    text = document()
    written = claimsfile.dumps(ferry()).replace(
        "\ncitations:", "\n  - id: mine\n    text: Ministers praised it.\n    note: for the record\n\ncitations:", 1
    )
    edited = claimsfile.loads(written)
    merged = claimsfile.merge(edited, ferry(), text)
    mine = merged.claims[2]
    assert mine.id == "mine"
    assert mine.span.of(text.text) == "Ministers praised it."
    assert merged.stale == ()
    twice = claimsfile.merge(reread(merged), ferry(), text)
    assert [entry.id for entry in twice.claims] == ["c1", "c2", "mine"]


def test_an_added_claim_in_own_words_is_never_stale() -> None:
    added = Claim("mine", "The ministry welcomed the ferry.", Span(0, 0), 0, "", "", edited=True)
    edited = reread(replace(ferry(), claims=(*ferry().claims, added)))
    merged = claimsfile.merge(edited, ferry(), document())
    assert merged.claims[2].text == added.text
    assert merged.stale == ()


def test_a_dismissed_claim_stays_dismissed_and_a_deleted_one_comes_back() -> None:
    dismissed = claimsfile.merge(edit(ferry(), "c2", class_="opinion"), ferry(), document())
    assert dismissed.claims[1].class_ == "opinion"
    deleted = reread(replace(ferry(), claims=ferry().claims[:1]))
    assert len(claimsfile.merge(deleted, ferry(), document()).claims) == 2


def test_a_sentence_that_is_not_selected_stays_when_a_person_wants_it() -> None:
    opinion = replace(ferry().claims[1], class_="opinion")
    fresh = replace(ferry(), claims=ferry().claims[:1], unselected=(opinion,))
    listed = claimsfile.dumps(fresh, unselected=True)
    assert "class: opinion" in listed
    # Listed and left alone: it is listed again only when asked for.
    assert [entry.id for entry in claimsfile.merge(claimsfile.loads(listed), fresh, document()).claims] == ["c1"]
    wanted = claimsfile.loads(listed.replace("class: opinion", "class: fact"))
    merged = claimsfile.merge(wanted, fresh, document())
    assert [(entry.id, entry.class_) for entry in merged.claims] == [("c1", "cited"), ("c2", "fact")]
    assert merged.stale == ()
    assert merged.unselected == ()


def test_sentences_that_are_not_selected_are_listed_in_their_places() -> None:
    text = document("One ship sank. Two ships sank. Three ships sank.")
    one, two, three = (claim(text, f"{word} sank.", word) for word in ("One ship", "Two ships", "Three ships"))
    found = Extraction(about(text), (three, one), (), (), unselected=(two,))
    assert [entry.id for entry in claimsfile.loads(claimsfile.dumps(found, unselected=True)).claims] == [
        "Three ships", "One ship", "Two ships",
    ]  # fmt: skip


def test_order_stays_and_new_claims_stand_where_the_text_has_them() -> None:
    text = document("One ship sank. Two ships sank. Three ships sank. Four ships sank.")
    one, two, three, four = (
        claim(text, words, f"c{number}")
        for number, words in enumerate(
            ("One ship sank.", "Two ships sank.", "Three ships sank.", "Four ships sank."), 1
        )
    )
    before = Extraction(about(text), (replace(two, id="c1"), replace(four, id="c2")), (), ())
    swapped = reread(replace(before, claims=before.claims[::-1]))
    merged = claimsfile.merge(swapped, replace(before, claims=(one, two, three, four)), text)
    assert [(entry.id, entry.text.split()[0]) for entry in merged.claims] == [
        ("c2", "Four"), ("c3", "One"), ("c1", "Two"), ("c4", "Three"),
    ]  # fmt: skip


def test_ids_of_references_and_citations_survive() -> None:
    text = document(
        "Roads cost more (Aas, 2018).\n\n" + FERRY + "Aas, B. Roads. (2018). https://coast.example.org/roads\n"
    )
    start = text.text.index("Aas, B.")
    dahl, aas = (
        ferry(text).references[0],
        Reference("r1", text.text[start:-1], Span(start, len(text.text) - 1), "Roads"),
    )
    cited = ferry(text).citations[0]
    first = text.text.index("Aas, 2018")
    fresh = replace(
        ferry(text),
        claims=(replace(ferry(text).claims[0], citations=("k2",)), ferry(text).claims[1]),
        citations=(
            Citation("k1", "Aas, 2018", Span(first, first + 9), "sentence", Resolved(("r1",))),
            replace(cited, id="k2", resolution=Ambiguous(("r2", "r1"))),
        ),
        references=(aas, replace(dahl, id="r2")),
    )
    merged = claimsfile.merge(edit(ferry(), "c1", confirmed=("r1",)), fresh, text)
    assert [(entry.id, entry.title) for entry in merged.references] == [("r2", "Roads"), ("r1", "Counting cars")]
    assert [(entry.id, entry.text) for entry in merged.citations] == [("k2", "Aas, 2018"), ("k1", "Dahl, 2020")]
    assert merged.citations[1].candidates == ("r1", "r2")
    assert merged.claims[0].citations == ("k1",)
    assert merged.claims[0].confirmed == ("r1",)


def test_a_citation_is_known_by_its_sentence() -> None:
    text = document("Boats too (Dahl, 2020).\n\n" + FERRY)
    first = Citation("k1", "Dahl, 2020", Span(11, 21), "sentence", Resolved(("r1",)))
    boats = claim(text, "Boats too (Dahl, 2020).", "c1", citations=("k1",))
    cars, fares = ferry(text).claims
    fresh = replace(
        ferry(text),
        claims=(boats, replace(cars, id="c2", citations=("k2",)), replace(fares, id="c3")),
        citations=(first, replace(ferry(text).citations[0], id="k2")),
    )
    merged = claimsfile.merge(reread(ferry()), fresh, text)
    assert [(entry.id, entry.span.start) for entry in merged.citations] == [("k2", 11), ("k1", 79)]
    assert [(entry.id, entry.citations) for entry in merged.claims] == [("c3", ("k2",)), ("c1", ("k1",)), ("c2", ())]


def test_a_confirmed_reference_that_is_gone_is_no_longer_confirmed() -> None:
    fresh = replace(ferry(), references=(), citations=(), claims=(replace(ferry().claims[0], citations=()),))
    merged = claimsfile.merge(edit(ferry(), "c1", confirmed=("r1",)), fresh, document())
    assert merged.claims[0].confirmed == ()
    reread(merged)


def changed(before: Extraction, after: Extraction) -> list[str]:
    """The first words of the lines that are new in the claims file of ``after``."""
    lines = difflib.ndiff(claimsfile.dumps(before).splitlines(), claimsfile.dumps(after).splitlines())
    return [line.split()[1] for line in lines if line.startswith("+ ")]


def test_the_difference_of_two_extractions_is_small() -> None:
    text = document(FERRY.replace("Ministers praised it.", "Ministers praised it, and mayors as well."))
    merged = claimsfile.merge(reread(ferry()), ferry(text), text)
    # The digest of the text and its length, and how far the next claim and the next entry are from those before.
    assert changed(ferry(), merged) == ["sha256:", "characters:", "c2:", "r1:"]


def test_a_new_paragraph_changes_one_place_of_each_kind() -> None:
    old, _ = extracted([f"Ship {number} sank." for number in range(60)])
    before = extracted([f"Ship {number} sank." for number in range(60)])[1]
    text = document("A storm came.\n\n" + old.text)
    claims = [
        replace(entry, span=entry.span.shifted(15), line=3, facts=shifted(entry.facts, 15)) for entry in before.claims
    ]
    merged = claimsfile.merge(reread(before), replace(before, document=about(text), claims=tuple(claims)), text)
    assert changed(before, merged) == ["sha256:", "characters:", "c1:"]


# --- Properties ---------------------------------------------------------------------------------------------------

SENTENCES = tuple(
    f"{who} {what} in {year}."
    for who in ("The mayor", "A tanker", "The court")
    for what in ("left", "paid 300 euros", "lost")
    for year in (1990, 2004)
)
texts = st.lists(st.sampled_from(SENTENCES), max_size=7)


def extracted(sentences: list[str]) -> tuple[Document, Extraction]:
    """Every sentence a claim, with ids by number: the hardest case, since all ids move."""
    text = document(" ".join(sentences) or "Nothing.")
    claims, offset = [], 0
    for number, words in enumerate(sentences, 1):
        span = Span(offset, offset + len(words))
        year = Date(words[-5:-1], words[-5:-1], Span(span.end - 5, span.end - 1))
        claims.append(
            replace(claim(text, words, f"c{number}", facts=Facts(dates=(year,))), span=span, column=offset + 1)
        )
        offset += len(words) + 1
    return text, Extraction(about(text), tuple(claims), (), ())


edits = st.lists(st.sampled_from([{}, *({key: value} for key, value in CHANGES.items() if key != "confirmed")]))


@given(texts, texts, edits, st.randoms())
@settings(max_examples=100, deadline=None)
def test_merging(before: list[str], after: list[str], changes: list[dict[str, Any]], chance: Any) -> None:
    _, old = extracted(before)
    claims = [
        replace(entry, **change) for entry, change in zip(old.claims, changes + [{}] * len(before), strict=False)
    ]  # fmt: skip
    chance.shuffle(claims)
    edited = reread(replace(old, claims=tuple(claims)))
    text, fresh = extracted(after)
    merged = claimsfile.merge(edited, fresh, text)
    names = [entry.id for entry in merged.claims]
    assert len(set(names)) == len(names)
    # Every sentence of the new text has its claim, and every claim is at its sentence or stale.
    standing = {entry.span for entry in merged.claims if entry.id not in merged.stale}
    assert standing == {entry.span for entry in fresh.claims}
    for entry in merged.claims:
        if entry.id not in merged.stale:
            assert claimsfile.load.digest_of(entry.span.of(text.text)) == entry.digest
    # What a person worked on is there, in the person's order.
    worked_on = [entry.id for entry in edited.claims if entry.edited or entry.waivers or entry.sources or entry.note]
    assert [name for name in names if name in worked_on] == worked_on
    kept = {entry.id: entry for entry in merged.claims}
    for entry in edited.claims:
        if entry.id in worked_on:
            assert kept[entry.id].text == entry.text
            assert kept[entry.id].note == entry.note
            assert kept[entry.id].waivers == entry.waivers
    # Once more changes nothing, in memory and through the file.
    assert claimsfile.merge(merged, fresh, text) == merged
    assert claimsfile.dumps(claimsfile.merge(reread(merged), fresh, text)) == claimsfile.dumps(merged)
