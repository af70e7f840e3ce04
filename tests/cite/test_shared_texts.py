"""The two texts that the project is measured on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from claimcheck.bibliographies import bibliography
from claimcheck.cite import Citing, cite
from claimcheck.readers import read_file
from claimcheck.segment import sentences

TEXTS = Path(__file__).resolve().parents[2].parent / "shared" / "texts"
pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="shared texts are not on this machine")


@pytest.fixture(scope="module")
def essay() -> Citing:
    document = read_file(str(TEXTS / "essay.txt"))
    found = cite(document, sentences(document), bibliography(document))
    for citation in found.citations:
        assert citation.span.of(document.text) == citation.text
        assert document.text[citation.span.start - 1] in "( "
        assert document.text[citation.span.end] in ");"
    lines = document.text.rstrip("\n").split("\n")
    assert [reference.text for reference in found.references] == lines[-31:]
    return found


def test_every_citation_of_the_essay(essay: Citing) -> None:
    assert len(essay.citations) == 52
    assert len({citation.group for citation in essay.citations}) == 27
    assert len({citation.text for citation in essay.citations}) == 36
    statuses = Counter(citation.status for citation in essay.citations)
    assert statuses == {"resolved": 39, "weak": 1, "ambiguous": 3, "dangling": 9}
    assert Counter(citation.scope for citation in essay.citations) == {"orphan": 29, "sentence": 23}


def test_what_the_hard_keys_name(essay: Citing) -> None:
    by_id = {reference.id: reference for reference in essay.references}
    by_key = {citation.text: citation for citation in essay.citations}

    def hosts(key: str) -> list[str]:
        named = by_key[key].references or by_key[key].candidates
        return [str(by_id[one].url).split("/")[2].removeprefix("www.") for one in named]

    assert hosts("Editor, 2024") == ["newsweek.com"]
    assert hosts("News, 2024") == ["abcnews.go.com"]
    assert hosts("academic.oup.com, 2024") == ["academic.oup.com"]
    assert hosts("North Korea ratifies major defense treaty with Russia, 2024") == ["apnews.com"]
    assert hosts("강여은, 2019") == ["s-space.snu.ac.kr"]
    assert by_key["강여은, 2019"].status == "weak"
    assert hosts("keia.org, n.d.") == ["keia.org", "keia.org"]
    assert by_key["keia.org, n.d."].year_mismatch
    dangling = {citation.text.split(",")[0] for citation in essay.citations if citation.status == "dangling"}
    assert dangling == {
        "Jcookson",
        "www.nytimes.com",
        "www.academia.edu",
        "www.tandfonline.com",
        "www.researchgate.net",
        "onlinelibrary.wiley.com",
        "online.ucpress.edu",
    }


def test_the_essays_references(essay: Citing) -> None:
    assert len(essay.references) == 31
    for reference in essay.references:
        assert reference.url == reference.text.rsplit(" ", 1)[-1]
        assert reference.accessed == "2024-11-12"
    assert sum(not reference.authors for reference in essay.references) == 21


def test_the_op_ed_cites_nothing() -> None:
    document = read_file(str(TEXTS / "op-ed.txt"))
    found = cite(document, sentences(document), bibliography(document))
    assert found.citations == ()
    assert found.references == ()
