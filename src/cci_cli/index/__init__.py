"""The index of a fact base: SQLite in the user's cache folder, a cache and nothing more.

Built on first use and whenever the file changes, replaced atomically. Missing, stale, damaged, from
another version or not writable, the answer is the same, only slower.
"""

from __future__ import annotations

from cci_cli.index.cache import open_index
from cci_cli.index.store import Index

__all__ = ["Index", "open_index"]
