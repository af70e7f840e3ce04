"""Markdown: exact places of prose, links and footnotes in an untouched file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import UnreadableText
from claimcheck.model import Document
from claimcheck.readers import markdown as reader

REPORT = """\
---
title: Storage in the north
author: [Jane Roe, Ali Khan]
date: 2024-05-03
lang: en
---

# Another *heading*

By Jane Roe

Capacity rose by **38 percent** in 2022.[^1] Norway alone added [240 megawatts](https://example.org/outlook "Outlook"),
says `the code 99` and [the council][gc]; AT&amp;T paid &euro;5 \\* more <b>today</b>.
![alt 7](pic.png) See [**bold words**](http://b.example).[^two] Or <https://a.example/x>.

> quoted *text*
> goes on

1. item one
   goes on
2. item [x](y.html)
   - nested 5 \\[ok]

| Country | Added *MW* |
|---|--:|
| Norway | 240 |
| Den \\| mark | [90](http://dk.example) |

```
fenced 12
```
<!-- comment 13 -->

<div class="x14"><p>Raw words <a href="http://raw.example">here</a> stand.</p>
<p>A second one</p></div>

[gc]: https://grid.example/council

[^1]: Grid Council, *Outlook 2022*, https://example.org/out.
[^two]: See [this](http://two.example).

    More of it.
"""


def read(text: str) -> Document:
    return reader.read(text.encode(), path="sample.md")


def words(document: Document, kind: str) -> list[str]:
    return [" ".join(block.span.of(document.prose).split()) for block in document.blocks if block.kind == kind]


def test_the_text_is_the_file_and_prose_its_shadow() -> None:
    document = read(REPORT)
    assert document.text == REPORT
    assert len(document.prose) == len(document.text)
    assert [i for i, c in enumerate(document.prose) if c == "\n"] == [i for i, c in enumerate(REPORT) if c == "\n"]


def test_syntax_is_blank_in_prose() -> None:
    paragraph = words(read(REPORT), "paragraph")[0]
    assert paragraph == (
        "Capacity rose by 38 percent in 2022. Norway alone added 240 megawatts , says and the council ; "
        "AT& T paid € 5 * more today . See bold words . Or https://a.example/x ."
    )


def test_blocks_have_kinds() -> None:
    document = read(REPORT)
    assert words(document, "metadata") == [""]
    assert words(document, "byline") == ["By Jane Roe"]
    assert words(document, "quote") == ["quoted text goes on"]
    assert words(document, "list-item") == ["item one goes on", "item x", "nested 5 [ok]"]
    assert words(document, "heading") == ["Another heading", "Country ; Added MW"]
    assert words(document, "table-row") == ["Norway ; 240", "Den | mark ; 90"]
    assert words(document, "footnote") == [
        "Grid Council, Outlook 2022 , https://example.org/out.",
        "See this .",
        "More of it.",
    ]
    assert words(document, "paragraph")[1:] == ["Raw words here stand.", "A second one"]
    assert words(document, "code") == [""]


def test_links_slice_to_their_anchors() -> None:
    document = read(REPORT)
    assert [(link.span.of(document.text), link.url, link.label) for link in document.links] == [
        ("1", "https://example.org/out", "1"),
        ("240 megawatts", "https://example.org/outlook", None),
        ("the council", "https://grid.example/council", "gc"),
        ("bold words", "http://b.example", None),
        ("two", "http://two.example", "two"),
        ("https://a.example/x", "https://a.example/x", None),
        ("x", "y.html", None),
        ("90", "http://dk.example", None),
        ("here", "http://raw.example", None),
        ("this", "http://two.example", None),
    ]


def test_front_matter_is_metadata() -> None:
    document = read(REPORT)
    assert document.title == "Storage in the north"
    assert document.metadata.authors == ("Jane Roe", "Ali Khan")
    assert document.metadata.published == "2024-05-03"
    assert document.language == "en"


def test_toml_front_matter_and_a_broken_one() -> None:
    assert read('+++\ntitle = "Wells"\ndate = 2023-01-02\n+++\n\nText.\n').title == "Wells"
    assert read("---\ntitle: [unclosed\n---\n\n# Wells\n\nText.\n").title == "Wells"
    assert read("---\ntitle: !!python/object:os.system x\n---\n\n# Wells\n").title == "Wells"


def test_two_rulers_around_a_sentence_are_no_front_matter() -> None:
    document = read("---\nThe dam holds 40 boats.\n---\n\nMore text.\n")
    assert "The dam holds 40 boats." in document.prose


def test_the_first_heading_is_the_title_without_front_matter() -> None:
    document = read("# The *Dam* of Ost\n\nIt holds.\n\n# Second\n\nYes.\n")
    assert document.title == "The Dam of Ost"
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "heading", "paragraph"]


def test_a_bold_line_heads_a_section() -> None:
    document = read("Text about the dam.\n\n**What comes next**\n\n**This is bold and said.**\n")
    assert [block.kind for block in document.blocks] == ["paragraph", "heading", "paragraph"]


def test_a_reference_without_definition_stays_text() -> None:
    document = read("The dam [holds][nowhere] and so [it is].\n")
    assert document.prose == document.text
    assert document.links == ()


def test_a_footnote_without_definition_has_no_url() -> None:
    document = read("The dam holds.[^9]\n")
    assert [(link.span.of(document.text), link.url, link.label) for link in document.links] == [("9", "", "9")]


def test_a_link_over_two_lines_in_a_quote() -> None:
    document = read("> The report says [that 40 boats\n> were lost](https://example.org/b) there.\n")
    assert document.links[0].span.of(document.text) == "that 40 boats\n> were lost"
    words = document.blocks[0].span.of(document.prose).split()
    assert " ".join(words) == "The report says that 40 boats were lost there."


def test_dos_line_ends_keep_their_places() -> None:
    document = read("# Title\r\n\r\nA [link](http://a.example) here\r\nand there.\r\n")
    assert document.links[0].span.of(document.text) == "link"
    assert document.prose.count("\r\n") == 4


def test_an_inline_html_anchor_is_a_link() -> None:
    document = read('See <a href="https://a.example/x">the page</a> for 12 more.\n')
    assert [(link.span.of(document.text), link.url) for link in document.links] == [("the page", "https://a.example/x")]


def test_an_unusual_number_of_open_brackets_is_text() -> None:
    document = read("[" * 30_000 + "x")
    assert document.prose == document.text


def test_nothing_to_read_is_refused() -> None:
    with pytest.raises(UnreadableText, match="empty"):
        read("\n\n")


TOKENS = (
    *("word", "40", " ", "  ", "\n", "\n\n", "\r\n", "*", "**", "_", "`", "[", "]", "(", ")", "](http://a.example)"),
    *("[^1]", "[^1]: note", "[a]: http://b.example", "[a]", "> ", "- ", "1. ", "# ", "|", "|---|---|", "\\", "&amp;"),
    *(
        "&#x41;",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<http://c.example>",
        "~~",
        "---",
        "\t",
        "漢",
        "!",
        "é",
    ),
)
PIECES = st.lists(st.sampled_from(TOKENS), max_size=40)


@given(PIECES)
@settings(deadline=None, max_examples=300)
def test_any_markdown_keeps_length_lines_and_places(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        document = reader.read(text.encode(), path="any.md")
    except UnreadableText:
        return
    assert document.text == text
    assert len(document.prose) == len(text)
    for shown, written in zip(document.prose, text, strict=True):
        assert (shown in "\r\n") == (written in "\r\n")
        assert shown in {written, " "} or written in "&|"
    for link in document.links:
        anchor = link.span.of(text)
        assert anchor
        assert anchor == anchor.strip()
    assert all(a.span.end <= b.span.start for a, b in zip(document.blocks, document.blocks[1:], strict=False))
