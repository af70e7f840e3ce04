"""Extractions to write down: one small text as `extract` would give it, and arbitrary ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, get_args

from hypothesis import strategies as st

from claimcheck import catalogue
from claimcheck.claimsfile.load import digest_of as digest_of
from claimcheck.claimsfile.load import folded
from claimcheck.model import (
    Ambiguous,
    Block,
    Citation,
    Claim,
    Dangling,
    Date,
    Document,
    DocumentInfo,
    Entity,
    Extraction,
    Facts,
    Hedge,
    Instrument,
    Quantity,
    Quotation,
    Reference,
    Resolution,
    Resolved,
    SourceEntry,
    Span,
    Waiver,
    Weak,
)

FERRY = """\
The ferry to Hitra carried about 41,000 cars in 2019 (Dahl, 2020). Ministers praised it.

Resolution 17 of the county council froze the fares, and the fares stayed frozen for four years.

Dahl, K. Counting cars. (2020). Coast Weekly. https://coast.example.org/cars
"""


def document(text: str = FERRY, path: str = "ferry.txt") -> Document:
    """A plain text with one block a paragraph."""
    blocks = tuple(Block(Span(*match.span())) for match in re.finditer(r"\S[^\n]*(?:\n[^\n]+)*", text))
    return Document(path, text, text, "text/plain", digest_of(text), blocks, title="The ferry", language="en")


def about(text: Document) -> DocumentInfo:
    return DocumentInfo(text.path, text.title, text.sha256, text.media_type, text.language, len(text.text))


def claim(text: Document, words: str, name: str, **changes: Any) -> Claim:
    """The claim that the document's ``words`` make."""
    start = text.text.index(words)
    return Claim(
        id=name,
        text=words,
        span=Span(start, start + len(words)),
        line=text.line_of(start),
        document=text.path,
        prose=folded(words),
        column=text.column_of(start),
        digest=digest_of(words),
        **changes,
    )


def ferry(text: Document | None = None) -> Extraction:
    """What `extract` finds in the ferry text: two claims, one citation, one reference."""
    text = text or document()
    at = text.text.index
    cars = "The ferry to Hitra carried about 41,000 cars in 2019 (Dahl, 2020)."
    fares = "Resolution 17 of the county council froze the fares, and the fares stayed frozen for four years."
    entry = "Dahl, K. Counting cars. (2020). Coast Weekly. https://coast.example.org/cars"

    def span(words: str, within: str) -> Span:
        start = at(within) + within.index(words)
        return Span(start, start + len(words))

    return Extraction(
        document=about(text),
        claims=(
            claim(
                text,
                cars,
                "c1",
                class_="cited",
                reasons=("a number", "a citation"),
                facts=Facts(
                    quantities=(
                        Quantity(32800, 49200, None, "cars", "approx", "41,000", span("41,000", cars), "carried"),
                    ),
                    dates=(Date("2019", "2019", span("2019", cars)),),
                    entities=(Entity("Hitra", "Hitra", span("Hitra", cars), "place"),),
                ),
                citations=("k1",),
            ),
            claim(
                text,
                fares,
                "c2",
                reasons=("a named instrument",),
                facts=Facts(
                    quantities=(Quantity(4, 4, "year", None, "exact", "four", span("four", fares)),),
                    instruments=(
                        Instrument("County Council Resolution 17", "https://council.example.org/17", "Resolution 17",
                                   span("Resolution 17", fares)),
                    ),
                ),
                suggested=("https://council.example.org/17",),
            ),
        ),
        citations=(
            Citation("k1", "Dahl, 2020", span("Dahl, 2020", cars), "sentence", Resolved(("r1",)), line=1,
                     document=text.path),
        ),
        references=(
            Reference("r1", entry, span(entry, entry), "Counting cars", ("Dahl, K.",), "2020",
                      "https://coast.example.org/cars", container="Coast Weekly",
                      line=text.line_of(at(entry)), document=text.path),
        ),
    )  # fmt: skip


def portable(extraction: Extraction) -> Extraction:
    """``extraction`` without what a place in a file decides."""
    nowhere: dict[str, Any] = {"line": 0, "document": ""}
    return replace(
        extraction,
        claims_path=None,
        claims=tuple(
            replace(
                claim,
                **nowhere,
                column=0,
                text_line=None,
                entry_line=None,
                waivers=tuple(replace(waiver, line=None) for waiver in claim.waivers),
                sources=tuple(replace(source, line=None) for source in claim.sources),
            )
            for claim in extraction.claims
        ),
        citations=tuple(replace(citation, **nowhere) for citation in extraction.citations),
        references=tuple(replace(reference, **nowhere) for reference in extraction.references),
    )


# --- Arbitrary ones -----------------------------------------------------------------------------------------------

SURPRISES = (
    "", " ", "NO", "no", "~", "null", "1e3", "0x1F", "2024-01-01", "12:30:45", ".inf", "# not a comment", "a # b",
    "a: b", "a:", "- dash", "-2 a weight", "+2 an event (\"left\")", "+2",
    "- 2", "../a/b.txt", "/a: b",
    "? mark", "{brace", "[bracket", "*star", "&anchor", "!tag", "%percent", "@at", "`tick",
    "'single'", '"double"', "back\\slash", "\\n is no break", "tab\there", "two\nlines", "two\n\nlines\n", "\nleading",
    "trailing ",
    " leading", "bell\a null\0", "nbsp\u00a0here", "\u2028 separator", "\u0085next", "\ufeffmark", "\u202eoverride",
    "Überraschung – “quoted” 강여은",
    "👩‍🚀 emoji", "carriage\rreturn", "windows\r\nline", "double  space " * 12 + "end",
    "a very long sentence, " * 20 + "which ends", "x" * 300, "---", "...", "<<", "=", "true", "on",
)  # fmt: skip

words = st.sampled_from(SURPRISES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
maybe = st.none() | words
places = st.integers(0, 5000)
hexes = st.text("0123456789abcdef", min_size=64, max_size=64)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(places)
    return Span(start, start + draw(st.integers(0, 200)))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    bounds = draw(st.lists(st.floats(-1e18, 1e18), min_size=2, max_size=2))
    low, high = draw(st.sampled_from([(min(bounds), max(bounds)), (bounds[0], bounds[0]), (None, bounds[0])]))
    hedges: tuple[Hedge, ...] = get_args(Hedge)
    hedge = draw(st.sampled_from(hedges))
    return Quantity(low, high, draw(maybe), draw(maybe), hedge, draw(words), draw(spans()), draw(maybe))


facts = st.builds(
    Facts,
    quantities=st.lists(quantities(), max_size=2).map(tuple),
    dates=st.lists(st.builds(Date, words, words, spans()), max_size=2).map(tuple),
    quotations=st.lists(st.builds(Quotation, words, maybe, spans()), max_size=2).map(tuple),
    instruments=st.lists(st.builds(Instrument, words, maybe, words, spans()), max_size=1).map(tuple),
    entities=st.lists(
        st.builds(Entity, words, words, spans(), st.sampled_from(["person", "place", "organisation", "other"])),
        max_size=2,
    ).map(tuple),
)
lists = st.lists(words, max_size=2).map(tuple)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    references = draw(st.lists(names, max_size=3, unique=True))
    citations = draw(st.lists(names, max_size=3, unique=True))
    known = st.lists(st.sampled_from(references), max_size=2).map(tuple) if references else st.just(())
    cited = st.lists(st.sampled_from(citations), max_size=2).map(tuple) if citations else st.just(())

    def resolutions() -> st.SearchStrategy[Resolution]:
        kinds: list[st.SearchStrategy[Resolution]] = [st.builds(Dangling, known), st.builds(Ambiguous, known)]
        if references:
            some = st.lists(st.sampled_from(references), min_size=1, max_size=2).map(tuple)
            kinds += [st.builds(Resolved, some), st.builds(Weak, st.sampled_from(references))]
        return st.one_of(kinds)

    def one_claim(name: str) -> Claim:
        text = draw(words)
        found = draw(facts)
        reworded = draw(st.booleans())
        return Claim(
            id=name,
            text=text,
            span=draw(spans()),
            line=draw(places) + 1,
            document="essay.txt",
            prose=folded(text) if reworded else draw(st.just(folded(text)) | words.filter(bool)),
            class_=draw(st.sampled_from(["fact", "cited", "minor", "opinion"])),
            kind=draw(st.sampled_from(["statement", "reference-title"])),
            page=draw(st.none() | places),
            modality=draw(st.sampled_from(["asserted", "forecast", "assessment", "legal"])),
            unclear=draw(lists),
            reasons=draw(lists),
            facts=found,
            citations=draw(cited),
            inherited=draw(cited),
            reference=draw(st.none() | st.sampled_from(references)) if references else None,
            digest=digest_of(text + "!") if reworded else digest_of(text),
            sources=draw(
                st.lists(st.builds(SourceEntry, st.just("https://example.org/a?b=c#d"), maybe), max_size=2).map(tuple)
            ),
            suggested=draw(lists),
            waivers=draw(
                st.lists(
                    st.builds(
                        Waiver,
                        st.sampled_from(catalogue.names("rules")),
                        words,
                        st.none() | st.dates().map(lambda date: date.isoformat()),
                    ),
                    max_size=2,
                ).map(tuple)
            ),
            note=draw(maybe),
            confirmed=draw(known),
            edited=reworded,
            stated=found if reworded and found != Facts() else None,
        )

    claims = tuple(map(one_claim, draw(st.lists(names, max_size=3, unique=True))))
    brackets = [draw(st.booleans()) for _ in citations]
    return Extraction(
        document=DocumentInfo(
            draw(words), draw(maybe), draw(hexes), draw(words.filter(bool)), draw(maybe), draw(places)
        ),
        claims=claims,
        citations=tuple(
            Citation(
                name,
                draw(words),
                draw(spans()),
                draw(st.sampled_from(["sentence", "paragraph", "orphan"])),
                draw(resolutions()),
                draw(st.booleans()),
                sum(brackets[1 : number + 1]),
                document="essay.txt",
            )
            for number, name in enumerate(citations)
        ),
        references=tuple(
            Reference(
                name, draw(words), draw(spans()), draw(maybe), draw(lists), draw(maybe), draw(maybe), draw(maybe),
                draw(maybe), draw(maybe), document="essay.txt",
            )
            for name in references
        ),
        stale=tuple(claim.id for claim in claims if draw(st.booleans())),
    )  # fmt: skip
