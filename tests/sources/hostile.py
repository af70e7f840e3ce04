"""A hostile web: more than a hundred ways a server can behave, each with the outcome a careful person would give.

Every kind has a server of its own on loopback, so that a slow one holds up nobody. ``CANARY`` is an address that nobody
may reach; a listener there counts who does.

    python -m tests.sources.hostile    # serves until standard input closes; prints one JSON line of ports
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import io
import json
import socket
import sys
import threading
import zipfile
import zlib
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field

import brotli
import zstandard

from .conftest import ARTICLE, Request, Route, answer, article

CANARY = "127.0.0.2"
PATH = "/news/2024/quay"
TITLE = "Port Ellery moves more containers than ever"
LEAD = (
    "<p>The harbour authority said on Monday that 412 containers had left the eastern quay since January, almost twice "
    "as many as in the year before.</p>"
)
TEXT = ARTICLE.format(title=TITLE)
UNUSABLE = frozenset(
    "gone soft404 wrong-page blocked wall throttled down unsafe toobig undecodable needs-ocr unsupported-type "
    "no-url".split()
)


@dataclass(frozen=True)
class Kind:
    """One behaviour: ``routes`` by path, and the outcomes that are right. ``says``: words that must have been read."""

    name: str
    routes: dict[str, Route]
    outcomes: frozenset[str]
    says: str | None = None
    title: str | None = None
    path: str = PATH
    scheme: str = "http"

    @property
    def usable(self) -> bool:
        return not self.outcomes & UNUSABLE


KINDS: list[Kind] = []


def kind(
    name: str, route: Route, *outcomes: str, says: str | None = None, title: str | None = None, path: str = PATH,
    scheme: str = "http", others: Mapping[str, Route] | None = None, **more: Route,
) -> None:  # fmt: skip
    routes: dict[str, Route] = {path: route, **{f"/{key}": value for key, value in {**(others or {}), **more}.items()}}
    KINDS.append(Kind(name, routes, frozenset(outcomes), says, title, path, scheme))


def page(title: str, body: str, head: str = "", status: str = "200 OK", **headers: str) -> bytes:
    html = f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    return answer(html, status, {name.replace("_", "-"): value for name, value in headers.items()})


def to(location: str, status: str = "302 Found", **headers: str) -> bytes:
    raw = location.encode().decode("latin-1")  # as servers send it
    return answer("", status, {"Location": raw, **{name.replace("_", "-"): value for name, value in headers.items()}})


def typed(body: bytes, media_type: str, **headers: str) -> bytes:
    return answer(body, headers={"Content-Type": media_type, **{k.replace("_", "-"): v for k, v in headers.items()}})


# -- servers that misbehave while they answer --------------------------------------------------------------------------


def dripping(head: bytes, drop: bytes, pause_s: float) -> Callable[[Request, asyncio.StreamWriter], Awaitable[None]]:
    async def drip(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while not writer.is_closing():
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(pause_s)

    return drip


async def late(request: Request, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(0.7)
    writer.write(article())


async def silent(request: Request, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.sleep(120)


async def cookie_gate(request: Request, writer: asyncio.StreamWriter) -> None:
    seen = "seen=1" in request.headers.get("cookie", "")
    writer.write(article() if seen else to(PATH, Set_Cookie="seen=1; Path=/"))


_turns = iter(range(10**9))


async def ever_new_cookie(request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(to(PATH, Set_Cookie=f"turn={next(_turns)}; Path=/"))


async def ever_new_address(request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(to(f"{PATH}?turn={next(_turns)}"))


async def reset(request: Request, writer: asyncio.StreamWriter) -> None:
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<p>half")


class Anywhere(dict[str, Route]):
    """Routes that answer every path alike."""

    def __init__(self, route: Route) -> None:
        super().__init__()
        self.route = route

    def get(self, key: str, default: object = None) -> Route:
        return self.route


# -- files -------------------------------------------------------------------------------------------------------------


def pdf(*streams: bytes, filters: str = "") -> bytes:
    """A PDF of one page a content stream; ``filters`` names how the streams are packed."""
    count = len(streams)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, stream in enumerate(streams):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>".encode()
        )
        objects.append(f"<</Length {len(stream)}{filters}>>stream\n".encode() + stream + b"\nendstream")
    data, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return data + f"{tail}startxref\n{len(data)}\n%%EOF".encode()


def lines(*texts: str) -> bytes:
    shown = "".join(f"BT /F1 12 Tf 50 {780 - 20 * n} Td ({text}) Tj ET\n" for n, text in enumerate(texts))
    return shown.encode()


QUAY_PDF = pdf(lines("The harbour authority of Port Ellery said on Monday", "that 412 containers had left the quay."))


def docx(body: bytes) -> bytes:
    kinds = b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
    link = (
        b"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' "
        b"Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
        b"Target='word/document.xml'/></Relationships>"
    )
    word = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", kinds)
        parts.writestr("_rels/.rels", link)
        parts.writestr(
            "word/document.xml", b"<w:document xmlns:w='" + word + b"'><w:body>" + body + b"</w:body></w:document>"
        )
    return stream.getvalue()


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZEROS = bytes(1024 * 1024)


def packed(megabytes: int, how: str) -> bytes:
    """A page of ``megabytes`` of nothing, packed without holding it."""
    start = b"<!doctype html><p>"
    match how:
        case "gzip" | "deflate":
            pack = zlib.compressobj(9, zlib.DEFLATED, 31 if how == "gzip" else 15)
            return b"".join([pack.compress(start), *(pack.compress(ZEROS) for _ in range(megabytes)), pack.flush()])
        case "br":
            squeeze = brotli.Compressor(quality=5)
            return b"".join(
                [squeeze.process(start), *(squeeze.process(ZEROS) for _ in range(megabytes)), squeeze.finish()]
            )
        case _:
            stream = zstandard.ZstdCompressor().compressobj()
            return b"".join(
                [stream.compress(start), *(stream.compress(ZEROS) for _ in range(megabytes)), stream.flush()]
            )


# -- honest pages ------------------------------------------------------------------------------------------------------

kind("an article", article(), "ok", says="412 containers")
kind("an article that was moved for good", to("/new", "301 Moved"), "moved", says="412", new=article())
kind("a temporary redirect", to("/new"), "ok", says="412", new=article())
kind("a redirect with 303 after 307", to("/b", "307 Go"), "ok", b=to("/c", "303 See"), c=article())
kind(
    "a relative redirect with spaces and a fragment",
    to("new page#part"),
    "ok",
    others={"news/2024/new%20page": article()},
)
kind("a redirect with its scheme in capitals", to("HTTP://127.0.0.1:{port}/new"), "ok", new=article())
kind("a meta refresh", page("x", "", '<meta http-equiv=refresh content="0;url=/new">'), "ok", says="412", new=article())
kind("a refresh in a header", page("x", "", Refresh="0; url=/new"), "ok", says="412", new=article())
kind("a cookie gate", cookie_gate, "ok", says="412")
kind("a slow but honest server", late, "ok", says="412")
kind("gzip", typed(gzip.compress(TEXT.encode()), "text/html", Content_Encoding="gzip"), "ok", says="412")
kind("deflate without its wrapper", typed(zlib.compress(TEXT.encode())[2:-4], "text/html", Content_Encoding="deflate"),
     "ok", says="412")  # fmt: skip
kind("br", typed(brotli.compress(TEXT.encode()), "text/html", Content_Encoding="br"), "ok", says="412")
kind("zstd", typed(zstandard.ZstdCompressor().compress(TEXT.encode()), "text/html", Content_Encoding="zstd"),
     "ok", says="412")  # fmt: skip
kind("a very long article in br", typed(brotli.compress((TEXT + LEAD * 40_000).encode(), quality=4), "text/html",
     Content_Encoding="br"), "ok", says="412")  # fmt: skip
kind("an attachment", article(Content_Disposition="attachment; filename=quay.html"), "ok", says="412")
kind("HTTP 203", answer(TEXT, "203 Elsewhere"), "ok", says="412")
kind("a page without a type", b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + TEXT.encode(), "ok", says="412")
kind("a page called a file", typed(TEXT.encode(), "application/octet-stream"), "ok", says="412")
kind("a page with a cookie bar", page(TITLE, TEXT + "<div>We use cookies. Accept all. Reject all.</div>"), "ok")
kind("a page with a login box", page(TITLE, "<form><input type=password> Sign in</form>" + TEXT), "ok")
kind("an article about error 404", page("How the 404 error got its name", TEXT), "ok")
kind("an article about captchas", page("Are you a robot? The story of the captcha", TEXT + LEAD * 5), "ok")
kind("an article about paywalls", page("Readers who subscribe to continue reading", TEXT + LEAD * 14), "ok")
kind("an article about maintenance", page("The lock is closed for maintenance", TEXT), "ok")
kind("a short notice", page("Quay closed on Sunday", "<h1>Quay closed on Sunday</h1>" + LEAD * 3), "ok")
kind("a title that drives a terminal", article("Quay \x1b]0;owned\x07\x1b[2J\u202e record"), "ok", says="412")
kind("another page's canonical address", page(TITLE, TEXT, '<link rel=canonical href="https://other.example/x">'), "ok")
kind("a page of a site of its own", page(TITLE, TEXT), "ok", title="Port Ellery: container record")

# -- kinds of file -----------------------------------------------------------------------------------------------------

kind("a PDF", typed(QUAY_PDF, "application/pdf"), "ok", says="412 containers")
kind("a PDF called a page", typed(QUAY_PDF, "text/html"), "ok", says="412 containers")
kind("a page called a PDF", typed(TEXT.encode(), "application/pdf"), "ok", "undecodable")
kind("a PDF of pictures", typed(pdf(b"0 0 m 9 9 l S"), "application/pdf"), "needs-ocr")
kind("a damaged PDF", typed(b"%PDF-1.7\n" + bytes(range(256)) * 40, "application/pdf"), "undecodable")
kind("a PDF that was cut", typed(QUAY_PDF[:300], "application/pdf"), "undecodable", "needs-ocr")
kind("a PDF with a bomb stream", typed(pdf(zlib.compress(b"BT /F1 12 Tf (x) Tj ET " * 9_000_000, 9),
     filters="/Filter/FlateDecode"), "application/pdf"), "undecodable", "toobig", "needs-ocr")  # fmt: skip
kind("a PDF with a bomb in a bomb", typed(pdf(zlib.compress(zlib.compress(bytes(200 * 1024 * 1024), 9), 9),
     filters="/Filter[/FlateDecode/FlateDecode]"), "application/pdf"),
     "undecodable", "toobig", "needs-ocr")  # fmt: skip
kind("plain text", typed(b"Quay log\n\nIn all 412 containers left.\n", "text/plain"), "ok", says="412")
kind("Markdown", typed(b"# Quay log\n\nIn all *412* containers left.\n", "text/markdown"), "ok", says="containers left")
kind("JSON", typed(b'{"quay": "eastern", "containers": 412}', "application/json"), "ok", says="containers: 412")
kind("a feed", typed(b"<?xml version='1.0'?><rss><channel><title>Quay</title><item><title>Record</title><description>"
     b"412 containers left.</description></item></channel></rss>", "application/rss+xml"),
     "ok", says="412 containers")  # fmt: skip
kind("an entity bomb", typed(b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol">' + b"".join(
     b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]><l>&j;</l>", "application/xml"),
     "undecodable")  # fmt: skip
kind("an entity that reads a file", typed(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
     b"<a>&f;</a>", "text/xml"), "undecodable")  # fmt: skip
kind("Word", typed(docx(b"<w:p><w:r><w:t>In all 412 containers left the quay.</w:t></w:r></w:p>"), WORD),
     "ok", says="412 containers")  # fmt: skip
kind("a Word bomb", typed(docx(b"<w:p><w:r><w:t>" + b"a" * 150_000_000 + b"</w:t></w:r></w:p>"), WORD),
     "undecodable", "toobig", "unsupported-type")  # fmt: skip
kind("a picture", typed(b"\x89PNG\r\n\x1a\n" + bytes(60), "text/html"), "needs-ocr")
kind("a film", typed(b"\0\0\0\x18ftypmp42" + bytes(60), "video/mp4"), "unsupported-type")
kind("a zip archive", typed(b"PK\x03\x04" + bytes(60), "text/html"), "unsupported-type")
kind("a program", typed(b"MZ\x90\0" + bytes(300), "application/octet-stream"), "unsupported-type")
kind("noise called a page", typed(bytes(range(256)) * 300, "text/html"), "undecodable", "unsupported-type")
kind("a stream of pictures", typed(b"--x\r\nContent-Type: image/jpeg\r\n\r\nx", "multipart/x-mixed-replace;boundary=x"),
     "unsupported-type", "undecodable")  # fmt: skip

# -- charsets ----------------------------------------------------------------------------------------------------------

FRENCH = TEXT.replace("harbour authority", "Autorité « Réunion »")
RUSSIAN = TEXT.replace("The harbour", "Гавань порта сообщила о новых контейнерах у причала в понедельник утром. The")
JAPANESE = TEXT.replace("The harbour", "港湾当局は月曜日にコンテナの数を発表しました。これは過去最高です。 The")
kind("a mark against its header", typed(b"\xef\xbb\xbf" + FRENCH.encode(), "text/html; charset=iso-8859-1"),
     "ok", says="Autorité « Réunion »")  # fmt: skip
kind("UTF-16 called UTF-8", typed(FRENCH.encode("utf-16"), "text/html; charset=utf-8"), "ok", says="Autorité «")
kind("UTF-8 called Latin-1", typed(FRENCH.encode(), "text/html; charset=iso-8859-1"), "ok", says="Autorité «")
kind("Latin-1 called UTF-8", typed(FRENCH.replace('<meta charset="utf-8">', "").encode("latin-1"),
     "text/html; charset=utf-8"), "ok", says="Autorité «")  # fmt: skip
kind("windows-1251 without a word", typed(RUSSIAN.replace('<meta charset="utf-8">', "").encode("cp1251"), "text/html"),
     "ok", says="Гавань порта")  # fmt: skip
kind("Shift_JIS called UTF-8", typed(JAPANESE.encode("cp932"), "text/html; charset=utf-8"), "ok", says="港湾当局は")
kind("a charset that does not exist", typed(FRENCH.encode(), "text/html; charset=klingon-8"), "ok", says="Autorité «")
kind("UTF-7", typed(FRENCH.encode("utf-7"), "text/html; charset=utf-7"), "undecodable")
kind(
    "UTF-7 in its own words",
    typed(FRENCH.replace('charset="utf-8"', "charset=utf-7").encode("utf-7"), "text/html"),
    "undecodable",
)
kind(
    "a page that only calls itself UTF-7",
    typed(TEXT.encode("ascii", "ignore"), "text/html; charset=utf-7"),
    "ok",
    says="412",
)

# -- status codes ------------------------------------------------------------------------------------------------------

for status, right in (
    ("401 Unauthorized", "blocked"), ("402 Payment Required", "wall"), ("403 Forbidden", "blocked"),
    ("404 Not Found", "gone"), ("410 Gone", "gone"), ("418 Teapot", "blocked"), ("451 Legal", "blocked"),
    ("999 Denied", "blocked"), ("500 Oops", "down"), ("204 No Content", "undecodable"), ("304 Not Modified", "down"),
    ("600 What", "down"),
):  # fmt: skip
    kind(f"HTTP {status}", answer("", status, length="204" not in status and "304" not in status), right)
kind("HTTP 404 with an article", answer(TEXT, "404 Not Found"), "gone")
kind("HTTP 404 with a damaged page", answer("no", "404 Not Found", {"Content-Encoding": "gzip"}), "gone")
kind("HTTP 206 unasked", answer(TEXT[:2000], "206 Partial", {"Content-Range": "bytes 0-1999/9999"}), "undecodable")
kind("HTTP 300 with a choice", page("Which?", "<a href=/a>a</a>", status="300 Choose"), "down", "undecodable")
kind("a busy server", answer("", "503 Busy"), "down")
kind("a server that wants a day", answer("", "429 Slow", {"Retry-After": "86400"}), "throttled")
kind(
    "a server that wants a date", answer("", "503 Later", {"Retry-After": "Fri, 01 Jan 2094 00:00:00 GMT"}), "throttled"
)
kind("a bot check with 503", answer('<title>Wait</title><script src="/cdn-cgi/challenge-platform/x.js"></script>',
     "503 No"), "blocked")  # fmt: skip
kind("a bot check with 404", answer("", "404 No", {"cf-mitigated": "challenge"}), "blocked")

# -- pages in the place of the page ------------------------------------------------------------------------------------

NAV = "<nav>" + "".join(f"<a href=/{n}>Section number {n}</a> " for n in range(60)) + "</nav>"
kind("a soft 404", page("Page not found", NAV + "<h1>Sorry</h1><p>We could not find that page.</p>"), "soft404")
kind("a soft 404 with suggestions", page("404 | Courier", "<h1>404</h1>" + "<p><a href=/x>Something else that you may "
     "like to read today</a></p>" * 20), "soft404")  # fmt: skip
kind("a German soft 404", page("Seite nicht gefunden", "<p>Die Seite gibt es nicht.</p>"), "soft404")
kind("a Korean soft 404", page("페이지를 찾을 수 없습니다", "<p>주소를 확인해 주세요.</p>"), "soft404")
kind("an article that was removed", page("Courier", "<p>This article has been removed.</p>"), "soft404")
kind("a redirect to the front page", to("/"), "front-page", others={"": page("Ellery Courier", TEXT)})
kind("a redirect to a front page by language", to("/en/"), "front-page", others={"en/": page("Ellery Courier", TEXT)})
kind("a redirect to a search", to("/search?q=quay"), "soft404", "wrong-page", "front-page",
     title="Ministers weigh referendum on monarchy", others={"search?q=quay": page("Search results for quay",
     "<h1>Search results</h1><p>3 results for quay</p>")})  # fmt: skip
kind("a parked domain", page("elleryquay.example", "<p>This domain is for sale! Make an offer.</p>"), "soft404")
kind("a server's first page", page("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the web "
     "server is successfully installed.</p>"), "soft404")  # fmt: skip
kind("a bot check", page("Just a moment...", "<p>Verifying you are human. Ray ID: 7f</p>"), "blocked")
kind("a bot check in a header", answer(TEXT, headers={"cf-mitigated": "challenge"}), "blocked")
kind("a captcha", page("Courier", '<script src="https://geo.captcha-delivery.com/c.js"></script>'), "blocked")
kind("access denied", page("Access Denied", "<h1>Access Denied</h1><p>You don't have permission to access this page on "
     "this server. Reference #18.2f</p>"), "blocked")  # fmt: skip
kind("a limit in words", page("Too many requests", "<h1>Too many requests</h1><p>You have made too many requests. "
     "Please try again later.</p>"), "blocked", "throttled", "down")  # fmt: skip
kind("not in your country", page("Courier", "<p>We are sorry. This content is not available in your region.</p>"),
     "blocked", "wall")  # fmt: skip
kind("maintenance", page("Site under maintenance", "<h1>We'll be back soon</h1><p>The site is down for scheduled "
     "maintenance.</p>"), "down", "blocked")  # fmt: skip
kind("a database that is down", page("Error", "<h1>Error establishing a database connection</h1>"), "down", "soft404")
kind("an error of the program", page("Error", "<p>Application error: a server-side exception has occurred. Digest: "
     "2198</p>"), "down", "soft404")  # fmt: skip
kind("an old browser", page("Browser not supported", "<p>Your browser is not supported. Please upgrade to a modern "
     "browser.</p>"), "wall", "blocked")  # fmt: skip
kind("an age gate", page("Courier", "<h1>Age verification</h1><p>You must be 18 years or older to enter this site."
     "</p><button>I am over 18</button>"), "wall")  # fmt: skip
kind("a login page", page("Log in", "<form><input type=password></form>"), "wall")
kind(
    "a redirect to a login",
    to("/account/login?next=x"),
    "wall",
    others={"account/login?next=x": page("Courier", LEAD * 4)},
)
kind("a session that has ended", page("Courier", "<p>Your session has expired. Please log in again.</p>"), "wall")
kind("a consent wall", page("Courier", "<p>We value your privacy. We and our 812 partners use cookies and process "
     "personal data.</p><button>Accept all</button><button>Reject all</button><a>Manage options</a>"), "wall")  # fmt: skip
kind("a redirect to a consent wall", to("/consent?to=x"), "wall", others={"consent?to=x": page("Courier", LEAD * 3)})
kind("a paywall", page(TITLE, LEAD + "<div>Subscribe to continue reading</div>"), "wall")
kind("a meter", page(TITLE, LEAD + "<p>You have reached your limit of free articles.</p>"), "wall")
kind("a page that is not free", page(TITLE, LEAD * 9, '<script type="application/ld+json">{"@type":"NewsArticle",'
     '"isAccessibleForFree":false}</script>'), "wall")  # fmt: skip
kind("a script shell", page("Courier", '<div id="root"></div><script src="/app.js"></script>'), "wall")
kind("a shell that asks for scripts", page("Courier", "<noscript>Please enable JavaScript.</noscript><div>Loading..."
     "</div><script src=a.js></script>"), "wall")  # fmt: skip
kind("a redirect by script", page("", "<script>location.href='/elsewhere'</script>"), "wall")
kind("a frame", page("Courier", '<iframe src="https://elsewhere.example/"></iframe>'), "wall")
kind("a set of frames", answer("<html><head><title>Courier</title></head><frameset cols=*><frame src=/a></frameset>"
     "</html>"), "wall")  # fmt: skip
kind("an abstract", page("Tides and cranes", "<h1>Tides and cranes</h1><h2>Abstract</h2>" + LEAD * 2 + "<p><a>Get "
     "access</a> <a>Purchase PDF</a></p>", '<meta name="citation_doi" content="10.1000/182">'), "abstract-only")  # fmt: skip
kind("another article", article(), "wrong-page", title="Ministers weigh referendum on monarchy")
kind("an empty page", answer(b""), "undecodable")
kind("a blank page", answer(b" \n \0 \n"), "undecodable")
kind("a page of markup alone", page("", "<div><br></div>"), "undecodable", "wall")
kind("an empty wiki page", page("Quay", "<p>There is currently no text in this page. You can search for this page title "
     "in other pages.</p>"), "soft404")  # fmt: skip

# -- redirects ---------------------------------------------------------------------------------------------------------

kind("a hundred redirects", to("/r1"), "down", others={f"r{n}": to(f"/r{n + 1}") for n in range(1, 101)})
kind("a circle", to("/b"), "down", b=to(PATH))
kind("a redirect to itself", to(PATH), "down")
kind("a cookie gate that never opens", ever_new_cookie, "down")
KINDS.append(Kind("redirects without end", Anywhere(ever_new_address), frozenset({"down"})))
kind("a circle of refreshes", page("x", "", '<meta http-equiv=refresh content="0;url=/b">'), "down",
     b=page("x", "", f'<meta http-equiv=refresh content="0;url={PATH}">'))  # fmt: skip
kind("a redirect to nowhere", to("http://"), "down")
kind("a redirect without a place", answer("<p>Hm.</p>", "302 Found"), "down")
for form in (
    "http://127.0.0.2:{canary}/", "http://2130706434:{canary}/", "http://0x7f000002:{canary}/",
    "http://0177.0.0.2:{canary}/", "http://127.2:{canary}/", "http://[::ffff:127.0.0.2]:{canary}/",
    "http://[::127.0.0.2]:{canary}/", "http://[64:ff9b::7f00:2]:{canary}/", "http://[2002:7f00:2::]:{canary}/",
    "//127.0.0.2:{canary}/x", "http://①②⑦.⓪.⓪.②:{canary}/", "http://127。0。0。2:{canary}/",
    "http://127.0.0.2%2f@127.0.0.2:{canary}/", "http://user:pass@127.0.0.2:{canary}/",
    "http://127.0.0.1:{port}@127.0.0.2:{canary}/", "http://127.0.0.2:{canary}\\@127.0.0.1/",
    "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/latest/", "http://[fe80::1%25eth0]/",
    "http://0.0.0.0:{canary}/", "http://0:{canary}/", "http://10.0.0.1/", "http://100.64.0.1/", "http://[::1]:{canary}/",
    "http://[::]:{canary}/", "file:///etc/passwd", "ftp://127.0.0.2/", "gopher://127.0.0.2:{canary}/_x",
    "javascript:alert(1)", "data:text/html,412",
):  # fmt: skip
    kind(f"a redirect to {form}", to(form), "unsafe", "down")
kind("a refresh to a private address", page("x", "", '<meta http-equiv=refresh content="0;url=http://127.0.0.2:{canary}'
     '/">'), "unsafe")  # fmt: skip
kind("a redirect to a name that looks like another", to("http://аpple.example.invalid/"), "down", "unsafe")

# -- bodies ------------------------------------------------------------------------------------------------------------

for how, header in (("gzip", "gzip"), ("deflate", "deflate"), ("br", "br"), ("zstd", "zstd")):
    kind(f"a {how} bomb", typed(packed(300, how), "text/html", Content_Encoding=header), "toobig")
kind("a bomb in a bomb", typed(gzip.compress(packed(300, "gzip")), "text/html", Content_Encoding="gzip, gzip"),
     "undecodable")  # fmt: skip
kind("gzip inside br", typed(brotli.compress(gzip.compress(TEXT.encode())), "text/html", Content_Encoding="gzip, br"),
     "undecodable")  # fmt: skip
kind("gzip twice and told once", typed(gzip.compress(gzip.compress(TEXT.encode())), "text/html",
     Content_Encoding="gzip"), "undecodable", "unsupported-type")  # fmt: skip
kind("an unknown encoding", typed(TEXT.encode(), "text/html", Content_Encoding="rot13"), "undecodable")
kind("a page called gzip", typed(TEXT.encode(), "text/html", Content_Encoding="gzip"), "undecodable")
kind(
    "gzip that was cut", typed(gzip.compress(TEXT.encode())[:-40], "text/html", Content_Encoding="gzip"), "undecodable"
)
kind("a page without end", dripping(answer(length=False), b"<p>and then</p>" * 4000, 0), "toobig")
kind("a page announced with gigabytes", answer("<p>x", headers={"Content-Length": "9999999999"}), "toobig")
kind("a page that drips", dripping(answer(length=False), b"x", 0.05), "down")
kind("a head that drips", dripping(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n", 0.1), "down")
kind("a head without end", dripping(b"HTTP/1.1 200 OK\r\n", b"X-A: " + b"b" * 900 + b"\r\n", 0), "down")
kind("early hints without end", dripping(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 0.01), "down")
kind("a server that says nothing", silent, "down")
kind("a flood of headers", b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"y" * 900) for n in range(400))
     + b"\r\n" + TEXT.encode(), "down")  # fmt: skip
kind("a huge header", b"HTTP/1.1 200 OK\r\nX-A: " + b"y" * 2_000_000 + b"\r\n\r\n" + TEXT.encode(), "down")
kind("chunks that are none", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n",
     "down")  # fmt: skip
kind("chunks that break off", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n<p>abc",
     "down")  # fmt: skip
kind("a length that is too long", answer(TEXT, headers={"Content-Length": str(len(TEXT.encode()) + 500)}), "down")
kind("a length that is too short", answer(TEXT, headers={"Content-Length": "1500"}), "ok", "down")
kind("two lengths", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 50\r\nContent-Length: 900\r\n\r\n"
     + TEXT.encode(), "down")  # fmt: skip
kind("a negative length", b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + TEXT.encode(), "down")
kind("a connection that is reset", reset, "down")
kind("an answer of another protocol", b"SSH-2.0-OpenSSH_9.0\r\n\r\n", "down")
kind("an answer without a head", TEXT.encode(), "down")
kind("no answer at all", b"", "down")
kind("TLS asked of a plain server", article(), "down", scheme="https")
kind("nested beyond reason", answer("<div>" * 60_000 + "x"), "undecodable")
kind("attributes beyond reason", answer("<p " + " ".join(f"a{n}" for n in range(9000)) + ">x"), "undecodable")
kind("nineteen megabytes of words", answer("<body>" + "<p>" + "quay " * 3_900_000), "toobig", "ok", "undecodable")
kind("nineteen megabytes of small paragraphs", answer("<body>" + "<p>a" * 4_800_000), "toobig", "undecodable")
kind("a million links", answer("<body>" + "<a href=/x>y</a> " * 1_000_000), "toobig", "undecodable", "ok")
kind("a comment without end", answer(TEXT.replace("<main>", "<!-- ")), "undecodable", "ok", "wall", "soft404")


@dataclass
class Site:
    """The kinds on their ports. ``canaries`` counts connections to the forbidden address."""

    ports: dict[str, int] = field(default_factory=dict)
    canary: int = 0
    canaries: int = 0

    def url(self, one: Kind) -> str:
        return f"{one.scheme}://127.0.0.1:{self.ports[one.name]}{one.path}"


async def serve(site: Site, started: Callable[[], None], over: asyncio.Event) -> None:
    """Serves every kind until ``over``."""
    from .conftest import Web

    async def count(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        site.canaries += 1
        writer.write(article())
        writer.close()

    servers = [await asyncio.start_server(count, CANARY, 0)]
    site.canary = servers[0].sockets[0].getsockname()[1]
    for one in KINDS:
        web = Web()
        server = await asyncio.start_server(web.serve, "127.0.0.1", 0)
        web.port = site.ports[one.name] = server.sockets[0].getsockname()[1]
        web.routes = one.routes
        if not isinstance(one.routes, Anywhere):
            web.routes = {path: _filled(route, site.canary, web.port) for path, route in one.routes.items()}
        servers.append(server)
    started()
    await over.wait()
    for server in servers:
        server.close()


def _filled(route: Route, canary: int, port: int) -> Route:
    if not isinstance(route, bytes) or len(route) > 10_000 or b"{" not in route:
        return route
    filled = route.replace(b"{canary}", str(canary).encode()).replace(b"{port}", str(port).encode())
    head, _, body = filled.partition(b"\r\n\r\n")
    old = len(route.partition(b"\r\n\r\n")[2])
    return head.replace(b"Content-Length: %d\r\n" % old, b"Content-Length: %d\r\n" % len(body)) + b"\r\n\r\n" + body


def running() -> Iterator[Site]:
    """The site in a thread of its own."""
    site, started = Site(), threading.Event()
    stop: list[Callable[[], object]] = []

    async def run() -> None:
        over = asyncio.Event()
        loop = asyncio.get_running_loop()
        stop.append(lambda: loop.call_soon_threadsafe(over.set))
        await serve(site, started.set, over)

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    assert started.wait(20)
    yield site
    stop[0]()
    thread.join(10)


if __name__ == "__main__":
    for served in running():
        print(json.dumps({"ports": served.ports, "canary": served.canary}), flush=True)
        sys.stdin.read()
        print(json.dumps({"canaries": served.canaries}), flush=True)
