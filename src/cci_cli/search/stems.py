"""English words by what they have in common: ``flights`` and ``flight``, ``centre`` and ``center``.

Lighter than Porter's stemmer (Porter, "An algorithm for suffix stripping", Program 14, 1980), from which the
order of its steps is taken: it must hold ``financing`` and ``financial`` apart, which are different things
here,
and bring British and American spellings together.
"""

from __future__ import annotations

from functools import lru_cache

#: Words that follow no rule.
_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "tonne": "ton", "tonnes": "ton", "metre": "meter", "metres": "meter", "kilometre": "kilometer",
    "chinese": "china", "singaporean": "singapor", "singaporeans": "singapor", "licence": "licens",
    "license": "licens", "licences": "licens", "cheque": "check", "programme": "program",
    "programmes": "program",
    "memoranda": "memorandum", "tyre": "tire", "aeroplane": "airplan", "aeroplanes": "airplan",
    "plane": "airplan", "planes": "airplan", "lorry": "truck", "lorries": "truck", "data": "data",
    "paid": "pay", "bonded": "bonded", "held": "hold", "built": "build", "sent": "send", "grew": "grow",
    "rose": "rise",
    "went": "go", "ran": "run", "running": "run", "flown": "fly", "flew": "fly", "began": "begin",
    "begun": "begin", "took": "take", "sold": "sell", "bought": "buy",
}  # fmt: skip
#: British endings with the American ones that take their place, where so many letters stand before.
_SPELLINGS = (
    ("tre", "ter", 3), ("our", "or", 3), ("oured", "ored", 3), ("ouring", "oring", 3), ("ise", "ize", 3),
    ("ising", "izing", 3), ("ised", "ized", 3), ("isation", "ization", 3), ("iser", "izer", 3), ("yse",
    "yze", 3),
    ("ogue", "og", 3), ("ence", "ense", 3),
)  # fmt: skip
#: Endings taken off where so many letters stay.
_ENDINGS = (
    ("ations", 4), ("ation", 4), ("ators", 4), ("ator", 4), ("ments", 4), ("ment", 4), ("isms", 4), ("ism",
    4),
    ("ists", 4), ("ist", 4), ("ings", 3), ("ing", 3), ("ed", 3), ("ers", 5), ("er", 5), ("ors", 5), ("or", 5),
    ("ate", 4), ("ion", 4), ("ly", 4),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What a lower-case English word shares with its other forms; other words come back as they are."""
    if not (word.isascii() and word.isalpha()) or len(word) < 3:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return _bare(_without_ending(_american(_singular(word))))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return _IRREGULAR.get(word[:-1], word[:-1])
    return word


def _american(word: str) -> str:
    for british, american, least in _SPELLINGS:
        if word.endswith(british) and len(word) - len(british) >= least:
            return word[: -len(british)] + american
    return word


def _without_ending(word: str) -> str:
    for ending, least in _ENDINGS:
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= least and not _VOWELS.isdisjoint(rest):
            return rest
    return word


def _bare(word: str) -> str:
    """A word without what a lost ending leaves behind: an e at the end, a doubled consonant, y for i."""
    while word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word
