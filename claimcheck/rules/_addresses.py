"""What the address of a reference gives away without being opened."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from claimcheck.model import Reference

_DEVELOPMENT_LABELS = frozenset({"dev", "devel", "development", "staging", "stage", "test", "testing", "preview", "qa",
                                 "uat", "sandbox"})  # fmt: skip
_PRIVATE_ENDINGS = ("localhost", ".local", ".localhost", ".internal", ".test", ".invalid", ".lan")
_PROXY_LABELS = re.compile(r"(?:ez|lib)?-?proxy[0-9]*|openurl[0-9]*|ezp[0-9]*|linkresolver|sfx")


def parsed(url: str) -> SplitResult | None:
    """The parts of a web address; ``None`` when it is none (see ``malformed``)."""
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.scheme.lower() in {"http", "https"} and parts.hostname else None


def host_of(reference: Reference) -> str:
    """The host of a reference's address in lower case, or nothing."""
    parts = parsed(reference.url or "")
    return (parts.hostname or "") if parts else ""


def malformed(url: str) -> str | None:
    """Why ``url`` cannot be the address of a page; ``None`` when it can."""
    if re.search(r"\s", url.strip()):
        return "it holds white space"
    if re.match(r"https?:?/?/?https?:", url, re.IGNORECASE):
        return "its scheme stands there twice"
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "its host or port cannot be read"
    if not parts.scheme or "." in parts.scheme:
        return "it does not begin with http:// or https://"
    if parts.scheme.lower() not in {"http", "https"}:
        return f"it begins with {parts.scheme}:, not with http:// or https://"
    if not host:
        return "it names no host"
    if not _is_host(host):
        return f"{host} is no host name"
    # news.example.org/a/https%3A%2F%2Fnews.example.org%2Fa, an address pasted into itself. Archives do so rightly.
    if re.search(r"https?%3a(?:%2f|/){2}", parts.path, re.IGNORECASE) and "archive" not in host:
        return "a second address is pasted into its path"
    return _loose_end(url.strip())


def _is_host(host: str) -> bool:
    if host == "localhost" or ":" in host:
        return True
    labels = host.rstrip(".").split(".")
    return len(labels) > 1 and all(re.fullmatch(r"[\w-]{1,63}", label) for label in labels)


def _loose_end(url: str) -> str | None:
    end = url[-1:]
    if end in set(".,;:!\"'»”’>…") or url.endswith("..."):
        return f"it ends in {end}, which belongs to the sentence around it"
    if end in ")]}" and url.count(end) > url.count({")": "(", "]": "[", "}": "{"}[end]):
        return f"it ends in {end}, which belongs to the sentence around it"
    return None


def is_front_page(url: str) -> bool:
    """True for a host alone: an address that shows something else every day."""
    parts = parsed(url)
    return parts is not None and parts.path in {"", "/"} and not parts.query and not parts.fragment


def development(url: str) -> str | None:
    """The host when it is one that is not meant for the public."""
    parts = parsed(url)
    if parts is None:
        return None
    host = (parts.hostname or "").rstrip(".")
    first = host.split(".")[0]
    words = re.split(r"[-_]", first)
    if host.endswith(_PRIVATE_ENDINGS) or first in _DEVELOPMENT_LABELS:
        return host
    if len(words) > 1 and (words[0] in _DEVELOPMENT_LABELS or words[-1] in _DEVELOPMENT_LABELS):
        return host
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return None
    return host if address.is_private or address.is_loopback else None


def proxied(url: str) -> str | None:
    """The host when the address leads through a library's door, which opens to its members only."""
    parts = parsed(url)
    if parts is None:
        return None
    host = parts.hostname or ""
    labels = host.split(".")
    if any(_PROXY_LABELS.fullmatch(label) for label in labels[:-2]) or host.endswith(".idm.oclc.org"):
        return host
    if host in {"search.ebscohost.com", "web.ebscohost.com", "search.proquest.com"}:
        return host
    return host if re.fullmatch(r"/login/?", parts.path) and re.match(r"q?url=", parts.query) else None


def bare(url: str) -> str:
    """``url`` without what does not change the page: scheme, ``www.``, a final slash, a fragment."""
    parts = parsed(url)
    if parts is None:
        return url.strip()
    host = re.sub(r"^www\.", "", parts.hostname or "")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


def is_host_name(title: str, reference: Reference) -> bool:
    """True when ``title`` is nothing but the name of a site: "www.heritage.org"."""
    name = title.strip().rstrip(".").lower()
    if not re.fullmatch(r"(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}", name):
        return False
    host = host_of(reference)
    name = re.sub(r"^www\.", "", name)
    if host:
        return host == name or host.endswith("." + name)
    return title.strip().lower().startswith("www.") or name.rsplit(".", 1)[1] in {
        "com",
        "org",
        "net",
        "edu",
        "gov",
        "int",
    }
