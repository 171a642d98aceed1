"""Comparisons as pictures: in a terminal, and as files for a report."""

#: The endings of the files that can be written.
ENDINGS = (".svg", ".png", ".pdf")
