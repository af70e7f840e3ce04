"""Waivers in comments of a text."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck import readers
from claimcheck.extract import extract
from claimcheck.model import Finding
from claimcheck.rules import Case, run

from .samples import Example

TODAY = date(2026, 1, 31)
RULES = ("dangling-citation", "insecure-url", "unused-waiver", "expired-waiver", "malformed-waiver")
ALLOW = "<!-- claimcheck: allow dangling-citation reason: the list follows in print -->"
LIST = "\n\n## References\n\nDahl, K. (2020). Counting cars. Coast Weekly. https://coast.example.org/cars\n"


def looked_at(text: str, path: str = "a.md") -> Case:
    document = readers.read_bytes(text.encode(), path=path)
    return Case(as_of=TODAY, texts=(extract(document),), documents={path: document}, select=RULES)


def found(text: str, path: str = "a.md") -> list[tuple[str, str]]:
    return [(finding.rule, finding.status) for finding in run(looked_at(text, path))]


def one(text: str, path: str = "a.md") -> Finding:
    (finding,) = run(looked_at(text, path))
    return finding


FIRST, SECOND = "The pier at Eide opened in 1921 (Aas, 2018).", "It cost 40,000 crowns in all (Moe, 2019)."

EXAMPLES: dict[str, Example] = {
    "malformed-waiver": Example(
        looked_at(f"{FIRST} <!-- claimcheck: allow dangling-citation -->{LIST}"),
        ("this comment waives nothing: it gives no reason",),
        looked_at(f"{FIRST} {ALLOW}{LIST}"),
    ),
}


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (f"{FIRST} {ALLOW} {SECOND}{LIST}", ["waived", "open"]),
        (f"{FIRST} {SECOND} {ALLOW}{LIST}", ["open", "waived"]),
        (f"{ALLOW}\n{FIRST} {SECOND}\n\n{SECOND}{LIST}", ["waived", "waived", "open"]),
        (f"{SECOND}\n\n{ALLOW}\n\n{FIRST} {SECOND}{LIST}", ["open", "waived", "waived"]),
        (f"- {ALLOW} {FIRST} {SECOND}\n- {SECOND}{LIST}", ["waived", "waived", "open"]),
        (f"{SECOND}\n\n{FIRST}{LIST}\n{ALLOW.replace('allow', 'allow-file')}\n", ["waived", "waived"]),
    ],
)
def test_where_a_comment_stands_says_what_it_is_about(text: str, statuses: list[str]) -> None:
    assert found(text) == [("dangling-citation", status) for status in statuses]


def test_comments_of_web_pages_are_read_too() -> None:
    page = (
        f"<html lang=en><body><article><h1>The pier</h1>\n<p>{FIRST} {ALLOW} {SECOND}</p>{ALLOW}\n"
        f"<p>{SECOND} {FIRST}</p>\n"
        "<h2>References</h2><p>Dahl, K. (2020). Cars. https://coast.example.org/cars</p></article></body></html>"
    )
    assert [status for _, status in found(page, "a.html")] == ["waived", "open", "waived", "waived"]


def test_a_fault_of_an_entry_is_waived_at_the_entry_or_where_it_is_cited() -> None:
    allow = ALLOW.replace("dangling-citation", "insecure-url")
    entries = LIST.replace("https:", "http:")
    cites = "The ferry carried 41,000 cars in 2019 (Dahl, 2020)."
    assert found(f"{cites}{entries}") == [("insecure-url", "open")]
    assert found(f"{cites} {allow}{entries}") == [("insecure-url", "waived")]
    above = entries.replace("Dahl, K.", f"{allow}\nDahl, K.")
    assert found(f"{cites}{above}") == [("insecure-url", "waived")]


def test_a_waiver_ends_after_its_last_day() -> None:
    for day, expected in (
        ("2026-01-31", [("dangling-citation", "waived")]),
        ("2026-01-30", [("dangling-citation", "open"), ("expired-waiver", "open")]),
    ):
        text = f"{FIRST} {ALLOW.replace(' -->', f' until: {day} -->')}{LIST}"
        assert sorted(found(text)) == expected
        early = text.replace(f" until: {day}", "").replace("reason:", f"until: {day} reason:")
        assert sorted(found(early)) == expected


def test_one_that_waives_nothing_is_found_where_it_stands() -> None:
    finding = one(f"The pier at Eide opened in 1921 (Dahl, 2020).\n\n{ALLOW}\n\nIt is long (Dahl, 2020).{LIST}")
    assert (finding.rule, finding.location.line, finding.location.column) == ("unused-waiver", 3, 1)
    assert finding.message == 'nothing to waive: dangling-citation finds nothing on "It is long (Dahl, 2020)."'
    whole = one(f"It is long (Dahl, 2020).{LIST}\n{ALLOW.replace('allow', 'allow-file')}\n")
    assert whole.message == "nothing to waive: dangling-citation finds nothing in this text"


def test_several_rules_in_one_comment() -> None:
    both = ALLOW.replace("dangling-citation", "dangling-citation, insecure-url")
    assert sorted(found(f"{FIRST} {both}{LIST}")) == [("dangling-citation", "waived"), ("unused-waiver", "open")]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("", "it says nothing"),
        ("alow dangling-citation reason: x", "it says 'alow', not allow or allow-file"),
        ("allow reason: x", "it names no rule"),
        (
            "allow dangling-citations reason: x",
            "there is no rule 'dangling-citations'; did you mean 'dangling-citation'?",
        ),
        ("allow dangling-citation", "it gives no reason"),
        ("allow dangling-citation reason: until: 2027-01-31", "it gives no reason"),
        ("allow dangling-citation reason: x until: soon", "'soon' is not a date such as 2027-01-31"),
        ("allow dangling-citation reason: x reason: y", "it gives reason: twice"),
    ],
)
def test_what_is_no_waiver_is_told(words: str, problem: str) -> None:
    findings = run(looked_at(f"{FIRST} <!-- claimcheck: {words} -->{LIST}"))
    assert [finding.rule for finding in findings] == ["dangling-citation", "malformed-waiver"]
    assert findings[0].status == "open"
    assert findings[1].message == f"this comment waives nothing: {problem}"


def test_fingerprints_of_waivers_stay_when_lines_move() -> None:
    text = f"It is long (Dahl, 2020). {ALLOW}{LIST}"
    assert one(text).fingerprint == one("A line.\n\n" * 10 + text).fingerprint


def test_of_very_many_comments_the_first_are_read_and_the_rest_is_said() -> None:
    text = f"{FIRST} " + "<!-- claimcheck: allow insecure-url reason: x -->" * 2_001 + LIST
    findings = run(looked_at(text))
    assert [finding.message for finding in findings if finding.rule == "malformed-waiver"] == [
        "this comment waives nothing: it comes after 2,000 others, and no more are read"
    ]
