"""Rules about in-text citations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from claimcheck.model import Ambiguous, ClaimVerdict, Dangling, Resolution, Resolved, Weak
from claimcheck.rules import Case, run

from .samples import Example, case, citation, claim, document, entry, extraction, judged

BODY = """\
The ferry to Hitra carried about 41,000 cars in 2019 (Dahl, 2020). Fares fell in 2021 under Resolution 17.

(Aas, 2018; Dahl, 2020)

(Berg, 2017)

Dahl, K. Counting cars on the Hitra ferry. (2020). Coast Weekly. https://coast.example.org/cars
Dahl, M. Counting boats. (2020). https://coast.example.org/boats
Aas, B. Roads of the coast. (2018). https://coast.example.org/roads
"""
TEXT = document(BODY)
CARS, FARES = (
    claim(
        TEXT,
        "The ferry to Hitra carried about 41,000 cars in 2019 (Dahl, 2020).",
        "c1",
        class_="cited",
        citations=("k1",),
    ),
    claim(TEXT, "Fares fell in 2021 under Resolution 17.", "c2", suggested=("https://council.example.org/17",)),
)
DAHL = entry("Dahl, K. Counting cars on the Hitra ferry. (2020). Coast Weekly. https://coast.example.org/cars", "r1",
             title="Counting cars on the Hitra ferry", authors=("Dahl, K.",), year="2020",
             url="https://coast.example.org/cars")  # fmt: skip
MARIT = entry("Dahl, M. Counting boats. (2020). https://coast.example.org/boats", "r2", title="Counting boats",
              authors=("Dahl, M.",), year="2020", url="https://coast.example.org/boats")  # fmt: skip
AAS = entry("Aas, B. Roads of the coast. (2018). https://coast.example.org/roads", "r3", title="Roads of the coast",
            authors=("Aas, B.",), year="2018", url="https://coast.example.org/roads")  # fmt: skip


def one(resolution: Resolution, **changes: Any) -> Case:
    found = citation("Dahl, 2020", resolution, **changes)
    return case(extraction(TEXT, [CARS], [found], [DAHL, MARIT, AAS]), documents=[TEXT])


def uncited(verdict: ClaimVerdict = "uncited", **changes: Any) -> Case:
    fares = replace(FARES, **changes)
    return case(extraction(TEXT, [fares]), documents=[TEXT], claims=[judged(fares, verdict)])


ORPHANS = [
    citation("Aas, 2018", Resolved(("r3",)), "k2", scope="orphan", group=2),
    citation("Dahl, 2020", Resolved(("r1",)), "k3", scope="orphan", group=2),
    citation("Berg, 2017", Dangling(), "k4", scope="orphan", group=3),
]

EXAMPLES: dict[str, Example] = {
    "uncited-claim": Example(
        uncited(),
        (
            'no source is cited for "Fares fell in 2021 under Resolution 17."; it names https://council.example.org/17 '
            "itself",
        ),
        uncited("unchecked"),
        (uncited(class_="opinion"), uncited(kind="reference-title"), uncited(class_="minor")),
    ),
    "dangling-citation": Example(
        one(Dangling(("r1", "r2"))),
        ('"Dahl, 2020" names no entry of the bibliography',),
        one(Resolved(("r1",))),
    ),
    "ambiguous-citation": Example(
        one(Ambiguous(("r1", "r2"))),
        ('"Dahl, 2020" fits 2 entries: "Counting cars on the Hitra ferry" and "Counting boats"',),
        one(Weak("r1")),
        (case(extraction(TEXT, [replace(CARS, confirmed=("r2",))], [citation("Dahl, 2020", Ambiguous(("r1", "r2")))],
                         [DAHL, MARIT])),),
    ),
    "weak-citation": Example(
        one(Weak("r1")),
        ('"Dahl, 2020" may mean "Counting cars on the Hitra ferry"',),
        one(Resolved(("r1",))),
        (case(extraction(TEXT, [replace(CARS, confirmed=("r1",))], [citation("Dahl, 2020", Weak("r1"))], [DAHL])),),
    ),
    "misdated-citation": Example(
        one(Resolved(("r1",)), year_mismatch=True),
        ('the citation says "Dahl, 2020", the entry says "2020"',),
        one(Resolved(("r1",))),
    ),
    "orphan-citations": Example(
        case(extraction(TEXT, [], ORPHANS, [DAHL, AAS]), documents=[TEXT]),
        (
            '2 citations in a paragraph without a sentence, from "Aas, 2018" to "Dahl, 2020"',
            'the citation "Berg, 2017" stands behind no sentence',
        ),
        one(Resolved(("r1",))),
    ),
    "unused-reference": Example(
        one(Resolved(("r1",))),
        ('nothing cites "Counting boats"', 'nothing cites "Roads of the coast"'),
        case(extraction(TEXT, [], [citation("Dahl, 2020", Ambiguous(("r1", "r2")))], [DAHL, MARIT])),
        # The target of a link in running text is no entry of a bibliography.
        (case(extraction(document("See [this](https://a.example/x)."), [], [], [entry("this", url="https://a.example/x")])),),
    ),
    "duplicate-reference": Example(
        case(
            extraction(
                document("Dahl 2020 https://www.coast.example.org/cars/\nDahl again (2020) http://coast.example.org/cars"),
                references=[
                    entry("Dahl 2020 https://www.coast.example.org/cars/", "r1", title="Cars",
                          url="https://www.coast.example.org/cars/"),
                    entry("Dahl again (2020) http://coast.example.org/cars", "r2", title="Cars again",
                          url="http://coast.example.org/cars"),
                ],
            )
        ),
        ('"Cars again" has the address of an earlier entry',),
        one(Resolved(("r1",))),
    ),
}  # fmt: skip


def test_a_dangling_citation_lists_what_is_near_it() -> None:
    looked_at = one(Dangling(("r1", "r2")))
    (finding,) = [found for found in run(looked_at) if found.rule == "dangling-citation"]
    assert finding.help.endswith('near it: "Counting cars on the Hitra ferry" and "Counting boats"')
    assert (finding.location.line, finding.location.column) == (1, 55)
    assert finding.claim == "c1"
    assert [related.location.line for related in finding.related if related.location] == [7, 8]


def test_a_suggested_source_is_offered() -> None:
    (finding,) = run(uncited())
    assert finding.severity == "warning"
    assert finding.message.endswith("it names https://council.example.org/17 itself")
    assert finding.related[0].url == "https://council.example.org/17"


def test_without_the_text_orphans_are_grouped_by_what_stands_between_them() -> None:
    read = extraction(TEXT, [], ORPHANS, [DAHL, AAS])
    citations = tuple(
        replace(found, document="claims/ferry.yaml", line=9 + number) for number, found in enumerate(read.citations)
    )  # fmt: skip
    looked_at = case(replace(read, citations=citations, claims_path="claims/ferry.yaml"))
    found = [finding for finding in run(looked_at) if finding.rule == "orphan-citations"]
    assert [finding.location.line for finding in found] == [9]
    assert "3 citations" in found[0].message


def test_a_bibliography_that_nothing_cites_is_reported_once() -> None:
    looked_at = case(extraction(TEXT, [], [], [DAHL, MARIT, AAS]), documents=[TEXT])
    found = [finding.message for finding in run(looked_at) if finding.rule == "unused-reference"]
    assert found == ["the text cites none of its 3 references"]


def test_one_title_at_two_sites_is_reported_with_less_confidence() -> None:
    text = document(
        "Aas. Cable laid to Hitra (2020). https://a.example/1\nCable laid to Hitra (2020). https://b.example/2\n"
    )
    first = entry("Aas. Cable laid to Hitra (2020). https://a.example/1", "r1", title="Cable laid to Hitra",
                  url="https://a.example/1")  # fmt: skip
    second = entry("Cable laid to Hitra (2020). https://b.example/2", "r2", title="Cable Laid to Hitra.",
                   url="https://b.example/2")  # fmt: skip
    looked_at = case(extraction(text, references=[first, second]), documents=[text])
    (finding,) = [found for found in run(looked_at) if found.rule == "duplicate-reference"]
    assert finding.message == '"Cable Laid to Hitra" has the title of an earlier entry (a.example and b.example)'
    assert finding.confidence == "low"
    assert finding.location.line == 2


def test_entries_of_one_name_are_told_apart_by_their_addresses() -> None:
    urls = ["https://coast.example.org/a", "https://coast.example.org/b"]
    words = [f"coast.example.org. (2024). {url}" for url in urls]
    text = document("See (coast.example.org, n.d.).\n\n" + "\n".join(words))
    twins = [
        entry(line, name, title="coast.example.org", year="2024", url=url)
        for name, line, url in zip("ab", words, urls, strict=True)
    ]
    found = citation("coast.example.org, n.d.", Ambiguous(("a", "b")), year_mismatch=True)
    looked_at = case(extraction(text, [], [found], twins), documents=[text])
    (finding,) = (finding for finding in run(looked_at) if finding.rule == "ambiguous-citation")
    assert finding.message == (
        '"coast.example.org, n.d." fits 2 entries: "https://coast.example.org/a" and "https://coast.example.org/b"'
    )
    assert finding.help == "tell them apart in the citation"  # no claim holds it that could confirm one


def test_a_citation_elsewhere_in_the_paragraph_is_mentioned() -> None:
    (finding,) = run(uncited(inherited=("k1",), suggested=()))
    assert finding.message == (
        'no source is cited for "Fares fell in 2021 under Resolution 17.", only elsewhere in its paragraph'
    )
    assert finding.confidence == "low"
