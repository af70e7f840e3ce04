"""Rules about which sources count, and rules that hold otherwise in some files and on some hosts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import Any

from claimcheck.model import Facts, Metadata, Quantity, Resolved, Severity, Source, SourceEntry, Span, Waiver
from claimcheck.policy import Policy, Scope, Sourcing
from claimcheck.rules import Case, run
from tests.claimsfile.samples import document as plain

from .samples import (
    CARS,
    URL,
    Example,
    audit,
    case,
    check,
    citation,
    claim,
    document,
    entry,
    extraction,
    fact,
    judged,
    messages,
)

WORDS = f"Dahl, K. Counting cars on the Hitra ferry. (2020). {URL}"
TEXT = document(f"{CARS}\n\n{WORDS}\n")
OWN = replace(TEXT, metadata=Metadata(canonical_url="http://www.coast.example.org/cars/"))
MANY = Quantity(32800, 49200, None, "cars", "approx", "41,000", Span(33, 39))
LONG = [f"The ferry number {number} to Hitra carried some {number}41 cars on its day." for number in range(6)]


def cited(text: Any = TEXT, source: Source | None = None, url: str = URL, **sourcing: Any) -> Case:
    """The claim on the cars, with its citation resolved, under a policy for sources."""
    cars = claim(text, CARS, "c1", class_="cited", citations=("k1",), facts=Facts(quantities=(MANY,)))
    dahl = entry(WORDS, title="Counting cars on the Hitra ferry", year="2020", url=url)
    held = judged(cars, "supported", check("supported", says="41,000 cars"))
    return case(
        extraction(text, [cars], [citation("Dahl, 2020", Resolved(("r1",)))], [dahl]),
        documents=[text],
        claims=[held],
        sources=[source or Source(url, "ok", evidence="live")],
        policy=Policy(sources=Sourcing(**sourcing)),
    )


def copied(page: str) -> Case:
    text = document("\n".join(LONG) + f" (Dahl, 2020)\n\n{WORDS}\n")
    claims = [claim(text, words, f"c{number}", class_="cited") for number, words in enumerate(LONG)]
    claims[-1] = replace(claims[-1], citations=("k1",))
    read = extraction(text, claims, [citation("Dahl, 2020", Resolved(("r1",)))], [entry(WORDS, url=URL)])
    return case(read, documents=[text], sources=[Source(URL, "ok", evidence="live", document=plain(page))])


EXAMPLES: dict[str, Example] = {
    "untrusted-source": Example(
        cited(refused=("example.org",)),
        (f'"{URL}" is on coast.example.org, which is not accepted as a source',),
        cited(refused=("example.org",), trusted=("coast.example.org",)),
        (cited(), cited(trusted=("example.org",), trusted_only=True)),
    ),
    "circular-source": Example(
        cited(OWN),
        (f'"{URL}" is the address of the text itself',),
        cited(replace(OWN, metadata=Metadata(canonical_url="https://coast.example.org/buses"))),
        (cited(), copied("\n".join(LONG[:2]))),
    ),
    "too-few-sources": Example(
        cited(required={"quantity": 2}),
        (f'"{CARS}" names 1 source that counts, and 2 are required',),
        cited(required={"quantity": 1, "quotation": 2}),
        (cited(),),
    ),
}


def test_an_address_that_leads_to_a_refused_host() -> None:
    led = Source(URL, "moved", evidence="live", final_url="https://farm.example/x")
    assert messages("untrusted-source", cited(source=led, refused=("farm.example",))) == [
        f'"{URL}" leads to farm.example, which is not accepted as a source'
    ]


def test_a_site_of_its_own_and_a_copy_are_circular() -> None:
    assert messages("circular-source", cited(own=("coast.example.org/cars",))) == [
        f'"{URL}" is on coast.example.org, the text\'s own site'
    ]
    assert messages("circular-source", copied("Reprint. " + " ".join(LONG))) == [
        f'"{URL}" is the text under audit, word for word'
    ]


def test_sources_that_are_refused_or_written_twice_do_not_count() -> None:
    assert messages("too-few-sources", cited(required={"statement": 1}, refused=("example.org",))) == [
        f'"{CARS}" names 0 sources that count, and 1 are required'
    ]
    looked_at = cited(required={"statement": 2})
    (text,) = looked_at.texts
    for more, found in ((f"{URL}#tables", 1), ("https://office.example/cars", 0)):
        cars = replace(text.claims[0], sources=(SourceEntry(more),))
        both = replace(
            looked_at, texts=(replace(text, claims=(cars,)),), claims=(judged(cars, "supported", check("supported")),)
        )
        assert len(messages("too-few-sources", both)) == found


def test_an_uncited_claim_is_not_counted_again() -> None:
    looked_at = cited(required={"statement": 2})
    (text,) = looked_at.texts
    alone = replace(text.claims[0], citations=())
    assert (
        messages(
            "too-few-sources",
            replace(looked_at, texts=(replace(text, claims=(alone,)),), claims=(judged(alone, "uncited"),)),
        )
        == []
    )


# --- Where rules hold ---------------------------------------------------------------------------------------------

NUMBER = fact("quantity", "about 41,000", "14,000")


def clashing(path: str = "drafts/ferry.txt", *waivers: Waiver, **policy: Any) -> Case:
    text = document(CARS, path)
    cars = replace(claim(text, CARS, "c1", class_="cited"), waivers=waivers)
    held = judged(cars, "contradicted", check("contradicted", NUMBER, says="14,000 cars"))
    return case(extraction(text, [cars]), documents=[text], claims=[held], policy=Policy(**policy))


def scope(pattern: str, severity: Severity | None = None, **changes: Any) -> Scope:
    return Scope((pattern,), severity={"differing-number": severity} if severity else {}, **changes)


def test_rules_are_lowered_and_silenced_in_some_files() -> None:
    assert audit(clashing(files=(scope("drafts", "note"),))) == [("differing-number", "note", "open")]
    assert audit(clashing(files=(scope("drafts", ignore=("differing-number",)),))) == []
    assert audit(clashing(files=(scope("drafts", select=("gone-source",)),))) == []
    assert audit(clashing("final/ferry.txt", files=(scope("drafts", "note"),))) == [
        ("differing-number", "error", "open")
    ]


def test_paths_count_from_the_settings() -> None:
    looked_at = replace(clashing("ferry.txt", files=(scope("drafts/*", "note"),)), root=PurePath(".."))
    assert audit(looked_at) == [("differing-number", "error", "open")]
    inside = replace(clashing("../drafts/ferry.txt", files=(scope("drafts/*", "note"),)), root=PurePath(".."))
    assert audit(inside) == [("differing-number", "note", "open")]


def test_a_host_wins_over_a_file_and_the_later_entry_over_the_earlier() -> None:
    files = (scope("drafts", "note"), scope("*.txt", "warning"))
    assert audit(clashing(files=files)) == [("differing-number", "warning", "open")]
    assert audit(clashing(files=files, hosts=(scope("example.org", "error"),))) == [
        ("differing-number", "error", "open")
    ]
    assert audit(clashing(hosts=(scope("elsewhere.example", "note"),))) == [("differing-number", "error", "open")]


def test_a_waiver_of_a_rule_that_is_silent_there_is_no_unused_one() -> None:
    waiver = Waiver("differing-number", "checked by letter", None, 3)
    assert audit(clashing("drafts/ferry.txt", waiver, files=(scope("drafts", ignore=("differing-number",)),))) == []


def test_the_claims_file_of_a_text_is_under_the_rules_of_the_text() -> None:
    looked_at = clashing(files=(scope("drafts", "note"),))
    (text,) = looked_at.texts
    cars = replace(text.claims[0], document="claims/ferry.yaml")
    moved = replace(
        looked_at,
        texts=(replace(text, claims=(cars,), claims_path="claims/ferry.yaml"),),
        claims=(replace(looked_at.claims[0], claim=cars),),
        documents={},
    )
    (finding,) = run(moved)
    assert (finding.location.document, finding.severity) == ("claims/ferry.yaml", "note")
