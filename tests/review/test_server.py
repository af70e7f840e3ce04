"""Who is let in, and what is taken from whom: over HTTP, on loopback."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review import article
from tests.review.article import Visitor


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("review")


@pytest.fixture(scope="module")
def visitor(folder: Path) -> Iterator[Visitor]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        article.lay(folder)
        with article.served(article.desk()) as visitor:
            yield visitor


@pytest.fixture(autouse=True)
def nothing_is_written(folder: Path) -> Iterator[None]:
    yield
    assert not (folder / "claims").exists()


def test_the_address_with_the_token_is_exchanged_for_a_cookie(visitor: Visitor) -> None:
    answer = Visitor(visitor.server).ask("GET", f"/?token={visitor.server.secret}")
    assert answer.status == 200
    assert answer.headers["Set-Cookie"].endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert visitor.server.secret not in answer.body
    assert visitor.server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("target", ["/", "/finding/1", "/?token=guessed", "/?token=", "/nowhere"])
def test_without_the_token_nobody_sees_anything(visitor: Visitor, target: str) -> None:
    for cookie in ("", f"{visitor.server.cookie}=guessed", "other=1", ";;=\x01"):
        answer = Visitor(visitor.server, cookie=cookie).ask("GET", target)
        assert answer.status == 403
        assert "Arnmouth" not in answer.body
        assert visitor.server.forms not in answer.body


@pytest.mark.parametrize("host", ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example"])
def test_another_name_for_this_machine_is_refused(visitor: Visitor, host: str) -> None:
    stranger = Visitor(visitor.server, cookie=visitor.cookie, host=host)
    assert stranger.ask("GET", "/").status == 403
    assert stranger.ask("GET", f"/?token={visitor.server.secret}").status == 403
    assert stranger.post("/finding/1/accepted", visitor.shown("/finding/1")).status == 403


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"},
     {"Sec_Fetch_Site": "same-site"}],
    ids=str,
)  # fmt: skip
def test_a_form_from_another_site_is_refused(visitor: Visitor, headers: dict[str, str]) -> None:
    assert visitor.post("/finding/1/accepted", visitor.shown("/finding/1"), **headers).status == 403


@pytest.mark.parametrize("token", ["", "guessed", "é"])
def test_a_form_without_its_own_token_is_refused(visitor: Visitor, token: str) -> None:
    fields = visitor.shown("/finding/1") | {"token": token}
    for target in ("/finding/1/accepted", "/take-back", "/name"):
        assert visitor.post(target, fields).status == 403
    assert visitor.post("/name", {"by": "Eve"}).status == 403


@pytest.mark.parametrize(
    "target",
    ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/finding/../../article.md", "/finding/0", "/finding/-1",
     "/finding/99", "/finding/1/accepted", "/finding/99999999999999999999", "/article.md", "//evil.example/",
     "/finding/١", "/finding/1%00", "/finding/", "/finding"],
)  # fmt: skip
def test_no_file_can_be_asked_for(visitor: Visitor, target: str) -> None:
    from urllib.parse import quote

    answer = visitor.ask("GET", quote(target, safe="/%"))
    assert answer.status == 404
    assert visitor.server.forms not in answer.body


def test_addresses_that_are_none_are_refused(visitor: Visitor) -> None:
    assert visitor.ask("GET", "http://[/").status == 400
    assert visitor.ask("GET", "/?" + "&".join(f"a{n}=1" for n in range(50))).status == 400


def test_too_much_is_not_taken(visitor: Visitor) -> None:
    fields = visitor.shown("/finding/1") | {"reason": "x" * 70_000}
    assert visitor.post("/finding/1/waived", fields).status == 413
    length = str(30 * 1024 * 1024)
    kind = "multipart/form-data; boundary=b"
    assert visitor.ask("POST", "/finding/1/filed", b"--b", Content_Type=kind, Content_Length=length).status == 413
    assert visitor.ask("POST", "/finding/1/filed", b"--b", Content_Type=kind, Content_Length="9" * 30).status == 413
    fields["reason"] = "x" * 20_000
    answer = visitor.post("/finding/1/waived", fields)
    assert answer.status == 409
    assert "longer than 10,000 characters" in answer.body


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("text/plain", b"token=1", 400),
        ("application/json", b"{}", 400),
        ("application/x-www-form-urlencoded", b"\xff", 400),
        ("application/x-www-form-urlencoded", b"a=%ff", 400),
        ("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(60)), 400),
        ("multipart/form-data", b"", 400),
        ("multipart/form-data; boundary=b", b"--b\r\nno head", 400),
        ("multipart/form-data; boundary=b", b"--b\r\n\r\n\r\n--b--\r\n", 400),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n',
            403,
        ),
    ],
)
def test_what_is_no_form_is_refused(visitor: Visitor, kind: str, body: bytes, status: int) -> None:
    assert visitor.ask("POST", "/finding/1/waived", body, Content_Type=kind).status == status


def test_a_form_without_a_length_is_refused(visitor: Visitor) -> None:
    answer = visitor.ask("POST", "/finding/1/accepted", None, Transfer_Encoding="chunked")
    assert answer.status == 411
    assert visitor.ask("POST", "/finding/1/accepted", b"", Content_Length="-1").status == 411


def test_pages_load_nothing_and_are_kept_by_nobody(visitor: Visitor) -> None:
    for answer in (visitor.ask("GET", "/"), visitor.ask("GET", "/finding/2"), Visitor(visitor.server).ask("GET", "/")):
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'sha256-")
        assert "form-action 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert not any(name.lower().startswith("access-control") for name in answer.headers)


def test_what_a_source_says_is_shown_and_never_obeyed(visitor: Visitor) -> None:
    body = visitor.get("/finding/2")
    assert "&lt;script&gt;document.title" in body
    assert body.count("<script>") == 1


def test_other_methods_and_broken_requests_are_answered_and_the_server_goes_on(visitor: Visitor) -> None:
    for method in ("OPTIONS", "PUT", "DELETE", "TRACE"):
        assert visitor.ask(method, "/").status == 501
    for words in (b"GET / HTTP/1.1\r\n\r\n", b"\xff\xfe\r\n\r\n", b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", visitor.server.port), timeout=20) as connection:
            connection.sendall(words)
            connection.shutdown(socket.SHUT_WR)
            assert b"Arnmouth" not in connection.recv(65536)
    visitor.get("/")
