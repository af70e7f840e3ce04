"""Look-alikes: sentences of real pages, whole and with one thing changed, held against their page.

    python -m tests.benchmarks.lookalikes [facts|embedded|FOLDER] [PAGES]

What must hold: every sentence supports itself; unrelated text added to the page takes no support away; of the claims
with one number changed at most 1 % are supported, of those with one name or "not" changed at most 5 %.
"""

from __future__ import annotations

import gzip
import io
import random
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claimcheck import judges, passages
from claimcheck.model import Document, Entity
from claimcheck.parse import entities, quantities
from claimcheck.readers import html

PAGES = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "pages" / "article-extraction-benchmark.tar.xz"
UNRELATED = (
    "\n\nThe pond behind the vicarage froze in the first week of the year, and the ducks walked to the baker's.\n"
)
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"[\d.,]+")


def documents(limit: int) -> Iterator[Document]:
    """The pages, read as the audit reads them."""
    with tarfile.open(PAGES) as archive:
        members = sorted((m for m in archive if m.name.endswith(".html.gz")), key=lambda member: member.name)
        for member in members[:: max(1, len(members) // limit)][:limit]:
            file = archive.extractfile(member)
            assert file is not None
            content = gzip.decompress(io.BytesIO(file.read()).getvalue())
            yield html.read(content, path=member.name)


def number_changed(sentence: str, order: random.Random) -> str | None:
    """The sentence with one exact number made at least a half larger; ``None`` where there is none."""
    exact = [
        found
        for found in quantities.find(sentence)
        if found.hedge == "exact" and (found.stated or 0) > 2 and _FIGURE.fullmatch(found.text)
    ]
    if not exact:
        return None
    found = order.choice(exact)
    assert found.stated is not None
    other = f"{round(found.stated * order.choice((1.5, 1.8, 2.5, 4))):,}"
    return sentence[: found.span.start] + other + sentence[found.span.end :]


def name_changed(sentence: str, others: list[Entity], order: random.Random) -> str | None:
    """The sentence with one person or place replaced by another one of the page, of the same kind."""
    said = set(_WORD.findall(sentence))
    pairs = [
        (found, other)
        for found in entities.find(sentence)
        for other in others
        if found.kind == other.kind and not set(_WORD.findall(f"{other.name} {other.text}")) & said
    ]
    if not pairs:
        return None
    found, other = order.choice(pairs)
    return sentence[: found.span.start] + other.text + sentence[found.span.end :]


def negated(sentence: str) -> str | None:
    """The sentence with a "not" behind its first helping verb, if it has one and denies nothing yet."""
    if re.search(r"\b(?:not|no|never|n't|nor|nobody|nothing|without)\b", sentence):
        return None
    changed = re.sub(r"\b(is|are|was|were|has|have|had|will|would|could|can)\b", r"\1 not", sentence, count=1)
    return changed if changed != sentence else None


def main(name: str, limit: int) -> None:
    choice, order = judges.Choice(name), random.Random(4)
    verdicts: dict[str, Counter[str]] = {}

    def hold(kind: str, claim: str, document: Document) -> str:
        verdict = judges.rule(judges.claim_of(claim), document, choice).verdict
        verdicts.setdefault(kind, Counter())[verdict] += 1
        return verdict

    for document in documents(limit):
        index = passages.index(document)
        lines = [
            " ".join(line.text.split())
            for line in index.sentences
            if line.body and line.kind == "paragraph" and 8 <= len(line.text.split()) <= 40
        ]
        people = [e for line in lines for e in entities.find(line) if e.kind in {"person", "place"}]
        longer = judges.document_of(document.prose + UNRELATED)
        for line in order.sample(lines, min(8, len(lines))):
            hold("itself", line, document)
            short = line.rsplit(", ", 1)[0]
            if short != line and len(short.split()) > 6:
                before = judges.rule(judges.claim_of(short), judges.document_of(document.prose), choice).verdict
                if before == "supported":
                    hold("supported before unrelated text", short, longer)
            for kind, claim in (
                ("number changed", number_changed(line, order)),
                ("name changed", name_changed(line, people, order)),
                ("not put in", negated(line)),
            ):
                if claim:
                    hold(kind, claim, document)
    for kind, counts in verdicts.items():
        total = sum(counts.values())
        print(f"{kind}: {total}, supported {100 * counts['supported'] / total:.1f} %, {dict(counts)}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "facts", int(sys.argv[2]) if len(sys.argv) > 2 else 181)
