"""Two short texts on disk and the finished audit of them, with hostile words wherever a page can put some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from claimcheck.model import (
    Audit,
    Check,
    Claim,
    ClaimVerdict,
    Comparison,
    Conflict,
    DocumentInfo,
    Finding,
    JudgedClaim,
    Location,
    Passage,
    Reference,
    Related,
    Ruling,
    Side,
    Source,
    Span,
    Summary,
    ToolInfo,
    Verdict,
)

FERRIES = """# A quiet year

Ferry traffic *rose* to 365,000 passengers in 2023. The quay was closed for
nine days, said the harbour office.

Not a claim at all: <img src=x onerror=alert(1)> and </script><script>alert(2)</script>.

The budget will reach 2.1 million euros.
"""
MARKET = "The fish market kept all of its 46 stalls.\n\nIts roof is new.\n"
HOSTILE = "</title></script><script>document.title='owned'</script><img src=//evil.example/x onerror=alert(3)>\u202egnp"
PASSAGE = f"Ferry traffic fell to 365,000 passengers in 2023. {HOSTILE}"
URL = "https://courier.example/quiet-year"


def judged(
    text: str, document: str, words: str, verdict: ClaimVerdict, *checks: Check, reason: str = "some reason"
) -> JudgedClaim:
    """The claim that ``words`` of ``text`` make."""
    start = text.index(words)
    claim = Claim(
        f"c-{sha256(words.encode()).hexdigest()[:6]}", words, Span(start, start + len(words)),
        text.count("\n", 0, start) + 1, document, " ".join(words.replace("*", "").split()),
        digest=sha256(words.encode()).hexdigest(),
    )  # fmt: skip
    return JudgedClaim(claim, verdict, reason, 0.5, checks)


def check(verdict: Verdict, url: str, passage: str | None, *facts: Comparison, explanation: str = "") -> Check:
    evidence = Passage(passage, Span(0, len(passage)), 0.9) if passage is not None else None
    return Check(
        "r-1", url, "ok" if passage else "wall", Ruling(verdict, "why", 0.5, evidence, facts, explanation=explanation)
    )


def finding(rule: str, judged: JudgedClaim, message: str, url: str | None = None) -> Finding:
    place = judged.claim.span
    return Finding(
        rule, "error" if url else "warning", message, Location(judged.claim.document, judged.claim.line, 1, place.start,
        place.end), claim=judged.claim.id, url=url, related=(Related("the page says", url=url, text=PASSAGE),),
        help="say what the page says", fingerprint=judged.claim.id,
    )  # fmt: skip


def info(path: str, text: str, media_type: str = "text/markdown") -> DocumentInfo:
    return DocumentInfo(path, HOSTILE, sha256(text.encode()).hexdigest(), media_type, "en", len(text))


def audit(folder: Path) -> Audit:
    """The audit; its two texts are written into ``folder``, which must be the working folder when it is rendered."""
    for name, text in (("ferries.md", FERRIES), ("market.txt", MARKET)):
        (folder / name).write_text(text, encoding="utf-8")
    direction = Comparison("direction", "rose", "fell", False)
    count = Comparison("quantity", "365,000 passengers", "365,000 passengers", True)
    rose = judged(
        FERRIES, "ferries.md", "Ferry traffic *rose* to 365,000 passengers in 2023.", "contradicted",
        check("contradicted", URL, PASSAGE, count, direction, explanation='The page says "fell".'),
        check("unchecked", "javascript:alert(4)", None, explanation="not an address"),
    )  # fmt: skip
    quay = judged(FERRIES, "ferries.md", "The quay was closed for\nnine days, said the harbour office.", "uncited")
    budget = judged(
        FERRIES, "ferries.md", "The budget will reach 2.1 million euros.", "unchecked",
        check("unchecked", "https://business.example/budget", None, explanation="the page asks for a subscription"),
    )  # fmt: skip
    stalls = judged(
        MARKET, "market.txt", "The fish market kept all of its 46 stalls.", "supported",
        check("supported", "https://courier.example/market", "It kept all of its 46 stalls.",
              Comparison("quantity", "46 stalls", "46 stalls", True)),
    )  # fmt: skip
    claims = (rose, quay, budget, stalls)
    dead = Finding(
        "gone-source", "error", f"{HOSTILE} is gone", Location("ferries.md", 9), reference="r-9",
        url="javascript:alert(5)", help="cite an archived copy", fingerprint="dead",
    )  # fmt: skip
    findings = (
        finding("reversed-meaning", rose, 'the text says "rose", the page says "fell"', URL),
        finding("uncited-claim", quay, f"no source is cited for {HOSTILE}"),
        replace(finding("uncited-claim", budget, "waived one"), status="waived", waiver="known"),
        dead,
    )
    sides = (
        Side("nine days", "nine", "ferries.md", 3, quay.claim.span, claim=quay.claim.id),
        Side(HOSTILE, "twelve", "ferries.md", 9, Span(0, 1), source=URL, odd=True),
    )
    return Audit(
        tool=ToolInfo("0.1.0", "2024-12-01"),
        documents=(info("ferries.md", FERRIES), info("market.txt", MARKET, "text/plain")),
        claims=claims,
        references=(Reference("r-1", "Quiet year", Span(0, 1), url=URL),),
        citations=(),
        sources=(Source(URL, "ok", title=HOSTILE, evidence="live"), Source("javascript:alert(6)", "unsafe")),
        conflicts=(Conflict("x-1", "quantity", "conflict", sides, HOSTILE, ("same noun",)),),
        findings=findings,
        summary=Summary(
            4, 2, 1, {"contradicted": 1, "uncited": 1, "unchecked": 1, "supported": 1},
            {"gone-source": 1, "reversed-meaning": 1, "uncited-claim": 2}, 1,
        ),
    )  # fmt: skip


def large(folder: Path, claims: int) -> Audit:
    """An audit of one text with that many claims, 25 in a paragraph, four in five of them with a finding."""
    verdicts: Sequence[Verdict] = ("supported", "contradicted", "unsupported", "partial", "unchecked")
    said = [f"In {1900 + n % 120} the harbour of district {n} handled {1000 + n * 7:,} crates." for n in range(claims)]
    text = "\n\n".join(" ".join(said[n : n + 25]) for n in range(0, claims, 25)) + "\n"
    (folder / "long.txt").write_text(text, encoding="utf-8")
    checked: list[JudgedClaim] = []
    at = 0
    for number, words in enumerate(said):
        verdict = verdicts[number % 5]
        page = (
            f"The yearbook says that district {number} handled {999 + number * 7:,} crates, and sent most of them on."
        )
        facts = (
            Comparison(
                "quantity", f"{1000 + number * 7:,} crates", f"{999 + number * 7:,} crates", verdict == "supported"
            ),
            Comparison("date", str(1900 + number % 120), None, None),
        )
        claim = Claim(f"c-{number}", words, Span(at, at + len(words)), number // 25 * 2 + 1, "long.txt", words)
        one = check(
            verdict, f"https://yearbook.example/{number}", page, *facts, explanation="The page says another number."
        )
        checked.append(JudgedClaim(claim, verdict, "why", 0.5, (one,)))
        at += len(words) + (2 if number % 25 == 24 else 1)
    findings = tuple(
        finding("differing-number", one, "the text says one number, the page says another", one.checks[0].url)
        for one in checked
        if one.verdict != "supported"
    )
    return Audit(
        tool=ToolInfo("0.1.0", "2024-12-01"),
        documents=(info("long.txt", text, "text/plain"),),
        claims=tuple(checked), references=(), citations=(),
        sources=tuple(Source(f"https://yearbook.example/{n}", "ok", title=f"District {n}") for n in range(claims)),
        conflicts=(), findings=findings,
        summary=Summary(
            claims, claims, 0, dict.fromkeys(verdicts, claims // 5), {"differing-number": len(findings)}, 1
        ),
    )  # fmt: skip
