"""Where the words that were asked for stand in a text."""

from __future__ import annotations

from cci_cli.search.words import pairs, pieces, plain, tokens


def spans(text: str, matched: frozenset[str]) -> list[tuple[int, int]]:
    """Where the matched words stand in a text, as starts and ends."""
    found: list[tuple[int, int]] = []
    for piece in pieces(plain(text) if len(plain(text)) == len(text) else text.lower()):
        if piece.is_han:
            for at, pair in enumerate(pairs(piece.text)):
                if pair in matched:
                    found.append((piece.start + at, piece.start + at + len(pair)))
        elif set(tokens(piece.text)) & matched:
            found.append((piece.start, piece.end))
    return found
