"""Matching of paths and hosts, and what a policy makes of sources."""

from __future__ import annotations

import pytest

from claimcheck import policy
from claimcheck.policy import Sourcing


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("*.wiki", "a/b/page.wiki", True),
        ("drafts", "drafts/2024/essay.md", True),
        ("drafts", "old/drafts/essay.md", True),
        ("drafts/", "drafts/essay.md", True),
        ("drafts/*.md", "drafts/essay.md", True),
        ("drafts/*.md", "drafts/2024/essay.md", False),
        ("drafts/*.md", "old/drafts/essay.md", False),
        ("drafts/**/*.md", "drafts/essay.md", True),
        ("drafts/**", "drafts/2024/essay.md", True),
        ("**/essay.md", "a/b/essay.md", True),
        ("draft?", "drafts/essay.md", True),
        ("a+b.md", "aab.md", False),
        ("essay", "essay.md", False),
    ],
)
def test_paths(pattern: str, path: str, matches: bool) -> None:
    assert policy.path_matches(pattern, path) is matches


@pytest.mark.parametrize(
    ("pattern", "url", "matches"),
    [
        ("example.org", "https://example.org/a", True),
        ("example.org", "https://www.example.org:8443/a", True),
        ("example.org", "https://badexample.org/", False),
        ("example.org", "https://example.org.evil.example/", False),
        ("example.org", "https://user@evil.example/?example.org", False),
        ("example.org/blog", "https://example.org/blog/a", True),
        ("example.org/blog", "https://example.org/blogs", False),
        ("Bücher.example", "https://xn--bcher-kva.example/x", True),
        ("example.org", "Dahl, 2020", False),
        ("example.org", "https://[broken", False),
    ],
)
def test_hosts(pattern: str, url: str, matches: bool) -> None:
    assert policy.host_matches(pattern, url) is matches


def test_trust_is_an_exception_and_may_be_the_rule() -> None:
    some = Sourcing(refused=("wiki.example",), trusted=("good.wiki.example",))
    assert some.refuses("https://en.wiki.example/a")
    assert not some.refuses("https://good.wiki.example/a")
    assert not some.refuses("https://office.example/a")
    strict = Sourcing(trusted=("office.example",), trusted_only=True)
    assert strict.refuses("https://blog.example/a")
    assert not strict.refuses("https://office.example/a")
    assert not strict.refuses("Dahl, 2020")


@pytest.mark.parametrize("value", ["https://example.org", "", "two words", "a@b.example", "example.org/*"])
def test_what_is_no_host(value: str) -> None:
    with pytest.raises(ValueError, match="is not a host"):
        policy.check_host(value)
