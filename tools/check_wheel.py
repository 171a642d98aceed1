"""Whether a built wheel holds what it should and nothing else, and two builds are the same bytes.

    python tools/check_wheel.py WHEEL [ANOTHER]

What it should hold is what git tracks under ``src``, the fact base, and the wheel's own ``dist-info``. Exit
status 1 and what differs, if it is not so.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: What a wheel says of itself.
METADATA = {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}


def main() -> int:
    """Compare, and tell; the exit status."""
    wheels = [Path(name) for name in sys.argv[1:3]]
    if not wheels:
        sys.stderr.write(f"{__doc__}")
        return 2
    held, wanted = contents(wheels[0]), tracked()
    complaints = [f"missing: {name}" for name in sorted(wanted - held)]
    complaints += [f"not wanted: {name}" for name in sorted(held - wanted)]
    sums = {hashlib.sha256(path.read_bytes()).hexdigest() for path in wheels}
    if len(sums) > 1:
        complaints.append("the two builds differ")
    sys.stdout.write("".join(f"{line}\n" for line in complaints))
    if not complaints:
        sys.stdout.write(f"{wheels[0].name}: {len(held)} files, sha256 {sums.pop()}\n")
    return 1 if complaints else 0


def contents(wheel: Path) -> set[str]:
    """The files in a wheel; those of its ``dist-info`` without the version."""
    with zipfile.ZipFile(wheel) as archive:
        names = [each for each in archive.namelist() if not each.endswith("/")]
    folder = f"{'-'.join(wheel.name.split('-')[:2])}.dist-info/"
    return {f"dist-info/{name.removeprefix(folder)}" if name.startswith(folder) else name for name in names}


def tracked() -> set[str]:
    """The files that git tracks, as they are named in a wheel."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "src"],  # noqa: S607 - git is where the path says
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = {name.removeprefix("src/") for name in listed.stdout.split("\0") if name}
    return names | {"cci_cli/data/facts.toml"} | {f"dist-info/{name}" for name in METADATA}


if __name__ == "__main__":
    sys.exit(main())
