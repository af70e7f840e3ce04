"""Where texts of many kinds list their sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.bibliographies import bibliography
from claimcheck.errors import UnreadableText
from claimcheck.model import Document
from claimcheck.readers import read_bytes


def read(text: str, suffix: str = ".txt") -> Document:
    return read_bytes(text.encode(), path=f"sample{suffix}")


def listed(text: str, suffix: str = ".txt") -> list[str]:
    document = read(text, suffix)
    return [" ".join(entry.of(document.text).split()) for entry in bibliography(document).entries]


LINES = (
    "References\n",
    "[1] ",
    "1. ",
    "Lund, A. (2023). ",
    "\n",
    "\n\n",
    "https://a.example/x",
    "    ",
    "2020 ",
    "word ",
)
ENDS = ("(", ")", ". ", "Retrieved ", "www.a.example ", "[^1]: ", "- ")


APA = """\
Sleep and memory

Students who slept at least seven hours remembered 22 percent more (Okafor, 2019).

{heading}
Okafor, P. (2019). Sleep duration and recall in adolescents. Journal of
    Rest, 4(2), 11-29. https://doi.org/10.1000/jr.2019.4
Ruiz, M., & Tan, L. (2021). No benefit of naps? A replication.
    Memory Letters, 9, 77-81.
World Rest Forum. (n.d.). Facts about sleep. Retrieved June 1, 2022, from
    https://example.org/facts
"""


ENGLISH = ("References", "REFERENCES", "References:", "5. References", "Works Cited", "Bibliography", "Sources")
ROMANCE = ("Références bibliographiques", "VI. Bibliografía", "Riferimenti")
OTHERS = ("Literaturverzeichnis", "Список литературы", "参考文献", "참고문헌", "المراجع")


@pytest.mark.parametrize("heading", [*ENGLISH, *ROMANCE, *OTHERS])
def test_a_heading_in_many_languages(heading: str) -> None:
    text = APA.format(heading=heading)
    document = read(text)
    found = bibliography(document)
    assert [entry.of(text)[:6] for entry in found.entries] == ["Okafor", "Ruiz, ", "World "]
    assert found.heading is not None
    assert heading.endswith(found.heading.of(text))
    assert found.entries[2].of(text).endswith("https://example.org/facts")


def test_a_run_at_the_end_needs_no_heading() -> None:
    text = (
        "The wells of Ost\n"
        "The county lost 300 wells in 2019 (Reed, 2020).\n"
        "Nobody has said why (site.example, n.d.).\n"
        "Reed, P. The wells. (2020). Retrieved May 1, 2024, from https://example.org/a\n"
        ". (2024). press.example. Retrieved May 1, 2024, from https://press.example/b\n"
        "site.example. (2024). Retrieved May 1, 2024, from https://site.example/c\n"
        "www.example.com. (2021). Retrieved May 1, 2024, from https://www.example.com/d\n"
    )
    document = read(text)
    found = bibliography(document)
    assert found.heading is None
    assert [entry.of(text)[:9] for entry in found.entries] == ["Reed, P. ", ". (2024).", "site.exam", "www.examp"]
    assert found.blocks == {3, 4, 5, 6}


@pytest.mark.parametrize(
    "text",
    [
        "The dam\n\nThe dam was built in 1931. More at https://example.org/dam about it, as the county said in 2020.\n",
        "The dam\n\nIt holds, as the 2020 report says.\n\nFor more, see the 2021 report at https://example.org/dam\n",
        "The dam was built in 1931.\n\nSources say that 40 boats were lost in 2020.\n\nNobody knows more.\n",
        "The dam was built in 1931.\n\nNotes\n\nThe county takes notes. It always has, and it always will do so.\n",
        "References\n",
        "One line.\n",
    ],
)
def test_a_text_without_a_bibliography(text: str) -> None:
    assert bibliography(read(text)).entries == ()


def test_prose_with_links_at_the_end_is_no_bibliography() -> None:
    text = (
        "# The dam\n\nIt was built in 1931, as [the county](https://a.example) says.\n\n"
        "It was mended in 1998, according to [the paper](https://b.example).\n\n"
        "It broke in 2020, if [the radio](https://c.example) is right.\n"
    )
    assert listed(text, ".md") == []


def test_numbered_entries_keep_their_numbers() -> None:
    text = (
        "Capacity rose by 38 percent [1]. It will not last [2, 3].\n\nREFERENCES\n\n"
        '[1] A. Lund and B. Dahl, "Storage at scale in cold climates," J. Energy\n    Syst., vol. 12, 2023.\n'
        "[2] Grid Council, Annual Outlook, Oslo, 2023. [Online].\n    Available: https://example.org/outlook\n"
        '[3] C. Moe, "Batteries in the north," 2022.\n'
    )
    document = read(text)
    found = bibliography(document)
    assert [entry.of(text)[:9] for entry in found.entries] == ["[1] A. Lu", "[2] Grid ", "[3] C. Mo"]
    assert found.labels == ("1", "2", "3")
    assert found.entries[1].of(text).endswith("https://example.org/outlook")


def test_several_entries_in_one_block() -> None:
    text = (
        "Capacity rose [1].\n\nReferences\n\n"
        "1. Lund, A. Storage at scale in cold climates and what it costs the\n"
        "people who live there. 2023.\n"
        "2. Moe, C. Batteries in the north and the south, and in the lands that\n"
        "lie in between. 2022.\n"
        "3. Dahl, B. A long history of the electric grid of the northern lands.\n"
        "Oslo, 2021.\n"
    )
    assert [entry[:8] for entry in listed(text)] == ["1. Lund,", "2. Moe, ", "3. Dahl,"]


def test_notes_with_ibid() -> None:
    text = (
        "The canal opened in 1904.¹ It carried 3 million tons.² Traffic fell by half.³\n\nNotes\n\n"
        "1. Harold Finch, The Long Ditch (London: Port Press, 1961), 34-36.\n2. Ibid., 41.\n"
        "3. “Canal traffic,” Board of Trade, accessed 4 July 2020,\nhttps://example.org/canal/traffic.\n"
    )
    assert [entry[:7] for entry in listed(text)] == ["1. Haro", "2. Ibid", "3. “Can"]
    assert listed(text)[2].endswith("https://example.org/canal/traffic.")


def test_works_cited_ends_at_the_appendix() -> None:
    text = (
        "Tea and taxation\n\nThe tax brought in 400 pounds in 1772 (Harlow 15).\n\nWorks Cited\n\n"
        "Harlow, Jane. A Bitter Leaf: Tea and Empire. Crown Press, 1988.\n\n"
        "“The Tea Act.” Colonial Papers Online, 2 Feb. 2015, www.example.org/tea-act. Accessed 9 Mar. 2020.\n\n"
        "---. “Who Drank It?” Journal of Cups, vol. 3, no. 1, 1991, pp. 3–19.\n\n"
        "Appendix\n\nThe table was compiled by the author from port books.\n"
    )
    assert [entry[:7] for entry in listed(text)] == ["Harlow,", "“The Te", "---. “W"]


def test_a_list_of_bare_addresses() -> None:
    text = (
        "The dam holds 2.1 cubic kilometres of water and was finished in 2011.\nThe wall moves 3 millimetres a year.\n"
        "Sources\nhttps://example.org/dam/facts\nhttps://example.com/news/wall\nInterview with an engineer, May 2020\n"
    )
    assert listed(text) == [
        "https://example.org/dam/facts",
        "https://example.com/news/wall",
        "Interview with an engineer, May 2020",
    ]


def test_an_address_on_its_own_line_belongs_to_the_entry_above() -> None:
    text = (
        "It is so (Lund, 2023).\n\nReferences\n\nLund, A. (2023). Storage at scale.\n\nhttps://example.org/lund\n\n"
        "Moe, C. (2022). Batteries.\n\nRetrieved May 1, 2024, from https://example.org/moe\n"
    )
    assert [entry[:6] for entry in listed(text)] == ["Lund, ", "Moe, C"]


def test_a_biography_behind_the_list_is_no_entry() -> None:
    text = (
        APA.format(heading="References")
        + "\nAbout the author\n\nDana Field is a freelance science writer based in Leeds.\n"
    )
    assert len(listed(text)) == 3


def test_markdown_lists_and_footnotes() -> None:
    text = (
        "It is so.[^1] It is not (Lund, 2023).\n\n[^1]: Grid Council, *Outlook*, 2022.\n\n## References\n\n"
        "1. Lund, A. (2023). *Storage at scale*. <https://example.org/lund>\n"
        "2. Moe, C. [Batteries](https://example.org/moe).\n"
    )
    document = read(text, ".md")
    found = bibliography(document)
    assert [(entry.of(text), label) for entry, label in zip(found.entries, found.labels, strict=True)] == [
        ("Grid Council, *Outlook*, 2022.", "1"),
        ("Lund, A. (2023). *Storage at scale*. <https://example.org/lund>", "1"),
        ("Moe, C. [Batteries](https://example.org/moe).", "2"),
    ]


def test_a_list_in_a_web_page() -> None:
    page = (
        "<h1>The dam</h1><p>The dam holds 40 boats, as the county said in May of last year.</p><h2>References</h2>"
        "<ol><li><a href='https://a.example'>County, <i>The dam</i>, 2020</a></li><li>Moe, C. Boats. 2021.</li></ol>"
    )
    assert listed(page, ".html") == ["County, The dam, 2020", "Moe, C. Boats. 2021."]


@given(st.lists(st.sampled_from((*LINES, *ENDS)), max_size=30), st.sampled_from([".txt", ".md"]))
@settings(deadline=None, max_examples=200)
def test_any_bibliography_has_trimmed_entries_in_order(pieces: list[str], suffix: str) -> None:
    text = "".join(pieces)
    try:
        document = read(text, suffix)
    except UnreadableText:
        return
    found = bibliography(document)
    assert len(found.labels) == len(found.entries)
    end = 0
    for entry in found.entries:
        assert entry.start >= end
        assert entry.of(text)
        assert entry.of(text) == entry.of(text).strip()
        end = entry.end


def test_findings_in_a_list_each_with_its_source_are_no_bibliography() -> None:
    text = (
        "What we know so far:\n\n"
        "1. The bridge closed to lorries in 1999. https://example.org/closed\n"
        "2. Turnout in the vote fell to 41 per cent in 2003. https://example.org/vote\n"
        "3. The council has spent £3.2 million on it since 2010. https://example.org/cost\n"
    )
    assert bibliography(read_bytes(text.encode(), path="facts.md")).entries == ()
