"""Pandoc's keys, in texts that have a bibliography of their own or beside them."""

from __future__ import annotations

from pathlib import Path

from claimcheck import readers
from claimcheck.bibliographies import bibliography
from claimcheck.cite import Citing, cite
from claimcheck.segment import sentences

HEAD = """\
---
references:
- id: moss2018
  title: Fares
  author: [{family: Moss, given: P.}]
  issued: 2018
  URL: https://fares.example.org/2018
- id: linde2020
  title: Wells
---

"""


def citing(text: str, path: str = "a.md") -> Citing:
    document = readers.read_bytes((HEAD + text).encode(), path=path)
    return cite(document, sentences(document), bibliography(document))


def found(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.status) for one in citing(text).citations]


def test_keys_of_the_head() -> None:
    text = "The fare rose [see @moss2018, pp. 3-4; -@linde2020]. @moss2018 [p. 3] says so, @absent1999 does not."
    assert found(text) == [
        ("@moss2018, pp. 3-4", "resolved"), ("-@linde2020", "resolved"), ("@moss2018", "resolved"),
        ("@absent1999", "dangling"),
    ]  # fmt: skip


def test_what_is_no_key() -> None:
    text = (
        "Write to ada@wells.example.org or @ada. See [@fig:wells], @tbl:one and `[@moss2018]`.\n\n"
        "[@ada](https://ada.example.org) rose in 1911.\n\n    [@linde2020]\n"
    )
    assert found(text) == [("@ada", "resolved")]


def test_a_footnote_that_cites_stands_behind_the_sentence_of_its_mark() -> None:
    text = "The fare rose in 1911.[^a] It fell.^[See @linde2020, p. 3.]\n\n[^a]: Compare @moss2018; and [@linde2020].\n"
    result = citing(text)
    assert [(one.text, one.status, one.scope) for one in result.citations] == [
        ("@linde2020, p. 3.", "resolved", "sentence"),
        ("@moss2018", "resolved", "sentence"),
        ("@linde2020", "resolved", "sentence"),
    ]
    assert {at: len(keys) for at, keys in result.own.items()} == {0: 2, 1: 1}


def test_a_footnote_without_a_key_is_a_source() -> None:
    assert found("The fare rose.[^a]\n\n[^a]: Moss, P. (2018). Fares. https://fares.example.org\n") == [
        ("[^a]", "resolved")
    ]


def test_of_a_library_only_what_is_cited_counts(tmp_path: Path) -> None:
    library = "".join(f"@misc{{k{n}, title={{Tides {n}}}, author={{Moss, P.}}, year={{1911}}}}\n" for n in range(200))
    (tmp_path / "library.bib").write_text(library)
    (tmp_path / "a.md").write_text(
        "---\nbibliography: library.bib\n---\n\nThe fare rose [@k7]. It fell (Moss, 1911).\n"
    )
    document = readers.read_file(str(tmp_path / "a.md"))
    result = cite(document, sentences(document), bibliography(document))
    assert [one.label for one in result.references] == ["k7"]
    (tmp_path / "a.bib").write_text(library)
    (tmp_path / "a.md").write_text("The fare rose [@k7].\n")
    document = readers.read_file(str(tmp_path / "a.md"))
    assert len(cite(document, sentences(document), bibliography(document)).references) == 200
