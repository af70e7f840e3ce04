"""Decisions over HTTP: what each writes into the claims file, and how it is taken back."""

from __future__ import annotations

import difflib
import html
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from claimcheck import claimsfile, pipeline, readers
from claimcheck.config import Config
from claimcheck.extract import extract
from claimcheck.review import Desk
from claimcheck.sources import Store
from tests.review import article
from tests.review.article import COMMENT, COURIER, Visitor

CLAIMS = Path("claims/article.yaml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    article.lay(tmp_path)
    return tmp_path


@pytest.fixture
def kept(folder: Path) -> str:
    """A claims file with a comment of a person's."""
    found = claimsfile.dumps(extract(readers.read_file("article.md")))
    CLAIMS.parent.mkdir()
    content = found.replace("\nclaims:\n", f"\n{COMMENT}claims:   # three\n")
    CLAIMS.write_text(content, encoding="utf-8")
    return content


@pytest.fixture
def visitor(kept: str) -> Iterator[Visitor]:
    with article.served(article.desk()) as visitor:
        yield visitor


def added(before: str) -> list[str]:
    """Lines that the claims file holds more than before; fails when it holds one less."""
    lines = [line for line in difflib.ndiff(before.splitlines(), CLAIMS.read_text().splitlines()) if line[0] in "+-"]
    assert all(line[0] == "+" for line in lines), lines
    return [line[2:].strip() for line in lines]


def decide(visitor: Visitor, number: int, did: str, **fields: str) -> str:
    answer = visitor.post(f"/finding/{number}/{did}", visitor.shown(f"/finding/{number}") | fields)
    assert answer.status == 303, html.unescape(answer.body)
    return answer.headers["Location"]


def undo(visitor: Visitor) -> None:
    assert 'id="undo"' in visitor.get("/")
    assert visitor.post("/take-back", visitor.shown("/")).status == 303


def test_accepting_keeps_the_finding_and_says_who_and_when(visitor: Visitor, kept: str) -> None:
    assert decide(visitor, 1, "accepted") == "/finding/2?said=accepted"
    lines = added(kept)
    assert lines[:4] == ["decisions:", "- did: accepted", "rule: differing-number", "by: Ada Quill"]
    assert "accepted</strong> by Ada Quill" in visitor.get("/finding/1")
    assert "2 of 3 undecided" in visitor.get("/")
    again = article.desk()  # a later audit finds it still, and knows that it was decided
    assert len(again.entries) == 3
    assert again.look().settled(again.entries[0])


def test_waiving_and_taking_it_back(visitor: Visitor, kept: str) -> None:
    decide(visitor, 2, "waived", reason="a letter: #4 says so", until="2026-06-30")
    assert 'reason: "a letter: #4 says so", until: "2026-06-30"' in "".join(added(kept))
    assert [entry.finding.rule for entry in article.desk().entries] == ["differing-number", "uncited-claim"]
    undo(visitor)
    assert CLAIMS.read_text() == kept


def test_correcting_a_claim_keeps_its_digest(visitor: Visitor, kept: str) -> None:
    was = article.claims()["41"]
    decide(visitor, 1, "restated", text="The bridge cost 41 million\n euros  in all.")
    now = article.claims()["41"]
    assert (now.text, now.digest, now.edited) == ("The bridge cost 41 million euros in all.", was.digest, True)
    assert now.decisions[0].was == was.text
    assert "Restated:" in visitor.get("/finding/1")
    undo(visitor)
    assert CLAIMS.read_text() == kept


def test_a_source_a_saved_copy_of_it_and_its_passage(visitor: Visitor, kept: str, folder: Path) -> None:
    url = "https://harbour.example/figures"
    decide(visitor, 3, "sourced", url=url, note="table 2")
    words = "The harbour office of Arnmouth counted 365,000 passengers in 2023."
    page = f"<html lang=en><title>Figures</title><article><h1>Figures</h1><p>{words}</p></article>".encode()
    answer = upload(visitor, 3, url, "../../figures.html", page)
    assert answer == 303
    assert words in visitor.get("/finding/3")
    decide(visitor, 3, "marked", url=url, passage=f"  {words}\n")
    claim = article.claims()["365,000"]
    assert [(entry.url, entry.note) for entry in claim.sources] == [(url, f"passage: {words}")]
    assert [one.did for one in claim.decisions] == ["sourced", "filed", "marked"]
    assert sorted(path.name for path in folder.iterdir()) == ["article.md", "claims", "store"]
    supported = pipeline.audit(
        ["article.md"], Config(mode="offline", store=Path("store")), as_of=date(2026, 1, 15), progress=pipeline.Silent()
    )
    assert supported.claims[2].verdict == "supported"
    for _ in range(3):
        undo(visitor)
    assert [line for line in CLAIMS.read_text().splitlines() if "harbour.example" in line] == []
    assert article.claims()["365,000"].sources == ()
    record = Store(Path("store")).record(url)
    assert record is not None
    assert record.manual is None


def upload(visitor: Visitor, number: int, url: str, name: str, content: bytes) -> int:
    fields = visitor.shown(f"/finding/{number}") | {"url": url}
    body = b"".join(
        f'--b\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        for key, value in fields.items()
    )
    body += f'--b\r\nContent-Disposition: form-data; name="copy"; filename="{name}"\r\n\r\n'.encode() + content
    kind = "multipart/form-data; boundary=b"
    answer = visitor.ask("POST", f"/finding/{number}/filed", body + b"\r\n--b--\r\n", Content_Type=kind)
    return answer.status


def test_a_copy_that_cannot_be_read_is_not_filed(visitor: Visitor, kept: str) -> None:
    before = Store(Path("store")).record(COURIER)
    assert upload(visitor, 1, COURIER, "page.zip", b"PK\x03\x04" + b"\0" * 100) == 409
    assert upload(visitor, 1, "file:///etc/passwd", "page.html", b"<p>Words.</p>") == 409
    assert Store(Path("store")).record(COURIER) == before
    assert CLAIMS.read_text() == kept


def test_an_earlier_copy_comes_back(visitor: Visitor, kept: str) -> None:
    before = Store(Path("store")).record(COURIER)
    assert upload(visitor, 1, COURIER, "page.html", b"<!DOCTYPE html><p>The bridge cost 41 million euros.</p>") == 303
    undo(visitor)
    after = Store(Path("store")).record(COURIER)
    assert before is not None
    assert after is not None
    assert before.manual is not None
    assert after.manual is not None
    assert after.manual.sha256 == before.manual.sha256


@pytest.mark.parametrize(
    ("did", "fields", "said"),
    [
        ("waived", {"reason": " "}, "a reason is missing"),
        ("waived", {"reason": "why", "until": "tomorrow"}, "the last day is no date"),
        ("restated", {"text": ""}, "what the claim says is missing"),
        ("sourced", {"url": "javascript:alert(1)"}, "does not begin with http"),
        ("sourced", {"url": ""}, "the address is missing"),
        ("marked", {"url": COURIER, "passage": ""}, "the words that decide is missing"),
        ("filed", {"url": COURIER}, "the saved copy is missing"),
    ],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(
    visitor: Visitor, kept: str, did: str, fields: dict[str, str], said: str
) -> None:
    answer = visitor.post(f"/finding/3/{did}", visitor.shown("/finding/3") | {"note": "typed by hand"} | fields)
    assert answer.status == 409
    assert said in html.unescape(answer.body)
    assert "typed by hand" in answer.body
    assert CLAIMS.read_text() == kept


def test_a_file_changed_meanwhile_is_not_overwritten(visitor: Visitor, kept: str) -> None:
    shown = visitor.shown("/finding/1")
    decide(visitor, 3, "accepted")  # in another tab
    answer = visitor.post("/finding/1/waived", shown | {"reason": "typed in the older tab"})
    assert answer.status == 409
    assert "was changed since this page was shown" in answer.body
    assert "typed in the older tab" in answer.body
    shown = visitor.shown("/finding/1")
    by_hand = CLAIMS.read_text() + "# by hand\n"
    CLAIMS.write_text(by_hand, encoding="utf-8")
    assert visitor.post("/finding/1/accepted", shown).status == 409
    assert CLAIMS.read_text() == by_hand
    decide(visitor, 1, "accepted")
    assert CLAIMS.read_text().endswith("# by hand\n")
    CLAIMS.write_text(by_hand + "unknown: 1\n", encoding="utf-8")
    body = html.unescape(visitor.get("/finding/1"))
    assert "unknown key 'unknown'" in body
    answer = visitor.post("/finding/1/accepted", visitor.shown("/finding/1"))
    assert "the claims file cannot be used" in answer.body
    CLAIMS.unlink()
    assert visitor.post("/finding/1/accepted", shown).status == 409


def test_only_the_last_of_several_that_build_on_each_other_is_taken_back(visitor: Visitor) -> None:
    decide(visitor, 1, "restated", text="The bridge cost 41 million euros.")
    first = visitor.shown("/finding/1")["at"]
    decide(visitor, 1, "restated", text="It cost 41 million euros.")
    answer = visitor.post("/take-back", visitor.shown("/finding/1") | {"at": first})
    assert answer.status == 409
    assert "take that one back first" in answer.body


def test_undo_takes_back_what_this_person_did_and_nobody_elses(visitor: Visitor, kept: str) -> None:
    decide(visitor, 1, "accepted")
    assert visitor.post("/name", visitor.shown("/") | {"by": " Bo\nHand "}).status == 303
    assert 'id="undo"' not in visitor.get("/")
    decide(visitor, 2, "accepted")
    assert article.claims()["14"].decisions[0].by == "Bo Hand"
    undo(visitor)
    assert 'id="undo"' not in visitor.get("/")
    assert article.claims()["41"].decisions[0].by == "Ada Quill"


def test_without_a_claims_file_the_first_decision_makes_one(folder: Path) -> None:
    expected = claimsfile.dumps(extract(readers.read_file("article.md")))
    with article.served(article.desk()) as visitor:
        assert "made with the first decision" in visitor.get("/finding/1")
        decide(visitor, 1, "accepted")
        assert added(expected)[0] == "decisions:"
        undo(visitor)
        assert CLAIMS.read_text() == expected


def test_a_claims_file_without_the_claim_gets_a_short_entry(folder: Path, kept: str) -> None:
    start, stop = kept.index("  - id: "), kept.index("\ncitations:")
    CLAIMS.write_text(kept[:start].replace("claims:   # three", "claims: []") + kept[stop:].split("\nplaces:")[0])
    with article.served(article.desk()) as visitor:
        decide(visitor, 2, "waived", reason="known")
    assert list(article.claims()) == ["14"]
    assert [entry.finding.rule for entry in article.desk().entries] == ["differing-number", "uncited-claim"]


def test_a_claims_file_alone_can_be_reviewed(folder: Path, kept: str) -> None:
    Path("article.md").unlink()
    config = Config(mode="offline", store=Path("store"))
    paths = [str(CLAIMS)]
    finished = pipeline.audit(paths, config, as_of=date(2026, 1, 15), progress=pipeline.Silent())
    with article.served(Desk(finished, config, paths=paths, by="Ada Quill")) as visitor:
        assert "The text itself is not shown" in visitor.get("/finding/1")
        decide(visitor, 1, "accepted")
    assert added(kept)[0] == "decisions:"


def test_a_decision_survives_a_later_extraction(visitor: Visitor, kept: str) -> None:
    decide(visitor, 1, "waived", reason="known")
    document = readers.read_file("article.md")
    merged = claimsfile.merge(claimsfile.read(str(CLAIMS)), extract(document), document)
    assert [one.did for claim in merged.claims for one in claim.decisions] == ["waived"]
