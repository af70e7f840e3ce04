"""Review: a person walks through the open findings of an audit in a browser; decisions go into the claims file at once.

``decisions`` says what each decision does to a claim and how it is taken back; ``desk`` knows the findings and writes
the claims files; ``page`` shows them; ``server`` answers one browser on this machine, and nobody else.
"""

from __future__ import annotations

from claimcheck.review.desk import Desk
from claimcheck.review.server import Server

__all__ = ["Desk", "Server"]
