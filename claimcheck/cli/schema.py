"""``claimcheck schema``: JSON Schemas of what is written and read."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claimcheck.cli._guard import guarded


class Name(StrEnum):
    claims = "claims"
    extract = "extract"
    audit = "audit"
    verify = "verify"


@guarded
def schema(name: Annotated[Name, typer.Argument(help="claims, extract, audit or verify.")]) -> int:
    """Print a JSON Schema (2020-12) of a claims file or of an output."""
    import json

    from claimcheck.interchange import schema as load

    print(json.dumps(load(name.value), indent=2, ensure_ascii=False))
    return 0
