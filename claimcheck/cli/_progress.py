"""Progress of long work, on standard error, for people only: a pipe or --quiet sees nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

from claimcheck.pipeline import Progress, Silent

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


class Bar:
    """A bar per stage; it is gone when the work is done."""

    def __init__(self) -> None:
        self._bars: Bars | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        from rich import progress as parts
        from rich.console import Console

        self._bars = parts.Progress(
            parts.TextColumn("{task.description:<12}"),
            parts.BarColumn(bar_width=24),
            parts.MofNCompleteColumn(),
            parts.TimeElapsedColumn(),
            parts.TextColumn("{task.fields[what]}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._bars is not None
        self._bars.stop()

    def begin(self, stage: str, total: int) -> None:
        assert self._bars is not None
        if self._task is not None:
            self._bars.remove_task(self._task)
        self._task = self._bars.add_task(stage, total=total, what="")

    def step(self, what: str = "") -> None:
        assert self._bars is not None
        if self._task is not None:
            # A URL may hold terminal escapes; only what is printable is shown.
            shown = "".join(letter for letter in what if letter.isprintable())
            self._bars.update(self._task, advance=1, what=shown[:60])


@contextmanager
def progress(quiet: bool) -> Iterator[Progress]:
    """A bar when a person watches, silence otherwise."""
    if quiet or not sys.stderr.isatty():
        yield Silent()
    else:
        with Bar() as bar:
            yield bar
