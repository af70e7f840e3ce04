"""How sources are fetched, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from claimcheck import __version__
from claimcheck.config import Host
from claimcheck.sources.budget import Budget
from claimcheck.sources.guard import Network

Mode = Literal["online", "offline", "frozen"]
"""``online``: fetch, and ask anew for what is stored; ``offline``: what is stored; ``frozen``: lock and store only."""

USER_AGENT = f"claimcheck/{__version__} (reads the pages that a text cites; one request a page)"


@dataclass(frozen=True, slots=True)
class Settings:
    """Times are in seconds, sizes in bytes after decoding.

    ``timeout_s`` is the time on the wire for one URL, redirects and retries included, waits excluded. A server that
    asks for more patience than ``longest_wait_s`` at once or ``total_wait_s`` for one URL is ``throttled``.
    """

    mode: Mode = "online"
    refresh: bool = False
    """Fetch everything whole, even what the server would call unchanged."""
    jobs: int = 48
    """Requests under way at once, over all hosts."""
    per_host: int = 2
    gap_s: float = 0.1
    """Time between the starts of two requests to one public host."""
    allow_net: tuple[Network, ...] = ()
    timeout_s: float = 30.0
    retries: int = 2
    """Tries after the first, each after all other URLs had their turn."""
    backoff_s: float = 1.0
    """The longest wait before the first retry; doubled each time, and the wait itself is drawn from 0 to it."""
    longest_wait_s: float = 60.0
    total_wait_s: float = 120.0
    slowest: int = 500
    """Bytes a second that a body must bring on average; a server that drips holds one of its two places for nothing."""
    patience_s: float = 10.0
    """Time from the first byte of a body until its rate counts."""
    max_hops: int = 10
    page_bytes: int = 20 * 1024 * 1024
    pdf_bytes: int = 100 * 1024 * 1024
    user_agent: str = USER_AGENT
    robots: bool = False
    """Ask robots.txt first. Off by default: a cited page is one fetch, at a person's request."""
    archive: str | None = None
    """Where a Memento archive answers; the address of a page is written behind it. ``None``: no archive is asked."""
    archive_index: str | None = None
    """Where that archive lists its copies (CDX); asked when the other way leads to none. ``None``: it is not asked."""
    hosts: Mapping[str, Host] = field(default_factory=dict)
    """What a person decided for single hosts."""
    budget: Budget = field(default_factory=Budget, compare=False)
    """What the whole run may spend, over all URLs."""
