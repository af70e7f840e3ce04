"""The console report, whole."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.model import Audit, Summary, ToolInfo
from claimcheck.reports import console
from tests.reports.sample import audit

EXPECTED = """\
Claims
  article.md
  contradicted     12:1  Ferry traffic rose to 365,000 passengers in 2023 (Brandt, 2024).
                         the text says "rose", the page says "fell" (https://courier.example/quiet-year)
  unchecked        14:1  The budget will reach 2.1 million euros.
                         wall: the page asks for a subscription
  uncited          30:1  <script>alert(1)</script> | �[31mred�[0m `code` [link](javascript:x) �gnp…
                         no citation

Conflicts
  conflict (quantity): "about 1,240" against "2,900" homes
    - article.md:9:1 text "about 1,240": About 1,240 homes stand below the line.
    > article.md:41:1 reference title "2,900": 2,900 homes below the line
    = same noun

Findings
  article.md:12:1: error[reversed-meaning]: the text says "rose", the page says "fell"
    = the page says: "Ferry traffic fell to 365,000 passengers in 2023, down from 412,000 the year before."
      https://courier.example/quiet-year
    = help: write "fell", or cite a page that says "rose"
  article.md:30:1: warning[uncited-claim]: no citation for <script>alert(1)</script> | �[31mred�[0m `code` \
[link](javascript:x) �gnp.exe
    = help: cite a source

note: 1 claim could not be checked; that says nothing about them
3 claims in 1 document: 1 contradicted, 1 unchecked, 1 uncited
1 error, 1 warning, 1 waived; 1 conflict; as of 2024-12-01
"""


def test_the_whole_report() -> None:
    assert console.render(audit()) == EXPECTED


def test_no_escape_of_a_page_reaches_the_terminal() -> None:
    text = console.render(audit())
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_an_audit_that_checked_nothing_says_so() -> None:
    nothing = Audit(ToolInfo("0.1.0", "2024-12-01"), (), (), (), (), (), (), (), Summary(0, 0, 0))
    assert "nothing was checked" in console.render(nothing)
    unread = replace(audit(), summary=Summary(3, 0, 3, {"unchecked": 3}))
    assert "no source was held against any claim: nothing was checked" in console.render(unread)
