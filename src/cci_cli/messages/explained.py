"""How a fault is explained."""

from __future__ import annotations

from typing import NamedTuple


class Explained(NamedTuple):
    """Why something is a fault, and what to do about it, each in English and Chinese."""

    meaning: tuple[str, str]
    remedy: tuple[str, str]
