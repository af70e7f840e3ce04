"""A cue's words never hide a match of its pattern."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract import _unclear, _worth
from claimcheck.parse import stance
from claimcheck.parse.cues import Cue, words_of

CUES = {
    f"{module.__name__.rpartition('.')[2]}.{name}": cue
    for module in (_unclear, _worth, stance)
    for name, cue in vars(module).items()
    if isinstance(cue, Cue)
}


def test_the_rooms_have_cues() -> None:
    assert len(CUES) > 15


@pytest.mark.parametrize("name", CUES)
@given(data=st.data())
def test_every_match_holds_one_of_the_words(name: str, data: st.DataObject) -> None:
    cue = CUES[name]
    text = data.draw(st.from_regex(cue.pattern, alphabet=st.characters(min_codepoint=32, max_codepoint=126)))
    found = cue.pattern.search(text)
    assert found is not None
    # "he" may be the second pronoun of a sentence; what matters is that a first "he" is found.
    if name == "_unclear._PRONOUN" and found[0].lower() not in {"he", "she", "they"}:
        return
    assert cue.search(text, words_of(text.lower())) is not None


def test_a_sentence_without_the_words_is_not_searched() -> None:
    cue = Cue(r"\b(?:sooner|later)\b", "sooner later")
    assert cue.search("It came later.", words_of("it came.")) is None
    assert cue.search("It came later.", words_of("it came later.")) is not None
    assert [match[0] for match in cue.finditer("sooner or later", words_of("sooner or later"))] == ["sooner", "later"]
