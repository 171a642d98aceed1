"""The entry point: ``cci``, or ``python -m cci_cli``."""

import gc
import os
import sys


def main() -> None:
    """Run the program in the environment of this process, and leave with its exit status."""
    # A lookup is mostly imports, which make many objects that live to the end of this short process.
    # Looking through them for cycles, again and again and once more at the end, costs a fifth of the time.
    gc.disable()
    try:
        status = _tab() if os.environ.get("_CCI_COMPLETE") else _run()
    except KeyboardInterrupt:  # while modules were still being loaded
        sys.stderr.write("Interrupted.\n")
        status = 130
    gc.freeze()
    sys.exit(status)


def _run() -> int:
    from cci_cli.cli.run import run
    from cci_cli.environment import Environment

    return run(Environment.of_process())


def _tab() -> int:
    """Answer a shell that asks what can stand at the cursor."""
    from cci_cli.completion.tab import answer

    try:
        sys.stdout.buffer.write(answer(sys.argv[1:], os.environ).encode(sys.stdout.encoding, "replace"))
        sys.stdout.flush()
    except (OSError, AttributeError):  # nobody listens any more
        return 1
    return 0


if __name__ == "__main__":
    main()
