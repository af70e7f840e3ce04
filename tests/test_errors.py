"""Errors name the place, say what is wrong and how to mend it."""

from __future__ import annotations

from claimcheck.errors import ClaimcheckError, Mistake, UnusableFile


def test_place_message_and_remedy() -> None:
    error = ClaimcheckError("is empty", place="essay.txt", remedy="write something")
    assert str(error) == "essay.txt: is empty\n  = help: write something"


def test_every_mistake_of_a_file_is_shown() -> None:
    error = UnusableFile(
        "claims.yaml", [Mistake(3, "unknown key 'tekst'", "did you mean 'text'?"), Mistake(9, "no id")]
    )
    assert str(error).splitlines() == [
        "claims.yaml:3: unknown key 'tekst'",
        "  = help: did you mean 'text'?",
        "claims.yaml:9: no id",
    ]
    assert error.exit_code == 2
