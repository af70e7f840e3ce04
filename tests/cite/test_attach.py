from __future__ import annotations

from claimcheck.bibliographies import bibliography
from claimcheck.cite import cite
from claimcheck.segment import sentences
from tests.cite.samples import read

ENTRIES = "\n\nReferences\n\nHart, L. (2001). Eggs. River.\nLund, E. (1999). Bread. River Press.\n"


def test_own_and_inherited() -> None:
    document = read(
        f"Eggs cost more. They did so for years. Bread does too (Hart, 2001). Milk is cheap. Cheese "
        f"is not (Lund, 1999). Wine is.{ENTRIES}"
    )
    found = sentences(document)
    citing = cite(document, found, bibliography(document))
    texts = {citation.id: citation.text for citation in citing.citations}
    assert {found[at].span.of(document.text)[:6]: [texts[one] for one in ids] for at, ids in citing.own.items()} == {
        "Bread ": ["Hart, 2001"],
        "Cheese": ["Lund, 1999"],
    }
    assert {
        found[at].span.of(document.text)[:6]: [texts[one] for one in ids] for at, ids in citing.inherited.items()
    } == {
        "Eggs c": ["Hart, 2001"],
        "They d": ["Hart, 2001"],
        "Milk i": ["Lund, 1999"],
    }


def test_a_paragraph_of_citations_is_an_orphan() -> None:
    document = read(
        f"Eggs cost more every year, as people know.\n\n(Hart, 2001; Lund, 1999)\n\nBread does too, "
        f"as people know (Lund, 1999).{ENTRIES}"
    )
    found = cite(document, sentences(document), bibliography(document))
    assert [citation.scope for citation in found.citations] == ["orphan", "orphan", "sentence"]
    assert sum(map(len, found.own.values())) == 1


def test_a_group_behind_the_full_stop_vouches_for_the_sentence() -> None:
    document = read(f"Eggs cost more every year. (Hart, 2001)\n\nBread does too, as people know.{ENTRIES}")
    found = cite(document, sentences(document), bibliography(document))
    assert [citation.scope for citation in found.citations] == ["sentence"]
    assert list(found.own) == [0]


def test_narrative_citations_and_links_vouch_for_their_own_sentence_only() -> None:
    document = read(f"Eggs cost more every year. Hart (2001) says that bread does.{ENTRIES}")
    assert cite(document, sentences(document), bibliography(document)).inherited == {}
