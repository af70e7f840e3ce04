"""JSON, XML and feeds: what sources are beside pages."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import UnreadableText
from claimcheck.model import Document
from claimcheck.readers import read_bytes

FEED = b"""<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE rss><rss><channel><title>Quay news</title>
<!-- <secret>no</secret> --><item><title>Cranes &amp; tides</title><description>&lt;p&gt;In all 412
containers left.&lt;/p&gt;</description><content:encoded><![CDATA[<p>The caf\xe9 closed.</p>]]></content:encoded>
<pubDate>Mon, 04 Mar 2024 10:00:00 GMT</pubDate></item></channel></rss>"""


def data(source: bytes, media_type: str) -> Document:
    return read_bytes(source, path="https://example.org/data", media_type=media_type)


def test_a_feed_is_read_entry_by_entry() -> None:
    document = data(FEED, "application/rss+xml")
    lines = document.text.splitlines()
    assert lines == ["Quay news", "Cranes & tides", "In all 412 containers left.", "The café closed.",
                     "Mon, 04 Mar 2024 10:00:00 GMT"]  # fmt: skip
    assert (document.title, document.metadata.published) == ("Quay news", "2024-03-04")
    assert [block.span.of(document.text) for block in document.blocks] == lines


def test_entities_are_not_expanded() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + b"x" * 50 + b'"><!ENTITY c "&b;&b;">]><a>&c; &c;</a>'
    with pytest.raises(UnreadableText, match="defines entities"):
        data(bomb, "application/xml")


def test_json_is_rows_and_paragraphs() -> None:
    long = "The council met. " * 20
    rows = [{"port": "Ellery", "boxes": 412}, {"port": "Brin", "boxes": None}]
    source = json.dumps({"name": "Ports", "rows": rows, "note": long})
    document = data(source.encode(), "application/json; charset=utf-8")
    assert document.text.splitlines() == ["name: Ports", "port: Ellery; boxes: 412", "port: Brin; boxes:", long.strip()]
    assert document.title == "Ports"
    assert data(b'{"a": 1}\n{"a": 2}\n', "application/json").text == "a: 1\na: 2\n"
    for broken in (b"{", b"[" * 100_000, b"{}"):
        with pytest.raises(UnreadableText):
            data(broken, "application/json")


@given(
    st.text(alphabet="<>!-[]CDATA?&;/ax \n\"'=", max_size=200), st.sampled_from(["application/xml", "application/json"])
)
@settings(max_examples=120, deadline=None)
def test_no_data_crashes_a_reader(source: str, media_type: str) -> None:
    try:
        document = data(source.encode(), media_type)
    except UnreadableText:
        return
    assert all(block.span.end <= len(document.text) for block in document.blocks)
