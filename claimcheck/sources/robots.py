"""robots.txt, for those who ask for it (``--robots``): one fetch a server, kept for the run."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from claimcheck.sources import fetch, guard
from claimcheck.sources.client import Client
from claimcheck.sources.settings import Settings

LARGEST = 500 * 1024
"""Bytes that are read of it, as RFC 9309 has it."""


@dataclass(slots=True)
class Robots:
    """What the robots.txt of each server says to us."""

    _known: dict[tuple[str, str, int], asyncio.Task[Any]] = field(default_factory=dict)

    async def refusal(
        self, address: guard.Address, client: Client, gate: fetch.Gate, settings: Settings
    ) -> fetch.Failure | None:
        """Why ``address`` must not be asked; ``None`` when it may be. A pause that it asks for is noted at the gate."""
        if address.path == "/robots.txt":
            return None
        if address.origin not in self._known:
            self._known[address.origin] = asyncio.create_task(_rules(address, client, gate, settings))
        rules = await self._known[address.origin]
        if isinstance(rules, fetch.Failure):
            return rules
        if rules is None:
            return None
        if not rules.can_fetch(address.url, settings.user_agent):
            detail = f"robots.txt of {address.host} asks automatic readers to stay away (--robots)"
            return fetch.Failure("blocked", detail, final=address)
        delay = rules.crawl_delay(settings.user_agent)
        if delay:
            gate.slow_down(address, min(float(delay), settings.longest_wait_s))
        return None


async def _rules(address: guard.Address, client: Client, gate: fetch.Gate, settings: Settings) -> Any:
    """The rules, ``None`` where there are none, a failure where they could not be read (then nobody may enter)."""
    place = guard.parse(f"{address.url.partition('://')[0]}://{address.url.split('/')[2]}/robots.txt")
    errand = fetch.errand(place, None, settings)
    await fetch.run(errand, client, gate, settings)
    match errand.ending:
        case fetch.Answer(status=status, body=body) if 200 <= status < 300:
            from protego import Protego

            return Protego.parse(body.whole()[:LARGEST].decode("utf-8", "replace"))
        case fetch.Answer(status=status) if 400 <= status < 500:
            return None
        case fetch.Failure() as failure:
            detail = f"robots.txt of {address.host} could not be read (--robots): {failure.detail}"
            return fetch.Failure(failure.outcome, detail, False, failure.wait_s, failure.status, address)
        case _:
            return fetch.Failure("down", f"robots.txt of {address.host} could not be read (--robots)", final=address)
