"""Citations made by markup, in the formats that have it."""

from __future__ import annotations

from tests.cite.samples import citing, outcomes


def test_markdown_links_and_their_references() -> None:
    text = (
        "Loaves shrank, says [a weighing project](https://loaf.example.org/r). Bakers blame "
        "[flour][f], [again](https://loaf.example.org/r).\n\n[f]: https://flour.example.net/2023\n"
    )
    found = citing(text, "md")
    assert [(one.text, one.status) for one in found.citations] == [
        ("a weighing project", "resolved"),
        ("flour", "resolved"),
        ("again", "resolved"),
    ]
    assert found.citations[0].references == found.citations[2].references
    assert {one.url for one in found.references} == {"https://flour.example.net/2023", "https://loaf.example.org/r"}


def test_an_undefined_reference_link_dangles() -> None:
    text = "A [survey][s] and a [newer one][t].\n\n[s]: https://survey.example.org\n"
    assert [one[:2] for one in outcomes(text, "md")] == [("survey", "resolved"), ("newer one", "dangling")]


def test_footnotes() -> None:
    text = (
        "The tram ran back.[^1] It flooded.[^b][^9]\n\n[^1]: *Evening Lamp*, 4 May 1937.\n[^b]: "
        "Braun, *Rails* (1972).\n"
    )
    assert [one[:2] for one in outcomes(text, "md")] == [
        ("[^1]", "resolved"),
        ("[^b]", "resolved"),
        ("[^9]", "dangling"),
    ]


def test_pandoc_keys() -> None:
    text = (
        "Maps shaped names [@weir1999, p. 3; see @ansah2008]. @ansah2008 agrees [@nobody2000]. Mail "
        "maps@fold.example.org.\n\n"
        "# References\n\n@ansah2008: Ansah, E. (2008). Folded twice. Press.\n\n@weir1999: Weir, N. "
        "(1999). Names. Press.\n"
    )
    assert [one[:2] for one in outcomes(text, "md")] == [
        ("@weir1999, p. 3", "resolved"),
        ("@ansah2008", "resolved"),
        ("@ansah2008", "resolved"),
        ("@nobody2000", "dangling"),
    ]


def test_latex_keys() -> None:
    text = (
        "Mills burn~\\citep[see][p. 3]{hart01,lund99}, says \\citet{hart01}.\n\n\\begin{thebibliography}{9}\n"
        "\\bibitem{hart01} L. Hart, \\emph{Second Mill}, 2001.\n\\bibitem{lund99} E. Lund. "
        "\\url{https://lund.example.org}\n"
        "\\end{thebibliography}\n"
    )
    found = citing(text)
    assert [(one.text, one.status) for one in found.citations] == [
        ("hart01", "resolved"),
        ("lund99", "resolved"),
        ("hart01", "resolved"),
    ]
    assert [one.url for one in found.references] == [None, "https://lund.example.org"]


def test_wiki_references() -> None:
    text = (
        "'''Ellery''' is a former whaling town on the coast.<ref name=\"gaz\">''Gazetteer'', "
        "1911.</ref> Its people left it."
        '<ref name="gaz" /><ref name="lost" />\n\n== References ==\n{{reflist}}\n'
    )
    assert [one[:2] for one in outcomes(text)] == [
        ("<ref name=\"gaz\">''Gazetteer'', 1911.</ref>", "resolved"),
        ('<ref name="gaz" />', "resolved"),
        ('<ref name="lost" />', "dangling"),
    ]


def test_html_footnotes_by_place_in_an_ordered_list() -> None:
    text = (
        '<article><p>The first telephone was nailed to a tree.<sup><a href="#f1">1</a></sup> Calls cost two eggs.'
        '<sup><a href="#f2">2</a></sup></p><h2>Notes</h2><ol><li id="f1">Stauffer, Wires (1969), p. 5.</li>'
        '<li id="f2">Bulletin, 1924, <a href="https://valley.example.org/b">scan</a>.</li></ol></article>'
    )
    found = citing(text, "html")
    assert [one.status for one in found.citations] == ["resolved", "resolved"]
    assert [one.url for one in found.references] == [None, "https://valley.example.org/b"]
    assert [one.references for one in found.citations] == [(one.id,) for one in found.references]


def test_bare_addresses_and_identifiers() -> None:
    text = "Video here: https://clips.example.org/v/1. See www.shelter.example.com/claims, and doi:10.5555/abc.1 too."
    found = citing(text)
    assert [one.text for one in found.citations] == [
        "https://clips.example.org/v/1",
        "www.shelter.example.com/claims",
        "doi:10.5555/abc.1",
    ]
    assert found.references[-1].url == "https://doi.org/10.5555/abc.1"


def test_a_link_to_a_listed_address_names_the_entry() -> None:
    text = (
        "Pumps fail, see https://water.example.org/pumps for more.\n\nReferences\n\nKerr, B. (2015). "
        "Pumps. https://www.water.example.org/pumps\n"
    )
    assert outcomes(text) == [("https://water.example.org/pumps", "resolved", "Kerr, B. (20")]
