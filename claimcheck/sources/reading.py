"""Bytes to page: the document, the signs of its markup, or why neither could be had."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimcheck.errors import UnreadableText
from claimcheck.model import Document, Outcome
from claimcheck.sources import apart, guard, media, outcomes, signs
from claimcheck.sources.body import Body
from claimcheck.sources.store import Stored, now
from claimcheck.sources.wording import plain

if TYPE_CHECKING:
    from claimcheck.sources.fetch import Answer  # which brings the HTTP client: not for --offline

ReadBytes = Callable[..., Document]
"""``claimcheck.readers.read_bytes`` or a stand-in."""

_REFUSALS: dict[str, Outcome] = {
    "needs-ocr": "needs-ocr",
    "unsupported-type": "unsupported-type",
    "binary": "unsupported-type",
    "too-big": "toobig",
}
"""Outcome by a reader's reason; any other reason is ``undecodable``."""


@dataclass(frozen=True, slots=True)
class Page:
    """A body as read. ``refusal`` is set when there is no document."""

    document: Document | None
    signs: signs.Signs | None = None
    refusal: outcomes.Judgement | None = None


INLINE = 1024 * 1024
"""Bytes up to which a page is read in this process; a tree of markup takes twenty times the page."""
MOST_CHARACTERS = 10_000_000
MOST_BLOCKS = 150_000
"""What a document may hold. The longest statutes and reports have a tenth of it."""


def read_page(body: Body, *, media_type: str, charset: str | None, url: str, read: ReadBytes | None = None) -> Page:
    """The page that ``body`` holds; a large one is read in a process of its own. Never raises for what a page does."""
    if media_type.startswith("image/"):
        return Page(None, refusal=("needs-ocr", f"the link leads to a picture ({media_type})"))
    if media_type.startswith(("audio/", "video/", "font/")):
        return Page(None, refusal=("unsupported-type", f"the link leads to {media_type}"))
    if body.is_blank():
        return Page(None, refusal=("undecodable", "the page is empty"))
    if body.size <= INLINE or read is not None:
        return parse(body.whole(), media_type=media_type, charset=charset, url=url, read=read)
    found = apart.run(body, media_type=media_type, charset=charset, url=url)
    if isinstance(found, Page):
        return found
    return Page(None, refusal=("toobig" if found.hungry else "undecodable", found.words))


def parse(body: bytes, *, media_type: str, charset: str | None, url: str, read: ReadBytes | None = None) -> Page:
    """The page that ``body`` holds, read here and now."""
    if media_type in media.HTML and media.is_noise(body):
        return Page(None, refusal=("undecodable", "the page is no text, though it is called a page"))
    if (media_type in media.HTML or media_type.startswith("text/")) and media.is_utf7(body, charset):
        return Page(None, refusal=("undecodable", "the page is in UTF-7, which no browser reads"))
    if media_type in media.HTML and signs.is_monstrous(body):
        return Page(None, refusal=("undecodable", "the markup of the page is nested beyond reason"))
    if read is None:
        from claimcheck.readers import read_bytes

        read = read_bytes
    shown = _read_signs(body, charset) if media_type in media.HTML else None
    try:
        document = read(body, path=url, media_type=media_type, charset=charset, url=url)
    except UnreadableText as error:
        reason = str(getattr(error, "reason", ""))
        if reason == "empty":
            return Page(None, shown, _empty(shown))
        return Page(None, shown, (_REFUSALS.get(reason, "undecodable"), plain(error.message)))
    if not document.text.strip():
        scanned = media_type == "application/pdf"
        return Page(None, shown, ("needs-ocr", "the PDF holds no text") if scanned else _empty(shown))
    if len(document.text) > MOST_CHARACTERS or len(document.blocks) > MOST_BLOCKS:
        return Page(None, shown, ("toobig", "the page holds more text than can be held against a claim"))
    if document.metadata.free_to_read is False or (media_type in media.HTML and _is_cut(body)):
        document = replace(document, complete=False)  # more may stand behind the wall, or behind the cut
    return Page(document, shown)


def _is_cut(body: bytes) -> bool:
    """True for a page that opens its body and never closes it: a server that miscounts its bytes sends such pages."""
    lower = body.lower()
    return b"<body" in lower and b"</body" not in lower and b"</html" not in lower


def _empty(shown: signs.Signs | None) -> outcomes.Judgement:
    if shown is not None and shown.scripts:
        return "wall", "the page is empty until a browser runs its scripts"
    if shown is not None and shown.frames:
        return "wall", "the page only frames another page"
    return "undecodable", "the page holds no text"


def _read_signs(body: bytes, charset: str | None) -> signs.Signs:
    # The markup has no document of its own with the right charset; what matters here is ASCII or survives as UTF-8.
    encoding = "utf-8"
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        encoding = charset or "latin-1"
    try:
        html = body.decode(encoding, "replace")
    except LookupError:
        html = body.decode("latin-1")
    return signs.read(html)


def examine(cited: guard.Address, answer: Answer, read: ReadBytes | None = None) -> tuple[Stored, Body | None, Page]:
    """What an answer is worth: the visit to file, the bytes to keep with it (``None`` for an error page), the page."""
    content_type = answer.headers.get("content-type", "")
    media_type = media.sniff(answer.body.head, content_type)
    charset = media.declared(content_type)[1]
    visit = outcomes.Visit(cited, answer.final, answer.status, answer.headers, media_type, answer.permanent)
    stored = Stored(
        url=cited.url,
        outcome="ok",
        final_url=answer.final.url,
        http_status=answer.status,
        media_type=media_type,
        charset=charset,
        fetched_at=now(),
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        hops=answer.hops,
        headers=kept_headers(answer.headers),
    )
    if not 200 <= answer.status < 300 or answer.status == 206 or outcomes.is_challenged(answer.headers):
        shown = None
        if media_type in media.HTML and answer.body.size and not signs.is_monstrous(answer.body.head):
            shown = signs.read(answer.body.head.decode("utf-8", "replace"))
        judgement = outcomes.by_status(visit, shown) or ("down", f"HTTP {answer.status}")
        return replace(stored, outcome=judgement[0], detail=plain(judgement[1])), None, Page(None, shown, judgement)
    page = read_page(answer.body, media_type=media_type, charset=charset, url=answer.final.url, read=read)
    judgement = outcomes.by_page(visit, page.document, page.signs) if page.document or page.signs else ("ok", "")
    if page.document is None and judgement[0] in {"ok", "moved", "front-page", "abstract-only"}:
        judgement = page.refusal or ("undecodable", "the page could not be read")
    stored = replace(
        stored,
        outcome=judgement[0],
        detail=plain(judgement[1]),
        title=title_of(page),
        media_type=page.document.media_type if page.document else media_type,
    )
    return stored, answer.body if answer.body.size else None, page


def title_of(page: Page) -> str | None:
    """The title of a page, fit for a terminal."""
    title = (page.document.title if page.document else None) or (
        page.signs.titles[0] if page.signs and page.signs.titles else ""
    )
    return plain(title) or None


def kept_headers(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The headers that are kept as evidence; cookies and the like never are."""
    wanted = (
        "content-type", "content-language", "content-disposition", "date", "etag", "last-modified", "link", "server",
        "x-robots-tag", "memento-datetime",
    )  # fmt: skip
    return tuple((name, plain(headers[name], 1000)) for name in wanted if name in headers)
