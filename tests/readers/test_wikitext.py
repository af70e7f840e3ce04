"""Wikitext: prose without its markup, and what each reference names."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import readers
from claimcheck.extract import extract
from claimcheck.model import Document
from claimcheck.segment import sentences

ARTICLE = """'''Arnmouth''' is a port on the [[River Arn|Arn]]. It had 23,400 inhabitants in 2021.<ref name="census">\
{{cite web |title=Census 2021 |url=https://census.example.org/arnmouth |date=2022-03-01}}</ref> <!-- 1,000? -->
The bridge opened on 3 May 1931.<ref>Hale, R. (1965). ''Bridges of the north''.</ref>

The town hall burned in 1951.<ref name="census" /> Its tower fell in 1953.<ref name="lost" />

== References ==
{{reflist}}
"""


def _read(text: str) -> Document:
    return readers.read_bytes(text.encode(), path="arnmouth.wiki")


def test_the_text_is_the_file_and_the_prose_its_words() -> None:
    document = _read(ARTICLE)
    assert document.text == ARTICLE
    assert len(document.prose) == len(ARTICLE)
    words = " ".join(document.prose.split())
    assert "Arnmouth is a port on the Arn" in words.replace("  ", " ")
    assert "1,000" not in words
    assert "cite web" not in words


def test_references_resolve_by_content_and_by_name() -> None:
    found = extract(_read(ARTICLE))
    assert [(citation.status, len(citation.references)) for citation in found.citations] == [
        ("resolved", 1), ("resolved", 1), ("resolved", 1), ("dangling", 0)
    ]  # fmt: skip
    census, hale = found.references
    assert (census.title, census.year, census.url) == ("Census 2021", "2022", "https://census.example.org/arnmouth")
    assert hale.year == "1965"
    assert found.citations[2].references == (census.id,)


def test_a_claim_carries_its_reference_and_its_line() -> None:
    found = extract(_read(ARTICLE))
    burned = next(claim for claim in found.claims if "burned" in claim.text)
    assert burned.line == 4
    assert burned.citations == (found.citations[2].id,)


def _words(text: str) -> str:
    return " ".join(_read(text).prose.split())


def _kinds(text: str) -> list[tuple[str, str]]:
    document = _read(text)
    return [(block.kind, " ".join(block.span.of(document.prose).split())) for block in document.blocks]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("'''The [[river Arn|Arn]]''' has ''two'' [[tide mill]]s.", "The Arn has two tide mills."),
        ("He said \"[[well|wells]] up from '''[[chalk]]'''\".", 'He said "wells up from chalk".'),
        ("It is {{convert|3|km|mi}} long and {{cvt|3|to|5|m}} wide.", "It is 3 km long and 3 to 5 m wide."),
        ("Il mesure {{unité|312|m}} et coûta {{formatnum:4500}} écus.", "Il mesure 312 m et coûta 4500 écus."),
        ("{{lang|fr|Le Moulin}}{{snd}}a mill, {{circa|1800}}.{{citation needed}}", "Le Moulin– a mill, circa 1800."),
        ("From 1840&ndash;1850 it used 40&nbsp;m of rope &amp; sail.", "From 1840– 1850 it used 40 m of rope & sail."),
        ("H<sub>2</sub>O on 10<sup>6</sup> m<sup>2</sup>.", "H2O on 10⁶ m²."),
        ("A <nowiki>[[literal]]</nowiki> __NOTOC__<small>small</small> word.", "A [[literal]] small word."),
        ("L'''amour'' and l''''amour'', '''bold''' and ''it''.", "L'amour and l'amour, bold and it."),
        ("See [https://arn.example.org/a the report], https://b.example.", "See the report, https://b.example."),
        ("One.<!-- 5,000? -->{{sfn|Hart|2001}}<ref>Lund, ''Mills''.</ref> Two.", "One. Two."),
        ("{{Infobox port|ships={{nowrap|40}}|x=[[a|b]]}}\nThe port.\n[[Category:Ports]]\n[[de:Hafen]]", "The port."),
        ("Unclosed {{brace and [[link and <ref>note are text.", "Unclosed {{brace and [[link and note are text."),
        ("[[:Category:Ports|Ports]], [[Arn (river)|]] and [//arn.example.org x].", "Ports, Arn (river) and x."),
    ],
)  # fmt: skip
def test_prose_is_what_a_reader_of_the_page_reads(written: str, shown: str) -> None:
    assert _words(written) == shown


def test_blocks_of_every_kind() -> None:
    text = """= Wells of Aa =
{{about|the village}}
[[File:Well.jpg|thumb|120px|The well in [[Aa]], 1920]] The village has twelve wells.
It goes on.
:''For the town, see [[Aa (town)]].''
== Depth ==
;Measured
* One is 40 m deep.
*# Another is 12 m deep.
<blockquote>
We dug for nine weeks.
</blockquote>
{{Quote|Nothing was found.|Ola Moe}}
<gallery>
A.jpg|The first well
</gallery>
----
{| class="wikitable"
|+ By year
! scope="col" | Year !! Wells
|-
| 1920 || style="color:red" | [[Aa|12]]
|-
! 1950
| 9<ref>Lund, 1951.</ref>
|}
== See also ==
* [[Bb]]
"""
    assert _kinds(text) == [
        ("title", "Wells of Aa"),
        ("caption", "The well in Aa, 1920"),
        ("paragraph", "The village has twelve wells. It goes on."),
        ("boilerplate", "For the town, see Aa (town)."),
        ("heading", "Depth"),
        ("heading", "Measured"),
        ("list-item", "One is 40 m deep."),
        ("list-item", "Another is 12 m deep."),
        ("quote", "We dug for nine weeks."),
        ("quote", "Nothing was found."),
        ("caption", "The first well"),
        ("caption", "By year"),
        ("heading", "Year ; Wells"),
        ("table-row", "1920 ; 12"),
        ("table-row", "1950 ; 9"),
        ("boilerplate", "See also"),
        ("boilerplate", "Bb"),
    ]
    assert _read(text).title == "Wells of Aa"
    assert _read("The '''Arn Bridge''' is old.").title == "Arn Bridge"


def test_sentences_leave_their_references_out_and_keep_their_links_whole() -> None:
    document = _read(
        "[[Whaling ship|Ships]] came.<ref>Lund, A. ''A long title''. 1950.</ref> [https://arn.example.org/a They] left"
        "<ref name=x/>.{{sfn|Hart|2001}} '''All''' of [[them|it]]."
    )
    assert [one.span.of(document.text) for one in sentences(document)] == [
        "[[Whaling ship|Ships]] came.",
        "[https://arn.example.org/a They] left<ref name=x/>.",
        "'''All''' of [[them|it]].",
    ]
    assert [(one.span.of(document.text), one.url) for one in document.links] == [("They", "https://arn.example.org/a")]


def test_asides_know_their_kind_name_and_content() -> None:
    document = _read(
        "A.<ref name='the Lund'>B {{cite_web|title=C}}</ref><!-- d -->\n<references><ref name=e>F</ref></references>"
    )
    found = [(one.kind, one.name, one.body and one.body.of(document.text), one.defines) for one in document.asides]
    assert found == [
        ("reference", "the Lund", "B {{cite_web|title=C}}", False),
        ("template", "cite web", None, False),
        ("comment", None, " d ", False),
        ("reference", "e", "F", True),
    ]


def test_text_that_is_plainly_wikitext_needs_no_suffix() -> None:
    assert readers.read_bytes(ARTICLE.encode(), path="article.txt").media_type == "text/x-wiki"
    assert readers.read_bytes(ARTICLE.encode(), path="-").media_type == "text/x-wiki"
    assert readers.read_bytes(ARTICLE.encode(), path="a", media_type="text/x-wiki; charset=utf-8").title == "Arnmouth"
    for plain in ("In 1901 [[sic]] it '''fell'''.", "A ref <ref>is a tag</ref>.", "== a\n{{ x }}\nb == c"):
        assert readers.read_bytes(plain.encode(), path="a.txt").media_type == "text/plain"


PIECES = [
    "{{", "}}", "[[", "]]", "[", "]", "|", "||", "!", "!!", "<ref>", "</ref>", "<ref name=a/>",
    "<ref name='b'>", "<!--", "-->", "{|\n", "\n|}\n", "\n|-\n", "\n| ", "\n* ", "\n\n", "\n", "== ", " ==\n",
    "''", "'''", "<nowiki>", "</nowiki>", "<br>", "&ndash;", "&nbsp;", "https://a.example/b",
    "[https://a.example/c d]", "[[File:a.jpg|thumb|", "{{convert|3|", "{{cite web|title=", "{{sfn|A|2001}}",
    "<gallery>", "</gallery>", "<blockquote>", "</blockquote>", "<references>", "</references>",
    "The mill was built in 1901.", "word", "s", " ", "\r\n", "\ufdd0", "İ", "{{lang|fr|", "{{quote|",
    "<sup>2</sup>", "<pre>", "</pre>", "#REDIRECT ", "\n:", "\n;",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_markup_moves_a_character_or_breaks_a_line(pieces: list[str]) -> None:
    text = "A port. " + "".join(pieces)
    document = _read(text)
    assert document.text == text
    assert len(document.prose) == len(text)
    assert [i for i, c in enumerate(text) if c == "\n"] == [i for i, c in enumerate(document.prose) if c == "\n"]
    for before, after in pairwise(document.blocks):
        assert before.span.end <= after.span.start
    for link in document.links:
        assert 0 <= link.span.start < link.span.end <= len(text)
    assert [one.span for one in document.asides] == sorted(
        (one.span for one in document.asides), key=lambda span: (span.start, -span.end)
    )
    assert all(one.span.of(text).strip() for one in sentences(document))
    extract(document)


@pytest.mark.parametrize(
    "seed",
    [
        '<ref name="',
        "{{a|",
        "[[a|",
        "[https://a ",
        "{{nowrap|",
        "[[File:a.jpg|thumb|",
        "{|\n|a||b\n",
        "'''''a ",
        "=",
        ":\n",
    ],
)
def test_a_megabyte_of_anything_is_read(seed: str) -> None:
    closing = {"{{a|": "}}", "[[a|": "]]", "{{nowrap|": "}}", "[[File:a.jpg|thumb|": "]]", "[https://a ": "]"}.get(
        seed, ""
    )
    count = 500_000 // (len(seed) + len(closing))
    _read("A port. " + seed * count + closing * count)


@pytest.mark.parametrize("seed", ["{{", "[[", "<ref>", "{|\n", "'''", "<!--", "}}", "|-", "<nowiki>", "== "])
def test_what_never_closes_is_read_all_the_same(seed: str) -> None:
    document = _read("The port was built in 1890. " + seed * 20_000)
    assert len(document.prose) == len(document.text)
