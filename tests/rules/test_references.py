"""Rules about the entries of a bibliography."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.rules import Case, run
from claimcheck.rules._addresses import development, is_front_page, malformed, proxied

from .samples import Example, case, document, entry, extraction


def one(words: str, **changes: Any) -> Case:
    """A text with one entry."""
    text = document(words)
    return case(extraction(text, references=[entry(words, **changes)]), documents=[text])


def at(url: str) -> Case:
    return one(f"Dahl, K. Counting cars. (2020). {url}", title="Counting cars", year="2020", url=url)


EXAMPLES: dict[str, Example] = {
    "malformed-url": Example(
        at("https://coast.example.org/a/https%3A%2F%2Fcoast.example.org%2Fa"),
        (
            '"https://coast.example.org/a/https%3A%2F%2Fcoast.example.org%2Fa" is no address of a page: a second '
            "address is pasted into its path",
        ),
        at("https://coast.example.org/cars"),
    ),
    "front-page-source": Example(
        at("https://tides.example.org/"),
        ('"https://tides.example.org/" is a front page',),
        at("https://tides.example.org/?page=7"),
    ),
    "insecure-url": Example(
        at("http://coast.example.org/cars"),
        ('"http://coast.example.org/cars" is not encrypted',),
        at("https://coast.example.org/cars"),
        (at("http://localhost:8000/cars"),),
    ),
    "development-host": Example(
        at("https://dev-tides.example.org/a"),
        ('"dev-tides.example.org" is a development host',),
        at("https://devon.example.org/a"),
    ),
    "proxied-link": Example(
        at("https://www-journal-example-org.ezproxy.university.example/article/12"),
        ('"www-journal-example-org.ezproxy.university.example" opens for members of a library only',),
        at("https://journal.example.org/article/12"),
    ),
    "mistitled-reference": Example(
        one("coast.example.org. (2024). https://coast.example.org/r.pdf", title="coast.example.org", year="2024",
            url="https://coast.example.org/r.pdf"),
        ('the title of the entry is the name of a site: "coast.example.org"',),
        at("https://coast.example.org/cars"),
    ),
    "misparsed-author": Example(
        one("Published, H. Cable laid. (2024). Harbour Post.", authors=("Published, H.",), title="Cable laid",
            year="2024"),
        ('the author "Published, H." is a word of the page, not a name',),
        one("Newsom, H. Cable laid. (2024). Harbour Post.", authors=("Newsom, H.",), title="Cable laid", year="2024"),
    ),
    "misdated-reference": Example(
        one("Tide tables. (2024). https://tides.example.org/uploads/2020/05/t_2019.pdf", title="Tide tables",
            year="2024", url="https://tides.example.org/uploads/2020/05/t_2019.pdf"),
        ('the entry says "2024", its address says "2020/05"',),
        one("Tide tables. (1975). https://tides.example.org/uploads/2020/05/t_1975.pdf", title="Tide tables",
            year="1975", url="https://tides.example.org/uploads/2020/05/t_1975.pdf"),
        (one("Tides. (2021). https://tides.example.org/2020/12/31/x", year="2021",
             url="https://tides.example.org/2020/12/31/x"),
         one("Tides. (2024). https://tides.example.org/issue/20/1/x", year="2024",
             url="https://tides.example.org/issue/20/1/x")),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("www.example.org/a", "it does not begin with http"),
        ("example.org", "it does not begin with http"),
        ("ftp://example.org/a", "it begins with ftp:"),
        ("https:///a", "it names no host"),
        ("https://example/a", "example is no host name"),
        ("https://exa mple.org/a", "white space"),
        ("https://example.org/a b", "white space"),
        ("http://https://example.org/a", "scheme stands there twice"),
        ("https://[::1/a", "cannot be read"),
        ("https://example.org:port/a", "cannot be read"),
        ("https://example.org/a.", "ends in ."),
        ("https://example.org/a)", "ends in )"),
        ("https://example.org/a…", "ends in …"),
        ("https://example.org/a,", "ends in ,"),
        ("https://example.org/HTTPS%3a%2f%2fexample.org", "a second address"),
    ],
)
def test_addresses_that_are_none(url: str, problem: str) -> None:
    assert problem in (malformed(url) or "")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://dev.example.org:8080/a/b.html?c=d&e#f",
        "https://en.wikipedia.org/wiki/Ferry_(ship)",
        "https://example.org/redirect?url=https%3A%2F%2Fexample.com%2Fa",
        "https://web.archive.org/web/2020/https://example.org/a",
        "https://archive.example.org/https%3A%2F%2Fexample.org",
        "https://doi.org/10.1000/xyz(2020)12",
        "https://bücher.example/ä",
        "https://xn--bcher-kva.example/",
        "https://[2001:db8::1]/a",
        "https://example.org/a/",
        "https://example.org/doi:10.33728%2Fabc",
    ],
)
def test_addresses_that_are_fine(url: str) -> None:
    assert malformed(url) is None


@pytest.mark.parametrize(
    ("url", "front"),
    [
        ("https://example.org", True), ("http://example.org/", True), ("https://example.org/a", False),
        ("https://example.org/#/article/4", False), ("https://example.org/?id=4", False), ("no address", False),
    ],
)  # fmt: skip
def test_front_pages(url: str, front: bool) -> None:
    assert is_front_page(url) is front


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://dev.example.org/a", "dev.example.org"),
        ("https://staging-cms.example.org/a", "staging-cms.example.org"),
        ("https://site-test.example.org/", "site-test.example.org"),
        ("https://preview.example.org/", "preview.example.org"),
        ("http://localhost:3000/", "localhost"),
        ("http://printer.local/", "printer.local"),
        ("http://192.168.0.4/report", "192.168.0.4"),
        ("http://127.0.0.1/", "127.0.0.1"),
        ("https://testimony.example.org/", None),
        ("https://www.developer.example.org/", None),
        ("https://contest.example.org/", None),
        ("https://example.dev/", None),
        ("https://stage.co.example/", "stage.co.example"),
    ],
)
def test_development_hosts(url: str, host: str | None) -> None:
    assert development(url) == host


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://openurl.college.example/contentitem/1", True),
        ("https://proxy.college.example/x", True),
        ("https://www-jstor-org.libproxy.university.example/stable/1", True),
        ("https://www-nature-com.university.idm.oclc.org/articles/1", True),
        ("https://university.example/login?url=https://journal.example/1", True),
        ("https://search.ebscohost.com/login.aspx?direct=true", True),
        ("https://www.jstor.org/stable/1", False),
        ("https://proxy.org/about", False),
        ("https://site.example/login?next=/a", False),
    ],
)
def test_library_doors(url: str, found: bool) -> None:
    assert (proxied(url) is not None) is found


@pytest.mark.parametrize(
    ("author", "furniture"),
    [
        ("Editor, M.", True), ("News, A.", True), ("Staff", True), ("A. News", True), ("By, J. K.", True),
        ("Editor", True), ("Published", True), ("Newsom, G.", False), ("Staff, John", False), ("Dahl, K.", False),
        ("ABC News", False), ("Bypass, A.", False), ("Institute of News", False), ("", False), ("강여은", False),
    ],
)  # fmt: skip
def test_words_of_a_page_as_authors(author: str, furniture: bool) -> None:
    found = [finding.rule for finding in run(one("Some entry. (2024).", authors=(author,), title="T", year="2024"))]
    assert ("misparsed-author" in found) is furniture


@pytest.mark.parametrize(
    ("words", "changes", "found"),
    [
        (". (2024). coast.example.org. Retrieved 2024", {"title": None, "year": "2024"}, True),
        ("www.coast.example.org. (2024).", {"title": "www.coast.example.org", "year": "2024"}, True),
        ("coast.org. (2024).", {"title": "coast.org", "year": "2024"}, True),
        ("Aas (2024).", {"title": "", "year": "2024"}, True),
        ("www.coast.example.org. (2024).", {"title": None, "year": "2024"}, True),
        ("Node.js. https://nodejs.example/", {"title": "Node.js", "url": "https://nodejs.example/"}, False),
        ("https://a.example/x", {"title": None, "url": "https://a.example/x"}, False),  # a link in running text
        ("Counting cars. (2024).", {"title": "Counting cars", "year": "2024"}, False),
    ],
)  # fmt: skip
def test_titles_that_are_none(words: str, changes: dict[str, Any], found: bool) -> None:
    rules = [finding.rule for finding in run(one(words, **changes))]
    assert ("mistitled-reference" in rules) is found


def test_an_entry_is_not_retrieved_before_its_year() -> None:
    looked_at = one("Tides. (2024).", title="Tides", year="2024a", accessed="2021-05-03")
    (finding,) = [found for found in run(looked_at) if found.rule == "misdated-reference"]
    assert finding.message == 'the entry says "2024a", and was retrieved in "2021"'


def test_no_address_makes_a_rule_crash() -> None:
    for url in (
        "",
        " ",
        "http://",
        "https://[",
        "\x00",
        "http://\udcff/",
        "javascript:alert(1)",
        "http://a@b:c@d/",
        "//x",
    ):
        run(one("Dahl (2020). x", title="x", year="2020", url=url))
