"""One clash of every kind that is found, told in two ways."""

from __future__ import annotations

import pytest

from tests.conflicts.pairs import found

CLASHES = [
    (
        "quantity",
        "The garrison of Fort Dunn had 1,200 rifles.",
        "There were 2,100 rifles in the garrison of Fort Dunn.",
    ),
    (
        "quantity",
        "Divers brought up several of the 64 cannon that Admiral Torvald's frigate lost on 3 May 1711.",
        "Admiral Torvald went down with his frigate, and 48 cannon sank with her on 3 May 1711.",
    ),
    ("quantity", "The Weir Lane bridge is 90 metres long.", "The bridge at Weir Lane is 90 feet long."),
    ("quantity", "At least 250 beds stood in the Amsel hospital.", "The Amsel hospital had fewer than 100 beds."),
    (
        "quantity",
        "The camp at Dorrin sheltered more than 15,000 refugees.",
        "The camp at Dorrin never sheltered more than 4,000 refugees.",
    ),
    ("date", "The probe Lantern was launched on 17 January 1981.", "Lantern took off on 30 May 1981."),
    (
        "date",
        "It was not until August 1993 that the siege of Velmora began.",
        "The siege of Velmora began in March 1993.",
    ),
    ("date", "The ferry Astrid sank on 8 December 1932.", "On 18 December 1932 the ferry Astrid went down."),
    ("polarity", "The tribunal fined the sprinter Otis Levant.", "Otis Levant was not fined by the tribunal."),
    ("polarity", "The school roof contains asbestos.", "There is no asbestos in the roof of the school."),
    ("polarity", "The governor pardoned the ringleader.", "The governor refused to pardon the ringleader."),
    ("polarity", "Nobody had told the pilots about the valve.", "The pilots had been told about the valve."),
    ("polarity", "Zinc tablets shortened colds in the trial.", "Zinc tablets had no effect on colds in the trial."),
    ("role", "Kestrel Partners acquired Lindqvist Bank in 2008.", "In 2008 Lindqvist Bank bought Kestrel Partners."),
    ("role", "United sold Pepe Dacosta to City in 1979.", "City sold Pepe Dacosta to United in 1979."),
    ("role", "The larva of the wasp eats the spider.", "The spider eats the larva of the wasp."),
    ("role", "Ilvia was the lender and Marrano the borrower.", "Marrano lent 600 million to Ilvia."),
    (
        "quotation",
        'The club\'s motto is "Row, and say nothing."',
        '"Row, and say everything" is the motto of the club.',
    ),
    (
        "quotation",
        '"Trains are for dreamers," the minister Paul Tan told the chamber.',
        'It was Bea Holt who told the chamber that "trains are for dreamers".',
    ),
    ("superlative", "Mount Orran is the highest peak in Halland.", "The highest peak in Halland is Skarn Head."),
    (
        "superlative",
        "The Brandt bridge is the longest in Ostmark.",
        "The Kiel viaduct is longer than any other bridge in Ostmark.",
    ),
    (
        "superlative",
        "Bodega Norte is the biggest employer in Sandhaven.",
        "No company in Sandhaven employs more people than Crestline.",
    ),
    (
        "total",
        "The clinic employs 75 people: doctors, nurses and porters.",
        "On the clinic's staff are 20 doctors, 50 nurses and 15 porters.",
    ),
    ("total", "Of the fund's money, 55 percent is in bonds.", "Another 60 percent of the fund's money is in shares."),
    ("statement", "Parliament rejected the budget for 2013.", "The budget for 2013 was passed by parliament."),
    ("statement", "The climber Piet Vos survived the avalanche.", "Piet Vos was killed by the avalanche."),
    (
        "statement",
        "Joss Hanley, the town crier, died in March.",
        "Joss Hanley, the town crier, was still in good health in June.",
    ),
]


@pytest.mark.parametrize(("kind", "first", "second"), CLASHES)
def test_a_clash_is_found_and_named(kind: str, first: str, second: str) -> None:
    (conflict,) = found(first, second)
    assert (conflict.kind, conflict.label) == (kind, "conflict")
    assert [side.line for side in conflict.sides] == [1, 3]


@pytest.mark.parametrize(
    "sentence",
    [
        "The division lost 900 men: 500 infantry, 300 gunners and 250 engineers.",
        "Of the patients, 70 percent were men, 25 percent were women and 15 percent were children.",
    ],
)
def test_parts_that_exceed_their_total_clash_within_one_sentence(sentence: str) -> None:
    (conflict,) = found(sentence)
    assert conflict.kind == "total"
    assert len(conflict.sides) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The union says that 900 soldiers deserted at Zarn.",
            "The ministry estimates that 250 soldiers deserted at Zarn.",
        ),
        (
            "About 3,000 soldiers are believed to be stationed behind the ridge.",
            "As many as 10,000 soldiers may be stationed behind the ridge, analysts say.",
        ),
    ],
)
def test_one_estimate_beside_another_is_a_tension(first: str, second: str) -> None:
    (conflict,) = found(first, second)
    assert conflict.label == "tension"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The bench is in memory of Edith Hodgkins.", "A bench was put up in memory of Edith Hodgkin."),
        ("Ludwig Schröter drew the comet.", "The comet was drawn by Ludwig Schroeter."),
        ("Duncan McKay captained the side.", "The side was captained by Duncan Mackay."),
    ],
)
def test_two_spellings_are_a_variant(first: str, second: str) -> None:
    (variant,) = found(first, second)
    assert (variant.kind, variant.label) == ("name", "variant")


@pytest.mark.parametrize(
    "sentence",
    [
        "Aarhus, officially spelled Århus until 2011, is the second city of Denmark.",
        "Anna Marsh led the team and Hanna Marsh kept the books.",
    ],
)
def test_a_sentence_that_holds_both_spellings_knows_what_it_does(sentence: str) -> None:
    assert not found(sentence)


def test_two_first_names_are_two_people() -> None:
    assert not found("Maria Lind won the race in Holm.", "Mario Lind sells boats in Ulm.")
