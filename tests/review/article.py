"""A short article with open findings, its sources in a store, and a server over the audit of it."""

from __future__ import annotations

import http.client
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

from claimcheck import claimsfile, pipeline
from claimcheck.config import Config
from claimcheck.model import Claim
from claimcheck.review import Desk, Server
from claimcheck.sources import Store

COURIER = "https://courier.example/bridge"
GAZETTE = "https://gazette.example/keepers"
ARTICLE = f"""# The bridge at Arnmouth

The bridge at Arnmouth [cost 41 million euros]({COURIER}).

In March 2022 the town council of Arnmouth [hired 14 lock keepers]({GAZETTE}).

The harbour office of Arnmouth counted 365,000 passengers in 2023.
"""
PAGES = {
    COURIER: "<p>The bridge at Arnmouth opened on 3 May 2021. It cost 47 million euros, the town council said.</p>",
    GAZETTE: "<p>In March 2022 the town council of Arnmouth hired 12 lock keepers, it said.</p>"
    "<p>&lt;script&gt;document.title='owned'&lt;/script&gt;</p>",
}
COMMENT = "# Ours: ask the harbour office.\n"
COMMAND = (sys.executable, "-W", "error", "-m", "claimcheck", "review", "article.md", "--offline", "--store", "store",
           "--no-open", "--by", "Ada Quill", "--as-of", "2026-01-15")  # fmt: skip


def lay(folder: Path) -> None:
    """The article and the stored copies of what it cites."""
    (folder / "article.md").write_text(ARTICLE, encoding="utf-8")
    store = Store(folder / "store")
    for url, words in PAGES.items():
        title = url.rsplit("/", 1)[-1]
        page = f"<!DOCTYPE html><html lang=en><title>The {title}</title><article><h1>The {title}</h1>{words}</article>"
        store.file_copy(url, page.encode(), "page.html")


def desk(*paths: str) -> Desk:
    """A review of the article, in the working folder."""
    config = Config(mode="offline", store=Path("store"))
    finished = pipeline.audit(["article.md"], config, as_of=date(2026, 1, 15), progress=pipeline.Silent())
    return Desk(finished, config, paths=paths or ("article.md",), by="Ada Quill")


def claims() -> dict[str, Claim]:
    """Claims of the claims file by the number in their words, which tells them apart."""
    found = claimsfile.read("claims/article.yaml").claims
    return {next(word for word in ("41", "14", "365,000") if word in claim.text): claim for claim in found}


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: str


@dataclass
class Visitor:
    """A browser reduced to what it sends: exactly the headers that are asked for."""

    server: Server
    cookie: str = ""
    host: str = ""
    more: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, target: str, body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        sent = {"Host": self.host or f"127.0.0.1:{self.server.port}", "Cookie": self.cookie, **self.more}
        if body is not None:
            sent["Content-Length"] = str(len(body))
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in sent.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(body)
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.getheaders()), response.read().decode())
        connection.close()
        return answer

    def enter(self) -> None:
        answer = self.ask("GET", f"/?token={self.server.secret}")
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]

    def get(self, target: str) -> str:
        answer = self.ask("GET", target)
        assert answer.status == 200, answer.body
        return answer.body

    def shown(self, target: str) -> dict[str, str]:
        """The hidden fields that the forms of a page carry."""
        body = self.get(target)
        return {
            name: next(iter(re.findall(rf'name="{name}" value="([^"]*)"', body)), "")
            for name in ("token", "digest", "file", "claim", "at")
        }

    def post(self, target: str, fields: dict[str, str], **headers: str) -> Answer:
        headers.setdefault("Content_Type", "application/x-www-form-urlencoded")
        return self.ask("POST", target, urlencode(fields).encode(), **headers)


@contextmanager
def served(desk: Desk) -> Iterator[Visitor]:
    with Server(desk) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            visitor = Visitor(server)
            visitor.enter()
            yield visitor
        finally:
            server.shutdown()
            thread.join(timeout=5)
