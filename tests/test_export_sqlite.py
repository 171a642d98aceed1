"""The exported database: sound, exact, searched in Chinese, and opened by tools that others made."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlite_utils import Database

from cci_cli import encode
from cci_cli.lookup import speaking
from conftest import ROOT
from exporting import exported, harmful_facts, piped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Program

SMALL = str(ROOT / "tests" / "small.toml")


@pytest.fixture
def database(cci: Program, tmp_path: Path) -> Path:
    return exported(cci, tmp_path / "cci.sqlite")


@pytest.fixture
def opened(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def rows(connection: sqlite3.Connection, query: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(query)]


@pytest.mark.parametrize(
    "words", [[], ["--topic", "finance"], ["--year", "2020"], ["--facts", SMALL]], ids=str
)
def test_it_is_sound(cci: Program, tmp_path: Path, words: list[str]) -> None:
    with closing(sqlite3.connect(exported(cci, tmp_path / "part.db", *words))) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA application_id").fetchone() == (0x63636964,)
        document = json.loads(cci("export", *words).out)
        counts = {
            "topics": len(document["topics"]),
            "facts": len(document["facts"]),
            "sources": len(document["sources"]),
            "observations": sum(len(fact["observations"]) for fact in document["facts"]),
        }
        for table, count in counts.items():
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (count,)


def test_it_holds_what_json_holds(cci: Program, opened: sqlite3.Connection) -> None:
    document = json.loads(cci("export").out)
    held = {(row["fact"], row["id"]): row for row in rows(opened, "SELECT * FROM observations")}
    quotes: dict[tuple[str, str], list[Any]] = {}
    for row in rows(opened, "SELECT * FROM citations ORDER BY fact, observation, number"):
        quotes.setdefault((row["fact"], row["observation"]), []).append(
            (row["source"], row["quote"], row["locator"])
        )
    for fact in document["facts"]:
        for told in fact["observations"]:
            row = held.pop((fact["id"], told["id"]))
            for name in (
                "time",
                "value",
                "upper",
                "growth",
                "qualifier",
                "status",
                "rank",
                "formula",
                "partial",
                "weak",
            ):
                assert row[name] == told[name]
                assert type(row[name]) is type(told[name]) or isinstance(told[name], bool)
            for name in ("text", "reason", "caveat"):
                assert (row[f"{name}_en"], row[f"{name}_zh"]) == tuple(
                    (told[name] or {"en": None, "zh": None}).values()
                )
            cited = [(each["source"], each["quote"], each["locator"]) for each in told["citations"]]
            assert quotes.pop((fact["id"], told["id"]), []) == cited
    assert held == quotes == {}
    for row in rows(opened, "SELECT * FROM sources"):
        told = document["sources"][row["id"]]
        assert json.loads(row["authors"]) == told["author"]
        assert {name: row[name] for name in told if name in row} == {
            name: told[name] for name in told if name in row
        }


def test_numbers_are_exact(cci: Program, tmp_path: Path) -> None:
    with closing(sqlite3.connect(exported(cci, tmp_path / "small.db", "--facts", SMALL))) as connection:
        values = connection.execute("SELECT DISTINCT value, typeof(value) FROM observations").fetchall()
    assert (43.2, "real") in values
    assert (12_380_000_000, "integer") in values
    assert (None, "null") in values


def test_an_interval_is_what_the_words_allow(cci: Program, tmp_path: Path) -> None:
    with closing(sqlite3.connect(exported(cci, tmp_path / "small.db", "--facts", SMALL))) as connection:
        query = (
            "SELECT low, high, first_day, last_day FROM observations WHERE fact = 'rail.trains' AND value = ?"
        )
        assert connection.execute(query, [900]).fetchone() == (900, 1000, "2019-01-01", "2019-12-31")
        assert connection.execute(query, [3655]).fetchone() == (3654.5, 3655.5, "2020-01-01", "2020-10-31")


def test_the_latest_is_what_speaks(cci: Program, opened: sqlite3.Connection) -> None:
    document = json.loads(cci("export").out, parse_float=Decimal)
    sources = {name: encode.source_of(each) for name, each in document["sources"].items()}
    latest = rows(opened, "SELECT * FROM latest")
    assert [row["fact"] for row in latest] == [fact["id"] for fact in document["facts"]]
    for row, told in zip(latest, document["facts"], strict=True):
        says = speaking(encode.fact_of(told), sources)
        assert says
        assert (row["time"], row["value"], row["qualifier"]) == (
            says.time,
            encode.number_json(says.value),
            says.qualifier,
        )
        assert row["sources"].split() == list(dict.fromkeys(each.source for each in says.citations))
        assert row["disputed"] == bool(says.conflicts_with)


def test_conflicts_are_those_of_the_record(cci: Program, opened: sqlite3.Connection) -> None:
    told = {
        (fact["id"], frozenset((one["id"], other)))
        for fact in json.loads(cci("export").out)["facts"]
        for one in fact["observations"]
        for other in one["conflicts_with"]
    }
    pairs = rows(opened, "SELECT * FROM contradictions")
    assert len(pairs) == len(told) > 0
    assert {(row["fact"], frozenset((row["observation"], row["other"]))) for row in pairs} == told
    [summits] = rows(opened, "SELECT * FROM conflicts WHERE fact = 'finance.summits-held'")
    assert {summits["value"], summits["other_value"]} == {2, 3}
    assert {summits["sources"], summits["other_sources"]} == {"cci-bureau-2020", "cqrb-5-years"}


@pytest.mark.parametrize(
    ("words", "fact"),
    [
        ("融资", "finance.cross-border-financing"),
        ("融資", "finance.cross-border-financing"),
        ("跨境融资", "finance.cross-border-financing"),
        ("陸海 新通道", "logistics.corridor-rail-sea-trains"),
        ("峰会", "finance.summits-held"),
        ("train", "logistics.corridor-rail-sea-trains"),
        ("TRAINS 全通道", "logistics.corridor-rail-sea-trains"),
    ],
)
def test_words_find_facts(opened: sqlite3.Connection, words: str, fact: str) -> None:
    found = opened.execute("SELECT fact FROM search WHERE search MATCH ? ORDER BY rank", [words]).fetchall()
    assert fact in [name for (name,) in found]


def test_every_word_of_two_characters_is_found(cci: Program, opened: sqlite3.Connection) -> None:
    """Of every label, wherever it stands in it; and nothing is shown that a label does not say."""
    labels = {fact["id"]: fact["label"]["zh"] for fact in json.loads(cci("export").out)["facts"]}
    pairs = {
        label[at : at + 2]
        for label in labels.values()
        for at in range(len(label) - 1)
        if all("一" <= char <= "鿿" for char in label[at : at + 2])
    }
    assert len(pairs) > 500
    for pair in pairs:
        found = opened.execute("SELECT fact, label_zh FROM search WHERE search MATCH ?", [pair]).fetchall()
        assert {name for name, label in labels.items() if pair in label} <= {row["fact"] for row in found}
        assert all(labels[row["fact"]] == row["label_zh"] for row in found)


def test_sqlite_utils_opens_it(database: Path) -> None:
    read = Database(database)
    assert {"topics", "units", "facts", "observations", "sources", "citations"} <= set(read.table_names())
    assert {"latest", "conflicts"} <= set(read.view_names())
    keys = {(key.column, key.other_table, key.other_column) for key in read["facts"].foreign_keys}
    assert keys == {("topic", "topics", "id"), ("unit", "units", "id")}
    assert read["facts"].pks == ["id"]
    found = list(read["search"].search("融资", columns=["fact", "label_zh"]))
    assert {"fact": "finance.cross-border-financing", "label_zh": "跨境融资金额"} in found
    assert read["facts"].get("finance.cross-border-financing")["label_zh"] == "跨境融资金额"
    read.close()


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_datasette_serves_it(database: Path) -> None:
    from datasette.app import Datasette

    async def asked() -> list[Any]:
        served = Datasette([str(database)], settings={"num_sql_threads": 1})
        return [
            await served.client.get(f"/cci{path}")
            for path in (
                "/latest.json?_shape=array&fact=finance.cross-border-financing",
                "/search.json?_shape=array&_search=融資&_size=max",
                "/search?_search=融资",
                "/observations?_sort=time",
                "/facts/finance~2Esummits-held.json?_shape=array",
            )
        ]

    latest, found, page, table, fact = asyncio.run(asked())
    assert [each.status_code for each in (latest, found, page, table, fact)] == [200] * 5
    [row] = latest.json()
    assert (row["label_zh"], row["unit"]) == ("跨境融资金额", "USD")
    assert isinstance(row["value"], int)
    assert "finance.cross-border-financing" in {row["fact"] for row in found.json()}
    assert "跨境融资" in page.text
    assert "金融峰会" in json.loads(fact.json()[0]["aliases"])


def test_the_same_base_gives_the_same_bytes(cci: Program, tmp_path: Path) -> None:
    one, other = exported(cci, tmp_path / "one.db"), exported(cci, tmp_path / "other.sqlite")
    assert one.read_bytes() == other.read_bytes()
    status, content, err = piped(cci, "export", "--format", "sqlite")
    assert (status, err) == (0, "")
    assert content == one.read_bytes()


def test_it_says_what_it_is(cci: Program, tmp_path: Path, opened: sqlite3.Connection) -> None:
    told = dict(opened.execute("SELECT key, value FROM metadata").fetchall())
    assert told["schema"] == "cci/1"
    assert told["licence"].startswith("MIT License")
    assert "topics" not in told
    part = exported(cci, tmp_path / "p.db", "--topic", "trade", "--year", "2020")
    with closing(sqlite3.connect(part)) as connection:
        told = dict(connection.execute("SELECT key, value FROM metadata").fetchall())
    assert (told["topics"], told["year"]) == ("trade", "2020")
    own = exported(cci, tmp_path / "own.db", "--facts", SMALL)
    with closing(sqlite3.connect(own)) as connection:
        told = dict(connection.execute("SELECT key, value FROM metadata").fetchall())
    assert "licence" not in told
    assert "small.toml" in told["title"]


def test_every_column_is_explained(opened: sqlite3.Connection) -> None:
    for name, sql in opened.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%--%'"
    ):
        columns = opened.execute(f"SELECT name FROM pragma_table_info('{name}')").fetchall()
        for (column,) in columns if name != "search" else ():
            [line] = [each for each in sql.splitlines() if each.strip().startswith(f"{column} ")]
            assert " -- " in line or name == "metadata"


def test_text_that_looks_like_sql_is_text(cci: Program, tmp_path: Path) -> None:
    facts = harmful_facts(tmp_path)
    document = json.loads(cci("--facts", str(facts), "export").out)
    with closing(sqlite3.connect(exported(cci, tmp_path / "odd.db", "--facts", str(facts)))) as connection:
        labels = connection.execute("SELECT label_en, label_zh FROM facts ORDER BY position").fetchall()
    assert labels == [tuple(fact["label"].values()) for fact in document["facts"]]
