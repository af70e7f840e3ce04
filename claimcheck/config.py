"""Settings of a project: ``claimcheck.toml`` or ``[tool.claimcheck]`` in ``pyproject.toml``, read into a frozen Config.

Options of the command line win over the file, the file over the defaults.
"""

from __future__ import annotations

import ipaddress
import os
import re
import tomllib
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

from claimcheck import catalogue, tables
from claimcheck.errors import ClaimcheckError, Mistake, UnusableFile
from claimcheck.model import OUTCOMES, Confidence, FailOn, Outcome, Severity
from claimcheck.policy import CLAIM_KINDS, Policy, Scope, Sourcing, Thresholds, check_host
from claimcheck.tables import Check, Fault, Faults

ARCHIVE = "https://web.archive.org/web/"
"""The Memento archive that is asked for copies of pages that are gone: the Internet Archive's."""
ARCHIVE_INDEX = "https://web.archive.org/cdx/search/cdx"
"""Where the same archive lists its copies (CDX)."""
ARCHIVE_SAVE = "https://web.archive.org/save/"
"""Where it takes addresses of pages to keep."""
Mode = Literal["online", "offline", "frozen"]


@dataclass(frozen=True, slots=True)
class Host:
    """What a person decided for one host. ``headers``: names of environment variables by header name."""

    headers: dict[str, str] = field(default_factory=dict)
    outcomes: dict[Outcome, Outcome] = field(default_factory=dict)
    """What to take a page for that is judged to be the outcome before it."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that decides how an audit runs, beside the texts themselves."""

    fail_on: FailOn = "error"
    """Open findings of this severity or above make the exit code 1."""
    strict: bool = False
    """Exit 3 when anything was left unchecked."""
    select: tuple[str, ...] = ()
    """Rules to run; empty means all."""
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    """Rules whose default severity is replaced."""
    claims: Path | None = None
    """Folder of claims files; ``None``: ``claims`` beside the configuration file (or in the working folder)."""
    against: tuple[Path, ...] = ()
    """Claims files, or folders of them, of earlier texts that the claims are held against."""
    store: Path | None = None
    """Folder of the evidence store; ``None``: ``.claimcheck`` beside the configuration file, else per user."""
    lock: Path | None = None
    """The lock file; ``None``: ``claimcheck.lock`` beside the configuration file (or in the working folder)."""
    judge: str = "embedded"
    """``facts``, ``embedded`` (the facts and the model that comes along), or the folder of a sentence-pair model."""
    baseline: Path | None = None
    """Findings that are known; ``None``: ``claimcheck.baseline`` beside the configuration file, where it exists."""
    policy: Policy = field(default_factory=Policy)
    changed_since: str | None = None
    """A commit of the texts' git repository: only what changed since then is audited."""
    mode: Mode = "online"
    refresh: bool = False
    max_time: float | None = None
    """Seconds after which nothing more is fetched or judged; ``None``: no limit."""
    max_requests: int | None = None
    """Requests after which nothing more is fetched; redirects and retries count."""
    jobs: int = 48
    """Pages fetched at the same time (never more than two from one host)."""
    timeout: float = 30.0
    """Seconds a URL may take altogether, redirects and retries of a stalled body included."""
    retries: int = 2
    allow_net: tuple[str, ...] = ()
    """Networks in CIDR notation that the guard lets through, on any port."""
    robots: bool = False
    """Ask robots.txt before a page."""
    archive: str | None = None
    """Address of a Memento archive, or "none"; ``None``: the Internet Archive, and none with ``allow_net``."""
    archive_index: str | None = None
    """Where that archive lists its copies (CDX), or "none"; ``None``: the Internet Archive, for its own copies."""
    archive_save: str | None = None
    """Where ``sources save`` hands pages to be kept; ``None``: the Internet Archive, unless ``archive`` is another."""
    access: dict[str, Host] = field(default_factory=dict)
    """How single hosts are asked, by name ("news.example", "*.example.org", "news.example:8080")."""
    root: Path = Path()
    """Folder of the configuration file, else the working folder."""
    file: Path | None = None
    """The configuration file itself, when there is one."""

    @property
    def claims_folder(self) -> Path:
        return self.claims if self.claims is not None else self.root / "claims"

    @property
    def archive_address(self) -> str | None:
        """Where to ask for archived copies. Pages of an intranet are nobody else's business, not even by their URL."""
        if self.archive is not None:
            return None if self.archive == "none" else self.archive
        return None if self.allow_net else ARCHIVE

    @property
    def archive_index_address(self) -> str | None:
        """Where the archive's list of copies is asked; each list knows only the copies of its own archive."""
        if self.archive_index is not None:
            return None if self.archive_index == "none" else self.archive_index
        return ARCHIVE_INDEX if self.archive_address == ARCHIVE else None

    @property
    def archive_save_address(self) -> str | None:
        """Where pages are handed to be kept, when a person asks for it."""
        return self.archive_save or (ARCHIVE_SAVE if self.archive in {None, ARCHIVE} else None)

    @property
    def lock_file(self) -> Path:
        return self.lock if self.lock is not None else self.root / "claimcheck.lock"

    @property
    def baseline_file(self) -> Path:
        return self.baseline if self.baseline is not None else self.root / "claimcheck.baseline"

    @property
    def store_folder(self) -> Path:
        if self.store is not None:
            return self.store
        if self.file is not None:
            return self.root / ".claimcheck"
        from platformdirs import user_data_path

        return user_data_path("claimcheck", appauthor=False) / "evidence"


# --- Reading the file ---------------------------------------------------------------------------------------------


def check_rule(name: str) -> str:
    """The rule's name back.

    Raises:
        ValueError: no rule has that name; the message names the nearest one.
    """
    return _known(name, catalogue.names("rules"), "rule")


def _known(name: str, known: tuple[str, ...], kind: str) -> str:
    if name in known:
        return name
    near = get_close_matches(name, known, 1)
    raise ValueError(f"there is no {kind} {name!r}; " + (f"did you mean {near[0]!r}?" if near else f"{_all(known)}"))


def _all(known: tuple[str, ...]) -> str:
    return f"there are {', '.join(known)}" if len(known) < 12 else "claimcheck rules lists them"


def check_network(value: str) -> str:
    """A network in CIDR notation, normalised.

    Raises:
        ValueError: it is none.
    """
    try:
        return str(ipaddress.ip_network(value, strict=False))
    except ValueError:
        raise ValueError(f"{value!r} is not a network; write an address range such as 10.0.0.0/8") from None


def _claim_kind(name: str) -> str:
    return _known(name, CLAIM_KINDS, "kind of claim")


def _path(value: Any) -> Path:
    if not isinstance(value, str) or not value:
        raise ValueError("must be a path in quotes")
    return Path(value)


def _judge(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError('must be "facts", "embedded" or the folder of a model, in quotes')
    return value


def _address(value: Any, example: str, *, none: bool = True) -> str:
    known = isinstance(value, str) and bool(re.match(r"https?://[^/\s]", value) or (none and value == "none"))
    if not known:
        choice = '"none" or an address' if none else "an address"
        raise ValueError(f'must be {choice} such as "{example}"')
    return str(value)


def check_archive(value: Any) -> str:
    """The address of an archive back, or "none".

    Raises:
        ValueError: it is neither.
    """
    found = _address(value, ARCHIVE)
    return found if found == "none" or found.endswith(("/", "=")) else found + "/"


def check_archive_save(value: Any) -> str:
    """The address back at which an archive takes pages to keep.

    Raises:
        ValueError: it is none.
    """
    found = _address(value, ARCHIVE_SAVE, none=False)
    return found if found.endswith(("/", "=")) else found + "/"


_JUDGED = frozenset({"ok", "moved", "soft404", "front-page", "wrong-page", "abstract-only", "blocked", "wall"})
"""Outcomes that are a judgement on a page that was read, which a person may know better."""
_ABSENT = frozenset({"gone", "blocked", "down", "throttled"})
"""Outcomes without a page: a person may know which of them it is (a host that says 404 to programs blocks them)."""
_OURS = frozenset({"host", "connection", "content-length", "transfer-encoding", "accept-encoding", "te", "upgrade"})


def _header(name: str) -> None:
    if name.lower() in _OURS or not re.fullmatch(r"[A-Za-z0-9_-]{1,80}", name):
        raise ValueError(f"the header {name!r} cannot be set")


def _variable(value: Any) -> None:
    # A value in this file would be under version control: only the name of a variable is taken.
    if not isinstance(value, str) or not re.fullmatch(r"[A-Z_][A-Z0-9_]{0,100}", value):
        raise ValueError("must be the name of an environment variable, never a value")


_JUDGEMENT = tables.choice(*(outcome for outcome in OUTCOMES if outcome in _JUDGED | _ABSENT))


def _outcomes(value: Any) -> dict[Outcome, Outcome]:
    found: dict[Outcome, Outcome] = tables.named(_JUDGEMENT, _JUDGEMENT, '{ wall = "ok" }')(value)
    for judged, counted in found.items():
        if judged not in _JUDGED and counted not in _ABSENT:
            raise ValueError(f"{judged} means that no page was read: it cannot be taken for {counted}")
    return found


_ACCESS = tables.table({
    "headers": tables.named(_header, _variable, '{ Cookie = "MY_COOKIE" }'),
    "outcomes": _outcomes,
})  # fmt: skip


def _access(value: Any) -> dict[str, Host]:
    if not isinstance(value, dict):
        raise ValueError('must hold tables such as [access."news.example"]')
    found, faults = {}, list[Fault]()
    for host, entry in value.items():
        try:
            found[host.lower()] = Host(**_ACCESS(entry))
        except Faults as error:
            faults += [replace(fault, keys=(host, *fault.keys)) for fault in error.faults]
        except ValueError as error:
            faults.append(Fault((host,), f"{host}: {error}"))
    if faults:
        raise Faults(faults)
    return found


def _folders(value: Any) -> tuple[Path, ...]:
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, str) and entry for entry in entries):
        raise ValueError('must be a path in quotes, or a list of them such as ["claims/2023"]')
    return tuple(map(Path, entries))


_RULES: dict[str, Check] = {
    "select": tables.words(check_rule, '["insecure-url"]'),
    "ignore": tables.words(check_rule, '["insecure-url"]'),
    "severity": tables.named(check_rule, tables.choice(*get_args(Severity)), '{ insecure-url = "error" }'),
}
_HOSTS = tables.words(check_host, '["example.org"]')


def _scope(key: str, patterns: Check) -> Check:
    """One entry of ``[[files]]`` or ``[[hosts]]``: for what it holds, and what holds there."""
    check = tables.table({key: patterns, **_RULES})

    def build(value: Any) -> Scope:
        found = check(value)
        if not found.get(key):
            raise Faults([Fault((), f"the entry names no {key}", f'add {key} = ["..."]')])
        return Scope(found.pop(key), **found)

    return build


def _built(kind: type, checks: dict[str, Check]) -> Check:
    check = tables.table(checks)
    return lambda value: kind(**check(value))


KEYS: dict[str, Check] = {
    "fail-on": tables.choice(*get_args(FailOn)),
    "strict": tables.flag,
    **_RULES,
    "claims": _path,
    "against": _folders,
    "store": _path,
    "lock": _path,
    "baseline": _path,
    "judge": _judge,
    "jobs": tables.number(1, 256, int),
    "timeout": tables.number(1, 3600),
    "retries": tables.number(0, 10, int),
    "max-time": tables.number(1, 1_000_000),
    "max-requests": tables.number(1, 1_000_000_000, int),
    "allow-net": tables.words(check_network, '["10.0.0.0/8"]'),
    "robots": tables.flag,
    "archive": check_archive,
    "archive-index": lambda value: _address(value, ARCHIVE_INDEX),
    "archive-save": check_archive_save,
    "access": _access,
}
"""Every key of the file with the check that turns its value into a setting, those of ``POLICY`` aside."""

POLICY: dict[str, Check] = {
    "files": tables.entries(_scope("paths", tables.words(str, '["drafts/**"]')), '[{ paths = ["drafts/**"] }]'),
    "hosts": tables.entries(_scope("hosts", _HOSTS), '[{ hosts = ["example.org"] }]'),
    "sources": _built(
        Sourcing,
        {
            "trusted": _HOSTS,
            "trusted-only": tables.flag,
            "refused": _HOSTS,
            "own": _HOSTS,
            "required": tables.named(_claim_kind, tables.number(0, 100, int), "{ quotation = 2 }"),
        },
    ),
    "thresholds": _built(
        Thresholds,
        {
            "confidence": tables.choice(*get_args(Confidence)),
            "findings": tables.number(0, 1_000_000, int),
            "unchecked": tables.number(0, 1),
        },
    ),
}
"""The tables of the file that make up the policy."""


def load(start: Path | None = None, file: Path | None = None) -> Config:
    """The settings that hold in ``start`` (default: the working folder).

    The nearest ``claimcheck.toml`` or ``pyproject.toml`` with a ``[tool.claimcheck]`` table, upwards, is read; or just
    ``file`` when it is given.

    Raises:
        UnusableFile: the file has mistakes; all of them, with their lines.
    """
    found = _named(file) if file is not None else _nearest((start or Path.cwd()).absolute())
    if found is None:
        return Config(root=start or Path())
    if found[1] is None:  # a pyproject.toml was named that has no table of ours
        return Config(root=found[0].parent, file=found[0])
    path, table, source, under = found
    try:
        settings: dict[str, Any] = tables.table(KEYS | POLICY)(table)
    except ValueError as error:
        faults = error.faults if isinstance(error, Faults) else (Fault((), f"the settings {error}"),)
        places = tables.Places(source, under)
        mistakes = [Mistake(places.line(fault.keys), fault.message, fault.remedy) for fault in faults]
        raise UnusableFile(str(path), sorted(mistakes, key=lambda mistake: mistake.line)) from None
    settings["policy"] = Policy(**{key: settings.pop(key) for key in POLICY if key in settings})
    root = path.parent if file is not None else Path(os.path.relpath(str(path.parent), str(start or Path.cwd())))
    for key in ("claims", "store", "lock", "baseline"):
        if key in settings:
            settings[key] = root / settings[key]
    if settings.get("judge", "facts") not in {"facts", "embedded"}:
        settings["judge"] = str(root / settings["judge"])
    if "against" in settings:
        settings["against"] = tuple(root / entry for entry in settings["against"])
    return Config(**settings, root=root, file=path)


def override(config: Config, **options: Any) -> Config:
    """``config`` with every option that was given (``None`` means: not given)."""
    known = {entry.name for entry in fields(Config)}
    assert options.keys() <= known
    return replace(config, **{name: value for name, value in options.items() if value is not None})


_Found = tuple[Path, Any, str, tuple[str, ...]]
"""A settings file, its table, its source, and the keys under which the table stands there."""


def _nearest(start: Path) -> _Found | None:
    for folder in (start, *start.parents):
        for name in ("claimcheck.toml", "pyproject.toml"):
            path = folder / name
            if path.is_file():
                found = _named(path)
                if name == "claimcheck.toml" or found[1] is not None:
                    return found
    return None


def _named(path: Path) -> _Found:
    source, table = _parse(path)
    if path.name == "pyproject.toml":
        tool = table.get("tool")
        return path, tool.get("claimcheck") if isinstance(tool, dict) else None, source, ("tool", "claimcheck")
    return path, table, source, ()


def _parse(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        source = path.read_text(encoding="utf-8")
        return source, tomllib.loads(source)
    except OSError as error:
        raise ClaimcheckError(
            f"cannot be read: {error.strerror}", place=str(path), remedy="name a configuration file that exists"
        ) from None
    except UnicodeDecodeError:
        raise UnusableFile(str(path), [Mistake(1, "is not UTF-8", "save it as UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise UnusableFile(str(path), [Mistake(int(line[1]) if line else 1, f"is not TOML: {error}")]) from None
