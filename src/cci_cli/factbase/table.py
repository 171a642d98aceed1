"""One TOML table being read: typed access to its keys, every fault noted and none fatal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cci_cli import periods
from cci_cli.factbase.faults import Fault, Key
from cci_cli.model import MOST_DIGITS, Text
from cci_cli.safe import MOST_TOLD, shortened, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cci_cli.model import Number

#: No whole number of at most :data:`MOST_DIGITS` digits, and as many noughts behind them, is larger.
_LEAST_TOO_LARGE = 10 ** (MOST_DIGITS + 1)


class Table:
    """A TOML table with its key path. Reading a wrong value notes a fault and gives None or empty."""

    def __init__(self, values: Mapping[Any, Any], key: Key, faults: list[Fault]) -> None:
        self.values = values
        self.key = key
        self.faults = faults

    def fault(self, code: str, *name: str | int, **details: object) -> None:
        """Note a fault of this table, or of the value at ``name`` within it."""
        told = tuple((word, shortened(str(value))) for word, value in details.items())
        self.faults.append(Fault(code, (*self.key, *name), details=told))

    def only(self, known: Sequence[str]) -> None:
        """Fault every key that is not known, with the near miss."""
        for name in self.values:
            if name not in known:
                self.unknown(name, known)

    def unknown(self, name: str, known: Sequence[str]) -> None:
        """Fault a key, with the known one that was probably meant."""
        self.fault("unknown-key", name, name=name, near=near(name, known))

    def string(self, name: str | int, *, required: bool = False) -> str | None:
        """A text without anything that could act on a terminal."""
        value = self._typed(name, str, "a string", required=required)
        if value is not None and not value.strip():
            self.fault("empty", name)
            return None
        return None if value is None else visible(value)

    def strings(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self._typed(name, list, "a list of strings") or []
        if not all(isinstance(value, str) for value in values):
            self.fault("wrong-type", name, expected="a list of strings", found="other values in the list")
            return ()
        for position, value in enumerate(values):
            if not value.strip():
                self.fault("empty", name, position)
        return tuple(visible(value) for value in values)

    def flag(self, name: str) -> bool:
        """True or false; absent is false."""
        return bool(self._typed(name, bool, "true or false"))

    def text(self, name: str, *, required: bool = False) -> Text | None:
        """A text in both languages: ``{ en = "…", zh = "…" }``."""
        table = self.table(name, required=required)
        if table is None:
            return None
        table.only(Text._fields)
        english, chinese = table.string("en", required=True), table.string("zh", required=True)
        return Text(english, chinese) if english and chinese else None

    def number(self, name: str) -> Number | None:
        """A finite number, exact to its last digit."""
        value = self.values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            self.fault("wrong-type", name, expected="a number", found=kind_of(value))
            return None
        if not _fits(value):
            self.fault("number-too-fine", name, most=MOST_DIGITS)
            return None
        return value if isinstance(value, int) or value % 1 else int(value)

    def choice(self, name: str, among: Sequence[str], default: str | None = None) -> str:
        """One of some words; required without a default."""
        value = self.string(name, required=default is None)
        if value is None:
            return default or among[0]
        if value not in among:
            self.fault("not-one-of", name, value=value, among=", ".join(among), near=near(value, among))
            return default or among[0]
        return value

    def time(self, name: str, *, required: bool = False) -> str | None:
        """An ISO 8601 year, month, day or interval. TOML's own dates are refused: one form for all."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, str):
            self.fault("time-not-string", name, found=kind_of(value))
            return None
        text = self.string(name, required=required)
        if text is None:
            return None
        try:
            periods.span(text)
        except ValueError:
            self.fault("malformed-time", name, value=text)
            return None
        return text

    def table(self, name: str, *, required: bool = False) -> Table | None:
        """A table within this one."""
        values = self._typed(name, dict, "a table", required=required)
        return None if values is None else Table(values, (*self.key, name), self.faults)

    def lacks(self, name: str) -> bool:
        """Whether a list is absent or empty; one of a wrong type is told of already."""
        return self.values.get(name) in (None, [])

    def tables(self, name: str) -> Iterator[Table]:
        """The tables of a list."""
        for position, values in enumerate(self._typed(name, list, "a list of tables") or []):
            if isinstance(values, dict):
                yield Table(values, (*self.key, name, position), self.faults)
            else:
                self.fault("wrong-type", name, position, expected="a table", found=kind_of(values))

    def _typed(self, name: str | int, kind: type, expected: str, *, required: bool = False) -> Any:
        value = self.values.get(name)
        if value is None:
            if required:
                self.fault("missing-key", name=name)
            return None
        if not isinstance(value, kind):
            self.fault("wrong-type", name, expected=expected, found=kind_of(value))
            return None
        return value


def _fits(value: Number) -> bool:
    """Whether a number is finite and has few enough digits, before and behind its point together."""
    if isinstance(value, int):  # one of a million digits is slow to be written in tens
        if abs(value) >= _LEAST_TOO_LARGE:
            return False
        value = Decimal(value)
    if not value.is_finite():
        return False
    digits = "".join(str(digit) for digit in value.as_tuple().digits)
    return len(digits.strip("0")) <= MOST_DIGITS and -MOST_DIGITS <= value.adjusted() <= MOST_DIGITS


def near(word: str, known: Sequence[str]) -> str:
    """The known word that was probably meant; empty if none is near, or if it is too long for a word."""
    if len(word) > MOST_TOLD:
        return ""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1)), "")


def kind_of(value: Any) -> str:
    """What TOML calls a value."""
    kinds = {bool: "true or false", int: "a number", Decimal: "a number", str: "a string", list: "a list"}
    return "a table" if isinstance(value, dict) else kinds.get(type(value), "a date or time")
