"""What every test gets: a clean environment, and a run that fails when a test is skipped for an unknown reason."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# Property tests draw the same examples in every run, so that a run tells about the change and not about the draw;
# HYPOTHESIS_PROFILE=explore draws new ones.
UNHURRIED: dict[str, Any] = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("steady", derandomize=True, database=None, **UNHURRIED)
settings.register_profile("explore", **UNHURRIED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

ALLOWED_SKIPS = Path(__file__).with_name("allowed-skips.txt")
SHARED = Path(__file__).resolve().parents[1].parent / "shared"
PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR")

_unknown_skips: list[str] = []


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No proxy, no colour setting and no user data of this machine reaches a test."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.fixture
def shared_texts() -> Path:
    """The folder of the two long texts that the project was started for; they are not part of it."""
    folder = SHARED / "texts"
    if not folder.is_dir():
        pytest.skip("shared texts are not on this machine")
    return folder


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reason = reason.removeprefix("Skipped: ")
        allowed = ALLOWED_SKIPS.read_text(encoding="utf-8").splitlines()
        if reason not in {line for line in allowed if line and not line.startswith("#")}:
            _unknown_skips.append(f"{report.nodeid}: {reason}")


@pytest.hookimpl(wrapper=True)
def pytest_sessionfinish(session: pytest.Session) -> Iterator[None]:
    yield
    if _unknown_skips and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _unknown_skips:
        terminalreporter.section("skipped for a reason that is not on the list")
        for line in _unknown_skips:
            terminalreporter.line(line)
