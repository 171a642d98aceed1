"""The index of a fact base: SQLite in the user's cache folder, a cache and nothing more.

Built on first use and whenever the file changes, replaced atomically. Missing, stale, damaged, from
another version or not writable, the answer is the same, only slower.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cci_cli.index.cache import open_index
    from cci_cli.index.store import Index

__all__ = ["Index", "open_index"]


def __getattr__(name: str) -> object:
    """What this package offers, loaded when it is asked for: Tab needs only to find an index."""
    if name == "open_index":
        from cci_cli.index.cache import open_index

        return open_index
    if name == "Index":
        from cci_cli.index.store import Index

        return Index
    raise AttributeError(name)
