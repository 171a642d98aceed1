"""How often the search is right, by kind of query, beside simpler ways on the same facts.

    python benchmarks/search.py [--aside]

The queries are those of ``tests/data/queries.toml``; with ``--aside`` only the third that the search is not
tuned to. ``hit@1`` and ``hit@3`` are the shares answered at the first place and among the first three,
``rank`` is
the mean reciprocal rank among the first ten. Beside ``cci``: a scan for the words as substrings, SQLite's
FTS5 with
the ``trigram`` tokeniser and bm25, and ``difflib`` on the names, each over every text that a fact has.
"""

from __future__ import annotations

import difflib
import re
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cci_cli.factbase.load import load
from cci_cli.index import Index
from cci_cli.index.build import build
from cci_cli.lookup import NotFound
from cci_cli.places import builtin_facts
from cci_cli.search import fields
from cci_cli.search.find import find

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
import quality

if TYPE_CHECKING:
    from collections.abc import Callable

    from cci_cli.model import FactBase

    Search = Callable[[str], list[str]]


def of_cci(base: FactBase) -> Search:
    """The search of this program."""
    index = Index(build(base))

    def search(query: str) -> list[str]:
        try:
            return [hit.fact.id for hit in find(index, query).hits]
        except NotFound:
            return []

    return search


def texts_of(base: FactBase) -> dict[str, str]:
    """All texts of each fact in one, in lower case."""
    topics = {topic.id: topic for topic in base.topics}
    return {
        fact.id: "\n".join(
            text for texts in fields.texts(fact, base, topics[fact.topic]).values() for text in texts
        ).lower()
        for fact in base.facts
    }


def words_of(query: str) -> list[str]:
    """What a simple search takes for the words of a query: what stands between blanks and punctuation."""
    return re.findall(r"[^\s,?？，。]+", query.lower())


def of_substrings(base: FactBase) -> Search:
    """The facts whose texts hold the most of the words, in the order of the file."""
    texts = texts_of(base)

    def search(query: str) -> list[str]:
        held = {name: sum(word in text for word in words_of(query)) for name, text in texts.items()}
        return sorted((name for name in texts if held[name]), key=lambda name: -held[name])

    return search


def of_trigrams(base: FactBase) -> Search:
    """FTS5 with the trigram tokeniser; any of the words, by bm25."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE fact USING fts5(id UNINDEXED, texts, tokenize = 'trigram')")
    connection.executemany("INSERT INTO fact VALUES (?, ?)", texts_of(base).items())

    def search(query: str) -> list[str]:
        quoted = " OR ".join('"' + word.replace('"', '""') + '"' for word in words_of(query))
        rows = connection.execute("SELECT id FROM fact WHERE texts MATCH ? ORDER BY rank LIMIT 10", [quoted])
        return [name for (name,) in rows]

    return search


def of_difflib(base: FactBase) -> Search:
    """The facts with the names most like the query."""
    names = {
        name.lower(): fact.id
        for fact in reversed(base.facts)
        for name in (*fact.aliases, *reversed(fact.label))
    }

    def search(query: str) -> list[str]:
        near = difflib.get_close_matches(query.lower(), names, n=10, cutoff=0.0)
        return list(dict.fromkeys(names[name] for name in near))

    return search


def main() -> None:
    """Score each way, and print a table."""
    base = load(Path(builtin_facts()))
    asked = [query for query in quality.queries() if query.aside or "--aside" not in sys.argv]
    ways = {"cci": of_cci, "substrings": of_substrings, "trigram": of_trigrams, "difflib": of_difflib}
    scores = {name: quality.by_kind(asked, way(base)) for name, way in ways.items()}
    sys.stdout.write(f"{'':22}" + "".join(f"{name:>24}" for name in ways) + "\n")
    sys.stdout.write(f"{'kind':16}{'n':>6}" + f"{'hit@1':>10}{'hit@3':>7}{'rank':>7}" * len(ways) + "\n")
    for kind, first in scores["cci"].items():
        row = (scores[name][kind] for name in ways)
        cells = "".join(f"{each.first:10.2f}{each.three:7.2f}{each.rank:7.2f}" for each in row)
        sys.stdout.write(f"{kind:16}{first.queries:6}{cells}\n")


if __name__ == "__main__":
    main()
