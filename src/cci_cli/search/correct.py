"""What words mean that, as they are typed, are found nowhere: pinyin, half a word, a typing error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.search import aloud, spelling
from cci_cli.search.page import Correction
from cci_cli.search.query import Alternative, Group, han_alternative, han_group, word_alternative
from cci_cli.search.stopwords import ENGLISH, JOINING
from cci_cli.search.words import is_han, pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cci_cli.index import Index
    from cci_cli.search.postings import Postings

#: Half a word has so many letters at least.
_LEAST_START = 3
_MOST_COMPLETIONS = 6
#: No word as long as this is misspelt by one letter or two.
_LONGEST = 24
#: As many words are joined in trying to read them as pinyin.
_MOST_JOINED = 8


class Corrector:
    """Finds what is meant by the words of one query; remembers what it took for what."""

    def __init__(self, index: Index, postings: Postings) -> None:
        self._index, self._postings = index, postings
        self.taken: list[Correction] = []

    def corrected(self, groups: Sequence[Group]) -> list[Group]:
        """The groups, each that is found nowhere in the ways that it may have been meant."""
        found: list[Group] = []
        rest = list(groups)
        while rest:
            count, meant = self._aloud(rest)
            if count:
                found += meant
            else:
                count, group = 1, rest[0]
                found.append(self._of_han(group) if is_han(group.typed) else self._of_word(group))
            rest = rest[count:]
        return found

    def _known(self, group: Group) -> bool:
        return group.typed in ENGLISH or any(
            self._postings.of(token) for each in group.alternatives for token in each.tokens
        )

    def _take(self, typed: str, meant: str) -> None:
        if (taken := Correction(typed, meant)) not in self.taken:
            self.taken.append(taken)

    def _aloud(self, groups: Sequence[Group]) -> tuple[int, list[Group]]:
        """How many words from the first on are pinyin, as many as can be read so, and what they say."""
        latin = 0
        while (
            latin < min(len(groups), _MOST_JOINED)
            and groups[latin].typed.isalpha()
            and groups[latin].typed.isascii()
        ):
            latin += 1
        known = [self._known(group) for group in groups[:latin]]
        for count in range(latin, 0, -1):
            letters = aloud.typed("".join(group.typed for group in groups[:count]))
            if all(known[:count]) or not aloud.may_be_pinyin(letters):
                continue
            if words := aloud.read_aloud(self._index, letters):
                typed = " ".join(group.typed for group in groups[:count])
                self._take(typed, "".join(each[0] for each in words))
                return count, [self._spoken(typed, meant) for meant in words]
        return 0, []

    @staticmethod
    def _spoken(typed: str, meant: Sequence[str]) -> Group:
        alternatives = (han_alternative(word, 1.0 if at == 0 else 0.8) for at, word in enumerate(meant))
        return Group(typed, tuple(alternatives), max(1.0, len(meant[0]) / 2))

    def _of_word(self, group: Group) -> Group:
        """A word that is found nowhere: by its initials, as half a word, joined words, or misspelt."""
        word = group.typed
        if self._known(group) or not (word.isascii() and word.isalpha()):
            return group
        for way in (self._initials, self._started, self._parted, self._misspelt):
            if alternatives := way(word):
                return group._replace(alternatives=tuple(alternatives))
        return group

    def _initials(self, word: str) -> list[Alternative]:
        if not 2 <= len(word) <= 8 or (len(word) > 4 and any(vowel in word for vowel in "iuv")):
            return []
        meant = aloud.begun_with(self._index, word)
        if meant:
            self._take(word, meant[0])
        return [han_alternative(each, 1.0 if at == 0 else 0.8) for at, each in enumerate(meant)]

    def _started(self, word: str) -> list[Alternative]:
        """The words that begin as half a word does."""
        if len(word) < _LEAST_START:
            return []
        rows = self._index.ask_search(
            "SELECT word FROM spelling WHERE word > ? AND word < ? ORDER BY weight DESC LIMIT ?",
            [word, word + "{", _MOST_COMPLETIONS],
        )
        return [word_alternative(each, 0.9) for (each,) in rows]

    def _parted(self, word: str) -> list[Alternative]:
        """Two words written as one: both must be found."""
        for at in range(len(word) - 2, 1, -1):
            parts = word[:at], word[at:]
            alternatives = [word_alternative(part) for part in parts]
            tokens = tuple(token for each in alternatives for token in each.tokens)
            if all(self._postings.of(token) for token in tokens) and self._written(parts) == 2:
                self._take(word, " ".join(parts))
                return [Alternative(" ".join(parts), tokens)]
        return []

    def _written(self, words: Iterable[str]) -> int:
        """How many of some words are written so somewhere."""
        asked = list(words)
        marks = ",".join("?" * len(asked))
        return int(
            self._index.ask_search(f"SELECT count(*) FROM spelling WHERE word IN ({marks})", asked)[0][0]
        )

    def _misspelt(self, word: str) -> list[Alternative]:
        if not _LEAST_START <= len(word) <= _LONGEST:
            return []
        for near in (self._one_wrong, self._sounds_wrong, self._two_wrong):
            if alternatives := near(word):
                self._take(word, alternatives[0].text)
                return alternatives
        return []

    def _one_wrong(self, word: str) -> list[Alternative]:
        near = sorted(spelling.one_away(word))
        marks = ",".join("?" * len(near))
        rows = self._index.ask_search(f"SELECT word, weight FROM spelling WHERE word IN ({marks})", near)
        return self._likeliest(word, rows)

    def _sounds_wrong(self, word: str) -> list[Alternative]:
        """Pinyin with a wrong letter."""
        if len(word) < spelling.TWO_WRONG:
            return []
        near = sorted(each for each in spelling.one_away(word) if aloud.may_be_pinyin(each))
        marks = ",".join("?" * len(near))
        rows = self._index.ask_search(
            f"SELECT letters, word FROM sound WHERE letters IN ({marks}) LIMIT 4", near
        )
        found = rows or [(each, words[0]) for each in near if (words := aloud.meant_by(self._index, each))]
        return [han_alternative(each) for _, each in found[:4]]

    def _two_wrong(self, word: str) -> list[Alternative]:
        if len(word) < spelling.TWO_WRONG:
            return []
        rows = []
        for key in sorted(spelling.keys(word)):
            query = (
                "SELECT part.word, weight FROM part JOIN spelling USING (word) "
                "WHERE length = ? AND number = ? AND letters = ? LIMIT 200"
            )
            rows += self._index.ask_search(query, key)
        return self._likeliest(word, dict.fromkeys(rows))

    @staticmethod
    def _likeliest(word: str, rows: Iterable[tuple[str, int]]) -> list[Alternative]:
        """Of words that are written so, the nearest; of those, those that begin alike, and the commonest."""
        told = [(spelling.distance(word, near), near[0] != word[0], -weight, near) for near, weight in rows]
        likely = sorted(each for each in told if each[0] <= 2)[:3]
        return [word_alternative(near, 1.0 if at == 0 else 0.7) for at, (*_, near) in enumerate(likely)]

    def _of_han(self, group: Group) -> Group:
        """A run of characters of which some pairs are found nowhere: by what sounds alike."""
        group = self._without_chance(group)
        run = group.typed
        unknown = [pair for pair in pairs(run) if not self._postings.of(pair)]
        if len(run) < 2 or not unknown:
            return group
        sounds = aloud.sounds_of(self._index, run)
        meant = self._heard(run, unknown, sounds)
        if meant == run:
            return self._shortened(group) if len(unknown) == len(pairs(run)) else group
        self._take(run, meant)
        return group._replace(alternatives=(han_alternative(meant), *group.alternatives))

    def _without_chance(self, group: Group) -> Group:
        """A run without the pairs that only stand side by side: a joining character and its neighbour."""
        run = group.typed
        while len(run) > 2 and run[0] in JOINING and not self._named(run[:2]):
            run = run[1:]
        while len(run) > 2 and run[-1] in JOINING and not self._named(run[-2:]):
            run = run[:-1]
        tokens = dict.fromkeys(pairs(run))
        telling = tuple(token for token in tokens if JOINING.isdisjoint(token) or self._named(token))
        return han_group(run)._replace(alternatives=(Alternative(run, telling or tuple(tokens)),))

    def _named(self, token: str) -> bool:
        return any(field in ("label", "aliases") for field in self._postings.of(token).values())

    @staticmethod
    def _shortened(group: Group) -> Group:
        """A run of which no pair is found may be short for longer words: 数通 for 数据通道."""
        chars = Alternative(group.typed, tuple(dict.fromkeys(group.typed)), 0.6)
        return group._replace(alternatives=(*group.alternatives, chars))

    def _heard(self, run: str, unknown: Sequence[str], sounds: dict[str, list[str]]) -> str:
        """A run with what is unknown in it replaced by what sounds alike; the longest parts first."""
        for size in range(min(len(run), 6), 1, -1):
            for start in range(len(run) - size + 1):
                part = run[start : start + size]
                if not any(pair in unknown for pair in pairs(part)):
                    continue
                for word in aloud.homophones(self._index, part, sounds):
                    heard = run[:start] + word + run[start + size :]
                    if sum(not self._postings.of(pair) for pair in pairs(heard)) < len(unknown):
                        return heard
        return run
