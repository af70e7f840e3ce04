"""Runs a model through onnxruntime, in a way that gives the same numbers every time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claimcheck.entailment import Chances
from claimcheck.errors import ClaimcheckError

THREADS = 2
"""Fixed: the sums of a layer come in another order with other numbers of threads, and the last digits with them."""
CLAIM_TOKENS = 96
"""Tokens of the claim that are read: four times the longest claim in the labelled cases."""
TOKENS = 320
"""Tokens of claim and passage together; the passage is cut."""
ROUND = 4
"""Decimals of a chance that are kept."""


class Session:
    """A loaded model with its tokenizer."""

    def __init__(
        self,
        run: onnxruntime.InferenceSession,
        tokenizer: Tokenizer,
        labels: Sequence[str],
        name: str,
        *,
        claim_first: bool,
    ) -> None:
        self._run = run
        self._inputs = frozenset(entry.name for entry in run.get_inputs())
        self._tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._labels = labels
        self._claim_first = claim_first
        self.name = name
        self._scored = lru_cache(maxsize=4096)(self._score)

    @classmethod
    def of_file(cls, path: Path) -> Session:
        """The model of one file that carries its tokenizer and labels, as ``claimcheck.train`` writes it."""
        content = path.read_bytes()
        run = _loaded(content)
        about = run.get_modelmeta().custom_metadata_map
        name = f"entailment/{about['version']}@{_digest(content)}"
        tokenizer = Tokenizer.from_str(about["tokenizer"])
        return cls(run, tokenizer, json.loads(about["labels"]), name, claim_first=about["first"] == "claim")

    @classmethod
    def of_folder(cls, folder: Path) -> Session:
        """The model of a folder: ``model.onnx``, ``tokenizer.json``, ``config.json``.

        Raises:
            ClaimcheckError: a file is missing, or together they are no sequence-pair model that runs.
        """
        try:
            content = (folder / "model.onnx").read_bytes()
            tokenizer = (folder / "tokenizer.json").read_text(encoding="utf-8")
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        except OSError as error:
            name = Path(str(error.filename)).name
            raise ClaimcheckError(
                f"{name} cannot be read: {error.strerror}", place=str(folder), remedy=_REMEDY
            ) from None
        except ValueError as error:
            raise ClaimcheckError(f"a file of it is not JSON: {error}", place=str(folder), remedy=_REMEDY) from None
        name = f"{folder.resolve().name}@{_digest(content)}"
        try:
            labels = [str(config["id2label"][str(number)]) for number in range(len(config["id2label"]))]
            session = cls(_loaded(content), Tokenizer.from_str(tokenizer), labels, name, claim_first=False)
            session._score("A claim.", "A passage.")
        except Exception as error:  # both libraries raise plain Exception and their own
            raise ClaimcheckError(f"holds no model that runs: {error}", place=str(folder), remedy=_REMEDY) from None
        return session

    def chances(self, claim: str, passages: Sequence[str]) -> Iterator[Chances]:
        """Of ``claim`` against each passage. Each pair is a row of its own run: padding would touch the last digits."""
        for passage in passages:
            yield self._scored(claim, passage)

    def _score(self, claim: str, passage: str) -> Chances:
        logits = self._run.run(["logits"], self._feed(claim, passage))[0][0].astype(np.float64)
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        found = {"supported": 0.0, "contradicted": 0.0, "unsupported": 0.0}
        for number, (label, share) in enumerate(zip(self._labels, shares, strict=True)):
            found[_meaning(label, number, len(shares))] += float(share)
        return Chances(*(round(found[key], ROUND) for key in ("supported", "contradicted", "unsupported")))

    def _feed(self, claim: str, passage: str) -> Mapping[str, NDArray[np.int64]]:
        said = self._tokenizer.encode(_clean(claim), add_special_tokens=False)
        said.truncate(CLAIM_TOKENS)
        page = self._tokenizer.encode(_clean(passage), add_special_tokens=False)
        page.truncate(TOKENS - 4 - len(said))
        first, second = (said, page) if self._claim_first else (page, said)
        row = self._tokenizer.post_process(first, second)
        feed = {"input_ids": row.ids, "token_type_ids": row.type_ids, "attention_mask": row.attention_mask}
        return {name: np.array([values], dtype=np.int64) for name, values in feed.items() if name in self._inputs}


_REMEDY = "export a sequence-pair classifier to ONNX: the folder then holds model.onnx, tokenizer.json, config.json"


def _loaded(content: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]


def _meaning(label: str, number: int, count: int) -> str:
    lower = label.lower()
    if lower.startswith(("entail", "support")):
        return "supported"
    if lower.startswith(("contradict", "refute")):
        return "contradicted"
    if count == 2 and lower == f"label_{number}":
        return "supported" if number == 1 else "unsupported"
    return "unsupported"


def _clean(text: str) -> str:
    """``text`` without what the tokenizer cannot take: lone surrogates."""
    return text.encode("utf-8", "replace").decode("utf-8")
