"""The git repository of the texts: which files changed since a commit, and what they held then."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field

from claimcheck.errors import UsageError


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository, asked through its own program and never through a shell."""

    top: str
    _listings: dict[str, frozenset[str]] = field(default_factory=dict)
    _renames: dict[str, str] = field(default_factory=dict)

    @classmethod
    def around(cls, path: str) -> Repository:
        """The repository that ``path`` lies in.

        Raises:
            UsageError: it lies in none, or git is not installed.
        """
        folder = os.path.dirname(os.path.realpath(path)) or "."
        found = _git(folder, "rev-parse", "--show-toplevel")
        if found.returncode:
            said = found.stderr.decode("utf-8", "replace").strip().splitlines()[:1]
            raise UsageError(
                f"--changed-since needs a git repository, and {path} lies in none ({' '.join(said)})",
                remedy="run it on texts that git tracks, or leave it out",
            )
        return cls(os.fsdecode(found.stdout).rstrip("\n"))

    def base(self, ref: str) -> tuple[str, tuple[str, ...]]:
        """The commit to compare with, and what must be said of it. Before the first commit, HEAD is an empty tree.

        Raises:
            UsageError: ``ref`` is no commit of this repository.
        """
        # A name that begins with a dash would be an option; git has no such commit.
        found = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if ref == "HEAD" and found.returncode:
            return self._ask("hash-object", "-t", "tree", "--stdin").stdout.decode("ascii").strip(), ()
        if ref.startswith("-") or found.returncode:
            raise UsageError(
                f"--changed-since {ref!r} names no commit of this repository",
                remedy="name a branch, a tag or a commit; a CI job must fetch the history (fetch-depth: 0)",
            )
        commit = found.stdout.decode("ascii").strip()
        shared = self._ask("merge-base", "--end-of-options", commit, "HEAD")
        if shared.returncode:
            why = f"{ref} and HEAD have no commit in common here (a shallow clone?): compared with {ref} itself"
            return commit, (why,)
        return shared.stdout.decode("ascii").split()[0], ()

    def name(self, path: str) -> str | None:
        """The name of a file in the repository; ``None`` when it lies outside."""
        name = os.path.relpath(os.path.realpath(path), self.top)
        return None if name.split(os.sep)[0] == os.pardir else name.replace(os.sep, "/")

    def is_unchanged(self, base: str, path: str) -> bool:
        """Whether a file is as it was at ``base``; also when it was not there then, and is not now."""
        name = self.name(path)
        if name is None or (name not in self._then(base) and not os.path.exists(path)):
            return True
        return name in self._then(base) and name not in self._changed(base)

    def file(self, base: str, name: str) -> bytes | None:
        """What ``name`` held at ``base``, under the name that it had then; ``None`` when it was not there."""
        self._changed(base)
        old = name if name in self._then(base) else self._renames.get(name)
        if old is None:
            return None
        found = self._ask("cat-file", "blob", f"{base}:{old}")
        return found.stdout if found.returncode == 0 else None

    def _then(self, base: str) -> frozenset[str]:
        if "then" not in self._listings:
            listed = self._ask("ls-tree", "-r", "-z", "--name-only", "--full-tree", base)
            self._listings["then"] = frozenset(os.fsdecode(listed.stdout).split("\0"))
        return self._listings["then"]

    def _changed(self, base: str) -> frozenset[str]:
        if "changed" not in self._listings:
            listed = self._ask(
                "diff", "--no-ext-diff", "--no-textconv", "--name-status", "-z", "--find-renames", base, "--"
            )
            parts = iter(os.fsdecode(listed.stdout).split("\0"))
            names = set()
            for status in parts:
                if status.startswith(("R", "C")):
                    old, new = next(parts), next(parts)
                    self._renames[new] = old
                    names |= {old, new}
                elif status:
                    names.add(next(parts))
            self._listings["changed"] = frozenset(names)
        return self._listings["changed"]

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return _git(self.top, *arguments)


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    # A repository's own settings must not start a program: core.fsmonitor names one.
    command = ["git", "-C", folder, "-c", "core.fsmonitor=false", *arguments]
    settings = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        return subprocess.run(command, capture_output=True, check=False, env=settings, stdin=subprocess.DEVNULL)  # noqa: S603
    except FileNotFoundError:
        remedy = "install it, or leave the option out"
        raise UsageError("--changed-since needs git, which is not installed", remedy=remedy) from None
