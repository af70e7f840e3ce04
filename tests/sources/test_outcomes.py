"""Every outcome from the page that earns it, and the honest page beside it that must not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Document, Outcome
from claimcheck.sources import Source, Wanted, guard, media, outcomes, signs
from claimcheck.sources.wording import duration, plain

from .conftest import ARTICLE, Desk, Web, answer, article

CITED_TITLE = "Port Ellery moves more containers than ever"
LEAD = (
    "<p>The harbour authority said on Monday that 412 containers had left the eastern quay since January, almost twice "
    "as many.</p>"
)
LONG = ARTICLE.format(title="x")
NOT_FREE = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'


def page(title: str, body: str, head: str = "") -> bytes:
    return answer(f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>")


def abstract(sections: str = "") -> bytes:
    return page(
        "Tides and cranes: queueing at small harbours",
        "<h1>Tides and cranes: queueing at small harbours</h1><h2>Abstract</h2>"
        + LEAD + LEAD.replace("Monday", "Friday") + sections + "<p><a>Get access</a> <a>Purchase PDF</a></p>",
        '<meta name="citation_title" content="Tides and cranes"><meta name="citation_doi" content="10.1000/182">',
    )  # fmt: skip


SECTIONS = ("1. Introduction", "2. Methods", "3. Results", "4. Discussion")
PAGES: list[tuple[str, bytes, Outcome]] = [
    ("an article", article(), "ok"),
    ("a short notice", page("Quay closed on Sunday", "<h1>Quay closed on Sunday</h1>" + LEAD * 3), "ok"),
    ("HTTP 404", answer("<h1>No</h1>", "404 Not Found"), "gone"),
    ("HTTP 410", answer("", "410 Gone"), "gone"),
    ("HTTP 404 with a damaged page", answer("nope", "404 Not Found", {"Content-Encoding": "gzip"}), "gone"),
    ("HTTP 401", answer("", "401 Unauthorized"), "blocked"),
    ("HTTP 402", answer("", "402 Payment Required"), "wall"),
    ("HTTP 403", answer("", "403 Forbidden"), "blocked"),
    ("HTTP 406", answer("", "406 Not Acceptable"), "blocked"),
    ("HTTP 451", answer("", "451 Unavailable"), "blocked"),
    ("HTTP 999", answer("", "999 Request denied"), "blocked"),
    ("HTTP 429", answer("", "429 Slow down"), "throttled"),
    ("HTTP 500", answer("", "500 Oops"), "down"),
    ("HTTP 522", answer("", "522 Origin"), "down"),
    # Not found, with HTTP 200.
    ("a title", page("Page not found | Ellery Courier", "<h1>Sorry!</h1><p>Try the search.</p>"), "soft404"),
    ("a number", page("404 - Ellery Courier", LEAD + LEAD), "soft404"),
    ("a heading", page("Ellery Courier", "<h1>The page you requested could not be found</h1>" + LEAD), "soft404"),
    ("a sentence", page("Courier", "<p>We couldn't find the page you were looking for.</p>"), "soft404"),
    ("a German title", page("Seite nicht gefunden – Kurier", "<p>Bitte nutzen Sie die Suche.</p>"), "soft404"),
    ("a Korean title", page("페이지를 찾을 수 없습니다", "<p>주소를 확인해 주세요.</p>"), "soft404"),
    ("a parked domain", page("elleryquay.example", "<p>This domain is for sale! Make an offer.</p>"), "soft404"),
    # Bot checks.
    ("a bot check", page("Just a moment...", "<p>Verifying you are human. Ray ID: 7f</p>"), "blocked"),
    (
        "a bot check with 503",
        answer('<title>Wait</title><script src="/cdn-cgi/challenge-platform/x.js"></script>', "503 No"),
        "blocked",
    ),
    ("a bot check in a header", answer(LEAD, headers={"cf-mitigated": "challenge"}), "blocked"),
    ("a captcha", page("Courier", '<script src="https://geo.captcha-delivery.com/c.js"></script>'), "blocked"),
    # Walls.
    ("a paywall", page(CITED_TITLE, LEAD + "<div>Subscribe to continue reading</div>"), "wall"),
    ("a meter", page(CITED_TITLE, LEAD + "<p>You have reached your limit of free articles.</p>"), "wall"),
    ("a page that is not free", page(CITED_TITLE, LEAD * 9, NOT_FREE), "wall"),
    ("a login", page("Log in", "<form><input type=password></form>"), "wall"),
    ("a login by words", page("Members", "<p>You must log in to view this page.</p>"), "wall"),
    (
        "a consent wall",
        page(
            "Courier",
            "<p>We value your privacy. We and our 812 partners use cookies and process personal data.</p>"
            "<button>Accept all</button><button>Reject all</button><a>Manage options</a>",
        ),
        "wall",
    ),
    ("a script shell", page("Courier", '<div id="root"></div><script src="/app.js"></script>'), "wall"),
    (
        "a shell that asks for scripts",
        page(
            "Courier", "<noscript>Please enable JavaScript.</noscript><div>Loading...</div><script src=a.js></script>"
        ),
        "wall",
    ),
    ("a frame", page("Courier", '<iframe src="https://elsewhere.example/"></iframe>'), "wall"),
    ("an abstract", abstract(), "abstract-only"),
    ("a publication", abstract("".join(f"<h2>{name}</h2>{LEAD}" for name in SECTIONS)), "ok"),
    # What is no page.
    ("a picture", answer(b"\x89PNG\r\n\x1a\n" + bytes(50), headers={"Content-Type": "image/png"}), "needs-ocr"),
    ("a film", answer(b"\0\0\0\x18ftypmp42" + bytes(50), headers={"Content-Type": "video/mp4"}), "unsupported-type"),
    ("an archive", answer(b"PK\x03\x04" + bytes(50), headers={"Content-Type": "application/zip"}), "unsupported-type"),
    ("plain text", answer("Quay log\n\n412 containers left.", headers={"Content-Type": "text/plain"}), "ok"),
    ("a page labelled as plain text", answer(LONG, headers={"Content-Type": "text/plain"}), "ok"),
    ("monstrous markup", answer("<div>" * 50_000 + "x"), "undecodable"),
    ("monstrous attributes", answer("<p " + " ".join(f"a{n}" for n in range(9000)) + ">x"), "undecodable"),
    # Honest pages that speak of walls and errors.
    ("an article about error pages", page("How the 404 error got its name", LONG), "ok"),
    ("an article about captchas", page("Are you a robot? The story of the captcha", LONG + LEAD * 5), "ok"),
    ("an article about paywalls", page("Readers who subscribe to continue reading", LONG + LEAD * 14), "ok"),
    ("an article about a missing person", page("Not found: the clerk of Port Ellery", LONG), "ok"),
    ("a page with a login box", page(CITED_TITLE, "<form><input type=password> Sign in</form>" + LONG), "ok"),
    ("a page with a cookie bar", page(CITED_TITLE, LONG + "<div>We use cookies. Accept all. Reject all.</div>"), "ok"),
]


@pytest.mark.parametrize(("body", "outcome"), [pytest.param(body, outcome, id=name) for name, body, outcome in PAGES])
def test_each_page_has_the_outcome_that_a_careful_person_gives(
    web: Web, desk: Desk, body: bytes, outcome: Outcome
) -> None:
    web["/news/quay"] = body
    (source,) = desk.fetch(web.url("/news/quay"))
    assert (source.outcome, source.detail if source.outcome != outcome else "") == (outcome, "")
    assert source.readable == (outcome in {"ok", "moved", "front-page", "abstract-only"})
    assert (source.evidence == "live") == source.readable
    assert source.detail or outcome == "ok"


def test_a_page_that_is_not_free_but_whole_may_speak_and_its_silence_says_nothing(web: Web, desk: Desk) -> None:
    web["/a"] = page(CITED_TITLE, "<article>" + LEAD * 40 + "</article>", NOT_FREE)
    (source,) = desk.fetch(web.url("/a"))
    assert (source.outcome, source.readable, source.silence_counts) == ("ok", True, False)


def test_front_pages_are_no_articles(web: Web, desk: Desk) -> None:
    web["/"] = web["/en/"] = web["/index.html"] = article("Ellery Courier")
    web["/?p=77"] = web["/home/quay"] = article()
    for path, to in (
        ("/a/1", "/"),
        ("/a/2", "/en/"),
        ("/a/3", "/index.html"),
        ("/a/4", "/?p=77"),
        ("/a/5", "/home/quay"),
    ):
        web[path] = answer("", "302 Found", {"Location": to})
    urls = ["/", "", "/#team", "/a/1", "/a/2", "/a/3", "/a/4", "/a/5", "/?p=77"]
    found = [source.outcome for source in desk.fetch(*map(web.url, urls))]
    assert found == ["front-page"] * 6 + ["ok"] * 3


def test_a_front_page_may_speak_but_its_silence_says_nothing(web: Web, desk: Desk) -> None:
    web["/"] = article()
    (source,) = desk.fetch(web.url("/"))
    assert source.readable
    assert not source.silence_counts


@pytest.mark.parametrize("to", ["/account/login?next=%2Fnews", "/consent?continue=/news"])
def test_redirects_to_a_wall_are_walls(web: Web, desk: Desk, to: str) -> None:
    web["/news"], web[to] = answer("", "302 Found", {"Location": to}), page("Ellery Courier", LEAD * 4)
    (source,) = desk.fetch(web.url("/news"))
    assert source.outcome == "wall"


WRONG = "Ministers weigh referendum on monarchy"


def test_another_page_than_the_cited_one_is_told_by_title_and_text(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    (source,) = desk.fetch(Wanted(web.url("/a"), WRONG))
    assert source.outcome == "wrong-page"
    assert source.evidence == "none"
    assert "Port Ellery" in source.detail


@pytest.mark.parametrize(
    "title",
    [
        CITED_TITLE, "Port Ellery: container record", "Harbour authority orders cranes in May", "Quay", None,
        "선박 항구 컨테이너 기록 경신", "Residents petition against noise on the quay at night",
    ],
)  # fmt: skip
def test_a_title_alone_never_makes_a_page_the_wrong_one(web: Web, desk: Desk, title: str | None) -> None:
    web["/a"] = article()
    (source,) = desk.fetch(Wanted(web.url("/a"), title))
    assert source.outcome == "ok"


def test_one_of_several_cited_titles_is_enough(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    source, _ = desk.fetch(Wanted(web.url("/a"), WRONG), Wanted(web.url("/a"), CITED_TITLE))
    assert source.outcome == "ok"


@pytest.mark.parametrize(
    ("body", "label", "media_type"),
    [
        (b"%PDF-1.7", "text/html", "application/pdf"),
        (b"  <!DOCTYPE html><p>", "application/octet-stream", "text/html"),
        (b"<p>x", "", "text/html"),
        (b"plain", "", "text/plain"),
        (b"plain < more", "text/plain; charset=x", "text/plain"),
        (b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
         "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"\x00\x01\x02", "", "application/octet-stream"),
        (b"{}", "application/json", "application/json"),
        (b"<p>x", "text/html, text/html; charset=utf-8", "text/html"),
    ],
)  # fmt: skip
def test_bytes_are_known_by_what_they_are(body: bytes, label: str, media_type: str) -> None:
    assert media.sniff(body, label) == media_type


def test_failures_on_several_days_a_week_apart_are_lasting() -> None:
    assert not outcomes.lasting(["2024-05-01T10:00:00Z", "2024-05-01T18:00:00Z", "2024-05-02T10:00:00Z"])
    assert not outcomes.lasting(["2024-05-01T10:00:00Z", "2024-05-02T10:00:00Z", "2024-05-03T10:00:00Z"])
    assert outcomes.lasting(["2024-05-01T10:00:00Z", "2024-05-02T10:00:00Z", "2024-05-09T10:00:00Z"])


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_nothing_from_outside_reaches_a_terminal_raw(text: str) -> None:
    shown = plain(text)
    assert len(shown) <= 300
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
    shown.encode("utf-8")


@given(st.text(alphabet="<>/ab \"'=-!metarefshcontuivqp;url0123", max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_markup_crashes_the_reading_of_signs(html: str) -> None:
    signs.read(html)
    signs.refresh(html.encode())
    signs.is_monstrous(html.encode())


def test_durations_are_words() -> None:
    assert [duration(seconds) for seconds in (1, 45, 150, 86_400, 400_000)] == [
        "1 second", "45 seconds", "2 minutes", "24 hours", "5 days",
    ]  # fmt: skip


def test_sources_and_documents_are_the_model_s_own(web: Web, desk: Desk) -> None:
    web["/a"] = article()
    (source,) = desk.fetch(web.url("/a"))
    assert isinstance(source, Source)
    assert isinstance(source.document, Document)
    assert guard.parse(source.url).url == source.final_url
