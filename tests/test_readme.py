"""What the README shows is what the program does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claimcheck import catalogue, claimsfile, config

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n\$ (claimcheck [^\n]*)\n(.*?)```", README, re.DOTALL)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The program as a person starts it, in a terminal of 80 columns."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", *arguments], capture_output=True, text=True, env=environment, check=False
    )


@pytest.mark.parametrize(("command", "shown"), CONSOLE, ids=[command for command, _ in CONSOLE])
def test_a_command_prints_what_the_readme_shows(command: str, shown: str) -> None:
    finished = run(*command.split()[1:])
    assert finished.returncode == 0
    said = "\n".join(line.rstrip() for line in finished.stdout.splitlines())
    assert said.strip() == "\n".join(line.rstrip() for line in shown.splitlines()).strip()


def test_every_command_is_in_the_readme() -> None:
    (shown,) = (output for command, output in CONSOLE if command == "claimcheck --help")
    for command in (
        "audit",
        "baseline",
        "diff",
        "extract",
        "verify",
        "text",
        "report",
        "review",
        "rules",
        "explain",
        "schema",
        "init",
        "demo",
    ):
        assert f"\n  {command} " in shown


def test_every_rule_is_in_the_readme() -> None:
    (shown,) = (output for command, output in CONSOLE if command == "claimcheck rules")
    assert tuple(line.split()[0] for line in shown.strip().splitlines()) == catalogue.names("rules")


def test_every_report_format_is_in_the_readme() -> None:
    table = README[README.index("### Reports") : README.index("### Exit codes")]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert sorted(re.findall(r"`([a-z]+)`", " ".join(rows))) == list(catalogue.names("reports"))


def test_the_claims_file_of_the_readme_can_be_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert yaml.safe_load(example)["schema"] == claimsfile.SCHEMA
    path = tmp_path / "article.yaml"
    path.write_text(example, encoding="utf-8")
    (claim,) = claimsfile.read(str(path)).claims
    assert claim.edited
    assert claim.sources[0].url == "https://council.example/minutes"


def test_the_settings_of_the_readme_can_be_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "claimcheck.toml").write_text(example, encoding="utf-8")
    settings = config.load(tmp_path)
    assert set(re.findall(r"^\[\[?(\w+)", example, re.MULTILINE)) == {*config.POLICY, "severity", "access"}
    assert settings.policy.sources.required == {"quotation": 1, "quantity": 2}


def test_options_that_the_readme_names_exist() -> None:
    known = (
        run("audit", "--help").stdout
        + run("--help").stdout
        + run("sources", "add", "--help").stdout
        + run("sources", "save", "--help").stdout
        + run("init", "--help").stdout
        + run("review", "--help").stdout
    )
    for option in set(re.findall(r"`(--[a-z-]+)", README)) - {"--install-completion"}:
        assert option in known, option


def test_the_finding_that_the_readme_shows_is_what_the_demo_says() -> None:
    (shown,) = re.findall(r"```text\n(article\.md.*?)```", README, re.DOTALL)
    report = run("demo", "--quiet").stdout
    for line in shown.strip().splitlines():
        assert line.strip() in report
