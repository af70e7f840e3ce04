"""``claimcheck rules`` and ``claimcheck explain``: the catalogue."""

from __future__ import annotations

import inspect
from typing import Annotated

import typer

from claimcheck import catalogue
from claimcheck.cli._guard import guarded


@guarded
def rules() -> int:
    """List every rule with its default severity."""
    listed = [(name, module.SEVERITY, _headline(module.__doc__)) for name, module in catalogue.members("rules").items()]
    width = max(len(name) for name, _, _ in listed)
    for name, severity, headline in listed:
        print(f"{name:<{width}}  {severity:<7}  {headline}")
    return 0


@guarded
def explain(rule: Annotated[str, typer.Argument(help='A rule, such as "differing-number".')]) -> int:
    """Say what a rule flags, why, with an example and the remedy."""
    from claimcheck.config import check_rule
    from claimcheck.errors import UsageError

    try:
        module = catalogue.load("rules", check_rule(rule))
    except ValueError as error:
        raise UsageError(str(error), remedy="claimcheck rules lists them all") from None
    print(f"{rule} ({module.SEVERITY})\n\n{inspect.cleandoc(module.__doc__ or '')}")
    return 0


def _headline(doc: str | None) -> str:
    return (doc or "").strip().split("\n", 1)[0].rstrip(".")
