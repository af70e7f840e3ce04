"""The training loop: pairs in batches of like length, checkpoints, and going on where it stopped."""

from __future__ import annotations

import os
import random
import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor, distributed, multiprocessing
from torch.nn import functional

from claimcheck.train.encoder import LABELS, Judge

CLAIM, ROW = 96, 320
"""Tokens of a claim and of a row that are read; the passage is cut, never the claim's first words."""
TOKENS = 2048
"""Tokens in a batch, padding included."""
WORKERS = 2
MEET = 16
"""Steps after which the workers average their weights."""
CHECKPOINT = 160
"""Steps between two checkpoints; a multiple of ``MEET``, so that both workers go on from the same weights."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of training: the rate climbs for 50 steps and sinks over ``steps`` to ``floor`` of itself.

    It ends after ``stop`` steps of each worker.
    """

    name: str
    steps: int
    stop: int
    rate: float
    floor: float
    seed: int

    def rate_at(self, step: int) -> float:
        return self.rate * min(1.0, (step + 1) / 50) * max(self.floor, 1 - step / self.steps)


@dataclass(frozen=True, slots=True)
class Row:
    """A tokenised pair. ``marks`` is 1 where a claim token is not borne out, 0 where it is, -1 where nobody knows."""

    tokens: tuple[int, ...]
    claim: int
    label: int
    """Index into ``LABELS``; 3: not supported, and nobody knows whether contradicted."""
    marks: tuple[int, ...]


def tokenised(pairs: Iterable[Mapping[str, Any]], tokenizer: Tokenizer) -> Iterator[Row]:
    """Rows of pairs with ``claim``, ``source``, ``label``, and optionally ``changed`` spans and ``open``."""
    for pair in pairs:
        claim = tokenizer.encode(pair["claim"], add_special_tokens=False)
        ids = claim.ids[:CLAIM]
        passage = tokenizer.encode(pair["source"], add_special_tokens=False).ids[: ROW - len(ids) - 3]
        label = LABELS.index(pair["label"]) if not pair.get("open") or pair["label"] == "supported" else 3
        marks = [-1] * len(ids)
        if pair["label"] == "supported":
            marks = [0] * len(ids)
        elif "changed" in pair:
            spans = pair["changed"]
            marks = [int(any(a < end and b > start for start, end in spans)) for a, b in claim.offsets[:CLAIM]]
        yield Row((101, *ids, 102, *passage, 102), len(ids), label, tuple(marks))


def batches(rows: Sequence[Row], order: random.Random) -> list[list[Row]]:
    """Batches of like length in a shuffled order."""
    shuffled = list(rows)
    order.shuffle(shuffled)
    found = []
    for start in range(0, len(shuffled), 8192):
        chunk = sorted(shuffled[start : start + 8192], key=lambda row: len(row.tokens))
        batch: list[Row] = []
        for row in chunk:
            if (batch and (len(row.tokens) + 7) * (len(batch) + 1) > TOKENS) or len(batch) == 64:
                found.append(batch)
                batch = []
            batch.append(row)
        found.append(batch)
    order.shuffle(found)
    return found


def tensors(batch: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Tokens, sides, present, labels and marks of a batch."""
    length = -(-max(len(row.tokens) for row in batch) // 8) * 8
    tokens = torch.zeros(len(batch), length, dtype=torch.long)
    sides, present = torch.zeros_like(tokens), torch.zeros_like(tokens, dtype=torch.bool)
    marks = torch.full_like(tokens, -1)
    for number, row in enumerate(batch):
        tokens[number, : len(row.tokens)] = torch.tensor(row.tokens)
        sides[number, row.claim + 2 :] = 1
        present[number, : len(row.tokens)] = True
        marks[number, 1 : row.claim + 1] = torch.tensor(row.marks)
    return tokens, sides, present, torch.tensor([row.label for row in batch]), marks


def loss_of(logits: Tensor, found: Tensor, labels: Tensor, marks: Tensor) -> Tensor:
    """Cross entropy over the label, and over the claim's words where it is known which are borne out."""
    chances = functional.log_softmax(logits, dim=1)
    rest = torch.logsumexp(chances[:, 1:], dim=1, keepdim=True)  # not supported, whichever way
    label_loss = -torch.cat([chances, rest], dim=1).gather(1, labels.unsqueeze(1)).mean()
    known = marks >= 0
    if not known.any():
        return label_loss
    weight = torch.where(marks == 1, 3.0, 1.0)[known]
    mark_loss = functional.binary_cross_entropy_with_logits(found[known], marks[known].float(), weight=weight)
    return label_loss + 0.5 * mark_loss


def train(model: Judge, rows: Sequence[Row], folder: Path, stage: Stage) -> None:
    """Train one stage with two workers, each on its half of the batches, whose weights are averaged now and then.

    One thread each: on cores that are shared, two threads in one process wait for each other more than they work.
    A run that was cut off goes on from its last checkpoint in ``folder``.
    """
    finished = folder / f"{stage.name}.pt"
    if not finished.exists():
        torch.save({"model": model.state_dict()}, folder / f"{stage.name}.start.pt")
        meeting = folder / f"{stage.name}.meeting"
        meeting.unlink(missing_ok=True)
        multiprocessing.spawn(_work, (rows, folder, stage, meeting), nprocs=WORKERS)
    model.load_state_dict(torch.load(finished, weights_only=True)["model"])


def _work(worker: int, rows: Sequence[Row], folder: Path, stage: Stage, meeting: Path) -> None:
    torch.set_num_threads(1)
    os.setsid()  # a scheduler that shares time by session gives each worker its own share
    torch.manual_seed(stage.seed + worker)
    distributed.init_process_group("gloo", init_method=f"file://{meeting}", rank=worker, world_size=WORKERS)
    model = Judge()
    model.load_state_dict(torch.load(folder / f"{stage.name}.start.pt", weights_only=True)["model"])
    model.words.weight.requires_grad_(False)
    learnt = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(
        [
            {"params": [p for p in learnt if p.ndim > 1], "weight_decay": 0.01},
            {"params": [p for p in learnt if p.ndim == 1], "weight_decay": 0.0},
        ],
        betas=(0.9, 0.98),
    )
    step, checkpoint = 0, folder / f"{stage.name}.{worker}.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        step = saved["step"]
    model.train()
    begun, recent = time.monotonic(), deque[float](maxlen=100)
    for batch in islice(_half(rows, worker, stage.seed), step, stage.stop):
        for group in optimiser.param_groups:
            group["lr"] = stage.rate_at(step)
        tokens, sides, present, labels, marks = tensors(batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits, found = model(tokens, sides, present)
        loss = loss_of(logits, found, labels, marks)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimiser.step()
        step += 1
        recent.append(loss.item())
        if step % MEET == 0 or step == stage.stop:
            _average(learnt)
        if step % 20 == 0 and worker == 0:
            took = time.monotonic() - begun
            print(f"{stage.name} {took:.0f} s, step {step}, loss {sum(recent) / len(recent):.4f}", flush=True)
        if step % CHECKPOINT == 0:
            whole = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "step": step}
            torch.save(whole, checkpoint.with_suffix(".part"))
            checkpoint.with_suffix(".part").replace(checkpoint)
            distributed.barrier()
    if worker == 0:
        torch.save({"model": model.state_dict()}, folder / f"{stage.name}.pt")
    distributed.barrier()


def _half(rows: Sequence[Row], worker: int, seed: int) -> Iterator[list[Row]]:
    for epoch in count():
        yield from batches(rows, random.Random(seed + epoch))[worker::WORKERS]


def _average(parameters: Sequence[Tensor]) -> None:
    with torch.no_grad():
        whole = torch.nn.utils.parameters_to_vector(parameters)
        distributed.all_reduce(whole)
        torch.nn.utils.vector_to_parameters(whole / WORKERS, parameters)
