"""The entry point: ``cci``, or ``python -m cci_cli``."""

import gc
import sys


def main() -> None:
    """Run the program in the environment of this process, and leave with its exit status."""
    # A lookup is mostly imports, which make many objects that live to the end of this short process.
    # Looking through them for cycles, again and again and once more at the end, costs a fifth of the time.
    gc.disable()
    try:
        from cci_cli.environment import Environment

        environment = Environment.of_process()
        if environment.variables.get("_CCI_COMPLETE"):  # a shell asks, at a Tab
            from cci_cli.completion.tab import answered as run
        else:
            from cci_cli.cli.run import run
        status = run(environment)
    except KeyboardInterrupt:  # while modules were still being loaded
        sys.stderr.write("Interrupted.\n")
        status = 130
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
