"""The catalogue as a whole: every rule has a page, a severity, an example that trips it and one that does not."""

from __future__ import annotations

import inspect
import random
import re
from dataclasses import replace

import pytest

from claimcheck import catalogue
from claimcheck.model import Dangling, Severity
from claimcheck.rules import Case, run
from claimcheck.rules._case import quoted

from . import (
    test_citations,
    test_claims_files,
    test_conflicts,
    test_inline,
    test_policy,
    test_references,
    test_sources,
    test_verdicts,
)
from .samples import CARS, Example, case, citation, claim, document, extraction, fact, judged, messages
from .samples import check as held
from .test_claims_files import ENDED, HOLDS, IDLE, waived

EXAMPLES: dict[str, Example] = {
    **test_citations.EXAMPLES,
    **test_references.EXAMPLES,
    **test_sources.EXAMPLES,
    **test_verdicts.EXAMPLES,
    **test_conflicts.EXAMPLES,
    **test_claims_files.EXAMPLES,
    **test_policy.EXAMPLES,
    **test_inline.EXAMPLES,
}
AFTER_WAIVERS = {"unused-waiver", "expired-waiver"}
"""Rules that see what the waivers did: their examples are whole runs."""

SEVERITIES: dict[Severity, str] = {
    "error": """contradicted-claim unsupported-claim disputed-claim differing-number differing-date altered-quotation
    reversed-meaning dropped-hedge conflicting-numbers conflicting-dates conflicting-statements dangling-citation
    gone-source malformed-url nothing-checked""",
    "note": "weak-citation moved-source insecure-url unused-reference inconsistent-name",
}


def test_every_rule_has_an_example() -> None:
    assert set(EXAMPLES) | AFTER_WAIVERS == set(catalogue.names("rules"))


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_the_example_trips_its_rule(rule: str) -> None:
    example = EXAMPLES[rule]
    assert tuple(messages(rule, example.trips)) == example.says


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_its_look_alike_does_not(rule: str) -> None:
    for silent in (EXAMPLES[rule].silent, *EXAMPLES[rule].more_silent):
        assert messages(rule, silent) == []


def test_the_rules_about_waivers_have_examples_too() -> None:
    assert {finding.rule for finding in run(waived(ENDED, IDLE))} >= AFTER_WAIVERS
    assert AFTER_WAIVERS.isdisjoint(finding.rule for finding in run(waived(HOLDS)))


@pytest.mark.parametrize("rule", catalogue.names("rules"))
def test_every_rule_has_a_page(rule: str) -> None:
    module = catalogue.load("rules", rule)
    assert rule == module.ID
    page = inspect.cleandoc(module.__doc__ or "")
    headline = page.splitlines()[0]
    assert headline.endswith(".")
    assert len(headline) <= 80
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == ["What it does", "Why is this bad?", "Example", "Remedy"]
    assert all(part.strip() for part in re.split(r"^## .+$", page, flags=re.MULTILINE))


@pytest.mark.parametrize("rule", catalogue.names("rules"))
def test_every_rule_has_its_severity(rule: str) -> None:
    named = {name: severity for severity, names in SEVERITIES.items() for name in names.split()}
    assert named.get(rule, "warning") == catalogue.load("rules", rule).SEVERITY


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_every_finding_says_where_why_and_what_to_do(rule: str) -> None:
    found = [finding for finding in run(EXAMPLES[rule].trips) if finding.rule == rule]
    assert found
    for finding in found:
        assert finding.location.line >= 1
        assert finding.location.document
        assert finding.help
        assert finding.help[-1] != "."
        assert finding.message[-1] != "."
        assert "\n" not in finding.message
        assert finding.fingerprint


# --- Runs ---------------------------------------------------------------------------------------------------------

NUMBER = fact("quantity", "about 41,000", "14,000")


def two_texts(before: str = "", order: int = 0) -> Case:
    """Two texts with a fault each, and one with the same fault twice."""
    one = document(f"{before}{CARS} See (Aas, 2018) and (Aas, 2018).\n", "a/essay.txt")
    two = document(f"{before}{CARS}\n", "b/report.txt")
    cars = [claim(text, CARS, "c1", class_="cited") for text in (one, two)]
    cited = [citation("Aas, 2018", Dangling(), name) for name in ("k1", "k2")]
    texts = [extraction(one, [cars[0]], cited), extraction(two, [cars[1]])]
    claims = [judged(entry, "contradicted", held("contradicted", NUMBER, says="14,000 cars")) for entry in cars]
    random.Random(order).shuffle(texts)
    random.Random(order + 1).shuffle(claims)
    return case(*texts, documents=[one, two], claims=claims)


def test_findings_are_ordered_whatever_came_first() -> None:
    first = run(two_texts())
    assert [(finding.location.document, finding.location.column, finding.rule) for finding in first] == [
        ("a/essay.txt", 1, "differing-number"),
        ("a/essay.txt", 73, "dangling-citation"),
        ("a/essay.txt", 89, "dangling-citation"),
        ("b/report.txt", 1, "differing-number"),
    ]
    assert all(run(two_texts(order=order)) == first for order in range(1, 6))


def test_fingerprints_are_distinct_and_stay_when_lines_move() -> None:
    first = [finding.fingerprint for finding in run(two_texts())]
    assert len(set(first)) == len(first)
    moved = run(two_texts("A line that is new.\n" * 10))
    assert [finding.location.line for finding in moved] == [11, 11, 11, 11]
    assert [finding.fingerprint for finding in moved] == first


def test_a_fingerprint_is_the_same_in_a_text_and_in_its_claims_file() -> None:
    (text_finding,) = run(case_of("essay.txt"))
    kept = case_of("claims/essay.yaml")
    (read,) = kept.texts
    read = replace(read, claims_path="claims/essay.yaml", document=replace(read.document, path="essay.txt"))
    (file_finding,) = run(replace(kept, texts=(read,)))
    assert text_finding.fingerprint == file_finding.fingerprint


def case_of(path: str) -> Case:
    text = document(CARS, path)
    cars = claim(text, CARS, "c1", class_="cited")
    held_against = held("contradicted", NUMBER, says="14,000 cars")
    return case(extraction(text, [cars]), claims=[judged(cars, "contradicted", held_against)])


def test_a_fingerprint_changes_with_the_words() -> None:
    (before,) = run(case_of("essay.txt"))
    text = document(CARS.replace("41,000", "42,000"), "essay.txt")
    cars = claim(text, text.text, "c1", class_="cited")
    (after,) = run(case(extraction(text, [cars]), claims=[judged(cars, "contradicted", held("contradicted", NUMBER))]))
    assert before.fingerprint != after.fingerprint


def test_rules_are_selected_ignored_raised_and_lowered() -> None:
    looked_at = two_texts()
    assert {finding.rule for finding in run(replace(looked_at, select=("differing-number",)))} == {"differing-number"}
    assert {finding.rule for finding in run(replace(looked_at, ignore=("differing-number",)))} == {"dangling-citation"}
    lowered = run(replace(looked_at, severity={"dangling-citation": "note"}))
    assert [finding.severity for finding in lowered] == ["error", "note", "note", "error"]


def test_without_the_text_findings_point_into_the_claims_file() -> None:
    looked_at = two_texts()
    texts = tuple(
        replace(
            text,
            claims_path=f"claims/{number}.yaml",
            claims=tuple(replace(entry, document=f"claims/{number}.yaml", line=7, column=5) for entry in text.claims),
        )
        for number, text in enumerate(looked_at.texts)
    )
    claims = tuple(
        judged(entry, "contradicted", held("contradicted", NUMBER)) for text in texts for entry in text.claims
    )
    found = [finding for finding in run(replace(looked_at, texts=texts, claims=claims)) if finding.claim == "c1"]
    assert [(finding.location.document, finding.location.line, finding.location.start) for finding in found] == [
        ("claims/0.yaml", 7, None), ("claims/1.yaml", 7, None),
    ]  # fmt: skip


def test_quoted_words_are_short_and_visible() -> None:
    assert quoted("a\n b\t c") == '"a b c"'
    assert quoted("word " * 100, 20) == '"word word word word …"'
    assert quoted("x\x00\x1b[1m\u202e") == '"x [1m"'
    assert quoted("👩\u200d🚀") == '"👩\u200d🚀"'
    assert quoted("") == '""'
