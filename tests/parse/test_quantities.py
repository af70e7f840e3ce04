"""Quantities: what is read, how hedges bound it, what is none, and when two of them agree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Quantity
from claimcheck.parse import quantities


def read(text: str) -> list[tuple[float | None, float | None, str | None, str | None]]:
    return [(q.low, q.high, q.unit, q.counted) for q in quantities.find(text)]


def one(text: str) -> Quantity:
    found = quantities.find(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit", "counted"),
    [
        ("Rangers freed 1,200 turtles at dawn.", 1200, None, "turtles"),
        ("The quarry shed 1\u00a0450\u00a0tonnes of slate.", 1450, "t", None),
        ("Bern paid 2'500 Franken to each farm.", 2500, "CHF", None),
        ("Der Preis: 1.200,50 Euro.", 1200.5, "EUR", None),
        ("The depot lost € 3,4 miliardi.", 3.4e9, "EUR", None),
        ("Growers sent 12,34,567 crates.", 1234567, None, "crates"),
        ("The bridge cost $1.2bn.", 1.2e9, "USD", None),
        ("Fans bought 10k scarves.", 10_000, None, "scarves"),
        ("The fund holds A$215m.", 215e6, "AUD", None),
        ("The wall is 3m high.", 3, "m", None),
        ("The firm sold 3.6m shares.", 3.6e6, None, "shares"),
        ("Relief of Rs 1,842 crore was voted.", 1.842e10, "INR", None),
        ("Nineteen ferries were moored.", 19, None, "ferries"),
        ("It took two and a half million bricks.", 2.5e6, None, "bricks"),
        ("A dozen herons nested.", 12, None, "herons"),
        ("Twenty-one barges sank.", 21, None, "barges"),
        ("One hundred and five looms stood idle.", 105, None, "looms"),
        ("Half a million bees died.", 5e5, None, "bees"),
        ("The walk is a quarter of a mile.", 0.25, "mi", None),
        ("They waited an hour and a half.", 1.5, "h", None),
        ("Five-and-twenty sheep were sold.", 25, None, "sheep"),
        ("Waters rose 9½ feet.", 9.5, "ft", None),
        ("She stood 5 feet 6 inches tall.", 5.5, "ft", None),
        ("Rent was £3 10s. 6d. a year.", 3.525, "GBP", None),
        ("A third of the orchards froze.", 1 / 3, "ratio", "orchards"),
        ("Three quarters of voters stayed home.", 0.75, "ratio", "voters"),
        ("One in five wells is dry.", 0.2, "ratio", "wells"),
        ("One shop in three is empty.", 1 / 3, "ratio", None),
        ("Nine out of ten readers agreed.", 0.9, "ratio", "readers"),
        ("Yields fell 80 basis points.", 0.8, "percentage-point", None),
        ("Support slipped by 3.9 percentage points.", 3.9, "percentage-point", None),
        ("The bank cut rates by a quarter-point.", 0.25, "percentage-point", None),
        ("Some say 65% of new orders came late.", 65, "percent", "orders"),
        ("It fell to -18°C.", -18, "°C", None),
        ("The reservoir covers 1,250 sq.km of moor.", 1250, "km2", None),
        ("Readings reached 38 µg/L.", 38, "µg/L", None),
        ("The van did 88 mph.", 88, "mph", None),
        ("A magnitude 6.4 earthquake hit the coast.", 6.4, "magnitude", None),
        ("They shipped 3,000 North Korean troops.", 3000, None, "troops"),
        ("Two Su-35 fighters took off.", 2, None, "fighters"),
        ("It ordered 88 F-35s.", 88, None, "f-35s"),
        ("The island had a population of 23,417.", 23417, None, "population"),
        ("Delegates from24 countries met.", 24, None, "countries"),
        ("The OCR reads 5,OOO looms.", 5000, None, "looms"),
        ("It was -4 C outside.", -4, "°C", None),
        ("A ticket cost 1$50 then.", 1.5, "PTE", None),
        ("The contract is for 412,5 M€ net.", 412.5e6, "EUR", None),
        ("It bore off three in every hundred calves.", 0.03, "ratio", "calves"),
        ("The hazard ratio 0.68 held.", 0.68, "ratio", None),
        ("The build took 2m14s.", 2 + 14 / 60, "min", None),
        ("He worked ten consecutive days.", 10, "day", None),
        ("They lost by a game and a half.", 1.5, None, None),
        ("The port took in 1.42m TEU.", 1.42e6, None, None),
        ("At 91, Ruth still rows.", 91, "year", None),
    ],
)
def test_numbers_with_unit_and_noun(text: str, value: float, unit: str | None, counted: str | None) -> None:
    quantity = one(text)
    assert quantity.low == quantity.high or quantity.hedge == "approx"
    assert quantity.stated == pytest.approx(value)
    assert (quantity.unit, quantity.counted) == (unit, counted)


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("exactly 40 boats", "exact", 40, 40),
        ("about 40 boats", "approx", 32, 48),
        ("some 40 boats", "approx", 32, 48),
        ("an estimated 40 boats", "approx", 32, 48),
        ("40-odd boats", "approx", 32, 48),
        ("40 or so boats", "approx", 32, 48),
        ("nearly 40 boats", "just-under", 32, 40),
        ("close to 40 boats", "just-under", 32, 40),
        ("just under 40 boats", "just-under", 32, 40),
        ("up to 40 boats", "up-to", 0, 40),
        ("as many as 40 boats", "up-to", 0, 40),
        ("fewer than 40 boats", "up-to", 0, 40),
        ("no more than 40 boats", "up-to", 0, 40),
        ("up to about 40 boats", "up-to", 0, 40),
        ("at least 40 boats", "at-least", 40, None),
        ("at least another 40 boats", "at-least", 40, None),
        ("no fewer than 40 boats", "at-least", 40, None),
        ("40 boats or more", "at-least", 40, None),
        ("40+ boats", "at-least", 40, None),
        ("more than 40 boats", "over", 40, None),
        ("well over 40 boats", "over", 40, None),
        ("upwards of 40 boats", "over", 40, None),
        ("30 to 40 boats", "range", 30, 40),
        ("between 30 and 40 boats", "range", 30, 40),
        ("30-40 boats", "range", 30, 40),
        ("one or two boats", "range", 1, 2),
        ("dozens of boats", "vague", 12, 1200),
        ("scores of boats", "vague", 20, 2000),
        ("hundreds of boats", "vague", 100, 10_000),
        ("several hundred boats", "vague", 100, 10_000),
        ("tens of thousands of boats", "vague", 10_000, 1_000_000),
    ],
)
def test_hedges_as_intervals(text: str, hedge: str, low: float, high: float | None) -> None:
    quantity = one(f"The navy lost {text} there.")
    assert quantity.hedge == hedge
    assert quantity.low == pytest.approx(low)
    assert quantity.high == (None if high is None else pytest.approx(high))
    assert quantity.counted == "boats"


def test_spans_hold_sign_scale_and_unit_but_no_hedge_and_no_noun() -> None:
    text = "Up to $1.2bn went to about 3,000 farmers over a 58-year lease, nearly twenty years ago."
    assert [q.text for q in quantities.find(text)] == ["$1.2bn", "3,000", "58-year", "twenty years"]


def test_ranges_share_scale_and_currency() -> None:
    assert read("It costs $5-7 million.") == [(5e6, 7e6, "USD", None)]
    assert read("Some 1.2 to 1.5 million Chadians fled.") == [(1.2e6, 1.5e6, None, "chadians")]
    assert read("They sent 3-4,000 men.") == [(3000, 4000, None, "men")]
    assert read("Lows of -5 to -10 °C are likely.") == [(-10, -5, "°C", None)]


def test_a_change_has_two_values_and_no_range() -> None:
    assert [q.high for q in quantities.find("Output fell from 0.9 percent to 0.1 percent.")] == [0.9, 0.1]
    assert [q.high for q in quantities.find("The limit was cut from 90 to 80 km/h.")] == [90, 80]


def test_a_bare_number_takes_the_unit_that_the_sentence_shares() -> None:
    assert [q.unit for q in quantities.find("Lead ranged up to 38 µg/L, with a median of 4.")] == ["µg/L", "µg/L"]
    assert [q.unit for q in quantities.find("Lanes of 10, 20 and 30 km are marked.")] == ["km", "km", "km"]
    assert [q.unit for q in quantities.find("The yen slid past 155 to the dollar.")] == ["JPY"]
    assert [q.unit for q in quantities.find("Egypt raised the fare to 20 piastres.")] == ["EGP"]
    assert [q.unit for q in quantities.find("Bail in Beirut was set at 5 billion Lebanese pounds.")] == ["LBP"]


def test_the_decimal_sign_of_a_paragraph_settles_its_thousands() -> None:
    assert [q.low for q in quantities.find("The lake lies at 1.231 m and is 48,5 m deep.")] == [1231, 48.5]
    assert [q.low for q in quantities.find("She scored 15.766 on vault and 14.600 on floor.")] == [15.766, 14.6]


def test_bounds_are_denied_and_told_again() -> None:
    assert one("No customer exceeded 9 percent.").hedge == "up-to"
    assert one("He has never sold more than 40 tickets.").hedge == "up-to"
    assert [q.hedge for q in quantities.find("About a third of the backlog, or $21.7bn, is new.")] == ["approx"] * 2
    assert [q.hedge for q in quantities.find("Sales of $1 billion plus or minus $25 million.")] == ["exact"] * 2
    assert (one("Sleep 7 or more hours.").low, one("Sleep 7 or more hours.").unit) == (7, "h")


def test_points_are_shares_where_shares_are_talked_of() -> None:
    assert one("Turnout fell by eight points.").unit == "percentage-point"
    assert one("The bank cut its rate by half a point.").unit == "percentage-point"
    assert one("The Dow index fell 231 points.").counted == "points"


def test_what_is_dull_is_left_alone() -> None:
    assert len(quantities.find("0 1 " * 5_000)) < 256
    assert len(quantities.find("One crate of 12 pears. " * 40)) == 80


def test_pounds_are_money_or_weight() -> None:
    assert one("The roof cost forty pounds.").unit == "GBP"
    assert one("Police seized 200 pounds of cocaine.").unit == "lb"


@pytest.mark.parametrize(
    "text",
    [
        "The poet, 88, read aloud.",
        "Osei (88) has been chairman for long.",
        "A pilot aged 88 landed it.",
        "She was 88 when she flew.",
        "He died at the age of 88.",
        "A painter of 88 won.",
        "The 88-year-old sang.",
    ],
)
def test_ages(text: str) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high, quantity.unit) == (88, 88, "year")


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2270 was adopted, and Article 5 holds.",
        "Two-faced as ever, she took the F-16 past the 38th parallel.",
        "Call 111, or text HELP to 85258.",
        "Lot 5 is free after 6 p.m., Route 66 is not.",
        "Vision 2030 and Blade Runner 2049 have nothing in common.",
        "He retired its 2027 notes early.",
        "They won 4-2, after 312 for 4 and a 19-4 run.",
        "Python 3.11 and version 2.0.1 are out.",
        "One of the owners left; one day another came; no one knew which one.",
        "The Five Eyes met Formula One in the second half.",
        "In his 40s he moved to 200 Main Street, Suite 3.",
        "See Equation (12), s. 3(5) and [15, 16, 23-27].",
        "1. The parties agree.",
        "It was half past eight at the Gang of Four.",
        "Stocks rose in 2019, in March 2020 and on 3rd-5th July.",
        "The date is 03/04/2024.",
        "As stated, 12,50 is a slip.",
        "The 49ers and the 7-Eleven on Fourth Avenue closed.",
        "A 787 Dreamliner landed; the 737 was grounded.",
        "Radicals such as 5G, 3D and 4K sell.",
        "The membrane 14 covers the housing 101, wherein the rollers (22, 24) turn.",
        "Blood was drawn at weeks 4, 8 and 12; pain was rated 1 to 5.",
        "Press button 2, take exit 14 at junction 21 and see column 417.",
        "It ran with --jobs 8 on setuptools 65 or later.",
        "The 155mm shells and the 9mm rounds were found near 48°12'N 5°21'W.",
        'They played "9 to 5 Blues" and "Ninety Days".',
        "Others agree (32, 33).",
        "The Act of 7 & 8 Vict. c. 32 stands; the 737 MAX 9 does not.",
        "The fort is 40,000 BP old; the shop opens 9.30-17.00.",
        "Serotype 26 was found in the house 14, annexe 2.",
        "Exercises 4 to 9 are on leaf 22; warnings 2 and 3 stand.",
        "The drawer holds form 7, which expires in May.",
        "A blank is %20, and wait4() is in sched.c:1187.",
        "Install httpd>=2.31 and squid3; x = 3 until y == 0.",
        "Stability: 1 - Experimental. See section B.4.12.",
        "White played 12.Nf3 and 14...Qd7.",
        "They read 1 Thessalonians and 2 Kings 5.",
        "The balls drawn were 4, 11, 17, 23, 38 and 41.",
        "Ring 1700 22 33 44, or see the 1600 block of Elm Street.",
        "Bug 440671 is a duplicate of 438872.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("In the raid 12 died.", 12),
        ("They house 12.", 12),
        ("The theatre seats 976 in three tiers.", 976),
        ("The cost rose to 5, 6, 7, 8 and 9 percent.", 5),
        ("A crash killed 12 on Monday.", 12),
    ],
)
def test_a_number_behind_a_noun_may_still_count(text: str, low: float) -> None:
    assert quantities.find(text)[0].low == low


def test_times_and_distances_are_bounds_within_places_are_none() -> None:
    assert one("Motels closed within a decade.").low == 0
    assert one("It stayed within 12 nautical miles.").hedge == "up-to"
    assert one("They lived within 19 villages.").hedge == "exact"


def test_expected_is_narrower_than_what_the_words_allow() -> None:
    assert quantities.expected(one("up to 100 men")) == (50, 100)
    assert quantities.expected(one("at least 100 men")) == (100, 200)
    assert quantities.expected(one("about 100 men")) == pytest.approx((80, 120))


@pytest.mark.parametrize(
    ("claim", "source", "agrees"),
    [
        ("12,000 people", "11,931 people", True),
        ("85 percent", "85.19 percent", True),
        ("0.4 percent", "0.43 percent", True),
        ("8,000 people", "8,234 people", False),
        ("8,200 people", "8,234 people", True),
        ("8,234 people", "8,200 people", True),
        ("3 thousand men", "3,000 men", True),
        ("4.9 million", "4,931,204", True),
        ("2 million", "2.3 million", False),
        ("40 people", "14 people", False),
        ("310 miles", "500 km", True),
        ("26 miles", "42 km", True),
        ("90 metres", "90 feet", False),
        ("six feet", "1.83 metres", True),
        ("minus 54°F", "minus 48°C", True),
        ("54°F", "48°C", False),
        ("three months", "12 weeks", True),
        ("200 tons", "200 tonnes", True),
        ("200 tons", "181 tonnes", True),
        ("24 months", "2 years", True),
        ("a third of it", "33 percent", True),
        ("a third of it", "45 percent", False),
        ("one in six", "17 percent", True),
        ("about 12,000", "11,931", True),
        ("about 12,000", "5,000", False),
        ("about 310 miles", "500 km", True),
        ("nearly 12,000", "11,931", True),
        ("nearly 12,000", "12,040", None),
        ("nearly 12,000", "15,000", False),
        ("more than 11,000", "11,931", True),
        ("up to 10,000", "8,000", True),
        ("up to 10,000", "3,000", None),
        ("up to 10,000", "12,000", False),
        ("at least 100", "150", True),
        ("at least 100", "80", False),
        ("5 to 7 percent", "6.1 percent", True),
        ("5 to 7 percent", "9 percent", False),
        ("dozens of cats", "55 cats", True),
        ("dozens of cats", "thousands of cats", False),
        ("10,000 men", "about 10,000 men", True),
        ("60,000 fans", "over 60,000 fans", True),
        ("10,000 men", "up to 10,000 men", None),
        ("8,000 men", "up to 10,000 men", None),
        ("3,000 men", "up to 10,000 men", False),
        ("12,000 men", "up to 10,000 men", False),
        ("150 men", "at least 100 men", None),
        ("80 men", "at least 100 men", False),
        ("11,000 men", "between 10,000 and 12,000 men", None),
        ("15,000 men", "between 10,000 and 12,000 men", False),
        ("up to 10,000", "up to 10,000", True),
        ("up to 10,000", "up to 4,000", False),
        ("over 40", "at least 47", True),
        ("at least 80", "at least 47", None),
        ("about 4,000", "no fewer than 3,900", True),
        ("about 3,000", "about 9,000", False),
        ("$5m", "€5m", None),
        ("5 percent", "5 percentage points", None),
        ("5 percent", "5 people", None),
        ("5 km", "5 kg", None),
    ],
)
def test_agreement(claim: str, source: str, agrees: bool | None) -> None:
    assert quantities.compare(one(claim), one(source)) is agrees


def test_whatever_is_read_agrees_with_itself() -> None:
    text = (
        "Up to 10,000 of about 12,000 men, nearly a third, 5 to 7 percent, dozens, $3.2bn, 40 km, at least 9, over 8."
    )
    for quantity in quantities.find(text):
        assert quantities.compare(quantity, quantity) is True


def test_offsets_are_shifted_and_slice_back() -> None:
    text = "İstanbul’da 3,000 kişi — some 40 km away — paid ₺5m."
    for shift in (0, 17):
        for quantity in quantities.find(text, shift):
            assert text[quantity.span.start - shift : quantity.span.end - shift] == quantity.text


_WORDS = st.sampled_from(
    """
    one two hundred and a half of million to between - , . 5 10 1,000 % percent km in may March 2020 the people over
    about ( ) $ £ ½ -18 °C Rs bn m aged per dollar third dozen dozens Q3 10s. 6d. x / : ' 5'11" from or more s
    """.split()
)


@settings(deadline=None, max_examples=200)
@given(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(max_size=80))
def test_no_text_breaks_the_grammar(text: str) -> None:
    last = 0
    for quantity in quantities.find(text):
        assert quantity.text == quantity.span.of(text)
        assert quantity.text
        assert quantity.span.start >= last
        last = quantity.span.end
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        assert quantities.compare(quantity, quantity) is not False


@pytest.mark.parametrize(
    "piece", ["1", "1,", "100 ", "1-2-", "one hundred and ", "$1 ", "about 5 ", "½", "5 pounds ", "1, 2 and "]
)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    quantities.find(text)


def test_a_long_table_of_figures_is_read_to_its_end() -> None:
    table = "\n".join(f"Mills {' '.join(str(1000 + 7 * row + column) for column in range(6))}" for row in range(3000))
    found = quantities.find(table + "\n\nThe last mill had 98,765 spindles.")
    assert found[-1].low == 98765
    assert len(found) > 10_000  # the others look like years
