from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import UsageError
from claimcheck.sources import guard

_FORBIDDEN = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255
192.0.0.1 192.0.2.5 192.88.99.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.9 224.0.0.1 239.255.255.250
240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b::808:808
64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:a9fe:a9fe::1 2002:808:808::1 3fff::1 5f00::1 fc00::1 fd12:3456::1 fe80::1
fec0::1 ff02::1 ff0e::1 4000::1
"""
_PUBLIC = "8.8.8.8 1.1.1.1 93.184.216.34 172.32.0.1 100.128.0.1 2606:4700::1111 2a00:1450:4001::200e"
FORBIDDEN, PUBLIC = _FORBIDDEN.split(), _PUBLIC.split()


@pytest.mark.parametrize("address", FORBIDDEN)
def test_addresses_off_the_public_internet_are_refused(address: str) -> None:
    assert guard.refuse_address(ip_address(address), 443, ()) is not None


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_allowed_on_web_ports_only(address: str) -> None:
    assert guard.refuse_address(ip_address(address), 443, ()) is None
    assert guard.refuse_address(ip_address(address), 80, ()) is None
    assert "22" in (guard.refuse_address(ip_address(address), 22, ()) or "")


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
@settings(max_examples=400, deadline=None)
def test_nothing_that_python_calls_private_or_special_is_allowed(address: IPv4Address | IPv6Address) -> None:
    special = (
        not address.is_global or address.is_multicast or address.is_reserved or address.is_link_local
        or address.is_loopback or address.is_unspecified
    )  # fmt: skip
    if special and address not in ip_network("192.0.0.0/24" if address.version == 4 else "2001::/23"):
        assert guard.refuse_address(address, 443, ()) is not None


@given(st.ip_addresses(v=4))
@settings(max_examples=200, deadline=None)
def test_no_ipv6_form_of_an_ipv4_address_is_allowed(address: IPv4Address) -> None:
    number = int(address)
    for prefix, shift in (("::ffff:0:0", 0), ("64:ff9b::", 0), ("2002::", 80), ("::", 0)):
        assert guard.refuse_address(IPv6Address(int(IPv6Address(prefix)) + (number << shift)), 443, ()) is not None


@given(st.ip_addresses(v=4), st.integers(0, 32), st.integers(1, 65535))
@settings(max_examples=200, deadline=None)
def test_an_opened_network_opens_its_addresses_on_any_port_and_no_other(
    address: IPv4Address, length: int, port: int
) -> None:
    network = ip_network((address, length), strict=False)
    assert guard.refuse_address(address, port, (network,)) is None
    outside = IPv4Address((int(address) ^ (1 << (32 - length))) % 2**32) if length else None
    if outside is not None and guard.special(outside):
        assert guard.refuse_address(outside, port, (network,)) is not None


def test_a_host_with_a_public_and_a_private_address_is_refused_whole() -> None:
    addresses = [ip_address("93.184.216.34"), ip_address("10.0.0.7")]
    assert "10.0.0.7" in guard.choose(addresses, 443, ())
    assert guard.choose(addresses, 443, guard.networks(["10.0.0.0/8"])) == (ip_address("10.0.0.7"),)
    assert guard.choose(addresses[:1], 443, ()) == (ip_address("93.184.216.34"),)
    assert guard.choose([], 443, ()) == "the host has no address"


@pytest.mark.parametrize(
    ("url", "literal"),
    [
        ("http://127.0.0.1/", "127.0.0.1"),
        ("http://2130706433/", "127.0.0.1"),
        ("http://0x7f000001/", "127.0.0.1"),
        ("http://0x7f.1/", "127.0.0.1"),
        ("http://017700000001/", "127.0.0.1"),
        ("http://127.1/", "127.0.0.1"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
        ("http://①②⑦.⓪.⓪.①/", "127.0.0.1"),
        ("http://127。0。0。1/", "127.0.0.1"),
        ("http://[::1]/", "::1"),
        ("http://[::ffff:7f00:1]/", "::ffff:7f00:1"),
        ("http://[64:ff9b::a9fe:a9fe]/", "64:ff9b::a9fe:a9fe"),
    ],
)
def test_every_spelling_of_an_address_is_seen_through_and_refused(url: str, literal: str) -> None:
    address = guard.parse(url)
    assert address.literal == ip_address(literal)
    assert guard.refuse(address, ()) is not None
    assert guard.refuse(address, (), proxied=True) is not None


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTPS://Example.ORG:443/A?b=C#frag", "https://example.org/A?b=C"),
        ("http://example.org", "http://example.org/"),
        ("http://example.org:8080/x", "http://example.org:8080/x"),
        ("https://bücher.example/straße?q=ü", "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%BC"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://example.org./a", "https://example.org/a"),
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("doi:10.1000/182.", "https://doi.org/10.1000/182"),
        ("arXiv:2502.10855v2", "https://arxiv.org/abs/2502.10855v2"),
        ("S/RES/2270 (2016)", "https://undocs.org/S/RES/2270(2016)"),
    ],
)
def test_addresses_have_one_form(url: str, normal: str) -> None:
    address = guard.parse(url)
    assert address.url == normal
    assert guard.parse(normal).url == normal


@pytest.mark.parametrize(
    "url",
    [
        "", "   ", "www.example.org/a", "example.org", "htps://example.org", "http:/example.org", "http://", "https://.",
        "http://exa mple.org/", "http://example.org/a b", "http://exa_mple..org", "http://-.org", "http://example.org:99999/",
        "http://example.org:0/", "http://example.org:x/", "http://[::1", "http://[fe80::1%25eth0]/", "http://1.2.3.4.5/",
        "http://999.1.1.1/", "http://good.example\\@evil.example/", "http://exam%70le.org/", "http://a\x00b.org/",
        "see page 4", "http://xn--a.example/\ud800", "http://" + "a" * 64 + ".org/", "http://example.org/" + "a" * 9000,
    ],
)  # fmt: skip
def test_what_is_no_address_says_why(url: str) -> None:
    with pytest.raises(guard.MalformedURL) as caught:
        guard.parse(url)
    assert len(str(caught.value)) > 10


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "mailto:a@example.org",
        "gopher://example.org/", "https://user:secret@example.org/", "https://user@example.org/",
    ],
)  # fmt: skip
def test_what_is_never_fetched_says_why_and_never_repeats_a_password(url: str) -> None:
    with pytest.raises(guard.ForbiddenURL) as caught:
        guard.parse(url)
    assert "secret" not in str(caught.value)


@given(st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_words_are_an_address_in_normal_form_or_are_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"https://example.org/{text}"):
        try:
            address = guard.parse(url)
        except (guard.MalformedURL, guard.ForbiddenURL):
            continue
        assert address.url.isascii()
        assert "@" not in address.url.split("/")[2]
        assert guard.parse(address.url).url == address.url


@given(st.text(alphabet="abc.:/@\\[]%#?0123456789x", max_size=30))
@settings(max_examples=300, deadline=None)
def test_the_http_client_reads_the_same_host(text: str) -> None:
    import httpx

    try:
        address = guard.parse(f"http://{text}")
    except (guard.MalformedURL, guard.ForbiddenURL):
        return
    seen = httpx.URL(address.url)
    assert (seen.raw_host.decode(), seen.port or 80) == (address.host, address.port)


def test_names_of_local_networks_are_refused_where_a_proxy_resolves() -> None:
    for url in ("http://intranet/", "http://printer.local/", "http://metadata.google.internal/", "http://localhost/"):
        assert guard.refuse(guard.parse(url), (), proxied=True) is not None
    assert guard.refuse(guard.parse("https://example.org/"), (), proxied=True) is None
    assert guard.refuse(guard.parse("https://example.org:8443/"), (), proxied=True) is not None


def test_an_opened_network_lets_the_connection_decide_about_ports() -> None:
    address = guard.parse("http://wiki.corp.example:8080/")
    assert guard.refuse(address, ()) is not None
    assert guard.refuse(address, guard.networks(["10.0.0.0/8"])) is None


def test_a_bad_network_is_named_with_an_example() -> None:
    with pytest.raises(UsageError, match=r"10\.0\.0\.0/99") as caught:
        guard.networks(["127.0.0.1", "10.0.0.0/99"])
    assert "10.20.0.0/16" in str(caught.value)
