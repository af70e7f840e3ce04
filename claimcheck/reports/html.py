"""The report for an editor's screen: one file that asks nobody for anything.

The text stands in its own order with the claims marked in place, each with the passage that decides it beside it. It
can be read without JavaScript; with it, the report can be filtered, searched and walked through from the keyboard. A
strict Content-Security-Policy allows the one script and the one style sheet by their digests, and no request at all.

A finished audit does not hold its texts: where a text is at hand and unchanged it is shown, else the report says why it
is not, and shows the claims alone.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.model import SEVERITIES, Audit, Check, Comparison, Document, Finding, JudgedClaim, Source
from claimcheck.reports import _page, _texts
from claimcheck.reports._confirmed import Confirmations, confirmations, confirmed_by
from claimcheck.reports._inplace import Numbered, Row, rows
from claimcheck.reports._wording import (
    VERDICT_MEANING,
    VERDICT_ORDER,
    caution,
    deciding,
    finding_counts,
    fragment_link,
    one_line,
    place_of,
    provenance,
    relative,
    verdict_counts,
)

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from markupsafe import Markup

FOLDER = Path(__file__).with_name("_html")
LISTED = 500
"""Findings in the list at the head of the report; nobody reads a longer one, and every browser has to build it."""
SIGNS = {
    "contradicted": "✗",
    "disputed": "⇄",
    "unsupported": "∅",
    "partial": "◐",
    "unchecked": "?",
    "uncited": "○",
    "supported": "✓",
}
"""A verdict is never told by its colour alone."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One source beside a claim: what it says, and where a reader can see it say so."""

    check: Check
    title: str
    href: str | None
    provenance: tuple[str, ...]
    passage: Markup | None
    facts: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What stands beside a claim; or a finding on something else than a claim, when ``judged`` is ``None``."""

    number: int
    judged: JudgedClaim | None
    findings: tuple[Finding, ...]
    words: Markup | None = None
    first: Beside | None = None
    others: tuple[Beside, ...] = ()
    confirmed: Confirmations = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        return self.judged.verdict if self.judged else "none"

    @property
    def explained(self) -> bool:
        """True when a finding says what the source says otherwise: the same words need not stand there twice."""
        return any(finding.url == (self.first.check.url if self.first else None) for finding in self.findings)

    def confirmed_by(self, finding: Finding) -> str:
        return confirmed_by(self.confirmed.get(id(finding), ()))

    @property
    def rules(self) -> str:
        return " ".join(dict.fromkeys(one_line(finding.rule) for finding in self.findings))


@dataclass(frozen=True, slots=True)
class Section:
    """One text: its rows (or why there are none), the claims shown without it, and what else was found in it."""

    number: int
    path: str
    title: str
    language: str | None
    missing: str
    rows: tuple[Row, ...]
    alone: tuple[Card, ...]
    loose: tuple[Card, ...]


def render(audit: Audit) -> str:
    """One HTML page in UTF-8."""
    cards, loose = cards_of(audit)
    sections = tuple(_sections(audit, cards, loose))
    every = (*cards.values(), *(card for found in loose.values() for card in found))
    numbers = {id(finding): card.number for card in every for finding in card.findings}
    shown = sorted(
        (finding for finding in audit.findings if finding.status == "open"),
        key=lambda finding: -SEVERITIES.index(finding.severity),
    )
    names = dict.fromkeys(section.path for section in sections)
    return _template().render(
        audit=audit,
        title=f"Discrepancy report: {one_line(', '.join(map(relative, names)), 120)}"
        if names
        else "Discrepancy report",
        sections=sections,
        cards={card.number: card for card in every},
        listed=LISTED,
        index=[(finding, numbers[id(finding)]) for finding in shown],
        by_claim={(card.judged.claim.document, card.judged.claim.id): card.number for card in every if card.judged},
        verdicts=[(name, SIGNS[name], audit.summary.by_verdict.get(name, 0)) for name in VERDICT_ORDER],
        bars=tuple(_bars(audit)),
        meaning=VERDICT_MEANING,
        rules=sorted({one_line(finding.rule) for finding in audit.findings}),
        counts=verdict_counts(audit),
        findings=finding_counts(audit.findings),
        caution=caution(audit),
    )


def _bars(audit: Audit) -> Iterable[tuple[str, float, float]]:
    """(verdict, left edge, width) of the parts of the chart, in hundredths of it."""
    total = sum(audit.summary.by_verdict.values()) or 1
    left = 0.0
    for verdict in VERDICT_ORDER:
        width = 100 * audit.summary.by_verdict.get(verdict, 0) / total
        if width:
            yield verdict, round(left, 3), round(width, 3)
        left += width


# --- Cards --------------------------------------------------------------------------------------------------------


def cards_of(audit: Audit) -> tuple[dict[int, Card], dict[str, list[Card]]]:
    """The cards of the claims by number, in the order of the texts, and those of other findings by document."""
    sources = {source.url: source for source in audit.sources}
    confirmed = confirmations(audit)
    ordered = sorted(enumerate(audit.claims), key=lambda one: (_order(audit, one[1]), one[1].claim.span, one[0]))
    owners: dict[tuple[str, str], int] = {}
    by_id: dict[str, int] = {}
    for number, (_, judged) in enumerate(ordered, 1):
        owners.setdefault((judged.claim.document, judged.claim.id), number)
        by_id.setdefault(judged.claim.id, number)
    about: dict[int, list[Finding]] = {}
    loose: dict[str, list[Card]] = {}
    number = len(ordered)
    for finding in audit.findings:
        name = finding.claim or ""
        # A finding on a claim may stand in its claims file: there the claim is known by its id.
        owner = owners.get((finding.location.document, name)) or by_id.get(name)
        if owner is not None:
            about.setdefault(owner, []).append(finding)
        else:
            number += 1
            loose.setdefault(finding.location.document, []).append(Card(number, None, (finding,), confirmed=confirmed))
    cards = {
        number: replace(_card(number, judged, tuple(about.get(number, ())), sources), confirmed=confirmed)
        for number, (_, judged) in enumerate(ordered, 1)
    }
    return cards, loose


def _order(audit: Audit, judged: JudgedClaim) -> int:
    paths = [document.path for document in audit.documents]
    return paths.index(judged.claim.document) if judged.claim.document in paths else len(paths)


def _card(number: int, judged: JudgedClaim, findings: tuple[Finding, ...], sources: dict[str, Source]) -> Card:
    first = deciding(judged)
    beside = {check: _beside(check, sources.get(check.url or "")) for check in judged.checks}
    words = judged.claim.prose or judged.claim.text
    return Card(
        number,
        judged,
        findings,
        _page.line(words, 400),
        beside[first] if first is not None else None,
        tuple(entry for check, entry in beside.items() if check != first),
    )


def _beside(check: Check, source: Source | None) -> Beside:
    passage = check.ruling.evidence
    url = check.url or ""
    link = fragment_link(url, passage.text if passage else None, passage.page if passage else None)
    return Beside(
        check,
        (source.title if source and source.title else "") or url or "a citation without an address",
        _page.href(link),
        provenance(check),
        _page.marked(passage.text, _page.find(_deciding_words(check), passage.text)) if passage else None,
        tuple(sorted(check.ruling.facts, key=lambda fact: (False, None, True).index(fact.agrees))),
    )


def _deciding_words(check: Check) -> list[tuple[str | None, str]]:
    """What to mark in the passage: the words that differ, else those that agree."""
    facts = sorted(check.ruling.facts, key=lambda fact: fact.agrees is not False)
    pairs = [(fact.source, "agrees" if fact.agrees else "differs") for fact in facts if fact.agrees is not None]
    return list(dict.fromkeys(pairs))


# --- The texts ----------------------------------------------------------------------------------------------------


def _sections(audit: Audit, cards: dict[int, Card], loose: dict[str, list[Card]]) -> Iterable[Section]:
    texts = _texts.at_hand(audit)
    known = {document.path: document for document in audit.documents}
    claims: dict[str, list[Numbered]] = {path: [] for path in known}
    for card in cards.values():
        assert card.judged is not None
        claims.setdefault(card.judged.claim.document, []).append(Numbered(card.number, card.judged))
    for number, path in enumerate(dict.fromkeys((*claims, *loose)), 1):
        info = known.get(path)
        text = texts.get(path, "the audit was made from a claims file alone" if path in claims else "")
        if isinstance(text, str) and not claims.get(path) and not loose.get(path):
            continue  # the text that a claims file is about, which is not at hand
        shown, alone = rows(text, claims[path]) if isinstance(text, Document) else ([], claims.get(path, []))
        yield Section(
            number=number,
            path=relative(path),
            title=(info.title if info else None) or "",
            language=info.language if info else None,
            missing=text if isinstance(text, str) else "",
            rows=tuple(shown),
            alone=tuple(cards[claim.number] for claim in alone),
            loose=tuple(loose.get(path, ())),
        )


# --- The page -----------------------------------------------------------------------------------------------------


@cache
def _template() -> Template:
    return environment("report", policy(style_of("report"), asset("report.js"), form_action="'none'")).get_template(
        "report.html.jinja"
    )


def environment(name: str, policy: Sequence[str], folder: Path = FOLDER) -> Environment:
    """Jinja for pages that show cards: ``name``.css behind the report's own, ``name``.js, and templates of both rooms.

    ``policy`` is the Content-Security-Policy, part by part.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    def template(file: str) -> str | None:
        place = next((place for place in (folder, FOLDER) if (place / file).is_file()), None)
        # White space between two tags is a node that a browser keeps: a seventh of the time that a long report takes.
        return re.sub(r">\n+(?=<)", ">", asset(file, place)) + "\n" if place else None

    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        loader=FunctionLoader(template),
    )  # fmt: skip
    made.filters |= {"line": _page.line, "place": place_of, "href": _page.href, "plain": one_line}
    shared: dict[str, Any] = {
        "style": Markup(style_of(name, folder)),  # noqa: S704 (files of this package)
        "script": Markup(asset(f"{name}.js", folder)),  # noqa: S704
        "policy": "; ".join(policy),
        "signs": SIGNS,
    }
    made.globals |= shared
    return made


def style_of(name: str, folder: Path = FOLDER) -> str:
    """The report's style sheet, with what a page of another room adds to it."""
    shared = asset("report.css")
    return shared if name == "report" else f"{shared}\n{asset(f'{name}.css', folder)}"


def policy(style: str, script: str, *, form_action: str) -> Sequence[str]:
    """A Content-Security-Policy that allows this script and this style sheet, and no request."""
    return (
        "default-src 'none'",
        f"script-src '{_digest(script)}'",
        f"style-src '{_digest(style)}'",
        "img-src data:",  # the empty icon, without which a browser asks a server for one
        "base-uri 'none'",
        f"form-action {form_action}",
        "require-trusted-types-for 'script'",
    )


def asset(name: str, folder: Path = FOLDER) -> str:
    return (folder / name).read_text(encoding="utf-8").strip()


def _digest(content: str) -> str:
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
