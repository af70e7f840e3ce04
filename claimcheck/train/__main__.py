"""Trains the embedded judge: ``python -m claimcheck.train DATA BASE PARSER WORK``.

``DATA`` is a folder of JSON Lines (see ``pool``), ``BASE`` one with ``model.safetensors`` and ``tokenizer.json`` of a
MiniLM with six layers of 384, ``PARSER`` a spaCy pipeline for English (a name or a folder), ``WORK`` a folder for
checkpoints. A run that was cut off goes on where it stopped. The file that is shipped is written to
``claimcheck/entailment/model.onnx``; ``python -m claimcheck.train.combine`` then fits the combination to labelled
claims.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer

from claimcheck import entailment, judges, segment
from claimcheck.train import graph, pool
from claimcheck.train.contrast import pairs
from claimcheck.train.drafts import Forms
from claimcheck.train.encoder import Judge
from claimcheck.train.falsify import Page, remember
from claimcheck.train.loop import Row, Stage, tokenised, train

VERSION = "1"
SEED = 5
FIRST = Stage("first", steps=480, stop=320, rate=1.2e-4, floor=0.4, seed=3)
SECOND = Stage("second", steps=900, stop=480, rate=1.2e-4, floor=0.03, seed=4)
THIRD = Stage("third", steps=400, stop=320, rate=1e-4, floor=0.02, seed=6)
FOURTH = Stage("fourth", steps=210, stop=210, rate=7e-5, floor=0.02, seed=7)
WRITTEN, POOLED, MIXED = 6, 0.6, 0.9
"""How often the written pairs stand in the third stage, and how many pooled and made ones stand beside each."""
AGAIN = 3
"""How often in the fourth, with half as many others beside them; its weights are averaged with those of the third."""
SHORT, LONG, MADE = 200, 230, 180
"""Tokens of the longest row in the first stage, in the second, and of a made pair: longer ones cost more than they
teach on two cores."""
MADE_ROWS = 40_000
# How often a made pair of a kind is drawn: what sentences seldom offer more often, what they always offer less.
DRAWN: Mapping[str, float] = {
    "roles": 2.5, "unhedge": 8, "exchange": 2, "moment": 2, "quotation": 2, "verbatim": 0.4, "reworded-0": 0.4,
    "deny": 0.8, "graft": 0.7, "opposite": 0.8, "removed": 0.9,
}  # fmt: skip
PAGE_CHARACTERS = 9_000
PER_SENTENCE, PER_SENTENCE_OF_A_SET = 10, 7


def main(data: Path, base: Path, parser: str, work: Path) -> None:
    """Make, train, write."""
    work.mkdir(parents=True, exist_ok=True)
    made = work / "made.jsonl.gz"
    if not made.exists():
        _make(data, parser, made)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    torch.manual_seed(SEED)
    model = Judge()
    model.load_base(base / "model.safetensors")
    train(model, _short(pool.drawn(data, "first", SEED), tokenizer, SHORT), work, FIRST)
    pooled = _short(pool.drawn(data, "second", SEED), tokenizer, LONG)
    mixed = _short(_drawn(made), tokenizer, MADE)[:MADE_ROWS]
    train(model, [*pooled, *mixed], work, SECOND)
    for stage, times, share in ((THIRD, WRITTEN, 1.0), (FOURTH, AGAIN, 0.5)):
        written = _short(pool.written(times, stage.seed), tokenizer, LONG)
        order = random.Random(stage.seed)
        counts = [(pooled, int(share * POOLED * len(written))), (mixed, int(share * MIXED * len(written)))]
        others = [row for rows, count in counts for row in order.sample(rows, min(len(rows), count))]
        train(model, [*written, *others], work, stage)
    ends = [torch.load(work / f"{stage.name}.pt", weights_only=True)["model"] for stage in (THIRD, FOURTH)]
    model.load_state_dict({name: (ends[0][name] + ends[1][name]) / 2 for name in ends[0]})
    weights = {name: value.numpy() for name, value in model.state_dict().items()}
    target = Path(entailment.__file__).with_name(entailment.FILE)
    graph.write(weights, (base / "tokenizer.json").read_text(encoding="utf-8"), target, {"version": VERSION})
    print(f"wrote {target}")


def _short(rows: Iterator[pool.Row], tokenizer: Tokenizer, limit: int) -> list[Row]:
    return [row for row in tokenised(rows, tokenizer) if len(row.tokens) < limit]


def _make(data: Path, parser: str, made: Path) -> None:
    import spacy

    parse = spacy.load(parser)
    forms = Forms()
    known: list[tuple[bool, Page]] = []
    for whole, text in pool.pages(data, SEED):
        document = judges.document_of(text[:PAGE_CHARACTERS])
        sentences = [" ".join(found.span.of(document.text).split()) for found in segment.sentences(document)]
        parsed = tuple(sentence for sentence in parse.pipe(sentences) if len(sentence) > 2)
        if len(parsed) < 3:
            continue
        headed = len(parsed[0]) < 14 and not parsed[0].text.endswith(".")
        page = Page(parsed[0].text if headed else "", parsed[headed:])
        for sentence in parsed:
            forms.learn(sentence)
        remember(page)
        known.append((whole, page))
    order = random.Random(SEED)
    with gzip.open(made.with_suffix(".part"), "wt", encoding="utf-8") as lines:
        for whole, page in known:
            for pair in pairs(page, forms, order, PER_SENTENCE if whole else PER_SENTENCE_OF_A_SET):
                row = {key: value for key, value in asdict(pair).items() if value is not None}
                lines.write(json.dumps(row) + "\n")
    made.with_suffix(".part").replace(made)


def _drawn(made: Path) -> Iterator[pool.Row]:
    with gzip.open(made, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    order = random.Random(SEED)
    order.shuffle(rows)
    for row in rows:
        share = DRAWN.get(row["kind"], 1.0)
        for _ in range(int(share) + (order.random() < share - int(share))):
            yield row


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
