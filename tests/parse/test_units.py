"""Units: names and symbols, and conversion within a dimension."""

from __future__ import annotations

import pytest

from claimcheck.parse import units


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("kilometres", "km"),
        ("kilometers", "km"),
        ("kms", "km"),
        ("feet", "ft"),
        ("sq. km", "km2"),
        ("square miles", "mi2"),
        ("cubic metres", "m3"),
        ("metres per second", "m/s"),
        ("km/h", "km/h"),
        ("miles an hour", "mph"),
        ("per cent", "percent"),
        ("percentage points", "percentage-point"),
        ("degrees Celsius", "°C"),
        ("kilowatt-hours", "kWh"),
        ("micrograms", "µg"),
        ("MW", "MW"),
        ("mW", "mW"),
        ("nautical miles", "nmi"),
        ("decades", "year"),
        ("camels", None),
    ],
)
def test_symbols(name: str, symbol: str | None) -> None:
    assert units.symbol_of(name) == symbol


@pytest.mark.parametrize(
    ("value", "unit", "other_value", "other"),
    [
        (26, "mi", 41.842944, "km"),
        (1, "nmi", 1852, "m"),
        (32, "°F", 0, "°C"),
        (-40, "°F", -40, "°C"),
        (1, "ha", 10_000, "m2"),
        (1, "ton", 907.18474, "kg"),
        (14, "lb", 1, "st"),
        (90, "min", 1.5, "h"),
        (12, "month", 1, "year"),
        (100, "km/h", 62.137119, "mph"),
        (1, "kWh", 3.6, "MJ"),
        (33, "percent", 0.33, "ratio"),
        (1, "gal", 3.785411784, "L"),
    ],
)
def test_conversion(value: float, unit: str, other_value: float, other: str) -> None:
    ours, theirs = units.to_base(value, unit), units.to_base(other_value, other)
    assert ours[1] == theirs[1]
    assert ours[0] == pytest.approx(theirs[0], rel=1e-6)


def test_currencies_and_unknown_units_are_dimensions_of_their_own() -> None:
    assert units.to_base(5, "EUR") == (5, "EUR")
    assert units.to_base(5, "USD")[1] != units.to_base(5, "EUR")[1]
    assert units.to_base(1, "percent")[1] != units.to_base(1, "percentage-point")[1]


def test_every_name_and_symbol_leads_to_a_unit() -> None:
    assert all(symbol in units.UNITS for symbol in units.SYMBOLS.values())
    assert all(symbol in units.UNITS for symbol, _ in units.NAMES.values())
    assert all(unit.factor > 0 for unit in units.UNITS.values())
