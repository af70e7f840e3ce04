"""Characters from bytes in the encodings that people save and servers send."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import UnreadableText
from claimcheck.readers._decode import decode, unmarked_utf16

SAMPLES = {
    "cp1251": "Правительство в среду объявило, что отправит больше войск. Это было решено вчера.",
    "koi8-r": "Правительство в среду объявило, что отправит больше войск.",
    "shift_jis": "政府は水曜日、さらに多くの部隊を派遣すると発表した。",
    "euc-jp": "政府は水曜日、さらに多くの部隊を派遣すると発表した。",
    "gb18030": "政府周三宣布将派遣更多部队。这是昨天决定的。",
    "big5": "政府週三宣布將派遣更多部隊。這是昨天決定的。",
    "euc-kr": "정부는 수요일에 더 많은 군대를 보내기로 결정했다.",
    "cp1252": "Café society — “quoted” text from the minister’s office, naïve and façade, Müller. Über alles.",
    "iso8859-2": "Wczoraj rząd ogłosił, że wyśle więcej żołnierzy. Łódź, Kraków, Gdańsk i Wrocław czekają.",
    "cp1254": "Hükümet çarşamba günü daha fazla asker göndereceğini açıkladı. İstanbul'da toplantı yapıldı.",
    "cp1253": "Η κυβέρνηση ανακοίνωσε την Τετάρτη ότι θα στείλει περισσότερα στρατεύματα.",
    "cp1256": "أعلنت الحكومة يوم الأربعاء أنها سترسل المزيد من القوات.",
    "utf-16": "Hello there, world wide",
    "utf-16-le": "Hello there, world wide",
    "utf-8-sig": "x é",
}


@pytest.mark.parametrize("declared", [None, "iso-8859-1", "right"])
@pytest.mark.parametrize("encoding", SAMPLES)
def test_the_right_encoding_is_found(encoding: str, declared: str | None) -> None:
    data = SAMPLES[encoding].encode(encoding)
    assert decode(data, path="x", declared=encoding if declared == "right" else declared) == SAMPLES[encoding]


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode("naïve “Café”".encode(), path="x", declared="windows-1251") == "naïve “Café”"


def test_a_body_cut_within_a_character_is_still_utf8() -> None:
    data = "Die Städte Köln, Düsseldorf und Münster wachsen für Jahre über alle Maßen schön — ‘ja’".encode()[:-2]
    assert decode(data, path="x").startswith("Die Städte Köln, Düsseldorf")


@pytest.mark.parametrize("trick", ["utf-7", "unicode_escape", "base64", "no such thing", "\x00", "utf-16"])
def test_a_declared_encoding_cannot_rewrite_the_text(trick: str) -> None:
    assert decode(b"caf\xe9 +ADw-script+AD4- \\u0041", path="x", declared=trick) == "café +ADw-script+AD4- \\u0041"


def test_noise_is_refused() -> None:
    noise = b"\xff\xfe" + b"\x00\xd8" * 400  # half of a surrogate pair, again and again
    with pytest.raises(UnreadableText, match="no encoding"):
        decode(noise, path="noise.txt")


@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@settings(deadline=None, max_examples=100)
def test_unicode_comes_back(text: str, encoding: str) -> None:
    if text.startswith("\ufeff") or (encoding == "utf-8" and unmarked_utf16(text.encode())):
        return
    assert decode(text.encode(encoding), path="x") == text


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "shift_jis", "latin-1"]))
@settings(deadline=None, max_examples=150)
def test_any_bytes_decode_or_are_refused(data: bytes, declared: str | None) -> None:
    try:
        text = decode(data, path="x", declared=declared)
    except UnreadableText:
        return
    text.encode("utf-8")  # no lone surrogates
