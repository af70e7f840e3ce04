"""A word of a sentence: its part of speech, its weight, its clause, and how it is asserted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.judges import _lexicon as lexicon
from claimcheck.parse import thesaurus, words

Mode = Literal["asserted", "forecast", "possible", "conditional", "question", "denied", "reported", "alleged"]
"""How words are asserted. ``reported`` are somebody's words, ``alleged`` a view, a rumour or an accusation."""
Part = Literal["noun", "name", "verb", "adjective", "adverb", "number", "calendar", "function"]

WEIGHT: dict[Part, float] = {
    "name": 1.3, "noun": 1.0, "verb": 1.0, "adjective": 0.8, "adverb": 0.5,
    "number": 0.0, "calendar": 0.0, "function": 0.0,
}  # fmt: skip
"""How much a word says; numbers and dates are held against the page as facts, not as words."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence. ``start`` and ``end`` count in the sentence; ``clause`` numbers its clause from 0."""

    text: str
    lower: str
    stem: str
    start: int
    end: int
    part: Part
    base: str
    """Base form of a verb, else ``lower``."""
    clause: int = 0
    segment: int = 0
    """Stretch between commas and the like."""
    negated: bool = False
    mode: Mode = "asserted"
    quoted: bool = False
    auxiliary: bool = False
    phrasal: str | None = None
    """The verb with its particle as the dictionary has it: "pass_away" for "passed away"."""
    minor: bool = False
    """A title ("Dr") or any but the last word of a name: it adds little to the surname."""

    @property
    def weight(self) -> float:
        if self.auxiliary:
            return 0.0
        value = WEIGHT[self.part]
        if self.minor:
            return 0.2 if self.lower in lexicon.TITLES else value / 2
        if value and self.part != "name":
            if self.base in lexicon.LIGHT or self.lower in lexicon.LIGHT or self.stem in _LIGHT_STEMS:
                return value / 3
            return value * (1.25 - 0.06 * min(6, thesaurus.frequency(self.lower)))
        return value

    @property
    def content(self) -> bool:
        return self.weight > 0

    @property
    def counts(self) -> bool:
        """Whether it is a number, not a unit or a "percent"."""
        return self.part == "number" and (self.lower[:1].isdigit() or self.lower in NUMBER_WORDS - SHARES)


PARTICLES = frozenset({"up", "down", "out", "off", "in", "away", "back", "over", "apart", "forward"})
SHARES = frozenset({"per", "cent", "percent", "percentage"})
UNITS = frozenset(
    """fahrenheit celsius kelvin km kg km/h kph mph lb lbs oz cm mm ml gbp usd eur chf sek nok dkk kilometre kilometres
    kilometer kilometers mile miles metre metres meter meters foot feet inch inches yard yards kilogram kilograms kilo
    kilos gram grams tonne tonnes ton tons pound pounds ounce ounces litre litres liter liters gallon gallons hectare
    hectares acre acres degrees degree euro euros dollar dollars crown crowns krone kroner krona kronor franc francs
    yen yuan won rouble roubles ruble rubles rupee rupees peso pesos reais real lira zloty pence cents knots""".split()
)
"""Unit words: read with their number as quantities, and no words of the claim."""

_LIGHT_STEMS = frozenset(words.stem(word) for word in lexicon.LIGHT)
NUMBER_WORDS = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion
    dozen dozens hundreds thousands millions billions half third thirds quarter quarters per cent percent percentage
    double twice""".split()
)
