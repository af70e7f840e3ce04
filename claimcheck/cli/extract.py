"""``claimcheck extract``: a text's claims file, written or brought up to date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import _options as options
from claimcheck.cli._guard import guarded

if TYPE_CHECKING:
    from claimcheck.model import Extraction


@guarded
def extract(
    paths: Annotated[list[str], typer.Argument(help="Texts or folders of texts; - reads one.", metavar="TEXT...")],
    format_: Annotated[str, typer.Option("--format", "-f", help="yaml or json.", metavar="FORMAT")] = "yaml",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="Write here instead of into the claims folder; - prints.", metavar="FILE"),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Also list the sentences that were not selected.")] = False,
    claims: options.ClaimsFolder = None,
    config_file: options.ConfigFile = None,
    quiet: options.Quiet = False,
) -> int:
    """Write or update the claims file of each text: what can be checked, and what it cites.

    What a person edited in an existing claims file stays: restated claims, added sources, notes, waivers, order. To
    add evidence to a claim without a citation, put an address under its "sources:".
    """
    from claimcheck import claimsfile, intake, readers
    from claimcheck.cli._render import print_text
    from claimcheck.errors import UsageError
    from claimcheck.extract import extract as extract_text
    from claimcheck.files import save
    from claimcheck.reports._wording import one_line

    if format_ not in {"yaml", "json"}:
        raise UsageError(f"there is no format {format_!r} for claims", remedy="write yaml or json")
    listed = [path for path in intake.files(paths) if Path(path).suffix.lower() not in intake.CLAIMS_SUFFIXES]
    if not listed:
        raise UsageError("no text among the paths", remedy="name a text, not its claims file")
    if len(listed) > 1 and output not in {None, "-"}:
        raise UsageError("one --output for several texts", remedy="leave --output out; each text gets its own file")
    settings = options.configure(file=config_file, claims=claims)
    for path in listed:
        document = readers.read_file(path)
        found = extract_text(document)
        for file in document.bibliographies if not quiet else ():
            if file.problem:
                print(f"note: {one_line(file.path)} was not read: {file.problem}", file=sys.stderr)
        if format_ == "json":
            written = _as_json(found, all_)
            target = output or "-"
        else:
            target = output or claimsfile.default_path(path, str(settings.claims_folder))
            if path == "-" and output is None:
                target = "-"
            if target != "-" and Path(target).is_file():
                found = claimsfile.merge(claimsfile.read(target), found, document)
            written = claimsfile.dumps(found, unselected=all_)
        if target == "-":
            print_text(written)
            continue
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        save(written, Path(target))
        if not quiet:
            print(
                f"wrote {one_line(target)}: {len(found.claims)} claims, {len(found.citations)} citations, "
                f"{len(found.references)} references",
                file=sys.stderr,
            )
    return 0


def _as_json(found: Extraction, all_: bool) -> str:
    from claimcheck.interchange import encode, extract_json

    return encode(extract_json(found, all_=all_)) + "\n"
