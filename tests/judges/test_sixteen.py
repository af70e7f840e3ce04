"""The sixteen kinds of claim against one page: supported, contradicted, unsupported."""

from __future__ import annotations

import pytest

from claimcheck.judges import verify
from tests.judges import page


@pytest.mark.parametrize("kind", page.SUPPORTED)
def test_supported(kind: str) -> None:
    ruling = verify(page.SUPPORTED[kind], page.PAGE)
    assert ruling.verdict == "supported", ruling.explanation
    assert ruling.score > 0.5
    assert ruling.evidence is not None


@pytest.mark.parametrize("kind", page.CONTRADICTED | page.MORE_CONTRADICTED)
def test_contradicted(kind: str) -> None:
    ruling = verify((page.CONTRADICTED | page.MORE_CONTRADICTED)[kind], page.PAGE)
    assert ruling.verdict == "contradicted", ruling.explanation
    assert ruling.score < 0.2
    assert any(fact.agrees is False for fact in ruling.facts)


@pytest.mark.parametrize("kind", page.UNSUPPORTED)
def test_unsupported(kind: str) -> None:
    ruling = verify(page.UNSUPPORTED[kind], page.PAGE)
    assert ruling.verdict == "unsupported", ruling.explanation
    assert ruling.reason in {"not-mentioned", "insufficient"}


def test_teasers_support_in_part_at_most() -> None:
    ruling = verify("The mayor of Ostwick has resigned over 3,500 unpaid parking fines.", page.PAGE)
    assert (ruling.verdict, ruling.reason) == ("partial", "outside-body")


def test_the_explanation_quotes_both_sides() -> None:
    ruling = verify("The replacement crane will cost 9.4 million euros.", page.PAGE)
    assert ruling.verdict == "contradicted"
    assert "9.4 million euros" in ruling.explanation
    assert "7.4 million euros" in ruling.explanation


def test_evidence_slices_back_to_the_page() -> None:
    ruling = verify(page.SUPPORTED["rounding"], page.PAGE)
    assert ruling.evidence is not None
    assert " ".join(ruling.evidence.span.of(page.PAGE).split()) == ruling.evidence.text


def test_both_sides_of_a_difference_are_told() -> None:
    ruling = verify(page.CONTRADICTED["speaker swapped"], page.PAGE)
    assert {fact.kind for fact in ruling.facts if fact.agrees is False} >= {"speaker"}
