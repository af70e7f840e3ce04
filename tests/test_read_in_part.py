"""What a source hides from its prose is never held against a claim: could not look is not "not supported"."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.config import Config
from claimcheck.model import Ruling
from claimcheck.pipeline import verify
from tests.readers import docx_samples as word

HEAD = "The Orla valley lies in the north of the county. Its river is short and steep."
CLAIM = "The flood at Orla killed 4,312 people."


def _held(folder: Path, name: str, body: str, claim: str = CLAIM) -> Ruling:
    path = folder / name
    path.write_text(f"{HEAD}\n\n{body}\n", encoding="utf-8")
    return verify(claim, str(path), Config())[0]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("infobox.wiki", "{{Infobox flood\n|name=Orla flood\n|deaths=4,312\n}}\n\nThe flood killed many people."),
        ("template.wiki", "The flood at Orla killed {{nts|4312}} people."),
        ("note.wiki", "The valley was empty then.<ref>The flood at Orla killed 4,312 people.</ref>"),
        ("input.tex", "\\section{Floods}\nSee below.\n\\input{floods}"),
        ("macro.tex", "\\newcommand{\\deaths}{4,312}\nThe flood at Orla killed \\deaths\\ people."),
        ("note.tex", "The valley was empty.\\footnote{The flood at Orla killed 4,312 people.}"),
        ("table.tex", "\\begin{tabular}{ll}\nOrla & 4,312 \\\\\n\\end{tabular}"),
        ("code.md", "In all it killed `4,312` people at Orla."),
        ("fenced.md", "```\nThe flood at Orla killed 4,312 people.\n```"),
    ],
)
def test_what_stands_outside_the_prose_accuses_nobody(tmp_path: Path, name: str, body: str) -> None:
    ruling = _held(tmp_path, name, body)
    assert ruling.verdict in {"supported", "unchecked"}, ruling
    assert ruling.verdict == "supported" or ruling.reason == "read-in-part"


def test_a_figure_of_the_infobox_is_not_contradicted_by_one_of_the_prose(tmp_path: Path) -> None:
    body = "{{Infobox flood\n|deaths=4,312\n}}\n\nThe flood at Orla killed 300 people in Ely."
    assert _held(tmp_path, "a.wiki", body).reason == "read-in-part"


@pytest.mark.parametrize("name", ["a.wiki", "a.tex", "a.md", "a.txt"])
def test_what_the_prose_says_is_still_held_against_the_claim(tmp_path: Path, name: str) -> None:
    assert _held(tmp_path, name, "The flood at Orla killed 300 people.").verdict == "contradicted"
    assert _held(tmp_path, name, CLAIM).verdict == "supported"


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_silence_of_a_text_read_whole_still_counts(tmp_path: Path, name: str) -> None:
    assert _held(tmp_path, name, "The county keeps a list of floods.").verdict == "unsupported"


def test_a_word_file_with_a_drawing_is_read_in_part(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    for parts, verdict in (({}, "unsupported"), ({"word/diagrams/data1.xml": "<x/>"}, "unchecked")):
        path.write_bytes(word.docx(word.p(HEAD), word.p("The county keeps a list of floods."), parts=parts))
        assert verify(CLAIM, str(path), Config())[0].verdict == verdict
