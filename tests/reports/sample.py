"""One small finished audit with hostile words in it, for every report format."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.model import (
    Audit,
    Check,
    Citation,
    Claim,
    Comparison,
    Conflict,
    DocumentInfo,
    Facts,
    Finding,
    JudgedClaim,
    Location,
    Passage,
    Quantity,
    Reference,
    Related,
    Resolved,
    Ruling,
    Side,
    Source,
    Span,
    Summary,
    ToolInfo,
)

URL = "https://courier.example/quiet-year"
SENTENCE = "Ferry traffic rose to 365,000 passengers in 2023 (Brandt, 2024)."
PASSAGE = "Ferry traffic fell to 365,000 passengers in 2023, down from 412,000 the year before."
HOSTILE = "<script>alert(1)</script> | \x1b[31mred\x1b[0m `code` [link](javascript:x) \u202egnp.exe"


def claim(number: int, text: str, line: int) -> Claim:
    """A claim that fills ``line`` of the sample article."""
    return Claim(f"c-{number}", text, Span(0, len(text)), line, "article.md", text, digest="0" * 64)


def audit() -> Audit:
    """Ferries: one contradicted claim, one unchecked, one uncited, one waived note, one conflict."""
    ferry = claim(1, SENTENCE, 12)
    ferry_facts = Facts(quantities=(Quantity(365000, 365000, None, "passengers", "exact", "365,000", Span(22, 29)),))
    ferry = replace(ferry, facts=ferry_facts, citations=("k-1",))
    budget = claim(2, "The budget will reach 2.1 million euros.", 14)
    title = claim(3, HOSTILE, 30)
    ruling = Ruling(
        "contradicted",
        "direction",
        0.04,
        Passage(PASSAGE, Span(120, 120 + len(PASSAGE)), 0.93),
        (
            Comparison("quantity", "365,000 passengers", "365,000 passengers", True),
            Comparison("direction", "rose", "fell", False),
        ),
        "facts 1",
        'the text says "rose", the page says "fell"',
    )
    unread = Ruling("unchecked", "wall", 0.0, explanation="the page asks for a subscription")
    judged = (
        JudgedClaim(ferry, "contradicted", "direction", 0.04, (Check("r-1", URL, "ok", ruling, citation="k-1"),)),
        JudgedClaim(budget, "unchecked", "wall", 0.0, (Check("r-2", "https://business.example/b", "wall", unread),)),
        JudgedClaim(title, "uncited", "no citation", 0.0),
    )
    findings = (
        Finding(
            "reversed-meaning",
            "error",
            'the text says "rose", the page says "fell"',
            Location("article.md", 12, 1, 0, len(SENTENCE)),
            claim="c-1",
            reference="r-1",
            url=URL,
            related=(Related("the page says", url=URL, text=PASSAGE),),
            help='write "fell", or cite a page that says "rose"',
            fingerprint="a" * 16,
        ),
        Finding(
            "uncited-claim",
            "warning",
            f"no citation for {HOSTILE}",
            Location("article.md", 30, 1, 0, len(HOSTILE)),
            claim="c-3",
            help="cite a source",
            fingerprint="b" * 16,
        ),
        Finding(
            "insecure-url",
            "note",
            "the address begins with http://",
            Location("article.md", 40, 1, 900, 960),
            reference="r-2",
            url="http://business.example/b",
            fingerprint="c" * 16,
            status="waived",
            waiver="the site has no https",
        ),
    )
    sides = (
        Side("About 1,240 homes stand below the line.", "about 1,240", "article.md", 9, Span(10, 49), claim="c-4"),
        Side("2,900 homes below the line", "2,900", "article.md", 41, Span(990, 1016), reference="r-3", odd=True),
    )
    return Audit(
        tool=ToolInfo("0.1.0", "2024-12-01", ("facts 1",), "online", ()),
        documents=(DocumentInfo("article.md", "Ferries", "1" * 64, "text/markdown", "en", 1200),),
        claims=judged,
        references=(Reference("r-1", "Brandt, J. (2024). Quiet year.", Span(700, 730), "Quiet year", url=URL),),
        citations=(Citation("k-1", "Brandt, 2024", Span(50, 62), "sentence", Resolved(("r-1",))),),
        sources=(Source(URL, "ok", "", "live", URL, 200, HOSTILE, "2024-02-02", "text/html", "2" * 64),),
        conflicts=(
            Conflict("x-1", "quantity", "conflict", sides, '"about 1,240" against "2,900" homes', ("same noun",)),
        ),
        findings=findings,
        summary=Summary(
            3,
            1,
            1,
            {"contradicted": 1, "unchecked": 1, "uncited": 1},
            {"insecure-url": 1, "reversed-meaning": 1, "uncited-claim": 1},
            1,
        ),
    )
