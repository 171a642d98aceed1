"""Write the fact base in its one form: the same keys in the same order, everything sorted as it should be.

    python tools/tidy_facts.py            # rewrite data/facts.toml
    python tools/tidy_facts.py --check    # only say whether it would change

Facts keep their order within a topic (from the general to the particular), observations go by time,
sources by date. Comments besides the heading are not kept: what must be said belongs in a caveat.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import tomli

from cci_cli.factbase.read import FACT_KEYS, OBSERVATION_KEYS, RESERVED, SOURCE_KEYS, TOPIC_KEYS
from cci_cli.periods import sort_key

FILE = Path(__file__).parents[1] / "data" / "facts.toml"
HEADING = """\
#:schema ../src/cci_cli/schema/facts-1.json
# The record of the China-Singapore (Chongqing) Demonstration Initiative on Strategic Connectivity
# (中新（重庆）战略性互联互通示范项目), keyed by topic. How to read and edit it: CONTRIBUTING.md.
#
# One fact is one thing counted with one scope; an observation is what was reported for it at one time, in
# base units (12.38 billion dollars is 12_380_000_000); a citation is a source's own words, as few as carry
# the figure. `cci check` says whether the file is sound, `python tools/tidy_facts.py` puts it in order.
"""


def tidied(base: dict[str, Any]) -> str:
    """The text of a fact base."""
    parts = [HEADING, "\n[units]\n"]
    parts += [f"{key(name)} = {inline(unit)}\n" for name, unit in sorted(base.get("units", {}).items())]
    for name, topic in base.items():
        if name not in RESERVED:
            parts += [f"\n\n[{name}]\n", *entries(topic, TOPIC_KEYS)]
            for slug, fact in topic.items():
                if slug not in TOPIC_KEYS:
                    parts += fact_text(f"{name}.{slug}", fact)
    sources = base.get("sources", {})
    parts.append("\n\n# Sources, by date; those without one at the end.\n")
    for name in sorted(sources, key=lambda each: (sources[each].get("issued", "~"), each)):
        parts += [f"\n[sources.{key(name)}]\n", *entries(sources[name], SOURCE_KEYS)]
    return "".join(parts)


def fact_text(name: str, fact: dict[str, Any]) -> list[str]:
    """The text of one fact with its observations."""
    parts = [f"\n[{name}]\n", *entries(fact, FACT_KEYS[:-1])]
    for observation in sorted(fact["observations"], key=lambda each: sort_key(each["time"])):
        given = {word: value for word, value in observation.items() if not default(word, value)}
        parts += [f"\n[[{name}.observations]]\n", *entries(given, OBSERVATION_KEYS)]
    return parts


def default(word: str, value: object) -> bool:
    """Whether a key says only what holds without it."""
    return (word, value) in (("qualifier", "exact"), ("growth-qualifier", "exact"), ("rank", "normal"))


def entries(table: dict[str, Any], order: tuple[str, ...]) -> list[str]:
    """The lines of a table's own keys, in order."""
    return [
        f"{word} = {value(table[word], lines=word in ('citations', 'break'))}\n"
        for word in order
        if word in table
    ]


def value(what: Any, *, lines: bool = False) -> str:
    """A value as TOML 1.0; a list of tables with a line for each."""
    if isinstance(what, bool):
        return "true" if what else "false"
    if isinstance(what, (int, Decimal)):
        return number(what)
    if isinstance(what, str):
        return string(what)
    if isinstance(what, dict):
        return inline(what)
    if lines:
        return "[\n" + "".join(f"  {value(each)},\n" for each in what) + "]"
    return "[" + ", ".join(value(each) for each in what) + "]"


def number(what: int | Decimal) -> str:
    """A number with its thousands apart."""
    return f"{what:,f}".replace(",", "_") if isinstance(what, Decimal) else f"{what:_}"


def string(text: str) -> str:
    """A string on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def inline(table: dict[str, Any]) -> str:
    """A table on one line."""
    return "{ " + ", ".join(f"{key(word)} = {value(each)}" for word, each in table.items()) + " }"


def key(name: str) -> str:
    """A key, in quotes where it must be."""
    bare = all(char.isascii() and (char.isalnum() or char in "-_") for char in name)
    return name if name and bare else string(name)


def main() -> int:
    """Rewrite the file, or with --check say whether it would change; 1 if it would."""
    text = FILE.read_text(encoding="utf-8")
    tidy = tidied(tomli.loads(text, parse_float=Decimal))
    if "--check" in sys.argv:
        return int(text != tidy)
    FILE.write_text(tidy, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
