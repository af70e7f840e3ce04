"""Word files: what their readers read, in order, with links, notes and pages; and what is refused."""

from __future__ import annotations

import random

import pytest

from claimcheck.bibliographies import bibliography
from claimcheck.cite import cite
from claimcheck.errors import UnreadableText
from claimcheck.model import Document
from claimcheck.readers import Refusal, _wordfile, read_bytes
from claimcheck.readers._wordstyles import numeral
from claimcheck.segment import sentences
from tests.readers.docx_samples import NUMBERING, R, W, docx, item, link, mark, notes, p, relations, run, table

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MILL = "The mill at Ellery ground 300 tons of corn in 1840 and closed in 1926."
BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"


def read(*body: str, **rest: object) -> Document:
    return read_bytes(docx(*body, **rest), path="mills.docx")  # type: ignore[arg-type]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def linked(document: Document) -> list[tuple[str, str]]:
    return [(one.span.of(document.text), one.url) for one in document.links]


def field(code: str, words: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_text_with_its_parts_named() -> None:
    document = read(
        p("Mills of the Coast", style="Title"),
        p("Jane Roe", style="Author"),
        p("History 2", style="toc1"),
        p("History", style="Heading1"),
        p(MILL),
        p("Figure 1: The mill in 1903.", style="caption"),
        p("We had forty boats.", style="Quote"),
        p(run("What was left", "<w:b/>")),
        p("Nothing, ", run("or so", "<w:b/>"), " they say."),
        creator="Jane Roe; Microsoft Office User",
        title="Document1",
    )
    assert kinds(document) == [
        ("title", "Mills of the Coast"),
        ("byline", "Jane Roe"),
        ("boilerplate", "History 2"),
        ("heading", "History"),
        ("paragraph", MILL),
        ("caption", "Figure 1: The mill in 1903."),
        ("quote", "We had forty boats."),
        ("heading", "What was left"),
        ("paragraph", "Nothing, or so they say."),
    ]
    assert document.title == "Mills of the Coast"
    assert (document.metadata.authors, document.metadata.modified) == (("Jane Roe",), "2024-05-06")
    assert document.line_of(document.text.index("ground")) == 5
    assert document.page_of(0) is None


def test_links_of_every_kind_have_their_words() -> None:
    document = read(
        p(
            "See ",
            link("the old report", "L1"),
            ", ",
            field('HYPERLINK "https://mill.example.org/a"', "its table"),
            ".",
        ),
        p("Or ", f'<w:fldSimple w:instr="HYPERLINK https://mill.example.org/b">{run("the map")}</w:fldSimple>', "."),
        p("Write to ", link("us", "L2"), " or see ", '<w:hyperlink w:anchor="x">' + run("above") + "</w:hyperlink>."),
        p("Page ", field("PAGE", "4"), " of it."),
        links={"L1": "https://old.example.org/r?a=1&amp;b=2", "L2": "mailto:us@example.org"},
    )
    assert linked(document) == [
        ("the old report", "https://old.example.org/r?a=1&b=2"),
        ("its table", "https://mill.example.org/a"),
        ("the map", "https://mill.example.org/b"),
    ]
    assert "Page 4 of it." in document.text
    assert "HYPERLINK" not in document.text


def test_notes_stand_at_the_end_and_marks_lead_to_them() -> None:
    document = read(
        p("It rose in 1840.", mark("footnote", 7), " It fell in 1926.", mark("endnote", 2), mark("footnote", 4)),
        p("It is gone.", mark("footnote", 9)),
        parts={
            "word/footnotes.xml": notes(
                "footnote", {4: p(" Lund, Wells, 1999."), 7: p(" Hart, Mills. ", link("Scan", "x"))}
            ),
            "word/_rels/footnotes.xml.rels": relations({"x": ("hyperlink", "https://hart.example.org/mills")}),
            "word/endnotes.xml": notes("endnote", {2: p(" Kral, Weights, 1950.") + p("A second paragraph.")}),
        },
    )
    assert document.text == (
        "It rose in 1840.¹ It fell in 1926.[i]²\nIt is gone.³\n¹ Hart, Mills. Scan\n² Lund, Wells, 1999.\n"
        "[i] Kral, Weights, 1950.\nA second paragraph.\n"
    )
    assert [block.kind for block in document.blocks] == ["paragraph"] * 2 + ["footnote"] * 4
    found = cite(document, sentences(document), bibliography(document))
    names = {one.id: one.text for one in found.references}
    assert [(one.text, one.status, *(names[key] for key in one.references)) for one in found.citations] == [
        ("¹", "resolved", "¹ Hart, Mills. Scan"),
        ("i", "resolved", "[i] Kral, Weights, 1950.\nA second paragraph."),
        ("²", "resolved", "² Lund, Wells, 1999."),
        ("³", "dangling"),
    ]
    assert found.references[0].url == "https://hart.example.org/mills"


def test_insertions_are_text_and_deletions_are_not() -> None:
    document = read(
        p(
            "Output ",
            f'<w:ins w:id="1">{run("rose")}</w:ins>',
            '<w:del w:id="2"><w:r><w:delText>fell</w:delText></w:r></w:del>',
            f'<w:moveFrom w:id="3">{run(" by 90 tons")}</w:moveFrom>',
            f'<w:moveTo w:id="4">{run(" by 12 tons")}</w:moveTo>',
            run(" SECRET", "<w:vanish/>"),
            '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        ),
        p("The end of this", properties='<w:rPr><w:del w:id="5"/></w:rPr>'),
        p(" paragraph was deleted."),
        parts={"word/comments.xml": f"<w:comments {W}>{p('Is that so?')}</w:comments>"},
    )
    assert document.text == "Output rose by 12 tons\nThe end of this paragraph was deleted.\n"


def test_lists_are_numbered_as_they_are_shown() -> None:
    document = read(
        item("Hart, A. (2001). Mills."), item("Lund, B. (1999). Wells."), item("boats", "2"), item("big", "2", 1),
        item("small", "2", 1), item("nets", "2"), item("again", "2", 1),
        p("no item", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'),
    )  # fmt: skip
    assert document.text.splitlines() == [
        "[1] Hart, A. (2001). Mills.", "[2] Lund, B. (1999). Wells.", "• boats", "a) big", "b) small", "• nets",
        "a) again", "no item",
    ]  # fmt: skip
    assert kinds(document)[1] == ("list-item", "Lund, B. (1999). Wells.")


def test_a_number_of_a_list_is_a_label() -> None:
    document = read(
        p(MILL.replace(".", " [2].")), p("References", style="Heading1"),
        item("Hart, A. (2001). Mills. https://hart.example.org/m"), item("Lund, B. (1999). Wells. https://lund.example.org/w"),
    )  # fmt: skip
    found = cite(document, sentences(document), bibliography(document))
    assert [one.status for one in found.citations] == ["resolved"]
    assert found.citations[0].references == (found.references[1].id,)


@pytest.mark.parametrize("head", [True, False])
def test_rows_repeat_the_headers(head: bool) -> None:
    rows = [("Village", "Wells"), ("Aa", "12"), ("Bb", "40")]
    look = "" if head else '<w:tblLook w:val="04A0" w:firstRow="1"/>'
    document = read(p("As follows."), table(*rows, properties=look, head=head), p("So much."))
    assert document.text.splitlines()[1:3] == ["Village: Aa; Wells: 12", "Village: Bb; Wells: 40"]
    assert [block.kind for block in document.blocks[1:3]] == ["table-row"] * 2


def test_tables_that_lay_a_page_out_are_paragraphs() -> None:
    document = read(table((MILL * 3, p(MILL) + table(("12", "13"), ("14", "15"))), ("left", "right")))
    assert document.text.splitlines() == [MILL * 3, MILL, "12; 13", "14; 15", "left", "right"]


def test_pages_are_those_that_the_file_counts() -> None:
    body = [
        p("Mills", style="Title"),
        p(MILL, BREAK, " More of it."),
        p(BREAK, "On the third page.", mark("footnote", 1)),
    ]
    parts = {"word/footnotes.xml": notes("footnote", {1: p(" Hart, Mills, 2001.")})}
    document = read(*body, pages=3, parts=parts)
    assert [block.page for block in document.blocks] == [1, 1, 3, 3]
    assert {block.page for block in read(*body, pages=4, parts=parts).blocks} == {None}
    assert {block.page for block in read(*body, parts=parts).blocks} == {None}


def test_boxes_breaks_signs_and_forms() -> None:
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:txbxContent>{p('In a box.')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{p('In a box.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    form = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here.')}</w:sdtContent></w:sdt>"
    document = read(
        p("One line", "<w:r><w:br/></w:r>", "and the next, 20 m", run("2", '<w:vertAlign w:val="superscript"/>'),
          "<w:r><w:tab/><w:noBreakHyphen/><w:softHyphen/></w:r>", "5 °C", box),
        form,
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Filled in.')}</w:sdtContent></w:sdt>",
    )  # fmt: skip
    assert document.text == "One line\nand the next, 20 m² -5 °C\nIn a box.\nFilled in.\n"
    assert document.complete
    assert not read(p(MILL), '<w:altChunk r:id="x"/>').complete


def test_without_styles_a_first_line_like_a_headline_is_the_title() -> None:
    assert read(p("Mills of the Coast"), p(MILL), parts={"word/styles.xml": "<broken"}).title == "Mills of the Coast"
    assert read(p(MILL), p("A second paragraph."), title="Mills").title == "Mills"


def test_the_strict_format_is_read_too() -> None:
    strict = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    assert (
        read(parts={"word/document.xml": f"<w:document {strict}><w:body>{p(MILL)}</w:body></w:document>"}).text
        == f"{MILL}\n"
    )


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (OLD, "unsupported-type", "save it as .docx"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "encrypted", "without a password"),
        (docx(p(MILL))[:900], "broken", "save it again"),
        (docx(p(MILL), parts={"word/document.xml": "<w:document"}), "broken", "save it again"),
        (docx(parts={"_rels/.rels": "", "word/document.xml": ""}), "broken", "save it again"),
        (docx(), "empty", "saved"),
        (
            docx(
                parts={"word/document.xml": f'<!DOCTYPE w [<!ENTITY a "{"ha" * 99}">]><w:document {W}>&a;</w:document>'}
            ),
            "broken",
            "save it again",
        ),
        (docx(parts={"word/document.xml": f"<w:document {W}>{' ' * 25_000_000}</w:document>"}), "too-big", "parts"),
    ],
    ids=["old", "encrypted", "cut", "malformed", "no-part", "no-text", "entities", "bomb"],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(data: bytes, reason: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_bytes(data, path="old.doc" if data.startswith(OLD) else "mills.docx")
    assert refused.value.reason == reason
    assert words in str(refused.value.remedy)


def test_elements_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_wordfile, "ELEMENTS", 1_000)
    with pytest.raises(Refusal) as refused:
        read("<w:p/>" * 1_001)
    assert refused.value.reason == "too-big"


def test_a_damaged_part_of_notes_leaves_the_text() -> None:
    document = read(p("It rose.", mark("footnote", 1)), parts={"word/footnotes.xml": "<w:footnotes"})
    assert document.text == "It rose.¹\n"
    assert not document.complete


@pytest.mark.parametrize(
    "nested",
    [
        ("<w:p>", "</w:p>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
        ("<w:hyperlink>", "</w:hyperlink>"),
        ('<w:fldSimple w:instr="PAGE">', "</w:fldSimple>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ],
)
def test_nesting_without_end_is_no_crash(nested: tuple[str, str]) -> None:
    opening, closing = nested
    assert "deep" in read(p("flat") + opening * 20_000 + p("deep") + closing * 20_000).text


def test_damage_anywhere_is_a_refusal_or_a_document() -> None:
    whole = docx(
        p(MILL, mark("footnote", 1), style="Heading1"), table(("a", "b"), ("1", "2")), item("x"),
        parts={"word/footnotes.xml": notes("footnote", {1: p("n")}), "word/numbering.xml": NUMBERING},
    )  # fmt: skip
    chance = random.Random(7)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            document = read_bytes(bytes(data), path="mills.docx")
        except UnreadableText:
            continue
        assert all(block.span.end <= len(document.text) for block in document.blocks)


def test_marks_and_links_never_overlap_their_line() -> None:
    document = read(
        p(link("one", "L1"), link("two", "L1"), " three ", mark("footnote", 1), link(" ", "L1"), "four"),
        links={"L1": "https://a.example.org/x"}, parts={"word/extra.xml": f"<x {R}/>"},
    )  # fmt: skip
    assert document.text == "onetwo three¹ four\n"
    assert [one.span.of(document.text) for one in document.links] == ["onetwo", "¹"]


@pytest.mark.parametrize(
    ("number", "written", "shown"),
    [(4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"), (27, "lowerLetter", "aa"), (3, "upperLetter", "C"),
     (7, "decimalZero", "07"), (7, "decimal", "7"), (0, "lowerRoman", "0")],
)  # fmt: skip
def test_numerals(number: int, written: str, shown: str) -> None:
    assert numeral(number, written) == shown
