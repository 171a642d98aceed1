"""Comparisons as pictures: in a terminal, and as files for a report."""
