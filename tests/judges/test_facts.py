"""One kind of fact each: what a judge must tell apart in one or two sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.judges import verify

HEAD = "From the harbour\n\n"


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        # quantities
        ("The fire destroyed 1,240 hectares of forest.", "About 1,200 hectares of forest were destroyed.", "supported"),
        (
            "The fire destroyed 1,240 hectares of forest.",
            "The fire destroyed 1,840 hectares of forest.",
            "contradicted",
        ),
        ("The tower is 41 metres tall.", "The tower is about 135 feet tall.", "supported"),
        ("The tower is 41 metres tall.", "The tower is 41 feet tall.", "contradicted"),
        (
            "Of 118 flats in the street, 71 are empty.",
            "Some 60 percent of the flats in the street are empty.",
            "supported",
        ),
        ("The rent of a plot was raised from 42 to 48 pounds.", "The rent of a plot went up by 6 pounds.", "supported"),
        # dates
        ("The lamp was first lit on 1 March 1871.", "The lamp was first lit in March 1871.", "supported"),
        ("The lamp was first lit on 1 March 1871.", "The lamp was first lit in 1881.", "contradicted"),
        # names and places
        (
            "In Velm, the school has been turned into a shelter.",
            "The school in Skarup has been turned into a shelter.",
            "contradicted",
        ),
        ("Justice Paul Amber, who wrote the opinion, resigned.", "Daniel Oakes wrote the opinion.", "contradicted"),
        # roles
        ("The builder Varga sued the town of Elmo.", "The town of Elmo sued Varga.", "contradicted"),
        ("The builder Varga sued the town of Elmo.", "The town of Elmo was sued by Varga.", "supported"),
        ("Ms Arden, proposed by Mrs Pell, was elected.", "Ms Arden proposed Mrs Pell.", "contradicted"),
        # polarity, direction, order, rank, scope
        ("Mr Strang did not ask for a recount.", "Mr Strang asked for a recount.", "contradicted"),
        ("Mr Strang asked for a recount.", "Mr Strang did not ask for a recount.", "contradicted"),
        ("Visits to the museum fell by 27 percent.", "Visits to the museum rose by 27 percent.", "contradicted"),
        (
            "It was returned in June, before the paper was accepted.",
            "It was returned after the paper was accepted.",
            "contradicted",
        ),
        (
            "The discharge is the second largest ever recorded.",
            "The discharge is the largest ever recorded.",
            "contradicted",
        ),
        ("At least some of the engines were made abroad.", "All of the engines were made abroad.", "unsupported"),
        # modality
        ("The trial could cost up to 3 million euros.", "The trial cost 3 million euros.", "unsupported"),
        (
            "Four wards will adopt the measure if the board agrees.",
            "Four wards have adopted the measure.",
            "unsupported",
        ),
        # quotations
        (
            '"Paint is the cheapest medicine," said Dr Rada Sykora.',
            '"Paint is the cheapest medicine," Sykora said.',
            "supported",
        ),
        (
            '"Paint is the cheapest medicine," said Dr Rada Sykora.',
            '"Paint is the dearest medicine," Sykora said.',
            "contradicted",
        ),
        (
            '"Paint is the cheapest medicine," said Dr Rada Sykora.',
            '"Paint is the cheapest medicine," Ivan Kolar said.',
            "contradicted",
        ),
        (
            '"Paint is the cheapest medicine," said Dr Rada Sykora.',
            '"Beds are too high for the old," Sykora said.',
            "unsupported",
        ),
    ],
)
def test_told_apart(source: str, claim: str, verdict: str) -> None:
    ruling = verify(claim, f"{HEAD}The week was quiet. {source} The ferry sailed on Friday.")
    assert ruling.verdict == verdict, (ruling.explanation, ruling.facts)


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Ann Roe bought the mill from John Doe.", "John Doe sold the mill to Ann Roe."),
        ("The hall was not opened until 1952.", "The hall was opened in 1952."),
        ("The gallery is open until 3 May.", "The gallery closes on 3 May."),
        ("The film was produced by Ken Ames, Peter Jay and Bob Till.", "Peter Jay produced the film."),
        ("Timothy Simon Rowe is an English actor.", "Tim Rowe is an English actor."),
        ("The town lies in the north of Estmark, near Holm.", "The town lies in the Northern Hemisphere."),
        ("The firm employs 450 people in eleven cities.", "The firm has more than ten offices."),
    ],
)
def test_never_accused(source: str, claim: str) -> None:
    ruling = verify(claim, f"{HEAD}The week was quiet. {source} The ferry sailed on Friday.")
    assert ruling.verdict != "contradicted", (ruling.explanation, ruling.facts)


REWORDED = [line.split(" | ") for line in (Path(__file__).parent / "reworded.txt").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(("source", "claim"), REWORDED)
def test_other_words_are_no_other_fact(source: str, claim: str) -> None:
    page = f"Harbour news\n\nPublished 14 March 2023\n\nThe week was quiet. {source} The ferry sailed on Friday."
    assert verify(claim, page).verdict != "contradicted"


def test_an_altered_quotation_is_shown_as_the_page_writes_it() -> None:
    page = "The fair is over. Ann Lund said: “We waited for Halden Pool for twenty years, and should wait no longer.”"
    ruling = verify('Ann Lund said: "We waited for Halden Pool for thirty years, and should wait no longer."', page)
    (fact,) = (fact for fact in ruling.facts if fact.kind == "quotation")
    assert fact.source == "We waited for Halden Pool for twenty years, and should wait no longer"
