"""The one file that speaks HTTP: an httpx client whose connections go through the guard.

Redirects, cookies, decoding, retries and time limits are ours (``fetch.py``); this file opens connections, sends one
request, hands out raw bytes, and says in words what went wrong.
"""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpcore
import httpx

from claimcheck.config import Host
from claimcheck.errors import UsageError
from claimcheck.model import Outcome
from claimcheck.sources import guard
from claimcheck.sources.environment import proxies, proxy_for
from claimcheck.sources.hosts import secrets, settings_for
from claimcheck.sources.wording import plain

CONNECT_S = 10.0
"""Seconds to connect to one address of a host that has several; the last one gets what the caller allows."""
ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"


class Fault(Exception):
    """A request that brought no answer. ``transient``: another try may bring one."""

    def __init__(self, outcome: Outcome, detail: str, transient: bool = False) -> None:
        super().__init__(detail)
        self.outcome: Outcome = outcome
        self.detail = detail
        self.transient = transient


@dataclass(frozen=True, slots=True)
class Reply:
    """The head of an answer; ``raw`` yields the body as it came, still encoded. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    raw: AsyncIterator[bytes]
    http_version: str = "HTTP/1.1"


@dataclass(slots=True)
class Chain:
    """What one redirect chain carries along: its cookies, which nobody else sees and which end with it."""

    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)
    has_cookies: bool = False

    @property
    def state(self) -> str:
        """Changes whenever a cookie does: a page that redirects to itself after setting one is no loop."""
        if not self.has_cookies:
            return ""
        return ";".join(
            sorted(f"{cookie.domain}{cookie.path}{cookie.name}={cookie.value}" for cookie in self.cookies.jar)
        )


class _Refused(Exception):
    """The guard forbids the connection."""


class _GuardedBackend(httpcore.AsyncNetworkBackend):
    """Resolves a host once, checks every address, and connects to a checked one.

    Checking the name first and connecting by name afterwards would resolve twice, and a hostile name server answers
    differently the second time.
    """

    def __init__(self, allow_net: Sequence[guard.Network]) -> None:
        self._allow_net = tuple(allow_net)
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        answers = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses: list[guard.IPAddress] = []
        for *_, place in answers:
            address = guard.read_ip(str(place[0]))
            if address is not None and address not in addresses:
                addresses.append(address)
        chosen = guard.choose(addresses, port, self._allow_net)
        if isinstance(chosen, str):
            raise _Refused(chosen)
        for address in chosen[:-1]:
            try:
                return await self._inner.connect_tcp(
                    str(address), port, min(timeout or CONNECT_S, CONNECT_S), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(str(chosen[-1]), port, timeout, local_address, socket_options)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - httpcore's signature
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        raise _Refused(f"{path} is no address on the internet")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _Body(httpx.AsyncByteStream):
    def __init__(self, stream: Any, server: _Server) -> None:
        self._stream = stream
        self._server = server
        self._open = True

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            yield chunk

    async def aclose(self) -> None:
        if self._open:
            self._open = False
            self._server.under_way -= 1
        await self._stream.aclose()


@dataclass(slots=True)
class _Server:
    """The connections to one server, and how many answers are not read to their end."""

    pool: Any
    under_way: int = 0


class _Transport(httpx.AsyncBaseTransport):
    """Guarded connections for everything direct, proxies of the environment for the rest; a small pool a server.

    One pool for all servers looks at every connection for every request: with forty of them that was half of the
    processor time of a fetch.
    """

    def __init__(self, allow_net: Sequence[guard.Network], connections: int) -> None:
        self._tls = _certificates()
        self._connections = connections
        self._backend = _GuardedBackend(allow_net)
        self._servers: dict[tuple[str | None, str], _Server] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        proxy = request.extensions.get("claimcheck.proxy")
        server, done = self._take(proxy, f"{request.url.scheme} {request.url.netloc.decode('ascii')}")
        try:
            for other in done:
                await other.pool.aclose()
            answer = await server.pool.handle_async_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=request.url.raw_scheme,
                        host=request.url.raw_host,
                        port=request.url.port,
                        target=request.url.raw_path,
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions={"timeout": request.extensions.get("timeout", {})},
                )
            )
        except BaseException:
            server.under_way -= 1
            raise
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream, server), extensions=answer.extensions
        )

    def _take(self, proxy: str | None, place: str) -> tuple[_Server, list[_Server]]:
        """A server's connections, one more answer under way there; and those of servers that are done with.

        Nothing waits in here: another request must not close what this one is about to use.
        """
        key = (proxy, place if proxy is None else "")
        done: list[_Server] = []
        if key not in self._servers:
            # Connections to hosts that are done with would pile up until the system has no more files to give.
            idle = [known for known, server in self._servers.items() if not server.under_way]
            done = [self._servers.pop(known) for known in idle[: max(0, len(self._servers) - self._connections)]]
            self._servers[key] = _Server(self._open_direct() if proxy is None else self._open_proxy(proxy))
        self._servers[key].under_way += 1
        return self._servers[key], done

    def _open_direct(self) -> Any:
        return httpcore.AsyncConnectionPool(
            ssl_context=self._tls,
            max_connections=self._connections,
            max_keepalive_connections=self._connections,
            keepalive_expiry=5.0,
            http2=True,
            network_backend=self._backend,
        )

    def _open_proxy(self, proxy: str) -> Any:
        described = httpx.Proxy(proxy if "://" in proxy else f"http://{proxy}")
        options: dict[str, Any] = {
            "proxy_url": httpcore.URL(
                scheme=described.url.raw_scheme,
                host=described.url.raw_host,
                port=described.url.port,
                target=described.url.raw_path,
            ),
            "ssl_context": self._tls,
            "max_connections": self._connections,
            "http2": True,
        }
        if described.url.scheme.startswith("socks"):
            return httpcore.AsyncSOCKSProxy(proxy_auth=described.raw_auth, **options)
        return httpcore.AsyncHTTPProxy(proxy_auth=described.raw_auth, **options)

    async def aclose(self) -> None:
        for server in self._servers.values():
            await server.pool.aclose()


def _certificates() -> ssl.SSLContext:
    try:
        return httpx.create_ssl_context(trust_env=True)
    except OSError as error:  # which includes ssl.SSLError
        raise UsageError(
            f"the certificates that the environment names cannot be used ({error.strerror or error})",
            remedy="set SSL_CERT_FILE to a file of certificates in PEM format, or unset it",
        ) from None


class Client:
    """Sends single requests. Use as an asynchronous context manager."""

    def __init__(
        self,
        *,
        user_agent: str,
        allow_net: Sequence[guard.Network],
        connections: int,
        timeout_s: float,
        hosts: Mapping[str, Host] | None = None,
    ) -> None:
        self._hosts = dict(hosts or {})
        self._secrets = secrets(self._hosts, os.environ)
        self._allow_net = tuple(allow_net)
        self._proxies = proxies(os.environ)
        _check_proxies(self._proxies)
        self._transport = _Transport(allow_net, connections)
        self._http = httpx.AsyncClient(
            transport=self._transport,
            timeout=httpx.Timeout(timeout_s, pool=None),
            follow_redirects=False,
            trust_env=False,
            headers={
                "User-Agent": user_agent,
                "Accept": ACCEPT,
                "Accept-Language": "en, *;q=0.5",
                "Accept-Encoding": "gzip, deflate, br, zstd",
            },
        )

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    def secrets_for(self, address: guard.Address) -> Mapping[str, str]:
        """The headers that a person set for the host of ``address``."""
        found = settings_for(address, self._hosts) if self._secrets else None
        names = [name for name, settings in self._hosts.items() if settings is found]
        return self._secrets.get(names[0], {}) if found is not None else {}

    @asynccontextmanager
    async def ask(self, address: guard.Address, chain: Chain, headers: Mapping[str, str]) -> AsyncIterator[Reply]:
        """The answer of one request, its body not yet read.

        Raises:
            Fault: there is no answer, or its body breaks off; nothing else that the network does raises.
        """
        proxy = proxy_for(address, self._proxies)
        reason = guard.refuse(address, self._allow_net, proxied=proxy is not None)
        if reason is not None:
            raise Fault("unsafe", reason)
        try:
            request = self._http.build_request("GET", address.url, headers=dict(headers))
        except (httpx.InvalidURL, ValueError):
            raise Fault("no-url", "the URL cannot be requested") from None
        if (request.url.raw_host.decode("ascii"), request.url.port or address.port) != (address.host, address.port):
            # Two parsers that disagree on the host: what was checked is not what would be asked.
            raise Fault("unsafe", "the host of the URL can be read in two ways")
        request.extensions = {**request.extensions, "claimcheck.proxy": proxy}
        if chain.has_cookies:
            chain.cookies.set_cookie_header(request)
        try:
            # Not through the client's send(): it reads every Location, and raises for one that it cannot read.
            response = await self._transport.handle_async_request(request)
            response.request = request
        except Exception as error:
            raise _fault(error, address) from error
        try:
            if "set-cookie" in response.headers:
                chain.cookies.extract_cookies(response)
                chain.has_cookies = True
            fields: dict[str, str] = {}
            for name, value in response.headers.raw:
                key = name.decode("latin-1").lower()
                text = _text(value)
                fields[key] = f"{fields[key]}, {text}" if key in fields and key != "location" else text
            yield Reply(response.status_code, fields, _raw(response, address), response.http_version)
        finally:
            await response.aclose()


async def _raw(response: httpx.Response, address: guard.Address) -> AsyncIterator[bytes]:
    try:
        async for chunk in response.stream:  # type: ignore[union-attr] # an asynchronous client has asynchronous streams
            yield chunk
    except Exception as error:
        raise _fault(error, address) from error


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _check_proxies(found: Mapping[str, str]) -> None:
    for proxy in (value for name, value in found.items() if name != "no"):
        address = proxy if "://" in proxy else f"http://{proxy}"
        scheme = address.partition("://")[0].lower()
        try:
            usable = bool(urlsplit(address).hostname) and scheme in {"http", "https", "socks5", "socks5h"}
            httpx.URL(address)
        except (httpx.InvalidURL, ValueError):
            usable = False
        if scheme.startswith("socks") and usable:
            try:
                import socksio  # type: ignore[import-not-found] # noqa: F401
            except ImportError:
                raise UsageError(
                    "a SOCKS proxy is configured, and the package for it is not installed",
                    remedy="pip install httpx[socks], or set HTTPS_PROXY to an http:// proxy",
                ) from None
        if not usable:
            raise UsageError(
                "the environment names a proxy that cannot be used",
                remedy="set HTTP_PROXY and HTTPS_PROXY to addresses such as http://proxy.example:3128",
            )


_CERTIFICATE_FAULTS = {
    9: "its certificate is not valid yet",
    10: "its certificate has expired",
    18: "its certificate is self-signed",
    19: "its certificate is signed by an unknown authority",
    20: "the chain of its certificate is incomplete or signed by an unknown authority",
    21: "the chain of its certificate is incomplete",
    23: "its certificate was revoked",
    62: "its certificate is for another host",
    64: "its certificate is for another address",
}
"""By OpenSSL's X509_V_ERR number."""


def describe_tls(error: ssl.SSLError) -> str:
    """What is wrong with the encryption of a host, in words."""
    if isinstance(error, ssl.SSLCertVerificationError):
        known = _CERTIFICATE_FAULTS.get(error.verify_code)
        return f"TLS: {known}" if known else f"TLS: its certificate is not accepted ({plain(error.verify_message, 80)})"
    reason = (error.reason or "").upper()
    if "WRONG_VERSION_NUMBER" in reason or "HTTP_REQUEST" in reason or "RECORD_LAYER" in reason:
        return "TLS: the server does not speak TLS on this port"
    if "VERSION" in reason or "PROTOCOL" in reason:
        return "TLS: the server offers only outdated protocol versions"
    if "HANDSHAKE" in reason or "CIPHER" in reason or "DH_KEY" in reason or "KEY_TOO_SMALL" in reason:
        return "TLS: no common encryption (handshake failed)"
    if "UNRECOGNIZED_NAME" in reason or "INTERNAL_ERROR" in reason:
        return "TLS: the server refuses this host name"
    return f"TLS: {plain(reason.lower().replace('_', ' '), 80) or 'the connection failed'}"


def _causes(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    todo: list[BaseException] = [error]
    while todo and len(found) < 50:
        current = todo.pop()
        if current in found:
            continue
        found.append(current)
        if isinstance(current, BaseExceptionGroup):
            todo.extend(current.exceptions)
        todo.extend(cause for cause in (current.__context__, current.__cause__) if cause is not None)
    return found


def _fault(error: Exception, address: guard.Address) -> Fault:
    """What the network did, as a value; a bug of ours is raised again as it is.

    Raises:
        Exception: ``error``, when it is none of the network's.
    """
    if isinstance(error, Fault):
        return error
    causes = _causes(error)
    for cause in causes:
        match cause:
            case _Refused():
                return Fault("unsafe", f"{address.host}: {cause}")
            case ssl.SSLError():
                return Fault("down", describe_tls(cause))
            case socket.gaierror():
                if cause.errno in {socket.EAI_AGAIN, getattr(socket, "EAI_SYSTEM", -11)}:
                    return Fault("down", f"the name {address.host} could not be looked up (DNS)", transient=True)
                return Fault("down", f"the host {address.host} does not exist (DNS)")
            case ConnectionRefusedError():
                return Fault("down", f"{address.server} refuses the connection", transient=True)
    match error:
        case httpcore.ConnectTimeout():
            return Fault("down", f"no connection to {address.server} in time", transient=True)
        case httpcore.TimeoutException():
            return Fault("down", f"{address.server} stopped answering", transient=True)
        case httpcore.ProxyError():
            return Fault("down", f"the configured proxy refuses ({plain(str(error), 80)})")
        case httpcore.ProtocolError() | httpcore.UnsupportedProtocol():
            text = str(error)
            if "without sending complete message body" in text or "peer closed connection" in text:
                return Fault("down", "the connection closed before the page was complete", transient=True)
            return Fault("down", f"the server does not speak proper HTTP ({plain(text, 100)})", transient=True)
        case httpcore.NetworkError():
            return Fault("down", f"the connection to {address.server} failed", transient=True)
        case UnicodeError():
            return Fault("no-url", "the host of the URL is no host name")
        case OSError():
            return Fault("down", f"the connection to {address.server} failed ({plain(error.strerror or '', 60)})", True)
    raise error
