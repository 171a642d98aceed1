"""One run of the program: its environment, its language, what its options say, and its index."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from cci_cli.cli.grammar import grammar
from cci_cli.factbase.faults import FactBaseError
from cci_cli.index import Index, open_index
from cci_cli.index.cache import rebuilt_index
from cci_cli.index.files import Files
from cci_cli.index.store import DamagedIndex
from cci_cli.messages import say
from cci_cli.progress import Progress
from cci_cli.render import write
from cci_cli.safe import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from cci_cli.environment import Environment
    from cci_cli.factbase.readfile import ReadFile
    from cci_cli.render import Page

    Answer = TypeVar("Answer")


class WrongUsage(Exception):
    """A command line that cannot be carried out, and what is wrong with it.

    Where Typer found that, its own exception is the cause.
    """


class Session:
    """What the commands of one run share. The options before a command and after it count alike."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.lang = environment.language
        self.facts = environment.facts_file
        self.tells_own_faults = True
        #: The command that is carried out, as its help is asked for.
        self.command = "cci"
        self.forget()
        self._index: Index | None = None
        self._refused: FactBaseError | None = None

    def forget(self) -> None:
        """Be as before any option was read."""
        self.format: str | None = None
        self.year: int | None = None
        self.all_facts = False
        self.topic: str | None = None
        self.topics: list[str] = []

    def take(self, option: str, value: Any) -> None:
        """Keep what one of the shared options was given.

        Raises ValueError with what is wrong.
        """
        match option:
            case "json":
                self.format = "json"
            case "format":
                self.format = value
            case "topic":
                self.topic = value
                self.topics.append(value)
            case "all":
                self.all_facts = True
            case "year":
                if not (value.isascii() and value.isdigit() and len(value) == 4):
                    raise ValueError(say(self.lang, "bad-year", value=visible(value)))
                self.year = int(value)

    def refuse(self, **given: object) -> None:
        """Options that say nothing where they were given; those that were not given are None.

        Raises WrongUsage for the first that was.
        """
        for name, value in given.items():
            if value is not None:
                raise WrongUsage(say(self.lang, "not-applicable", name=f"--{name}"))

    def in_language(self, lang: str) -> Session:
        """A session like this one at its beginning, in another language."""
        other = Session(self.environment)
        other.lang = lang
        return other

    @property
    def own_facts(self) -> str | None:
        """The name of the fact base that is read, where it is not the built-in one."""
        from pathlib import Path

        from cci_cli.places import builtin_facts

        return None if self.facts == builtin_facts() else visible(Path(self.facts).name)

    def answer(self, look_up: Callable[[Index], Answer]) -> Answer:
        """What a lookup finds. An index that proves damaged is built anew and asked again.

        Raises FactBaseError, or what the lookup raises.
        """
        folder = self.environment.cache_folder
        if self._refused:  # it is not read again: a pipe would be empty by now
            raise self._refused
        if self._index is None:
            try:
                self._index = open_index(self.files, folder, lambda: grammar(self), self._progress())
            except FactBaseError as error:
                self._refused = error
                raise
        try:
            return look_up(self._index)
        except DamagedIndex:
            self._index.close()
            self._index = rebuilt_index(self.files, folder, lambda: grammar(self), self._progress())
            return look_up(self._index)

    @cached_property
    def files(self) -> Files:
        """The files that are read: the fact base, and the user's own facts."""
        return Files(self.facts, self.environment.own_folder)

    def read_files(self) -> list[ReadFile]:
        """What became of the files that are read, the fact base first.

        Raises FactBaseError if that cannot be relied on.
        """
        from cci_cli.factbase.readfile import of_kept_form

        return of_kept_form(self.answer(lambda index: index.kept("files")))

    def own_faults(self) -> list[ReadFile]:
        """The user's own files that were left out of what was answered."""
        if not (self._index and self.files.has_own):
            return []
        return [each for each in self.read_files() if each.faults]

    def _progress(self) -> Progress:
        return Progress(self.environment.stderr, say(self.lang, "building"))

    def close(self) -> None:
        """Let go of the index."""
        if self._index:
            self._index.close()

    @property
    def output(self) -> str:
        """The format to write: as asked, else a table on a terminal and tab-separated rows elsewhere."""
        return self.format or ("table" if self.environment.is_terminal else "tsv")

    def show(self, look_up: Callable[[Index], Page]) -> None:
        """Write the page that a lookup finds."""
        self.write(self.answer(look_up))

    def write(self, page: Page) -> None:
        """Write a page."""
        write(page, self.output, self.environment, self.lang)

    def write_json(self, look_up: Callable[[Index], str]) -> None:
        """Write the JSON text that a lookup finds."""
        self.environment.write_json(self.answer(look_up) + "\n")
