# ruff: noqa: E501 -- a row of patterns is one family
"""Hostile megabytes through the readers and the extraction: no input of 1 MB may take more than 20 seconds.

    python -m tests.benchmarks.megabytes            # 1 MB of each pattern in each text format, worst first
    python -m tests.benchmarks.megabytes 250000     # so many characters
    python -m tests.benchmarks.megabytes 1000000 md # one format

A pattern is repeated until the size is reached; each runs in a process of its own, which is ended at three times the
limit. Processor time counts. The ratio behind each line is its share of the limit.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
from collections.abc import Iterator

LIMIT = 20.0  # seconds of processor time for a megabyte
FORMATS = {"txt": "text/plain", "md": "text/markdown", "html": "text/html", "tex": "text/x-tex", "wiki": "text/x-wiki"}
PATTERNS = {
    "plain": (
        "a", "A ", "Aa ", "1 ", "1,", "1.", "(", ")", "((", "(1) ", "[", "[1]", "[1][2]", '"', "“", "'", "« ", "- ", "--", "—",
        "\n", "\n\n", "a\n", "a\n\n", "1\n", "\t", "\u00a0", "\u2028", "\x00", "\ufeff", "İ", "\U0001d7d8", "۱", "漢", "가 ", "ש ",
        "The ", "of the ", "Mr. ", "e.g. ", "et al. ", "p. 3, ", "Vol. ", "No. 5 ", "(Aa, 2001) ", "(Aa & Bb, 2001; ", "Aa (2001) ",
        "ibid. ", "op. cit., ", "[@aa2001] ", "https://e.org/", "https://e.org/a ", "www.", "10.1000/", "doi:10.1/a ", "arXiv:2001.00001 ",
        "S/RES/2270 ", "Article 5 of the ", "Resolution ", "Act 1971 ", "v. ", "In re Aa ", "§ 5 ", "5 U.S.C. ", "$1.2bn ", "3 lakh ",
        "one hundred and ", "twenty-", "between 3 and ", "3 to 5 to ", "half of a third of ", "5 km ", "10% ", "3-2 ", "12:30 ", "+47 22 ",
        "3 March 2020 ", "March ", "2020-", "in the 1990s ", "last year ", "Q3 ", '"Aa," said Bb. ', 'He said "', "according to ", "said ",
        "not ", "if ", "which ", "who said that ", "and ", ", and ", "; ", "is was were ", "he she it ", "Aa-Bb-", "a.b.", "a/b/", "a_b_",
        "Aa Bb Cc Dd ", "AAAA ", "a" * 40 + " ", "1" * 40 + " ", "References\n", "1. Aa, B. (2001). Cc.\n", "Aa, B. (2001). Cc. https://e.org\n",
    ),
    "md": (
        "*", "_", "**a", "`", "```\n", "> ", "# ", "#", "| a ", "|-", "[a](", "[a](b) ", "![", "[^1]", "[^1]: a\n", "[a]: b\n", "<a>", "<!-- ",
        "- a\n", "  - a\n", "1. a\n", "\\", "~~", "$", "---\n", "<div>", "&amp;", "[[", "]] ",
    ),
    "html": (
        "<p>", "<p>a</p>", "<div>", "<a href='#a'>1</a>", "<a href=x>", "<sup>1</sup>", "<!--", "<table><tr><td>", "<li>a", "<script>", "&lt;",
        "<b>", "</b>", "<cite>a</cite>", "<blockquote>", "<h1>a</h1>", "<span style='display:none'>a</span>", "<img alt='a'>", "<br>",
    ),
    "tex": (
        "{", "}", "\\", "\\cite{a}", "\\cite{", "\\footnote{", "\\footnote{a}", "$", "$$", "%", "%\n", "\\begin{a}", "\\end{a}", "\\section{a}\n",
        "\\input{a}", "\\emph{", "\\'e", "~", "\\\\", "\\verb|a|", "\\item a\n", "\\bibitem{a} b\n", "\\newcommand{\\a}{b}",
    ),
    "wiki": (
        "{{", "}}", "{{a|b}}", "[[", "]]", "[[a|b]]", "'''", "''", "<ref>", "<ref>a</ref>", "<ref name=a />", "{|", "|}", "|-\n", "| a\n", "==a==\n",
        "* a\n", "{{cite web|url=https://e.org|title=a}}", "<nowiki>", "[https://e.org a] ", "{{sfn|Aa|2001}}", "__TOC__",
    ),
}  # fmt: skip
_CHILD = (
    "import sys, time\n"
    "from claimcheck.readers import read_bytes\n"
    "from claimcheck.extract import extract\n"
    "from claimcheck.errors import UnreadableText\n"
    "data = sys.stdin.buffer.read()\n"
    "began = time.process_time()\n"
    "try:\n"
    "    extract(read_bytes(data, path='a', media_type=sys.argv[1]))\n"
    "except UnreadableText:\n"
    "    pass\n"
    "print(time.process_time() - began)\n"
)


def inputs(size: int, formats: list[str]) -> Iterator[tuple[str, str, str]]:
    """Format, name and text of every case; for each format also a mixture of all its patterns, seeded."""
    for format_ in formats:
        patterns = PATTERNS["plain"] + PATTERNS.get(format_, ())
        for pattern in patterns:
            yield format_, repr(pattern)[:30], (pattern * (size // len(pattern) + 1))[:size]
        for seed in range(3):
            random_ = random.Random(seed)
            yield format_, f"mixture {seed}", "".join(random_.choices(patterns, k=size // 4))[:size]


def seconds(text: str, media_type: str) -> float | None:
    """Processor time of one case; ``None`` when it crashed, three times the limit when it was ended."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", _CHILD, media_type],
            input=text.encode("utf-8", "surrogatepass"),
            capture_output=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (int(3 * LIMIT),) * 2),
            check=False,
        )
    except OSError:
        return None
    if done.returncode == 0:
        return float(done.stdout)
    return 3 * LIMIT if done.returncode < 0 else None


def main(arguments: list[str]) -> None:
    size = int(arguments[0]) if arguments else 1_000_000
    formats = arguments[1:] or list(FORMATS)
    limit = LIMIT * size / 1_000_000
    found = []
    for format_, name, text in inputs(size, formats):
        took = seconds(text, FORMATS[format_])
        found.append((3 * LIMIT if took is None else took, format_, name, took is None))
        if took is None or took > limit:
            print(f"over the limit: {format_} {name} {'crashed' if took is None else f'{took:.1f} s'}", flush=True)
    found.sort(reverse=True)
    print(f"{len(found)} inputs of {size:,} characters; limit {limit:.1f} s; the slowest:")
    for took, format_, name, crashed in found[:12]:
        print(
            f"  {format_:5} {name:32} {'crashed' if crashed else f'{took:6.2f} s'}  ratio to the limit {took / limit:.2f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
