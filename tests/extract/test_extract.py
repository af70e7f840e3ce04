"""From a document to its claims."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import readers
from claimcheck.errors import UnreadableText
from claimcheck.extract import extract
from claimcheck.model import Extraction

REPORT = """The tunnel under Mount Arle

By Hanna Brekke | 4 June 2023

The road tunnel under Mount Arle opened on 2 June 2023 after six years of work. It is a splendid piece of engineering. \
Contractors removed about 1.2 million tonnes of rock (Vik, 2022). The tunnel could change the whole valley (Moen, 2023).

Should we not be proud of it? Fourteen workers were injured during construction, the labour inspectorate said.

(Vik, 2022; Moen, 2023)

References

Vik, A. (2022). Mount Arle tunnel passes two thirds. Valley Times. https://valley.example/two-thirds

Moen, S. (2023). What the tunnel may bring. Valley Times. https://valley.example/may-bring

Hanna Brekke is a staff writer. She lives in Arle.
"""


def read(text: str, path: str = "report.txt") -> Extraction:
    return extract(readers.read_bytes(text.encode(), path=path))


def claim_texts(extraction: Extraction) -> list[str]:
    return [claim.text for claim in extraction.claims if claim.kind == "statement"]


def test_facts_and_cited_assessments_are_selected_and_opinions_are_not() -> None:
    found = read(REPORT)
    texts = " ".join(claim_texts(found))
    assert "opened on 2 June 2023" in texts
    assert "1.2 million tonnes" in texts
    assert "Fourteen workers" in texts
    assert "splendid" not in texts
    assert "Should we not" not in texts
    cited = next(claim for claim in found.claims if "could change" in claim.text)
    assert cited.class_ == "cited"


def test_bylines_biographies_and_citation_paragraphs_are_no_claims() -> None:
    texts = " ".join(claim_texts(read(REPORT)))
    for words in ("Brekke", "lives in Arle", "(Vik, 2022; Moen"):
        assert words not in texts


def test_a_selection_comes_with_its_reasons() -> None:
    opened = next(claim for claim in read(REPORT).claims if "2 June 2023" in claim.text)
    assert any("date" in reason for reason in opened.reasons)


def test_citations_of_a_claim_are_its_own_and_the_paragraph_inherits() -> None:
    found = read(REPORT)
    rock = next(claim for claim in found.claims if "tonnes" in claim.text)
    opened = next(claim for claim in found.claims if "2 June" in claim.text)
    (own,) = (citation for citation in found.citations if citation.id in rock.citations)
    assert own.text == "Vik, 2022"
    assert not opened.citations
    assert set(rock.citations) <= set(opened.inherited)


def test_each_part_of_a_sentence_has_the_citations_behind_it() -> None:
    text = "The bridge opened in 1901,<ref>Kral, 1950.</ref> and the tower fell in 1920.<ref>Lund, 1960.</ref>\n"
    found = extract(readers.read_bytes(text.encode(), path="arn.wiki"))
    first, second = (citation.id for citation in found.citations)
    assert [claim.citations for claim in found.claims] == [(first,), (second,)]
    shared = (
        "The bridge opened in 1901, and the tower fell in 1920 (Kral, 1950).\n\nReferences\n\nKral, A. (1950). Arn.\n"
    )
    assert {claim.citations for claim in read(shared).claims} == {(read(shared).citations[0].id,)}


def test_ids_survive_edits_elsewhere() -> None:
    before = {claim.text: claim.id for claim in read(REPORT).claims}
    after = {claim.text: claim.id for claim in read("A new first line stands here.\n\n" + REPORT).claims}
    kept = set(before) & set(after)
    assert len(kept) >= 3
    assert all(before[text] == after[text] for text in kept)


def test_an_unclear_subject_is_flagged() -> None:
    text = "The ministry closed 14 mines in 2019. They employed 3,000 people in March 2018.\n"
    second = next(claim for claim in read(text).claims if claim.text.startswith("They"))
    assert "They" in second.unclear


def test_the_two_long_texts(shared_texts: Path) -> None:
    essay = extract(readers.read_file(str(shared_texts / "essay.txt")))
    assert Counter(citation.status for citation in essay.citations) == {
        "resolved": 39,
        "dangling": 9,
        "ambiguous": 3,
        "weak": 1,
    }
    assert len(essay.references) == 31
    op_ed = extract(readers.read_file(str(shared_texts / "op-ed.txt")))
    assert not op_ed.citations
    assert not any("Beaman is" in claim.text or "She graduated" in claim.text for claim in op_ed.claims)
    resolution = next(claim for claim in op_ed.claims if "2270" in claim.text)
    assert any("S/RES/2270" in address for address in resolution.suggested)


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=400))
def test_no_text_makes_it_crash_and_every_offset_slices_back(text: str) -> None:
    try:
        document = readers.read_bytes(text.encode("utf-8", "replace"), path="any.txt", media_type="text/plain")
    except UnreadableText:
        return
    found = extract(document)
    for claim in (*found.claims, *found.unselected):
        assert claim.span.of(document.text) == claim.text
        facts = claim.facts
        spans = [quantity.span for quantity in facts.quantities]
        spans += [date.span for date in facts.dates]
        spans += [entity.span for entity in facts.entities]
        for span in spans:
            assert claim.span.start <= span.start < span.end <= claim.span.end
    for citation in found.citations:
        assert citation.span.of(document.text) == citation.text
    for reference in found.references:
        assert reference.span.of(document.text) == reference.text


def test_contents_and_lists_of_reports_are_no_claims() -> None:
    contents = "1 The mill . . . . . . . . . 12\n2 The weir . . . . . . . . . 40"
    reports = "440671 The pump stalls in frost\n440688 A valve was replaced by Osei\n440702 The gauge was moved"
    text = f"{contents}\n\n{reports}\n\nThe mill was built by Hanna Brekke in 1841."
    document = readers.read_bytes(text.encode(), path="mill.txt")
    found = extract(document)
    assert [claim.text for claim in found.claims] == ["The mill was built by Hanna Brekke in 1841."]


def test_one_word_is_no_claim_unless_it_cites() -> None:
    found = read("# Results\n\n2019.\n\nThe ferry sank in 2019.\n\n`retries`\n", path="notes.md")
    listed = [claim.text for claim in (*found.claims, *found.unselected)]
    assert listed == ["The ferry sank in 2019."]


def test_garbage_is_collected_as_before() -> None:
    assert gc.isenabled()
    read(REPORT)
    assert gc.isenabled()
    gc.disable()
    try:
        read(REPORT)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_label_of_a_link_in_brackets_is_no_part_of_the_claim() -> None:
    text = (
        "The mill was sold in 2022 for 120 million kroner ([owner](https://mill.example/sale)). The *old* bridge is 74"
        " metres long ([monuments office](https://a.example/1); [town](https://a.example/2)). Rents rose in 2023 (up"
        " [12 percent](https://a.example/3)). The council ([of Eide](https://a.example/4), elected in 2019) met twice."
    )
    assert [claim.prose for claim in read(text, "mill.md").claims] == [
        "The mill was sold in 2022 for 120 million kroner.",
        "The old bridge is 74 metres long.",
        "Rents rose in 2023 (up 12 percent ).",
        "The council ( of Eide, elected in 2019) met twice.",
    ]
