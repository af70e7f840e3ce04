"""Extraction: its speed on one core, whether its cost grows with the text alone, and the memory it takes.

    python -m tests.benchmarks.extraction            # 10 KB to 10 MB
    python -m tests.benchmarks.extraction 100000000  # up to so many characters

Each size runs in a process of its own. Processor time counts, without the start of Python and imports. Limits: 300 KB a
second from 100 KB on, a ratio of ten between sizes. For comparison, the same run times the two passes that no
extraction can do without: sentencex over the paragraphs, and one regular expression over the characters.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

SIZES = (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000)
SLOWEST = 300  # KB a second
_WORD = re.compile(r"\w+")

_FIRST = "Ada Bruno Carla Dario Edith Farid Greta Hanno Ines Jonas Katya Leo Mira Nils Olga Pavel Rosa Stig Tove Ugo"
_LAST = "Adair Brandt Cole Draper Engel Falk Greer Holm Ibsen Jarvis Krane Lund Moreau Nyman Orlov Pryce Quist Rask"
_PLACES = "Ardel Brinmouth Casterby Dunlow Eastmere Fenwick Garrow Halden Inverlie Kestrel Bay Lorne Marlow Norvik"
_BODIES = "harbour board|water ministry|city council|rail union|grain exchange|lighthouse trust|tram company|river fund"
_THINGS = "bridge|ferry|reservoir|turbine|school|archive|tunnel|market hall|clinic|dam|observatory|canal|mill|quay"
_DONE = "closed|reopened|was sold|was flooded|was rebuilt|burned down|was inspected|ran dry|was widened|lost its roof"
_UNITS = "tonnes of grain|homes|passengers|kilometres of track|litres of milk|households|seats|acres|visitors a day"
_WHY = "after a vote|despite a warning|because the budget ran out|while repairs went on|before the winter storms"
_SAID = "said|told reporters|warned|insisted|wrote in a letter"


def sentences(random_: random.Random) -> Iterator[str]:
    """Sentences of many makes without end: figures, dates, quotations, opinions, citations, names that come again."""
    one = random_.choice

    def pick(table: str, mark: str = "|") -> str:
        return one(table.split(mark))

    def person() -> str:
        return f"{pick(_FIRST, ' ')} {pick(_LAST, ' ')}"

    def day() -> str:
        return f"{random_.randint(1, 28)} {pick('January March May June August October December', ' ')}"

    makes: tuple[Callable[[], str], ...] = (
        lambda: f"The {pick(_THINGS)} in {pick(_PLACES, ' ')} {pick(_DONE)} on {day()} {random_.randint(1900, 2024)}.",
        lambda: f"About {random_.randint(2, 900):,} {pick(_UNITS)} were lost {pick(_WHY)}.",
        lambda: f"{person()}, who runs the {pick(_BODIES)}, {pick(_SAID)} that the {pick(_THINGS)} {pick(_DONE)}.",
        lambda: f'"We counted {random_.randint(3, 99)} {pick(_UNITS)} before noon," {pick(_SAID)} {person()}.',
        lambda: f"It cost ${random_.randint(1, 90)}.{random_.randint(1, 9)} million, {random_.randint(2, 60)}% more.",
        lambda: f"{pick(_LAST, ' ')} and the {pick(_BODIES)} disagreed, and the {pick(_THINGS)} {pick(_DONE)}.",
        lambda: f"The {pick(_BODIES)} should have known better, and perhaps it did.",
        lambda: f"She called the {pick(_THINGS)} a mistake {pick(_WHY)}; they kept it open, but nobody came.",
        lambda: (
            f"Traffic over the {pick(_THINGS)} fell by a third ({pick(_LAST, ' ')}, {random_.randint(1990, 2023)})."
        ),
        lambda: f"Why the {pick(_THINGS)} near {pick(_PLACES, ' ')} was never finished is anybody's guess.",
        lambda: f"Under the {pick(_PLACES, ' ')} Treaty of {random_.randint(1920, 1999)} every {pick(_THINGS)} pays.",
        lambda: (
            f"{random_.randint(2, 9)} of the {random_.randint(10, 40)} wardens left between "
            f"{random_.randint(1950, 1979)} and {random_.randint(1980, 2010)}, {person()} among them."
        ),
    )
    while True:
        yield one(makes)()


def text(size: int) -> str:
    """``size`` characters of prose in paragraphs; the same in every run."""
    random_ = random.Random(size)
    source = sentences(random_)
    paragraphs: list[str] = []
    length = 0
    while length < size:
        paragraphs.append(" ".join(next(source) for _ in range(random_.randint(2, 7))))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)[:size]


def measure(size: int) -> None:
    """Print what one size costs; run in a process of its own."""
    from sentencex import get_sentence_boundaries

    from claimcheck.extract import extract
    from claimcheck.readers import read_bytes

    prose = text(size)
    extract(read_bytes(text(2_000).encode(), path="first.txt"))  # imports and word lists

    def seconds(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    document = read_bytes(prose.encode(), path="text.txt")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    took = seconds(lambda: extract(document))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    splitting = seconds(lambda: [get_sentence_boundaries("en", paragraph) for paragraph in prose.split("\n\n")])
    passing = seconds(lambda: sum(1 for _ in _WORD.finditer(prose)))
    print(json.dumps([took, splitting, passing, before * 1024, peak * 1024]))


def main(largest: int) -> None:
    print(
        f"{'characters':>11} {'seconds':>8} {'KB/s':>6} {'of limit':>8} {'ratio':>6}"
        f" {'peak memory':>12} {'bytes/char':>10} {'sentencex KB/s':>14} {'one pattern KB/s':>16}"
    )
    above = None
    for size in (size for size in SIZES if size <= largest):
        command = (sys.executable, "-m", "tests.benchmarks.extraction", "--measure", str(size))
        took, splitting, passing, before, peak = json.loads(subprocess.check_output(command, text=True))
        kilobytes = size / 1000
        ratio = f"{took / above:.1f}" if above else "-"
        print(
            f"{size:>11,} {took:>8.2f} {kilobytes / took:>6.0f} {kilobytes / took / SLOWEST:>7.2f}x {ratio:>6}"
            f" {peak / 1e6:>9.0f} MB {(peak - before) / size:>10.0f} {kilobytes / splitting:>14,.0f}"
            f" {kilobytes / passing:>16,.0f}",
            flush=True,
        )
        above = took


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000)
