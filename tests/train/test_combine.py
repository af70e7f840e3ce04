"""The fit of the combination: plain numbers from plain numbers, the same every time."""

from __future__ import annotations

import numpy as np
import pytest

from claimcheck.train import combine

DRAW = np.random.default_rng(7)
ROWS = DRAW.normal(size=(400, 3))
TRUTH = (ROWS[:, 0] + 0.3 * DRAW.normal(size=400) > 0).astype(float)
PAGES = [f"p{number % 40}" for number in range(400)]


def test_the_telling_signal_gets_the_weight() -> None:
    _, weights = combine.fit(ROWS, TRUTH)
    assert weights[0] > 5 * abs(weights[1])


def test_the_same_rows_give_the_same_numbers() -> None:
    assert combine.fit(ROWS, TRUTH)[1].tolist() == combine.fit(ROWS, TRUTH)[1].tolist()


def test_on_unseen_pages_it_still_tells_them_apart() -> None:
    chances = combine.unseen(ROWS, TRUTH, PAGES)
    assert combine.area(chances, TRUTH) > 0.95
    assert combine.calibration(chances, TRUTH) < 0.1


def test_a_signal_that_tells_nothing_is_no_better_than_chance() -> None:
    noise = DRAW.normal(size=(400, 1))
    assert combine.area(combine.unseen(noise, TRUTH, PAGES), TRUTH) == pytest.approx(0.5, abs=0.1)
