"""Whether two quantities can both be right: rounding, unit conversion and hedges, as a fact-checker reads them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from claimcheck.model import Quantity
from claimcheck.parse.units import to_base

_SLACK = 1e-9
_CLOSE = 0.05
"""A round figure against an unround one, or a converted one, may be this far off."""
_ALIKE = 0.10
"""Two hedged figures this close say the same ("about 4,000" and "no fewer than 3,900")."""
_STRICT = 0.015
"""What conversion of a precise figure may lose ("500 km" is "311 miles")."""
_COARSE_UNITS = frozenset({"week", "month", "year"})
_COARSE = 0.09
"""Twelve weeks are "three months" to most writers."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A quantity in the base unit of its dimension; open ends are infinite. ``stated`` is ``None`` for ranges."""

    quantity: Quantity
    low: float
    high: float
    stated: float | None


def agree(claim: Quantity, source: Quantity) -> bool | None:
    """See :func:`claimcheck.parse.quantities.compare`."""
    if not _same_dimension(claim.unit, source.unit):
        return None
    readings = {_judge(_side(a), _side(b)) for a, b in _ton_readings(claim, source)}
    # "tons" may be short tons or tonnes: the kinder reading counts.
    return True if True in readings else None if None in readings else False


def _same_dimension(ours: str | None, theirs: str | None) -> bool:
    if ours is None or theirs is None:
        return ours is theirs
    return to_base(1.0, ours)[1] == to_base(1.0, theirs)[1]


def _ton_readings(claim: Quantity, source: Quantity) -> list[tuple[Quantity, Quantity]]:
    pairs = [(claim, source)]
    if claim.unit == "ton" and source.unit != "ton":
        pairs.append((_as_tonnes(claim), source))
    if source.unit == "ton" and claim.unit != "ton":
        pairs.append((claim, _as_tonnes(source)))
    return pairs


def _as_tonnes(quantity: Quantity) -> Quantity:
    return Quantity(
        quantity.low, quantity.high, "t", quantity.counted, quantity.hedge, quantity.text, quantity.span, quantity.role
    )


def _side(quantity: Quantity) -> _Side:
    def base(value: float | None, otherwise: float) -> float:
        if value is None:
            return otherwise
        return value if quantity.unit is None else to_base(value, quantity.unit)[0]

    stated = quantity.stated
    return _Side(
        quantity,
        base(quantity.low, -math.inf),
        base(quantity.high, math.inf),
        None if stated is None else base(stated, 0.0),
    )


def _judge(ours: _Side, theirs: _Side) -> bool | None:
    claim, source = ours.quantity.hedge, theirs.quantity.hedge
    if claim == "exact" and source == "exact":
        return _equal(ours, theirs)
    if source == "exact":
        return _hedged_claim(ours, theirs)
    if claim == "exact":
        return _hedged_source(ours, theirs)
    return _both_hedged(ours, theirs)


def _hedged_claim(ours: _Side, theirs: _Side) -> bool | None:
    """A hedged claim against a source that states a value."""
    value = theirs.stated
    assert value is not None
    match ours.quantity.hedge:
        case "approx":
            return bool(_equal(ours, theirs) or _within(value, ours))
        case "just-under":
            if _within(value, ours):
                return True
            return None if _equal(ours, theirs) else False
        case "up-to":
            if _equal(ours, theirs):
                return True
            if value > ours.high:
                return False
            return True if value >= ours.high / 2 else None
        case "at-least" | "over":
            if value >= ours.low * (1 - _SLACK):
                return True
            return None if _equal(ours, theirs) else False
        case _:
            return _within(value, ours) or _on_edge(value, ours)


def _hedged_source(ours: _Side, theirs: _Side) -> bool | None:
    """A claim that states a value against a hedged source: at best the hedge was dropped."""
    value = ours.stated
    assert value is not None
    if theirs.stated is not None and _equal(ours, theirs):
        # "up to 10,000" turned into "10,000" changes what is said; "about" and "nearly" lose little.
        return None if theirs.quantity.hedge == "up-to" else True
    match theirs.quantity.hedge:
        case "up-to":
            return None if theirs.high / 2 <= value <= theirs.high else False
        case "at-least" | "over":
            return None if theirs.low <= value <= 2 * theirs.low else False
        case _:
            return None if _within(value, theirs) or _on_edge(value, theirs) else False


def _both_hedged(ours: _Side, theirs: _Side) -> bool | None:
    claim, source = ours.quantity.hedge, theirs.quantity.hedge
    apart = ours.high < theirs.low * (1 - _SLACK) or theirs.high < ours.low * (1 - _SLACK)
    if ours.stated is not None and theirs.stated is not None:
        near = _equal(ours, theirs) or _relative(ours.stated, theirs.stated) <= _ALIKE
        if claim == source == "up-to":
            return bool(near)
        if {claim, source} <= {"at-least", "over"}:
            if near or ours.stated <= theirs.stated:
                return True if near or 2 * ours.stated >= theirs.stated else None
            return None if ours.stated <= 2 * theirs.stated else False
        if apart:
            return None if near else False
        if near:
            # "up to 10,000" against "at least 10,000" share a number and nothing else.
            return None if {claim, source} in ({"up-to", "at-least"}, {"up-to", "over"}) else True
        return None
    if claim == "vague" and source == "vague":
        if ours.low == theirs.low:
            return True
        return False if max(ours.low, theirs.low) >= 10 * min(ours.low, theirs.low) else None
    if apart:
        return False
    if theirs.stated is not None:
        return True if _within(theirs.stated, ours) else None
    if ours.low <= theirs.low and theirs.high <= ours.high:
        return True
    return None


def _within(value: float, side: _Side) -> bool:
    slack = _SLACK * max(abs(value), 1e-300)
    return side.low - slack <= value <= side.high + slack


def _on_edge(value: float, side: _Side) -> bool:
    """Whether a value lies outside a range by no more than rounding: 7.04 of "5 to 7"."""
    return any(math.isfinite(end) and _relative(value, end) <= _STRICT for end in (side.low, side.high))


def _relative(a: float, b: float) -> float:
    greater = max(abs(a), abs(b))
    return abs(a - b) / greater if greater else 0.0


# -- equal values -----------------------------------------------------------------------------------------------------


def _equal(ours: _Side, theirs: _Side) -> bool:
    """Whether two stated values are one, as far as rounding and conversion of either can make a difference."""
    a, b = ours.stated, theirs.stated
    if a is None or b is None:
        return False
    if abs(a - b) <= _SLACK * max(abs(a), abs(b)):
        return True
    left, right = ours.quantity, theirs.quantity
    assert left.stated is not None
    assert right.stated is not None
    if left.unit == right.unit:
        return _rounds_to(right.stated, left) or _rounds_to(left.stated, right)
    if {left.unit, right.unit} <= _COARSE_UNITS | {"day"} and _relative(a, b) <= _COARSE:
        return True
    if _temperature(left.unit):
        return abs(a - b) <= 0.6  # in kelvin: either side was rounded to a degree
    converted = _rounds_to(_convert(right, left.unit), left) or _rounds_to(_convert(left, right.unit), right)
    rough = min(_digits(left.stated), _digits(right.stated)) <= 2
    return converted or _relative(a, b) <= (_CLOSE if rough else _STRICT)


def _temperature(unit: str | None) -> bool:
    return unit is not None and to_base(0.0, unit)[1] == "temperature"


def _convert(quantity: Quantity, unit: str | None) -> float:
    """The stated value of ``quantity`` in another unit of its dimension."""
    assert quantity.stated is not None
    assert quantity.unit is not None
    assert unit is not None
    zero, one = to_base(0.0, unit)[0], to_base(1.0, unit)[0]
    return (to_base(quantity.stated, quantity.unit)[0] - zero) / (one - zero)


def _digits(value: float) -> int:
    """Significant digits of a number as written: 12,000 has two."""
    return len(f"{abs(value):.10g}".split("e")[0].replace(".", "").strip("0")) or 1


def _rounds_to(value: float, rounded: Quantity) -> bool:
    """Whether ``rounded`` is a conventional rounding of ``value``.

    At its own decimals ("85" for 85.19, "4.9 million" for 4,931,204, "0.4" for 0.43), or at two significant digits or
    more ("12,000" for 11,931, "8,200" for 8,234, not "8,000").
    """
    target = rounded.stated
    if target is None or not math.isfinite(value):
        return False
    if value == 0 or target == 0 or (value < 0) != (target < 0):
        return False
    off = abs(value - target)
    magnitude = math.floor(math.log10(abs(value)))
    for digits in range(2, 8):
        place = 10.0 ** (magnitude - digits + 1)
        if off <= place / 2 * (1 + 1e-6) and abs(target / place - round(target / place)) < 1e-6:
            return True
    decimals, scale = _precision(rounded)
    limit = 0.12 if decimals or (scale == 1 and value != int(value)) else _CLOSE
    if scale == 1 and decimals == 0 and value == int(value):
        return False  # a count written in full is meant in full
    return off <= scale * 10.0**-decimals / 2 * (1 + 1e-6) and off <= limit * abs(value)


_MANTISSA = re.compile(r"[0-9]+(?:[,. '\u00a0\u2009\u202f][0-9]{3})*(?:[.,]([0-9]+))?")


def _precision(quantity: Quantity) -> tuple[int, float]:
    """Decimals written, and what the written number was multiplied by ("1.5 million": one, a million)."""
    assert quantity.stated is not None
    match = _MANTISSA.search(quantity.text)
    if match is None:
        return 0, 1.0
    decimals = len(match[1]) if match[1] and len(match[1]) != 3 else 0
    digits = re.sub(r"[^0-9]", "", match[0]) or "0"
    mantissa = int(digits[:15]) / 10**decimals
    scale = abs(quantity.stated) / mantissa if mantissa else 1.0
    return decimals, 10.0 ** round(math.log10(scale)) if scale > 0 else 1.0
