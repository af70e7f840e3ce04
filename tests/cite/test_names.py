import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.cite import names


@pytest.mark.parametrize(
    ("written", "surnames", "others"),
    [
        ("Brown & Clark", ["brown", "clark"], False),
        ("Zhang, X.", ["zhang"], False),
        ("Ruud and Moe's", ["ruud", "moe"], False),
        ("Nilsen et al.", ["nilsen"], True),
        ("Lindner/Voss", ["lindner", "voss"], False),
        ("حداد وبركات", ["حداد", "بركات"], False),
        ("陈、赵", ["陈", "赵"], False),
        ("Баранов и Ким", ["баранов", "ким"], False),
        ("최지우 외", ["최지우"], True),
        ("Smith, Jones, & Lee", ["smith", "jones", "lee"], False),
    ],
)
def test_people_of_a_key(written: str, surnames: list[str], others: bool) -> None:
    found = names.people(written)
    assert [one.surname for one in found.persons] == surnames
    assert found.others is others


@pytest.mark.parametrize(
    ("organisation", "acronym"),
    [
        ("Organisation for Economic Co-operation and Development", "oecd"),
        ("Teachers' Union of the North", "tun"),
        ("Lake Fisheries Commission (LFC)", "lfc"),
    ],
)
def test_acronyms(organisation: str, acronym: str) -> None:
    assert acronym in names.acronyms(organisation)


def test_one_edit() -> None:
    assert names.one_edit("zelinski", "zielinski")
    assert names.one_edit("pereira", "pereyra")
    assert names.one_edit("meier", "meire")
    assert not names.one_edit("meier", "meier")
    assert not names.one_edit("lee", "ray")


def test_folding_forgets_case_accents_and_width() -> None:
    assert names.fold("ÖHLER’s  Café ２０") == "ohlers cafe 20"
    assert names.fold("정유나") == "정유나"


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=60))
def test_any_text_is_a_name_or_none(text: str) -> None:
    for one in names.people(text).persons:
        assert one.surname == names.fold(one.surname)
    names.acronyms(text)
    names.is_personal(text)
