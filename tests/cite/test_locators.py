import pytest

from claimcheck.cite.locators import is_locator


@pytest.mark.parametrize(
    "text",
    [
        ", p. 3",
        ": 22–23, 40",
        ", S. 88 f.",
        ", 55쪽",
        ", chap. 4",
        ": plate IV",
        ", fol. 3v",
        ": 60ff.",
        ", annex II",
        ", 31",
        ", pp. 12-14, 20",
        ", 第12页",
        ": ch. 2, § 4",
        ": passim",
        ", 5n3, 7",
        ", с. 14",
        ", ص 12",
        ", art. 6(2)",
        ", at 12",
    ],
)
def test_locators(text: str) -> None:
    assert is_locator(text)


@pytest.mark.parametrize(
    "text", ["", ", emphasis added", ", at least", ", for example", ", для примера", ", p. 3" * 40]
)
def test_other_words(text: str) -> None:
    assert not is_locator(text)
