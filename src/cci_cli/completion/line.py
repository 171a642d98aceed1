"""What stands on a command line before the cursor, told by the grammar."""

from __future__ import annotations

from cci_cli.cli import PROGRAM, TOPIC

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    Ask = Callable[[str, Sequence[str]], list[Any]]


class Slot:
    """An option or an argument of a command, as :class:`cci_cli.cli.grammar.Parameter` describes it."""

    def __init__(self, *described: Any) -> None:
        name, options, type_, many, among, metavar, help_ = described
        self.name, self.options = name, options.split()
        self.takes_value = type_ in ("text", "other")
        # a value in brackets may be left out
        self.may_be_bare = metavar.startswith("[")
        self.many, self.repeats = bool(many), type_ == "other"
        self.among, self.metavar, self.help = among.split(), metavar, help_


class Place:
    """Where the cursor is: which command's words are due there.

    ``command`` is a name that the grammar knows, the program's before any command; ``slots`` are what it
    takes. ``waiting`` is the option whose value is due; ``arguments`` were given already, and so were
    ``options`` (by name). ``literal`` is said by ``--``: no option can follow.
    """

    def __init__(self, slots_of: Callable[[str], list[Slot]]) -> None:
        self._slots_of = slots_of
        self.command, self.slots = PROGRAM, slots_of(PROGRAM)
        self.arguments: list[str] = []
        self.options: set[str] = set()
        self.waiting: Slot | None = None
        self.literal = False

    def pass_over(self, word: str) -> None:
        """Go on behind a word."""
        if self.is_due(word):
            self.waiting = None
        elif word == "--" and not self.literal:
            self.literal = True
        elif word.startswith("-") and not self.literal:
            option, equals, _ = word.partition("=")
            if slot := self.named(option):
                self.options.add(slot.name)
                self.waiting = slot if slot.takes_value and not equals else None
        elif self.command == PROGRAM:
            self.slots = self._slots_of(word) if word not in (PROGRAM, TOPIC) else []
            self.command = word if self.slots else TOPIC
            self.slots = self.slots or self._slots_of(TOPIC)
        else:
            self.arguments.append(word)

    def is_due(self, word: str) -> bool:
        """Whether a word is the value of the option before it."""
        return self.waiting is not None and not (self.waiting.may_be_bare and word.startswith("-"))

    def named(self, option: str) -> Slot | None:
        """What an option's name stands for."""
        return next((each for each in self.slots if option in each.options), None)


def place(words: Sequence[str], ask: Ask, lang: str) -> Place:
    """Where the cursor is after some words, with help in a language."""

    def slots_of(command: str) -> list[Slot]:
        rows = ask(
            "SELECT name, options, type, many, among, metavar, help FROM slot "
            "WHERE command = ? AND lang = ? ORDER BY position",
            [command, lang],
        )
        return [Slot(*row) for row in rows]

    at = Place(slots_of)
    for word in words:
        at.pass_over(word)
    return at


def split(line: str) -> list[str]:
    """The words of a command line as a shell reads them; the last, at its end, may be empty."""
    words, blank, mark = [""], True, ""
    characters = iter(line.lstrip())
    for char in characters:
        if char.isspace() and not mark:
            if not blank:
                words.append("")
            blank = True
            continue
        blank = False
        if char == "\\" and mark != "'":
            words[-1] += next(characters, "")
        elif char == mark:
            mark = ""
        elif char in "\"'" and not mark:
            mark = char
        else:
            words[-1] += char
    return words
