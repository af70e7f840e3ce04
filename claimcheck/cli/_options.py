"""Options that several commands share, and how they become a Config."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from claimcheck import catalogue, config, model
from claimcheck.config import Config
from claimcheck.errors import UsageError
from claimcheck.files import check_writable

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary on standard error.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours (NO_COLOR is respected too).")]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", help="Read this file instead of the nearest claimcheck.toml.", metavar="FILE")
]
Offline = Annotated[bool, typer.Option("--offline", help="Open no connection; use what is stored.")]
Frozen = Annotated[
    bool, typer.Option("--frozen", help="Use only sources that are in the lock and in the store, byte for byte.")
]
Refresh = Annotated[bool, typer.Option("--refresh", help="Fetch every source again, even if it is stored.")]
AllowNet = Annotated[
    list[str] | None,
    typer.Option(help="Also reach this network (an intranet, a test site), on any port. Repeatable.", metavar="CIDR"),
]
Robots = Annotated[bool, typer.Option("--robots", help="Ask robots.txt before each page, and keep to it.")]
Archive = Annotated[
    str | None,
    typer.Option(help='Memento archive to ask for pages that are gone, or "none".', metavar="URL"),
]
Jobs = Annotated[int | None, typer.Option(min=1, max=256, help="Pages fetched at the same time.")]
Rules = Annotated[str | None, typer.Option(help='Only these rules ("a,b"), or all but some ("-a,-b").', metavar="LIST")]
FailOn = Annotated[
    str | None, typer.Option(help="Exit 1 from this severity on: error, warning, note or never.", metavar="LEVEL")
]
AsOf = Annotated[
    str | None, typer.Option(help="The date that decides what has expired (default: today).", metavar="DATE")
]
StoreFolder = Annotated[Path | None, typer.Option("--store", help="Folder of the evidence store.", metavar="DIR")]
LockFile = Annotated[Path | None, typer.Option("--lock", help="The lock file.", metavar="FILE")]
ClaimsFolder = Annotated[Path | None, typer.Option("--claims", help="Folder of the claims files.", metavar="DIR")]
Judge = Annotated[
    str | None,
    typer.Option(help="facts, embedded (default), or the folder of a model of your own.", metavar="NAME|FOLDER"),
]
Format = Annotated[
    str,
    typer.Option("--format", "-f", help=f"One of {', '.join(catalogue.names('reports'))}.", metavar="FORMAT"),
]
Output = Annotated[
    list[str] | None,
    typer.Option("--output", "-o", help="Write to FILE, or as FORMAT:FILE. Repeatable.", metavar="[FORMAT:]FILE"),
]


def configure(
    *,
    file: Path | None = None,
    offline: bool = False,
    frozen: bool = False,
    refresh: bool = False,
    allow_net: list[str] | None = None,
    rules: str | None = None,
    robots: bool = False,
    archive: str | None = None,
    archive_save: str | None = None,
    **options: Any,
) -> Config:
    """The settings of the configuration file, with the options of this call on top.

    Raises:
        UsageError: options that do not go together, or a value that is none.
    """
    settings = config.load(file=file)
    if refresh and (offline or frozen):
        raise UsageError(
            f"--refresh fetches and --{'offline' if offline else 'frozen'} forbids it", remedy="leave one of them out"
        )
    if frozen:
        options["mode"] = "frozen"
    elif offline:
        options["mode"] = "offline"
    if refresh:
        options["refresh"] = True
    if robots:
        options["robots"] = True
    if archive_save is not None:
        options["archive_save"] = _checked("--to", config.check_archive_save, archive_save)
    if archive is not None:
        options["archive"] = _checked("--archive", config.check_archive, archive)
    try:
        if allow_net:
            networks = tuple(config.check_network(network) for network in allow_net)
            options["allow_net"] = (*settings.allow_net, *networks)
        if rules:
            options["select"], options["ignore"] = _chosen(rules, settings)
    except ValueError as error:
        raise UsageError(str(error)) from None
    return config.override(settings, **options)


def _checked(option: str, check: Callable[[str], str], value: str) -> str:
    try:
        return check(value)
    except ValueError as error:
        raise UsageError(f"{option} {error}") from None


def _chosen(rules: str, settings: Config) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Select and ignore lists from "a,b" (only these) and "-a,-b" (all but these)."""
    names = [name.strip() for name in rules.split(",") if name.strip()]
    for name in names:
        config.check_rule(name.removeprefix("-"))
    select = tuple(name for name in names if not name.startswith("-"))
    ignore = tuple(name[1:] for name in names if name.startswith("-"))
    return select or settings.select, (*settings.ignore, *ignore)


def check_fail_on(given: str | None) -> str | None:
    """The severity back, ``None`` when none was given.

    Raises:
        UsageError: it is none.
    """
    if given is not None and given not in get_args(model.FailOn):
        raise UsageError(f"--fail-on {given!r} is no severity", remedy="write error, warning, note or never")
    return given


def check_format(name: str, room: str = "reports") -> str:
    """The name of a report format back.

    Raises:
        UsageError: there is no such format.
    """
    known = catalogue.names(room)
    if name not in known:
        raise UsageError(f"there is no report format {name!r}", remedy=f"the formats are {', '.join(known)}")
    return name


def outputs(given: list[str] | None, default_format: str, *, inputs: Sequence[str] = ()) -> list[tuple[str, str]]:
    """(format, file) pairs from ``--output [FORMAT:]FILE``; "-" is standard output.

    Everything that can go wrong with a name is told here, before an hour is spent on fetching.

    Raises:
        UsageError: no such format, two reports for one file, or a report in place of one of ``inputs``.
        StoreError: a file that cannot be written.
    """
    check_format(default_format)
    pairs: list[tuple[str, str]] = []
    for entry in given or ["-"]:
        prefix, separator, rest = entry.partition(":")
        if separator and prefix in catalogue.names("reports") and rest:
            pairs.append((prefix, rest))
        elif separator and len(prefix) > 1 and prefix.isalpha() and prefix.islower():
            check_format(prefix)  # "md:report.md" names no format, and nobody wants a file of that name
            raise UsageError(f"--output {entry!r} names no file", remedy=f"write {prefix}:FILE, or {prefix}:-")
        else:
            pairs.append((default_format, entry))
    read = {os.path.realpath(path) for path in inputs if path != "-"}
    seen: set[str] = set()
    for _, target in pairs:
        place = target if target == "-" else os.path.realpath(target)
        if place in seen:
            raise UsageError(f"--output names {target!r} twice", remedy="give each report a file of its own")
        if place in read:
            raise UsageError(
                f"--output {target!r} is what is to be read", remedy="give the report a file of its own; - prints it"
            )
        seen.add(place)
        if target != "-":
            check_writable(Path(target))
    return pairs


def as_of(given: str | None) -> date:
    """The date that decides what has expired.

    Raises:
        UsageError: it is no ISO date.
    """
    if given is None:
        return date.today()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise UsageError(f"--as-of {given!r} is not a date", remedy="write it as 2025-01-31") from None


def wants_color(no_color: bool) -> bool:
    """True when standard output is a terminal that takes colours and nobody asked for none."""
    return sys.stdout.isatty() and not no_color and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
