"""Settings of a project: ``claimcheck.toml`` or ``[tool.claimcheck]`` in ``pyproject.toml``, read into a frozen Config.

Options of the command line win over the file, the file over the defaults.
"""

from __future__ import annotations

import ipaddress
import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

from claimcheck import catalogue
from claimcheck.errors import ClaimcheckError, Mistake, UnusableFile
from claimcheck.model import Severity

FailOn = Literal["error", "warning", "note", "never"]
Mode = Literal["online", "offline", "frozen"]


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
    store: Path | None = None
    """Folder of the evidence store; ``None``: ``.claimcheck`` beside the configuration file, else per user."""
    lock: Path | None = None
    """The lock file; ``None``: ``claimcheck.lock`` beside the configuration file (or in the working folder)."""
    judge: str = "facts"
    """``facts``, ``embedded`` (the facts and the model that comes along), or the folder of a sentence-pair model."""
    mode: Mode = "online"
    refresh: bool = False
    jobs: int = 16
    """Pages fetched at the same time (never more than two from one host)."""
    timeout: float = 30.0
    """Seconds a URL may take altogether, redirects and retries of a stalled body included."""
    retries: int = 2
    allow_net: tuple[str, ...] = ()
    """Networks in CIDR notation that the guard lets through, on any port."""
    root: Path = Path()
    """Folder of the configuration file, else the working folder."""
    file: Path | None = None
    """The configuration file itself, when there is one."""

    @property
    def claims_folder(self) -> Path:
        return self.claims if self.claims is not None else self.root / "claims"

    @property
    def lock_file(self) -> Path:
        return self.lock if self.lock is not None else self.root / "claimcheck.lock"

    @property
    def store_folder(self) -> Path:
        if self.store is not None:
            return self.store
        if self.file is not None:
            return self.root / ".claimcheck"
        from platformdirs import user_data_path

        return user_data_path("claimcheck", appauthor=False) / "evidence"


# --- Reading the file ---------------------------------------------------------------------------------------------


def _choice(*allowed: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}")
        return str(value)

    return check


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _number(low: float, high: float, kind: type = float) -> Callable[[Any], float]:
    def check(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError(f"must be a number from {low:g} to {high:g}")
        return kind(value)  # type: ignore[no-any-return]

    return check


def _rules(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise ValueError('must be a list of rule names, such as ["insecure-url"]')
    for name in value:
        check_rule(name)
    return tuple(value)


def check_rule(name: str) -> str:
    """The rule's name back.

    Raises:
        ValueError: no rule has that name; the message names the nearest one.
    """
    known = catalogue.names("rules")
    if name in known:
        return name
    near = get_close_matches(name, known, 1)
    raise ValueError(f"there is no rule {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))


def _severities(value: Any) -> dict[str, Severity]:
    if not isinstance(value, dict):
        raise ValueError('must be a table such as { insecure-url = "error" }')
    for name, severity in value.items():
        check_rule(name)
        if severity not in get_args(Severity):
            raise ValueError(f"severity of {name} must be one of {', '.join(get_args(Severity))}")
    return dict(value)


def check_network(value: str) -> str:
    """A network in CIDR notation, normalised.

    Raises:
        ValueError: it is none.
    """
    try:
        return str(ipaddress.ip_network(value, strict=False))
    except ValueError:
        raise ValueError(f"{value!r} is not a network; write an address range such as 10.0.0.0/8") from None


def _networks(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(network, str) for network in value):
        raise ValueError('must be a list of networks such as ["10.0.0.0/8"]')
    return tuple(check_network(network) for network in value)


def _folder(value: Any) -> Path:
    if not isinstance(value, str) or not value:
        raise ValueError("must be a path in quotes")
    return Path(value)


def _judge(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError('must be "facts", "embedded" or the folder of a model, in quotes')
    return value


KEYS: dict[str, Callable[[Any], Any]] = {
    "fail-on": _choice(*get_args(FailOn)),
    "strict": _flag,
    "select": _rules,
    "ignore": _rules,
    "severity": _severities,
    "claims": _folder,
    "store": _folder,
    "lock": _folder,
    "judge": _judge,
    "jobs": _number(1, 256, int),
    "timeout": _number(1, 3600),
    "retries": _number(0, 10, int),
    "allow-net": _networks,
}
"""Every key of the file with the check that turns its value into a setting."""


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
    path, table, source = found
    settings: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for key, value in table.items():
        if key not in KEYS:
            near = get_close_matches(key, KEYS, 1)
            remedy = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(sorted(KEYS))}"
            mistakes.append(Mistake(_line_of(key, source), f"unknown key {key!r}", remedy))
            continue
        try:
            settings[key.replace("-", "_")] = KEYS[key](value)
        except ValueError as error:
            mistakes.append(Mistake(_line_of(key, source), f"{key}: {error}"))
    if mistakes:
        raise UnusableFile(str(path), sorted(mistakes, key=lambda mistake: mistake.line))
    root = path.parent if file is not None else Path(os.path.relpath(str(path.parent), str(start or Path.cwd())))
    for key in ("claims", "store", "lock"):
        if key in settings:
            settings[key] = root / settings[key]
    if settings.get("judge", "facts") not in {"facts", "embedded"}:
        settings["judge"] = str(root / settings["judge"])
    return Config(**settings, root=root, file=path)


def override(config: Config, **options: Any) -> Config:
    """``config`` with every option that was given (``None`` means: not given)."""
    known = {entry.name for entry in fields(Config)}
    assert options.keys() <= known
    return replace(config, **{name: value for name, value in options.items() if value is not None})


def _nearest(start: Path) -> tuple[Path, dict[str, Any], str] | None:
    for folder in (start, *start.parents):
        for name in ("claimcheck.toml", "pyproject.toml"):
            path = folder / name
            if path.is_file():
                source, table = _parse(path)
                if name == "pyproject.toml":
                    tool = table.get("tool", {})
                    if "claimcheck" not in tool:
                        continue
                    table = tool["claimcheck"]
                return path, table, source
    return None


def _named(path: Path) -> tuple[Path, dict[str, Any], str]:
    source, table = _parse(path)
    return path, table.get("tool", {}).get("claimcheck", {}) if path.name == "pyproject.toml" else table, source


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


def _line_of(key: str, source: str) -> int:
    pattern = re.compile(rf"""\s*(?:\[(?:tool\.claimcheck\.)?)?["']?{re.escape(key)}["']?\s*[=\].]""")
    return next((number for number, line in enumerate(source.splitlines(), 1) if pattern.match(line)), 1)
