"""``claimcheck init``: configuration, CI workflow and pre-commit entry for a repository of texts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli._guard import guarded

CONFIG = """# Settings of claimcheck; every key is optional. "claimcheck rules" lists the rules.
fail-on = "error"        # error, warning, note or never
# strict = true          # exit 3 when a claim was left unchecked
# ignore = ["insecure-url"]
# claims = "claims"      # folder of the claims files

# [severity]
# uncited-claim = "error"
"""

WORKFLOW = """name: claims
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
  security-events: write
jobs:
  claimcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: pip install claimcheck-cli
      - run: claimcheck audit {paths} --output console:- --output sarif:claimcheck.sarif
      - if: always()
        uses: github/codeql-action/upload-sarif@v3
        with:
          sarif_file: claimcheck.sarif
"""

PRE_COMMIT = """repos:
  - repo: local
    hooks:
      - id: claimcheck
        name: claimcheck
        entry: claimcheck audit --offline --quiet
        language: system
        types_or: [markdown, html, plain-text]
"""

IGNORED = "/.claimcheck/\n"


@guarded
def init(
    folder: Annotated[Path, typer.Argument(help="The repository.", metavar="[FOLDER]")] = Path(),
    texts: Annotated[str, typer.Option(help="Where its texts are, from the repository's root.")] = ".",
    force: Annotated[bool, typer.Option("--force", help="Replace files that exist.")] = False,
) -> int:
    """Write claimcheck.toml, a GitHub workflow and a pre-commit entry. Files that exist are left as they are."""
    import shlex

    from claimcheck.errors import UsageError
    from claimcheck.files import save

    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder", remedy="name the repository's folder")
    wanted = {
        "claimcheck.toml": CONFIG,
        ".github/workflows/claimcheck.yml": WORKFLOW.format(paths=shlex.quote(texts)),
        ".pre-commit-config.yaml": PRE_COMMIT,
    }
    for name, content in wanted.items():
        path = folder / name
        if path.exists() and not force:
            print(f"kept  {path} (exists; --force replaces it)", file=sys.stderr)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        save(content, path)
        print(f"wrote {path}", file=sys.stderr)
    ignore = folder / ".gitignore"
    present = ignore.read_text(encoding="utf-8") if ignore.exists() else ""
    if IGNORED not in present:
        save(present + ("" if present.endswith("\n") or not present else "\n") + IGNORED, ignore)
        print(f"wrote {ignore}: the evidence store is not for version control", file=sys.stderr)
    return 0
