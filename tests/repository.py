"""A git repository for tests, with nothing of this machine's settings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class Repository:
    """A repository in ``folder``, with its own author and no hooks of anybody."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch", "main")

    def git(self, *arguments: str) -> str:
        settings = ("user.name=A", "user.email=a@example.org", "commit.gpgsign=false", "core.autocrlf=false")
        command = ["git", *(part for setting in settings for part in ("-c", setting)), *arguments]
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        finished = subprocess.run(command, cwd=self.folder, env=environment, check=True, capture_output=True, text=True)
        return finished.stdout.strip()

    def commit(self, **files: str) -> str:
        """Write files (``a__b_md`` is ``a/b.md``), commit everything, and give the commit's name."""
        for name, content in files.items():
            path = self.folder / (name.replace("__", "/")[::-1].replace("_", ".", 1)[::-1])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "texts", "--allow-empty")
        return self.git("rev-parse", "HEAD")
