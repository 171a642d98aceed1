"""The entry point: ``cci``, or ``python -m cci_cli``."""

import gc
import sys

# A lookup is mostly imports, which make many objects that live to the end of this short process.
# Looking through them for cycles, again and again and once more at the end, costs a fifth of the time.
gc.disable()

from cci_cli.cli.run import run  # noqa: E402
from cci_cli.environment import Environment  # noqa: E402


def main() -> None:
    """Run the program in the environment of this process, and leave with its exit status."""
    status = run(Environment.of_process())
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
