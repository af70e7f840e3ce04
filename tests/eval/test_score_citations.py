"""What no citation may do on the labelled cases; how many must be right stands in ``floors.json``."""

from __future__ import annotations

import pytest

from tests.eval.score_citations import load, score


@pytest.mark.parametrize("half", ["open", "sealed"])
def test_no_citation_is_silently_linked_to_the_wrong_reference(half: str) -> None:
    result = score(load(half))
    totals, wrong, spurious = result.totals(), result.silent_wrong, result.spurious
    del result  # errors of the sealed half stay unseen: a failing assertion would print them
    assert wrong == 0, totals
    assert spurious <= SPURIOUS[half], totals


SPURIOUS = {"open": 1, "sealed": 3}
