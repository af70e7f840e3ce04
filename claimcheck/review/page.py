"""The pages of a review: the list of open findings, and one finding with its text, its source and what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.model import Decision, Document, Span
from claimcheck.reports import _page
from claimcheck.reports._inplace import Numbered, Row, rows
from claimcheck.reports._wording import relative
from claimcheck.reports.html import asset, environment, policy, style_of
from claimcheck.review.desk import Desk, Entry, Look, Made

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

FOLDER = Path(__file__).with_name("_page")
UPLOAD_MB = 25
"""Megabytes of a saved copy: a long report as PDF has 10."""
AROUND = 2
"""Blocks of the text that are shown before and after that of the claim."""
LISTED = 200
"""Decisions that the list shows; older ones stand in the claims files."""
SHOWN = 200_000
"""Characters of a source that are shown: a browser is slow with more, and nobody reads it there."""
DONE = {
    "accepted": "accepted",
    "waived": "waived",
    "restated": "claim restated",
    "sourced": "source added",
    "filed": "copy filed",
    "marked": "passage marked",
}
SAID = {name: f"Written: {words}." for name, words in DONE.items()} | {
    "undone": "Taken back.",
    "named": "Decisions are signed with this name from now on.",
    "nothing": "There is nothing of yours to take back.",
}
"""What a page may say about the step before it; an address can only choose among these."""
CHANGED = (
    "The claims file was changed since this page was shown, in another tab or by hand. Nothing was written. "
    "What follows shows it as it is now; look again, then decide."
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is made from beside the desk."""

    token: str
    """Against forged forms: each form carries it."""
    said: str = ""
    problem: str = ""
    opened: str = ""
    """The form that stands open, because it could not be taken as it was."""
    typed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beside:
    """One source that a claim may be held against, with its words where they are stored."""

    url: str
    title: str
    words: Markup | None
    cut: bool


def headers() -> dict[str, str]:
    """What goes with every page: nothing from elsewhere, no framing, nothing kept, no address told to others."""
    return {
        "Content-Security-Policy": "; ".join((*_policy(), "frame-ancestors 'none'")),
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        # Not no-referrer: a form would then be sent with the origin "null", which tells nothing of where it came from.
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


def overview(desk: Desk, page: Page) -> str:
    """The list of open findings."""
    look = desk.look()
    return _environment().get_template("overview.html.jinja").render(**_shared(desk, look, page), entry=None)


def finding(desk: Desk, entry: Entry, page: Page) -> str:
    """One finding."""
    look = desk.look()
    claim = look.claim(entry)
    addresses = _addresses(entry)
    if claim is not None:
        addresses = tuple(dict.fromkeys((*addresses, *(one.url for one in claim.sources))))
    first = entry.card.first
    decisive = first.check.ruling.evidence.text if first and first.check.ruling.evidence else ""
    return (
        _environment()
        .get_template("finding.html.jinja")
        .render(
            **_shared(desk, look, page),
            entry=entry,
            claim=claim,
            rows=_around(desk, entry),
            missing=_missing(desk, entry),
            history=[Made(look.sheet(entry), claim, one) for one in look.decisions(entry)] if claim else [],
            waiver=look.waiver(entry),
            sources=tuple(_beside(desk, entry, url) for url in addresses),
            megabytes=UPLOAD_MB,
            decisive=" ".join(decisive.split()),
            same=[
                other
                for other in desk.entries
                if entry.judged is not None and other.judged is entry.judged and other is not entry
            ],
        )
    )


def entrance() -> str:
    """The page behind the address that was printed: it leads on, so that the address with the token is left behind.

    A redirect would not do: coming from another program, a browser would not send the new cookie with it.
    """
    return _environment().get_template("entrance.html.jinja").render(entry=None)


def refusal(title: str, words: str) -> str:
    return _environment().get_template("refusal.html.jinja").render(title=title, words=words)


def _shared(desk: Desk, look: Look, page: Page) -> dict[str, object]:
    open_ = [one for one in desk.entries if not look.settled(one)]
    return {
        "desk": desk,
        "look": look,
        "page": page,
        "said": SAID.get(page.said, ""),
        "open": open_,
        "names": ", ".join(dict.fromkeys(relative(document.path) for document in desk.audit.documents)),
        "latest": look.latest(),
        "decisions": look.made()[:LISTED],
    }


def next_open(desk: Desk, entry: Entry) -> Entry | None:
    """The next finding that nobody decided on, from the beginning again after the last; ``None`` when all are."""
    look = desk.look()
    order = (*desk.entries[entry.number :], *desk.entries[: entry.number])
    return next((one for one in order if not look.settled(one)), None)


def when(decision: Decision) -> str:
    """ "2026-03-01 09:30 UTC"."""
    return f"{decision.at[:10]} {decision.at[11:16]} UTC"


def _addresses(entry: Entry) -> tuple[str, ...]:
    """The addresses that a finding is about, that of the finding first."""
    urls = [entry.finding.url, *(check.url for check in entry.judged.checks)] if entry.judged else [entry.finding.url]
    return tuple(dict.fromkeys(url for url in urls if url and _page.href(url)))


def _beside(desk: Desk, entry: Entry, url: str) -> Beside:
    source = desk.page(url)
    if source is None or source.document is None:
        return Beside(url, "", None, cut=False)
    text = source.document.text[:SHOWN]
    checks = entry.judged.checks if entry.judged else ()
    spans = [check.ruling.evidence.span for check in checks if check.url == url and check.ruling.evidence]
    marks = [(span.start, span.end, "passage") for span in spans[:1] if _inside(span, text)]
    return Beside(url, source.title or "", _page.marked(text, marks), cut=len(source.document.text) > SHOWN)


def _inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


def _around(desk: Desk, entry: Entry) -> tuple[Row, ...]:
    """The text around the claim, with the claim marked."""
    if entry.judged is None:
        return ()
    text = desk.texts.get(entry.judged.claim.document)
    if not isinstance(text, Document):
        return ()
    found, missing = rows(text, [Numbered(entry.card.number, entry.judged)])
    if missing:
        return ()
    at = next(number for number, row in enumerate(found) if row.claims)
    return tuple(found[max(0, at - AROUND) : at + AROUND + 1])


def _missing(desk: Desk, entry: Entry) -> str:
    """Why the text is not shown, in words."""
    document = entry.claim.document if entry.claim else entry.finding.location.document
    text = desk.texts.get(document, "the audit was made from a claims file alone")
    return text if isinstance(text, str) else "the claim is not found in it as it was"


@cache
def _policy() -> tuple[str, ...]:
    return tuple(policy(style_of("review", FOLDER), asset("review.js", FOLDER), form_action="'self'"))


@cache
def _environment() -> Environment:
    made = environment("review", _policy(), FOLDER)
    made.filters["when"] = when
    made.globals["done"] = DONE
    made.globals["CHANGED"] = CHANGED
    return made
