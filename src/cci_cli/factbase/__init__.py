"""From a TOML file to the model, with every fault and its place."""

from __future__ import annotations

from cci_cli.factbase.faults import FactBaseError, Fault
from cci_cli.factbase.load import load

__all__ = ["FactBaseError", "Fault", "load"]
