"""The discrepancy report for an editor."""

from __future__ import annotations

from dataclasses import replace

from markdown_it import MarkdownIt

from claimcheck.model import Location, Related
from claimcheck.reports import markdown
from claimcheck.reports._wording import fragment_link
from tests.reports.sample import audit


def test_a_finding_shows_claim_passage_facts_link_and_what_to_do() -> None:
    text = markdown.render(audit())
    part = text[text.index("### `reversed-meaning`") : text.index("## Warnings")]
    assert "> Ferry traffic rose to 365,000 passengers" in part
    assert "> Ferry traffic fell to 365,000 passengers" in part
    assert part.count("> Ferry traffic fell") == 1
    assert "|---|---|---|---|\n| direction | rose | fell | **differs** |" in part  # what decides stands first
    assert "](<https://courier.example/quiet-year#:~:text=Ferry%20traffic%20fell%20to%20365%2C000," in part
    assert '**What to do:** write "fell"' in part


def test_a_conflict_shows_both_places_and_no_source_that_has_no_part_in_it() -> None:
    ferry = audit().findings[0]
    other = Related('here it is "2,900"', Location("article.md", 41), text="2,900 homes below the line")
    clash = replace(ferry, rule="conflicting-numbers", url=None, reference=None, related=(other,), confidence="low")
    text = markdown.render(replace(audit(), findings=(clash,)))
    part = text[text.index("### `conflicting-numbers`") : text.index("## Conflicts")]
    assert '- here it is "2,900" (article.md:41): “2,900 homes below the line”' in part
    assert "The source says" not in part
    assert "low confidence" in part


def test_a_page_of_a_pdf_is_named_by_its_number() -> None:
    url = "https://courier.example/report.pdf"
    assert fragment_link(url, "fell to 365,000", 3) == f"{url}#page=3"
    assert fragment_link(url, "fell\ud800 to", None) == f"{url}#:~:text=fell%3F%20to"


def test_waived_findings_stay_in_the_report_with_their_reason() -> None:
    text = markdown.render(audit())
    assert "## Waived or in the baseline (1)" in text
    assert "waived: the site has no https" in text


def test_words_of_a_page_stay_words() -> None:
    html = MarkdownIt("commonmark").enable("table").render(markdown.render(audit()))
    assert "<script>" not in html
    assert 'href="javascript' not in html
    assert "<code>code</code>" not in html
    # A hostile title must not add a column to its table row.
    rows = [line for line in markdown.render(audit()).splitlines() if line.startswith("| uncited | article.md")]
    assert len(rows) == 1
    assert rows[0].replace("\\|", "").count("|") == 5
