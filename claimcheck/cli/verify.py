"""``claimcheck verify``: one claim against one source, or many pairs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import _options as options
from claimcheck.cli._guard import guarded

if TYPE_CHECKING:
    from claimcheck.model import Ruling


@guarded
def verify(
    claim: Annotated[str | None, typer.Option(help="The claim, in quotes.", metavar="TEXT")] = None,
    source: Annotated[str | None, typer.Option(help="A file or an address to hold it against.")] = None,
    pairs: Annotated[
        str | None,
        typer.Option(help='Many pairs: JSON Lines with "id", "claim" and "source" (a text); - reads them.'),
    ] = None,
    format_: Annotated[
        str | None, typer.Option("--format", "-f", help="console, json or jsonl.", metavar="FORMAT")
    ] = None,
    offline: options.Offline = False,
    allow_net: options.AllowNet = None,
    robots: options.Robots = False,
    archive: options.Archive = None,
    config_file: options.ConfigFile = None,
    no_color: options.NoColor = False,
) -> int:
    """Hold a claim against a source.

    Exits 0 when the source supports it, 1 when it was judged otherwise, 3 when it could not be checked. With --pairs,
    exits 0 when every pair was judged.
    """
    from claimcheck import pipeline
    from claimcheck.errors import UsageError

    if pairs is not None:
        if claim is not None or source is not None:
            raise UsageError("--pairs stands alone", remedy="leave --claim and --source out")
        if format_ not in {None, "json", "jsonl"}:
            raise UsageError(f"--pairs writes JSON Lines, not {format_}", remedy="leave --format out")
        return _many(pairs)
    if claim is None or source is None:
        raise UsageError("a claim and a source are needed", remedy='--claim "..." --source FILE, or --pairs FILE.jsonl')
    if not claim.strip():
        raise UsageError("the claim is empty", remedy='write it in quotes: --claim "..."')
    if format_ not in {None, "console", "json", "jsonl"}:
        raise UsageError(f"there is no format {format_!r} here", remedy="write console, json or jsonl")
    settings = options.configure(file=config_file, offline=offline, allow_net=allow_net, robots=robots, archive=archive)
    ruling, read = pipeline.verify(claim, source, settings)
    if format_ in {"json", "jsonl"}:
        from claimcheck.interchange import encode, ruling_json

        print(encode(ruling_json(None, ruling), indent=2 if format_ == "json" else None))
    else:
        _show(claim, read.title or source, ruling, options.wants_color(no_color))
    return {"supported": 0, "unchecked": 3}.get(ruling.verdict, 1)


def _many(path: str) -> int:
    from claimcheck import judges
    from claimcheck.interchange import encode, ruling_json

    judged_all = True
    for name, claim, text in _pairs(path):
        ruling = judges.verify(claim, text)
        judged_all = judged_all and ruling.verdict != "unchecked"
        print(encode(ruling_json(name, ruling), indent=None))
    return 0 if judged_all else 3


def _pairs(path: str) -> Iterator[tuple[object, str, str]]:
    """(id, claim, source) of every line; every bad line is reported, none is skipped silently."""
    import json

    from claimcheck.errors import ClaimcheckError, Mistake, UnusableFile

    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise ClaimcheckError(
            f"cannot be read: {error.strerror}", place=path, remedy="name a file of JSON Lines"
        ) from None
    mistakes: list[Mistake] = []
    read: list[tuple[object, str, str]] = []
    remedy = '{"id": "1", "claim": "...", "source": "..."}'
    try:
        lines = content.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise UnusableFile(path, [Mistake(1, "is not UTF-8", "save it as UTF-8")]) from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            pair = json.loads(line)
            name, claim, source = pair["id"], pair["claim"], pair["source"]
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            what = f"lacks {error}" if isinstance(error, KeyError) else "is no JSON object"
            mistakes.append(Mistake(number, f"the line {what}", remedy))
            continue
        if not (isinstance(claim, str) and isinstance(source, str) and claim.strip()):
            mistakes.append(Mistake(number, "claim and source must be texts, the claim not empty", remedy))
            continue
        read.append((name, claim, source))
    if mistakes:
        raise UnusableFile(path, mistakes)
    if not read:
        raise UnusableFile(path, [Mistake(1, "holds no pair", remedy)])
    yield from read


def _show(claim: str, name: str, ruling: Ruling, color: bool) -> None:
    from rich.console import Console
    from rich.text import Text

    from claimcheck.reports._wording import one_line
    from claimcheck.reports.console import STYLES

    console = Console(color_system="auto" if color else None, highlight=False, soft_wrap=not sys.stdout.isatty())
    head = Text()
    head.append(ruling.verdict, style=STYLES[ruling.verdict])
    head.append(f" ({one_line(ruling.reason)})" if ruling.reason else "")
    if ruling.verdict != "unchecked":
        head.append(f", score {ruling.score:.2f}", style="dim")
    console.print(head)
    console.print(Text(f"  claim   {one_line(claim)}"))
    console.print(Text(f"  source  {one_line(name)}"))
    if ruling.evidence is not None:
        console.print(Text(f'  passage "{one_line(ruling.evidence.text)}"'))
    for fact in ruling.facts:
        agrees = {True: "agrees", False: "differs", None: "not mentioned"}[fact.agrees]
        theirs = f' / page "{one_line(fact.source)}"' if fact.source else ""
        console.print(Text(f'  {fact.kind:<12}text "{one_line(fact.claim)}"{theirs}: {agrees}', style="dim"))
    if ruling.explanation:
        console.print(Text(f"  {one_line(ruling.explanation)}"))
