"""The training pairs: what stands in the file of written ones, and how a folder is drawn from."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

from claimcheck.train import pool

PAIR = {"claim": "The mill closed.", "source": "The mill was shut in May.", "label": "supported"}


def test_written_pairs_have_all_three_labels_and_nothing_twice() -> None:
    rows = list(pool.written(1, seed=1))
    labels = Counter(row["label"] for row in rows)
    assert len(rows) > 1000
    assert min(labels[name] for name in ("supported", "contradicted", "unsupported")) > 200
    assert len({row["claim"] for row in rows}) > 0.99 * len(rows)


def test_the_same_seed_draws_the_same(tmp_path: Path) -> None:
    (tmp_path / "any.jsonl").write_text(json.dumps(PAIR) + "\n" + json.dumps({"source": "A page. It rained."}) + "\n")
    assert list(pool.drawn(tmp_path, "first", 3)) == list(pool.drawn(tmp_path, "first", 3)) == [{**PAIR, "open": False}]
    assert list(pool.pages(tmp_path, 3)) == [(True, "A page. It rained.")]


def test_a_set_is_drawn_in_its_share_and_its_negatives_stay_open(tmp_path: Path) -> None:
    rows = "".join(json.dumps({**PAIR, "label": "unsupported"}) + "\n" for _ in range(400))
    (tmp_path / "med.jsonl.gz").write_bytes(gzip.compress(rows.encode()))
    found = list(pool.drawn(tmp_path, "second", 3))
    assert 30 < len(found) < 100  # 15 of 100
    assert all(row["open"] for row in found)
