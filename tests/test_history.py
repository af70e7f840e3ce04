"""What git says of the texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import UsageError
from claimcheck.history import Repository
from tests.repository import Repository as Made


@pytest.fixture
def made(tmp_path: Path) -> Made:
    made = Made(tmp_path)
    made.commit(texts__a_md="One.\n", texts__b_md="Two sentences stand here. They stay.\n")
    return made


def test_files_then_and_now(made: Made) -> None:
    texts = made.folder / "texts"
    (texts / "a.md").write_text("Other.\n")
    made.git("mv", "texts/b.md", "texts/räume; x.md")
    (texts / "c.md").write_text("New.\n")
    repository = Repository.around(str(texts / "a.md"))
    base, notes = repository.base("main")
    assert notes == ()
    assert repository.file(base, "texts/a.md") == b"One.\n"
    assert repository.file(base, "texts/räume; x.md") == b"Two sentences stand here. They stay.\n"
    assert repository.file(base, "texts/c.md") is None
    names = ("a.md", "räume; x.md", "c.md", "nowhere.md")
    assert [repository.is_unchanged(base, str(texts / name)) for name in names] == [False, False, False, True]
    assert repository.name(str(made.folder.parent)) is None


def test_a_branch_is_compared_from_where_it_began(made: Made) -> None:
    start = made.git("rev-parse", "HEAD")
    made.git("checkout", "--quiet", "-b", "draft")
    made.commit(texts__a_md="Mine.\n")
    made.git("checkout", "--quiet", "main")
    made.commit(texts__b_md="Theirs.\n")
    made.git("checkout", "--quiet", "draft")
    assert Repository.around(str(made.folder / "texts" / "a.md")).base("main") == (start, ())


def test_without_a_common_commit_the_reference_itself_is_taken(made: Made) -> None:
    made.git("checkout", "--quiet", "--orphan", "other")
    made.commit(texts__a_md="Mine.\n")
    base, (note,) = Repository.around(str(made.folder / "texts" / "a.md")).base("main")
    assert base == made.git("rev-parse", "main")
    assert "no commit in common" in note


@pytest.mark.parametrize(
    "ref", ["nowhere", "", "--all", "--output=/tmp/x", "-h", "main:texts", "main; echo x", "$(id)"]
)
def test_what_is_no_commit_is_told(made: Made, ref: str) -> None:
    with pytest.raises(UsageError, match="names no commit"):
        Repository.around(str(made.folder / "texts" / "a.md")).base(ref)


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="needs a git repository"):
        Repository.around(str(tmp_path / "a.md"))


def test_without_git(made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    with pytest.raises(UsageError, match="not installed"):
        Repository.around(str(made.folder / "texts" / "a.md"))
