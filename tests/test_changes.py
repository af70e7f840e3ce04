"""What of the texts changed since a commit, and which findings are about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from claimcheck import changes, claimsfile, intake, pipeline
from claimcheck.config import Config
from claimcheck.model import Audit
from tests.repository import Repository

LIST = """
## References

Aas, T. (2018). The pier at Eide. Coast Weekly. https://coast.example.org/pier

Dahl, K. (2020). Counting cars. Coast Weekly. https://coast.example.org/cars
"""
FIRST = "The pier at Eide opened in 1921 (Aas, 2018)."
SECOND = "The ferry carried 41,000 cars in 2019 (Dahl, 2020)."
THIRD = "The town council hired 14 lock keepers in March 2022."
TEXT = f"# Eide\n\n{FIRST}\n{SECOND}\n\n{THIRD}\n{LIST}"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    made = Repository(tmp_path)
    made.commit(eide_md=TEXT)
    return made


def settings(ref: str | None = "main") -> Config:
    return Config(mode="offline", store=Path(".store"), changed_since=ref)


def audited(*paths: str) -> Audit:
    return pipeline.audit(paths or ("eide.md",), settings(), as_of=date(2026, 1, 31), progress=pipeline.Silent())


def claims(*paths: str) -> list[str]:
    """The claims that are audited again, by their first words."""
    return [" ".join(judged.claim.text.split()[:3]) for judged in audited(*paths).claims]


def write(change: Callable[[str], str], name: str = "eide.md") -> None:
    path = Path(name)
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_nothing_changed(made: Repository) -> None:
    finished = audited()
    assert (finished.claims, finished.findings, finished.sources, finished.conflicts) == ((), (), (), ())
    assert finished.summary.exit_code == 0
    assert finished.tool.notes[1] == "no text changed since main: none of 3 claims was judged again"


def test_one_number(made: Repository) -> None:
    write(lambda text: text.replace("41,000", "14,000"))
    finished = audited()
    assert claims() == ["The ferry carried"]
    assert [source.url for source in finished.sources] == ["https://coast.example.org/cars"]
    assert "only what changed since main was audited: 1 of 3 claims" in finished.tool.notes[1]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "A line of its own.\n\n" * 10 + text,
        lambda text: text.replace(f"{FIRST}\n{SECOND}", f"{FIRST}   {SECOND}"),
        lambda text: text.replace("\n", "\r\n"),
    ],
)
def test_what_only_moved_is_not_changed(made: Repository, change: Callable[[str], str]) -> None:
    write(change)
    assert [words for words in claims() if words != "A line of"] == []


def test_a_reference_changes_the_claims_that_cite_it(made: Repository) -> None:
    write(lambda text: text.replace("coast.example.org/pier", "coast.example.org/quay"))
    assert claims()[0] == "The pier at"
    assert not {"The ferry carried", "The town council"} & set(claims())


def test_the_same_sentence_again_is_new(made: Repository) -> None:
    write(lambda text: text.replace(THIRD, f"{THIRD} {THIRD}"))
    assert claims() == ["The town council"]


def test_findings_are_about_what_changed(made: Repository) -> None:
    assert [finding.rule for finding in audited().findings] == []
    write(lambda text: text.replace("14 lock keepers", "15 lock keepers").replace("(Aas, 2018).", "(Moe, 2001)."))
    found = {(finding.rule, finding.location.line) for finding in audited().findings}
    assert found == {("uncited-claim", 6), ("dangling-citation", 3)}


def test_a_conflict_with_a_sentence_that_stayed_is_found(made: Repository) -> None:
    write(lambda text: text.replace(THIRD, "The ferry carried 14,000 cars in 2019."))
    finished = audited()
    assert "conflicting-numbers" in {finding.rule for finding in finished.findings}
    assert len(finished.conflicts) == 1


def test_a_renamed_text_in_a_subfolder(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    (made.folder / "texts").mkdir()
    made.git("mv", "eide.md", "texts/pier.md")
    write(lambda text: text.replace("14 lock", "15 lock"), "texts/pier.md")
    monkeypatch.chdir(made.folder / "texts")
    assert claims("pier.md") == ["The town council"]


def test_a_new_text_is_new_as_a_whole(made: Repository) -> None:
    Path("new.md").write_text(TEXT, encoding="utf-8")
    assert len(claims("new.md")) == 3
    assert claims("eide.md") == []


def test_a_bibliography_file_counts_as_it_was(made: Repository) -> None:
    entry = (
        "@article{aas, author={Aas, T.}, title={The pier at Eide}, year=2018, url={https://coast.example.org/pier}}\n"
    )
    head = "---\nbibliography: refs.bib\n---\n"
    made.commit(bib_md=f"{head}# Eide\n\nThe pier at Eide opened in 1921 [@aas].\n\n{THIRD}\n", refs_bib=entry)
    assert claims("bib.md") == []
    write(lambda text: text.replace("/pier", "/quay"), "refs.bib")
    assert claims("bib.md") == ["The pier at"]


def test_what_a_person_decides_in_the_claims_file_is_a_change(made: Repository) -> None:
    (text,) = intake.texts(["eide.md"], Path("claims"))
    claimsfile.write(text.extraction, "claims/eide.yaml")
    made.commit()
    assert claims() == []
    added = "    sources: [{url: https://council.example.org/keepers}]\n"
    write(lambda content: content.replace("    sources: []\n", added, 1), "claims/eide.yaml")
    assert claims() == ["The town council"]
    assert claims("claims/eide.yaml") == ["The town council"]


def test_a_waiver_that_is_taken_out_opens_its_claim_again(made: Repository) -> None:
    comment = " <!-- claimcheck: allow uncited-claim reason: from the minutes -->"
    write(lambda text: text.replace(THIRD, THIRD + comment))
    made.commit()
    assert claims() == []
    write(lambda text: text.replace(comment, ""))
    assert claims() == ["The town council"]
    assert [(finding.rule, finding.status) for finding in audited().findings] == [("uncited-claim", "open")]


def test_without_a_commit_everything_is_audited(made: Repository) -> None:
    texts = tuple(intake.texts(["eide.md"], Path("claims")))
    everything = changes.since(texts, settings(None))
    (extraction,) = everything.narrow([text.extraction for text in texts])
    assert extraction == texts[0].extraction
    assert everything.notes == ()
