"""Days of publication of real pages: ours, and htmldate's beside them where it is installed.

    python -m tests.benchmarks.dates [ARCHIVE]

The pages come without a day written down by people. What can be counted: how many are dated at all; where the address
holds the day, how many say the same; and where both say a day, by how many days they differ. Every page that is dated
by what it shows alone, and every difference of more than a day, is listed to be looked at.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import re
import sys
import tarfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from claimcheck.readers import html

from .pages import PAGES, pages

_IN_ADDRESS = re.compile(r"/(20\d\d)[/-](\d\d)[/-](\d\d)\b")


def addresses(archive: Path) -> list[str]:
    with tarfile.open(archive) as tar:
        member = next(member for member in tar.getmembers() if member.name.endswith("ground-truth.json"))
        stream = tar.extractfile(member)
        assert stream is not None
        truth = json.loads(stream.read())
    return [truth[name]["url"] for name in sorted(truth)]


def main(archive: Path) -> None:
    find_date: Callable[..., str | None] | None = None
    with contextlib.suppress(ImportError):
        find_date = importlib.import_module("htmldate").find_date
    counts = {"ours": 0, "htmldate": 0}
    agree = {"ours": 0, "htmldate": 0}
    cost = {"ours": 0.0, "htmldate": 0.0}
    told = modified = total = 0
    for (content, _), url in zip(pages(archive), addresses(archive), strict=True):
        total += 1
        start = time.process_time()
        metadata = html.read(content, path=url, url=url).metadata
        cost["ours"] += time.process_time() - start
        modified += metadata.modified is not None
        start = time.process_time()
        other = find_date(content.decode("utf-8", "replace"), original_date=True) if find_date else None
        cost["htmldate"] += time.process_time() - start
        found = {"ours": metadata.published, "htmldate": other}
        address = _IN_ADDRESS.search(url)
        told += address is not None
        for name, day in found.items():
            counts[name] += day is not None
            agree[name] += address is not None and day is not None and day[:10] == "-".join(address.groups())
        if other and (metadata.published is None or abs(_days(other, metadata.published)) > 1):
            print(f"  ours {metadata.published}, htmldate {other}: {url[:100]}")
    for name in counts:
        whole = " with all reading" if name == "ours" else ""
        print(
            f"{name}: {counts[name]} dated, {agree[name]} of the {told} that have a day in their address say that day, "
            f"{1000 * cost[name] / max(1, total):.1f} ms a page{whole}"
        )
    print(f"days of modification: {modified}")


def _days(one: str, other: str) -> int:
    try:
        return (date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days
    except ValueError:
        return 0


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
