"""Bibliography files beside a text: which are opened, and why others are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from claimcheck import readers
from claimcheck.model import Document

ENTRY = "@misc{linde2020, title={Wells}, author={Linde, Ada}, year={2020}, url={https://wells.example.org/2020}}\n"


def read(folder: Path, name: str, text: str) -> Document:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return readers.read_file(str(folder / name))


def keys(document: Document) -> list[str]:
    return [record.key for record in document.records]


def problems(document: Document) -> list[str | None]:
    return [file.problem for file in document.bibliographies]


def test_several_files_are_named_in_several_ways(tmp_path: Path) -> None:
    (tmp_path / "one.bib").write_text(ENTRY)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "two.bib").write_text(ENTRY.replace("2020,", "2021,", 1))
    (tmp_path / "three.json").write_text('[{"id": "moss", "title": "Fares"}]')
    text = "\\bibliography{one,more/two} % \\bibliography{four}\n\\addbibresource[label=x]{three.json}\nWells ran dry."
    document = read(tmp_path, "a.tex", text)
    assert keys(document) == ["linde2020", "linde2021", "moss"]
    assert [Path(file.path).name for file in document.bibliographies] == ["one.bib", "two.bib", "three.json"]
    assert [file.named.of(text) for file in document.bibliographies if file.named] == ["one", "more/two", "three.json"]
    assert problems(document) == [None, None, None]
    assert [record.path for record in document.records[:1]] == [str(tmp_path / "one.bib")]


def test_front_matter_names_files_and_describes_sources(tmp_path: Path) -> None:
    (tmp_path / "one.bib").write_text(ENTRY)
    text = (
        "---\nbibliography:\n- one.bib\n- 'two.yaml'\nreferences:\n- id: own\n  title: Tides\n---\n\nWells ran dry.\n"
    )
    (tmp_path / "two.yaml").write_text("references:\n- id: moss\n  title: Fares\n")
    document = read(tmp_path, "a.md", text)
    assert keys(document) == ["own", "linde2020", "moss"]
    own = document.records[0]
    assert own.path is None
    assert own.span.of(text) == own.text == "id: own\n  title: Tides"
    assert own.line == 6


def test_sources_may_be_described_at_the_end(tmp_path: Path) -> None:
    text = "Wells ran dry in 1911 [@own].\n\n---\nreferences:\n- id: own\n  title: Tides\n...\n"
    document = read(tmp_path, "a.md", text)
    assert keys(document) == ["own"]
    assert document.records[0].span.of(text) == document.records[0].text
    assert [block.kind for block in document.blocks] == ["paragraph", "metadata"]


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.tex"])
def test_a_file_of_the_same_name_belongs_to_the_text(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.bib").write_text(ENTRY)
    document = read(tmp_path, name, "Wells ran dry.\n")
    assert keys(document) == ["linde2020"]
    assert document.bibliographies[0].named is None


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../up.bib", "sub/../../up.bib", "C:\\up.bib", "\\\\host\\up.bib", "~/up.bib", "..\\up.bib"]
)
def test_nothing_outside_the_folder_is_opened(tmp_path: Path, name: str) -> None:
    (tmp_path / "up.bib").write_text(ENTRY)
    (tmp_path / "in" / "sub").mkdir(parents=True)
    document = read(tmp_path / "in", "a.md", f"---\nbibliography: '{name}'\n---\n\nWells ran dry.\n")
    assert keys(document) == []
    assert problems(document) == ["it lies outside the folder of the text and is not opened"]


def test_links_and_pipes_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "up.bib").write_text(ENTRY)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "link.bib").symlink_to(tmp_path / "up.bib")
    os.mkfifo(folder / "pipe.bib")
    document = read(folder, "a.tex", "\\bibliography{link,pipe}\nWells ran dry.")
    assert problems(document) == ["it is a link that leads out of the folder of the text", "it is no regular file"]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "binary.bib").write_bytes(b"\x00\x01" * 50)
    (tmp_path / "broken.json").write_text('[{"id": "a"}, {')
    (tmp_path / "other.ris").write_text("TY  - BOOK")
    (tmp_path / "latin.bib").write_bytes(ENTRY.replace("Linde", "Lindé").encode("latin-1"))
    named = "gone.bib, binary.bib, broken.json, other.ris, latin.bib, 'https://x.example/r.bib'"
    document = read(tmp_path, "a.md", f"---\nbibliography: [{named}]\n---\n\nWells ran dry.\n")
    found = problems(document)
    assert found[:2] == ["there is no such file", "it is not text"]
    assert found[2] is not None
    assert "line 1" in found[2]
    assert found[3] is not None
    assert "format" in found[3]
    assert found[4:] == [None, "it is an address; only files beside the text are opened"]
    assert keys(document) == ["a", "linde2020"]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(ENTRY)
    assert keys(read(tmp_path, "a.tex", "\\bibliography{a,./a}\\addbibresource{a.bib} Wells.")) == ["linde2020"]


def test_a_chapter_has_the_bibliography_of_its_book(tmp_path: Path) -> None:
    (tmp_path / "book.bib").write_text(ENTRY)
    book = "\\documentclass{book}\\begin{document}\\include{chapters/one}\\bibliography{book}\\end{document}"
    (tmp_path / "main.tex").write_text(book)
    (tmp_path / "other.tex").write_text(book.replace("chapters/one", "chapters/two").replace("{book}\\end", "{b}\\end"))
    document = read(tmp_path, "chapters/one.tex", "Wells ran dry \\cite{linde2020}.")
    assert keys(document) == ["linde2020"]
    assert os.path.samefile(document.records[0].path or "", tmp_path / "book.bib")


def test_what_a_text_includes_may_name_the_bibliography(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(ENTRY)
    (tmp_path / "back.tex").write_text(
        "\\begin{thebibliography}{9}\\bibitem{moss} P. Moss, Fares, 2018.\n\\end{thebibliography}"
    )
    (tmp_path / "loop.tex").write_text("\\input{loop}\\input{a}\\bibliography{a}")
    document = read(tmp_path, "a.tex", "\\input{back}\\input{loop}\\input{../up}\\input{gone} Wells ran dry.")
    assert sorted(keys(document)) == ["linde2020", "moss"]
    assert next(one for one in document.records if one.key == "moss").text == "P. Moss, Fares, 2018."


def test_a_compiled_list_stands_in_for_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "a.bbl").write_text(
        "\\begin{thebibliography}{1}\n\\bibitem[Moss(2018)]{moss}\nP.~Moss.\n\\newblock Fares, 2018.\n"
        "\\end{thebibliography}\n"
    )
    document = read(tmp_path, "a.tex", "\\bibliography{gone}\nWells ran dry \\cite{moss}.")
    assert keys(document) == ["moss"]
    assert problems(document) == [None]


def test_bytes_without_a_file_open_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.bib").write_text(ENTRY)
    document = readers.read_bytes(
        b"\\bibliography{a} Wells.", path="https://x.example/a.tex", url="https://x.example/a.tex"
    )
    assert document.records == ()
