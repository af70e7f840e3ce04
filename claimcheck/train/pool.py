"""The training pairs: labelled sets, each taken in a share of its own, and pages from which pairs are made.

``written/general.txt`` holds pairs written for the purpose. A folder holds the rest, JSON Lines in
``NAME.jsonl`` or ``NAME.jsonl.gz``: a row with ``claim``, ``source`` and ``label``
(``supported``, ``contradicted``, ``unsupported``) is a pair; a row with ``source`` alone is a page.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Use:
    """How a set is used: how often each row is drawn in the first and in the second stage, and how many of its
    sources are long enough to serve as pages. ``open``: its negatives may or may not contradict."""

    first: float
    second: float
    open: bool = False
    pages: int = 0


# Chosen once, before training. Rule-made and skewed sets are taken thinly; those with real passages several times over.
USES: Mapping[str, Use] = {
    "wice": Use(3, 3, open=True, pages=700),
    "citation_integrity": Use(2, 1, open=True, pages=300),
    "fool_me_twice_dev": Use(2, 1.5),
    "fever_symmetric_dev": Use(1, 1),
    "factcheckgpt_stance": Use(1, 1, pages=350),
    "fever_rte": Use(1, 0.45),
    "summedits": Use(1, 0.7, open=True, pages=60),
    "begin": Use(1, 0.5, open=True),
    "tabfact_pairs": Use(0.1, 0.06),
    "tabfact_val": Use(0.05, 0),
    "infotabs": Use(0.4, 0.12),
    "cad_nli": Use(1, 0.35),
    "negation_nli_snli": Use(1, 0.5),
    "conjnli_adv": Use(0.3, 0.1),
    "help_lex": Use(0.2, 0, open=True),
    "med": Use(0.4, 0.15, open=True),
    "breaking_nli": Use(0.15, 0.05),
    "dnc_veridicality": Use(0.3, 0.1, open=True),
}
OTHER = Use(1, 1)
"""For a set that is not listed."""
PAGE_WORDS = 60
"""Words from which on a source of a set serves as a page."""


def sets(folder: Path) -> Iterator[tuple[str, Iterator[Row]]]:
    """Every file of the folder with its rows, by name."""
    for path in sorted(folder.glob("*.jsonl*")):
        yield path.name.split(".")[0], _rows(path)


def drawn(folder: Path, stage: str, seed: int) -> Iterator[Row]:
    """The pairs of one stage, ``first`` or ``second``, each row as often as the share of its set says."""
    order = random.Random(seed)
    for name, rows in sets(folder):
        use = USES.get(name, OTHER)
        share = use.first if stage == "first" else use.second
        for row in rows:
            times = int(share) + (order.random() < share - int(share))
            if "claim" in row:
                for _ in range(times):
                    yield {
                        "claim": row["claim"],
                        "source": row["source"],
                        "label": row["label"],
                        "open": row.get("open", use.open),
                    }


def pages(folder: Path, seed: int) -> Iterator[tuple[bool, str]]:
    """Texts to make pairs from, with whether each is a whole page: rows without a claim, then sources of the sets."""
    for _, rows in sets(folder):
        yield from ((True, row["source"]) for row in rows if "claim" not in row)
    for name, rows in sets(folder):
        limit = USES.get(name, OTHER).pages
        if not limit:
            continue
        found = {row["source"][:200]: row["source"] for row in rows if len(row["source"].split()) >= PAGE_WORDS}
        texts = list(found.values())
        random.Random(seed).shuffle(texts)
        yield from ((False, text) for text in texts[:limit])


_SIGNS = {"+": "supported", "-": "contradicted", "?": "unsupported"}
_BESIDE = 0.35
"""Share of the written pairs that get the beginning of another passage before or behind their own."""


def written(times: int, seed: int) -> Iterator[Row]:
    """The pairs of ``written/general.txt``, ``times`` over: rewordings and near misses as people write them."""
    passages: dict[str, list[tuple[str, str]]] = {}
    for line in files("claimcheck.train").joinpath("written", "general.txt").read_text(encoding="utf-8").splitlines():
        sign, _, text = line.partition(" ")
        if sign == "P":
            passages[text] = []
        else:
            passages[[*passages][-1]].append((_SIGNS[sign], text))
    order = random.Random(seed)
    for _ in range(times):
        for passage, claims in passages.items():
            for label, claim in claims:
                source = passage
                if order.random() < _BESIDE:
                    other = ". ".join(order.choice([*passages]).split(". ")[:2]).rstrip(".") + "."
                    source = f"{other} {passage}" if order.random() < 0.5 else f"{passage} {other}"
                yield {"claim": claim, "source": source, "label": label}


def _rows(path: Path) -> Iterator[Row]:
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    yield from (json.loads(line) for line in text.split("\n") if line.strip())
