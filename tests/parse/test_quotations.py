"""Quotations and their speakers: forms one by one, several hundred sentences with a floor, and hostile input."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.parse import quotations
from tests.eval.score_quotations import score


def spoken(text: str) -> list[tuple[str, str | None]]:
    found = quotations.find(text)
    for one in found:
        assert text[one.span.start : one.span.end] == one.text
    return [(one.text, one.speaker) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # behind, before, in the middle
        ("“We had no warning,” said Ines Vidal, the mayor.", [("We had no warning,", "Ines Vidal")]),
        ("Vidal told reporters on Monday: “We had no warning.”", [("We had no warning.", "Vidal")]),
        (
            "“We had,” Vidal said, “no warning at all.”",
            [("We had,", "Vidal"), ("no warning at all.", "Vidal")],
        ),
        ("The bank's governor, Lena Brandt, called it “a blunt tool”.", [("a blunt tool", "Lena Brandt")]),
        ("According to the ministry, \"the road will stay shut\".", [("the road will stay shut", "the ministry")]),
        ("A sign by the lift read “Still broken”.", [("Still broken", "A sign by the lift")]),
        # who is meant
        (
            "Tilda Voss runs the shelter. “We had a plan,” she said.",
            [("We had a plan,", "Tilda Voss")],
        ),
        (
            "Jonas Lie met Per Dahl in Oslo. “It went well,” he said.",
            [("It went well,", "Jonas Lie")],
        ),
        ("Yonhap saw the memo. “It is a forgery,” the agency quoted an aide as saying.",
         [("It is a forgery,", "an aide")]),
        # somebody else's name in the sentence is not the speaker
        ("Lund's lawyer dismissed the charge as “a screenplay”.", [("a screenplay", "Lund's lawyer")]),
        ("He was described by a former teacher as “the quiet one”.", [("the quiet one", "a former teacher")]),
        # marks
        ("«No vamos a pagar», dijo el alcalde, Luis Prieto.", [("No vamos a pagar", "Luis Prieto")]),
        ("„Es reicht“, sagte Merle Haas.", [("Es reicht", "Merle Haas")]),
        ("‘It’s the dogs’ dinner,’ said Alma Finch.", [("It’s the dogs’ dinner,", "Alma Finch")]),
        ("“He told me ‘never again’,” said Kira Dunn.", [("He told me ‘never again’,", "Kira Dunn")]),
        (
            "“The first duty is to be accurate.\n\n“The second is to be read,” the editor wrote.",
            [("The first duty is to be accurate.", "the editor"), ("The second is to be read,", "the editor")],
        ),
    ],
)  # fmt: skip
def test_who_says_what(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The band's second album, “Paper Lanterns”, sold poorly.",
        "The so-called “smart” meters were anything but.",
        "The word “budget” comes from the French.",
        "He has been nicknamed “the Professor” by teammates.",
        "In this Agreement, “Affiliate” means any entity under common control.",
        'The 12" version runs to nine minutes and the 7" to three.',
        "Its 2019 report, “Rising Tides: Cities at the Edge”, was more cautious.",
        'They call it "efficiency".',
        "The event 'beforeExit' is emitted, and the path is \"/var/log/app.log\".",
        'The monitor command "show_leaks full 0x12 20" reports "-t" too.',
        "Wrap the call in app.on('close') to be told.",
    ],
)
def test_titles_and_words_as_words_are_no_quotations(text: str) -> None:
    assert spoken(text) == []


def test_a_colon_makes_nobody_a_speaker_who_cannot_speak() -> None:
    lines = 'The level of support: "We were never so many in the square as on that day."'
    assert [speaker for _, speaker in spoken(lines)] == [None]
    assert spoken('As Adela Brandt argued: "No road was ever built by waiting for it."')[0][1] == "Adela Brandt"


def test_no_quotation_reaches_over_the_end_of_a_block() -> None:
    blocks = 'Press "a to go on.\u2029The next block is another.\u2029\n\nIt ends here" at last.'
    assert spoken(blocks) == []


def test_the_speaker_is_none_where_nobody_is_named() -> None:
    assert spoken("“We had a plan, and then the roof came in,” she said.") == [
        ("We had a plan, and then the roof came in,", None)
    ]


def test_an_offset_moves_the_spans() -> None:
    (one,) = quotations.find("Lund said: “We go now, all of us.”", 100)
    assert one.span.start == 112


def test_several_hundred_sentences() -> None:
    lines = Path(__file__).with_name("quotations.jsonl").read_text(encoding="utf-8").splitlines()
    rates = score([json.loads(line) for line in lines], show=False).rates()
    assert rates["precision"] >= 0.99, rates
    assert rates["recall"] >= 0.99, rates
    assert rates["speaker_precision"] >= 0.98, rates


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet="“”‘’\"'«»„‟‚`,.!? \nLund said:(—aé\u0000\ud800中", max_size=120))
def test_any_text_is_read_and_spans_slice_back(text: str) -> None:
    found = quotations.find(text)
    for one in found:
        assert text[one.span.start : one.span.end] == one.text
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "“" * 50_000,
        '"' * 50_000,
        "'a " * 60_000,
        "’" * 100_000,
        'said "a b c d" he ' * 8_000,
        "“a b c d e f, " * 15_000,
    ],
    ids=["open", "straight", "single", "apostrophes", "said", "unclosed"],
)
def test_hostile_input_costs_linear_time(text: str) -> None:
    quotations.find(text)
