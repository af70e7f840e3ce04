"""Records in CSL-JSON and CSL-YAML, and YAML that nobody vouches for."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest

from claimcheck.readers import _csl
from claimcheck.readers._yaml import BrokenYaml, compose

WELLS = {
    "id": "linde2020",
    "title": "The <i>deep</i> wells",
    "author": [{"family": "Linde", "given": "Ada", "non-dropping-particle": "van"}, {"literal": "World Bank"}],
    "issued": {"date-parts": [["2020", "5"]]},
    "accessed": {"date-parts": [[2021, 2, 3]]},
    "container-title": "Tides",
    "DOI": "10.1234/wells.7",
}


def test_json() -> None:
    source = json.dumps([WELLS, {"id": 7, "issued": {"raw": "circa 1999"}, "URL": "https://w.example.org"}], indent=1)
    first, second = _csl.from_json(source, "refs.json")
    for record in (first, second):
        assert record.span.of(source) == record.text
        assert json.loads(record.text)["id"] in {"linde2020", 7}
    assert (first.title, first.authors, first.year) == ("The deep wells", ("van Linde, Ada", "World Bank"), "2020")
    assert (first.url, first.accessed, first.container) == ("https://doi.org/10.1234/wells.7", "2021-02-03", "Tides")
    assert (first.line, second.key, second.year, second.url) == (2, "7", "1999", "https://w.example.org")


def test_yaml() -> None:
    source = (
        "references:\n- id: linde2020\n  title: Wells\n  author:\n  - {family: Linde, given: Ada}\n"
        "  issued: {year: 2020}\n  URL: https://w.example.org\n\n- id: b\n  issued: 2019-04-02\n"
    )
    first, second = _csl.from_yaml(source, "refs.yaml")
    assert first.text.startswith("id: linde2020")
    assert first.text.endswith("https://w.example.org")
    assert (first.span.of(source), first.line, first.column) == (first.text, 2, 3)
    assert (first.authors, first.year, first.url) == (("Linde, Ada",), "2020", "https://w.example.org")
    assert (second.key, second.year, second.line) == ("b", "2019", 9)


def test_what_stands_before_a_mistake_is_kept() -> None:
    with pytest.raises(_csl.BrokenRecords, match="line 2") as caught:
        _csl.from_json('[{"id": "a"},\n{"id": }]', "r.json")
    assert [record.key for record in caught.value.records] == ["a"]
    with pytest.raises(_csl.BrokenRecords, match="line 2"):
        _csl.from_yaml("- id: a\n- ]b", "r.yaml")


@pytest.mark.parametrize(
    "source", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "&a [*a, *a]", "!!python/object:os.system x", "\ud800"]
)
def test_hostile_yaml_ends_in_no_crash(source: str) -> None:
    with suppress(BrokenYaml):
        compose(source)


@pytest.mark.parametrize("source", ["[" * 100_000, '[{"a":' * 50_000, "", "[1, null, {}]", '{"references": "none"}'])
def test_hostile_json_ends_in_no_crash(source: str) -> None:
    with suppress(_csl.BrokenRecords):
        assert _csl.from_json(source, "r.json") == ()
