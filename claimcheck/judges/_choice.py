"""Which judge rules: the facts alone, the facts with the model that comes along, or with a model of the user's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.model import JudgedClaim

if TYPE_CHECKING:
    from claimcheck.entailment import Entailment

FACTS, EMBEDDED = "facts", "embedded"


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of judge; its model, if it has one, is loaded when first asked for."""

    name: str
    """``facts``, ``embedded``, or the folder of a model."""

    @property
    def model(self) -> Entailment | None:
        """The model that the rulings weigh in.

        Raises:
            ClaimcheckError: the folder holds no model that runs.
        """
        if self.name == FACTS:
            return None
        from claimcheck import entailment

        if self.name != EMBEDDED:
            return entailment.of_folder(self.name)
        return None if entailment.missing() else entailment.embedded()

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the rulings must know; empty where all is as it should be."""
        if self.name == FACTS:
            return ("judged by the facts alone, as asked",)
        if self.name != EMBEDDED:
            return ()
        from claimcheck import entailment

        return (f"judged by the facts alone: {entailment.missing()}",) if entailment.missing() else ()


def models(judged: Iterable[JudgedClaim]) -> tuple[str, ...]:
    """Name, version and digest of the models that were asked."""
    return tuple(sorted({check.ruling.judge.partition("+")[2] for claim in judged for check in claim.checks} - {""}))


FACTS_ALONE = Choice(FACTS)
