"""The model behind the judge: a folder of the user's own, what is missing, and the same numbers every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import entailment, judges
from claimcheck.entailment import _session
from claimcheck.errors import ClaimcheckError
from tests.entailment import tiny

PAGE = "News of Velm\n\nThe mill at Velm was shut in 1998. It had forty workers."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny.write(tmp_path / "own-model")


def test_a_folder_of_ones_own_is_asked(folder: Path) -> None:
    model = entailment.of_folder(str(folder))
    found = model.chances("the mill closed", ["the mill shut", "the mill burnt"])
    assert found[0].supported > 0.9
    assert found[1].supported < 0.6
    assert found[0].contradicted == 0
    assert model.name.startswith("own-model@")


def test_a_chance_does_not_depend_on_its_neighbours(folder: Path) -> None:
    model = entailment.of_folder(str(folder))
    together = model.chances("the mill closed", ["the mill shut", "never " * 400, "the mill burnt"])
    assert together[2] == model.chances("the mill closed", ["the mill burnt"])[0]


@pytest.mark.parametrize(
    ("labels", "meant"),
    [
        (("contradiction", "entailment", "neutral"), "contradicted"),
        (("SUPPORTED", "REFUTED"), "supported"),
        (("not_entailment", "entailment"), "unsupported"),
        (("LABEL_0", "LABEL_1"), "unsupported"),
    ],
)
def test_the_labels_say_which_output_is_which(tmp_path: Path, labels: tuple[str, ...], meant: str) -> None:
    model = entailment.of_folder(str(tiny.write(tmp_path / "own", labels=labels)))  # the first output fires
    assert getattr(model.chances("the mill shut", ["mill"])[0], meant) > 0.9


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_folder_that_lacks_a_file_is_refused_by_name(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ClaimcheckError, match=name):
        entailment.of_folder(str(folder))


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_file_that_is_none_of_the_kind_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_text("{}")
    with pytest.raises(ClaimcheckError, match=r"no model that runs|not JSON"):
        entailment.of_folder(str(folder))


@pytest.mark.parametrize("text", ["", "\x00", "\ud800 mill", "mill " * 5000, "\u202emill"])
def test_odd_texts_do_not_crash_it(folder: Path, text: str) -> None:
    model = entailment.of_folder(str(folder))
    assert len(model.chances(text, [text, "mill"])) == 2


def test_without_the_file_the_facts_judge_and_the_note_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entailment, "FILE", "none.onnx")
    choice = judges.Choice("embedded")
    assert choice.model is None
    assert choice.notes == ("judged by the facts alone: the model file is missing",)
    ruling = judges.verify("The mill at Velm was shut in 1998.", PAGE, choice)
    assert ruling == judges.verify("The mill at Velm was shut in 1998.", PAGE)


def test_without_a_library_the_note_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entailment, "_LIBRARIES", ("no_such_library",))
    monkeypatch.setattr(entailment, "FILE", "__init__.py")
    assert judges.Choice("embedded").notes == ("judged by the facts alone: no_such_library is not installed",)


def test_a_ruling_names_the_model_that_was_asked(folder: Path) -> None:
    ruling = judges.verify("In 1998 the mill at Velm closed.", PAGE, judges.Choice(str(folder)))
    assert ruling.judge.startswith("facts/1+own-model@")


@pytest.mark.parametrize("claim", ["The mill at Velm was shut in 1988.", "The mill at Velm was not shut in 1998."])
def test_no_model_clears_a_failed_fact(folder: Path, claim: str) -> None:
    """The tiny model finds support in every passage that has "shut"."""
    assert judges.verify(claim, PAGE, judges.Choice(str(folder))).verdict in {"contradicted", "unsupported"}


def test_no_model_takes_support_from_a_sentence_of_the_source(tmp_path: Path) -> None:
    never = judges.Choice(str(tiny.write(tmp_path / "own", supports="burnt")))
    assert judges.verify("It had forty workers.", PAGE, never).verdict == "supported"


def test_no_model_accuses(tmp_path: Path) -> None:
    accusing = tiny.write(tmp_path / "own", labels=("contradiction", "entailment"))
    for claim in ("The mill at Velm was shut in 1998.", "The bakery had forty ovens.", "Forty people worked there."):
        alone = judges.verify(claim, PAGE)
        assert judges.verify(claim, PAGE, judges.Choice(str(accusing))).verdict != "contradicted" or (
            alone.verdict == "contradicted"
        )


def test_threads_are_fixed() -> None:
    assert _session.THREADS == 2
