"""The shipped file: the encoder as an ONNX graph with eight-bit weights, its tokenizer inside.

Written out operator by operator, so that the file holds nothing of the machine it was made on and comes out the same
for the same weights.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from claimcheck.train.encoder import EPSILON, HEADS, LABELS, LAYERS, WIDTH

OPSET = 20
Weights = Mapping[str, NDArray[np.float32]]


class _Graph:
    """Nodes and weights as they are written down."""

    def __init__(self, weights: Weights) -> None:
        self.given = weights
        self.nodes: list[onnx.NodeProto] = []
        self.stored: dict[str, onnx.TensorProto] = {}

    def store(self, name: str, values: NDArray[np.generic]) -> str:
        if name not in self.stored:
            self.stored[name] = numpy_helper.from_array(np.array(values, order="C"), name)
        return name

    def add(self, operator: str, *inputs: str, to: str = "", **attributes: Any) -> str:
        name = to or f"{operator.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], name=name, **attributes))
        return name

    def number(self, value: float) -> str:
        return self.store(f"number_{value:g}", np.array(value, dtype=np.float32))

    def whole(self, name: str, values: Sequence[int]) -> str:
        return self.store(name, np.array(values, dtype=np.int64))

    def linear(self, source: str, name: str) -> str:
        """Inputs to eight bits by the row block's own range, weights by each output's; sums in 32 bits."""
        weight = self.given[f"{name}.weight"].T
        scale = np.abs(weight).max(axis=0) / 127
        eight = np.clip(np.rint(weight / scale), -127, 127).astype(np.int8)
        quantised = f"{source}_u8"
        if quantised not in {node.output[0] for node in self.nodes}:
            self.nodes.append(
                helper.make_node(
                    "DynamicQuantizeLinear",
                    [source],
                    [quantised, f"{source}_scale", f"{source}_zero"],
                    name=f"{source}_quantise",
                )
            )
        summed = self.add(
            "MatMulInteger",
            quantised,
            self.store(f"{name}.weight", eight),
            f"{source}_zero",
            self.store(f"{name}.zero", np.zeros(eight.shape[1], dtype=np.int8)),
        )
        scales = self.add("Mul", f"{source}_scale", self.store(f"{name}.scale", scale.astype(np.float32)))
        product = self.add("Mul", self._float(summed), scales)
        return self.add("Add", product, self.store(f"{name}.bias", self.given[f"{name}.bias"]))

    def _float(self, source: str) -> str:
        name = f"cast_{len(self.nodes)}"
        self.nodes.append(helper.make_node("Cast", [source], [name], name=name, to=TensorProto.FLOAT))
        return name

    def norm(self, source: str, name: str) -> str:
        weight = self.store(f"{name}.weight", self.given[f"{name}.weight"])
        bias = self.store(f"{name}.bias", self.given[f"{name}.bias"])
        return self.add("LayerNormalization", source, weight, bias, axis=-1, epsilon=EPSILON)


def write(weights: Weights, tokenizer: str, path: Path, about: Mapping[str, str]) -> None:
    """Write the model file. ``tokenizer`` is the JSON of the tokenizers library, ``about`` joins the file's metadata."""
    graph = _Graph(weights)
    hidden = _embedded(graph)
    mask = graph.add("Unsqueeze", _off(graph), graph.whole("axes_12", (1, 2)))
    for number in range(LAYERS):
        hidden = _layer(graph, hidden, mask, f"layers.{number}")
    _heads(graph, hidden)
    rows = ["rows", "tokens"]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, rows) for name in INPUTS]
    outputs = [
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["rows", len(LABELS)]),
        helper.make_tensor_value_info("marks", TensorProto.FLOAT, rows),
    ]
    made = helper.make_graph(
        graph.nodes, "entailment", inputs, outputs, [graph.stored[k] for k in sorted(graph.stored)]
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="claimcheck")
    model.ir_version = 9
    helper.set_model_props(model, {**about, "labels": json.dumps(LABELS), "first": "claim", "tokenizer": tokenizer})
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString(deterministic=True))


INPUTS = ("input_ids", "token_type_ids", "attention_mask")


def _embedded(graph: _Graph) -> str:
    table = graph.given["words.weight"]
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    scale[scale == 0] = 1.0
    eight = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
    rows = graph.add("Gather", graph.store("words.weight", eight), "input_ids")
    scales = graph.add("Gather", graph.store("words.scale", scale.astype(np.float32)), "input_ids")
    words = graph.add("Mul", graph._float(rows), scales)
    length = graph.add("Gather", graph.add("Shape", "input_ids"), graph.whole("one", (1,)))
    places = graph.add(
        "Slice", graph.store("places.weight", graph.given["places.weight"]), graph.whole("start", (0,)), length,
        graph.whole("axis_0", (0,)),
    )  # fmt: skip
    sides = graph.add("Gather", graph.store("sides.weight", graph.given["sides.weight"]), "token_type_ids")
    return graph.norm(graph.add("Add", graph.add("Add", words, places), sides), "norm")


def _off(graph: _Graph) -> str:
    """Minus ten thousand where there is padding, else zero."""
    present = graph._float("attention_mask")
    return graph.add("Mul", graph.add("Sub", graph.number(1.0), present), graph.number(-1e4))


def _layer(graph: _Graph, hidden: str, mask: str, name: str) -> str:
    shape = graph.whole("heads", (0, 0, HEADS, WIDTH // HEADS))

    def split(part: str, order: Sequence[int]) -> str:
        linear = graph.linear(hidden, f"{name}.{part}")
        return graph.add("Transpose", graph.add("Reshape", linear, shape), perm=list(order))

    query, key, value = split("query", (0, 2, 1, 3)), split("key", (0, 2, 3, 1)), split("value", (0, 2, 1, 3))
    scores = graph.add("Mul", graph.add("MatMul", query, key), graph.number((WIDTH // HEADS) ** -0.5))
    seen = graph.add("MatMul", graph.add("Softmax", graph.add("Add", scores, mask), axis=-1), value)
    flat = graph.add("Reshape", graph.add("Transpose", seen, perm=[0, 2, 1, 3]), graph.whole("flat", (0, 0, WIDTH)))
    half = graph.norm(graph.add("Add", hidden, graph.linear(flat, f"{name}.output")), f"{name}.first_norm")
    inner = graph.add("Gelu", graph.linear(half, f"{name}.up"))
    return graph.norm(graph.add("Add", half, graph.linear(inner, f"{name}.down")), f"{name}.second_norm")


def _heads(graph: _Graph, hidden: str) -> None:
    """The heads stay in 32 bits: a few thousand numbers, and what they say is compared with thresholds."""
    sides = graph._float("token_type_ids")
    claim = graph.add("Mul", graph._float("attention_mask"), graph.add("Sub", graph.number(1.0), sides))
    length = graph.add("Gather", graph.add("Shape", "input_ids"), graph.whole("one", (1,)))
    counted = graph.add(
        "CumSum", graph.add("Expand", graph.number(1.0), length), graph.store("zero", np.array(0, dtype=np.int64))
    )
    later = graph.add("Min", graph.add("Sub", counted, graph.number(1.0)), graph.number(1.0))  # 0 for the first token
    claim = graph.add("Mul", claim, later)
    weight = graph.add("Unsqueeze", claim, graph.whole("axis_2", (2,)))
    axis = graph.whole("axis_1", (1,))
    total = graph.add("ReduceSum", weight, axis, keepdims=0)
    mean = graph.add("Div", graph.add("ReduceSum", graph.add("Mul", hidden, weight), axis, keepdims=0), total)
    off = graph.add("Mul", graph.add("Sub", graph.number(1.0), weight), graph.number(-1e4))
    most = graph.add("ReduceMax", graph.add("Add", hidden, off), axis, keepdims=0)
    marker = graph.store("marker.weight", graph.given["marker.weight"].T)
    raw = graph.add("Add", graph.add("MatMul", hidden, marker), graph.store("marker.bias", graph.given["marker.bias"]))
    marks = graph.add("Squeeze", raw, graph.whole("axis_2", (2,)), to="marks")
    dull = graph.add("Mul", graph.add("Sub", graph.number(1.0), claim), graph.number(-1e4))
    worst = graph.add("ReduceMax", graph.add("Add", marks, dull), axis, keepdims=1)
    first = graph.add("Gather", hidden, graph.store("zero", np.array(0, dtype=np.int64)), axis=1)
    joined = graph.add("Concat", first, mean, most, worst, axis=1)
    head = graph.store("head.weight", graph.given["head.weight"].T)
    graph.add("Add", graph.add("MatMul", joined, head), graph.store("head.bias", graph.given["head.bias"]), to="logits")
