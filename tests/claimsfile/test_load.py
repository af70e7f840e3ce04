"""Reading: every mistake at once, and nothing that a hostile file could do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import claimsfile
from claimcheck.errors import Mistake, UnusableFile
from claimcheck.model import SourceEntry, Span, Waiver

from .samples import digest_of, ferry

HEAD = """\
schema: claimcheck/claims/1
document: {path: ferry.txt}
"""


def mistakes(text: str) -> tuple[Mistake, ...]:
    with pytest.raises(UnusableFile) as error:
        claimsfile.loads(text, "ferry.yaml")
    return error.value.mistakes


def only(text: str) -> Mistake:
    (mistake,) = mistakes(text)
    return mistake


def test_five_different_mistakes_are_all_reported_with_their_lines() -> None:
    with pytest.raises(UnusableFile) as error:
        claimsfile.loads(
            HEAD
            + """\
claims:
  - id: c1
    txet: The ferry carried 41,000 cars.
    text: The ferry carried 41,000 cars.
  - id: c1
    text: The fares were frozen.
  - id: c2
    text: The bridge opened in 2021.
    class: certain
    quotations: {text: open at last, at: 3-15}
    waivers:
      - {rule: uncited-claims, reason: known to all, until: 2025-02-30}
    sources: [council.example.org/17]
""",
            "ferry.yaml",
        )
    assert (
        str(error.value)
        == """\
ferry.yaml:5: claim c1: unknown key 'txet'
  = help: did you mean 'text'?
ferry.yaml:7: claim c1: the id is taken (line 4)
  = help: give each its own id
ferry.yaml:11: claim c2: class is 'certain'
  = help: write one of fact, cited, minor, opinion
ferry.yaml:12: claim c2: quotations is a map
  = help: write a list: `quotations: [...]` or one entry a line after `- `
ferry.yaml:14: claim c2, waiver 1: there is no rule 'uncited-claims'
  = help: did you mean 'uncited-claim'?
ferry.yaml:14: claim c2, waiver 1: until is '2025-02-30', which is no date
  = help: write year-month-day: 2025-06-30
ferry.yaml:15: claim c2: source 'council.example.org/17' does not begin with http:// or https://
  = help: write the whole address, such as https://example.org/report"""
    )


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("- text: The bridge opened.", "claim number 1: id is missing"),
        ("- id: c1", "claim c1: text is missing"),
        ("- id: c1\n  text: [a, b]", "claim c1: text is a list"),
        ("- id: c1\n  text: {a: b}", "claim c1: text is a map"),
        ("- id: c1\n  text: a\n  page: -4", "claim c1: page is '-4'"),
        ("- id: c1\n  text: a\n  page: 1.5", "claim c1: page is '1.5'"),
        ("- id: c1\n  text: a\n  sha256: abc", "claim c1: sha256 is no SHA-256"),
        ("- {id: %s, text: a}" % ("x" * 101), "claim " + "x" * 101 + ": the id is longer than 100 characters"),
        ("- id: c1\n  text: a\n  citations: k1", "claim c1: citations is a text"),
        ("- id: c1\n  text: a\n  citations: [k1]", "claim c1: there is no citation 'k1'"),
        ("- id: c1\n  text: a\n  inherited: [k1]", "claim c1: there is no citation 'k1'"),
        ("- id: c1\n  text: a\n  confirmed: [r1]", "claim c1: there is no reference 'r1'"),
        ("- id: c1\n  text: a\n  reference: r1", "claim c1: there is no reference 'r1'"),
        ("- id: c1\n  text: a\n  unclear: [[it]]", "claim c1: unclear holds something that is no text"),
        ("- id: c1\n  text: a\n  stale: yes", "claim c1: stale is 'yes'"),
        ("- id: c1\n  text: a\n  kind: title", "claim c1: kind is 'title'"),
        ("- id: c1\n  text: a\n  modality: maybe", "claim c1: modality is 'maybe'"),
        ("- id: c1\n  text: a\n  waivers: [uncited-claim]", "claim c1: waivers holds something that is no map"),
        ("- id: c1\n  text: a\n  waivers: [{rule: uncited-claim}]", "claim c1, waiver 1: reason is missing"),
        ("- id: c1\n  text: a\n  waivers: [{reason: known}]", "claim c1, waiver 1: rule is missing"),
        ("- id: c1\n  text: a\n  sources: [{note: no address}]", "claim c1, source 1: url is missing"),
        ("- id: c1\n  text: a\n  sources: [ftp://example.org/a]", "claim c1: source 'ftp://example.org/a' does"),
        ("- id: c1\n  text: a\n  sources: ['https://']", "claim c1: source 'https://' names no host"),
        ("- id: c1\n  text: a\n  sources: ['https://a.org/b c']", "claim c1: source 'https://a.org/b c' holds white"),
        ("- id: c1\n  text: a\n  sources: ['http://[::1']", "claim c1: source 'http://[::1' cannot be read"),
        ("- id: c1\n  text: a\n  sources: [[a]]", "claim c1: source 1 is no address"),
        ("- id: c1\n  text: a\n  quantities: [{text: b, at: 1-2, value: many}]", "claim c1, quantity 1: value is"),
        ("- id: c1\n  text: a\n  quantities: [{text: b, at: 1-2, value: 1e999}]", "claim c1, quantity 1: value is"),
        ("- id: c1\n  text: a\n  quantities: [{text: b, at: 1-2, low: 9, high: 1}]", "claim c1, quantity 1: high 1 is"),
        ("- id: c1\n  text: a\n  quantities: [{text: b, at: 1-2, low: 9, value: 9}]", "claim c1, quantity 1: has a"),
        ("- id: c1\n  text: a\n  quantities: [{text: b, at: 2, value: 9}]", "claim c1, quantity 1: at is '2'"),
        ("- id: c1\n  text: a\n  quantities: [{text: b, at: 9-2, value: 9}]", "claim c1, quantity 1: at ends before"),
        ("- id: c1\n  text: a\n  quantities: [{text: b, at: 1-2, hedge: so}]", "claim c1, quantity 1: hedge is 'so'"),
        ("- id: c1\n  text: a\n  dates: [{text: b, at: 1-2}]", "claim c1, date 1: edtf is missing"),
        ("- id: c1\n  text: a\n  entities: [{name: b, at: 1-2, kind: city}]", "claim c1, entity 1: kind is 'city'"),
        ("- just words", "claims file: claims holds something that is no map"),
    ],
)  # fmt: skip
def test_each_mistake_says_what_and_where(entry: str, message: str) -> None:
    indented = "".join(f"  {line}\n" for line in entry.splitlines())
    mistake = only(HEAD + "claims:\n" + indented)
    assert mistake.message.startswith(message)
    assert 4 <= mistake.line <= 4 + entry.count("\n")
    assert mistake.remedy


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{id: k1, text: a}", "citation k1: says nothing of what it resolves to"),
        ("{id: k1, text: a, resolved: [r9]}", "citation k1: there is no reference 'r9'"),
        ("{id: k1, text: a, weak: r9}", "citation k1: there is no reference 'r9'"),
        ("{id: k1, text: a, resolved: []}", "citation k1: resolved names no reference"),
        ("{id: k1, text: a, weak: r1, dangling: []}", "citation k1: is both weak and dangling"),
        ("{id: k1, text: a, dangling: [], scope: page}", "citation k1: scope is 'page'"),
        ("{id: k1, dangling: []}", "citation k1: text is missing"),
        ("{id: k1, text: a, dangling: [], same_bracket: 1}", "citation k1: same_bracket is '1'"),
    ],
)
def test_citations_are_checked_too(entry: str, message: str) -> None:
    mistake = only(HEAD + f"claims: []\nreferences:\n  - {{id: r1, text: Dahl}}\ncitations:\n  - {entry}\n")
    assert mistake.message.startswith(message)
    assert mistake.line == 7


@pytest.mark.parametrize(
    ("places", "message"),
    [
        ("[1, 2]", "places is no map"),
        ("{claims: [1, 2]}", "places: claims is no map"),
        ("{claim: {c1: [1, 2]}}", "places: unknown key 'claim'"),
        ("{claims: {c1: 4}}", "places of claims: c1 has no place"),
        ("{claims: {c1: [1]}}", "places of claims: c1 has no place"),
        ("{claims: {c1: [1, 2, 3, 4]}}", "places of claims: c1 has no place"),
        ("{claims: {c1: [1, x]}}", "places of claims: c1 has no place"),
        ("{claims: {c1: [-1, 5]}}", "places of claims: c1 has no place"),
        ("{claims: {c1: [5, -1]}}", "places of claims: c1 has no place"),
    ],
)
def test_places_are_checked(places: str, message: str) -> None:
    mistake = only(HEAD + f"claims: []\nplaces: {places}\n")
    assert mistake.message.startswith(f"claims file: {message}" if message == "places is no map" else message)
    assert mistake.line == 4


def test_places_are_counted_from_the_one_before() -> None:
    read = claimsfile.loads(
        HEAD
        + """\
claims: [{id: b, text: two}, {id: new, text: mine}, {id: a, text: one}]
places: {claims: {a: [10, 5, 0], gone: [4, 6, 2], b: [-3, 7, -1]}}
"""
    )
    assert [(claim.id, claim.span, claim.text_line) for claim in read.claims] == [
        ("b", Span(22, 29), 2), ("new", Span(0, 0), None), ("a", Span(10, 15), 1),
    ]  # fmt: skip


def test_an_unknown_reference_names_the_nearest() -> None:
    text = HEAD + "claims: []\nreferences: [{id: dahl2020}]\ncitations: [{id: k, text: a, resolved: [dahl2002]}]\n"
    assert only(text).remedy == "did you mean 'dahl2020'?"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "is no claims file"),
        ("just words", 1, "is no claims file"),
        ("[1, 2]", 1, "is no claims file"),
        ("document: {path: a}\nclaims: []\n", 1, "claims file: schema is missing"),
        ("schema: claimcheck/claims/2\ndocument: {path: a}\nclaims: []\n", 1, "claims file: schema is"),
        ("schema: claimcheck/claims/1\nclaims: []\n", 1, "claims file: document is missing"),
        ("schema: claimcheck/claims/1\ndocument: {title: a}\nclaims: []\n", 2, "document: path is missing"),
        (HEAD, 1, "claims file: claims is missing"),
        (HEAD + "claims: []\nclaim: []\n", 4, "claims file: unknown key 'claim'"),
        (HEAD + "claims: [\n  - a: b\n", 4, "is not YAML from here on"),
        (HEAD + "claims: []\n---\nclaims: []\n", 4, "a second YAML document begins here"),
        (HEAD + "claims: " + "[" * 50 + "]" * 50, 3, "is nested deeper than 12 levels"),
        (HEAD + "claims: " + "[" * 500_000, 3, "is nested deeper than 12 levels"),
        (HEAD + "claims: []\nclaims: []\n", 4, "key 'claims' stands here twice"),
    ],
)
def test_files_that_are_none(text: str, line: int, message: str) -> None:
    mistake = only(text)
    assert mistake.message.startswith(message)
    assert mistake.line == line


def test_tags_anchors_and_aliases_are_refused() -> None:
    found = mistakes(
        HEAD
        + """\
claims:
  - id: &bomb c1
    text: !!python/object/apply:os.system [rm]
    note: *bomb
    ? [a, list]
    : as a key
"""
    )
    assert [(mistake.line, mistake.message.split(" in a ")[0]) for mistake in found] == [
        (4, "anchor &bomb is not allowed"),
        (5, "tag tag:yaml.org,2002:python/object/apply:os.system is not allowed"),
        (5, "claim c1: text is a list"),
        (6, "alias *bomb is not allowed"),
        (7, "a list or map cannot be a key"),
    ]


def test_a_billion_laughs_are_not_laughed() -> None:
    levels = ["a0: &a0 [lol, lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    found = mistakes("\n".join(levels))
    assert any("alias *a0 is not allowed" in mistake.message for mistake in found)
    assert len(found) == 101
    assert "more mistakes" in found[-1].message


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for name, content, message in (
        ("missing.yaml", None, "no such file"),
        ("latin.yaml", b"a: b\nc: \xe9\n", "is not UTF-8"),
        ("huge.yaml", b"#" * (8 * 1024 * 1024 + 1), "is larger than 8 MB"),
    ):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(UnusableFile, match=message):
            claimsfile.read(str(tmp_path / name))
    with pytest.raises(UnusableFile, match="cannot be read"):
        claimsfile.read(str(tmp_path))


def test_what_a_person_writes_is_read_leniently() -> None:
    read = claimsfile.loads(
        "\ufeff".lstrip("\ufeff")
        + HEAD
        + """\
claims:
  - id: 7   # a number is a fine id
    text: The bridge opened in 2021, and it is 420 metres long.
    note: 2024
    unclear:
    sources:
      - https://example.org/bridge
      - url: https://example.org/length
        note: the second table
    waivers:
      - rule: uncited-claim
        reason: common knowledge here
        until: 2027-01-31
""",
        "claims/bridge.yaml",
    )
    (claim,) = read.claims
    assert claim.id == "7"
    assert claim.note == "2024"
    assert claim.unclear == ()
    assert claim.sources == (
        SourceEntry("https://example.org/bridge", None, 9),
        SourceEntry("https://example.org/length", "the second table", 10),
    )
    assert claim.waivers == (Waiver("uncited-claim", "common knowledge here", "2027-01-31", 13),)
    assert (claim.document, claim.line, claim.column) == ("claims/bridge.yaml", 4, 5)
    assert claim.edited  # nobody but a person wrote it
    assert read.claims_path == "claims/bridge.yaml"
    assert read.document.path == "ferry.txt"


def test_a_reworded_claim_is_known_by_its_digest() -> None:
    written = claimsfile.dumps(ferry())
    read = claimsfile.loads(written)
    assert not any(claim.edited for claim in read.claims)
    assert read.claims[0].stated is None
    reworded = claimsfile.loads(
        written.replace("text: The ferry to Hitra carried about", "text: Hitra's ferry carried")
    )
    assert reworded.claims[0].edited
    assert reworded.claims[0].stated == reworded.claims[0].facts == ferry().claims[0].facts
    assert reworded.claims[0].digest == digest_of(ferry().claims[0].text)


def test_lines_are_those_of_the_claims_file() -> None:
    written = claimsfile.dumps(ferry()).splitlines()
    read = claimsfile.loads("\n".join(written), "claims/ferry.yaml")
    for claim in read.claims:
        assert written[claim.line - 1] == f"  - id: {claim.id}"
        assert claim.document == "claims/ferry.yaml"
    assert "id: k1" in written[(read.citations[0].line or 0) - 1]
    assert "id: r1" in written[(read.references[0].line or 0) - 1]


yamlish = st.text(st.sampled_from("ab:- \n[]{}&*!|>'\"#?,%~0\t"), max_size=80)


@given(st.text(max_size=60) | yamlish | yamlish.map(lambda text: HEAD + "claims:\n" + text))
@settings(max_examples=200, deadline=None)
def test_no_text_makes_the_reader_crash(text: str) -> None:
    try:
        claimsfile.loads(text)
    except UnusableFile as error:
        found = error.mistakes
    else:
        return
    assert found
    lines = 2 + sum(map(text.count, "\n\r\x85\u2028\u2029"))
    assert all(1 <= mistake.line <= lines for mistake in found)


def test_a_large_file_is_read() -> None:
    one = claimsfile.dumps(ferry())
    head, rest = one.split("claims:\n", 1)
    claim = rest.split("\n\n", 1)[0].replace("[k1]", "[]")
    many = head + "claims:\n" + "\n".join(claim.replace("id: c1", f"id: c{number}") for number in range(2000)) + "\n"
    assert len(claimsfile.loads(many).claims) == 2000


def test_no_file_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.claimsfile.nodes.MOST_NODES", 100_000)
    for text in (
        "".join(f"k{number}: 1\n" for number in range(40_000)),
        "[" + "a," * 110_000,
        HEAD + "claims: [" + "{a: b}," * 20_000 + "]\n",
        HEAD
        + "claims: []\ncitations:\n"
        + "".join(f"  - {{id: k{n}, text: a, resolved: [x{n}]}}\n" for n in range(4_000))
        + "references:\n"
        + "".join(f"  - {{id: r{n}}}\n" for n in range(3_000)),
    ):
        assert len(mistakes(text)) <= 101
