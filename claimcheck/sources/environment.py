"""What the environment says of proxies, without importing an HTTP client."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_network

from claimcheck.sources.guard import Address, is_loopback


def proxies(environment: Mapping[str, str]) -> dict[str, str]:
    """Proxy URL by scheme ("http", "https", "all"), and what goes past it ("no"). Lower-case variables win.

    HTTP_PROXY in capitals is not trusted under CGI, where a visitor's ``Proxy:`` header sets it (httpoxy).
    """
    found: dict[str, str] = {}
    for scheme in ("http", "https", "all", "no"):
        value = environment.get(f"{scheme}_proxy")
        if value is None and not (scheme == "http" and "REQUEST_METHOD" in environment):
            value = environment.get(f"{scheme.upper()}_PROXY")
        if value and value.strip():
            found[scheme] = value.strip()
    return found


def proxy_for(address: Address, found: Mapping[str, str]) -> str | None:
    """The proxy for ``address``, ``None`` for a direct connection. This machine is always reached directly."""
    proxy = found.get(address.scheme) or found.get("all")
    if proxy is None:
        return None
    if is_loopback(address) or _is_bypassed(address, found.get("no", "")):
        return None
    return proxy


def _is_bypassed(address: Address, no_proxy: str) -> bool:
    for entry in no_proxy.lower().split(","):
        name = entry.strip().lstrip(".").removeprefix("*.")
        if not name:
            continue
        if name == "*" or name in {address.host, f"{address.host}:{address.port}"}:
            return True
        if address.literal is None:
            if address.host.endswith(f".{name}") or f"{address.host}:{address.port}".endswith(f".{name}"):
                return True
        elif "/" in name:
            try:
                network = ip_network(name, strict=False)
            except ValueError:
                continue
            if address.literal.version == network.version and address.literal in network:
                return True
    return False


def proxy_note(environment: Mapping[str, str]) -> str | None:
    """What a report says of a configured proxy, without its address (it may carry a password)."""
    if not proxies(environment).keys() - {"no"}:
        return None
    return (
        "a proxy is configured: it does the resolving, so addresses behind it could not be checked, only the URLs and "
        "redirects themselves"
    )
