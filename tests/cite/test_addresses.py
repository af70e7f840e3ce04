import pytest

from claimcheck.cite.addresses import address_of, find_url, host_of, trim_url


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/a.", "https://example.org/a"),
        ("https://example.org/wiki/Mill_(Ely)", "https://example.org/wiki/Mill_(Ely)"),
        ("https://example.org/a)", "https://example.org/a"),
        ("https://example.org/a?b=c,", "https://example.org/a?b=c"),
    ],
)
def test_the_sentence_keeps_its_punctuation(written: str, address: str) -> None:
    assert trim_url(written) == address


def test_a_full_address_is_preferred_to_a_site_name() -> None:
    entry = "Mills. (2020). www.mills.example.org. Retrieved May 3, 2021, from https://mills.example.org/old"
    assert find_url(entry) == "https://mills.example.org/old"


def test_identifiers_become_canonical_addresses() -> None:
    assert find_url("Ruud, L. (2014). Frogs. doi:10.5555/frog.3") == "https://doi.org/10.5555/frog.3"
    assert find_url("Ruud, L. Frogs. arXiv:2101.00001") == "https://arxiv.org/abs/2101.00001"


def test_addresses_are_compared_without_scheme_and_slash() -> None:
    assert address_of("http://www.example.org/a/") == address_of("https://example.org/a#top")


def test_a_broken_address_has_no_host() -> None:
    assert host_of("http://[::1") == ""
