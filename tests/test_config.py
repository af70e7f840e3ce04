"""Settings files: what is read, and every mistake at once with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import config
from claimcheck.errors import ClaimcheckError, UnusableFile


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = config.load(tmp_path)
    assert (settings.fail_on, settings.mode, settings.file) == ("error", "online", None)


def test_the_nearest_file_upwards_is_read(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text('fail-on = "warning"\nclaims = "facts"\n')
    inside = tmp_path / "essays" / "draft"
    inside.mkdir(parents=True)
    settings = config.load(inside)
    assert settings.fail_on == "warning"
    assert (inside / settings.claims_folder).resolve() == tmp_path / "facts"
    assert (inside / settings.store_folder).resolve() == tmp_path / ".claimcheck"


def test_a_table_in_pyproject_counts_and_a_pyproject_without_one_does_not(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.claimcheck]\nstrict = true\n")
    inside = tmp_path / "package"
    inside.mkdir()
    (inside / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert config.load(inside).strict


def test_every_mistake_is_reported_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "claimcheck.toml"
    file.write_text(
        'fail-no = "error"\n'
        'strict = "yes"\n'
        'ignore = ["insecure-urls"]\n'
        'allow-net = ["10.0.0.0/8", "the office"]\n'
        "jobs = 0\n"
        "[severity]\n"
        'uncited-claim = "fatal"\n'
    )
    with pytest.raises(UnusableFile) as caught:
        config.load(tmp_path)
    assert [mistake.line for mistake in caught.value.mistakes] == [1, 2, 3, 4, 5, 6]
    text = str(caught.value)
    assert "did you mean 'fail-on'?" in text
    assert "did you mean 'insecure-url'?" in text
    assert "'the office' is not a network" in text


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text("strict = true\njobs = \n")
    with pytest.raises(UnusableFile) as caught:
        config.load(tmp_path)
    assert caught.value.mistakes[0].line == 2


def test_a_named_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match="cannot be read"):
        config.load(file=tmp_path / "nowhere.toml")


def test_options_win_over_the_file(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text("jobs = 3\n")
    settings = config.override(config.load(tmp_path), jobs=7, fail_on=None)
    assert (settings.jobs, settings.fail_on) == (7, "error")
