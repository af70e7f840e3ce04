"""Plain text: paragraphs, titles, bylines, biographies, captions, furniture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import UnreadableText
from claimcheck.model import Document
from claimcheck.readers import text as reader


def read(text: str) -> Document:
    return reader.read(text.encode(), path="sample.txt")


def kinds(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind, " ".join(block.span.of(document.text).split())) for block in document.blocks]


ARTICLE = """\
Port City Council Approves a New Ferry Terminal
By Maria Ortega and Jon Pike, Staff Writers
Published: March 3, 2024 at 5:14 p.m. ET
3 min read
The Port City council on Monday voted 7-2 to spend $45 million on a new ferry terminal.
Photo: Maria Ortega/Harbor Gazette
The terminal would open in 2026 and serve up to 12,000 passengers a day, according to the plan.
Sign up for our morning newsletter and get the news in your inbox.
Opponents said the cost had doubled since 2021.
Read more:
Five things to know about the harbor plan
Why ferries are back
Maria Ortega is a staff writer covering transport. She can be reached at the newsdesk.
© 2024 Harbor Gazette. All rights reserved.
"""


def test_an_article_with_one_paragraph_a_line() -> None:
    document = read(ARTICLE)
    found = [(block.kind, block.body) for block in document.blocks]
    assert found == [
        ("title", True),
        ("byline", True),
        ("byline", True),
        ("byline", True),
        ("paragraph", True),
        ("caption", True),
        ("paragraph", True),
        ("boilerplate", False),
        ("paragraph", True),
        ("boilerplate", False),
        ("paragraph", False),  # another article's headline: no claim of this text, but words that it shows
        ("paragraph", False),
        ("byline", True),
        ("boilerplate", False),
    ]
    assert document.title == "Port City Council Approves a New Ferry Terminal"
    assert document.metadata.authors == ("Maria Ortega", "Jon Pike")
    assert document.metadata.published == "2024-03-03"
    assert document.language == "en"


def test_the_text_is_the_file_untouched() -> None:
    raw = "First line.\r\n\r\n  Second\u00a0line — “quoted”.\r\n"
    document = reader.read(b"\xef\xbb\xbf" + raw.encode(), path="dos.txt")
    assert document.text == raw
    assert document.prose == raw
    assert [block.span.of(raw) for block in document.blocks] == ["First line.", "Second\u00a0line — “quoted”."]


def test_a_name_in_capitals_that_opens_the_text_is_its_byline() -> None:
    text = "The Tide Turns in Harbor Town\nLENA ORTIZ: When the tide came in, 40 boats were lost.\nNobody was hurt.\n"
    document = read(text)
    assert kinds(text)[1:3] == [
        ("byline", "LENA ORTIZ:"),
        ("paragraph", "When the tide came in, 40 boats were lost."),
    ]
    assert document.metadata.authors == ("Lena Ortiz",)


def test_the_turns_of_an_interview_stay_whole() -> None:
    text = "LENA ORTIZ: How many boats were lost?\nSAM REED: Forty, and two piers.\nLENA ORTIZ: Was anybody hurt?\n"
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 3


def test_a_hard_wrap_is_undone() -> None:
    text = (
        "The government said on Monday that it would send more troops to the\n"
        "border, where 1,200 people have been waiting since the spring of last\n"
        "year for a decision that nobody in the capital wants to take.\n"
        "\n"
        "Aid groups put the number at 3,000. They say that the camps are full\n"
        "and that the wells will run dry before the rains come in the autumn.\n"
    )
    assert [words[:12] for _, words in kinds(text)] == ["The governme", "Aid groups p"]


def test_first_lines_drawn_in_begin_paragraphs_without_blank_lines() -> None:
    text = (
        "    The expedition left in the spring of 1871 with forty men and six\n"
        "boats, and it was not expected to return before the ice had closed the\n"
        "northern passage for the winter.\n"
        "    Nobody in the town believed that it would succeed. The merchants\n"
        "had lent 12,000 dollars at nine percent, and they wanted it back.\n"
    )
    assert [words[:10] for _, words in kinds(text)] == ["The expedi", "Nobody in "]


def test_entries_with_hanging_indents_are_one_block_each() -> None:
    text = (
        "The study is old (Okafor, 2019).\n\n"
        "References\n\n"
        "Okafor, P. (2019). Sleep duration and recall in adolescents. Journal of\n"
        "    Rest, 4(2), 11-29. https://doi.org/10.1000/jr.2019.4\n"
        "Ruiz, M., & Tan, L. (2021). No benefit of naps? A replication.\n"
        "    Memory Letters, 9, 77-81.\n"
    )
    assert [words[:10] for _, words in kinds(text)] == ["The study ", "References", "Okafor, P.", "Ruiz, M., "]


def test_an_entry_that_begins_in_lower_case_is_no_continuation() -> None:
    text = (
        "A study said so (site.example, 2024).\n"
        "Okafor, P. Sleep. (2019). Retrieved May 1, 2024, from https://example.org/a\n"
        "site.example. (2024). Retrieved May 1, 2024, from https://site.example/b\n"
    )
    assert len(kinds(text)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Sign-ups for the military rose by 20 percent in 2023, the ministry said.",
        "Jane Roe is a professor at the state university, and Roe says that 40 percent of fish are gone.",
        "By Monday evening the troops had left the village of Ost.",
        "Related costs rose to $4 million in the same year, according to the audit.",
        "Most read the law as a ban on 3 kinds of weapons.",
        "We use 40 percent more water than in 1990, the agency found.",
        "Comments by 300 residents were filed with the council in March.",
        "Subscribers to the service fell by 2 million last year.",
        "Share prices fell by 4 percent on Monday after the vote.",
        "Photo identification was required at 12 polling places.",
        "Published estimates range from 3,000 to 5,000 people.",
        "Credit card debt rose to $1.2 trillion in 2024.",
        "Copyright law changed in 1998, when the term was extended by 20 years.",
    ],
)
def test_a_paragraph_is_not_taken_for_furniture(line: str) -> None:
    text = f"The Long Dry Summer\nThe river fell by two metres in July.\n{line}\nThe dam will be rebuilt.\n"
    document = read(text)
    assert document.blocks[2].kind == "paragraph"
    assert document.blocks[2].body


def test_a_person_the_article_speaks_of_has_no_biography() -> None:
    text = (
        "A Town Without Water\n"
        "Ida Moss lost her well in 2019, like 300 of her neighbours.\n"
        "The county promised a pipeline and never built it.\n"
        "Ida Moss is a teacher at the village school.\n"
    )
    assert kinds(text)[-1][0] == "paragraph"


def test_a_biography_stands_before_the_bibliography_too() -> None:
    text = (
        "A Town Without Water\n"
        "The county lost 300 wells in 2019 (Reed, 2020).\n"
        "The pipeline was never built, and nobody has said why.\n"
        "Ida Moss is a freelance journalist based in Leeds.\n"
        "Reed, P. The wells. (2020). Retrieved May 1, 2024, from https://example.org/a\n"
        "Vale, O. The pipe. (2021). Retrieved May 1, 2024, from https://example.org/b\n"
    )
    assert [kind for kind, _ in kinds(text)][3:] == ["byline", "paragraph", "paragraph"]


def test_about_the_author_announces_a_biography() -> None:
    text = "A Town Without Water\n\nThe county lost 300 wells.\n\nAbout the author\n\nIda Moss writes about water.\n"
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "byline", "byline"]


def test_headings_stand_alone_between_paragraphs() -> None:
    text = (
        "The Dam\n\nThe dam was built in 1931.\n\nA long wait\n\n"
        "It took the county nine years to raise the 4 million dollars that it cost.\n\n"
        "Methods\n=======\n\nWe asked 300 people.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_short_lines_in_a_row_are_no_headings() -> None:
    text = (
        "The fleet has three ships.\nThe Aurora\nThe Borealis\nThe Crux\nAll were built in 1998 at the yard in Ost.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 5


def test_bullets_and_numbers_are_left_out_of_list_items() -> None:
    text = "The plan has parts:\n- 40 new boats\n- two piers\n\n1. Build the wall.\n2. Pay for it.\n"
    assert kinds(text)[1:] == [
        ("list-item", "40 new boats"),
        ("list-item", "two piers"),
        ("list-item", "Build the wall."),
        ("list-item", "Pay for it."),
    ]


def test_a_question_heads_a_text_only_when_something_longer_follows() -> None:
    assert kinds("Who pays?\nThe county pays 4 million dollars a year.\n")[0][0] == "title"
    assert kinds("Is it true that 3,000 people left the valley in 1998?\nYes.\n")[0][0] == "paragraph"


def test_a_text_of_one_line_has_no_title() -> None:
    document = read("About 3,000 people left the valley")
    assert document.title is None
    assert [block.kind for block in document.blocks] == ["paragraph"]


@pytest.mark.parametrize("text", ["", "   \n\t\r\n", "\ufeff\n"])
def test_nothing_to_read_is_refused(text: str) -> None:
    with pytest.raises(UnreadableText, match="the file is empty"):
        read(text)


@given(st.text(min_size=1, max_size=400))
@settings(deadline=None, max_examples=150)
def test_blocks_are_in_order_apart_and_trimmed(text: str) -> None:
    try:
        document = reader.read(text.encode("utf-8", "replace"), path="any.txt")
    except UnreadableText:
        return
    end = 0
    for block in document.blocks:
        words = block.span.of(document.text)
        assert block.span.start >= end
        assert words
        assert words == words.strip()
        end = block.span.end
    # Every visible word is in a block, but for bullets and rules.
    covered = "".join(block.span.of(document.text) for block in document.blocks)
    assert sum(map(str.isalnum, covered)) >= sum(map(str.isalpha, document.text)) - 12 * len(document.blocks)
