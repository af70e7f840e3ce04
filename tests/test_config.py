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
    assert [mistake.line for mistake in caught.value.mistakes] == [1, 2, 3, 4, 5, 7]
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


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("", (config.ARCHIVE, config.ARCHIVE_INDEX)),
        ('archive = "none"', (None, None)),
        ('archive = "https://memory.example/"', ("https://memory.example/", None)),
        ('archive = "https://memory.example/"\narchive-index = "https://memory.example/cdx?c=1"',
         ("https://memory.example/", "https://memory.example/cdx?c=1")),
        ('archive-index = "none"', (config.ARCHIVE, None)),
        ('allow-net = ["10.0.0.0/8"]', (None, None)),
    ],
)  # fmt: skip
def test_an_archive_is_asked_with_its_own_list(
    tmp_path: Path, given: str, asked: tuple[str | None, str | None]
) -> None:
    (tmp_path / "claimcheck.toml").write_text(given)
    settings = config.load(tmp_path)
    assert (settings.archive_address, settings.archive_index_address) == asked


def test_the_policy_is_read(tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text(
        """
        max-requests = 50
        [thresholds]
        confidence = "medium"
        unchecked = 0.5
        [sources]
        refused = ["wiki.example"]
        own = ["gazette.example"]
        required = { quotation = 2 }
        [[files]]
        paths = ["drafts"]
        ignore = ["uncited-claim"]
        [[hosts]]
        hosts = ["archive.example"]
        severity = { insecure-url = "error" }
        """
    )
    settings = config.load(tmp_path)
    policy = settings.policy
    assert settings.max_requests == 50
    assert (policy.thresholds.confidence, policy.thresholds.unchecked) == ("medium", 0.5)
    assert (policy.sources.refused, policy.sources.required) == (("wiki.example",), {"quotation": 2})
    assert policy.files[0].ignore == ("uncited-claim",)
    assert policy.hosts[0].severity == {"insecure-url": "error"}


def test_mistakes_inside_tables_have_their_lines_too(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        "[project]\nname = 'x'\n"
        "[tool.claimcheck.sources]\n"
        'refuse = ["wiki.example"]\n'
        "[tool.claimcheck.sources.required]\n"
        "quotations = 2\n"
        "[[tool.claimcheck.files]]\n"
        'ignore = ["uncited-claims"]\n'
        "[[tool.claimcheck.hosts]]\n"
        'hosts = ["https://a.example"]\n'
    )
    with pytest.raises(UnusableFile) as caught:
        config.load(tmp_path)
    text = str(caught.value)
    assert [mistake.line for mistake in caught.value.mistakes] == [4, 6, 8, 10]
    for words in (
        "did you mean 'refused'?",
        "did you mean 'quotation'?",
        "did you mean 'uncited-claim'?",
        "not a host",
    ):
        assert words in text


@pytest.mark.parametrize("source", ["tool = 5\n", "[tool]\nclaimcheck = 5\n", "[[files]]\n", "files = 3\n"])
def test_odd_settings_are_mistakes_and_no_crash(tmp_path: Path, source: str) -> None:
    name = "pyproject.toml" if source.startswith(("tool", "[tool")) else "claimcheck.toml"
    (tmp_path / name).write_text(source)
    if source.startswith("tool"):
        assert config.load(tmp_path).file is None
    else:
        with pytest.raises(UnusableFile):
            config.load(tmp_path)
