"""The entry point. Run as ``cci`` or ``python -m cci_cli``."""

import gc

# A lookup is mostly imports, which make many objects that live to the end of this short process:
# looking through them for cycles again and again costs a tenth of the time.
gc.disable()

from cci_cli.cli.run import main  # noqa: E402

__all__ = ["main"]

if __name__ == "__main__":
    main()
