"""``claimcheck init``, the GitHub Action and the hooks file: what they write can be read, and what exists is kept."""

from __future__ import annotations

import os
import re
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck import __version__, catalogue, config, readers
from tests.cli.conftest import Program

ROOT = Path(__file__).resolve().parents[2]
ACTION = ROOT / ".github" / "actions" / "claimcheck" / "action.yml"


def written(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "bridge.md")
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(files)}


def test_it_writes_settings_a_workflow_and_a_hook_and_says_what_is_next(claimcheck: Program, tmp_path: Path) -> None:
    finished = claimcheck("init")
    assert finished.returncode == 0
    files = written(tmp_path)
    assert sorted(files) == [
        ".github/workflows/claimcheck.yml",
        ".gitignore",
        ".pre-commit-config.yaml",
        "claimcheck.toml",
    ]
    assert config.load(tmp_path).fail_on == "error"
    (step,) = (
        step
        for step in yaml.safe_load(files[".github/workflows/claimcheck.yml"])["jobs"]["claimcheck"]["steps"]
        if "/actions/claimcheck" in step.get("uses", "")
    )
    assert step["uses"].endswith(f"@v{__version__}")
    assert set(step["with"]) <= set(yaml.safe_load(ACTION.read_text())["inputs"])
    for words in ("wrote claimcheck.toml: the settings", "Next:\n  claimcheck audit .", "git add claimcheck.toml"):
        assert words in finished.stderr


def test_what_exists_is_kept_and_foreign_hooks_are_never_replaced(claimcheck: Program, tmp_path: Path) -> None:
    mine = "repos:\n  - repo: https://hooks.example\n"
    (tmp_path / "claimcheck.toml").write_text("strict = true\n")
    (tmp_path / ".pre-commit-config.yaml").write_text(mine)
    first = claimcheck("init", "--ci", "none")
    assert "kept  claimcheck.toml" in first.stderr
    assert "is yours and was left alone; add this to it" in first.stderr
    assert "      - id: claimcheck" in first.stderr
    assert written(tmp_path) | {".gitignore": ""} == {
        ".gitignore": "", ".pre-commit-config.yaml": mine, "claimcheck.toml": "strict = true\n",
    }  # fmt: skip
    assert claimcheck("init", "--ci", "none", "--force").returncode == 0
    assert (tmp_path / "claimcheck.toml").read_text() != "strict = true\n"
    assert (tmp_path / ".pre-commit-config.yaml").read_text() == mine


def test_twice_is_once(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.tmp")
    claimcheck("init", "--ci", "both")
    first = written(tmp_path)
    assert first[".gitignore"] == "*.tmp\n/.claimcheck/\n"
    claimcheck("init", "--ci", "both")
    claimcheck("init", "--ci", "both", "--force")
    assert written(tmp_path) == first


def test_gitlab_is_recognised(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / ".gitlab-ci.yml").write_text("stages: [test]\n")
    finished = claimcheck("init")
    assert "include:\n  - local: .gitlab/claimcheck.yml" in finished.stderr
    job = yaml.safe_load((tmp_path / ".gitlab" / "claimcheck.yml").read_text())["claimcheck"]
    assert f"pip install claimcheck-cli=={__version__}" in job["script"]
    assert not (tmp_path / ".github").exists()


@pytest.mark.parametrize("name", ["texts", "my texts", "a'b; $(id)", 'x"y #z'])
def test_the_name_of_a_folder_is_no_command(claimcheck: Program, tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert claimcheck("init", "--texts", name, "--ci", "both").returncode == 0
    steps = yaml.safe_load((tmp_path / ".github/workflows/claimcheck.yml").read_text())["jobs"]["claimcheck"]["steps"]
    assert [step["with"]["paths"] for step in steps if "paths" in step.get("with", {})] == [name]
    script = yaml.safe_load((tmp_path / ".gitlab/claimcheck.yml").read_text())["claimcheck"]["script"][1]
    said = subprocess.run(
        ["bash", "-c", script.replace("claimcheck audit", "printf '%s\\n'", 1)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.splitlines()[0] == name
    hook = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"][0]
    assert re.search(hook["files"], f"{name}/essay.md")
    assert not re.search(hook["files"], "other/essay.md")


def test_wrong_use_is_told(claimcheck: Program) -> None:
    for arguments in (("--ci", "jenkins"), ("--texts", "nowhere"), ("nowhere",)):
        finished = claimcheck("init", *arguments)
        assert finished.returncode == 2
        assert "help:" in finished.stderr


# --- The action ---------------------------------------------------------------------------------------------------


def audit_step() -> dict[str, Any]:
    steps: list[dict[str, Any]] = yaml.safe_load(ACTION.read_text())["runs"]["steps"]
    return next(step for step in steps if step.get("name") == "Audit")


def test_inputs_of_the_action_are_never_pasted_into_a_script() -> None:
    for step in yaml.safe_load(ACTION.read_text())["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_action_passes_its_inputs_on(tmp_path: Path) -> None:
    program = tmp_path / "claimcheck"
    program.write_text("#!/bin/sh\nprintf '%s\\n' \"$@\"\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def run(**inputs: str) -> list[str]:
        defaults = dict.fromkeys(audit_step()["env"], "") | {"REFRESH": "false", "PATHS": "."}
        finished = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", audit_step()["run"]],
            env={"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", **defaults, **inputs},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return finished.stdout.splitlines()

    assert run() == ["audit", "--output", "github:-", "--", "."]
    assert run(PATHS="a b\n$(id)\n", SINCE="abc", SARIF="x.sarif", REFRESH="true", OPTIONS="--strict\n--jobs=2") == [
        "audit", "--output", "github:-", "--output", "sarif:x.sarif", "--changed-since", "abc", "--refresh",
        "--strict", "--jobs=2", "--", "a b", "$(id)",
    ]  # fmt: skip


def test_the_hooks_file_knows_every_format() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert all(re.search(hook["files"], f"texts/essay{ending}") for ending in readers.suffixes())
    assert not re.search(hook["files"], "claimcheck.toml")


def test_the_formats_that_the_templates_name_exist() -> None:
    folder = ROOT / "claimcheck" / "starter"
    sources = "".join(path.read_text() for path in folder.iterdir()) + ACTION.read_text()
    named = set(re.findall(r"--output \"?([a-z]+):", sources))
    assert named == {"console", "gitlab", "junit", "github", "sarif"}
    assert named <= set(catalogue.names("reports"))
