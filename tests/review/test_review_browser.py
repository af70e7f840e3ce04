"""A review in a browser, as an editor does it: the program in a process of its own, one headless Chromium."""

from __future__ import annotations

import difflib
import importlib.resources
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from claimcheck import claimsfile, readers
from claimcheck.extract import extract
from tests.chromium import needs_chromium
from tests.review import article

pytestmark = needs_chromium


@pytest.fixture
def claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The claims file of the article, with a comment of a person's."""
    monkeypatch.chdir(tmp_path)
    article.lay(tmp_path)
    path = tmp_path / "claims" / "article.yaml"
    path.parent.mkdir()
    found = claimsfile.dumps(extract(readers.read_file("article.md")))
    path.write_text(found.replace("\nclaims:\n", f"\n{article.COMMENT}claims:   # three\n"), encoding="utf-8")
    return path


@contextmanager
def started(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program, and the address that it prints."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    with subprocess.Popen(
        article.COMMAND, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=sys.stderr, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


@contextmanager
def shown() -> Iterator[str]:
    """The address of a review that this process serves: only what survives a kill needs one of its own."""
    with article.served(article.desk()) as visitor:
        yield visitor.server.url


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Page]:
    """A tab that may ask for nothing but the pages of the review; a complaint of the browser fails the test."""
    asked: list[str] = []
    complaints: list[str] = []
    options.setdefault("viewport", {"width": 1280, "height": 900})
    context = browser.new_context(**options)
    page = context.new_page()
    page.set_default_timeout(60_000)
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    page.get_by_role("heading", name="Review", exact=True).wait_for()
    page.wait_for_url(url.split("?")[0])  # the token is left behind
    yield page
    # A browser tells of every refusal, and a test that provokes one looks at what the page says of it.
    assert [one for one in complaints if "409 (Conflict)" not in one] == []
    base = url.split("?")[0]
    assert [one for one in asked if not one.startswith(base) and one != "data:,"] == []
    context.close()


def go(page: Page, key: str, number: int) -> None:
    """Walk with ``key``, until the finding ``number`` is there."""
    page.keyboard.press(key)
    page.wait_for_url(f"**/finding/{number}")
    expect(page.locator("nav span")).to_have_text(f"{number} of 3")


def changes(before: str, path: Path) -> tuple[list[str], list[str]]:
    """Lines that went and lines that came."""
    lines = list(difflib.ndiff(before.splitlines(), path.read_text(encoding="utf-8").splitlines()))
    return [line[2:].strip() for line in lines if line[0] == "-"], [
        line[2:].strip() for line in lines if line[0] == "+"
    ]


def test_three_findings_decided_the_process_killed_and_nothing_lost(browser: Browser, claims: Path) -> None:
    before = claims.read_text(encoding="utf-8")
    with started(claims.parents[1]) as (process, url), opened(browser, url) as page:
        go(page, "j", 1)
        expect(page.get_by_role("heading", name="differing-number")).to_be_visible()
        expect(page.locator("mark b.differs")).to_have_text("41 million euros")
        expect(page.locator("blockquote b.differs")).to_have_text("47 million euros")
        page.keyboard.press("a")
        expect(page.get_by_role("status")).to_have_text("Written: accepted.")
        expect(page.locator("nav span")).to_have_text("2 of 3")
        page.keyboard.press("w")
        expect(page.get_by_label("Reason")).to_be_focused()
        page.keyboard.type("the council corrected it: by letter")
        page.get_by_label("Until").fill("2027-01-31")
        page.get_by_role("button", name="Waive the finding").click()
        expect(page.locator("nav span")).to_have_text("3 of 3")
        page.keyboard.press("c")
        expect(page.get_by_label("What the sentence asserts")).to_be_focused()
        page.get_by_label("What the sentence asserts").fill("Arnmouth counted 365,000 passengers in 2023.")
        page.get_by_role("button", name="Restate the claim").click()
        expect(page.get_by_text("0 of 3 undecided")).to_be_visible()
        expect(page.locator(".list .state")).to_have_text(["accepted", "waived", "claim restated"])
        process.send_signal(signal.SIGKILL)
        process.wait()
    gone, come = changes(before, claims)
    assert gone == ["text: The harbour office of Arnmouth counted 365,000 passengers in 2023."]
    # The rest is who, when and about what.
    assert [line for line in come if line.split(":")[0].lstrip("- ") not in {"rule", "by", "at", "finding"}] == [
        "decisions:", "- did: accepted",
        "waivers:", '- {rule: differing-number, reason: "the council corrected it: by letter", until: "2027-01-31"}',
        "decisions:", "- did: waived",
        "text: Arnmouth counted 365,000 passengers in 2023.", "decisions:", "- did: restated",
        "was: The harbour office of Arnmouth counted 365,000 passengers in 2023.",
    ]  # fmt: skip
    assert sum(line == "by: Ada Quill" for line in come) == 3
    assert [path.name for path in claims.parent.iterdir()] == ["article.yaml"]
    after = claims.read_text(encoding="utf-8")
    with started(claims.parents[1]) as (_, url), opened(browser, url) as page:
        # Another process, another day: what was decided is known, and taken back with one key, the last first.
        page.reload()
        expect(page.locator(".decided li strong")).to_have_text(["claim restated", "waived", "accepted"])
        for left in (2, 1, 0):
            page.keyboard.press("u")
            expect(page.get_by_role("status")).to_have_text("Taken back.")
            page.get_by_role("link", name="All findings").click()
            expect(page.locator(".decided li")).to_have_count(left)
            if left == 2:
                assert changes(after, claims)[1] == [f"text: {gone[0].removeprefix('text: ')}"]
        expect(page.locator("#undo")).to_have_count(0)
    assert claims.read_text(encoding="utf-8") == before


def test_words_of_a_source_are_marked_and_a_copy_is_filed(browser: Browser, claims: Path, tmp_path: Path) -> None:
    copy = tmp_path / "saved.html"
    copy.write_text("<!DOCTYPE html><title>Saved</title><p>The bridge at Arnmouth cost 41 million euros.</p>")
    with shown() as url, opened(browser, url) as page:
        go(page, "j", 1)
        page.keyboard.press("s")
        expect(page.get_by_label("Address")).to_be_focused()
        page.get_by_label("File").set_input_files(copy)
        page.get_by_role("button", name="File the copy").click()
        expect(page.get_by_role("status")).to_have_text("Written: copy filed.")
        page.locator(".stored summary").click()
        words = page.locator(".stored-words")
        expect(words).to_contain_text("cost 41 million euros")
        words.evaluate("(element) => getSelection().selectAllChildren(element)")
        page.keyboard.press("m")
        expect(page.locator("#mark textarea")).to_have_value("The bridge at Arnmouth cost 41 million euros.")
        page.get_by_role("button", name="Mark the passage").click()
        expect(page.get_by_role("status")).to_have_text("Written: passage marked.")
    (entry,) = article.claims()["41"].sources
    assert (entry.url, entry.note) == (article.COURIER, "passage: The bridge at Arnmouth cost 41 million euros.")


def test_a_tab_that_is_out_of_date_says_so(browser: Browser, claims: Path, tmp_path: Path) -> None:
    with shown() as url, opened(browser, url) as page:
        go(page, "j", 1)
        edited = claims.read_text(encoding="utf-8") + "# by hand\n"
        claims.write_text(edited, encoding="utf-8")
        page.keyboard.press("w")
        page.keyboard.type("known")
        page.get_by_role("button", name="Waive the finding").click()
        expect(page.get_by_role("alert")).to_contain_text("was changed since this page was shown")
        expect(page.get_by_label("Reason")).to_have_value("known")
        assert claims.read_text(encoding="utf-8") == edited
        page.get_by_role("button", name="Waive the finding").click()
        expect(page.locator("nav span")).to_have_text("2 of 3")
        assert claims.read_text(encoding="utf-8").endswith("# by hand\n")


def test_without_javascript_everything_can_be_read_and_decided(browser: Browser, claims: Path, tmp_path: Path) -> None:
    before = claims.read_text(encoding="utf-8")
    with shown() as url, opened(browser, url, java_script_enabled=False) as page:
        page.get_by_role("link", name="Begin").click()
        expect(page.locator("#keys")).to_be_hidden()
        page.locator("#waive summary").click()
        page.get_by_label("Reason").fill("known")
        page.get_by_role("button", name="Waive the finding").click()
        expect(page.locator("nav span")).to_have_text("2 of 3")
        page.get_by_role("button", name="Undo").click()
        expect(page.get_by_role("status")).to_have_text("Taken back.")
    assert claims.read_text(encoding="utf-8") == before


def test_keys_are_left_alone_while_somebody_types(browser: Browser, claims: Path, tmp_path: Path) -> None:
    before = claims.read_text(encoding="utf-8")
    with shown() as url, opened(browser, url) as page:
        go(page, "j", 1)
        go(page, "j", 2)
        go(page, "k", 1)
        page.keyboard.press("w")
        page.keyboard.type("a jackal, you know? u")
        expect(page.get_by_label("Reason")).to_have_value("a jackal, you know? u")
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
        page.keyboard.press("a")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    assert claims.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_no_serious_fault(browser: Browser, claims: Path, tmp_path: Path, scheme: str, width: int) -> None:
    size = {"width": width, "height": 844}
    # The check itself is a script that the policy of the page would refuse.
    with (
        shown() as url,
        opened(browser, url, color_scheme=scheme, viewport=size, bypass_csp=True) as page,
    ):
        pages = [check(page)]
        go(page, "j", 1)
        page.keyboard.press("a")
        expect(page.get_by_role("status")).to_have_text("Written: accepted.")
        go(page, "k", 1)
        for key in "wcsm":
            page.keyboard.press(key)
            page.keyboard.press("Escape")
        page.locator(".stored summary").click()
        pages.append(check(page))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        pictures = os.environ.get("CLAIMCHECK_PICTURES")
        if pictures:
            page.screenshot(path=f"{pictures}/finding-{width}.png", full_page=True)
            page.goto(url.split("?")[0])
            page.screenshot(path=f"{pictures}/overview-{width}.png", full_page=True)
    assert pages == [[], []], json.dumps(pages, indent=1)


def check(page: Page) -> list[Any]:
    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.add_style_tag(content="* { transition: none !important }")
    page.evaluate(axe)
    faults = page.evaluate("axe.run().then((result) => result.violations)")
    return [
        (fault["id"], fault["impact"], fault["nodes"][0]["html"], fault["nodes"][0]["failureSummary"])
        for fault in faults
    ]
