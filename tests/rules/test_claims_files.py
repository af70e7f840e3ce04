"""Rules about claims files, and about an audit that looked at nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claimcheck import parse
from claimcheck.model import Dangling, Facts, Quantity, Resolved, Span, Waiver
from claimcheck.rules import Case, run
from claimcheck.rules._drift import lost

from .samples import (
    CARS,
    TODAY,
    Example,
    audit,
    case,
    check,
    citation,
    claim,
    clash,
    document,
    extraction,
    fact,
    judged,
    messages,
)

TEXT = document(CARS)
NUMBER = fact("quantity", "about 41,000", "14,000")
PATH = "claims/ferry.yaml"


def waived(*waivers: Waiver, verdict: str = "contradicted", **changes: Any) -> Case:
    """The claim with a differing number, and waivers on it."""
    cars = replace(claim(TEXT, CARS, "c1", class_="cited"), waivers=waivers, entry_line=9)
    held = judged(cars, verdict, check(verdict, NUMBER, says="14,000 cars"))  # type: ignore[arg-type]
    read = replace(extraction(TEXT, [cars]), claims_path=PATH)
    return case(read, documents=[TEXT], claims=[held], **changes)


def stale(*names: str) -> Case:
    cars = replace(claim(TEXT, CARS, "c1"), document=PATH, line=9, entry_line=9)
    return case(replace(extraction(TEXT, [cars]), claims_path=PATH, stale=names))


HOLDS = Waiver("differing-number", "the ministry has confirmed 41,000 by letter", "2025-03-01", 12)
ENDED = Waiver("differing-number", "the page will be corrected", "2025-02-28", 12)
IDLE = Waiver("differing-date", "the year is the council's", None, 15)


def reworded(text: str, **changes: Any) -> Case:
    facts = Facts(quantities=(Quantity(32800, 49200, None, "cars", "approx", "41,000", Span(33, 39)),))
    cars = replace(
        claim(TEXT, CARS, "c1"),
        text=text,
        edited=True,
        facts=facts,
        stated=facts,
        document=PATH,
        entry_line=9,
        **changes,
    )
    return case(replace(extraction(TEXT, [cars]), claims_path=PATH))


def cites(count: int, resolved: int = 0) -> Case:
    text = document("The tide rose 2 m. " + " ".join(f"(Dahl, {year})" for year in range(2000, 2000 + count)))
    found = [
        citation(f"Dahl, {2000 + n}", Resolved(("r1",)) if n < resolved else Dangling(), f"k{n}") for n in range(count)
    ]
    return case(extraction(text, [claim(text, "The tide rose 2 m.", "c1")], found))


EXAMPLES: dict[str, Example] = {
    "stale-claim": Example(
        stale("c1"),
        (f'the sentence of claim c1 is no longer in the text: "{CARS}"',),
        stale(),
    ),
    "drifted-claim": Example(
        reworded("Hitra's ferry took 14,000 cars across."),
        ('the sentence has "41,000", the rewording "Hitra\'s ferry took 14,000 cars across." has not',),
        reworded("Hitra's ferry took some 41,000 cars across."),
        (reworded("Hitra's ferry took many cars across.", class_="opinion"),),
    ),
    "nothing-checked": Example(
        case(extraction(document("What a lovely day it was, and how the gulls sang."))),
        ("no claim was found: nothing was checked",),
        cites(4),
        (cites(9, resolved=1),),
    ),
}


CROSSED = "The ferry to Hitra carried about 41,000 cars in 2019."


@pytest.mark.parametrize(
    ("sentence", "rewording", "gone"),
    [
        (CROSSED, "Hitra's ferry took some 41,000 cars across in 2019.", []),
        (CROSSED, "In 2019, 41 thousand cars took the ferry.", []),
        (CROSSED, "Hitra's ferry took 14,000 cars across in 2019.", ["41,000"]),
        (CROSSED, "Hitra's ferry took about 45,000 cars across in 2019.", ["41,000"]),
        (CROSSED, "Hitra's ferry took about 40,000 cars across in 2019.", []),  # rounded
        (CROSSED, "Hitra's ferry took about 41,000 cars across in 2018.", ["2019"]),
        (CROSSED, "Hitra's ferry took many cars across.", ["41,000", "2019"]),
        ("Up to 10,000 gulls breed there.", "10,000 gulls breed there.", ["10,000"]),
        ("Up to 10,000 gulls breed there.", "As many as ten thousand gulls breed there.", []),
        ("The road is 12 km long.", "The 7.5-mile road is open.", []),
        ("The road is 12 km long.", "The 9-mile road is open.", ["12 km"]),
        ("It breaks UN Security Council Resolution 2270.", "It would violate UNSC Resolution 2270.", []),
        ("The mayor said: “We will not raise fares.”", 'Asked again, the mayor said "we will not raise fares".', []),
    ],
)  # fmt: skip
def test_what_a_rewording_loses(sentence: str, rewording: str, gone: list[str]) -> None:
    assert lost(parse.facts(sentence), rewording) == gone


def test_a_rewording_loses_a_quotation_or_an_instrument() -> None:
    stated = parse.facts("The mayor said: “We will not raise fares.” That breaks Resolution 2270.")
    assert len(stated.quotations) == len(stated.instruments) == 1
    gone = lost(stated, 'The mayor said: "We will now raise fares." That breaks Resolution 2271.')
    assert len(gone) == 2


def test_waived_findings_are_kept_and_marked() -> None:
    (finding,) = run(waived(HOLDS))
    assert (finding.rule, finding.status, finding.waiver) == ("differing-number", "waived", HOLDS.reason)


def test_a_waiver_holds_through_its_last_day() -> None:
    assert audit(waived(HOLDS)) == [("differing-number", "error", "waived")]
    assert TODAY.isoformat() == HOLDS.until


def test_an_expired_waiver_opens_its_finding_again() -> None:
    found = run(waived(ENDED))
    assert [(finding.rule, finding.status) for finding in found] == [
        ("expired-waiver", "open"), ("differing-number", "open"),
    ]  # fmt: skip
    assert found[0].message == 'the waiver of differing-number ended on 2025-02-28: "the page will be corrected"'
    assert (found[0].location.document, found[0].location.line) == (PATH, 12)


def test_an_unused_waiver_is_reported_where_it_stands() -> None:
    found = run(waived(HOLDS, IDLE))
    assert [(finding.rule, finding.status) for finding in found] == [
        ("unused-waiver", "open"), ("differing-number", "waived"),
    ]  # fmt: skip
    assert found[0].message == f'nothing to waive: differing-date finds nothing on "{CARS}"'
    assert (found[0].location.document, found[0].location.line) == (PATH, 15)


def test_a_waiver_that_could_not_be_tested_is_not_called_unused() -> None:
    assert audit(waived(HOLDS, verdict="unchecked", ignore=("nothing-checked",))) == []
    assert audit(waived(IDLE, select=("differing-number", "unused-waiver"))) == [("differing-number", "error", "open")]
    assert audit(waived(IDLE, ignore=("differing-date",))) == [("differing-number", "error", "open")]


def test_a_waiver_is_for_its_own_claim_and_rule() -> None:
    looked_at = waived(Waiver("contradicted-claim", "the general rule", None, 3))
    assert ("differing-number", "error", "open") in audit(looked_at)
    other = replace(claim(TEXT, CARS, "c9"), waivers=(HOLDS,))
    (text,) = looked_at.texts
    both = replace(looked_at, texts=(replace(text, claims=(*text.claims, other)),))
    assert ("differing-number", "error", "open") in audit(both)


def test_the_waiver_rules_say_nothing_without_waivers() -> None:
    for rule in ("unused-waiver", "expired-waiver"):
        assert messages(rule, waived()) == []
        assert messages(rule, clash(NUMBER)) == []


def test_many_citations_of_which_none_is_resolved_are_reported() -> None:
    assert messages("nothing-checked", cites(5)) == [
        "none of 5 citations leads to a reference: what they cite was not checked"
    ]


def test_an_audit_of_nothing_says_so() -> None:
    assert messages("nothing-checked", case()) == ["there was no text: nothing was checked"]


def unread(*reasons: str, others: int = 0, **changes: Any) -> Case:
    """A text whose claims name one source each, which was not read for these reasons, and texts that were checked."""
    claims = [claim(TEXT, CARS, f"c{number}") for number in range(len(reasons))]
    held = [
        judged(one, "unchecked", check("unchecked", reason=reason, url=f"https://{number}.example"))
        for number, (one, reason) in enumerate(zip(claims, reasons, strict=True))
    ]
    texts = [extraction(TEXT, claims)]
    for number in range(others):
        other = document(CARS, path=f"other{number}.md")
        texts.append(extraction(other, [claim(other, CARS, "c1")]))
        held.append(judged(texts[-1].claims[0], "supported", check("supported")))
    return case(*texts, claims=held, **changes)


def found(looked_at: Case) -> list[tuple[str, str, str]]:
    said = [finding for finding in run(looked_at) if finding.rule == "nothing-checked"]
    return [(finding.location.document, finding.severity, finding.message) for finding in said]


def test_a_text_of_which_no_source_was_read_is_told_among_others_that_were() -> None:
    says = "no claim was held against a source ({}): nothing was checked"
    assert found(unread("not-stored", "not-stored", others=10)) == [(TEXT.path, "error", says.format("2 not-stored"))]
    # Pages that answered have findings of their own: together they are a warning, and all there is an error.
    assert found(unread("wall", "not-stored", others=10)) == [
        (TEXT.path, "warning", says.format("1 wall, 1 not-stored"))
    ]
    assert found(unread("wall")) == [(TEXT.path, "error", says.format("1 wall"))]
    assert found(unread("wall", narrowed=True)) == []
    assert found(unread("down", narrowed=True)) == [(TEXT.path, "error", says.format("1 down"))]


def test_a_text_without_claims_is_told_among_others_that_have_some() -> None:
    lovely = document("What a lovely day it was, and how the gulls sang.", path="lovely.md")
    looked_at = unread(others=1)
    assert found(replace(looked_at, texts=(extraction(lovely), *looked_at.texts[1:]))) == [
        ("lovely.md", "warning", "no claim was found in this text")
    ]


def test_dismissed_claims_are_nothing_to_look_at() -> None:
    opinion = replace(claim(TEXT, CARS, "c1"), class_="opinion")
    assert len(messages("nothing-checked", case(extraction(TEXT, [opinion])))) == 1
