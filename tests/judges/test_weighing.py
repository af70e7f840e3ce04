"""What a model may change in a ruling, and what it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import judges
from claimcheck.judges import Choice, _weighing
from claimcheck.judges._weighing import Combination, Weights, decide
from claimcheck.model import Comparison, Passage, Ruling, Span, Verdict
from tests.entailment import tiny

PAGE = "News of Velm\n\nThe mill at Velm was shut in 1998. It had forty workers, most of whom found work at the bakery."


@pytest.fixture(autouse=True)
def model_alone_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """A combination that hears nothing but the model."""
    weights = Combination(Weights(0.0, {"entailed": 1.0}), Weights(-9.0, {}), lifts=0.8, holds_back=0.2)
    monkeypatch.setattr(_weighing, "combination", lambda kind: weights)


@pytest.fixture
def believing(tmp_path: Path) -> Choice:
    """Finds support wherever the page says "shut": in every window of the page."""
    return Choice(str(tiny.write(tmp_path / "believing")))


@pytest.fixture
def doubting(tmp_path: Path) -> Choice:
    return Choice(str(tiny.write(tmp_path / "doubting", labels=("neutral", "entailment"))))


def test_other_words_for_the_same_are_lifted(believing: Choice) -> None:
    claim = "The bakery took in people who had lost their jobs at the mill."
    assert judges.verify(claim, PAGE).verdict in {"partial", "unsupported"}
    ruling = judges.verify(claim, PAGE, believing)
    assert ruling.verdict == "supported"
    assert ruling.evidence is not None
    assert ruling.evidence.text in " ".join(PAGE.split())
    assert ruling.score >= 0.8


@pytest.mark.parametrize(
    "claim",
    [
        "The mill at Velm was shut in 1988.",  # a date that differs
        "The mill at Velm had sixty workers.",  # a number that differs
        "The mill at Velm was shut in 1998 at a cost of 7 million euros.",  # a number that nothing mentions
        "The mill at Velm was shut in 1998, said Ada Holm.",  # somebody whom nothing mentions
        "The mill at Velm was not shut in 1998.",
    ],
)
def test_a_fact_that_fails_or_is_absent_is_never_lifted(claim: str, believing: Choice) -> None:
    assert judges.verify(claim, PAGE, believing).verdict == judges.verify(claim, PAGE).verdict != "supported"


def test_shared_words_alone_are_held_back(doubting: Choice) -> None:
    claim = "Most of the workers at Velm found work at the bakery."
    assert judges.verify(claim, PAGE).verdict == "supported"
    ruling = judges.verify(claim, PAGE, doubting)
    assert (ruling.verdict, ruling.reason) == ("unsupported", "insufficient")
    assert ruling.score <= 0.2


def test_a_sentence_of_the_page_is_not_asked_about(doubting: Choice) -> None:
    for claim in ("The mill at Velm was shut in 1998.", PAGE.split("1998. ")[1]):
        assert judges.verify(claim, PAGE, doubting).verdict == "supported"


def test_text_elsewhere_takes_nothing_from_the_chance(believing: Choice) -> None:
    claim = "The bakery took in people who had lost their jobs at the mill."
    more = PAGE + "\n\nThe pond froze in January, and the ducks walked to the baker's.\n\nOnions are dear this year."
    assert judges.verify(claim, more, believing).verdict == judges.verify(claim, PAGE, believing).verdict == "supported"


def test_what_stands_outside_the_article_is_not_lifted(believing: Choice) -> None:
    page = (
        "The mayor resigns\n\nThe mayor of Velm resigned on Monday after a long quarrel over the new bridge, which he "
        "had wanted for years. The council meets on Friday.\n\nRelated stories\n\nMill at Velm shut\n\n"
        "Bakery at Velm hires staff"
    )
    ruling = judges.verify("Bakery staff at Velm were hired.", page, believing)
    assert ruling.verdict != "supported"


PASSAGE = Passage("The mill was shut.", Span(0, 18), 1.0)
RULE = Combination(Weights(0, {}), Weights(0, {}), lifts=0.5, fills_in=0.7, holds_back=0.2, accuses=0.9, spares=0.4)


@pytest.mark.parametrize(
    ("verdict", "fact", "support", "against", "expected"),
    [
        ("partial", None, 0.6, 0.1, "supported"),
        ("partial", Comparison("date", "1998", None, agrees=None), 0.6, 0.1, "partial"),
        ("partial", Comparison("date", "1998", None, agrees=None), 0.8, 0.1, "supported"),
        ("unsupported", Comparison("date", "1998", "1989", agrees=False), 1.0, 0.0, "unsupported"),
        ("partial", Comparison("quotation", "never again", None, agrees=None), 1.0, 0.0, "partial"),
        ("partial", Comparison("instrument", "Resolution 2270", None, agrees=None), 1.0, 0.0, "partial"),
        ("contradicted", Comparison("date", "1998", "1989", agrees=False), 1.0, 0.3, "unsupported"),
        ("contradicted", Comparison("date", "1998", "1989", agrees=False), 1.0, 0.5, "contradicted"),
        ("supported", None, 0.1, 0.95, "contradicted"),
        ("supported", None, 0.1, 0.5, "unsupported"),
    ],
)
def test_what_the_two_chances_make_of_a_ruling(
    verdict: Verdict, fact: Comparison | None, support: float, against: float, expected: Verdict
) -> None:
    ruling = Ruling(verdict, "", 0.0, PASSAGE, (fact,) if fact else ())
    assert decide(ruling, support, against, RULE) == expected


def test_nothing_is_decided_on_what_stands_outside_the_article() -> None:
    assert decide(Ruling("partial", "outside-body", 0.0, PASSAGE), 1.0, 1.0, RULE) == "partial"
