"""What an HTML page shows about itself beside its text: titles, forms, scripts, a meta refresh, journal metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from claimcheck.sources.wording import plain

HEAD = 64 * 1024
"""Bytes in which a meta refresh is looked for: pages that only forward are small, and it stands in the head."""
LONGEST_REFRESH_S = 10
"""A longer delay is a news page that reloads itself, not a redirect."""
_VISIBLE = 20_000
_REFRESH = re.compile(
    r"\s{0,20}(\d{0,6})(?:\.\d{0,6})?\s{0,20}[;,]?\s{0,20}(?:url\s{0,20}=\s{0,20})?(.{0,4000})",
    re.IGNORECASE | re.DOTALL,
)
_HINTS = re.compile(
    r"cdn-cgi/challenge-platform|__cf_chl|_incapsula_resource|captcha-delivery\.com|px-captcha|/_sec/cp_challenge"
    r"|awswafcookiedomainlist|challenge\.js\?|kpsdk|ddos-guard|sgcaptcha|hcaptcha\.com|recaptcha/(?:api|enterprise)"
    r"|challenges\.cloudflare\.com",
    re.IGNORECASE,
)
_JOURNAL = frozenset({
    "citation_journal_title", "citation_doi", "citation_issn", "citation_arxiv_id", "citation_pmid", "prism.doi",
    "citation_technical_report_institution", "citation_publisher", "dc.source.issn",
})  # fmt: skip

DEEPEST = 3_000
"""Elements inside one another: a parser's work grows with the square (200,000 nested <div> took 90 s), and no page that
a person made comes near it."""
MOST_ATTRIBUTES = 3_000
"""Attributes on one element, which cost the square as well (50,000 took 4 s)."""
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})")
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")  # one pass: an unpaired quote is met at most twice
_CLOSED_BY_THE_NEXT = frozenset(
    b"area base br col embed hr img input link meta source track wbr param p li td th tr dt dd option thead tbody tfoot"
    b" colgroup optgroup path".split()
)


@dataclass(frozen=True, slots=True)
class Signs:
    """``visible`` is the text a browser without scripts shows (cut at 20,000 characters), ``words`` its length."""

    titles: tuple[str, ...] = ()
    """<title>, og:title and citation_title, as far as given."""
    headings: tuple[str, ...] = ()
    """First headings of level 1 and 2 and other section headings, at most 60."""
    visible: str = ""
    words: int = 0
    central: str = ""
    """``visible`` without the site's head, foot and navigation, where every newspaper asks for subscribers."""
    noscript: str = ""
    password: bool = False
    scripts: int = 0
    app_root: bool = False
    """An element for a script to fill (id "root", "app", "__next") that is empty."""
    frames: int = 0
    challenge: bool = False
    """A script or form of a bot check."""
    journal: bool = False
    """Metadata of a scholarly article."""
    canonical: str | None = None


def refresh(html: bytes) -> tuple[float, str] | None:
    """Delay in seconds and target of a meta refresh that forwards; ``None`` when there is none.

    One inside <noscript> counts: nothing here runs scripts, so that is where a reader without them is sent.
    """
    head = html[:HEAD]
    if b"refresh" not in head.lower():
        return None
    for node in _parse(head).css("meta[http-equiv]"):
        if (node.attributes.get("http-equiv") or "").strip().lower() != "refresh" or _inside(node, "noscript"):
            continue
        if forward := refresh_header(node.attributes.get("content") or ""):
            return forward
    return None


def refresh_header(value: str) -> tuple[float, str] | None:
    """Delay in seconds and target of a ``Refresh`` header (or of a meta element that stands for one) that forwards."""
    found = _REFRESH.fullmatch(value)
    if not found:
        return None
    target = found[2].strip().strip("\"'").strip()
    delay = float(found[1] or 0)
    return (delay, target) if target and delay <= LONGEST_REFRESH_S else None


def is_bot_check(html: bytes) -> bool:
    """True when a page holds the script of a bot check."""
    return bool(_HINTS.search(html[:HEAD].decode("latin-1")))


def is_monstrous(html: bytes) -> bool:
    """True when the markup is built to choke a parser; found by counting, before anything parses it."""
    stretches = html.split(b"<")
    if any(len(stretch) > 2 * MOST_ATTRIBUTES and _attributes(stretch) > MOST_ATTRIBUTES for stretch in stretches):
        return True
    if len(stretches) <= DEEPEST:
        return False
    depth = 0
    for found in _TAG.finditer(html):
        if found[2].lower() not in _CLOSED_BY_THE_NEXT:
            depth = max(0, depth - 1) if found[1] else depth + 1
            if depth > DEEPEST:
                return True
    return False


def _attributes(stretch: bytes) -> int:
    """Attributes of the tag that ``stretch`` (what lies between two "<") begins with, roughly."""
    return len(_QUOTED.sub(b"''", stretch).partition(b">")[0].split()) if stretch[:1].isalpha() else 0


def read(html: str) -> Signs:
    """The signs of a page."""
    tree = _parse(html)
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        name = (node.attributes.get("name") or node.attributes.get("property") or "").strip().lower()
        if name and name not in metas:
            metas[name] = node.attributes.get("content") or ""
    title = tree.css_first("title")
    titles = [title.text() if title else "", metas.get("og:title", ""), metas.get("citation_title", "")]
    noscript = " ".join(_noscript(node) for node in tree.css("noscript")[:20])
    scripts = tree.css("script")
    hints = " ".join((node.attributes.get("src") or "") + " " + (node.text() or "")[:2000] for node in scripts[:60])
    hints += " ".join((node.attributes.get("src") or "") for node in tree.css("iframe")[:20])
    hints += " ".join((node.attributes.get("action") or "") for node in tree.css("form")[:20])
    hints += " ".join((node.attributes.get("id") or "") for node in tree.css("div[id]")[:60])
    roots = tree.css("#root, #app, #__next, #__nuxt, #___gatsby, app-root, #main-app, #react-root")
    link = tree.css_first("link[rel=canonical]")
    password = any((node.attributes.get("type") or "").lower() == "password" for node in tree.css("input")[:200])
    frames = len(tree.css("frame, iframe"))
    script_count = len([node for node in scripts if "json" not in (node.attributes.get("type") or "")])
    tree.strip_tags(["script", "style", "template", "noscript", "svg"])
    app_root = any(not node.text(strip=True) for node in roots[:5])
    headings = [plain(node.text(separator=" ") or "", 200) for node in tree.css("h1, h2, h3, h4")[:60]]
    body = tree.body
    visible = " ".join((body.text(separator=" ") if body else "").split())
    tree.strip_tags(["nav", "footer"])
    for node in tree.css("body > header, [role=contentinfo], [role=banner]")[:20]:
        node.decompose()
    central = " ".join((tree.body.text(separator=" ") if tree.body else "").split())
    return Signs(
        titles=tuple(dict.fromkeys(found for found in (plain(text) for text in titles) if found)),
        headings=tuple(heading for heading in headings if heading),
        visible=visible[:_VISIBLE],
        words=visible.count(" ") + bool(visible),
        central=central[:_VISIBLE],
        noscript=plain(noscript, 2000),
        password=password,
        scripts=script_count,
        app_root=app_root,
        frames=frames,
        challenge=bool(_HINTS.search(hints)),
        journal=bool(_JOURNAL & metas.keys()),
        canonical=link.attributes.get("href") if link else None,
    )


def _parse(html: str | bytes) -> Any:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(html)


def _inside(node: Any, tag: str) -> bool:
    depth = 0
    while node is not None and depth < 500:
        if node.tag == tag:
            return True
        node = node.parent
        depth += 1
    return False


def _noscript(node: Any) -> str:
    text = node.text(separator=" ") or ""
    return " ".join(re.sub(r"<[^<>]{0,500}>", " ", text[:4000]).split())
