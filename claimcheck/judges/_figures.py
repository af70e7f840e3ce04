"""Two numbers held against each other: equal within hedge and unit, or reckoned from one another."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.judges._align import Alignment
from claimcheck.judges._facts import facts
from claimcheck.model import Quantity
from claimcheck.parse import quantities, units

_COMPARES = frozenset(
    "cooler warmer hotter colder higher lower above below more less fewer rise rose fall fell difference".split()
)


_ROUNDED, _HEDGED = 0.05, 0.12


_FEW = 12


_MORE = frozenset({"more", "higher", "larger", "bigger", "greater", "longer", "faster"})


def agree(ours: Quantity, theirs: Quantity, alignment: Alignment, page: str = "") -> bool | None:
    """Whether a number of the claim and one of the page (in the sentence ``page``) agree; ``None``: not comparable."""
    claim = alignment.part.text
    pounds = "pound" in claim[ours.span.start : ours.span.end].lower()
    if ours.unit == "GBP" and pounds and theirs.unit in {"kg", "g", "t", "lb", "st"}:
        ours = replace(ours, unit="lb")  # what can be weighed against kilograms is no money
    if ours.unit == "percent" and theirs.counted == "times":
        return _half_as_much_again(ours, theirs, claim)
    agrees = quantities.compare(ours, theirs)
    if agrees is None and ours.hedge == theirs.hedge == "range":
        agrees = ranges(ours, theirs)
    if agrees:
        here, there = rate(ours, claim), rate(theirs, page)
        apart = here is not None and there is not None and here != there  # won a tonne for won a kilo
        return not apart and not _two_hedged(ours, theirs)
    if agrees is None and same_figure(ours, theirs):
        return False  # 8 percent for 8 percentage points, euros for dollars
    compares = any(word.lower in _COMPARES for word in alignment.part.reading.words)
    if agrees is False and compares and {ours.unit, theirs.unit} == {"°F", "°C"} and ours.stated and theirs.stated:
        # "13 degrees Fahrenheit cooler" for "7.4 degrees Celsius cooler": a difference has no zero point
        share = ours.stated / theirs.stated * (1.0 if ours.unit == "°F" else 3.24)
        return abs(share / 1.8 - 1) <= _ROUNDED
    return agrees


def _two_hedged(ours: Quantity, theirs: Quantity) -> bool:
    """Whether two hedged numbers are two: "about 540" and "about 450" overlap and are not the same."""
    hedged = ours.unit == theirs.unit and "exact" not in {ours.hedge, theirs.hedge}
    return (
        bool(hedged and ours.stated and theirs.stated) and abs((ours.stated or 0) / (theirs.stated or 1) - 1) > _HEDGED
    )


def _half_as_much_again(ours: Quantity, theirs: Quantity, claim: str) -> bool | None:
    """Whether "50 percent more" is "one and a half times as much"."""
    more = claim[ours.span.end :].split(maxsplit=1)[:1]
    if not more or more[0].strip(",.").lower() not in _MORE or ours.stated is None or not theirs.stated:
        return None
    return abs(1 + ours.stated / 100 - theirs.stated) <= _ROUNDED * theirs.stated


def ranges(ours: Quantity, theirs: Quantity) -> bool | None:
    """Whether two ranges have the same ends, within rounding, after conversion."""
    ends = []
    for mine, other in ((ours.low, theirs.low), (ours.high, theirs.high)):
        if mine is None or other is None or (ours.unit is None) != (theirs.unit is None):
            return None
        a, b = units.to_base(mine, ours.unit or ""), units.to_base(other, theirs.unit or "")
        if a[1] != b[1]:
            return None
        ends.append(abs(a[0] - b[0]) <= _ROUNDED * max(abs(a[0]), abs(b[0])))
    return all(ends)


def rate(quantity: Quantity, text: str) -> str | None:
    """The unit that it is counted per: "kg" for "5 won a kilo"."""
    following = text[quantity.span.end :].split(maxsplit=2)[:2]
    if len(following) == 2 and following[0].lower() in {"a", "an", "per", "each", "every"}:
        return units.symbol_of(following[1].strip(".,;:)").lower())
    return None


def same_figure(ours: Quantity, theirs: Quantity) -> bool:
    return bool(ours.unit and theirs.unit and ours.unit != theirs.unit and ours.stated) and ours.stated == theirs.stated


def sized(ours: Quantity, theirs: Quantity) -> bool:
    a, b = ours.stated or ours.low, theirs.stated or theirs.low
    return bool(a and b and 0.2 <= a / b <= 5)


def exact(ours: Quantity, theirs: Quantity) -> bool:
    return ours.stated is not None and ours.stated == theirs.stated and ours.unit == theirs.unit


def is_difference(quantity: Quantity, text: str) -> bool:
    """Whether it says by how much something changed: "rose by 6", "32 fewer"."""
    before = text[: quantity.span.start].lower().split()[-3:]
    return "by" in before or text[quantity.span.end :].lower().split()[:1] in (["fewer"], ["more"])


def change(quantity: Quantity, alignment: Alignment) -> bool | None:
    """Whether it is the change between two numbers of the anchor: "up by 6" for "from 42 to 48".

    From 41 to 33 percent something fell by 8 percentage points, not by 8 percent.
    """
    if not is_difference(quantity, alignment.part.text) or not quantity.stated:
        return None
    stated = [
        n.stated
        for line in (alignment.anchor, *alignment.context[:1])
        for n in facts(line.text).quantities
        if n.stated and n.unit in {quantity.unit, *(("percent",) if quantity.unit == "percentage-point" else ())}
    ]
    pairs = [(a, b) for a in stated for b in stated if a > b]
    equal = [(a, b) for a, b in pairs if abs(a - b - quantity.stated) <= _ROUNDED * quantity.stated]
    if quantity.unit != "percent":
        return True if equal else None
    if any(
        min(abs((a - b) / a * 100 - quantity.stated), abs((a - b) / b * 100 - quantity.stated)) < 1 for a, b in pairs
    ):
        return True
    return False if equal else None


def product(quantity: Quantity, alignment: Alignment) -> bool:
    """Whether it is a share of another number of the anchor: "around 20 million" for "roughly half" of 41.3 million."""
    numbers = facts(alignment.anchor.text).quantities
    shares = [
        n.stated / (100 if n.unit == "percent" else 1) for n in numbers if n.unit in {"percent", "ratio"} and n.stated
    ]
    wholes = [n.stated for n in numbers if n.unit == quantity.unit and n.stated]
    stated = quantity.stated
    if not stated:
        return False
    return any(abs(share * whole / stated - 1) <= _ROUNDED for share in shares for whole in wholes)


def ratio(quantity: Quantity, alignment: Alignment) -> str | None:
    """Two counts of the anchor whose ratio is the claim's share: "71 of them" out of 118 for "some 60 percent"."""
    share = quantity.unit in {"percent", "ratio"}
    if not share or quantity.low is None or quantity.high is None:
        return None
    scale = 100.0 if quantity.unit == "percent" else 1.0
    low, high = quantity.low / scale, quantity.high / scale
    if quantity.hedge in {"exact", "approx"} and quantity.stated:
        low, high = quantity.stated / scale * (1 - _ROUNDED), quantity.stated / scale * (1 + _ROUNDED)
    lines = (alignment.anchor, *alignment.context[:1])
    counts = [other for line in lines for other in facts(line.text).quantities if other.stated and other.stated > 2]
    for part in counts:
        for whole in counts:
            comparable = part.unit == whole.unit and part.unit not in {"percent", "ratio"}
            smaller = comparable and part.stated and whole.stated and part.stated < whole.stated
            if smaller and low <= (part.stated or 0) / (whole.stated or 1) <= high:
                return f"{part.text} of {whole.text}"
    return None


def reckons(quantity: Quantity, text: str) -> bool:
    """Whether it is a distance in time to another date ("three months earlier"), which the page need not spell out."""
    following = text[quantity.span.end :].split(maxsplit=2)[:2]
    return any(word.strip(".,;").lower() in {"earlier", "later", "ago", "before", "after"} for word in following)


def grammatical(quantity: Quantity) -> bool:
    """Whether it is a small count, which stands in many sentences by chance."""
    return quantity.unit is None and quantity.stated is not None and quantity.stated <= _FEW


def literal(quantity: Quantity, alignment: Alignment) -> str | None:
    """The number as a bare number of the anchor, where the grammar read it as something else there."""
    if quantity.unit is not None or quantity.stated is None:
        return None
    held = [other.span for other in facts(alignment.anchor.text).quantities]
    for word in alignment.reading.words:
        figure = word.part == "number" and word.stem == f"{quantity.stated:g}"
        if figure and not any(span.start <= word.start < span.end for span in held):
            return word.text
    return None
