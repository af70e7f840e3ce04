"""Whether a passage bears a claim out, as a trained sentence-pair model sees it: chances, no verdict.

The model is ``model.onnx`` beside this file (``MODEL_CARD.md`` says what it was made from and how far to trust it), or
a folder of the user's own. It is loaded when the first pair is scored; without it, or without the libraries that run
it, :func:`missing` says why in plain words and the judges do with the facts alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.entailment._session import Session

FILE = "model.onnx"


@dataclass(frozen=True, slots=True)
class Chances:
    """What the model gives the three outcomes, together 1; a model that knows two gives ``contradicted`` none."""

    supported: float
    contradicted: float
    unsupported: float


class Entailment:
    """A sentence-pair model. ``name`` is what rulings say: name, version, and the first digits of the file's digest."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.name = session.name

    def chances(self, claim: str, passages: Sequence[str]) -> tuple[Chances, ...]:
        """The chances of ``claim`` against each passage. The same for a passage whatever stands beside it."""
        return tuple(self._session.chances(claim, passages))


def missing() -> str:
    """Why the model that comes with the package cannot be asked; empty where it can. Loads nothing."""
    if not files("claimcheck.entailment").joinpath(FILE).is_file():
        return "the model file is missing"
    return next((f"{library} is not installed" for library in _LIBRARIES if find_spec(library) is None), "")


_LIBRARIES = ("onnxruntime", "tokenizers", "numpy")


@cache
def embedded() -> Entailment:
    """The model that comes with the package, if it is not :func:`missing`."""
    from claimcheck.entailment._session import Session

    return Entailment(Session.of_file(Path(str(files("claimcheck.entailment").joinpath(FILE)))))


@cache
def of_folder(folder: str) -> Entailment:
    """A model of the user's own: a folder with ``model.onnx``, ``tokenizer.json`` and ``config.json``.

    That is what exporting a sequence-pair classifier to ONNX leaves. ``id2label`` in the configuration tells which
    output is which: ``entailment`` or ``supported``, ``contradiction``, anything else; of two unnamed outputs the
    second is support.

    Raises:
        ClaimcheckError: a file is missing or does not hold such a model, or the libraries are not installed.
    """
    try:
        from claimcheck.entailment._session import Session
    except ImportError as error:
        raise ClaimcheckError(
            f"{error.name or error} is not installed", place=folder, remedy="pip install onnxruntime tokenizers"
        ) from None
    return Entailment(Session.of_folder(Path(folder)))
