import pytest

from claimcheck.cite.authors import read_people


@pytest.mark.parametrize(
    ("head", "written"),
    [
        ("Haugen, T., & Lie, S. (2019). Ice.", ["Haugen, T.", "Lie, S."]),
        ("Cha, V., Kim, E. The New Alliance. (2024).", ["Cha, V.", "Kim, E."]),
        ("Tew S, Abara N, Holm P. Randomised comparison", ["Tew S", "Abara N", "Holm P"]),
        ('S. Ito and L. Wu, "Lockers," J. Courier', ["S. Ito", "L. Wu"]),
        ("Lund, Erik, and Sara Price. Water", ["Lund, Erik", "Sara Price"]),
        ("Lindner, Karl / Voss, Petra: Heimkehr", ["Lindner, Karl", "Voss, Petra"]),
        ("Баранов О., Ким Л. (2020). Соль", ["Баранов О.", "Ким Л."]),
        ("حداد، ليلى وبركات، عمر (2021). الضوء", ["حداد، ليلى", "بركات، عمر"]),
        ("박영희·이철수 (2020). 시장", ["박영희", "이철수"]),
        ("陈一鸣、赵可（2022）。票价", ["陈一鸣", "赵可"]),
        ("Hedda Vance, Glass on the Hill (Oslo", ["Hedda Vance"]),
        ("Van der Meer, J. (2004). Beds", ["Van der Meer, J."]),
    ],
)
def test_lists_of_persons(head: str, written: list[str]) -> None:
    assert list(read_people(head)[1]) == written


@pytest.mark.parametrize(
    "head",
    [
        "Options, Costs, and Risks. (2020).",
        "World Bank. (2023). Smoke",
        "Valley Bulletin, 9 August 1924.",
        "U.S. Department of Health. (2018).",
        "Is our water safe? What the tests found. (2022).",
    ],
)
def test_titles_and_bodies_are_no_persons(head: str) -> None:
    assert read_people(head)[0] == ()


def test_a_title_behind_an_author_is_no_second_author() -> None:
    assert list(read_people("L. Hart, Second Mill, Riverside, 2001.")[1]) == ["L. Hart"]
    assert list(read_people("Anna Reed, Fens (London: Span, 1951), 9.")[1]) == ["Anna Reed"]
