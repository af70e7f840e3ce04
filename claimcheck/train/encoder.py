"""The encoder: BERT with six layers of 384, a head for the label and one that marks the claim's unborne words.

Written out in plain torch, because the graph that is shipped is written out alike (``graph.py``) and the two are
compared number by number.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
EPSILON = 1e-12
LABELS = ("supported", "contradicted", "unsupported")
"""Order of the logits."""


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT is."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.output = nn.Linear(WIDTH, WIDTH)
        self.first_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.second_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = nn.Dropout(0.0)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        rows, length, _ = hidden.shape

        def split(part: Tensor) -> Tensor:
            return part.view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        # Written out: the fused attention of torch 2.13 takes a quarter of a training step on a CPU, going back.
        scores = split(self.query(hidden)) @ split(self.key(hidden)).transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask
        seen = functional.softmax(scores, dim=-1).to(hidden.dtype) @ split(self.value(hidden))
        seen = self.output(seen.transpose(1, 2).reshape(rows, length, WIDTH))
        hidden = self.first_norm(hidden + self.dropout(seen))
        return self.second_norm(hidden + self.dropout(self.down(functional.gelu(self.up(hidden)))))


class Judge(nn.Module):
    """Claim and passage in one row; label logits and, for each token of the claim, how much it lacks support."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.sides = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.marker = nn.Linear(WIDTH, 1)
        self.head = nn.Linear(3 * WIDTH + 1, len(LABELS))

    def forward(self, tokens: Tensor, sides: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """``tokens``, ``sides`` (0 claim, 1 passage) and ``present`` (0 padding) are rows of equal length."""
        places = torch.arange(tokens.shape[1], device=tokens.device)
        hidden = self.norm(self.words(tokens) + self.places(places) + self.sides(sides))
        mask = torch.zeros_like(present, dtype=hidden.dtype).masked_fill(~present, -1e4)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, mask.to(hidden.dtype))
        claim = (present & (sides == 0)).clone()
        claim[:, 0] = False
        weight = claim.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        most = hidden.masked_fill(~claim.unsqueeze(-1), -1e4).max(1).values
        marks = self.marker(hidden).squeeze(-1).float()
        worst = marks.masked_fill(~claim, -1e4).max(1, keepdim=True).values
        return self.head(torch.cat([hidden[:, 0], mean, most, worst.to(hidden.dtype)], dim=1)).float(), marks

    def load_base(self, weights: Path) -> None:
        """Take over the layers of a BERT in safetensors form; the heads stay as they are."""
        from safetensors.torch import load_file

        given = load_file(weights)
        names = {
            "embeddings.word_embeddings": "words",
            "embeddings.position_embeddings": "places",
            "embeddings.token_type_embeddings": "sides",
            "embeddings.LayerNorm": "norm",
        }
        for number in range(LAYERS):
            theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
            for part in ("query", "key", "value"):
                names[f"{theirs}.attention.self.{part}"] = f"{ours}.{part}"
            names[f"{theirs}.attention.output.dense"] = f"{ours}.output"
            names[f"{theirs}.attention.output.LayerNorm"] = f"{ours}.first_norm"
            names[f"{theirs}.intermediate.dense"] = f"{ours}.up"
            names[f"{theirs}.output.dense"] = f"{ours}.down"
            names[f"{theirs}.output.LayerNorm"] = f"{ours}.second_norm"
        state = self.state_dict()
        for key, value in given.items():
            stem, _, kind = key.rpartition(".")
            if stem in names:
                state[f"{names[stem]}.{kind}"] = value
        self.load_state_dict(state)
