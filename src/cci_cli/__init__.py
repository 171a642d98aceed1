"""cci: the reference work on the China-Singapore (Chongqing) Connectivity Initiative, in a terminal."""

__version__ = "0.1.0"
#: The day on which this version was released; None until it is.
__released__: str | None = None
