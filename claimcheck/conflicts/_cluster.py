"""From pairs that clash to one cluster per fact, with every place and the odd one out marked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from claimcheck.conflicts._assertion import Assertion
from claimcheck.conflicts._clash import Clash
from claimcheck.model import Conflict, ConflictLabel, Side, Span

Node = tuple[str, str, tuple[str, int, int, str]]
_WORST: dict[ConflictLabel, int] = {"conflict": 0, "tension": 1, "variant": 2}


def clusters(clashes: Iterable[Clash]) -> tuple[Conflict, ...]:
    """One conflict per fact: clashes of one kind and topic that share a place are one cluster."""
    ordered = sorted(clashes, key=lambda clash: (clash.kind, clash.left.key, clash.right.key, clash.topic))
    parent: dict[Node, Node] = {}

    def root(node: Node) -> Node:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for clash in ordered:
        left, right = sorted((root(_node(clash, clash.left)), root(_node(clash, clash.right))))
        parent[right] = left
    groups: dict[Node, list[Clash]] = {}
    for clash in ordered:
        groups.setdefault(root(_node(clash, clash.left)), []).append(clash)
    return tuple(sorted(map(_conflict, groups.values()), key=_order))


def _node(clash: Clash, place: Assertion) -> Node:
    """A place within one topic: figures of soldiers and of tanks in one sentence belong to two clusters."""
    return clash.kind, clash.topic if clash.kind in {"quantity", "name"} else "", place.key


def _order(conflict: Conflict) -> tuple[int, str, str, Span, str]:
    first = conflict.sides[0]
    return _WORST[conflict.label], conflict.kind, first.document, first.span, conflict.id


def _conflict(group: Sequence[Clash]) -> Conflict:
    group = sorted(group, key=lambda clash: (_WORST[clash.label], clash.left.key, clash.right.key))
    worst = group[0]
    values: dict[tuple[str, int, int, str], tuple[Assertion, str]] = {}
    for clash in group:
        values.setdefault(clash.left.key, (clash.left, clash.left_value))
        values.setdefault(clash.right.key, (clash.right, clash.right_value))
        if clash.about is not None:
            values.setdefault(clash.about.key, (clash.about, _own_value(clash)))
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


def _own_value(clash: Clash) -> str:
    """What the claim itself says of the fact that its sources tell differently: the value of one of them, or its words."""
    claim = clash.about or clash.left
    for value in (clash.left_value, clash.right_value):
        if value and value in claim.prose:
            return value
    found = claim.facts.dates if clash.kind == "date" else claim.facts.quantities
    return found[0].text if found and clash.kind in {"date", "quantity", "total"} else claim.prose


def _odd(group: Sequence[Clash]) -> tuple[str, int, int, str] | None:
    """The one place that excludes more of the others than any other place does; of two places neither is the odd one."""
    excluded: dict[tuple[str, int, int, str], set[tuple[str, int, int, str]]] = {}
    for clash in group:
        if clash.disjoint:
            excluded.setdefault(clash.left.key, set()).add(clash.right.key)
            excluded.setdefault(clash.right.key, set()).add(clash.left.key)
    most = max(map(len, excluded.values()), default=0)
    found = [place for place, others in excluded.items() if len(others) == most]
    return found[0] if len(found) == 1 else None


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
    if side.source is not None:
        return side.source
    return f"{PurePath(side.document).name}:{side.line}" + (" (a reference title)" if side.reference else "")


def _reasons(group: Sequence[Clash]) -> tuple[str, ...]:
    rows: dict[str, None] = {}
    for clash in group:
        rows[f"comparable: {clash.comparable}"] = None
        rows[f"{clash.label}: {clash.differ}"] = None
    rows[f"would reconcile them: {group[0].reconcile}"] = None
    dated = [place for clash in group for place in (clash.left, clash.right) if place.published]
    newest = max(dated, key=lambda place: (place.published or "", place.key), default=None)
    if newest is not None and len({place.key for place in dated}) > 1:
        rows[f"newest: {_where(newest.side)}, of {newest.published}"] = None
    return tuple(rows)


def _id(kind: str, sides: Sequence[Side]) -> str:
    """Stable across runs and across edits elsewhere: from the words of the sides alone."""
    words = "\x1f".join(
        sorted(f"{PurePath(side.document).name}\x1e{' '.join(side.text.split())}\x1e{side.value}" for side in sides)
    )
    return "x-" + hashlib.sha256(f"{kind}\x1f{words}".encode("utf-8", "surrogatepass")).hexdigest()[:8]
