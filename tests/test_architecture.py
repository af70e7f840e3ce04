"""The house: imports point down, there is no cycle, and only ``sources/`` opens connections."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import claimcheck

PACKAGE = Path(claimcheck.__file__).parent
FLOORS: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split())
    for names in (
        "model errors catalogue tables",
        "policy",
        "files config parse history",
        "readers",
        "bibliographies",
        "segment",
        "cite",
        "extract",
        "claimsfile",
        "intake sources",
        "passages entailment",
        "judges",
        "verdicts conflicts",
        "rules summary",
        "baseline changes",
        "comparison",
        "interchange",
        "reports demo",
        "review",
        "pipeline",
        "cli train",
    )
)
"""Rooms from the ground up: a room imports rooms of lower floors only."""
LISTENING = frozenset({"http.server", "socketserver"})
"""The demonstration serves its bundled site, and a review its pages: both on loopback, for one reader of this machine.
Listening is not connecting: neither may import what opens a connection."""
NETWORK = frozenset({"httpx", "httpcore", "socket", "ssl", "urllib.request", "http.client", "asyncio"})


def room_of(file: Path) -> str:
    first = file.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports_of(file: Path) -> Iterator[str]:
    """Full names of every module that ``file`` imports, wherever in the file."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            module = node.module or ""
            yield module
            if module == "claimcheck":
                yield from (f"claimcheck.{alias.name}" for alias in node.names)


FILES = sorted(PACKAGE.rglob("*.py"))


def floor_of(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_point_down(file: Path) -> None:
    room = room_of(file)
    if room in {"__init__", "__main__"}:
        return
    for name in imports_of(file):
        parts = name.split(".")
        if parts[0] != "claimcheck" or len(parts) < 2 or parts[1] == "__version__":
            continue
        target = parts[1]
        if target != room:
            assert floor_of(target) < floor_of(room), f"{room} imports {target}, which is not below it"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_only_sources_opens_connections(file: Path) -> None:
    if room_of(file) == "sources":
        return
    assert not NETWORK & set(imports_of(file))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_only_the_demonstration_and_a_review_listen(file: Path) -> None:
    if room_of(file) not in {"demo", "review"}:
        assert not LISTENING & set(imports_of(file))


def test_one_file_wraps_the_http_client() -> None:
    importing = {
        file.relative_to(PACKAGE).as_posix()
        for file in FILES
        if {"httpx", "httpcore"} & {name.split(".")[0] for name in imports_of(file)}
    }
    assert importing <= {"sources/client.py", "sources/guard.py"}


def test_the_model_imports_nothing_of_ours() -> None:
    for file in (PACKAGE / "model").glob("*.py"):
        assert all(name.startswith("claimcheck.model") for name in imports_of(file) if name.startswith("claimcheck"))


def test_every_room_has_its_tests() -> None:
    tests = PACKAGE.parent / "tests"
    for rooms in FLOORS:
        for room in rooms:
            found = (tests / f"test_{room}.py").is_file() or any((tests / room).glob("test_*.py"))
            assert found, f"no tests for {room}"


def test_top_level_is_what_a_newcomer_expects() -> None:
    root = PACKAGE.parent
    visible = {path.name for path in root.iterdir() if not path.name.startswith(".")}
    allowed = {"claimcheck", "claims", "tests", "pyproject.toml", "README.md", "LICENSE", "claimcheck_cli.egg-info"}
    assert visible <= allowed | {"dist", "build"}
