"""Rules about claims that cannot all hold."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.model import Waiver
from claimcheck.model.conflicts import ConflictKind, ConflictLabel
from claimcheck.rules import Case, run

from .samples import Example, case, claim, conflict, document, extraction, side

BODY = """\
The ferry carried about 41,000 cars in 2019.

Few remember the 52,000 cars that it carried in 2019. Some remember the 41,000 cars.
"""
TEXT = document(BODY)
FIRST = "The ferry carried about 41,000 cars in 2019."
ODD = "Few remember the 52,000 cars that it carried in 2019."
THIRD = "Some remember the 41,000 cars."
MESSAGE = 'here it says "about 41,000 cars", there "52,000 cars"'


def cluster(kind: ConflictKind, label: ConflictLabel = "conflict") -> Case:
    claims = [claim(TEXT, FIRST, "c1"), claim(TEXT, ODD, "c2"), claim(TEXT, THIRD, "c3")]
    sides = (
        side(TEXT, FIRST, "about 41,000", claim="c1"),
        side(TEXT, ODD, "52,000", claim="c2", odd=True),
        side(TEXT, THIRD, "41,000", claim="c3"),
    )
    return case(extraction(TEXT, claims), documents=[TEXT], conflicts=[conflict(kind, label, MESSAGE, *sides)])


EXAMPLES: dict[str, Example] = {
    "conflicting-numbers": Example(cluster("quantity"), (MESSAGE,), cluster("date"), (cluster("quantity", "variant"),)),
    "conflicting-dates": Example(cluster("date"), (MESSAGE,), cluster("quantity")),
    "conflicting-statements": Example(cluster("role"), (MESSAGE,), cluster("name")),
    "inconsistent-name": Example(cluster("name", "variant"), (MESSAGE,), cluster("polarity")),
}


def test_one_finding_a_cluster_at_the_side_that_stands_alone() -> None:
    (finding,) = run(cluster("total"))
    assert (finding.rule, finding.severity, finding.confidence) == ("conflicting-numbers", "error", "high")
    assert (finding.location.line, finding.location.column, finding.claim) == (3, 1, "c2")
    assert [(related.message, related.location.line) for related in finding.related if related.location] == [
        ('here it is "about 41,000"', 1),
        ('here it is "41,000"', 3),
    ]


def test_what_may_both_hold_is_a_warning() -> None:
    (finding,) = run(cluster("quantity", "tension"))
    assert (finding.rule, finding.severity, finding.confidence) == ("conflicting-numbers", "warning", "low")


def test_a_name_is_never_more_than_a_note() -> None:
    (finding,) = run(cluster("name", "conflict"))
    assert finding.severity == "note"


def test_a_waiver_on_either_side_is_heard() -> None:
    looked_at = cluster("quantity")
    (text,) = looked_at.texts
    for name in ("c1", "c2", "c3"):
        claims = tuple(
            replace(entry, waivers=(Waiver("conflicting-numbers", "two ferries"),)) if entry.id == name else entry
            for entry in text.claims
        )  # fmt: skip
        found = run(replace(looked_at, texts=(replace(text, claims=claims),)))
        assert [(finding.rule, finding.status) for finding in found] == [("conflicting-numbers", "waived")]
