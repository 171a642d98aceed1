"""English words that were meant to be others: found by what two spellings share.

A word with one wrong letter is found by trying every such word (Norvig, "How to Write a Spelling Corrector"),
one with two by a third that is right, shifted by two letters at most (Li, Deng, Wang and Feng, "Pass-Join",
PVLDB 5, 2011): the work does not grow with the number of words.
"""

from __future__ import annotations

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
#: A word has so many letters at least before two of them may be wrong.
TWO_WRONG = 6
_SHIFT = 2


def thirds(word: str) -> list[tuple[int, str]]:
    """Where each third of a word begins, and its letters; none for a word too short to be found by them."""
    if len(word) < TWO_WRONG - _SHIFT:
        return []
    size, more = divmod(len(word), 3)
    sizes = [size, size, size]
    for number in range(more):
        sizes[2 - number] += 1
    found, start = [], 0
    for each in sizes:
        found.append((start, word[start : start + each]))
        start += each
    return found


def one_away(word: str) -> set[str]:
    """Every spelling with one letter more, less, other, or two neighbours exchanged."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    fewer = {left + right[1:] for left, right in halves if right}
    exchanged = {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    other = {left + letter + right[1:] for left, right in halves if right for letter in _LETTERS}
    more = {left + letter + right for left, right in halves for letter in _LETTERS}
    return (fewer | exchanged | other | more) - {word}


def keys(word: str) -> set[tuple[int, int, str]]:
    """The thirds by which a word two letters away may be found: length, number, letters."""
    found = set()
    for length in range(max(len(word) - _SHIFT, 4), len(word) + _SHIFT + 1):
        for number, (start, letters) in enumerate(thirds("x" * length)):
            for shift in range(-_SHIFT, _SHIFT + 1):
                part = word[max(start + shift, 0) : start + shift + len(letters)]
                if len(part) == len(letters):
                    found.add((length, number, part))
    return found


def distance(one: str, other: str, most: int = 2) -> int:
    """How many letters set two words apart, an exchange of neighbours being one; at most one above ``most``.

    The optimal string alignment distance (Damerau, CACM 7, 1964).
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, right in enumerate(other, start=1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                least = min(least, last[j - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
    return row[-1]
