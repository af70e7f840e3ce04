"""What a fetched page is: the cited page, or something that a server sends in its place.

Link checkers call soft 404s, challenge pages, paywalls and consent walls fine, because the status is 200. Every test
here asks two things: words that say it, *and* too little text for an article. Words alone never condemn a page: an
article about paywalls, captchas or the 404 error says all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model import PROSE_KINDS, Document, Outcome
from claimcheck.sources import guard, phrases
from claimcheck.sources.signs import Signs

Judgement = tuple[Outcome, str]
"""The outcome and its reason in words."""

TEASER_WORDS = 350
"""Words of body text up to which a call to subscribe means that the rest is missing."""
METERED_WORDS = 600
"""Words from which a page that calls itself not free was delivered all the same (a metered site's first visit). What it
says may be used; its silence may not: ``reading`` marks its document as incomplete."""
NOTICE_WORDS = 400
"""Words up to which a page whose whole title says "not found" is that notice (the rest being suggestions)."""
FORM_WORDS = 150
"""Words up to which a page with a password field is a login page."""
FEW_WORDS = 8
"""Words below which a page that holds neither figure nor name says nothing that could be cited."""
SHELL_WORDS = 40
"""Words up to which a page that loads scripts waits for them."""
ABSTRACT_WORDS = 900
"""Words up to which a journal page without sections is its abstract with the matter around it."""
OCR_CHARACTERS = 20
"""Characters a page under which a PDF is a scan."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page as it came, before it is judged."""

    cited: guard.Address
    final: guard.Address
    status: int
    headers: Mapping[str, str]
    media_type: str
    permanent: bool = False
    """True when there were redirects, every one of them permanent (301, 308)."""


_ROOTS = re.compile(
    r"/(?:(?:index|home|default|main)(?:\.(?:html?|php|aspx?|jsp))?/?|[a-z]{2}(?:-[a-z]{2})?/?)?", re.IGNORECASE
)
_IDENTIFIED = re.compile(r"(?:^|&)(?:p|id|page_id|article|story|doc|nid|aid|articleid|v|q|docid)=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Case:
    """A page under judgement; ``words`` are those of its article."""

    visit: Visit
    document: Document
    signs: Signs
    words: int


def by_status(visit: Visit, signs: Signs | None) -> Judgement | None:
    """The outcome that the HTTP status and the headers decide alone; ``None`` when the page must be looked at."""
    status, headers = visit.status, visit.headers
    if is_challenged(headers):
        return "blocked", "the site asks visitors to prove that they are human"
    match status:
        case 403 | 429 | 503 if signs is not None and signs.challenge:
            return "blocked", f"HTTP {status}, the site asks visitors to prove that they are human"
        case 404 | 410:
            return "gone", f"HTTP {status}"
        case 429:
            return "throttled", "HTTP 429, too many requests"
        case 401:
            return "blocked", "HTTP 401, the site asks for a login"
        case 402:
            return "wall", "HTTP 402, the site asks for payment"
        case 403:
            return "blocked", "HTTP 403, the site refuses automatic readers"
        case 407:
            return "down", "HTTP 407, the proxy asks for a login"
        case 408 | 421 | 425:
            return "down", f"HTTP {status}"
        case 451:
            return "blocked", "HTTP 451, withheld for legal reasons"
        case 999:
            return "blocked", "HTTP 999, the site refuses automatic readers"
        case 204 | 205:
            return "undecodable", f"HTTP {status}, the page is empty"
        case 206:
            return "undecodable", "HTTP 206, only a part of the page was sent"
    if 200 <= status < 300:
        return None
    if 400 <= status < 500:
        return "blocked", f"HTTP {status}, the site refuses the request"
    if 500 <= status < 600:
        return "down", f"HTTP {status}, the server has a fault"
    return "down", f"HTTP {status}, an unexpected answer"


def is_challenged(headers: Mapping[str, str]) -> bool:
    """True when the headers say that this is a bot check and not the page."""
    return (
        headers.get("cf-mitigated", "").strip().lower() == "challenge"
        or headers.get("x-amzn-waf-action", "").strip().lower() in {"challenge", "captcha"}
        or headers.get("x-vercel-mitigated", "").strip().lower() == "challenge"
    )


def by_page(visit: Visit, document: Document | None, signs: Signs | None) -> Judgement:
    """The outcome of a page with status 200; ``document`` is ``None`` for one without text (a bare login form)."""
    if document is None:
        document = Document(visit.final.url, "", "", visit.media_type, "", ())
    elif visit.media_type == "application/pdf":
        judgement = _scanned(document)
        if judgement is not None:
            return judgement
    if signs is not None:
        case = _Case(visit, document, signs, body_words(document))
        for test in (_challenged, _parked, _noticed, _missing, _consent, _login, _paywall, _shell, _addressed):
            judgement = test(case)
            if judgement is not None:
                return judgement
    return _whereabouts(visit) or _abstract(visit, document, signs) or _moved(visit)


def body_words(document: Document) -> int:
    """Words of the article's running text, two Chinese, Japanese or Korean characters counting as one.

    Where the reader found no article at all, everything counts: that must not make a page look empty.
    """
    blocks = [block for block in document.blocks if block.kind in PROSE_KINDS]
    inside = [block for block in blocks if block.body] or blocks
    return sum(_words(block.span.of(document.prose)) for block in inside)


def _words(text: str) -> int:
    if text.isascii():
        return len(text.split())
    dense = sum(1 for character in text if "\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3")
    return max(len(text.split()), dense // 2)


def _segments(signs: Signs) -> Iterator[str]:
    """Titles and the first heading, each whole and in the parts between " | " and " - ", in plain lower-case words."""
    for title in (*signs.titles, *signs.headings[:1]):
        for part in (title, *re.split(r"\s+[–—·-]\s+|\s*[|｜•»]\s*", title)):
            yield " ".join(re.sub(r"[^\w' ]+", " ", part[:200].replace("’", "'")).lower().split())


def _said_by_title(pattern: phrases.Phrases, signs: Signs) -> str | None:
    """The part of a title that says nothing but ``pattern``."""
    return next((part for part in _segments(signs) if part and pattern.whole(part)), None)


def _challenged(case: _Case) -> Judgement | None:
    signs = case.signs
    if case.words >= FORM_WORDS and signs.words >= SHELL_WORDS:
        return None
    named = _said_by_title(phrases.CHALLENGE_TITLE, signs) is not None
    said = any(phrases.CHALLENGE_TEXT.within(text) for text in (signs.visible[:3000], signs.noscript))
    if (
        (case.words < FORM_WORDS and (named + said + signs.challenge) >= 2)
        or (case.words < SHELL_WORDS and (named or said) and not _tells(case.document))
        or (signs.words < SHELL_WORDS and signs.challenge)
    ):
        return "blocked", "the site asks visitors to prove that they are human"
    return None


def _parked(case: _Case) -> Judgement | None:
    if min(case.words, case.signs.words) >= FORM_WORDS:
        return None
    if phrases.PARKED.within(" ".join((*case.signs.titles, case.signs.visible[:3000]))):
        return "soft404", "the domain is parked: there is no such page any more"
    return None


def _noticed(case: _Case) -> Judgement | None:
    """A notice of the server, where there is hardly a word beside it."""
    if case.words >= SHELL_WORDS * 2 or _tells(case.document):
        return None
    said = " ".join((*case.signs.titles, case.signs.visible[:3000]))
    alone = case.signs.words < SHELL_WORDS * 2
    if alone and phrases.LIMITED.within(said):
        return "throttled", "the site says that it was asked too often, with HTTP 200"
    if phrases.ELSEWHERE.within(said):
        return "blocked", "the site does not show the page in this country"
    if alone and phrases.TROUBLE.within(said):
        return "down", "the server says that it is out of order, with HTTP 200"
    if alone and phrases.MOVED.within(said):
        return "soft404", "the page says that it has moved, and does not lead there"
    if phrases.GATED.within(said):
        return "wall", "the site asks for another browser, an age or a session before it shows the page"
    return None


def _missing(case: _Case) -> Judgement | None:
    reason = "the page says that it was not found, with HTTP 200"
    if case.words >= NOTICE_WORDS:
        return None
    named = _said_by_title(phrases.MISSING_TITLE, case.signs)
    # "Sorry" or "Not found" may be the whole headline of a short piece; "Page not found" hardly is.
    if named and case.words < (NOTICE_WORDS if "404" in named or len(named.split()) > 2 else SHELL_WORDS * 2):
        return "soft404", reason
    if case.words < SHELL_WORDS * 2 and phrases.MISSING_TEXT.within(case.signs.central[:3000]):
        return None if _tells(case.document) else ("soft404", reason)
    return None


_NOTICE_WORDS = re.compile(r"\b(?:you|your|you'?re|please|we|our|us)\b", re.IGNORECASE)
_PARTICULAR = re.compile(r"\d|(?<=[a-z,] )[A-Z][a-z]")


def _tells(document: Document) -> bool:
    """True when the page is dated or signed, or a sentence of it says something particular: a figure or a name.

    A brief of three sentences may be headed "Blocked" or "Service unavailable on Sunday"; a server's notice speaks to
    its visitor and names nothing.
    """
    if document.metadata.published or document.metadata.authors:
        return True
    blocks = (block for block in document.blocks if block.body and block.kind in PROSE_KINDS)
    sentences = (
        sentence for block in blocks for sentence in re.split(r"(?<=[.!?])\s+", block.span.of(document.prose)[:5000])
    )
    return any(
        len(sentence.split()) >= 6
        and _PARTICULAR.search(sentence)
        and not _NOTICE_WORDS.search(sentence.replace("’", "'"))
        and not any(notice.within(sentence) for notice in (*phrases.NOTICES, phrases.SCRIPTS_NEEDED))
        for sentence in sentences
    )


def _consent(case: _Case) -> Judgement | None:
    reason = "the site asks for consent to cookies before it shows the page"
    final = case.visit.final
    if final.url != case.visit.cited.url and any(map(phrases.CONSENT_PLACE.within, (final.host, final.path))):
        return "wall", reason
    if min(case.words, case.signs.words) >= NOTICE_WORDS // 2:
        return None
    said = phrases.CONSENT.found(case.signs.visible[:4000])
    if len(said) >= 3 and _without(case.document, phrases.CONSENT) < SHELL_WORDS:
        return "wall", reason
    return None


def _without(document: Document, pattern: phrases.Phrases) -> int:
    """Words of the paragraphs that do not speak of ``pattern``'s matter."""
    return sum(
        _words(prose)
        for prose in (block.span.of(document.prose) for block in document.blocks if block.kind in PROSE_KINDS)
        if not pattern.within(prose) and len(prose) > 60
    )


def _login(case: _Case) -> Judgement | None:
    reason = "the site asks for a login"
    signs, cited, final = case.signs, case.visit.cited, case.visit.final
    if phrases.LOGIN_PATH.within(final.path) and not phrases.LOGIN_PATH.within(cited.path):
        return "wall", reason
    if case.words >= FORM_WORDS:
        return None
    named = _said_by_title(phrases.LOGIN_TITLE, signs) is not None
    asked = phrases.LOGIN_TEXT.within(signs.visible[:3000])
    if named or (signs.password and (asked or case.words < SHELL_WORDS)):
        return "wall", reason
    if case.words < SHELL_WORDS * 2 and asked:
        return "wall", reason
    return None


def _paywall(case: _Case) -> Judgement | None:
    if case.document.metadata.free_to_read is False and case.words < METERED_WORDS:
        return "wall", "the page says that it is not free to read (isAccessibleForFree: false)"
    if case.words < TEASER_WORDS and phrases.PAYWALL.within(case.signs.central):
        return "wall", "the page shows a beginning and asks for a subscription"
    if case.words < SHELL_WORDS * 3 and phrases.SUBSCRIBER.within(case.signs.central):
        return "wall", "the page shows a beginning and asks for a subscription"
    return None


def _shell(case: _Case) -> Judgement | None:
    signs = case.signs
    if case.words >= SHELL_WORDS:
        return None
    asked = any(phrases.SCRIPTS_NEEDED.within(text) for text in (signs.noscript, signs.visible))
    loading = phrases.LOADING.whole(signs.visible.strip())
    if (signs.scripts and (signs.app_root or loading or signs.words < SHELL_WORDS // 2)) or (
        asked and signs.words < SHELL_WORDS * 2
    ):
        return "wall", "the page is empty until a browser runs its scripts"
    if signs.frames and signs.words < SHELL_WORDS:
        return "wall", "the page only frames another page"
    return None


def _addressed(case: _Case) -> Judgement | None:
    """A few words to the visitor and none of a matter: whatever it asks for, it is not the page that was cited."""
    words = min(case.words, len(case.signs.central.split()))
    if words >= SHELL_WORDS or case.signs.words >= SHELL_WORDS * 3 or _tells(case.document):
        return None
    if words < FEW_WORDS and not any(map(str.isdigit, case.signs.central)):
        return "wall", "the page shows hardly a word of text"
    if _NOTICE_WORDS.search(case.signs.central[:2000].replace("’", "'")):
        return "wall", "the page holds only a few words to its visitor"
    return None


def _scanned(document: Document) -> Judgement | None:
    pages = max((block.page or 1 for block in document.blocks), default=1)
    characters = len("".join(document.text.split()))
    if characters < OCR_CHARACTERS * pages:
        return "needs-ocr", f"the PDF holds pictures of text ({characters} characters on {pages} pages)"
    return None


def _whereabouts(visit: Visit) -> Judgement | None:
    if visit.cited.is_root:
        return "front-page", "the URL names a whole site, not a page of it"
    lands = is_front(visit.final) and not is_front(visit.cited)
    if lands and visit.final.url != visit.cited.url:
        return "front-page", f"the link ends on the front page of {visit.final.host}"
    return None


def is_front(address: guard.Address) -> bool:
    """True for the front page of a host, in whichever form ("/", "/index.html", "/en/"), not for "/?p=123"."""
    return bool(_ROOTS.fullmatch(address.path)) and not _IDENTIFIED.search(address.query)


def _abstract(visit: Visit, document: Document, signs: Signs | None) -> Judgement | None:
    if signs is None or not (signs.journal or visit.final.host == "arxiv.org"):
        return None
    sections = sum(1 for heading in signs.headings if phrases.SECTION_HEADING.whole(heading))
    named = any(phrases.ABSTRACT_HEADING.whole(heading) for heading in signs.headings)
    named = named or bool(re.search(r"\babstract\b", signs.visible[:6000], re.IGNORECASE))
    short = body_words(document) < ABSTRACT_WORDS
    if short and sections < 3 and (named or phrases.NO_ACCESS.within(signs.visible)):
        return "abstract-only", "the page holds the abstract of a publication, not the publication"
    return None


def _moved(visit: Visit) -> Judgement:
    if visit.final.url == visit.cited.url:
        return "ok", ""
    if is_same_place(visit.cited, visit.final):
        return "ok", f"answers at {visit.final.url}"
    if visit.permanent:
        return "moved", f"moved for good to {visit.final.url}"
    return "ok", f"redirected to {visit.final.url}"


def is_same_place(one: guard.Address, other: guard.Address) -> bool:
    """True when only http/https, "www." or a slash at the end differ: nothing that an author need correct."""

    def core(address: guard.Address) -> tuple[str, str, str]:
        return (address.host.removeprefix("www."), address.path.rstrip("/").lower(), address.query)

    return core(one) == core(other)


def lasting(days: Sequence[str]) -> bool:
    """True when failures on these ISO dates mean that a page is gone: three days, a week apart, no success between."""
    from datetime import date

    found = sorted({date.fromisoformat(day[:10]) for day in days})
    return len(found) >= 3 and (found[-1] - found[0]).days >= 7
