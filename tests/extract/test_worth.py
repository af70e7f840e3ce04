"""Points for what a page can bear out, and off for what none can."""

from __future__ import annotations

import pytest

from claimcheck import parse
from claimcheck.extract._worth import WORTHY, weigh


def points(sentence: str) -> int:
    return weigh(sentence, parse.facts(sentence)).points


@pytest.mark.parametrize(
    "sentence",
    [
        "Two in five households in the valley do not own a car.",
        "The first plan for the ring road was drawn in 1958.",
        "Dockers at Harrow Bay voted on Thursday to end their strike.",
        "The launch violated UN Security Council Resolution 2270.",
        '"We came back with more," said Lena Okoro, the union\'s secretary.',
        "The plan was dropped for lack of money.",
        "Officials say the dam is safe.",
        "The council has applied for a licence.",
        "We have held the certificate since 2021.",
    ],
)
def test_what_a_page_can_bear_out_is_selected(sentence: str) -> None:
    weight = weigh(sentence, parse.facts(sentence))
    assert weight.class_ == "fact"
    assert weight.points >= WORTHY


@pytest.mark.parametrize(
    "sentence",
    [
        "It deserves to fail too.",
        "Should we not be proud of it?",
        "We should cancel the contract before the first tree is cut.",
        "The road could change the whole valley.",
        "Try it free for 30 days, and tell us what you think.",
        "It is hard to think of the street without it.",
        "This essay argues that the lamp was the centre of village life before 1870.",
        "I call it arithmetic.",
        "These results are remarkable.",
    ],
)
def test_opinions_advice_and_questions_are_not(sentence: str) -> None:
    assert weigh(sentence, parse.facts(sentence)).class_ == "opinion"


@pytest.mark.parametrize(
    "sentence", ["Some neighbours shrugged.", "The smell of rye filled the street.", "So it went."]
)
def test_scenery_is_minor(sentence: str) -> None:
    assert weigh(sentence, parse.facts(sentence)).class_ == "minor"


def test_every_point_has_its_reason() -> None:
    sentence = "The bridge at Norl cost 11 million in 1931, a shameful sum."
    weight = weigh(sentence, parse.facts(sentence))
    assert weight.points == sum(int(reason.split()[0]) for reason in weight.reasons)
    assert any("11 million" in reason for reason in weight.reasons)
    assert any("shameful" in reason for reason in weight.reasons)


def test_a_citation_makes_an_assessment_cited_and_leaves_a_fact_a_fact() -> None:
    assessment = "The treaty could embolden its signatories."
    assert weigh(assessment, parse.facts(assessment), cites=True, modality="assessment").class_ == "cited"
    fact = "The treaty was signed on 4 March 1998."
    assert weigh(fact, parse.facts(fact), cites=True).class_ == "fact"


def test_a_speakers_judgement_is_not_the_authors() -> None:
    own = "The road is a disaster, and the whole council knows it."
    quoted = '"The road is a disaster, and the whole council knows it," said Jan Peeters.'
    assert points(quoted) > points(own)


def test_a_dictionary_word_that_opens_the_sentence_is_no_name() -> None:
    assert not any("a name" in reason for reason in weigh("Cranes moved.", parse.facts("Cranes moved.")).reasons)
