"""Words of pages inside an HTML page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reports._page import find, href, line, marked, visible
from tests.reports.test_html import Tags

ANYTHING = st.text(st.characters(codec=None), max_size=60) | st.sampled_from(
    ["</script>", "<!--", "]]>", "&#x202e;", "\u202egnp.exe", "a\x00b\x1b[0m", "\ud800", "\U000e0041", "{{ 7 * 7 }}"]
)


@given(ANYTHING, ANYTHING)
def test_any_text_is_shown_and_starts_no_element(text: str, word: str) -> None:
    for shown in (visible(text), line(text), marked(text, find([(word, "differs"), (text[3:9], "agrees")], text))):
        assert {tag for tag, _ in Tags(f"<p>{shown}</p>").tags} <= {"p", "b", "span"}
        shown.encode("utf-8")
        assert not any(sign in shown for sign in "\u202e\u2066\x1b\x00\x7f\u2028")


def test_what_cannot_be_seen_is_named() -> None:
    assert visible("a\u202eb") == 'a<span class="unseen" title="RIGHT-TO-LEFT OVERRIDE">U+202E</span>b'
    # Joiners belong to Persian words and to emoji: they change no direction and hide nothing.
    assert visible("می\u200cخواهم 👩\u200d🚀") == "می\u200cخواهم 👩\u200d🚀"


def test_only_addresses_of_the_web_are_followed() -> None:
    assert href("https://courier.example/a?b=c&d#e") == "https://courier.example/a?b=c&d#e"
    for bad in (
        None, "", "javascript:alert(1)", " https://x.example", "https://x.example/ y", "data:text/html,x",
        "//x.example", "https://x.example/\u202e", 'https://x.example/"onclick=', "java\nscript:x", "file:///etc/x",
    ):  # fmt: skip
        assert href(bad) is None


def test_deciding_words_are_found_whole_and_whatever_their_spaces() -> None:
    assert find([("3", "differs"), ("10  000 Men", "agrees")], "In 2023 some 10\n000 men and 3 ships") == (
        (13, 23, "agrees"), (28, 29, "differs"),
    )  # fmt: skip
    assert find([("rose", "differs"), ("rose", "agrees"), (None, "agrees")], "it rose") == ((3, 7, "differs"),)
