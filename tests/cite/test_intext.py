"""What is a citation, with which span, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.bibliographies import Bibliography
from claimcheck.cite import cite
from claimcheck.model import Block, Document, Sentence, Span
from tests.cite.samples import citing, outcomes

ENTRIES = """

References

Dale, R. (2001). One river. River Press.
Dale, R. (2003). Two rivers. River Press.
Dale, R., & Finch, L. (1999). Maps of rivers. River Press.
García-López, A., Ruiz, B., & Sato, C. (2018). Doubt. Rivers, 1, 2-3.
O'Neill, S., Park, J., & Lim, K. (2010). Flow. Rivers, 2, 3-4.
Van der Meer, J. (2004). Beds. Delft.
World Bank. (2015). Rivers of the world. https://wb.example.org/r
"""


def keys(sentence: str, entries: str = ENTRIES) -> list[str]:
    return [citation.text for citation in citing(f"{sentence}{entries}").citations]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("As Dale (2001) notes, rivers move.", ["Dale (2001)"]),
        ("In 1998, Dale and Finch (1999) mapped them.", ["Dale and Finch (1999)"]),
        ("Van der Meer (2004, p. 33) did not.", ["Van der Meer (2004, p. 33)"]),
        ("O'Neill et al. (2010) and the World Bank (2015) agree.", ["O'Neill et al. (2010)", "World Bank (2015)"]),
        ("Later work on Dale and Finch's (1999) maps failed.", ["Dale and Finch's (1999)"]),
        ("Garcia-Lopez, Ruiz and Sato (2018) doubt it.", ["Garcia-Lopez, Ruiz and Sato (2018)"]),
        ("Dale [2003] is clear.", ["Dale [2003]"]),
        ("Dale (2001; 2003) later changed his mind.", ["Dale (2001", "2003"]),
        ("Petrov et al. (2012) are not listed.", ["Petrov et al. (2012)"]),
        ("As Petrov (2012) shows, maps differ.", ["Petrov (2012)"]),
        ("Rivers move (Dale, 2001; see Dale & Finch, 1999, p. 4).", ["Dale, 2001", "Dale & Finch, 1999, p. 4"]),
        ("Rivers move (first mapped by Dale, 2001).", ["Dale, 2001"]),
        ("Rivers move [Dale, 2001], and so do banks.", ["Dale, 2001"]),
        ("Rivers move (Dale, 2001, Van der Meer, 2004).", ["Dale, 2001", "Van der Meer, 2004"]),
        ("See Dale 2001 for the maps.", ["Dale 2001"]),
    ],
)
def test_spans(sentence: str, expected: list[str]) -> None:
    assert keys(f"Rivers are long (Dale, 2003). {sentence}")[1:] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "By 2021 (a strange year) nothing moved.",
        "During the war (1939) nothing moved.",
        "There were many (10,000 in 1950; 12,000 in 1962).",
        "One maker, closed since (in 2011), kept records.",
        "It rained (see Figure 2) for days.",
        "It rained (ten minutes; 3 June).",
        "Members (NATO, oddly, among the donors) left.",
        "He said [sic] that [photo by the author] was his.",
        "The measure was 40 m² wide.",
        "Write to office@rivers.example.org or @rivers.",
    ],
)
def test_what_only_looks_like_a_citation(sentence: str) -> None:
    assert keys(f"Rivers are long (Dale, 2003). {sentence}") == ["Dale, 2003"]


def test_a_text_that_cites_nothing_has_no_citation() -> None:
    text = (
        "The mayor (born 1950) spoke in Resolution 2270 terms. The treaty (UNSC) of 1998 holds; "
        "about 3,000 came (up from 2,000)."
    )
    assert citing(text).citations == ()


NUMBERED = """

References

1. Adams P. Cough. Lung. 2001;3:1-4.
2. Bell R, Cox T. More cough. Lung. 2003;5:9-12.
3. Dean L. Long cough. Chest Notes. 2005;1:3-4.
4. Ewing F. Recurring cough. 2007. Available from: https://cough.example.org
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Cough is common [1].", ["1"]),
        ("It may last [2,3] or recur [1-3].", ["2", "3", "1-3"]),
        ("It may last [1]–[3].", ["1]–[3"]),
        ("Cough is common (1). It may last (2, 3).", ["1", "2", "3"]),
        ("Three types exist: (1) dry, (2) wet. Cough is common (4).", ["4"]),
        ("Cough is common.¹ It may last.²,³", ["¹", "²", "³"]),
        ("Cough is common [3, p. 12].", ["3, p. 12"]),
        ("Cough is common.1 It may last.2", ["1", "2"]),
    ],
)
def test_numbers(sentence: str, expected: list[str]) -> None:
    assert keys(sentence, NUMBERED) == expected


def test_a_range_names_all_its_references() -> None:
    assert outcomes(f"It may recur [1-3].{NUMBERED}") == [
        ("1-3", "resolved", "1. Adams P. | 2. Bell R, C | 3. Dean L. L")
    ]
    assert outcomes(f"It may recur [3-6].{NUMBERED}")[0][1] == "dangling"


def test_a_name_may_be_wrapped_over_two_lines() -> None:
    found = keys("Rivers move, as was shown long ago by Dale and\nFinch (1999), who mapped them all (Dale,\n2001).")
    assert found == ["Dale and\nFinch (1999)", "Dale,\n2001"]


def bare(text: str, media_type: str = "text/plain") -> tuple[Document, tuple[Sentence, ...]]:
    document = Document("x.txt", text, text, media_type, "0", (Block(Span(0, len(text))),))
    return document, (Sentence(Span(0, len(text)), document.blocks[0], 0),)


@settings(deadline=None, max_examples=200)
@given(
    st.text(alphabet=st.sampled_from(list("()[];,.&@^<>/\\{}\"' \n12aABé王한م¹—2020ref")), max_size=120), st.booleans()
)
def test_any_text_can_be_read(text: str, markdown: bool) -> None:
    document, sentences = bare(text, "text/markdown" if markdown else "text/plain")
    found = cite(document, sentences if text.strip() else (), Bibliography())
    assert all(one.span.of(text) == one.text for one in found.citations)
    assert all(one.span.of(text) == one.text for one in found.references)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 50_000,
        "[1] " * 10_000,
        "<ref>" * 10_000,
        "[^a]: x\n" * 6_000,
        "\\cite" + " " * 50_000,
        "(A, 2020" + ", p. 3" * 8_000 + ")",
    ],
    ids=["brackets", "numbers", "refs", "notes", "cite", "locators"],
)
def test_hostile_text_costs_little(text: str) -> None:
    document, sentences = bare(text)
    assert cite(document, sentences, Bibliography()) is not None
