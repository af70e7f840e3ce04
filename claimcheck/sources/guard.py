"""Which addresses may be fetched: decided on the URL first, and again on every IP address at connect time.

A text under audit is written by somebody else, and so is every redirect: without this a reference could make the
auditor's machine read its own metadata service, a printer, or a database. Opens no socket.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, quote, urlsplit

from claimcheck.errors import UsageError
from claimcheck.sources.identifiers import resolve

IPAddress = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

LONGEST_URL = 8_000
"""Characters. Servers refuse longer request lines, and no bibliography holds one."""
WEB_PORTS = frozenset({80, 443})
NEVER_FETCHED = frozenset(
    {"ftp", "ftps", "sftp", "file", "gopher", "data", "javascript", "mailto", "ws", "wss", "ldap", "dict", "telnet",
     "ssh", "smb", "tel", "blob", "about", "chrome", "jar", "view-source", "git", "news", "urn"}
)  # fmt: skip
"""Schemes that exist and are none of our business; any other unknown scheme is a typing mistake ("htps")."""

# IANA special-purpose registries (2024). Written out, because ``ipaddress`` of Python 3.11 calls multicast,
# fec0::/10, 192.88.99.0/24 and the 64:ff9b::/96 and 2002::/16 forms of 169.254.169.254 global.
_SPECIAL_V4: tuple[tuple[IPv4Network, str], ...] = tuple(
    (IPv4Network(network), name)
    for network, name in (
        ("0.0.0.0/8", "this host"),
        ("10.0.0.0/8", "private network"),
        ("100.64.0.0/10", "carrier network"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local, cloud metadata"),
        ("172.16.0.0/12", "private network"),
        ("192.0.0.0/24", "protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private network"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
_GLOBAL_V6 = IPv6Network("2000::/3")
_SPECIAL_V6: tuple[tuple[IPv6Network, str], ...] = tuple(
    (IPv6Network(network), name)
    for network, name in (
        ("::1/128", "loopback"),
        ("::/128", "this host"),
        ("::ffff:0:0/96", "IPv4-mapped"),
        ("::/96", "IPv4-compatible"),
        ("64:ff9b::/96", "IPv4 behind NAT64"),
        ("64:ff9b:1::/48", "IPv4 behind NAT64"),
        ("100::/64", "discard"),
        ("2001::/23", "protocol assignments, Teredo"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("3fff::/20", "documentation"),
        ("fc00::/7", "private network"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"),
        ("ff00::/8", "multicast"),
    )
)
_LOCAL_NAMES = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".corp", ".home")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{0,30}(?=:)")


class MalformedURL(ValueError):
    """Something that is no web address; the message says why, for a person."""


class ForbiddenURL(ValueError):
    """A web address that is never fetched whatever it resolves to; the message says why."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address in normal form. ``url`` is ASCII, without fragment; ``literal`` is set when the host is an IP."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    query: str
    fragment: str
    literal: IPAddress | None = None

    @property
    def server(self) -> str:
        """What counts as one host for politeness: http and https of a name share it, other ports stand alone."""
        return self.host if self.port in WEB_PORTS else f"{self.host}:{self.port}"

    @property
    def origin(self) -> tuple[str, str, int]:
        return (self.scheme, self.host, self.port)

    @property
    def is_root(self) -> bool:
        """True for the bare front page of a host."""
        return self.path in {"", "/"} and not self.query


@lru_cache(2048)  # every room asks for the same addresses again
def parse(url: str) -> Address:
    """The address that ``url`` means.

    Raises:
        MalformedURL: it is no http or https address at all.
        ForbiddenURL: it names another scheme, or carries credentials.
    """
    text = resolve(url.strip())
    if not text:
        raise MalformedURL("the URL is empty")
    if len(text) > LONGEST_URL:
        raise MalformedURL(f"the URL is longer than {LONGEST_URL:,} characters")
    if any(ord(character) <= 32 or 0x7F <= ord(character) <= 0xA0 or character.isspace() for character in text):
        raise MalformedURL("the URL holds a space or a control character")
    if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        raise MalformedURL("the URL holds a broken character")
    found = _SCHEME.match(text)
    scheme = found[0].lower() if found else ""
    if scheme in NEVER_FETCHED:
        raise ForbiddenURL(f"only http and https are fetched, not {scheme}:")
    if scheme not in {"http", "https"} or not text[len(scheme) :].startswith("://"):
        raise MalformedURL("the URL does not begin with http:// or https://")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise MalformedURL(f"the URL cannot be read ({error})") from None
    if "\\" in parts.netloc:
        # Browsers read "\" as "/", other parsers do not: two parsers that disagree on the host are an old trick.
        raise MalformedURL("the host of the URL holds a backslash")
    if "@" in parts.netloc:
        raise ForbiddenURL("the URL carries a user name or password")
    if port == 0:
        raise MalformedURL("the port of the URL is 0")
    host, literal = _read_host(parts)
    default = 443 if scheme == "https" else 80
    shown = f"[{host}]" if isinstance(literal, IPv6Address) else host
    netloc = shown if port in {None, default} else f"{shown}:{port}"
    path = quote(parts.path.replace("\\", "%5C"), safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    normal = f"{scheme}://{netloc}{path or '/'}" + (f"?{query}" if query else "")
    return Address(normal, scheme, host, port or default, path or "/", query, parts.fragment, literal)


def _read_host(parts: SplitResult) -> tuple[str, IPAddress | None]:
    host = (parts.hostname or "").lower()
    if parts.netloc.startswith("["):
        try:
            if "%" in host:
                raise ValueError
            literal = IPv6Address(host)
        except ValueError:
            raise MalformedURL("the host of the URL is no IPv6 address") from None
        return literal.compressed, literal
    if not host.isascii():
        host = _to_ascii(host)
    host = host.removesuffix(".")
    if not host or len(host) > 253:
        raise MalformedURL("the URL has no host" if not host else "the host of the URL is too long")
    labels = host.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise MalformedURL("the host of the URL is no host name")
    # The last label decides, as in browsers: 2130706433, 0x7f.1 and 017700000001 are all 127.0.0.1.
    if labels[-1].isdigit() or re.fullmatch(r"0x[0-9a-f]*", labels[-1]):
        try:
            address = IPv4Address(socket.inet_aton(host))
        except (OSError, ValueError):
            raise MalformedURL("the host of the URL is no IPv4 address") from None
        return str(address), address
    return host, None


def _to_ascii(host: str) -> str:
    import idna  # only for hosts outside ASCII: its tables take 20 ms to load

    try:
        return idna.encode(host, uts46=True, transitional=False).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise MalformedURL("the host of the URL is no valid international name") from None


def special(address: IPAddress) -> str | None:
    """The name of the special-purpose range that holds ``address``; ``None`` when it is on the public internet."""
    if isinstance(address, IPv4Address):
        return next((name for network, name in _SPECIAL_V4 if address in network), None)
    name = next((name for network, name in _SPECIAL_V6 if address in network), None)
    if name is None and address not in _GLOBAL_V6:
        return "not on the public internet"
    return name


def is_opened(address: IPAddress, allow_net: Sequence[Network]) -> bool:
    """True when ``allow_net`` opens ``address`` (the IPv4-mapped form counts as the IPv4 address)."""
    plain = address.ipv4_mapped if isinstance(address, IPv6Address) and address.ipv4_mapped else address
    return any(plain.version == network.version and plain in network for network in allow_net)


def refuse_address(address: IPAddress, port: int, allow_net: Sequence[Network]) -> str | None:
    """Why a connection to ``address`` is forbidden, in words; ``None`` when it is allowed."""
    if is_opened(address, allow_net):
        return None
    name = special(address)
    if name is not None:
        return f"{address} is not a public address ({name})"
    if port not in WEB_PORTS:
        return f"port {port} is neither 80 nor 443"
    return None


def choose(addresses: Sequence[IPAddress], port: int, allow_net: Sequence[Network]) -> tuple[IPAddress, ...] | str:
    """The addresses of one host that may be connected to, or why none may.

    Addresses that ``allow_net`` opens are used alone. Otherwise every address must be allowed: a name that resolves to
    a public and a private address at once is either broken or an attack.
    """
    opened = tuple(address for address in addresses if is_opened(address, allow_net))
    if opened:
        return opened
    for address in addresses:
        reason = refuse_address(address, port, allow_net)
        if reason is not None:
            return reason
    return tuple(addresses) if addresses else "the host has no address"


def refuse(address: Address, allow_net: Sequence[Network], *, proxied: bool = False) -> str | None:
    """Why ``address`` is refused before anything is resolved; ``None`` when the connection decides.

    With ``proxied`` the proxy does the resolving and nothing is checked at connect time, so names that are local by
    their form are refused here as well.
    """
    if address.literal is not None:
        return refuse_address(address.literal, address.port, allow_net)
    if address.port not in WEB_PORTS and (not allow_net or proxied):
        return f"port {address.port} is neither 80 nor 443"
    if proxied and ("." not in address.host or f".{address.host}".endswith(_LOCAL_NAMES)):
        return f"{address.host} is a name of a local network"
    return None


def is_loopback(address: Address) -> bool:
    """True for this machine by name or number: such an address is never sent to a proxy."""
    if address.literal is not None:
        return address.literal.is_loopback
    return address.host == "localhost" or address.host.endswith(".localhost")


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Networks for ``--allow-net``.

    Raises:
        UsageError: one of them is no network in CIDR notation.
    """
    found: list[Network] = []
    for text in texts:
        try:
            found.append(ip_network(text.strip(), strict=False))
        except ValueError as error:
            raise UsageError(
                f"not a network: {text!r} ({error})",
                remedy="give an address range in CIDR notation, for example 10.20.0.0/16 or 127.0.0.1/32",
            ) from None
    return tuple(found)


def read_ip(text: str) -> IPAddress | None:
    """``text`` as an IP address without its zone ("fe80::1%eth0"), ``None`` when it is none."""
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None
