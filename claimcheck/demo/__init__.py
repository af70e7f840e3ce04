"""The bundled article and the bundled web site of ``claimcheck demo``: a small town's tide barrier, invented.

The site is served on loopback over real HTTP, so that the demonstration runs the same code path as any other audit.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from threading import Thread
from urllib.parse import urlsplit

FOLDER = Path(__file__).parent
SITE = FOLDER / "site"
MOVED = {"/news/dredging.html": "/archive/dredging-contract.html"}
NOT_FOUND_WITH_200 = {"/utilities/pumping-station.html"}
"""Addresses that answer "200 OK" and say that there is no such page, as many real sites do."""
LOST = """title: Page not found
author: Newsroom
published: 2024-11-20
related: Port Ellery opens its tide barrier | Pumping station runs on 3.5 megawatts, says utility

<p>Sorry, the page you are looking for could not be found. It may have been moved or deleted.</p>
"""


def article(site: str) -> str:
    """The article with the address of the served site in its links."""
    return (FOLDER / "article.md").read_text(encoding="utf-8").replace("{site}", site)


@contextmanager
def serve() -> Iterator[str]:
    """Serve the site on a free loopback port; gives its address ("http://127.0.0.1:40123")."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)


class _Pages(BaseHTTPRequestHandler):
    """Answers from the site folder only; nothing of the request reaches the file system but a known name."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path in MOVED:
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", "text/html", location=MOVED[path])
        elif path in NOT_FOUND_WITH_200:
            self._answer(HTTPStatus.OK, _page(LOST), "text/html; charset=utf-8")
        elif path == "/reports/flood-risk-review.pdf":
            self._answer(HTTPStatus.OK, (SITE / path[1:]).read_bytes(), "application/pdf")
        elif path in _KNOWN:
            page = _page((SITE / _KNOWN[path]).read_text(encoding="utf-8"))
            self._answer(HTTPStatus.OK, page, "text/html; charset=utf-8")
        else:
            self._answer(HTTPStatus.NOT_FOUND, _page(LOST), "text/html; charset=utf-8")

    def _answer(self, status: HTTPStatus, body: bytes, media_type: str, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: standard error belongs to the audit."""


_KNOWN = {
    "/" if file.name == "index.html" else f"/{file.relative_to(SITE).as_posix()}": file.relative_to(SITE).as_posix()
    for file in sorted(SITE.rglob("*.html"))
    if not file.name.startswith("_")
}


def _page(source: str) -> bytes:
    """A page file (a few header lines, a blank line, HTML) inside the site's layout."""
    head, _, content = source.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    teasers = fields.pop("related", "").split(" | ")
    layout = Template((SITE / "_layout.html").read_text(encoding="utf-8"))
    filled = layout.substitute(
        title=escape(fields["title"]),
        author=escape(fields["author"]),
        published=fields["published"],
        outlet=escape(fields.get("outlet", "Ellery Courier")),
        extra=', "isAccessibleForFree": false' if fields.get("free") == "false" else "",
        content=content,
        related="\n".join(f'<li><a href="/news/">{escape(teaser)}</a></li>' for teaser in teasers),
    )
    return filled.encode()
