"""claimcheck: is this sentence borne out by the page it cites?

``extract``, ``verify`` and ``audit`` do what the commands of the same name do and return typed, frozen values; all of
them are described in ``claimcheck.model``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.model import Audit, Extraction, Ruling

    def extract(text: str, *, path: str = "text.txt") -> Extraction:
        """The claims, citations and references of ``text``; the suffix of ``path`` says what format it is."""


__version__ = "0.1.0"
__all__ = ["__version__", "audit", "extract", "verify"]


def verify(claim: str, source: str) -> Ruling:
    """Hold ``claim`` against ``source``, the text of a source (not its address), by the judge of the settings.

    The ruling's ``score`` is the probability, 0 to 1, that the source supports the claim.
    """
    from claimcheck import config, judges

    return judges.verify(claim, source, judges.Choice(config.load().judge))


def audit(paths: Sequence[str], **options: Any) -> Audit:
    """Audit texts, claims files and folders of them, under the settings that hold in the working folder.

    Args:
        paths: what to audit.
        options: settings to override, the fields of ``claimcheck.config.Config`` (``mode="offline"``), and ``as_of``,
            the ``datetime.date`` that decides what has expired (default: today).

    Raises:
        ClaimcheckError: a text or a file of settings cannot be used.
    """
    from datetime import date

    from claimcheck import config, pipeline

    as_of = options.pop("as_of", None) or date.today()
    settings = config.override(config.load(), **options)
    return pipeline.audit(list(paths), settings, as_of=as_of, progress=pipeline.Silent())


def __getattr__(name: str) -> Any:
    # The room "extract" is a callable module: it is both ``claimcheck.extract(text)`` and the package of that name.
    if name == "extract":
        from importlib import import_module

        return import_module("claimcheck.extract")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
