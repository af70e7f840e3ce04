"""Finds the members of a room by file name: adding a reader, rule, judge or report is adding one file."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType


@cache
def names(room: str) -> tuple[str, ...]:
    """Member names of ``room`` ("rules"), sorted, without importing them. A file ``a_b.py`` is the member ``a-b``.

    Files that begin with an underscore belong to the room itself and are no members.
    """
    folder = Path(__file__).parent / room
    return tuple(sorted(file.stem.replace("_", "-") for file in folder.glob("*.py") if not file.stem.startswith("_")))


def load(room: str, name: str) -> ModuleType:
    """The member ``name`` of ``room``.

    Raises:
        KeyError: there is no such member.
    """
    if name not in names(room):
        raise KeyError(name)
    return import_module(f"claimcheck.{room}.{name.replace('-', '_')}")


def members(room: str) -> dict[str, ModuleType]:
    """Every member of ``room`` by name, imported."""
    return {name: load(room, name) for name in names(room)}
