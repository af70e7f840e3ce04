"""What surrounds every command: errors in plain words, the right exit code, and no bug dressed as a finding."""

from __future__ import annotations

import functools
import os
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn, ParamSpec

from claimcheck.errors import ClaimcheckError

P = ParamSpec("P")
INTERRUPTED = 130
NOT_FINISHED = 3
MALFORMED = 2


def guarded(command: Callable[P, int | None]) -> Callable[P, None]:
    """Turn a command that returns its exit code into one that leaves the process with it."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs) or 0
            sys.stdout.flush()
        except ClaimcheckError as error:
            print(f"error: {error}", file=sys.stderr)
            code = error.exit_code
        except KeyboardInterrupt:
            print("interrupted: what was fetched and written so far is kept", file=sys.stderr)
            _leave(INTERRUPTED)
        except BrokenPipeError:
            # The reader of the pipe ("| head") has seen enough; that is neither a finding nor a crash.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        except MemoryError:
            print("error: out of memory; nothing was decided\n  = help: audit fewer texts at a time", file=sys.stderr)
            code = NOT_FINISHED
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            print(f"error: {place}{error.strerror or error}", file=sys.stderr)
            code = NOT_FINISHED
        except Exception:
            traceback.print_exc()
            print(
                "error: this is a bug in claimcheck, not a finding about your text; nothing was decided\n"
                "  = help: please report it with the lines above and, if you can, the text",
                file=sys.stderr,
            )
            code = NOT_FINISHED
        raise SystemExit(code)

    return run


def _leave(code: int) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    raise SystemExit(code)
