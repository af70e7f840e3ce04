"""Languages told from text."""

from __future__ import annotations

import pytest

from claimcheck.readers._language import language_of, primary_subtag

ENGLISH = (
    "The county council decided on Wednesday to build a new bridge over the river, which has cut the town in two since "
    "the old one fell into the water during the great storm of the winter before last."
)
GERMAN = (
    "Der Kreistag hat am Mittwoch beschlossen, eine neue Brücke über den Fluss zu bauen, der die Stadt in zwei Hälften "
    "teilt, seit die alte im großen Sturm des vorletzten Winters ins Wasser gefallen ist."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        ("군의회는 수요일에 강을 가로지르는 새 다리를 짓기로 결정했다.", "ko"),
        ("郡議会は水曜日、川に新しい橋を架けることを決めた。", "ja"),
        ("县议会周三决定在河上建一座新桥，这条河把城镇一分为二。", "zh"),
        ("Too short to tell.", None),
        ("12,000 — 38 % — 7-2", None),
        ("", None),
    ],
)
def test_language_of(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_words_win_over_what_a_template_declares() -> None:
    assert language_of(GERMAN, declared="en-US") == "de"


def test_a_declaration_stands_where_words_cannot_tell() -> None:
    assert language_of("Kurz.", declared="de-AT") == "de"
    assert language_of(ENGLISH, declared="sw") == "sw"  # a language the detector does not know


@pytest.mark.parametrize(
    ("tag", "subtag"), [("en-GB", "en"), ("en_US", "en"), ("zh-Hant", "zh"), ("english", None), (None, None)]
)
def test_primary_subtag(tag: str | None, subtag: str | None) -> None:
    assert primary_subtag(tag) == subtag
