"""Checkable facts as values: what one grammar reads in a claim and, alike, in a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.model.text import Span

EntityKind = Literal["person", "place", "organisation", "other"]
Hedge = Literal["exact", "approx", "up-to", "at-least", "just-under", "over", "range", "vague"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    ``low`` and ``high`` bound the true value that the words allow (inclusive); ``None`` is open. With hedge
    ``exact`` both are the stated value; ``approx`` is 0.8 to 1.2 times it; ``up-to`` starts at 0; ``just-under`` at
    0.8 times it; ``at-least`` and ``over`` have no high end; ``vague`` ("dozens") spans two orders of magnitude.
    ``unit`` is ``percent``, ``percentage-point``, ``ratio``, an ISO 4217 code, another unit's usual symbol, or
    ``None`` for a plain count. ``counted`` is the noun that is counted, as written, lower case.
    ``role`` says what the number does in its sentence ("killed", "deployed"), ``None`` if unknown.
    ``text``/``span`` are the number expression without hedge and counted noun.
    """

    low: float | None
    high: float | None
    unit: str | None
    counted: str | None
    hedge: Hedge
    text: str
    span: Span
    role: str | None = None

    @property
    def stated(self) -> float | None:
        """The number as written: 3,000 for "about 3,000", "up to 3,000" and "over 3,000"; ``None`` for a range."""
        match self.hedge:
            case "exact" | "up-to" | "just-under":
                return self.high
            case "at-least" | "over":
                return self.low
            case "approx":
                return None if self.low is None or self.high is None else (self.low + self.high) / 2
            case "range" | "vague":
                return None


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date or period as an EDTF string (ISO 8601-2:2019): ``1948``, ``XXXX-09``, ``195X``, ``2023-Q3``."""

    edtf: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted speech or writing; ``span`` covers the words between the quotation marks. Titles are no quotations."""

    text: str
    speaker: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Instrument:
    """A named legal text or document ("UN Security Council Resolution 2270"); ``url`` is its canonical address."""

    name: str
    url: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A named person, place or organisation; ``name`` is canonical (DPRK gives "North Korea"), ``text`` as written."""

    name: str
    text: str
    span: Span
    kind: EntityKind = "other"


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the grammars read in one stretch of text."""

    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    entities: tuple[Entity, ...] = ()
