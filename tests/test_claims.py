"""The claims files of two real texts: curated by hand, restated in words of our own, of use without the texts."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

import claimcheck
from claimcheck import claimsfile, readers
from claimcheck.model import Audit, Claim, Extraction

FOLDER = Path(__file__).resolve().parents[1] / "claims"
NAMES = ("essay", "op-ed")
LONGEST_RUN = 6
"""Words in a row that a restatement may share with the text: enough for names and numbers, not for a sentence."""


def kept(name: str) -> Extraction:
    return claimsfile.read(str(FOLDER / f"{name}.yaml"))


def digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of ``LONGEST_RUN + 1`` words, without case and punctuation."""
    words = re.findall(r"\w+", text.lower())
    size = LONGEST_RUN + 1
    return {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}


def of_class(extraction: Extraction, *classes: str) -> list[Claim]:
    return [claim for claim in extraction.claims if claim.kind == "statement" and claim.class_ in classes]


@pytest.fixture
def audited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Audit:
    """Both files, audited offline from a folder without the texts."""
    monkeypatch.chdir(tmp_path)
    return claimcheck.audit([str(FOLDER)], mode="offline", store=tmp_path / "store", lock=tmp_path / "lock")


# --- The files ----------------------------------------------------------------------------------------------------


def test_each_text_has_its_claims_file() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.yaml")) == [f"{name}.yaml" for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_as_claimcheck_writes_it(name: str) -> None:
    content = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert claimsfile.dumps(kept(name)) == content


@pytest.mark.parametrize("name", NAMES)
def test_every_claim_is_restated_and_knows_its_sentence(name: str) -> None:
    extraction = kept(name)
    assert extraction.document.path == f"{name}.txt"
    for claim in extraction.claims:
        assert claim.digest, claim.id
        assert claim.edited, claim.id
        assert digest(claim.text) != claim.digest, claim.id
        assert len(claim.span) > 0, claim.id
        assert claim.span.end <= extraction.document.characters, claim.id


@pytest.mark.parametrize("name", NAMES)
def test_no_two_claims_say_the_same(name: str) -> None:
    texts = [claim.text for claim in kept(name).claims]
    assert len(set(texts)) == len(texts)


def test_the_essay_has_its_facts_assessments_and_sources() -> None:
    essay = kept("essay")
    assert len(of_class(essay, "fact")) == 20
    assert len(of_class(essay, "cited")) == 18
    assert (len(essay.citations), len(essay.references)) == (52, 31)
    assert all(reference.url for reference in essay.references)


def test_the_op_ed_has_its_facts_and_cites_nothing() -> None:
    op_ed = kept("op-ed")
    assert len(of_class(op_ed, "fact")) == 9
    assert not op_ed.citations
    assert not op_ed.references
    assert not any(claim.sources for claim in op_ed.claims)
    assert {url for claim in op_ed.claims for url in claim.suggested} == {
        "https://www.un.org/en/about-us/un-charter",
        "https://undocs.org/S/RES/2270(2016)",
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_was_dismissed_says_why(name: str) -> None:
    assert all(claim.note for claim in kept(name).claims if claim.class_ in {"minor", "opinion"})


# --- Without the texts --------------------------------------------------------------------------------------------


def test_an_audit_without_the_texts_has_findings_and_no_lost_fact(audited: Audit) -> None:
    assert audited.summary.exit_code == 1
    rules = {finding.rule for finding in audited.findings}
    assert not rules & {"drifted-claim", "stale-claim"}
    assert {"uncited-claim", "dangling-citation", "ambiguous-citation", "orphan-citations", "malformed-url"} <= rules


def test_findings_point_into_the_claims_files(audited: Audit) -> None:
    lines = {str(FOLDER / f"{name}.yaml"): (FOLDER / f"{name}.yaml").read_text().splitlines() for name in NAMES}
    assert {finding.location.document for finding in audited.findings} == set(lines)
    for finding in audited.findings:
        entry = lines[finding.location.document][finding.location.line - 1]
        if finding.rule == "nothing-checked":
            assert finding.location.line == 1  # it is about all of the text
            continue
        # A claim and a reference begin with their id; a citation is one line, with its id first.
        named = finding.claim or finding.reference
        assert re.match(r"  - \{?id: ", entry), (finding.rule, entry)
        if finding.rule == "uncited-claim":
            assert entry == f"  - id: {named}"
        if finding.rule == "malformed-url":
            assert entry == f"  - id: {finding.reference}"


def test_cited_claims_are_unchecked_and_the_op_ed_is_uncited(audited: Audit) -> None:
    verdicts = {
        name: {entry.claim.id: entry for entry in audited.claims if entry.claim.document.endswith(f"{name}.yaml")}
        for name in NAMES
    }
    for claim in kept("essay").claims:
        judged = verdicts["essay"][claim.id]
        if claim.citations:
            assert judged.verdict == "unchecked", claim.id
            assert judged.reason, claim.id
    assert {judged.verdict for judged in verdicts["op-ed"].values()} == {"uncited"}


# --- With the texts at hand ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_each_digest_is_that_of_the_words_at_its_place(name: str, shared_texts: Path) -> None:
    text = readers.read_file(str(shared_texts / f"{name}.txt"))
    extraction = kept(name)
    assert extraction.document.sha256 == text.sha256
    assert {claim.id: digest(claim.span.of(text.text)) for claim in extraction.claims} == {
        claim.id: claim.digest for claim in extraction.claims
    }
    for claim in extraction.claims:
        assert claim.text_line == text.line_of(claim.span.start), claim.id


@pytest.mark.parametrize("name", NAMES)
def test_facts_stand_where_the_text_has_them(name: str, shared_texts: Path) -> None:
    text = readers.read_file(str(shared_texts / f"{name}.txt")).text
    for claim in kept(name).claims:
        facts = (claim.facts.quantities, claim.facts.dates, claim.facts.instruments, claim.facts.entities)
        for fact in (fact for kind in facts for fact in kind):
            assert fact.span.of(text) == fact.text, claim.id


@pytest.mark.parametrize("name", NAMES)
def test_no_restatement_repeats_the_text(name: str, shared_texts: Path) -> None:
    theirs = runs(readers.read_file(str(shared_texts / f"{name}.txt")).text)
    for claim in kept(name).claims:
        assert not runs(claim.text) & theirs, claim.id


def test_an_audit_of_the_texts_takes_the_claims_files_along(
    shared_texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shared_texts)
    audit = claimcheck.audit(
        [f"{name}.txt" for name in NAMES], mode="offline", claims=FOLDER, store=tmp_path / "store", lock=tmp_path / "l"
    )
    assert not {finding.rule for finding in audit.findings} & {"drifted-claim", "stale-claim"}
    assert {finding.location.document for finding in audit.findings} == {f"{name}.txt" for name in NAMES}
    restated = {claim.id: claim.text for name in NAMES for claim in kept(name).claims}
    assert restated.items() <= {entry.claim.id: entry.claim.text for entry in audit.claims}.items()
