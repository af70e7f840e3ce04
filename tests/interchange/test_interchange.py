"""The JSON of the contract: field by field, against its schemas, and back."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from functools import cache
from typing import Any, get_args

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import claimsfile, interchange
from claimcheck.claimsfile import load
from claimcheck.model import (
    OUTCOMES,
    Audit,
    Check,
    ClaimVerdict,
    Comparison,
    Conflict,
    ConflictKind,
    ConflictLabel,
    Decision,
    EvidenceKind,
    Extraction,
    FactKind,
    Finding,
    JudgedClaim,
    Location,
    Passage,
    Quantity,
    Related,
    Ruling,
    Side,
    Source,
    SourceEntry,
    Span,
    Summary,
    ToolInfo,
    Verdict,
    Waiver,
)
from tests.claimsfile.samples import extractions, ferry, maybe, names, places, spans, words

quick = settings(max_examples=50, deadline=None)


@cache
def validator(name: str) -> Any:
    schema = interchange.schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def valid(name: str, value: Any) -> Any:
    """``value`` as another program reads it."""
    read = json.loads(interchange.encode(value))
    validator(name).validate(read)
    return read


# --- extract ------------------------------------------------------------------------------------------------------


def test_an_extraction_has_the_fields_of_the_contract() -> None:
    read = valid("extract", interchange.extract_json(ferry()))
    assert list(read) == ["schema", "document", "claims", "citations", "references"]
    assert read["schema"] == "claimcheck/extract/1"
    assert list(read["document"]) == ["path", "title", "sha256", "media_type", "language", "characters"]
    claim = read["claims"][0]
    assert list(claim)[:18] == [
        "id", "text", "start", "end", "line", "page", "class", "kind", "unclear", "reasons", "quantities", "dates",
        "quotations", "instruments", "entities", "citations", "inherited", "document",
    ]  # fmt: skip
    assert claim["quantities"] == [
        {"low": 32800, "high": 49200, "unit": None, "counted": "cars", "hedge": "approx", "role": "carried",
         "text": "41,000", "start": 33, "end": 39}
    ]  # fmt: skip
    assert claim["dates"] == [{"edtf": "2019", "text": "2019", "start": 48, "end": 52}]
    assert claim["entities"] == [{"name": "Hitra", "text": "Hitra", "start": 13, "end": 18, "kind": "place"}]
    assert claim["citations"] == ["k1"]
    assert read["claims"][1]["instruments"] == [
        {"name": "County Council Resolution 17", "url": "https://council.example.org/17", "start": 90, "end": 103,
         "text": "Resolution 17"}
    ]  # fmt: skip
    assert list(read["citations"][0].items())[:9] == [
        ("id", "k1"), ("text", "Dahl, 2020"), ("start", 54), ("end", 64), ("scope", "sentence"), ("status", "resolved"),
        ("references", ["r1"]), ("candidates", []), ("year_mismatch", False),
    ]  # fmt: skip
    assert list(read["references"][0])[:9] == [
        "id", "text", "start", "end", "title", "authors", "year", "url", "accessed",
    ]  # fmt: skip


def test_all_lists_what_was_not_selected_in_the_order_of_the_text() -> None:
    cars, fares = ferry().claims
    minor, opinion = replace(cars, id="m", class_="minor"), replace(fares, id="o", class_="opinion")
    found = replace(ferry(), claims=(fares, opinion), unselected=(minor,))
    assert [claim["id"] for claim in interchange.extract_json(found)["claims"]] == ["c2"]
    everything = valid("extract", interchange.extract_json(found, all_=True))
    assert [(claim["id"], claim["class"]) for claim in everything["claims"]] == [
        ("m", "minor"), ("c2", "fact"), ("o", "opinion"),
    ]  # fmt: skip


def test_what_a_person_decided_is_shown_where_it_is() -> None:
    cars = ferry().claims[0]
    plain = interchange.extract_json(ferry())["claims"][0]
    assert {"sources", "waivers", "note", "confirmed", "edited", "prose"}.isdisjoint(plain)
    decided = replace(
        cars,
        note="by telephone",
        sources=(SourceEntry("https://a.example/1", None, 4),),
        waivers=(Waiver("uncited-claim", "known", "2027-01-01", 5),),
        confirmed=("r1",),
        decisions=(
            Decision("restated", "uncited-claim", "Ada Quill", "2026-03-01T09:30:00.120Z", "0a", was="It was."),
        ),
        edited=True,
        prose="The ferry",
    )
    shown = valid("extract", interchange.extract_json(replace(ferry(), claims=(decided,))))["claims"][0]
    assert shown["sources"] == [{"url": "https://a.example/1", "note": None}]
    assert shown["waivers"] == [{"rule": "uncited-claim", "reason": "known", "until": "2027-01-01"}]
    assert shown["decisions"] == [
        {"did": "restated", "rule": "uncited-claim", "by": "Ada Quill", "at": "2026-03-01T09:30:00.120Z",
         "finding": "0a", "url": None, "sha256": None, "was": "It was."}
    ]  # fmt: skip
    assert (shown["note"], shown["confirmed"], shown["edited"], shown["prose"]) == (
        "by telephone", ["r1"], True, "The ferry",
    )  # fmt: skip


def test_whole_numbers_have_no_point_and_what_is_not_finite_is_open() -> None:
    fact = Quantity(0.5, float("inf"), None, None, "over", "0.5", Span(0, 3))
    claim = replace(ferry().claims[0], facts=replace(ferry().claims[0].facts, quantities=(fact,)))
    written = interchange.encode(interchange.extract_json(replace(ferry(), claims=(claim,))))
    assert '"low": 0.5' in written
    assert '"high": null' in written
    assert '"low": 32800,' in interchange.encode(interchange.extract_json(ferry()))


@given(extractions())
@quick
def test_every_extraction_fits_its_schema(extraction: Extraction) -> None:
    valid("extract", interchange.extract_json(extraction, all_=True))


# --- verify -------------------------------------------------------------------------------------------------------


def test_a_ruling_is_one_line() -> None:
    ruling = Ruling(
        "contradicted", "quantity", 0.0449, Passage("14,000 cars", Span(3, 14), 0.987),
        (Comparison("quantity", "41,000", "14,000", False),), "facts", 'the text says "41,000", the page says "14,000"',
    )  # fmt: skip
    read = valid("verify", interchange.ruling_json(7, ruling))
    assert list(read)[:6] == ["id", "verdict", "score", "reason", "evidence", "facts"]
    assert (read["id"], read["score"]) == (7, 0.04)
    assert read["evidence"] == {"text": "14,000 cars", "start": 3, "end": 14, "score": 0.99, "body": True, "page": None}
    assert "\n" not in interchange.encode(interchange.ruling_json("x", ruling), indent=None)
    unchecked = valid("verify", interchange.ruling_json(None, Ruling("unchecked", "empty", 0.0)))
    assert "id" not in unchecked
    assert unchecked["evidence"] is None


def test_a_broken_page_is_still_utf8() -> None:
    written = interchange.encode(interchange.ruling_json("x", Ruling("unchecked", "a \ud800 b", 0.0)), indent=None)
    assert json.loads(written.encode())["reason"] == "a \ud800 b"


# --- audit --------------------------------------------------------------------------------------------------------

scores = st.floats(0, 1)
passages = st.builds(Passage, words, spans(), scores, st.booleans(), st.none() | places)
locations = st.builds(
    Location, words, places.map(lambda line: line + 1), places.map(lambda column: column + 1), st.none() | places,
    st.none() | places, st.none() | places,
)  # fmt: skip


def one_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(kind))


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


rulings = st.builds(
    Ruling, one_of(Verdict), words, scores, st.none() | passages,
    some(st.builds(Comparison, one_of(FactKind), words, maybe, st.none() | st.booleans())), words, words,
)  # fmt: skip
checks = st.builds(
    Check, maybe, maybe, st.sampled_from(OUTCOMES), rulings, st.booleans(), maybe,
    st.sampled_from(["resolved", "weak", "ambiguous", "dangling"]), maybe, one_of(EvidenceKind),
)  # fmt: skip
sources = st.builds(
    Source, words, st.sampled_from(OUTCOMES), words, one_of(EvidenceKind), maybe, st.none() | places, maybe, maybe,
    maybe, maybe, maybe, changed=st.booleans(),
)  # fmt: skip
sides = st.builds(
    Side,
    words,
    words,
    words,
    places.map(lambda line: line + 1),
    spans(),
    places.map(lambda column: column + 1),
    maybe,
    odd=st.booleans(),
)
conflicts = st.builds(Conflict, names, one_of(ConflictKind), one_of(ConflictLabel), some(sides), words, some(words))
findings = st.builds(
    Finding, words, st.sampled_from(["error", "warning", "note"]), words, locations,
    st.sampled_from(["high", "medium", "low"]), maybe, maybe, maybe,
    some(st.builds(Related, words, st.none() | locations, maybe, maybe)), words, words,
    st.sampled_from(["open", "waived", "baseline"]), maybe,
)  # fmt: skip
counts = st.dictionaries(words, places, max_size=3)


@st.composite
def audits(draw: st.DrawFn) -> Audit:
    extraction = draw(extractions())
    return Audit(
        tool=ToolInfo(draw(words), "2025-03-01", draw(some(words)), "frozen", draw(some(words))),
        documents=(extraction.document,),
        claims=tuple(
            JudgedClaim(claim, draw(one_of(ClaimVerdict)), draw(words), draw(scores), draw(some(checks)))
            for claim in extraction.claims
        ),
        references=extraction.references,
        citations=extraction.citations,
        sources=draw(some(sources)),
        conflicts=draw(some(conflicts)),
        findings=draw(some(findings)),
        summary=Summary(draw(places), draw(places), draw(places), draw(counts), draw(counts), draw(st.integers(0, 3))),
    )


@given(audits())
@quick
def test_an_audit_comes_back(audit: Audit) -> None:
    written = interchange.encode(interchange.audit_json(audit))
    validator("audit").validate(json.loads(written))
    again = interchange.audit_from_json(json.loads(written))
    assert interchange.encode(interchange.audit_json(again)) == written
    assert again.findings == audit.findings
    assert again.sources == audit.sources
    assert again.conflicts == audit.conflicts
    assert again.summary == audit.summary
    assert again.references == audit.references
    assert again.citations == audit.citations
    assert [judged.claim.facts for judged in again.claims] == [judged.claim.facts for judged in audit.claims]


def sample() -> dict[str, Any]:
    cars = ferry().claims[0]
    ruling = Ruling("supported", "words", 0.9, Passage("41,000 cars", Span(3, 14), 0.9), (), "facts", "")
    check = Check("r1", "https://coast.example.org/cars", "ok", ruling, citation="k1", evidence="live")
    finding = Finding("moved-source", "note", "it has moved", Location("ferry.txt", 5), help="cite the new address")
    audit = Audit(
        ToolInfo("1", "2025-03-01"), (ferry().document,), (JudgedClaim(cars, "supported", "words", 0.9, (check,)),),
        ferry().references, ferry().citations, (Source("https://coast.example.org/cars", "moved"),), (), (finding,),
        Summary(1, 1, 0, {"supported": 1}, {"moved-source": 1}, 0),
    )  # fmt: skip
    return valid("audit", interchange.audit_json(audit))  # type: ignore[no-any-return]


def test_an_audit_has_the_fields_of_the_contract() -> None:
    read = sample()
    assert list(read) == [
        "schema", "tool", "documents", "claims", "references", "citations", "sources", "conflicts", "findings",
        "summary",
    ]  # fmt: skip
    assert list(read["claims"][0]["checks"][0])[:9] == [
        "reference", "url", "outcome", "verdict", "reason", "score", "evidence", "facts", "judge",
    ]  # fmt: skip
    assert list(read["sources"][0])[:11] == [
        "url", "final_url", "outcome", "evidence", "http_status", "title", "published", "media_type", "sha256",
        "fetched_at", "detail",
    ]  # fmt: skip
    assert list(read["findings"][0])[:16] == [
        "rule", "severity", "confidence", "message", "document", "line", "column", "start", "end", "claim", "reference",
        "url", "related", "help", "fingerprint", "status",
    ]  # fmt: skip
    assert list(read["summary"]) == ["claims", "checked", "unchecked", "by_verdict", "by_rule", "exit_code"]
    assert {"verdict", "reason", "score", "checks"} <= set(read["claims"][0])


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["schema"], "claimcheck/extract/1", "its schema is 'claimcheck/extract/1'"),
        (["tool"], None, "tool is not an object"),
        (["claims"], {}, "claims is not a list"),
        (["claims", 0], "c1", "claims[0] is not an object"),
        (["claims", 0, "verdict"], "maybe", "claims[0].verdict is not one of supported"),
        (["claims", 0, "start"], "0", "claims[0].start is not a whole number"),
        (["claims", 0, "line"], True, "claims[0].line is not a whole number"),
        (["claims", 0, "checks", 0, "score"], "high", "claims[0].checks[0].score is not a number"),
        (["claims", 0, "checks", 0, "evidence", "text"], 4, "claims[0].checks[0].evidence.text is not a text"),
        (["claims", 0, "unclear"], "it", "claims[0].unclear is not a list of texts"),
        (["findings", 0, "document"], None, "findings[0].document is missing"),
        (["citations", 0, "year_mismatch"], 1, "citations[0].year_mismatch is not true or false"),
        (["summary", "by_rule"], {"a": "b"}, "summary.by_rule.a is not a whole number"),
    ],
)  # fmt: skip
def test_what_is_no_audit_says_where(path: list[Any], value: Any, message: str) -> None:
    broken = copy.deepcopy(sample())
    place = broken
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ValueError) as error:
        interchange.audit_from_json(broken)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize("value", [None, [], "audit", 4, {}])
def test_other_json_is_no_audit(value: Any) -> None:
    with pytest.raises(ValueError):
        interchange.audit_from_json(value)


# --- Schemas ------------------------------------------------------------------------------------------------------


def test_an_unknown_schema_is_an_error() -> None:
    with pytest.raises(KeyError):
        interchange.schema("../errors")


def test_schemas_agree_on_what_they_share() -> None:
    shared: dict[str, Any] = {}
    for name in ("extract", "audit", "verify"):
        for key, definition in interchange.schema(name)["$defs"].items():
            assert shared.setdefault(key, definition) == definition
    judged, claim = shared["judged"]["properties"], shared["claim"]["properties"]
    assert {key: judged[key] for key in claim} == claim


@pytest.mark.parametrize("name", interchange.SCHEMAS)
def test_schemas_are_closed_and_explain_themselves(name: str) -> None:
    schema = interchange.schema(name)
    for definition in [schema, *schema.get("$defs", {}).values()]:
        for part in definition.get("anyOf", [definition]):
            if part["type"] == "object":
                assert part["additionalProperties"] is False
                assert part["description"]


def test_the_schema_of_a_claims_file_knows_the_keys_that_the_reader_knows() -> None:
    schema = interchange.schema("claims")
    assert tuple(schema["properties"]) == load.FILE_KEYS
    assert tuple(schema["properties"]["document"]["properties"]) == load.DOCUMENT_KEYS
    for name, keys in {
        "claim": load.CLAIM_KEYS, "places": load.PLACE_KEYS, "quantity": load.QUANTITY_KEYS, "date": load.DATE_KEYS,
        "quotation": load.QUOTATION_KEYS, "instrument": load.INSTRUMENT_KEYS, "entity": load.ENTITY_KEYS,
        "waiver": load.WAIVER_KEYS, "citation": load.CITATION_KEYS, "reference": load.REFERENCE_KEYS,
    }.items():  # fmt: skip
        assert tuple(schema["$defs"][name]["properties"]) == keys


@given(extractions())
@quick
def test_every_claims_file_fits_its_schema(extraction: Extraction) -> None:
    validator("claims").validate(yaml.safe_load(claimsfile.dumps(extraction)))


def test_the_schema_of_a_claims_file_finds_mistakes() -> None:
    read = yaml.safe_load(claimsfile.dumps(ferry()))
    read["claims"][0]["txet"] = "typo"
    read["claims"][1]["class"] = "certain"
    read["citations"][0]["weak"] = "r1"
    assert len(list(validator("claims").iter_errors(read))) == 3


def test_an_entry_of_a_bibliography_file_names_the_file() -> None:
    entry = replace(ferry().references[0], path="refs.bib", line=12, column=3)
    extraction = replace(ferry(), references=(entry,))
    written = interchange.extract_json(extraction)
    validator("extract").validate(written)
    assert (written["references"][0]["path"], written["references"][0]["column"]) == ("refs.bib", 3)
    assert "path" not in interchange.extract_json(ferry())["references"][0]
    assert claimsfile.loads(claimsfile.dumps(extraction)).references[0].path == "refs.bib"
