"""Quantities: one grammar for texts and sources, and whether two of them can both be right."""

from __future__ import annotations

from bisect import bisect_left

from claimcheck.model import Quantity, Span
from claimcheck.parse import _agreement, _dategrammar, _quantitygrammar, dates
from claimcheck.parse._lex import Tokens, read


def find(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """Every quantity that ``text`` states, in order; ``offset`` is added to the spans.

    Identifiers, years, ordinals, clock times, scores and the pronoun "one" are none. ``text`` is read as it is: the
    masking of identifiers is done here. Spans hold sign, number, scale and unit ("$1.2bn", "58-year"), neither hedge
    nor counted noun. See :class:`claimcheck.model.Quantity` for what hedges do to ``low`` and ``high``.
    """
    tokens = read(text)
    taken = _dated(tokens, text)
    found = []
    for outcome in _quantitygrammar.readings(tokens, taken):
        start, end = tokens.start[outcome.first], tokens.end[outcome.last - 1]
        span = Span(start + offset, end + offset)
        found.append(
            Quantity(
                outcome.low,
                outcome.high,
                outcome.unit,
                outcome.counted,
                outcome.hedge,
                text[start:end],
                span,
                outcome.role,
            )
        )
    return tuple(found)


def _dated(tokens: Tokens, text: str) -> list[bool]:
    """Which tokens belong to dates, those of ambiguous order ("03/04/2024") included."""
    taken = [False] * len(tokens.text)
    for _, start, end in dates.stretches(text):
        index = bisect_left(tokens.start, start)
        while tokens.start[index] < end:
            taken[index] = True
            index += 1
    for index in _dategrammar.covered_numbers(tokens):
        taken[index] = True
    return taken


def expected(quantity: Quantity) -> tuple[float | None, float | None]:
    """Where the words lead a reader to expect the value, in its own unit, narrower than what they allow.

    "Up to 100" allows 0 and leads to 50 to 100; "at least 100" allows a million and leads to 100 to 200.
    """
    low, high = quantity.low, quantity.high
    match quantity.hedge:
        case "up-to" if high is not None:
            return high / 2, high
        case "at-least" | "over" if low is not None:
            return low, 2 * low
        case _:
            return low, high


def compare(claim: Quantity, source: Quantity) -> bool | None:
    """Whether the source bears out the number of the claim: ``True``; ``False`` it differs; ``None`` it leaves it open.

    Units of one dimension are converted (km and miles, °C and °F, percent and ratio); others do not compare (``None``),
    nor do different currencies, percent against percentage points, or a plain count against a measure.

    =====================  ===========================  ============================================================
    claim                  source                       result
    =====================  ===========================  ============================================================
    12,000                 11,931                       True: rounded to two significant digits
    85 percent             85.19 percent                True: rounded to the decimals that it has
    8,000                  8,234                        False: too rough without "about"; 8,200 is True
    8,234                  8,200                        True: the source is the rounded one
    310 miles              500 km                       True: converted, and within 5 % for a round figure
    a third                33 percent                   True
    about 12,000           11,931                       True inside 0.8 to 1.2 times, else False
    nearly 12,000          11,931                       True inside 0.8 to 1 times, None a rounding above, else False
    up to 10,000           8,000                        True from half the bound on, None below, False above
    at least 100           150; 80                      True; False
    5 to 7 percent         6.1 percent                  True inside, else False
    dozens                 55                           True inside 12 to 1,200, else False
    10,000                 about 10,000, over 10,000    True: only the hedge was dropped
    10,000                 up to 10,000                 None: a possibility is no fact, and modality decides
    3,000; 12,000          up to 10,000                 False: under half the bound, or over it; None between
    150; 80                at least 100                 None up to twice the bound; False
    11,000                 10,000 to 12,000             None inside; False outside
    up to 10,000           up to 10,000                 True if the bounds are within 10 %, else False
    over 40                at least 47                  True: the claim is the weaker one; None where it is the stronger
    about 3,000            about 3,200                  True within 10 %, None where the intervals touch, else False
    =====================  ===========================  ============================================================
    """
    return _agreement.agree(claim, source)
