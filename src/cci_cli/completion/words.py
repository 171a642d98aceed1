"""What can stand at the cursor: commands, topics, options, their values, ids and years.

Which of them is told by the grammar: by the words that an option or argument takes (``among``), else by its
metavar. ``FACT|SOURCE`` is either; ``YEARS [FACT]...`` is first one, then any of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cci_cli.cli.commands import COMMANDS, PROGRAM
from cci_cli.cli.grammar import helps, parameters_of
from cci_cli.completion.line import named, place, takes_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cci_cli.cli.grammar import Parameter
    from cci_cli.completion.line import Place
    from cci_cli.index import Index

#: More words than this help nobody to choose.
MOST_WORDS = 500
#: What the parts of a metavar ask for. Files and folders are the shell's own to find.
KINDS = {
    "FACT": "fact", "SOURCE": "source", "TOPIC": "topic", "FILE": "files", "DIR": "folders",
    "YYYY": "year", "YEAR": "year", "YEARS": "range", "A..B": "range",
}  # fmt: skip


class Offer(NamedTuple):
    """What is offered at the cursor: words and what each means.

    ``stem`` is the beginning of the word at the cursor that stays as it is. ``flags`` are ``files``,
    ``folders`` (the shell's own are offered too), ``open`` (the words are to be typed on) and ``renames`` (a word
    need not hold what was typed).
    """

    words: list[tuple[str, str]]
    stem: str = ""
    flags: frozenset[str] = frozenset()


def offered(index: Index, words: Sequence[str], word: str, lang: str, *, grammar_only: bool = False) -> Offer:
    """What can stand for a word that was begun, after other words.

    With ``grammar_only`` nothing is offered that comes from the fact base.
    """
    at = place(words, lambda name: parameters_of(index, name, lang))
    base = None if grammar_only else Base(index, lang)
    option, equals, value = word.partition("=")
    if at.waiting:
        return _values(base, at.waiting, word)
    if word.startswith("-") and not at.literal:
        parameter = named(at.parameters, option)
        if equals and parameter and takes_value(parameter):
            offer = _values(base, parameter, value)
            return offer._replace(stem=option + equals + offer.stem)
        return Offer(list(_options(at, word)))
    if at.command == PROGRAM:
        topics = base.topics(word) if base else []
        return Offer([*topics, *_starting(word, [(name, helps(index, lang)[name]) for name in COMMANDS])])
    offer = _argument(base, at, word)
    return (
        Offer(list(_options(at, word)))
        if offer is None and not word and not at.literal
        else offer or Offer([])
    )


def _options(at: Place, word: str) -> Iterator[tuple[str, str]]:
    """The options of a command that were not given yet; short ones only where one is begun."""
    for parameter in at.parameters:
        if parameter.name in at.options and parameter.type != "other":
            continue
        long = [each for each in parameter.options if each.startswith("--")]
        for option in parameter.options if len(word) > 1 or not long else long:
            if option.startswith(word):
                yield option, parameter.help


def _values(base: Base | None, parameter: Parameter, word: str) -> Offer:
    """What an option takes."""
    if parameter.among:
        return Offer(_starting(word, ((each, "") for each in parameter.among)))
    return _of_kinds(base, _parts(parameter.metavar)[0], word)


def _argument(base: Base | None, at: Place, word: str) -> Offer | None:
    """What a command takes as its next argument; None if there is none."""
    behind = len(at.arguments)
    for parameter in at.parameters:
        if parameter.options:
            continue
        if parameter.many or not behind:
            if parameter.among:
                return _values(base, parameter, word)
            parts = _parts(parameter.metavar)
            offer = _of_kinds(
                base, parts[0] if not behind else [kind for part in parts for kind in part], word
            )
            given = at.arguments
            return offer._replace(words=[each for each in offer.words if each[0] not in given])
        behind -= 1
    return None


def _parts(metavar: str) -> list[list[str]]:
    """A metavar's parts, and in each the kinds of words that it asks for."""
    parts = [part.strip("[].…").split("|") for part in metavar.split()]
    return [[KINDS[each] for each in part if each in KINDS] for part in parts] or [[]]


def _of_kinds(base: Base | None, kinds: Sequence[str], word: str) -> Offer:
    """Words of some kinds. Those that begin as the word does are offered before those that only hold it."""
    flags = {kind for kind in kinds if kind in ("files", "folders")}
    if base is None:
        return Offer([], flags=frozenset(flags))
    stem = ""
    if "range" in kinds and ".." in word:
        stem, dots, word = word.rpartition("..")
        stem += dots
        kinds = ["year"]
    kinds = ["year" if kind == "range" else kind for kind in kinds if kind not in flags]
    found: list[tuple[str, str]] = []
    for look in (base.starting, base.holding, base.labelled):
        found = [each for kind in dict.fromkeys(kinds) for each in look(kind, word)]
        if found:
            break
    if found and look == base.labelled:
        flags.add("renames")
    if found and all(each.endswith(".") for each, _ in found):
        flags.add("open")
    return Offer(found, stem, frozenset(flags))


def _starting(word: str, words: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    folded = word.casefold()
    return [each for each in words if each[0].casefold().startswith(folded)]


class Base:
    """The words that a fact base knows, with what they mean in a language.

    Of very many that answer, the first and the last are given, so that what all of them have in common is
    not mistaken.
    """

    def __init__(self, index: Index, lang: str) -> None:
        self._index = index
        self._lang = lang

    def topics(self, word: str) -> list[tuple[str, str]]:
        """The topics that a word begins; by one of their other names if not by their id."""
        return self._known("topic", word) or (self._known("name", word) if word else [])

    def starting(self, kind: str, word: str) -> list[tuple[str, str]]:
        """The words of a kind that begin like one. Fact ids come by their topics at first."""
        if kind == "topic":
            return self.topics(word)
        if kind == "fact" and "." not in word:
            return [(f"{topic}.", said) for topic, said in self._known("topic", word)]
        begun = word.lower()
        # no word holds a character beyond this one
        return self._asked("word >= ? AND word < ?", kind, [begun, begun + "\U0010ffff"])

    def holding(self, kind: str, word: str) -> list[tuple[str, str]]:
        """The words of a kind that hold one."""
        if not word or kind not in ("fact", "source"):
            return []
        return self._asked("instr(word, ?)", kind, [word.lower()])

    def labelled(self, kind: str, word: str) -> list[tuple[str, str]]:
        """The words of a kind whose meaning, in either language, holds one."""
        if not word or kind not in ("fact", "source"):
            return []
        return self._asked("(instr(lower(en), ?) OR instr(zh, ?))", kind, [word.lower(), word])

    def _known(self, kind: str, word: str) -> list[tuple[str, str]]:
        """The words of a kind of which there are few."""
        return _starting(word, self._rows("1", kind, [], "position"))

    def _asked(self, where: str, kind: str, values: list[str]) -> list[tuple[str, str]]:
        found = self._rows(where, kind, values, f"word LIMIT {MOST_WORDS}")
        if len(found) < MOST_WORDS:
            return found
        return found[:-1] + self._rows(where, kind, values, "word DESC LIMIT 1")

    def _rows(self, where: str, kind: str, values: list[str], order: str) -> list[Any]:
        return self._index.ask(
            f"SELECT word, {self._lang} FROM word WHERE kind = ? AND {where} ORDER BY {order}",
            [kind, *values],
        )
