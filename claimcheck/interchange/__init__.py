"""Values <-> the JSON of the contract.

Contract fields come first and keep their names and meanings; fields beyond it follow. Scores are rounded to two digits,
whole numbers are written without a point, and keys keep their order, so that equal audits are equal bytes.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, cast

from claimcheck.interchange.read import audit_from_json
from claimcheck.interchange.write import AUDIT, EXTRACT, audit_json, diff_json, extract_json, ruling_json

__all__ = [
    "AUDIT",
    "EXTRACT",
    "SCHEMAS",
    "audit_from_json",
    "audit_json",
    "diff_json",
    "encode",
    "extract_json",
    "ruling_json",
    "schema",
]

SCHEMAS = ("claims", "extract", "audit", "verify")


def encode(value: Any, *, indent: int | None = 2) -> str:
    """``value`` as JSON text: readable, and always UTF-8, whatever a source held. ``indent=None``: one line."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    # A lone surrogate from a broken page cannot be written as UTF-8; its escape can.
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a claims file (``claims``) or of an output (``extract``, ``audit``, ``verify``).

    Raises:
        KeyError: there is no such schema.
    """
    if name not in SCHEMAS:
        raise KeyError(name)
    return cast(dict[str, Any], json.loads(_schema_text(name)))


@cache
def _schema_text(name: str) -> str:
    return (Path(__file__).parents[1] / "schemas" / f"{name}.json").read_text(encoding="utf-8")
