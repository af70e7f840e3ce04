"""The laws above all judges: a text supports itself, more text takes nothing back, a changed fact is not borne out."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import passages
from claimcheck.judges import claim_of, document_of, rule, verify
from tests.judges import page

UNRELATED = (
    "The tulip growers of Westerveld expect a late spring. About 3,500 bulbs were planted by hand in October, and 12 "
    "greenhouses stand empty. Nobody has complained.",
    'The chess club lost its final by 4 games to 2. "We were asleep," said Ivo Brandt, the captain.',
)
LINES = [line for line in passages.index(document_of(page.PAGE)).sentences if line.body]


@pytest.mark.parametrize("text", [line.text for line in LINES])
def test_every_sentence_supports_itself(text: str) -> None:
    ruling = verify(text, page.PAGE)
    assert ruling.verdict == "supported"
    assert ruling.score == 1.0


@pytest.mark.parametrize(("kind", "more"), list(product(page.SUPPORTED, UNRELATED)))
def test_unrelated_text_takes_no_support_away(kind: str, more: str) -> None:
    body, teasers = page.PAGE.split("Related stories")
    for source in (f"{page.PAGE}\n\n{more}", f"{body}{more}\n\nRelated stories{teasers}", f"{body}\n\n{more}"):
        assert verify(page.SUPPORTED[kind], source).verdict == "supported"


NUMBERED = [line.text for line in LINES if re.search(r"\b\d", line.text) and line.kind == "paragraph"]


@pytest.mark.parametrize("text", NUMBERED)
def test_a_changed_number_is_not_supported(text: str) -> None:
    for number in re.finditer(r"\d{1,3}(?:,\d{3})+|\d+\.\d+|\b\d+\b", text):
        changed = text[: number.start()] + _other(number.group()) + text[number.end() :]
        assert verify(changed, page.PAGE).verdict != "supported", changed


def _other(number: str) -> str:
    first = str((int(number[0]) + 4) % 10 or 7)
    return first + number[1:]


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("The minister denied that the bridge had been closed.", "The bridge had been closed."),
        ("The minister denied that the bridge had been closed.", "The bridge was closed."),
        ("If the bridge is closed, the ferry will sail at night.", "The bridge is closed."),
        ("Was the bridge closed for the parade?", "The bridge was closed for the parade."),
        ("Some residents believe that the bridge was closed on purpose.", "The bridge was closed on purpose."),
        ("There are rumours that the bridge was sold to a bank.", "The bridge was sold to a bank."),
        ("The closure could cost up to 40 jobs.", "The closure cost 40 jobs."),
    ],
)
def test_being_found_is_not_being_asserted(source: str, claim: str) -> None:
    assert verify(claim, f"The bridge\n\nIt rained all week. {source} Nobody came.").verdict != "supported"


def test_what_is_reported_of_its_speaker_is_supported() -> None:
    source = "The council met. The mayor, Ada Holm, said that the bridge would be painted in May. It rained."
    assert verify("Ada Holm said the bridge would be painted in May.", source).verdict == "supported"
    assert verify("The bridge will be painted in May, according to Ada Holm.", source).verdict == "supported"


def test_silence_is_unsupported_with_a_reason_of_the_contract() -> None:
    ruling = verify("The opera house in Lund burned down.", page.PAGE)
    assert (ruling.verdict, ruling.reason) == ("unsupported", "not-mentioned")


def test_a_part_that_is_missing_is_named() -> None:
    ruling = verify("The port authority counts 11,931 tonnes of cargo lost, and it has sacked two pilots.", page.PAGE)
    assert ruling.verdict == "partial"
    assert "sacked two pilots" in ruling.reason


def test_one_part_contradicted_contradicts_the_whole() -> None:
    ruling = verify("The sugar mill at Ostwick closed, and three people were killed.", page.PAGE)
    assert ruling.verdict == "contradicted"


def test_citations_in_the_claim_say_nothing() -> None:
    plain = "Brenmouth sued Varga Steel in 2017."
    cited = "Brenmouth sued Varga Steel in 2017 (Farrell, 2019; Port Gazette, n.d.)."
    assert verify(cited, page.PAGE).verdict == verify(plain, page.PAGE).verdict == "supported"


def test_the_same_twice() -> None:
    document = document_of(page.PAGE)
    claims = [claim_of(text) for text in (page.SUPPORTED | page.CONTRADICTED | page.UNSUPPORTED).values()]
    assert [rule(claim, document) for claim in claims] == [rule(claim, document) for claim in claims]


SPECIMENS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from([*'"“”()[]…—;:,.!?', "not", "no", "said", "that", "if", "12", "%", "Ann", "\n"]), max_size=40
    ).map(" ".join),
)


@settings(deadline=None, max_examples=60)
@given(SPECIMENS, SPECIMENS)
def test_nothing_crashes(claim: str, source: str) -> None:
    ruling = verify(claim, "A page. " + source)
    assert ruling.verdict in {"supported", "partial", "contradicted", "unsupported"}
    assert 0.0 <= ruling.score <= 1.0


@settings(deadline=None, max_examples=25)
@given(st.text(alphabet=st.characters(), min_size=1, max_size=60))
def test_odd_characters_do_not_crash(text: str) -> None:
    verify(text, text + " \x00 end")
    verify("The port \ud800 authority", page.PAGE)


def test_an_office_is_not_borne_out_for_somebody_the_page_does_not_name() -> None:
    page = 'The gates close tonight.\n\n"We are ready," said Moira Kessock, the chief executive of Sarn Energy.\n'
    assert verify("Moira Kessock is the chief executive of Sarn Energy.", page).verdict == "supported"
    assert verify("Hannah Brough is the chief executive of Sarn Energy.", page).verdict != "supported"


def test_a_noun_that_begins_the_sentence_is_no_name() -> None:
    page = "Unemployment in Port Ellery fell to 5.1 percent last year, mayor Alasdair Venn said.\n"
    assert verify("Joblessness in Port Ellery dropped to 5.1 percent.", page).verdict != "contradicted"
