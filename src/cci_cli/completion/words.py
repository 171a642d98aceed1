"""What can stand at the cursor: commands, topics, options, their values, ids and years.

Which of them is told by the grammar: by the words that an option or argument takes (``among``), else by its
metavar. ``FACT|SOURCE`` is either; ``YEARS [FACT]...`` is first one, then any of them.
"""

from __future__ import annotations

from cci_cli.cli import PROGRAM
from cci_cli.completion.line import place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cci_cli.completion.line import Ask, Place, Slot

    Words = list[tuple[str, str]]

#: More words than this help nobody to choose.
MOST_WORDS = 500
#: What the parts of a metavar ask for. Files and folders are the shell's own to find.
KINDS = {
    "FACT": "fact", "SOURCE": "source", "TOPIC": "topic", "FILE": "files", "DIR": "folders",
    "YYYY": "year", "YEAR": "year", "YEARS": "range", "A..B": "range",
}  # fmt: skip
#: Kinds of which any part of a word will do, or of its meaning.
_ANY_PART = ("fact", "source")
#: Behind every word that begins like another.
_LAST = "\U0010ffff"


class Offer:
    """What is offered at the cursor: words and what each means.

    ``stem`` is the beginning of the word at the cursor that stays as it is. ``flags`` are ``files`` and
    ``folders`` (the shell's own are offered too), ``open`` (the words are to be typed on) and ``renames``
    (the words need not hold what was typed).
    """

    def __init__(
        self, words: Iterable[tuple[str, str]] = (), stem: str = "", flags: Iterable[str] = ()
    ) -> None:
        self.words, self.stem, self.flags = list(words), stem, sorted(flags)


def offered(ask: Ask, words: Sequence[str], word: str, lang: str, *, grammar_only: bool = False) -> Offer:
    """What can stand for a word that was begun, after other words, with its meaning in a language.

    ``ask`` puts a query to an index. With ``grammar_only`` nothing comes from its fact base.
    """
    at = place(words, ask, lang)
    base = Base(ask, lang, grammar_only=grammar_only)
    option, equals, value = word.partition("=")
    if at.waiting and at.is_due(word):
        return _values(base, at.waiting, word)
    if word.startswith("-") and not at.literal:
        slot = at.named(option) if equals else None
        if slot is None or not slot.takes_value:
            return Offer(_options(at, word))
        offer = _values(base, slot, value)
        return Offer(offer.words, option + equals + offer.stem, offer.flags)
    if at.command == PROGRAM:
        return Offer(base.topics(word) + base.known("command", word))
    slot = _argument(at)
    if slot is None:
        return Offer(() if word or at.literal else _options(at, word))
    offer = _values(base, slot, word, first=not at.arguments)
    return Offer([each for each in offer.words if each[0] not in at.arguments], offer.stem, offer.flags)


def _options(at: Place, word: str) -> Iterator[tuple[str, str]]:
    """The options of a command that were not given yet; short ones only where one is begun."""
    for slot in at.slots:
        if slot.name in at.options and not slot.repeats:
            continue
        long = [each for each in slot.options if each.startswith("--")]
        for option in slot.options if len(word) > 1 or not long else long:
            if option.startswith(word):
                yield option, slot.help


def _argument(at: Place) -> Slot | None:
    """What a command takes as its next argument, if any."""
    arguments = [slot for slot in at.slots if not slot.options]
    behind = len(at.arguments)
    return next((slot for each, slot in enumerate(arguments) if slot.many or each == behind), None)


def _values(base: Base, slot: Slot, word: str, *, first: bool = True) -> Offer:
    """What an option, or an argument as its first or a later word, takes."""
    if slot.among:
        return Offer(_starting(word, ((each, "") for each in slot.among)))
    parts = slot.metavar.split()
    names = [name.strip("[].…") for part in (parts[:1] if first else parts) for name in part.split("|")]
    return _of_kinds(base, [KINDS[each] for each in names if each in KINDS], word)


def _of_kinds(base: Base, kinds: Sequence[str], word: str) -> Offer:
    """Words of some kinds: those that begin as the word does, else those that hold it, else that mean it."""
    flags = {kind for kind in kinds if kind in ("files", "folders")}
    begun, dots = "", ""
    if "range" in kinds and ".." in word:
        begun, dots, word = word.rpartition("..")
        kinds = ["year"]
    # each once, in the order of the metavar
    asked = list(dict.fromkeys("year" if kind == "range" else kind for kind in kinds if kind not in flags))
    found: Words = []
    for look in (base.starting, base.holding, base.meaning):
        found = [each for kind in asked for each in look(kind, word) if not dots or each[0] > begun]
        if found:
            flags |= {"renames"} if look == base.meaning else set()
            break
    if found and all(each.endswith(".") for each, _ in found):
        flags.add("open")
    return Offer(found, begun + dots, flags)


def _starting(word: str, words: Iterable[tuple[str, str]]) -> Words:
    folded = word.casefold()
    return [each for each in words if each[0].casefold().startswith(folded)]


class Base:
    """The words that an index knows, with what they mean in a language.

    Of very many that answer, the first and the last are given, so that what all of them have in common is
    not mistaken. With ``grammar_only`` only commands are known.
    """

    def __init__(self, ask: Ask, lang: str, *, grammar_only: bool = False) -> None:
        self._ask, self._lang, self._grammar_only = ask, lang, grammar_only

    def topics(self, word: str) -> Words:
        """The topics that a word begins; by one of their other names if not by their id."""
        return self.known("topic", word) or (self.known("name", word) if word else [])

    def known(self, kind: str, word: str) -> Words:
        """The words of a kind of which there are few, in the order of the file."""
        return _starting(word, self._rows("1", kind, [], "position, word"))

    def starting(self, kind: str, word: str) -> Words:
        """The words of a kind that begin like one. Fact ids come by their topics at first."""
        if kind == "topic":
            return self.topics(word)
        if kind == "fact" and "." not in word:
            return [(f"{topic}.", said) for topic, said in self.known("topic", word)]
        begun = word.lower()
        return self._some("word >= ? AND word < ?", kind, [begun, begun + _LAST])

    def holding(self, kind: str, word: str) -> Words:
        """The words of a kind that hold one."""
        return self._some("instr(word, ?)", kind, [word.lower()]) if word and kind in _ANY_PART else []

    def meaning(self, kind: str, word: str) -> Words:
        """The words of a kind whose meaning, in either language, holds one."""
        if not word or kind not in _ANY_PART:
            return []
        return self._some("(instr(lower(en), ?) OR instr(zh, ?))", kind, [word.lower(), word])

    def _some(self, where: str, kind: str, values: Sequence[str]) -> Words:
        found = self._rows(where, kind, values, f"word LIMIT {MOST_WORDS}")
        if len(found) < MOST_WORDS:
            return found
        return found[:-1] + self._rows(where, kind, values, "word DESC LIMIT 1")

    def _rows(self, where: str, kind: str, values: Sequence[str], order: str) -> Words:
        if self._grammar_only and kind != "command":
            return []
        query = f"SELECT word, {self._lang} FROM offer WHERE kind = ? AND {where} ORDER BY {order}"
        return [(word, said) for word, said in self._ask(query, [kind, *values])]
