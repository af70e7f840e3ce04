"""From pairs that clash to one cluster per fact, with every place and the odd one out marked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.conflicts._assertion import Assertion
from claimcheck.conflicts._clash import Clash
from claimcheck.model import Conflict, ConflictLabel, Side

_WORST: dict[ConflictLabel, int] = {"conflict": 0, "tension": 1, "variant": 2}


def clusters(clashes: Iterable[Clash]) -> tuple[Conflict, ...]:
    """One conflict per fact: clashes of one kind that share a place and a topic are one cluster."""
    ordered = sorted(clashes, key=lambda clash: (clash.kind, clash.left.key, clash.right.key, clash.topic))
    found: list[list[Clash]] = []
    for clash in ordered:
        joined = [group for group in found if any(_one_fact(clash, other) for other in group)]
        for group in joined:
            found.remove(group)
        found.append([*(other for group in joined for other in group), clash])
    conflicts = [_conflict(group) for group in found]
    return tuple(
        sorted(
            conflicts,
            key=lambda conflict: (
                _WORST[conflict.label],
                conflict.kind,
                conflict.sides[0].document,
                conflict.sides[0].span,
                conflict.id,
            ),
        )
    )


def _one_fact(a: Clash, b: Clash) -> bool:
    if a.kind != b.kind or (a.kind == "name" and a.topic != b.topic):
        return False
    if a.kind == "quantity" and a.topic != b.topic:
        return False
    return bool({a.left.key, a.right.key} & {b.left.key, b.right.key})


def _conflict(group: Sequence[Clash]) -> Conflict:
    group = sorted(group, key=lambda clash: (_WORST[clash.label], clash.left.key, clash.right.key))
    worst = group[0]
    values: dict[tuple[str, int, int, str], tuple[Assertion, str]] = {}
    for clash in group:
        values.setdefault(clash.left.key, (clash.left, clash.left_value))
        values.setdefault(clash.right.key, (clash.right, clash.right_value))
        if clash.left.key == clash.right.key:  # parts and total of one sentence
            values[clash.left.key] = (clash.left, f"{clash.left_value} / {clash.right_value}")
    odd = _odd(group)
    sides = tuple(replace(assertion.at(value), odd=key == odd) for key, (assertion, value) in sorted(values.items()))
    return Conflict(
        id=_id(worst.kind, sides),
        kind=worst.kind,
        label=worst.label,
        sides=sides,
        message=_message(worst, sides),
        reasons=_reasons(group),
    )


def _odd(group: Sequence[Clash]) -> tuple[str, int, int, str] | None:
    """The one place with which all others of the cluster clash; of two places neither is the odd one."""
    worst = group[0].label
    edges = [{clash.left.key, clash.right.key} for clash in group if clash.label == worst]
    common = set.intersection(*edges)
    return min(common) if len(edges) > 1 and len(common) == 1 else None


def _message(clash: Clash, sides: Sequence[Side]) -> str:
    left, right = f"{_where(clash.left.side)}", f"{_where(clash.right.side)}"
    more = len(sides) - 2
    others = f" ({more} more {'place' if more == 1 else 'places'})" if more > 0 else ""
    if clash.left.key == clash.right.key:
        return f'{left} gives parts of {clash.left_value} against "{clash.right_value}"'
    verb = {"conflict": "against", "tension": "beside", "variant": "and also"}[clash.label]
    return f"{left} says {_quoted(clash.left_value)} {verb} {_quoted(clash.right_value)} in {right}{others}"


def _quoted(value: str) -> str:
    return value if value.startswith('"') else f'"{value}"'


def _where(side: Side) -> str:
    name = side.document.replace("\\", "/").rsplit("/", 1)[-1]
    return f"{name}:{side.line}" + (" (a reference title)" if side.reference else "")


def _reasons(group: Sequence[Clash]) -> tuple[str, ...]:
    rows: dict[str, None] = {}
    for clash in group:
        rows[f"comparable: {clash.comparable}"] = None
        rows[f"{clash.label}: {clash.differ}"] = None
    rows[f"would reconcile them: {group[0].reconcile}"] = None
    return tuple(rows)


def _id(kind: str, sides: Sequence[Side]) -> str:
    """Stable across runs and across edits elsewhere: from the words of the sides alone."""
    words = "\x1f".join(sorted(f"{side.document}\x1e{' '.join(side.text.split())}\x1e{side.value}" for side in sides))
    return "x-" + hashlib.sha256(f"{kind}\x1f{words}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
