"""What large fact bases cost: the build of their index, and an answer out of it beside the built-in base's.

    python benchmarks/scale.py [OBSERVATIONS ...]

For each size (100,000 and 1,000,000 if none is given) a fact base is generated. What is done once is told
with its time and the most memory that it held: the first lookup builds the index, the first search the tables
that searching asks. Then, round after round with the built-in base, one fact, one topic's year and several
searches are asked for, and the medians compared.
"""

from __future__ import annotations

import os
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
#: What is done once, in this order: the first lookup builds the index, the first search its tables.
ONCE = {
    "build": ["show", "logistics.f11", "--json"],
    "first search": ["search", "latency", "--json"],
    "compare two years": ["compare", "2023", "2024", "--topic", "logistics", "--json"],
    "export csv": ["export", "--format", "csv"],
    "export json": ["export", "--format", "json"],
}
#: What is asked of the built-in base, and of a generated one.
QUESTIONS = {
    "lookup": (["show", "finance.cross-border-financing"], ["show", "logistics.f11"]),
    "compare a fact": (
        ["compare", "2022..2024", "finance.cross-border-financing"],
        ["compare", "2022..2024", "logistics.f11"],
    ),
    "topic": (["finance", "--year", "2024"], ["finance", "--year", "2024"]),
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
    facts, variables = folder / "large.toml", os.environ | {"XDG_CACHE_HOME": str(folder / "cache")}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    with facts.open("w", encoding="utf-8") as file:
        file.writelines(written(size))
    run([*cci, "search", "latency", "--json"], variables)
    sys.stdout.write(f"{size:,} observations, {facts.stat().st_size / 1e6:,.0f} MB of TOML\n")
    base = [*cci, "--facts", str(facts)]
    for name, words in ONCE.items():
        seconds, memory = run([*base, *words], variables)
        sys.stdout.write(f"  {name:20}{seconds:8.1f} s {memory:8,.0f} MB of memory\n")
        sys.stdout.flush()
    for each in sorted((folder / "cache").rglob(f"{facts.stem}-*"), key=lambda each: -each.stat().st_size)[
        :2
    ]:
        sys.stdout.write(f"  {each.suffix:20}{each.stat().st_size / 1e6:8,.0f} MB\n")
    times: dict[str, list[list[float]]] = {name: [[], []] for name in QUESTIONS}
    for _ in range(ROUNDS):
        for name, (small, large) in QUESTIONS.items():
            times[name][0].append(run([*cci, *small, "--json"], variables)[0])
            times[name][1].append(run([*base, *large, "--json"], variables)[0])
    for name, measured in times.items():
        small_time, large_time = (statistics.median(each) for each in measured)
        sys.stdout.write(
            f"  {name:20}{small_time * 1000:8.1f} ms built-in {large_time * 1000:8.1f} ms here"
            f"{large_time / small_time:8.2f}\n"
        )


def run(command: list[str], variables: dict[str, str]) -> tuple[float, float]:
    """The seconds that a command takes, and the megabytes that it holds at most.

    That nothing is found is an answer too.
    """
    start = time.perf_counter()
    with subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return time.perf_counter() - start, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
