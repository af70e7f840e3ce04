"""Sentences, and where a bibliography stands, in texts of many kinds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.bibliographies import bibliography
from claimcheck.model import Block, BlockKind, Document, Span
from claimcheck.readers import read_bytes, read_file
from claimcheck.segment import sentences


def read(text: str, suffix: str = ".txt") -> Document:
    return read_bytes(text.encode(), path=f"sample{suffix}")


def paragraph(words: str, language: str = "en") -> Document:
    block = Block(Span(0, len(words)))
    return Document("x", words, words, "text/plain", "", (block,), language=language)


def split(words: str, language: str = "en") -> list[str]:
    return [sentence.span.of(words) for sentence in sentences(paragraph(words, language))]


@pytest.mark.parametrize(
    "words",
    [
        "He met Gen. Amos Reed on Monday. | Then Sen. Ida Moss left.",
        "The ROK-U.S. alliance holds. | It is old.",
        "The U.S. and its partners agreed. | They left.",
        "See No. 5 and Fig. 3 for details. | It cost approx. 5 million.",
        "It happened at 5 p.m. Monday. | At 6 p.m. | He left.",
        "Reed et al. (2020) show it. | J. R. R. Ash wrote it.",
        "He left. (Reed, 2020) | She stayed. (Moss, n.d.). | Then it ended.",
        "He left. (Reed, 2020, p. 3; Moss et al.) | She stayed.",
        "The vote was 5-4. | (Two members abstained.) | It passed.",
        "It was so (see Reed. It was. There). | Then it ended.",
        "It ended.[3] | Another began.[4][5] | A third. [6] | “Why?” he asked.",
        "The troops left.12 | The army stayed.³ | Nobody spoke.",
        "“We did it.” | She left.",
        "He said: “It is over. We lost.” | Then he left.",
        "What?! | No... maybe. | Wait.",
        "1. First things first. | 2. Then the rest.",
        "The camp (opened in 2019 by the county) holds 40 people. | It is full.",
        "(Reed, 2024; What next?, 2024; Moss. Wells, n.d.)",
        "Prices rose 3.5 percent vs. 2.1 percent in Jan. 2020. | Then they fell.",
    ],
)
def test_boundaries(words: str) -> None:
    expected = words.split(" | ")
    assert split(words.replace(" | ", " ")) == expected


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("政府は発表した。|これは昨日だ。|「そうだ。」と言った。", "ja"),
        ("政府周三宣布。|这是昨天决定的！|对吗？", "zh"),
        ("Die Regierung hat am 3. Oktober beschlossen. |Das ist z. B. gut. |Dr. Müller kam.", "de"),
        ("El Sr. Pérez dijo que sí. |¿Por qué? |Nadie sabe.", "es"),
    ],
)
def test_boundaries_of_other_languages(words: str, language: str) -> None:
    assert split(words.replace("|", ""), language) == [part.strip() for part in words.split("|")]


def test_a_long_speech_is_many_sentences() -> None:
    speech = " ".join(f"We lost {number} boats in the storm and nobody came to help us." for number in range(20))
    assert len(split(f'He said: "{speech}" Then he left.')) >= 20


def test_line_ends_within_a_paragraph_are_blanks() -> None:
    text = (
        "The government said on Monday that it would send more troops to the\n"
        "border, where 1,200 people wait. It gave no reason for that, and nobody\n"
        "in the capital asked for one before the end of the week.\n"
    )
    found = [sentence.span.of(text) for sentence in sentences(read(text))]
    assert len(found) == 2
    assert found[0].endswith("1,200 people wait.")
    assert "\n" in found[0]


def test_a_link_before_the_full_stop_does_not_hide_it() -> None:
    document = read(
        "The county agreed to [the plan](https://a.example/plan). It pays **4 million**.[^1] Nobody knows why.\n", ".md"
    )
    assert [sentence.span.of(document.text) for sentence in sentences(document)] == [
        "The county agreed to [the plan](https://a.example/plan).",
        "It pays **4 million**.[^1]",
        "Nobody knows why.",
    ]


def test_markup_that_touches_a_sentence_belongs_to_it() -> None:
    document = read('**The dam holds.** *It is [old](http://a.example "An old dam").* Yes.\n', ".md")
    assert [sentence.span.of(document.text) for sentence in sentences(document)] == [
        "**The dam holds.**",
        '*It is [old](http://a.example "An old dam").*',
        "Yes.",
    ]


def test_rows_headings_and_furniture() -> None:
    document = read("# The dam\n\nIt holds.\n\n| A | B |\n|---|---|\n| One. Two. | 3 |\n", ".md")
    assert [sentence.span.of(document.text) for sentence in sentences(document)] == ["It holds.", "One. Two. | 3"]
    with_titles = sentences(document, kinds=frozenset({"title", "paragraph"}))
    assert [sentence.span.of(document.text) for sentence in with_titles] == ["The dam", "It holds."]


def test_the_essay(shared_texts: Path) -> None:
    document = read_file(str(shared_texts / "essay.txt"))
    found = bibliography(document)
    assert len(found.entries) == 31
    assert found.heading is None
    prose = [sentence for sentence in sentences(document) if sentence.paragraph not in found.blocks]
    orphans = [sentence for sentence in prose if sentence.span.of(document.text).startswith("(")]
    assert (len(prose) - len(orphans), len(orphans)) == (71, 4)


def test_the_op_ed(shared_texts: Path) -> None:
    document = read_file(str(shared_texts / "op-ed.txt"))
    assert bibliography(document).entries == ()
    everything: frozenset[BlockKind] = frozenset({"title", "paragraph", "byline"})
    found = [sentence for sentence in sentences(document, kinds=everything) if len(sentence.span) > 13]
    assert len(found) == 35  # with the title and the three sentences of the biography
    assert len(sentences(document)) == 31


@given(st.text(alphabet="aB3 .!?()[]“”\"'。,;:-\n²é漢", max_size=120))
@settings(deadline=None, max_examples=300)
def test_sentences_hold_every_word_once(words: str) -> None:
    document = paragraph(words)
    found = sentences(document)
    position = 0
    for sentence in found:
        assert not any(map(str.isalnum, words[position : sentence.span.start]))
        assert sentence.span.of(words) == sentence.span.of(words).strip()
        position = sentence.span.end
    assert not any(map(str.isalnum, words[position:]))


@pytest.mark.parametrize("piece", ["“", "(", "[1] ", ". ", "! ", "(2020) ", "a. b ", "é", '"a', "A. "])
def test_no_character_costs_more_than_linear_time(piece: str) -> None:
    document = paragraph(piece * (300_000 // len(piece)) + "end.")
    sentences(document)
    bibliography(document)
