"""How keys resolve. A wrong silent link is the worst that can happen here."""

from __future__ import annotations

import pytest

from tests.cite.samples import citing, outcomes


def resolved(sentence: str, entries: str, heading: str = "References") -> list[tuple[str, str, str]]:
    return outcomes(f"{sentence}\n\n{heading}\n\n{entries}\n")


def test_page_furniture_as_an_author() -> None:
    entries = (
        "Editor, M. Mill sold to its rival. (2024). The Courier. Retrieved May 3, 2024, from "
        "https://courier.example.com/mill\n"
        "News, A. Mill sold at last. (2024). BBD News. Retrieved May 3, 2024, from https://bbd.example.com/mill\n"
        "Mill sold, owners glad. (2024). CD News. Retrieved May 3, 2024, from https://cd.example.com/mill"
    )
    assert resolved("The mill was sold (Editor, 2024). The rival paid (News, 2024).", entries) == [
        ("Editor, 2024", "resolved", "Editor, M. M"),
        ("News, 2024", "resolved", "News, A. Mil"),
    ]


def test_hosts() -> None:
    entries = (
        "mill.example.org. (2024). Retrieved May 3, 2024, from https://mill.example.org/a.pdf\n"
        "mill.example.org. (2024). Retrieved May 3, 2024, from https://mill.example.org/b.pdf\n"
        ". (2024). journals.example.org. Retrieved May 3, 2024, from https://journals.example.org/1"
    )
    sentence = "It was sold (mill.example.org, n.d.; journals.example.org, 2024; www.nobody.example.com, n.d.)."
    found = citing(f"The mill stood empty for years. {sentence}\n\nReferences\n\n{entries}\n")
    assert [one.status for one in found.citations] == ["ambiguous", "resolved", "dangling"]
    assert [one.year_mismatch for one in found.citations] == [True, False, False]
    assert len(found.citations[0].candidates) == 2


def test_titles() -> None:
    entries = (
        "Published, H. Town Sells Its Old Mill. (2024). The Post. https://post.example.com/mill\n"
        "Town sells its old mill. (2024). The Courier. https://courier.example.com/mill\n"
        "What now? Options, Costs, and Risks for 10,000 Tenants. (2023). https://tenants.example.org/what"
    )
    sentence = (
        "Sold (Town sells its old mill, 2024). Open (What Now? Options, Costs and Risks for 10,000 Tenants, 2023)."
    )
    assert [one[1:] for one in resolved(sentence, entries)] == [
        ("resolved", "Town sells i"),
        ("resolved", "What now? Op"),
    ]


def test_a_title_with_another_number_is_another_title() -> None:
    entries = (
        "Annual report of the mill for the year 2019. (2020). https://mill.example.org/19\nOther. "
        "(2020). https://mill.example.org/x"
    )
    assert resolved("It grew (Annual report of the mill for the year 2018, 2020).", entries)[0][1] == "dangling"


@pytest.mark.parametrize(
    ("key", "status", "named"),
    [
        ("Lind, 2001", "ambiguous", "Lind, A. (20 | Lind, B. (20"),
        ("A. Lind, 2001", "resolved", "Lind, A. (20"),
        ("Lind, B., 2001", "resolved", "Lind, B. (20"),
        ("Lind & Moe, 2001", "resolved", "Lind, A., &"),
        ("Lind et al., 2003", "resolved", "Lind, A., Mo"),
        ("Lind, 2003a", "resolved", "Lind, A., Mo"),
        ("Lind, 2004", "dangling", ""),
        ("Moe, 2001", "weak", "Lind, A., &"),
        ("Lindt, 2003", "weak", "Lind, A., Mo"),
        ("Berg, 2010b", "resolved", "Berg, C. (20"),
        ("Berg, 2010", "ambiguous", "Berg, C. (20 | Berg, C. (20"),
        ("Berg, 2010c", "dangling", ""),
        ("Berg, in press", "resolved", "Berg, C. (in"),
        ("LFC, 2022", "resolved", "Lake Fisheri"),
        ("Ortiz Vega, n.d.", "resolved", "Ortiz Vega,"),
        ("Ortiz, 2019", "resolved", "Ortiz Vega,"),
    ],
)
def test_authors_and_years(key: str, status: str, named: str) -> None:
    entries = """Berg, C. (2010a). Hill. Press.
Berg, C. (2010b). Dale. Press.
Berg, C. (in press). Moor. Press.
Lake Fisheries Commission. (2022). Aerial count. https://lake.example.org/22
Lind, A. (2001). Snow. Press.
Lind, B. (2001). Ice. Press.
Lind, A., & Moe, C. (2001). Sleet. Press.
Lind, A., Moe, C., & Rae, D. (2003). Hail. Press.
Ortiz Vega, P. (2019). Fog. Press."""
    assert resolved(f"It snows ({key}).", entries) == [(key, status, named)]


def test_undated_keys_exclude_no_entry_and_say_so() -> None:
    found = citing(
        "It snows (Pohl, n.d.).\n\nReferences\n\nPohl, I. (2021). Gloves. "
        "https://gloves.example.org\nRae, D. (2001). Hats. Press.\n"
    )
    assert [(one.status, one.year_mismatch) for one in found.citations] == [("resolved", True)]


def test_a_name_in_another_script_is_weak_by_elimination() -> None:
    entries = "A history of boats. (2005). https://boats.example.org\nRae, D. (2001). Rafts. Press."
    sentence = "Boats sank (Макаров, 2005). Rafts did not (Rae, 2001)."
    assert resolved(sentence, entries)[0] == ("Макаров, 2005", "weak", "A history of")


def test_another_name_of_the_same_script_is_not_eliminated() -> None:
    entries = "A history of boats. (2005). https://boats.example.org\nRae, D. (2001). Rafts. Press."
    assert resolved("Boats sank (Jcole, 2005). Rafts did not (Rae, 2001).", entries)[0][:2] == (
        "Jcole, 2005",
        "dangling",
    )


def test_a_year_inside_a_title_is_no_year_of_the_key() -> None:
    entries = "Agenda 2030. (2015). https://agenda.example.org\nRae, D. (2030). Rafts. Press."
    assert resolved("It was agreed (Agenda 2030, 2015).", entries) == [
        ("Agenda 2030, 2015", "resolved", "Agenda 2030.")
    ]


def test_ibid_and_op_cit() -> None:
    sentence = (
        "Salt was taxed (Moor, 1950, p. 3) and dear (ibid., p. 5). So was pepper (Hill, 1961; Moor, "
        "1950), as said (Ibid.). It fell (Moor, op. cit.; Gritti, op. cit.)."
    )
    statuses = [one[1:] for one in resolved(sentence, "Hill, A. (1961). Pepper. Press.\nMoor, B. (1950). Salt. Press.")]
    assert statuses == [
        ("resolved", "Moor, B. (19"),
        ("resolved", "Moor, B. (19"),
        ("resolved", "Hill, A. (19"),
        ("resolved", "Moor, B. (19"),
        ("ambiguous", "Hill, A. (19 | Moor, B. (19"),
        ("resolved", "Moor, B. (19"),
        ("dangling", ""),
    ]


def test_mla_keys() -> None:
    entries = """Hart, Arthur. Furrows. Ley Press, 1931.
Hart, Maud. Suds. Row, 1958.
Osei, Kwame. "Twin Names." The Anthologist, 2009, pp. 4-9.
Osei, Kwame. Reading. Lantern UP, 2015."""
    sentence = (
        'One farmed (A. Hart 14); which one (Hart 30)? The error is taught (Osei, "Twin Names" 6; '
        "Osei, Reading 51). In June (June 12) it rained."
    )
    assert [one[:2] for one in resolved(sentence, entries, "Works Cited")] == [
        ("A. Hart 14", "resolved"),
        ("Hart 30", "ambiguous"),
        ('Osei, "Twin Names" 6', "resolved"),
        ("Osei, Reading 51", "resolved"),
    ]


def test_documents_and_cases() -> None:
    entries = """A/RES/99/412. Report on fishing. General Assembly resolution, 1999.
Harbour Workers v. Ministry of Fisheries, Case No. 14/2003, judgment of 9 June 2003. https://court.example.org/14
Lagoon Act 2012.
S/RES/9871 (1998). Resolution on the northern grounds."""
    sentence = (
        "The dispute is old (S/RES/9871 (1998)); a report followed (A/RES/99/412, para. 3). The "
        "court ruled in Harbour Workers v. Ministry of Fisheries. "
        "Law goes further (Lagoon Act 2012, art. 6; A/RES/98/500)."
    )
    assert [one[:2] for one in resolved(sentence, entries)] == [
        ("S/RES/9871 (1998)", "resolved"),
        ("A/RES/99/412, para. 3", "resolved"),
        ("Harbour Workers v. Ministry of Fisheries", "resolved"),
        ("Lagoon Act 2012, art. 6", "resolved"),
        ("A/RES/98/500", "dangling"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "물가가 올랐다(김민수, 2019). 최지우 외(2021)는 다르게 본다.\n\n참고문헌\n\n김민수. (2019). "
                "물가와 삶. 경제, 3.\n최지우, 한가람, 오세훈 (2021). 다른 시각. 사회, 5.\n"
            ),
            ["김민수, 2019", "최지우 외(2021)"],
        ),
        (
            "城市变暖（张伟，2018；李、王，2019）。根据陈静（2017）的研究，树木有用。\n\n参考文献\n\n张伟（2018）。热岛。气候。\n李娜、王芳（2019）。街道。出版社。\n陈静（2017）。树木。大学。\n",
            ["张伟，2018", "李、王，2019", "陈静（2017）"],
        ),
        (
            (
                "Город растёт (Иванов, 2015, с. 3). Как пишет Титов (2018), это "
                "спорно.\n\nЛитература\n\nИванов И.И. Город. М.: Наука, 2015. 200 с.\nТитов Г. (2018). "
                "Улицы. Изд-во.\n"
            ),
            ["Иванов, 2015, с. 3", "Титов (2018)"],
        ),
        (
            (
                "تزداد الأسعار (العلي، 2015؛ خليل وآخرون، 2020).\n\nالمراجع\n\nالعلي، أحمد (2015). الأسعار. "
                "دار النور.\nخليل، مها، وحسن، علي، ويوسف، رنا (2020). رأي. مجلة، 3.\n"
            ),
            ["العلي، 2015", "خليل وآخرون، 2020"],
        ),
    ],
    ids=["hangul", "han", "cyrillic", "arabic"],
)
def test_names_of_other_scripts(text: str, expected: list[str]) -> None:
    found = outcomes(text)
    assert [one[0] for one in found] == expected
    assert {one[1] for one in found} == {"resolved"}
