"""The HTML report in a browser, as an editor uses it: one headless Chromium for all of these."""

from __future__ import annotations

import importlib.resources
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from claimcheck.model import Audit
from claimcheck.reports import html
from tests.chromium import needs_chromium
from tests.reports import article

pytestmark = needs_chromium


class Opened:
    """A report in a tab that is cut off from every network, with what it asked for and what it complained about."""

    def __init__(self, browser: Browser, file: Path, finished: Audit, **options: Any) -> None:
        file.write_text(html.render(finished), encoding="utf-8")
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(60_000)
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.route("**/*", self._watch)
        self.work = self.context.new_cdp_session(self.page)
        self.work.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.address = file.as_uri()
        began = time.perf_counter()
        self.page.goto(self.address)
        if options.get("java_script_enabled", True):
            self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        self.seconds = time.perf_counter() - began
        """From asking for the report to its second frame, its script included."""

    def busy(self) -> float:
        """Seconds of processor time that the page itself has taken so far, whatever else the machine does."""
        metrics = self.work.send("Performance.getMetrics")["metrics"]
        return float(next(entry["value"] for entry in metrics if entry["name"] == "TaskDuration"))

    def _watch(self, route: Route) -> None:
        if route.request.url.split("#")[0] == self.address:
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()

    def shown(self) -> list[str]:
        """Ids of the cards that are not filtered away."""
        return [str(card.get_attribute("id")) for card in self.page.locator(".card:not([hidden])").all()]


@pytest.fixture
def report(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    monkeypatch.chdir(tmp_path)
    opened = Opened(browser, tmp_path / "report.html", article.audit(tmp_path))
    yield opened
    assert opened.complaints == []
    assert opened.asked == []
    assert opened.page.title() == "Discrepancy report: ferries.md, market.txt"  # no script of a page has run
    opened.context.close()


@pytest.fixture
def page(report: Opened) -> Page:
    return report.page


def test_filters_by_verdict_rule_and_document(report: Opened, page: Page) -> None:
    status = page.get_by_role("status")
    expect(status).to_have_text("4 claims")
    assert report.shown() == ["c1", "c2", "c3", "c5", "c4"]  # what is found in a text stands below it
    page.get_by_role("button", name="contradicted").click()
    assert report.shown() == ["c1"]
    expect(status).to_have_text("1 of 4 claims")
    expect(page.get_by_text("Its roof is new.")).to_be_hidden()
    expect(page.locator("mark:not(.off)").first).to_have_attribute("data-card", "c1")
    assert page.locator("mark:not([data-card=c1]):not(.off)").count() == 0
    expect(page.locator("#findings li:visible")).to_have_count(1)
    page.get_by_role("button", name="uncited").click()
    assert report.shown() == ["c1", "c2"]
    page.get_by_role("combobox", name="Rule").select_option("uncited-claim")
    assert report.shown() == ["c2"]
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("combobox", name="Rule").select_option("gone-source")
    assert report.shown() == ["c5"]
    expect(status).to_have_text("0 of 4 claims")
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("combobox", name="Document").select_option("market.txt")
    assert report.shown() == ["c4"]
    expect(page.get_by_role("heading", name="ferries.md")).to_be_hidden()
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_text("Its roof is new.")).to_be_visible()
    assert len(report.shown()) == 5


def test_search_finds_words_of_text_and_page(report: Opened, page: Page) -> None:
    page.keyboard.press("/")
    expect(page.get_by_label("Search")).to_be_focused()
    page.keyboard.type("TRAFFIC  fell")
    assert report.shown() == ["c1"]
    page.keyboard.press("Escape")
    expect(page.get_by_label("Search")).not_to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#c1")).to_be_focused()


def test_the_keyboard_walks_through_the_claims(page: Page) -> None:
    for key, card in (("j", "c1"), ("n", "c2"), ("j", "c3"), ("k", "c2"), ("p", "c1"), ("p", "c1")):
        page.keyboard.press(key)
        expect(page.locator(f"#{card}")).to_be_focused()
        expect(page.locator("[aria-current]")).to_have_attribute("id", card)
    expect(page.locator("mark.current").first).to_contain_text("Ferry traffic")
    details = page.locator("#c1 details")
    expect(details).not_to_have_attribute("open", "")
    page.keyboard.press("Enter")
    expect(details).to_have_attribute("open", "")
    expect(page.locator("#c1 .fact.differs").first).to_contain_text(
        "direction differs: the text “rose”, the source “fell”"
    )
    page.keyboard.press("Enter")
    expect(details).not_to_have_attribute("open", "")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("#c1")).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("?")
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


def test_claims_are_marked_in_place_and_tied_to_their_cards(page: Page) -> None:
    marks = page.locator("mark[data-card=c1]")
    assert "".join(marks.all_text_contents()) == "Ferry traffic *rose* to 365,000 passengers in 2023."
    assert page.locator("mark[data-card=c1] b.differs").all_text_contents() == ["rose"]
    assert page.locator("#c1 blockquote b.differs").all_text_contents() == ["fell"]
    beside = page.locator("#c2").bounding_box()
    words = page.locator("mark[data-card=c2]").first.bounding_box()
    assert beside is not None
    assert words is not None
    assert words["x"] + words["width"] < beside["x"]  # the source stands beside the text
    page.locator("mark[data-card=c2]").first.click()
    expect(page.locator("#c2")).to_have_attribute("aria-current", "true")
    page.get_by_role("button", name="supported").click()
    page.locator("#findings summary").click()
    page.goto(page.url.split("#")[0] + "#c1")
    expect(page.locator("#c1")).to_be_focused()  # what an address names is shown, whatever was filtered
    link = page.locator("#c1 .source a").first
    assert str(link.get_attribute("href")).startswith(f"{article.URL}#:~:text=Ferry%20traffic%20fell%20to%20365%2C000")
    assert link.get_attribute("rel") == "noopener noreferrer nofollow"


def test_on_a_telephone_nothing_is_cut_off(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    card, words = page.locator("#c1").bounding_box(), page.locator("mark[data-card=c1]").first.bounding_box()
    assert card is not None
    assert words is not None
    assert card["y"] > words["y"]


def test_it_can_be_read_without_javascript(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    opened = Opened(browser, tmp_path / "report.html", article.audit(tmp_path), java_script_enabled=False)
    expect(opened.page.locator("#tools")).to_be_hidden()
    expect(opened.page.locator("#c1")).to_contain_text("What to do: say what the page says")
    opened.page.locator("#findings a").first.click()
    assert opened.page.url.endswith("#c1")
    opened.context.close()


def test_on_paper_everything_is_there_and_the_tools_are_not(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator("#tools")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#c1 .fact.differs").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#c1 .fact.differs").first).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_fault(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.chdir(tmp_path)
    # The check itself is a script that the policy of the report would refuse.
    opened = Opened(browser, tmp_path / "report.html", article.audit(tmp_path), color_scheme=scheme, bypass_csp=True)
    opened.page.add_style_tag(content="* { content-visibility: visible !important; transition: none !important }")
    opened.page.keyboard.press("j")
    opened.page.keyboard.press("Enter")
    opened.page.get_by_role("button", name="uncited").click()
    opened.page.get_by_role("button", name="contradicted").click()
    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    opened.page.evaluate(axe)
    faults = opened.page.evaluate("axe.run().then((result) => result.violations)")
    told = [
        (fault["id"], fault["impact"], fault["nodes"][0]["html"], fault["nodes"][0]["failureSummary"])
        for fault in faults
    ]
    assert told == [], json.dumps(told, indent=1)
    opened.context.close()


def test_a_report_over_5000_claims_opens(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    finished = article.large(tmp_path, 5_000)
    opened = Opened(browser, tmp_path / "report.html", finished)
    work, load = opened.busy(), os.getloadavg()[0] / (os.cpu_count() or 1)
    with capsys.disabled():
        print(
            f"\n5,000 claims open in {opened.seconds:.2f} s, {work:.2f} s of it their own work ({load:.1f} jobs a core)"
        )
    expect(opened.page.get_by_role("status")).to_have_text("5000 claims")
    opened.page.get_by_role("button", name="contradicted").click()
    expect(opened.page.get_by_role("status")).to_have_text("1000 of 5000 claims")
    assert opened.complaints == []
    opened.context.close()
