"""cci: the reference work on the China-Singapore (Chongqing) Connectivity Initiative, in a terminal."""

__version__ = "0.1.0"
