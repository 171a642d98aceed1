"""One run of the program: its environment, its language, what its options say, and its index."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from cci_cli.index import Index, open_index
from cci_cli.index.cache import rebuilt_index
from cci_cli.index.store import DamagedIndex
from cci_cli.render import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from cci_cli.environment import Environment
    from cci_cli.render import Page

    Answer = TypeVar("Answer")


class Session:
    """What the commands of one run share. The options before a command and after it count alike."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self.lang = environment.language
        self.facts = environment.facts_file
        self.format: str | None = None
        self.year: int | None = None
        self.all_facts = False
        self.topic: str | None = None
        self._index: Index | None = None

    def answer(self, look_up: Callable[[Index], Answer]) -> Answer:
        """What a lookup finds. An index that proves damaged is built anew and asked again.

        Raises FactBaseError, or what the lookup raises.
        """
        folder = self.environment.cache_folder
        if self._index is None:
            self._index = open_index(self.facts, folder)
        try:
            return look_up(self._index)
        except DamagedIndex:
            self._index.close()
            self._index = rebuilt_index(self.facts, folder)
            return look_up(self._index)

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
        write(self.answer(look_up), self.output, self.environment, self.lang)

    def write_json(self, look_up: Callable[[Index], str]) -> None:
        """Write the JSON text that a lookup finds."""
        self.environment.write_json(self.answer(look_up) + "\n")
