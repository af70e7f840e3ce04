"""One browser on this machine, and nobody else.

The address is of the loopback interface and holds a secret that only this terminal shows; it is exchanged for a cookie
that no other site can make a browser send. Every request must name the address by its number (a foreign name that
resolves to it is a trick), and every form must carry a second secret. The room listens and never opens a connection.
"""

from __future__ import annotations

import hmac
import secrets
import traceback
from contextlib import suppress
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, get_args
from urllib.parse import parse_qs, urlsplit

from claimcheck.errors import ClaimcheckError
from claimcheck.model.claims import DecisionKind
from claimcheck.review import forms, page
from claimcheck.review.decisions import Given, Refused
from claimcheck.review.desk import Changed, Desk, Entry

HOST = "127.0.0.1"
LARGEST_FORM = 64 * 1024
"""Bytes of a form without a file."""
LARGEST_UPLOAD = page.UPLOAD_MB * 1024 * 1024
"""Bytes of a form with a saved copy."""
PATIENCE_S = 30.0
"""Seconds that a browser may take over a part of its request."""


class Server(ThreadingHTTPServer):
    """Serves one desk until it is shut down; ``url`` is for the person who started it."""

    daemon_threads = True
    # Another program must not be able to listen beside it, and a restart on a fixed port should not have to wait.
    allow_reuse_address = True

    def __init__(self, desk: Desk, port: int = 0) -> None:
        super().__init__((HOST, port), _Handler)
        self.desk = desk
        self.secret = secrets.token_urlsafe(32)
        self.forms = secrets.token_urlsafe(32)
        self.port = int(self.server_address[1])

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}/?token={self.secret}"

    @property
    def cookie(self) -> str:
        """Cookies do not tell ports apart: two reviews at once need two names."""
        return f"claimcheck-{self.port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no error; what else fails inside a request is answered there."""


class _Answer(Exception):
    """A refusal: its status and why, in words."""

    def __init__(self, status: HTTPStatus, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = "claimcheck"
    sys_version = ""
    timeout = PATIENCE_S
    protocol_version = "HTTP/1.0"  # one request a connection: nothing that was not read can be taken for the next

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: an address may hold the secret."""

    def do_GET(self) -> None:
        self._guarded(self._get)

    def do_POST(self) -> None:
        self._guarded(self._post)

    def _guarded(self, answer: Any) -> None:
        try:
            self._check_host()
            answer()
        except _Answer as refused:
            self._send(refused.status, page.refusal(refused.status.phrase, refused.words))
        except ValueError:  # an address or a query that is none
            self._send(HTTPStatus.BAD_REQUEST, page.refusal("Not understood", "That is no address of this page."))
        except ClaimcheckError as error:
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, page.refusal("Not done", str(error)))
        except (ConnectionError, TimeoutError):
            raise  # the browser has gone away
        except Exception:
            traceback.print_exc()
            words = "This is a bug in claimcheck: the terminal shows where. What was decided before is kept."
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, page.refusal("Not done", words))

    # --- Who asks -------------------------------------------------------------------------------------------------

    def _check_host(self) -> None:
        names = self.headers.get_all("Host") or []
        if names != [f"{HOST}:{self.server.port}"]:
            raise _Answer(HTTPStatus.FORBIDDEN, "This page is asked for by another name than its own.")

    def _check_cookie(self) -> None:
        try:
            morsel = SimpleCookie(self.headers.get("Cookie", "")).get(self.server.cookie)
        except CookieError:
            morsel = None
        if morsel is None or not _same(morsel.value, self.server.secret):
            raise _Answer(HTTPStatus.FORBIDDEN, "Open the address that claimcheck review printed in the terminal.")

    def _check_origin(self) -> None:
        origin = self.headers.get("Origin")
        site = self.headers.get("Sec-Fetch-Site")
        if origin not in {None, f"http://{HOST}:{self.server.port}"} or site not in {None, "same-origin"}:
            raise _Answer(HTTPStatus.FORBIDDEN, "This form was sent from another site.")

    # --- Showing --------------------------------------------------------------------------------------------------

    def _get(self) -> None:
        target = urlsplit(self.path)
        query = parse_qs(target.query, max_num_fields=10)
        if target.path == "/" and "token" in query:
            if not _same(query["token"][0], self.server.secret):
                raise _Answer(HTTPStatus.FORBIDDEN, "Open the address that claimcheck review printed in the terminal.")
            cookie = f"{self.server.cookie}={self.server.secret}; Path=/; HttpOnly; SameSite=Strict"
            self._send(HTTPStatus.OK, page.entrance(), {"Set-Cookie": cookie})
            return
        self._check_cookie()
        said = page.Page(self.server.forms, said=query.get("said", [""])[0])
        if target.path == "/":
            self._send(HTTPStatus.OK, page.overview(self.server.desk, said))
            return
        parts = target.path.split("/")
        if len(parts) != 3 or parts[1] != "finding":
            raise _Answer(HTTPStatus.NOT_FOUND, "There is no such page.")
        self._send(HTTPStatus.OK, page.finding(self.server.desk, self._entry(parts[2]), said))

    def _entry(self, number: str) -> Entry:
        entry = (
            self.server.desk.entry(int(number)) if number.isascii() and number.isdigit() and len(number) < 8 else None
        )
        if entry is None:
            raise _Answer(HTTPStatus.NOT_FOUND, "There is no such finding.")
        return entry

    # --- Deciding -------------------------------------------------------------------------------------------------

    def _post(self) -> None:
        self._check_cookie()
        self._check_origin()
        form = self._form()
        if not _same(form.get("token"), self.server.forms):
            raise _Answer(HTTPStatus.FORBIDDEN, "This form was not sent from a page of this review.")
        parts = urlsplit(self.path).path.split("/")[1:]
        if parts == ["name"]:
            self._name(form)
        elif parts == ["take-back"]:
            self._take_back(form)
        elif len(parts) == 3 and parts[0] == "finding" and parts[2] in get_args(DecisionKind):
            self._decide(self._entry(parts[1]), parts[2], form)
        else:
            raise _Answer(HTTPStatus.NOT_FOUND, "There is no such page.")

    def _form(self) -> forms.Form:
        kind = self.headers.get("Content-Type", "")
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Transfer-Encoding") or not (length.isascii() and length.isdigit()):
            raise _Answer(HTTPStatus.LENGTH_REQUIRED, "The length of the form is missing.")
        limit = LARGEST_UPLOAD if kind.startswith("multipart/") else LARGEST_FORM
        if len(length) > 12 or int(length) > limit:
            self._drain()
            raise _Answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"More than {limit // 1024:,} kB cannot be taken.")
        body = self.rfile.read(int(length))
        try:
            return forms.read(kind, body)
        except forms.Malformed as error:
            raise _Answer(HTTPStatus.BAD_REQUEST, f"This is no form: {error}.") from None

    def _drain(self) -> None:
        """Read some of what is not wanted, and forget it: a browser that is cut off while sending shows no answer."""
        left = 2 * LARGEST_UPLOAD
        self.connection.settimeout(1.0)
        with suppress(OSError):  # a timeout is one
            while left > 0 and (chunk := self.rfile.read1(1 << 16)):
                left -= len(chunk)

    def _decide(self, entry: Entry, did: Any, form: forms.Form) -> None:
        desk = self.server.desk
        given = Given(*(form.get(name) for name in ("reason", "until", "text", "note", "passage")))
        url = form.get("url").strip() if did in {"sourced", "filed", "marked"} else None
        problem = ""
        try:
            desk.decide(entry, did, given, digest=form.get("digest"), url=url, copy=form.file)
        except Changed:
            problem = page.CHANGED
        except (Refused, ClaimcheckError) as error:
            problem = str(error)
        if problem:
            self._again(entry, problem, did, form)
            return
        onward = page.next_open(desk, entry) if did in {"accepted", "waived", "restated"} else entry
        self._redirect(f"/finding/{onward.number}?said={did}" if onward else f"/?said={did}")

    def _take_back(self, form: forms.Form) -> None:
        desk, name = self.server.desk, form.get("claim")
        # The finding may be gone since: a waived one is not open in a later audit.
        entry = next((one for one in desk.entries if one.claim and one.claim.id == name), None)
        try:
            desk.take_back(form.get("file"), name, form.get("at"), digest=form.get("digest"))
        except Changed:
            self._again(entry, page.CHANGED, "", form)
        except (Refused, ClaimcheckError) as error:
            self._again(entry, str(error), "", form)
        else:
            self._redirect(f"/finding/{entry.number}?said=undone" if entry else "/?said=undone")

    def _name(self, form: forms.Form) -> None:
        by = "".join(letter for letter in " ".join(form.get("by").split()) if letter.isprintable())[:100]
        if not by:
            raise _Answer(HTTPStatus.BAD_REQUEST, "A decision needs a name.")
        self.server.desk.by = by
        back = form.get("back")
        self._redirect(f"/finding/{self._entry(back).number}?said=named" if back else "/?said=named")

    def _again(self, entry: Entry | None, problem: str, opened: str, form: forms.Form) -> None:
        """The page once more, with what was typed: nothing was written."""
        shown = page.Page(self.server.forms, problem=problem, opened=opened, typed=form.fields)
        desk = self.server.desk
        again = page.finding(desk, entry, shown) if entry else page.overview(desk, shown)
        self._send(HTTPStatus.CONFLICT, again)

    # --- Answering ------------------------------------------------------------------------------------------------

    def _redirect(self, target: str) -> None:
        self._send(HTTPStatus.SEE_OTHER, "", {"Location": target})

    def _send(self, status: HTTPStatus, content: str, more: dict[str, str] | None = None) -> None:
        data = content.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in {**page.headers(), **(more or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())
