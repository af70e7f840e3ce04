"""A decision changes the lines of its claim's entry, and nothing that a person wrote around them."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import claimsfile
from claimcheck.errors import UnusableFile
from claimcheck.model import Claim, Decision, Extraction, SourceEntry, Waiver

from .samples import extractions, ferry

AT = "2026-03-01T09:30:00.120Z"
MADE = Decision("waived", "uncited-claim", "Ada Quill", AT, "0a1b")
WAIVER = Waiver("uncited-claim", "the minutes: not online # yet", "2027-01-31")
SOURCE = SourceEntry("https://council.example/minutes", 'passage: "The fares\nstay."')
BY_HAND = """\
# Ours.
schema: claimcheck/claims/1
document: {path: ferry.md}

claims:
  - id: c1   # the main one
    text: "The ferry carried 41,000 cars."
    # told by telephone
    sources:
      - https://line.example/cars   # a PDF
      # the other one is gone
    note:   keep   # for now

  # the second
  - {id: c2, text: Fares stay., sha256: null}
  -   text: Ministers praised it.
      id: c3
# the end
references: []
"""


def claim_of(content: str, name: str) -> Claim:
    return next(claim for claim in claimsfile.loads(content).claims if claim.id == name)


def changed(content: str, name: str, **changes: Any) -> str:
    return claimsfile.edited(content, "claims.yaml", replace(claim_of(content, name), **changes))


def difference(before: str, after: str) -> list[str]:
    """Lines taken out and put in."""
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_a_waiver_is_two_lines_more_and_everything_else_stays() -> None:
    after = changed(BY_HAND, "c1", waivers=(WAIVER,), decisions=(MADE,))
    assert difference(BY_HAND, after) == [
        "+     waivers:",
        '+       - {rule: uncited-claim, reason: "the minutes: not online # yet", until: "2027-01-31"}',
        "+     decisions:",
        f'+       - {{did: waived, rule: uncited-claim, by: Ada Quill, at: "{AT}", finding: "0a1b"}}',
    ]
    assert changed(after, "c1", waivers=(), decisions=()) == BY_HAND


def test_a_source_more_is_one_line_more_and_comments_in_the_list_stay() -> None:
    first = claim_of(BY_HAND, "c1").sources
    after = changed(BY_HAND, "c1", sources=(*first, SourceEntry("https://b.example/")))
    assert difference(BY_HAND, after) == ['+       - {url: "https://b.example/"}']
    assert changed(after, "c1", sources=first) == BY_HAND


def test_a_restated_claim_changes_its_text_alone() -> None:
    after = changed(BY_HAND, "c1", text="The ferry carried 40,000 cars.")
    assert difference(BY_HAND, after) == [
        '-     text: "The ferry carried 41,000 cars."',
        "+     text: The ferry carried 40,000 cars.",
    ]


@pytest.mark.parametrize("name", ["c2", "c3"])
def test_an_entry_written_in_another_way_is_changed_too(name: str) -> None:
    after = changed(BY_HAND, name, text="Fares fell.", waivers=(WAIVER,), decisions=(MADE,))
    assert [claim_of(after, name).text, claim_of(after, name).waivers[0].reason] == ["Fares fell.", WAIVER.reason]
    for other in {"c1", "c2", "c3"} - {name}:
        assert claim_of(after, other).text == claim_of(BY_HAND, other).text
    for comment in ("# Ours.", "# the second", "# told by telephone", "# for now", "# the end"):
        assert comment in after


def test_windows_line_ends_and_a_missing_last_one_are_kept() -> None:
    content = BY_HAND.replace("\n", "\r\n").removesuffix("\r\n")
    after = changed(content, "c1", waivers=(WAIVER,))
    assert after.count("\r\n") == after.count("\n")
    assert changed(after, "c1", waivers=()) == content


def test_a_claim_that_the_file_does_not_hold_gets_an_entry_of_its_own() -> None:
    new = Claim("c9", "It rained.", claim_of(BY_HAND, "c1").span, 1, "ferry.md", "It rained.", digest="a" * 64,
                decisions=(MADE,))  # fmt: skip
    for behind, order in ((None, ["c1", "c2", "c3", "c9"]), ("c1", ["c1", "c9", "c2", "c3"])):
        after = claimsfile.edited(BY_HAND, "claims.yaml", new, behind=behind)
        assert [claim.id for claim in claimsfile.loads(after).claims] == order
        assert claim_of(after, "c9").decisions[0].by == "Ada Quill"
        assert all(line[0] == "+" for line in difference(BY_HAND, after))
    empty = "schema: claimcheck/claims/1\ndocument: {path: ferry.md}\nclaims: []  # none\n"
    assert claim_of(claimsfile.edited(empty, "claims.yaml", new), "c9").text == "It rained."


def test_a_file_with_mistakes_is_not_touched() -> None:
    with pytest.raises(UnusableFile, match="unknown key"):
        claimsfile.edited(BY_HAND + "more: 1\n", "claims.yaml", claim_of(BY_HAND, "c1"))


@settings(max_examples=60, deadline=None)
@given(extractions(), st.data(), st.booleans(), st.booleans())
def test_what_extract_wrote_stays_as_extract_writes_it(
    found: Extraction, data: st.DataObject, restated: bool, sourced: bool
) -> None:
    before = claimsfile.dumps(found)
    found = claimsfile.loads(before)
    if not found.claims:
        return
    old = data.draw(st.sampled_from(found.claims))
    new = replace(
        old,
        text=f"{old.text} and more" if restated else old.text,
        sources=(*old.sources, SOURCE) if sourced else old.sources,
        waivers=(*old.waivers, WAIVER),
        decisions=(*old.decisions, MADE),
    )
    after = claimsfile.edited(before, "claims.yaml", new)
    assert claim_of(after, old.id).waivers[-1].reason == WAIVER.reason
    if not restated:  # a stored reading of the sentence stays, for when the restatement is taken back
        assert claimsfile.dumps(claimsfile.loads(after)) == after
    assert claimsfile.edited(after, "claims.yaml", old) == before


def test_a_real_file_is_changed_in_place() -> None:
    before = claimsfile.dumps(ferry())
    after = changed(before, "c2", waivers=(WAIVER,), decisions=(MADE,))
    assert len(difference(before, after)) == 4
