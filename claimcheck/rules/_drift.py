"""Facts that a rewording no longer carries."""

from __future__ import annotations

import math

from claimcheck.model import Date, Facts, Hedge, Instrument, Quantity, Quotation

# A bound is part of the fact: "up to 10,000" reworded to "10,000" says more than the sentence does.
_BOUND: dict[Hedge, str] = {"up-to": "above", "just-under": "above", "at-least": "below", "over": "below"}


def lost(stated: Facts, text: str) -> list[str]:
    """The facts of a sentence, as written there, that ``text`` does not carry any more."""
    from claimcheck import parse

    again = parse.facts(text)
    return [
        *(
            fact.text
            for fact in stated.quantities
            if not any(_same_quantity(other, fact) for other in again.quantities)
        ),
        *(fact.text for fact in stated.dates if not any(_same_date(other, fact) for other in again.dates)),
        *(fact.text for fact in stated.quotations if not _same_words(again.quotations, fact)),
        *(fact.text for fact in stated.instruments if not any(_same(other, fact) for other in again.instruments)),
    ]


def _same_quantity(claim: Quantity, sentence: Quantity) -> bool:
    from claimcheck.parse import quantities

    if _BOUND.get(claim.hedge) != _BOUND.get(sentence.hedge):
        return False
    # A source may be near "about 41,000"; a rewording of it has to keep the number, or round it.
    if claim.unit == sentence.unit and claim.stated is not None and sentence.stated is not None:
        return _same_number(claim.stated, sentence.stated)
    agrees = quantities.compare(claim, sentence)
    if agrees is None:
        return (claim.low, claim.high, claim.unit) == (sentence.low, sentence.high, sentence.unit)
    return agrees


def _same_number(claim: float, sentence: float) -> bool:
    """True for the same number within 1 percent, or rounded to its first, second or third digit."""
    rounded = (float(f"{sentence:.{digits}e}") for digits in (0, 1, 2))
    return math.isclose(claim, sentence, rel_tol=0.01) or claim in rounded


def _same_date(claim: Date, sentence: Date) -> bool:
    from claimcheck.parse import dates

    return claim.edtf == sentence.edtf or dates.compare(claim.edtf, sentence.edtf) is not False


def _same_words(quotations: tuple[Quotation, ...], sentence: Quotation) -> bool:
    from claimcheck.parse.words import fold

    words = " ".join(fold(sentence.text).split()).strip(" .,;:!?")  # a full stop may stand inside the marks or outside
    return any(words in " ".join(fold(entry.text).split()) for entry in quotations)


def _same(claim: Instrument, sentence: Instrument) -> bool:
    from claimcheck.parse import instruments

    return instruments.key(claim) == instruments.key(sentence)
