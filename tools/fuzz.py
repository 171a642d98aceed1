"""Try very many cases on what reads untrusted text: the loader, queries, times, numbers and quotes.

    python tools/fuzz.py [--cases 100000] [--minutes 10] [TARGET...]

Each target ends after so many cases or minutes, whichever comes first; the first case that breaks it is made
as small as it can be, shown, and ends the run with status 1. The targets are those of ``tests/fuzzing.py``.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, Verbosity, given, settings

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fuzzing import TARGETS

if TYPE_CHECKING:
    from fuzzing import Target


class Enough(BaseException):
    """The time is over."""


def tried(target: Target, cases: int, seconds: float) -> int:
    """How many cases a target stood.

    Raises what breaks it.
    """
    until, stood = time.monotonic() + seconds, 0

    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        derandomize=False,
        verbosity=Verbosity.quiet,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(target.cases)
    def hold(case: Any) -> None:
        nonlocal stood
        if time.monotonic() > until:
            raise Enough
        target.hold(case)
        stood += 1

    with suppress(Enough):
        hold()
    return stood


def main() -> None:
    """Run the targets that were named, or all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=10)
    arguments = parser.parse_args()
    for name in arguments.targets or TARGETS:
        began = time.monotonic()
        stood = tried(TARGETS[name], arguments.cases, 60 * arguments.minutes)
        print(f"{name:8} {stood:>8,} cases in {time.monotonic() - began:.0f} s: none breaks it", flush=True)


if __name__ == "__main__":
    main()
