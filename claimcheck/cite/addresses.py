"""Web addresses, DOIs and arXiv numbers as keys."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

URL = re.compile(
    r"(?:https?://|ftp://|\bwww\.(?=[\w-]+\.))[^\s<>\"“”«»，。；、）（」』】|{}\\^`\x00-\x20]+", re.IGNORECASE
)
DOI = re.compile(r"\b(?:doi:?\s*|DOI:?\s*)?(10\.\d{4,9}/[^\s<>\"“”；，。]+)", re.IGNORECASE)
ARXIV = re.compile(r"\barXiv:\s?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+/\d{7})", re.IGNORECASE)
HOST = re.compile(r"(?:https?://)?((?:[\w-]{1,63}\.){1,6}[a-z]{2,18})/?", re.IGNORECASE)


def host_of(url: str) -> str:
    """Host of an address without "www.", lower case; empty when it has none."""
    try:
        host = urlsplit(url if "://" in url else f"http://{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def address_of(url: str) -> str:
    """An address to compare by: without scheme, "www.", fragment and closing slash."""
    bare = re.sub(r"^[a-z]+://", "", url.strip(), flags=re.IGNORECASE).split("#", 1)[0].rstrip("/")
    host, slash, path = bare.partition("/")
    return host.lower().removeprefix("www.") + slash + path


def trim_url(url: str) -> str:
    """Cuts the punctuation that ends the sentence, not the address; a bracket stays when its partner is inside."""
    while url:
        last = url[-1]
        if (
            last in ".,;:!?'’*_\"…"
            or (last == ")" and url.count("(") < url.count(")"))
            or (last == "]" and url.count("[") < url.count("]"))
        ):
            url = url[:-1]
        else:
            break
    return url


def find_url(text: str) -> str | None:
    """The first web address of an entry; a DOI or arXiv number becomes its canonical address."""
    found = [trim_url(match.group()) for match in URL.finditer(text)]
    whole = next((url for url in found if "://" in url and len(url) > 10), None)
    if whole:
        return whole
    doi = DOI.search(text)
    if doi:
        return "https://doi.org/" + trim_url(doi.group(1))
    arxiv = ARXIV.search(text)
    if arxiv:
        return f"https://arxiv.org/abs/{arxiv.group(1)}"
    # "www.cfr.org" beside a full address is a site's name; alone it is the address.
    return next((url for url in found if len(url) > 6), None)
