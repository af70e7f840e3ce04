"""Text of real pages: how much of the article is found, how much else is taken for it, and whether a number is lost.

    python -m tests.benchmarks.pages [ARCHIVE]

ARCHIVE is ``article-extraction-benchmark.tar.xz`` with ``html/ID.html.gz`` and ``ground-truth.json`` (article bodies
written down by people). Readers of the same run stand beside ours: trafilatura, readability-lxml, resiliparse; those
that are not installed are left out. F1 is over runs of four words, as that benchmark has it; number recall is the
share of the article's numbers that the text holds.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from claimcheck.model import Document

PAGES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "pages" / "article-extraction-benchmark.tar.xz"
_TOKEN = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
NO_TEXT = frozenset({"byline", "caption", "boilerplate", "metadata", "title"})


def pages(archive: Path) -> Iterator[tuple[bytes, str]]:
    """(bytes of the page, its article) for each page."""
    with tarfile.open(archive) as tar:
        files = {Path(member.name).name: member for member in tar.getmembers() if member.isfile()}

        def content(name: str) -> bytes:
            stream = tar.extractfile(files[name])
            assert stream is not None
            return stream.read()

        truth = json.loads(content("ground-truth.json"))
        for name in sorted(truth):
            yield gzip.decompress(content(f"{name}.html.gz")), truth[name]["articleBody"]


def runs(text: str) -> Counter[tuple[str, ...]]:
    words = _TOKEN.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


class Score:
    """Sums over pages; each page counts the same, whatever its length."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missed = self.seconds = 0.0
        self.numbers = self.held = self.pages = 0

    def add(self, text: str, article: str, seconds: float) -> None:
        ours, theirs = runs(text), runs(article)
        right = sum((ours & theirs).values())
        wrong, missed = sum((ours - theirs).values()), sum((theirs - ours).values())
        total = right + wrong + missed
        self.right, self.wrong, self.missed = (
            self.right + right / total, self.wrong + wrong / total, self.missed + missed / total,
        )  # fmt: skip
        numbers = Counter(_NUMBER.findall(article))
        self.numbers += sum(numbers.values())
        self.held += sum((numbers & Counter(_NUMBER.findall(text))).values())
        self.seconds += seconds
        self.pages += 1

    def __str__(self) -> str:
        precision, recall = self.right / (self.right + self.wrong), self.right / (self.right + self.missed)
        return (
            f"F1 {2 * precision * recall / (precision + recall):.3f} (precision {precision:.3f}, recall {recall:.3f})"
            f"  numbers {self.held / self.numbers:.4f} of {self.numbers:,}   {1000 * self.seconds / self.pages:5.1f} ms"
        )


def main_text(document: Document) -> str:
    """What we take for the article."""
    blocks = [block for block in document.blocks if block.body and block.kind not in NO_TEXT]
    return "\n".join(block.span.of(document.text) for block in blocks)


def ours(page: bytes) -> Document:
    from claimcheck.readers import read_bytes

    return read_bytes(page, path="page.html", media_type="text/html", url="https://example.org/page")


def peers() -> dict[str, Callable[[bytes], str]]:
    found: dict[str, Callable[[bytes], str]] = {}
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.encoding import bytes_to_str, detect_encoding

        found["resiliparse main"] = lambda page: extract_plain_text(
            bytes_to_str(page, detect_encoding(page) or "utf-8"), main_content=True, alt_texts=False
        )
    except ImportError:
        pass
    try:
        import trafilatura  # type: ignore[import-not-found,unused-ignore]

        found["trafilatura fast"] = lambda page: (
            trafilatura.extract(page, fast=True, include_comments=False, include_tables=True) or ""
        )
        found["trafilatura"] = lambda page: trafilatura.extract(page, include_comments=False) or ""
    except ImportError:
        pass
    try:
        import readability  # type: ignore[import-untyped,import-not-found,unused-ignore]
        from selectolax.lexbor import LexborHTMLParser

        def readable(page: bytes) -> str:
            tree = LexborHTMLParser(readability.Document(page.decode("utf-8", "replace")).summary())
            return tree.body.text(separator=" ") if tree.body is not None else ""

        found["readability-lxml"] = readable
    except ImportError:
        pass
    return found


def main(archive: Path) -> None:
    scores = {"claimcheck, whole text": Score(), "claimcheck, article": Score()}
    others = peers()
    scores.update((name, Score()) for name in others)
    for page, article in pages(archive):
        if not scores["claimcheck, article"].pages:
            ours(page)  # imports and tables
        start = time.process_time()
        document = ours(page)
        took = time.process_time() - start
        scores["claimcheck, whole text"].add(document.text, article, took)
        scores["claimcheck, article"].add(main_text(document), article, took)
        for name, read in others.items():
            start = time.process_time()
            try:
                text = read(page)
            except Exception as error:
                print(f"{name}: {error!r}", file=sys.stderr)
                text = ""
            scores[name].add(text, article, time.process_time() - start)
    for name, score in scores.items():
        print(f"{name:<24} {score}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
