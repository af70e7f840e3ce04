"""``claimcheck init``: settings, CI and a pre-commit hook for a repository of texts."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from claimcheck import __version__
from claimcheck.cli._guard import guarded

STARTER = Path(__file__).parents[1] / "starter"
IGNORED = "/.claimcheck/\n"
CI = ("auto", "github", "gitlab", "both", "none")


@guarded
def init(
    folder: Annotated[Path, typer.Argument(help="The repository.", metavar="[FOLDER]")] = Path(),
    texts: Annotated[
        str, typer.Option(help="The folder or file of its texts, from the repository's root.", metavar="PATH")
    ] = ".",
    ci: Annotated[
        str, typer.Option(help="github, gitlab, both or none; auto looks which one is in use.", metavar="NAME")
    ] = "auto",
    force: Annotated[bool, typer.Option("--force", help="Replace what an earlier init wrote.")] = False,
) -> int:
    """Set up a repository of texts: claimcheck.toml, a CI job and a pre-commit hook.

    A file that exists is left as it is. --force replaces those that are claimcheck's own; a list of CI jobs or hooks
    that is already there is never replaced, and what to add to it is shown.
    """
    from claimcheck.errors import UsageError
    from claimcheck.files import save

    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder", remedy="name the repository's folder")
    if ci not in CI:
        raise UsageError(f"there is no CI {ci!r}", remedy=f"write {', '.join(CI)}")
    if not (folder / texts).exists():
        raise UsageError(f"--texts {texts!r} is not in {folder}", remedy="name the folder that holds the texts")
    to_add: list[tuple[Path, str]] = []
    wrote: list[str] = []
    for name, template, shared in _wanted(folder, ci):
        path, content = folder / name, _filled(template, texts)
        exists = path.exists()
        if exists and shared:
            if "claimcheck" not in path.read_text(encoding="utf-8", errors="replace"):
                to_add.append((path, content))
            continue
        if exists and not force:
            print(f"kept  {path} (it exists; --force replaces it)", file=sys.stderr)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        save(content, path)
        wrote.append(name)
        print(f"wrote {path}: {WHAT[template]}", file=sys.stderr)
    ignore = folder / ".gitignore"
    present = ignore.read_text(encoding="utf-8") if ignore.exists() else ""
    if IGNORED.strip() not in present.splitlines():
        save(present + ("" if present.endswith("\n") or not present else "\n") + IGNORED, ignore)
        wrote.append(".gitignore")
        print(f"wrote {ignore}: copies of pages (.claimcheck/) stay out of version control", file=sys.stderr)
    for path, content in to_add:
        print(f"\n{path} is yours and was left alone; add this to it:\n\n{content}", file=sys.stderr)
    print("\n".join(_next(texts, wrote)), file=sys.stderr)
    return 0


WHAT = {
    "claimcheck.toml": "the settings",
    "workflow.yml": "audits each pull request, and everything once a week",
    "gitlab.yml": "audits each merge request",
    "gitlab-ci.yml": "includes that job",
    "pre-commit.yaml": "audits each commit, without the network",
}


def _wanted(folder: Path, ci: str) -> Iterator[tuple[str, str, bool]]:
    """Name and template of each file, and whether other tools write there too."""
    if ci == "auto":
        config = folder / ".git" / "config"
        hosts = config.read_text(encoding="utf-8", errors="replace") if config.is_file() else ""
        ci = "gitlab" if (folder / ".gitlab-ci.yml").exists() or re.search(r"url = \S*gitlab", hosts) else "github"
    yield "claimcheck.toml", "claimcheck.toml", False
    if ci in {"github", "both"}:
        yield ".github/workflows/claimcheck.yml", "workflow.yml", False
    if ci in {"gitlab", "both"}:
        yield ".gitlab/claimcheck.yml", "gitlab.yml", False
        yield ".gitlab-ci.yml", "gitlab-ci.yml", True
    yield ".pre-commit-config.yaml", "pre-commit.yaml", True


def _filled(template: str, texts: str) -> str:
    from claimcheck import readers

    content = (STARTER / template).read_text(encoding="utf-8")
    place = "" if texts.strip("./") == "" else re.escape(texts.removeprefix("./").rstrip("/"))
    endings = "|".join(sorted(ending[1:] for ending in readers.suffixes()))
    files = f"^{place}/.*\\.({endings})$" if place else f"\\.({endings})$"
    if (Path(texts).suffix) in readers.suffixes():
        files = f"^{place}$"
    # JSON strings are YAML strings, whatever is in the name of a folder.
    plain = re.fullmatch(r"[\w./-]+", texts) is not None
    named = json.dumps(texts) if template == "workflow.yml" and not plain else texts
    paths = named if template == "workflow.yml" else shlex.quote(texts)
    return content.replace("@VERSION@", __version__).replace("@PATHS@", paths).replace("@FILES@", json.dumps(files))


def _next(texts: str, wrote: list[str]) -> Iterator[str]:
    where = shlex.quote(texts)
    yield "\nNext:"
    yield f"  claimcheck audit {where}       read the report: mend the text, cite a source, or waive with a reason"
    yield f"  claimcheck baseline {where}    for an old archive: record what is found today, and fail on what is new"
    named = " ".join([*wrote, "claimcheck.lock"])
    yield f"  git add {named}   (and claimcheck.baseline, claims/ when you have them)"
    if ".pre-commit-config.yaml" in wrote:
        yield "  pip install pre-commit && pre-commit install"
