"""What a person decided for single hosts: headers to send, and outcomes to take otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claimcheck.config import Host
from claimcheck.errors import UsageError
from claimcheck.model import Outcome
from claimcheck.sources import guard

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,80}")


def settings_for(address: guard.Address, hosts: Mapping[str, Host]) -> Host | None:
    """What is set for the host of ``address``: by host and port, by host, or by "*.example.org" (all below it)."""
    for name in (f"{address.host}:{address.port}", address.host):
        if name in hosts:
            return hosts[name]
    parts = address.host.split(".")
    wider = (f"*.{'.'.join(parts[start:])}" for start in range(1, len(parts)))
    return next((hosts[name] for name in wider if name in hosts), None)


def overruled(url: str, outcome: Outcome, hosts: Mapping[str, Host]) -> Outcome:
    """The outcome that counts for ``url`` when its page was judged to be ``outcome``."""
    if not hosts:
        return outcome
    try:
        found = settings_for(guard.parse(url), hosts)
    except ValueError:
        return outcome
    return found.outcomes.get(outcome, outcome) if found else outcome


def secrets(hosts: Mapping[str, Host], environment: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The headers of each host with their values from ``environment``; what is not set there is left out.

    Raises:
        UsageError: a value cannot be sent (the message names its variable and never its value).
    """
    found: dict[str, dict[str, str]] = {}
    for host, settings in hosts.items():
        for name, variable in settings.headers.items():
            value = environment.get(variable, "").strip()
            if not value:
                continue
            if not _NAME.fullmatch(name) or not value.isascii() or not value.isprintable():
                raise UsageError(
                    f"the environment variable {variable} holds what no header can",
                    remedy="set it to one line of plain characters",
                )
            found.setdefault(host, {})[name] = value
    return found


def missing(hosts: Mapping[str, Host], environment: Mapping[str, str]) -> tuple[str, ...]:
    """Notes about headers that are not sent because the environment lacks them."""
    return tuple(
        f"{host} is asked without {name}: the environment variable {variable} is not set"
        for host, settings in sorted(hosts.items())
        for name, variable in settings.headers.items()
        if not environment.get(variable, "").strip()
    )


def is_home(address: guard.Address, first: guard.Address) -> bool:
    """True when ``address`` may see what is meant for the host of ``first``: the same host, encrypted or here.

    A port of its own is another server, and http on the open network shows a password to everybody on the way.
    """
    if address.host != first.host:
        return False
    same_port = address.port == first.port or {address.port, first.port} <= guard.WEB_PORTS
    return same_port and (address.scheme == "https" or guard.is_loopback(address))
