"""How much one run may spend: time and requests."""

from __future__ import annotations

import time


class Budget:
    """What is left of a run's time (seconds from now) and requests; ``None`` is no limit. Counts as it is spent."""

    def __init__(self, seconds: float | None = None, requests: int | None = None) -> None:
        self.seconds = seconds
        self.requests = requests
        self._end = None if seconds is None else time.monotonic() + seconds
        self._asked = 0

    def left_s(self) -> float:
        """Seconds that are left; infinite without a limit."""
        return float("inf") if self._end is None else max(0.0, self._end - time.monotonic())

    def spent(self) -> str | None:
        """What is used up, in words; ``None`` while there is some of everything."""
        if self.left_s() <= 0:
            return f"the time for this run (--max-time {self.seconds:g}) was over"
        if self.requests is not None and self._asked >= self.requests:
            return f"the requests for this run (--max-requests {self.requests}) were used up"
        return None

    def ask(self) -> str | None:
        """Takes one request; what is used up when there is none left."""
        why = self.spent()
        if why is None:
            self._asked += 1
        return why
