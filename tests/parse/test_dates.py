"""Dates: EDTF values, what is no date, bounds, agreement, and dates that hang on the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.parse import dates


def read(text: str) -> list[str]:
    return [found.edtf for found in dates.find(text)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It opened on 25 May 2018.", "2018-05-25"),
        ("It opened on April 11, 1970, at noon.", "1970-04-11"),
        ("It opened on Feb. 6th , 1845.", "1845-02-06"),
        ("It opened on the 12th of November.", "XXXX-11-12"),
        ("It opened on 2024-11-25T10:00.", "2024-11-25"),
        ("It opened on 11/25/2024.", "2024-11-25"),
        ("It opened on 25.11.2024.", "2024-11-25"),
        ("It opened on 12-Nov-2023.", "2023-11-12"),
        ("It opened on le 14 juillet 2021.", "2021-07-14"),
        ("It opened on the l4th of June 1775.", "1775-06-14"),
        ("It opened on Christmas Eve 1914.", "1914-12-24"),
        ("It opened in March 2023.", "2023-03"),
        ("It opened in 05/2021.", "2021-05"),
        ("It opened in Dec. 2026.", "2026-12"),
        ("It opened in july1994.", "1994-07"),
        ("It opened in September.", "XXXX-09"),
        ("It opened in March.", "XXXX-03"),
        ("It opened since2009.", "2009"),
        ("The charter of 1215 holds.", "1215"),
        ("In 476 the last emperor fell.", "0476"),
        ("A man of AD 79.", "0079"),
        ("Caesar fell in 44 BC.", "-0043"),
        ("It is from c. 1890.", "1890~"),
        ("It is from around 1890.", "1890~"),
        ("It is from the 1950s.", "195X"),
        ("It is from the mid-1990s.", "199X"),
        ("It is from the sixties.", "196X"),
        ("It is from the late 19th century.", "18XX"),
        ("It is from the seventeenth century.", "16XX"),
        ("It rose in Q3 2023.", "2023-Q3"),
        ("It rose in 2Q23.", "2023-Q2"),
        ("It rose in the fourth quarter of 2022.", "2022-Q4"),
        ("It rose in the first half of 2024.", "2024-01/2024-06"),
        ("It rose in fiscal year 2023.", "2023"),
        ("It rose in winter 2022.", "2022-24"),
        ("It rose in Q3, as did revenue.", "XXXX-Q3"),
        ("Profit rose in the third quarter.", "XXXX-Q3"),
        ("It was built c. 312 BC.", "-0311~"),
        ("It stood from 509 to 27 BC.", "-0508/-0026"),
        ("He died on 17 March 180.", "0180-03-17"),
        ("The 1381 revolt failed.", "1381"),
        ("It is the 3rd day of May 1683.", "1683-05-03"),
        ("It fell in the 2e trimestre 2022.", "2022-Q2"),
        ("It fell from the late 1940s to the early 1950s.", "194X/195X"),
        ("It lasted 1950-1953.", "1950/1953"),
        ("It lasted 2019-20.", "2019/2020"),
        ("It lasted between 2015 and 2019.", "2015/2019"),
        ("It lasted between January and April.", "XXXX-01/XXXX-04"),
        ("It lasted from 12 November to 3 December 2023.", "2023-11-12/2023-12-03"),
        ("It lasted Jan-Mar 2024.", "2024-01/2024-03"),
        ("It lasted on 3rd-5th July 2018.", "2018-07-03/2018-07-05"),
        ("It lasted November 12-14, 2023.", "2023-11-12/2023-11-14"),
    ],
)
def test_values(text: str, edtf: str) -> None:
    assert read(text) == [edtf]


def test_lists_of_days_and_centuries() -> None:
    assert read("They met on 12, 13 and 15 May 2020.") == ["2020-05-12", "2020-05-13", "2020-05-15"]
    assert read("Mills of the 19th and 20th centuries.") == ["18XX", "19XX"]


def test_years_and_days_told_side_by_side_are_no_range() -> None:
    assert read("Turnout fell between the 1994 and 1999 contests.") == ["1994", "1999"]
    assert read("It was on 18 or 19 August.") == ["XXXX-08-18", "XXXX-08-19"]


def test_range_words_belong_to_the_span_and_prepositions_do_not() -> None:
    text = "Sold between 2015 and 2019, and again in March 2023."
    assert [found.text for found in dates.find(text)] == ["between 2015 and 2019", "March 2023"]


@pytest.mark.parametrize(
    "text",
    [
        "You may march on; Theresa May did.",
        "The date is 03/04/2024.",
        "Released as 3.6.15 after 2.4.23.",
        "size: 1651; MTU: 1500; about 1000 of these stayed.",
        "After 1000 different errors it stops, at a multiplier of 1024.",
        "Vision 2030, Blade Runner 2049 and the Act 1861 are names.",
        "He retired its 2027 notes.",
        "They planted 2000 trees and fed 1800 people.",
        "The total of 1215 stands; it cost Rs.2000 and 1500 km.",
        "In the third quarter the second half began.",
        "Asteroid 2024 YR4 passed; notice 2022-0418 did too.",
        "Resolution 1718 (2006) and [2011] UKSC 5 bind.",
        "A 2000-seat hall; in her sixties; on Friday.",
        "20th Century Fox made it.",
        "The 1922 Committee, the Class of 2010 and section 14 of the 2018 Act.",
        "Following Scott (1998, ch. 2), we disagree.",
        "It is c. a mile, circa the mill, about a day off.",
    ],
)
def test_no_dates(text: str) -> None:
    assert read(text) == []


def test_a_month_before_a_count_is_no_day() -> None:
    assert read("In May 12 people drowned.") == ["XXXX-05"]
    assert read("On May 12 people danced.") == ["XXXX-05-12"]


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1948", date(1948, 1, 1), date(1948, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        ("195X", date(1950, 1, 1), date(1959, 12, 31)),
        ("13XX", date(1300, 1, 1), date(1399, 12, 31)),
        ("2023-Q3", date(2023, 7, 1), date(2023, 9, 30)),
        ("2022-24", date(2022, 12, 1), date(2023, 2, 28)),
        ("1890~", date(1885, 1, 1), date(1895, 12, 31)),
        ("2015/2019", date(2015, 1, 1), date(2019, 12, 31)),
    ],
)
def test_bounds(edtf: str, first: date, last: date) -> None:
    assert dates.bounds(edtf) == (first, last)


@pytest.mark.parametrize("edtf", ["XXXX-09", "-0043", "2024-13", "2024-02-30", "soon", "", "2019/2015"])
def test_no_bounds(edtf: str) -> None:
    assert dates.bounds(edtf) is None


@pytest.mark.parametrize(
    ("claim", "source", "agrees"),
    [
        ("1783-08", "1783-08-09", True),
        ("1783-08-09", "1783-08", True),
        ("1783-08", "1783-09-01", False),
        ("195X", "1957-03", True),
        ("195X", "1961", False),
        ("2015/2019", "2017", True),
        ("2015/2019", "2017/2021", None),
        ("XXXX-09", "2023-09-14", True),
        ("XXXX-09", "2023-10", False),
        ("XXXX-09", "XXXX-09-14", True),
        ("XXXX-09", "2023", None),
        ("XXXX-01/XXXX-04", "2023-02-03", True),
        ("1890~", "1893", True),
        ("2022-24", "2023-01", True),
        ("2022-24", "2022-01", None),
        ("-0043", "-00XX", True),
        ("2022-01-24", "2022-02-03", False),
        ("XXXX-Q3", "2023-08", True),
        ("XXXX-Q3", "XXXX-Q4", False),
        ("soon", "2023", None),
    ],
)
def test_agreement(claim: str, source: str, agrees: bool | None) -> None:
    assert dates.compare(claim, source) is agrees


# 28 May 2024 was a Tuesday.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left yesterday.", ["2024-05-27"]),
        ("He left on Monday.", ["2024-05-27"]),
        ("He left on Friday.", ["2024-05-24"]),
        ("The house will vote on Friday.", ["2024-05-31"]),
        ("He left last week.", ["2024-05-20/2024-05-26"]),
        ("He left earlier this year.", ["2024"]),
        ("He left last year.", ["2023"]),
        ("He left last month.", ["2024-04"]),
        ("He leaves next month.", ["2024-06"]),
        ("He left in March.", ["2024-03"]),
        ("He left in November.", ["2023-11"]),
        ("He left last December.", ["2023-12"]),
        ("The talks will resume in January.", ["2025-01"]),
        ("He left on 6 June.", ["2023-06-06"]),
        ("He left three days ago.", ["2024-05-25"]),
        ("He left a year ago.", ["2023"]),
        ("He left last winter.", ["2023-24"]),
        ("He left in the last quarter.", ["2024-Q1"]),
        ("Revenue fell in the third quarter.", ["2023-Q3"]),
        ("He left in 2019, in May 2020.", []),
    ],
)
def test_relative(text: str, expected: list[str]) -> None:
    assert [found.edtf for found in dates.relative(text, "2024-05-28T10:00:00Z")] == expected


def test_relative_needs_a_day_of_publication() -> None:
    assert dates.relative("He left yesterday.", "2024") == ()
    assert dates.relative("He left yesterday.", "") == ()


_WORDS = st.sampled_from(
    """May march March 12 2019 1999 3rd of the in on between and to - / , . Q3 2023 12th century 1990s 's BC AD c. circa
    first quarter half fiscal year winter January Feb. from until 44 '98 ( ) 2019-20 05/2021 last Monday ago""".split()
)


@settings(deadline=None, max_examples=200)
@given(st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=80))
def test_no_text_breaks_the_grammar(text: str) -> None:
    last = 0
    for found in dates.find(text):
        assert found.text == found.span.of(text)
        assert found.span.start >= last
        last = found.span.end
        assert dates.compare(found.edtf, found.edtf) is not False
    for found in dates.relative(text, "2024-05-28"):
        assert found.text == found.span.of(text)
        assert dates.bounds(found.edtf) is not None


def test_offsets_are_shifted() -> None:
    (found,) = dates.find("It began on 4 May 1951.", 100)
    assert (found.span.start, found.span.end) == (112, 122)


@pytest.mark.parametrize("piece", ["May ", "May 1 ", "1990-", "12 and ", "1/1/", "between 1990 and ", "Q1 2020 "])
def test_time_grows_with_the_text_alone(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    dates.find(text)
