"""Every score: ``python -m tests.eval``. Errors are printed for the open half only."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> None:
    for script in sorted(Path(__file__).parent.glob("score_*.py")):
        print(f"== {script.stem.removeprefix('score_')}", flush=True)
        finished = subprocess.run(
            [sys.executable, "-m", f"tests.eval.{script.stem}"], capture_output=True, text=True, check=True
        )
        print(
            "\n".join(
                line for line in finished.stdout.splitlines() if line.startswith(("open", "sealed", "  faithful"))
            )
        )


if __name__ == "__main__":
    main()
