"""What large fact bases cost: the build of their index, and an answer out of it beside the built-in base's.

    python benchmarks/scale.py [OBSERVATIONS ...]

For each size (100,000 and 1,000,000 if none is given) a fact base is generated, its index built by the first
command and the tables of the search by the first search. Then, round after round with the built-in base, one
fact, one topic's year and several searches are asked for, and the medians compared. ``build`` is the whole
first command, ``memory`` the most that it held at a time.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import written

SIZES = (100_000, 1_000_000)
ROUNDS = 7
#: What is asked of the built-in base, and of a generated one.
QUESTIONS = {
    "lookup": (["show", "finance.cross-border-financing"], ["show", "logistics.f11"]),
    "topic": (["finance", "--year", "2019"], ["finance", "--year", "2019"]),
    "search, rare": (["search", "latency"], ["search", "Anbelcor"]),
    "search, common": (["search", "rail-sea trains"], ["search", "freight trains"]),
    "search, Chinese": (["search", "重庆航班"], ["search", "重庆航班"]),
    "search, pinyin": (["search", "kuajing rongzi"], ["search", "kuajing daikuan"]),
    "search, misspelt": (["search", "passangers"], ["search", "passangers"]),
    "search, figure": (["search", "137 projects"], ["search", "137 projects"]),
    "search, question": (
        ["search", "how many flights between Chongqing and Singapore in 2024"],
        ["search", "how many flights between Chongqing and Singapore in 2024"],
    ),
}


def main() -> None:
    """Measure each size, and print a table."""
    sizes = [int(each) for each in sys.argv[1:]] or SIZES
    cci = shutil.which("cci", path=str(Path(sys.executable).parent)) or "cci"
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            measure([cci], size, Path(folder))


def measure(cci: list[str], size: int, folder: Path) -> None:
    """Build a base of a size, ask, and print."""
    facts, variables = folder / "facts.toml", os.environ | {"XDG_CACHE_HOME": str(folder / "cache")}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    with facts.open("w", encoding="utf-8") as file:
        file.writelines(written(size))
    run([*cci, "finance", "--json"], variables)
    built = run([*cci, "--facts", str(facts), "show", "logistics.f11", "--json"], variables)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    index = max(each.stat().st_size for each in (folder / "cache").rglob("facts-*.index"))
    sys.stdout.write(
        f"{size:,} observations, {facts.stat().st_size / 1e6:,.0f} MB of TOML: build {built:.1f} s, "
        f"memory {peak:,.0f} MB, index {index / 1e6:,.0f} MB\n"
    )
    made = run([*cci, "--facts", str(facts), "search", "latency", "--json"], variables)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    tables = max(each.stat().st_size for each in (folder / "cache").rglob("facts-*.search"))
    sys.stdout.write(
        f"  first search {made:.1f} s, memory at most {peak:,.0f} MB, its tables {tables / 1e6:,.0f} MB\n"
    )
    run([*cci, "search", "latency", "--json"], variables)
    times: dict[str, list[list[float]]] = {name: [[], []] for name in QUESTIONS}
    for _ in range(ROUNDS):
        for name, (small, large) in QUESTIONS.items():
            times[name][0].append(run([*cci, *small, "--json"], variables))
            times[name][1].append(run([*cci, "--facts", str(facts), *large, "--json"], variables))
    for name, measured in times.items():
        small_time, large_time = (statistics.median(each) for each in measured)
        sys.stdout.write(
            f"  {name:20}{small_time * 1000:8.1f} ms built-in {large_time * 1000:8.1f} ms here"
            f"{large_time / small_time:8.2f}\n"
        )


def run(command: list[str], variables: dict[str, str]) -> float:
    """The seconds that a command takes; that nothing is found is an answer too."""
    start = time.perf_counter()
    done = subprocess.run(
        command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
