"""Conflicts, one file a kind."""
