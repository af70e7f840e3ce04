"""What looks like a difference and is none: the other number, date or "not" belongs to something else."""

from __future__ import annotations

import pytest

from claimcheck.judges import verify

HEAD = "From the valley\n\n16 April 2018\n\n"


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (  # another event, only planned
            "Sleet fell on Sunday's regatta. Anna Holt, second, does not plan to row the Tarn regatta next weekend.",
            "The regatta was rowed on 15 April 2018.",
        ),
        (  # another year, of something that is no deed of the claim's
            "The fair was held on Sunday. About 40 visitors fell ill, up from 12 in 2016.",
            "The fair was held on 15 April 2018.",
        ),
        (  # somebody else did not
            "The race ended at the pier on Sunday. Nine riders did not finish.",
            "The race ended on 15 April 2018.",
        ),
        (  # the figure of the claim stands in a table whose head has the unit
            "Part (NOK million)    2023    2022\nRopes    702    655\nSails    391    348\n\nA yard that was bought in "
            "August added NOK 24 million to the revenue of Sails.",
            "Revenue of Sails was NOK 348 million in 2022.",
        ),
        (  # what is to be hoped or advised says nothing of what happened
            "Car trips into Velm went down by 5 percent. Towns should not abolish fares in the hope of more car trips.",
            "Fares were abolished and car trips into Velm went down by 5 percent.",
        ),
        (  # a comparison with a figure is no direction
            "Costs rose in two towns. Velm spent 0.9 million euros, where 1.1 million had been forecast.",
            "Velm spent 0.9 million euros, less than the 1.1 million forecast.",
        ),
        (  # how many times as much is no count
            "Of 1,900 headstones in the parish 212 were unsafe. Strangers pay 900 crowns for a grave, locals 300.",
            "Strangers in the parish pay three times as much for a grave.",
        ),
        (  # an age is no stretch of time
            "Closing the 58-year-old school would save money. The roll of the school halved between 2010 and 2020.",
            "The roll of the school halved in ten years.",
        ),
        (  # an interview: who was named last did not give the answer
            "An interview with Nora Quill.\n\nQ: Who helped?\n\nA: The youngest, Colm Isley, started at fourteen.\n\n"
            "Q: Is a word missing?\n\nA: A woman in Fell told me of one on the telephone, and the line was bad.",
            'Quill says: "A woman in Fell told me of one on the telephone, and the line was bad."',
        ),
    ],
)
def test_nobody_is_accused(source: str, claim: str) -> None:
    assert verify(claim, HEAD + source).verdict != "contradicted"


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("The riders did not finish the race.", "The riders finished the race."),
        ("Sales fell to 300 from 410.", "Sales rose to 300 from 410."),
        ("The town will buy 40 buses next year.", "The town will buy 60 buses next year."),
    ],
)
def test_what_does_differ_still_contradicts_or_is_not_borne_out(source: str, claim: str) -> None:
    assert verify(claim, HEAD + source).verdict in {"contradicted", "unsupported"}


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_a_page_of_no_date_is_judged(year: str) -> None:
    from dataclasses import replace

    from claimcheck.judges import claim_of, document_of, rule

    read = document_of("From the valley\n\nThe race ended on Monday. Nine riders did not finish it.")
    page = replace(read, metadata=replace(read.metadata, published=f"{year}-01-01"))
    assert rule(claim_of("The race came to its end on Monday."), page).verdict != "contradicted"


def test_the_day_of_a_vote_is_not_the_day_of_what_was_voted_for() -> None:
    page = HEAD + "The board voted 9 to 4 on Wednesday to build a new pool on the site of the dairy."
    assert verify("The board voted 9 to 4 to build a new pool, which may open in 2026.", page).verdict == "partial"
    assert verify("In March 2016 the board voted 9 to 4 to build a new pool.", page).verdict == "contradicted"


def test_a_likeness_of_words_bears_out_nothing() -> None:
    """A verb that sounds like another, and a thing that only may be like another, are no part of a claim."""
    source = "The town's relations with the port are old. It has grown to lean more closely on the fair."
    assert verify("The bridge closed in 1999.", source).verdict == "unsupported"
