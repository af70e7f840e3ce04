"""``claimcheck audit``: outputs, exit codes, and what is never said of a source that nobody read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from claimcheck.interchange import schema
from tests.cli.conftest import ARTICLE, Program


def test_offline_no_claim_is_called_unsupported(claimcheck: Program, article: Path) -> None:
    finished = claimcheck("audit", article.name, "--offline", "--format", "json")
    audit = json.loads(finished.stdout)
    Draft202012Validator(schema("audit")).validate(audit)
    verdicts = {claim["verdict"] for claim in audit["claims"]}
    assert verdicts <= {"unchecked", "uncited"}
    cited = [claim for claim in audit["claims"] if claim["citations"] and claim["kind"] == "statement"]
    assert cited
    assert all(claim["verdict"] == "unchecked" and "not-stored" in claim["reason"] for claim in cited)
    assert "nothing was fetched" in " ".join(audit["tool"]["notes"])
    assert finished.returncode == audit["summary"]["exit_code"] == 1  # (Weiss, 2020) names no entry


def test_fail_on_and_strict_decide_the_exit_code(claimcheck: Program, article: Path) -> None:
    never = ("audit", article.name, "--offline", "--quiet", "--fail-on", "never")
    assert claimcheck(*never).returncode == 0
    assert claimcheck(*never, "--strict").returncode == 3
    assert claimcheck("audit", article.name, "--offline", "--strict").returncode == 1
    article.write_text(article.read_text(encoding="utf-8").replace("; Weiss, 2020", ""), encoding="utf-8")
    looked = ("audit", article.name, "--offline", "--rules", "-nothing-checked")
    assert claimcheck(*looked).returncode == 0
    assert claimcheck(*looked, "--fail-on", "warning").returncode == 1


@pytest.mark.parametrize(
    ("option", "site", "reason", "help"),
    [
        (
            "--offline",
            "https://courier.example",
            "not-stored",
            "once with claimcheck audit bridge.md, without --offline",
        ),
        ("--frozen", "https://courier.example", "not-stored", "audit once without --frozen"),
        ("--quiet", "http://10.0.0.1", "unsafe", "with --allow-net"),
    ],
)
def test_an_audit_that_looked_at_no_source_fails(
    claimcheck: Program, article: Path, option: str, site: str, reason: str, help: str
) -> None:
    article.write_text(ARTICLE.format(site=site).replace("; Weiss, 2020", ""), encoding="utf-8")
    finished = claimcheck("audit", article.name, option)
    assert finished.returncode == 1
    said = f"error[nothing-checked]: no claim was held against a source (1 {reason}): nothing was checked"
    assert said in finished.stdout
    assert help in finished.stdout


def test_rules_can_be_chosen_and_left_out(claimcheck: Program, article: Path) -> None:
    only = claimcheck("audit", article.name, "--offline", "--rules", "uncited-claim", "-f", "json")
    assert set(json.loads(only.stdout)["summary"]["by_rule"]) == {"uncited-claim"}
    but = claimcheck("audit", article.name, "--offline", "--rules", "-uncited-claim", "-f", "json")
    assert "uncited-claim" not in json.loads(but.stdout)["summary"]["by_rule"]
    wrong = claimcheck("audit", article.name, "--offline", "--rules", "uncited-claims")
    assert wrong.returncode == 2
    assert "did you mean 'uncited-claim'?" in wrong.stderr


def test_several_reports_of_one_audit(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    outputs = ("--output", "json:a.json", "--output", "sarif:a.sarif", "--output", "markdown:a.md")
    finished = claimcheck("audit", article.name, "--offline", *outputs)
    assert finished.returncode == 1
    assert finished.stdout == ""
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("# Discrepancy report")
    again = claimcheck("report", "a.json", "--format", "markdown")
    assert again.stdout == (tmp_path / "a.md").read_text(encoding="utf-8")
    assert again.returncode == 1


def test_the_same_input_gives_the_same_bytes(claimcheck: Program, article: Path) -> None:
    command = ("audit", article.name, "--offline", "--format", "json", "--as-of", "2026-01-31")
    assert claimcheck(*command, PYTHONHASHSEED="1").stdout == claimcheck(*command, PYTHONHASHSEED="2").stdout


def test_piped_output_has_no_colour_and_is_not_cut(claimcheck: Program, article: Path) -> None:
    finished = claimcheck("audit", article.name, "--offline")
    assert "\x1b" not in finished.stdout + finished.stderr
    assert '"Weiss, 2020" names no entry of the bibliography' in finished.stdout


def test_a_text_without_claims_is_not_clean(claimcheck: Program, tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("Oh, how lovely the evening is!\n\nWho would not love it?\n", encoding="utf-8")
    finished = claimcheck("audit", "poem.txt", "--offline")
    assert "nothing was checked" in finished.stdout
    assert finished.returncode == 1


def test_an_audit_from_the_claims_file_alone(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    assert claimcheck("extract", article.name).returncode == 0
    article.unlink()
    finished = claimcheck("audit", "claims", "--offline", "--format", "json")
    audit = json.loads(finished.stdout)
    lines = (tmp_path / "claims" / "bridge.yaml").read_text(encoding="utf-8").splitlines()
    uncited = next(entry for entry in audit["findings"] if entry["rule"] == "uncited-claim")
    assert uncited["document"].endswith("bridge.yaml")
    assert uncited["claim"] in "".join(lines[uncited["line"] - 2 : uncited["line"] + 1])


BAD_INPUT = {
    "missing": ("nowhere.txt", "no such file"),
    "empty": ("empty.txt", "empty"),
    "binary": ("binary.txt", "binary"),
    "folder": ("hollow", "no text"),
}


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_is_named_with_a_remedy(claimcheck: Program, tmp_path: Path, case: str) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "hollow").mkdir()
    path, words = BAD_INPUT[case]
    finished = claimcheck("audit", path, "--offline")
    assert finished.returncode == 2
    assert path in finished.stderr
    assert words in finished.stderr
    assert "= help:" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_every_mistake_of_a_claims_file_is_reported(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    claimcheck("extract", article.name)
    path = tmp_path / "claims" / "bridge.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    sources:", "    sauces:", 1).replace("  media_type", "  mediatype", 1), "utf-8")
    finished = claimcheck("audit", "claims", "--offline")
    assert finished.returncode == 2
    assert "sauces" in finished.stderr
    assert "mediatype" in finished.stderr


@pytest.mark.parametrize(
    "content",
    ["schema: claimcheck/claims/1\ndocument: !!python/object/apply:os.system [date]\nclaims: []\n",
     "schema: claimcheck/claims/1\na: &a [x, x]\nb: &b [*a, *a]\nclaims: [*b, *b]\n"],
)  # fmt: skip
def test_yaml_that_does_more_than_hold_values_is_refused(claimcheck: Program, tmp_path: Path, content: str) -> None:
    (tmp_path / "evil.yaml").write_text(content, encoding="utf-8")
    finished = claimcheck("audit", "evil.yaml", "--offline")
    assert finished.returncode == 2
    assert "Traceback" not in finished.stderr


def test_a_lock_edited_by_hand_is_refused(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    (tmp_path / "claimcheck.lock").write_text("{not a lock\n", encoding="utf-8")
    finished = claimcheck("audit", article.name, "--frozen")
    assert finished.returncode == 2
    assert "claimcheck.lock:1" in finished.stderr


def test_an_output_that_cannot_be_written_is_told_before_any_work(
    claimcheck: Program, article: Path, tmp_path: Path
) -> None:
    for bad in ("nowhere/report.json", ".", "sarif:nowhere/a.sarif"):
        finished = claimcheck("audit", article.name, "--offline", "--output", "json:a.json", "--output", bad)
        assert finished.returncode == 3
        assert bad.removeprefix("sarif:") in finished.stderr
        assert "= help:" in finished.stderr
        assert "reading" not in finished.stderr
        assert not (tmp_path / "a.json").exists()
        assert not (tmp_path / "claimcheck.lock").exists()


def test_fingerprints_stay_when_lines_move(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    def fingerprints() -> tuple[list[str], list[str], list[int]]:
        # What is about a whole text stands in its first line.
        options = ("--rules", "-nothing-checked", "-o", "sarif:a.sarif", "-o", "gitlab:a.json")
        assert claimcheck("audit", article.name, "--offline", "--quiet", *options).returncode == 1
        results = json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
        lines = [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in results]
        issues = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
        marks = [result["partialFingerprints"]["claimcheck/v1"] for result in results]
        return marks, [issue["fingerprint"] for issue in issues], lines

    before = fingerprints()
    article.write_text("One more line.\n\n" * 5 + article.read_text(encoding="utf-8"), encoding="utf-8")
    after = fingerprints()
    assert after[:2] == before[:2]
    assert after[2] == [line + 10 for line in before[2]]


def test_a_report_never_takes_the_place_of_what_is_read(claimcheck: Program, article: Path) -> None:
    before = article.read_bytes()
    finished = claimcheck("audit", article.name, "--offline", "--output", f"markdown:./{article.name}")
    assert finished.returncode == 2
    assert "is what is to be read" in finished.stderr
    assert article.read_bytes() == before


def test_the_job_summary_is_written_where_the_workflow_wants_it(
    claimcheck: Program, article: Path, tmp_path: Path
) -> None:
    finished = claimcheck("audit", article.name, "--offline", "-f", "github", GITHUB_STEP_SUMMARY="summary.md")
    assert finished.stdout.startswith("::error file=bridge.md,line=")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("# Discrepancy report")


@pytest.mark.parametrize(
    "arguments",
    [("--format", "pdf"), ("--fail-on", "fatal"), ("--as-of", "yesterday"), ("--allow-net", "office"),
     ("--offline", "--refresh"), ("-o", "a.json", "-o", "a.json"), ("--jobs", "0"), ("--no-such-option",)],
)  # fmt: skip
def test_wrong_usage_exits_2(claimcheck: Program, article: Path, arguments: tuple[str, ...]) -> None:
    assert claimcheck("audit", article.name, *arguments).returncode == 2


def test_frozen_opens_no_socket(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    """A process that may not open a socket still finishes a frozen audit."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "def watch(event, _):\n"
        "    if event.startswith('socket.'):\n"
        "        raise RuntimeError('a socket was opened: ' + event)\n"
        "sys.addaudithook(watch)\n"
    )
    watched = {"PYTHONPATH": str(tmp_path)}
    finished = claimcheck("audit", article.name, "--frozen", "--format", "json", **watched)
    assert finished.returncode == 1, finished.stderr
    assert json.loads(finished.stdout)["summary"]["checked"] == 0
    online = claimcheck("verify", "--claim", "It rained.", "--source", "http://127.0.0.1:9/", **watched)
    assert online.returncode == 3  # the watch works: what is refused here is the page, or the socket itself


def test_an_output_whose_prefix_is_no_format_is_refused(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    finished = claimcheck("audit", article.name, "--offline", "--output", "md:report.md")
    assert finished.returncode == 2
    assert "there is no report format 'md'" in finished.stderr
    assert not (tmp_path / "md:report.md").exists()


def test_a_baseline_lets_pass_what_is_known(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    looked = (article.name, "--offline", "--rules", "-nothing-checked")
    assert claimcheck("audit", *looked).returncode == 1
    written = claimcheck("baseline", *looked)
    assert written.returncode == 0
    assert "known finding" in written.stderr
    first = (tmp_path / "claimcheck.baseline").read_bytes()
    assert claimcheck("audit", *looked).returncode == 0
    article.write_text("A new line.\n\n" * 5 + article.read_text(encoding="utf-8"), encoding="utf-8")
    assert claimcheck("audit", *looked).returncode == 0
    assert claimcheck("baseline", *looked).returncode == 0
    assert (tmp_path / "claimcheck.baseline").read_bytes() == first
    article.write_text(article.read_text(encoding="utf-8").replace("Weiss, 2020", "Weiss, 2021"), encoding="utf-8")
    changed = claimcheck("audit", *looked)
    assert changed.returncode == 1
    assert "dangling-citation in bridge.md" in changed.stdout
    missing = claimcheck("audit", *looked, "--baseline", "nowhere")
    assert missing.returncode == 2
    assert "claimcheck baseline" in missing.stderr


def test_texts_of_one_name_in_two_folders_are_apart(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    for folder in ("2023", "2024"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.md").write_bytes(article.read_bytes())
    article.unlink()
    looked = (".", "--offline", "--rules", "-nothing-checked", "-q")
    audited = json.loads(claimcheck("audit", *looked, "-f", "json").stdout)
    marks = [(finding["document"], finding["fingerprint"]) for finding in audited["findings"]]
    assert len({mark for _, mark in marks}) == len(marks)
    # Whichever of the two is looked at alone, it is known by the same mark, and by the same words as the other.
    alone = json.loads(claimcheck("audit", "2024", *looked[1:], "-f", "json").stdout)
    assert [finding["fingerprint"] for finding in alone["findings"]] == [m for d, m in marks if d.startswith("2024")]
    # A baseline of before the folder was part of it holds the words alone: it stays valid.
    assert claimcheck("baseline", *looked).returncode == 0
    rows = [json.loads(row) for row in (tmp_path / "claimcheck.baseline").read_text().splitlines()[1:]]
    assert {row["fingerprint"] for row in rows} == {mark.partition(".")[0] for _, mark in marks}
    assert claimcheck("audit", *looked).returncode == 0
    # Each has a claims file of its own.
    claimcheck("extract", ".", "-q")
    files = sorted((tmp_path / "claims").rglob("*.yaml"))
    assert [str(file.relative_to(tmp_path / "claims")) for file in files] == ["2024/index.yaml", "index.yaml"]
    again = json.loads(claimcheck("audit", *looked, "-f", "json").stdout)
    assert [finding["status"] for finding in again["findings"]] == ["baseline"] * len(marks)


def test_a_text_from_standard_input_is_shown(claimcheck: Program, article: Path, tmp_path: Path) -> None:
    text = article.read_text(encoding="utf-8")
    claimcheck("audit", "-", "--offline", "-o", "html:report.html", "-o", "json:audit.json", stdin=text)
    shown = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "The text itself cannot be shown" not in shown
    assert "# The bridge at Arnmouth" in shown
    claimcheck("audit", "-", "--offline", "-o", "json:other.json", stdin=text.replace("Arnmouth", "Eide"))
    claimcheck("report", "audit.json", "-o", "html:later.html")
    assert "it was read from standard input" in (tmp_path / "later.html").read_text(encoding="utf-8")
