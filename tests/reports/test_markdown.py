"""The discrepancy report for an editor."""

from __future__ import annotations

from markdown_it import MarkdownIt

from claimcheck.reports import markdown
from tests.reports.sample import audit


def test_a_finding_shows_claim_passage_facts_link_and_what_to_do() -> None:
    text = markdown.render(audit())
    part = text[text.index("### `reversed-meaning`") : text.index("## Warnings")]
    assert "> Ferry traffic rose to 365,000 passengers" in part
    assert "> Ferry traffic fell to 365,000 passengers" in part
    assert "| direction | rose | fell | differs |" in part
    assert "https://courier.example/quiet-year#:~:text=Ferry%20traffic%20fell%20to%20365%2C000," in part
    assert '**What to do:** write "fell"' in part


def test_waived_findings_stay_in_the_report_with_their_reason() -> None:
    text = markdown.render(audit())
    assert "## Accepted (1)" in text
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
