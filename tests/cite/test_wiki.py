"""Citations of wiki texts: named references, short footnotes, templates in several languages."""

from __future__ import annotations

import pytest

from claimcheck.bibliographies import bibliography
from claimcheck.cite import Citing, cite
from claimcheck.cite.fields import fields_of
from claimcheck.readers import read_bytes
from claimcheck.segment import sentences

BOOKS = """
== Sources ==
* {{cite book |last=Hart |first=Ann |year=2001 |title=Wells and Water |url=https://hart.example.org/wells}}
* {{cite journal
 | last1 = Lund | first1 = Bo | last2 = Moe | first2 = Ragnhild
 | date = May 2005 | title = Dry wells | journal = Water | doi = 10.5555/wells.2005
}}
* {{citation |title=Water rates |date=2019 |publisher=Aa Water Board |ref={{sfnref|AWB|2019}}}}
* Moe, Ragnhild (1999). ''Letters from Aa''. Dock Books.
"""


def citing(text: str) -> Citing:
    document = read_bytes(text.encode(), path="wells.wiki")
    found = cite(document, sentences(document), bibliography(document))
    assert all(one.span.of(document.text) == one.text for one in found.citations)
    assert all(one.span.of(document.text) == one.text for one in found.references)
    return found


def outcomes(text: str) -> list[tuple[str, str, str, str]]:
    found = citing(text)
    titles = {one.id: one.title or one.text for one in found.references}
    return [
        (one.text, one.status, one.scope, " | ".join(titles[key] for key in one.references)) for one in found.citations
    ]


@pytest.mark.parametrize(
    ("note", "title"),
    [
        ("{{sfn|Hart|2001|p=3}}", "Wells and Water"),
        ("{{Harvnb|Lund|Moe|2005|loc=ch. 2}}", "Dry wells"),
        ("<ref>{{harvnb|Lund|Moe|2005|pp=3–4}}.</ref>", "Dry wells"),
        ("<ref name=rates>See {{harvtxt|AWB|2019}}</ref>", "Water rates"),
        ("{{sfn|Moe|1999}}", "Letters from Aa"),
        ("{{sfn|Lund|Moe|2006}}", ""),
    ],
)
def test_short_footnotes_name_the_entry_of_their_anchor(note: str, title: str) -> None:
    status = "resolved" if title else "dangling"
    assert outcomes(f"Three wells of Aa ran dry.{note}\n{BOOKS}") == [(note, status, "sentence", title)]


def test_several_in_one() -> None:
    many = "{{sfnm|1a1=Hart|1y=2001|1p=3|2a1=Lund|2a2=Moe|2y=2005}}"
    assert [one[1:] for one in outcomes(f"Three ran dry.{many}\n{BOOKS}")] == [
        ("resolved", "sentence", "Wells and Water"),
        ("resolved", "sentence", "Dry wells"),
    ]
    two = "<ref>{{harvnb|Hart|2001}}; {{harvnb|Moe|1999|p=2}}</ref>"
    assert [(one[0], one[3]) for one in outcomes(f"Three ran dry.{two}\n{BOOKS}")] == [
        ("{{harvnb|Hart|2001}}", "Wells and Water"),
        ("{{harvnb|Moe|1999|p=2}}", "Letters from Aa"),
    ]
    bundle = (
        "<ref name=b>{{cite web|title=One|url=https://a.example.org/1}}; "
        "{{cite web|title=Two|url=https://a.example.org/2}}</ref>"
    )
    assert [one[3] for one in outcomes(f"It fell.{bundle} It rose.<ref name=b />")] == ["One | Two", "One | Two"]


def test_named_references_wherever_they_are_spelt_out() -> None:
    text = (
        "{{Infobox well|depth=40<ref name=box>{{cite web|title=Box|url=https://a.example.org/b}}</ref>}}\n"
        "It is deep.<ref name=box /> It is old.{{r|end|p=4}} It is dry.<ref name='note'>{{harvnb|Hart|2001}}</ref> "
        "It was sold.<ref name=note/><ref name=lost/>\n"
        "{{reflist|refs=<ref name=end>{{cite web|title=End|url=https://a.example.org/e}}</ref>}}\n" + BOOKS
    )
    assert [one[1:] for one in outcomes(text)] == [
        ("resolved", "paragraph", "Box"),
        ("resolved", "sentence", "Box"),
        ("resolved", "sentence", "End"),
        ("resolved", "sentence", "Wells and Water"),
        ("resolved", "sentence", "Wells and Water"),
        ("dangling", "sentence", ""),
    ]


def test_a_name_given_twice_belongs_to_the_first() -> None:
    text = (
        "A.<ref name=x>Lund, 1950.</ref> B.<ref name=x>Moe, 1960.</ref> C.<ref name=x>Lund, 1950.</ref> D.<ref name=x/>"
    )
    found = citing(text)
    assert [one.text for one in found.references] == ["Lund, 1950.", "Moe, 1960."]
    lund, moe = (one.id for one in found.references)
    assert [one.references for one in found.citations] == [(lund,), (moe,), (lund,), (lund,)]


def test_what_editors_hid_and_other_articles_cite_nothing() -> None:
    text = (
        "The well<!-- <ref>Lund, 1950.</ref> --> of [[Aa]] is deep.{{citation needed}}{{rp|33}} "
        "<nowiki><ref>x</ref></nowiki>\n\n== External links ==\n* [https://aa.example.org Official site]\n"
    )
    assert outcomes(text) == []


def test_a_row_of_figures_is_a_claim_and_its_reference_no_orphan() -> None:
    assert outcomes("{|\n| 1920 || 12<ref>Lund, ''Wells'', 1921.</ref>\n|}")[0][1:3] == ("resolved", "sentence")


def test_the_target_of_a_link_is_a_citation_and_its_words_the_span() -> None:
    found = outcomes("The [https://aa.example.org/r report of 2019] counts [[twelve]] wells.[https://aa.example.org/s]")
    assert [one[0] for one in found] == ["report of 2019", "https://aa.example.org/s"]


@pytest.mark.parametrize(
    ("template", "fields"),
    [
        (
            "{{Literatur |Autor=Anna Huber |Titel=Die Rinne |Datum=2014 |Online=https://r.example.org}}",
            {"author": "Anna Huber", "title": "Die Rinne", "date": "2014"},
        ),
        (
            "{{Lien web |auteur=Paul Roche |titre={{lang|en|A bridge}} |url=https://v.example.org}}",
            {"author": "Paul Roche", "title": "A bridge", "url": "https://v.example.org"},
        ),
        (
            "{{cita libro|apellidos=Ruiz|título=[[Pozo|Pozos]]|año=1999}}",
            {"last": "Ruiz", "title": "Pozos", "year": "1999"},
        ),
        ("{{cite arXiv|title=Wells|arxiv=2101.00001}}", {"url": "https://arxiv.org/abs/2101.00001"}),
        ("{{in lang|fr}} {{cite web|title=Wells|url=https://w.example.org}}", {"title": "Wells"}),
    ],
)
def test_fields_of_templates(template: str, fields: dict[str, str]) -> None:
    found = fields_of(template)
    assert {name: found.get(name) for name in fields} == fields


def test_a_template_that_cites_nothing_has_no_fields() -> None:
    assert fields_of("{{convert|3|km|mi}} and {{nowrap|a=b}}") == {}
