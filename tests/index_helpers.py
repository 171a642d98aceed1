"""A small fact base, and the program's own way of asking the index that is kept of it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from cci_cli import lookup
from cci_cli.cli.session import Session
from cci_cli.compare import compare
from cci_cli.environment import Environment
from cci_cli.index.speaking import siblings_in, speaking_in, speaking_years
from cci_cli.sources import source_page
from cci_cli.timeline import COUNTED, timeline_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from cci_cli.index import Index

FACTS = """
[units]
train = { en = "train", plural = "trains", zh = "列" }

[sources.paper]
type = "article-newspaper"
title = "通道五年"
author = ["申晓佳", { literal = "CCI Bureau" }]
issued = "2020-11-08"

[sources.bureau]
type = "report"
standing = "official"
title = "Report"

[rail]
label = { en = "Railways", zh = "铁路" }
aliases = ["trains"]

[rail.runs]
label = { en = "Trains run", zh = "开行列车" }
kind = "flow"
headline = true
unit = "train"
scope = { en = "Chongqing's trains", zh = "重庆班列" }

[[rail.runs.observations]]
time = "2019"
value = 923
citations = [{ source = "paper", quote = "923列" }]

[[rail.runs.observations]]
time = "2020"
value = 1297
growth = 40.5
citations = [
  { source = "bureau", quote = "1297列，增长40.5%", locator = "¶9" },
  { source = "paper", quote = "1297列" },
]

[rail.pace]
label = { en = "Trains a day", zh = "日均列车" }
kind = "level"
unit = "train"
scope = { en = "all trains", zh = "全部列车" }

[[rail.pace.observations]]
time = "2020-10"
value = 43.2
citations = [{ source = "paper", quote = "43.2列" }]

[money]
label = { en = "Money", zh = "资金" }

[money.loans]
label = { en = "Loans", zh = "贷款" }
kind = "stock"
unit = "USD"
scope = { en = "all loans", zh = "全部贷款" }

[[money.loans.observations]]
time = "2020-09-30"
value = 12_380_000_000
qualifier = "about"
citations = [{ source = "bureau", quote = "约123.8亿美元" }]
"""

#: Everything that can be asked of an index, and the pages that commands make of it.
QUESTIONS: dict[str, Callable[[Index], Any]] = {
    "topics": lambda index: index.topics(),
    "facts": lambda index: index.facts(),
    "facts of a topic": lambda index: [index.facts(topic) for topic in ("rail", "money")],
    "facts one by one": lambda index: [list(index.each_fact(topic)) for topic in (None, "rail")],
    "sources one by one": lambda index: list(index.each_source()),
    "verified": lambda index: index.verify(),
    "headlines": lambda index: [index.headline_facts(topic) for topic in ("rail", "money")],
    "JSON of a topic": lambda index: [index.topic_json(topic) for topic in ("rail", "money")],
    "counts": lambda index: [index.count(topic) for topic in (None, "rail", "money")],
    "names": lambda index: index.fact_names(),
    "fact": lambda index: [index.fact(fact) for fact in ("rail.runs", "rail.pace", "money.loans")],
    "sources": lambda index: list(index.sources().items()),
    "some sources": lambda index: list(index.sources(["paper", "bureau"]).items()),
    "facts citing": lambda index: [index.facts_citing(source) for source in ("paper", "bureau")],
    "units": lambda index: index.units(),
    "summary": lambda index: index.summary(),
    "overview": lookup.overview,
    "topic page": lambda index: lookup.topic_page(index, lookup.find_topic(index, "铁路")),
    "fact page": lambda index: lookup.fact_page(index, "loans"),
    "years": speaking_years,
    "speaking": lambda index: [speaking_in(index, year) for year in (2019, 2020, 2021)],
    "siblings": siblings_in,
    "facts at places": lambda index: index.facts_at([0, 2]),
    "places": lambda index: [index.positions(topic) for topic in ("rail", "money")],
    "comparison": lambda index: compare(index, ["2019..2020"]),
    "observed years": lambda index: index.observed_years(COUNTED, "rail"),
    "facts observed": lambda index: index.facts_observed(2019, 2020, COUNTED),
    "number observed": lambda index: index.count_observed(2020, COUNTED),
    "disputed": lambda index: index.disputed_facts(),
    "development": lambda index: index.development("rail.runs"),
    "year": lambda index: timeline_page(index, (2020, 2020)),
    "source page": lambda index: source_page(index, "paper"),
}


class Desk(Environment):
    """An environment with a fact base and a cache folder of its own."""

    def __init__(self, facts: Path, folder: Path | None) -> None:
        super().__init__(["--facts", str(facts)], {}, io.StringIO(), io.StringIO())
        self._folder = folder

    @property
    def cache_folder(self) -> Path | None:
        return self._folder


def everything(index: Index) -> dict[str, Any]:
    return {name: ask(index) for name, ask in QUESTIONS.items()}


def ask(facts: Path, folder: Path | None, question: Callable[[Index], Any] = everything) -> Any:
    """What the program answers, with the index in a folder if there is one."""
    return Session(Desk(facts, folder)).answer(question)


def trains_in(index: Index) -> Any:
    """The number of trains in 2019."""
    return index.facts("rail")[0].observations[0].value


def trains(facts: Path, folder: Path | None) -> Any:
    """The number of trains in 2019, as the program answers."""
    return ask(facts, folder, trains_in)


def written(facts: Path, value: int = 923) -> Path:
    """The fact base with another number of trains, written over what was there, in as many bytes."""
    with facts.open("r+b" if facts.exists() else "wb") as file:
        file.write(FACTS.replace("923", str(value)).encode())
    return facts


def only_file(folder: Path) -> Path:
    """The one file in a folder, which is an index."""
    (file,) = folder.iterdir()
    assert file.suffix == ".index"
    return file


def state(path: Path) -> tuple[int, int]:
    """What changes when an index is built anew."""
    found = path.stat()
    return found.st_ino, found.st_size


def started(facts: Path, variables: Mapping[str, str], topic: str = "rail") -> subprocess.Popen[str]:
    """The program as a process of its own that was just started."""
    kept = {name: value for name, value in os.environ.items() if name not in ("HOME", "XDG_CACHE_HOME")}
    command = [sys.executable, "-m", "cci_cli", topic, "--json", "--facts", str(facts)]
    return subprocess.Popen(
        command,
        env={**kept, "PYTHONIOENCODING": "utf-8", **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def finished(process: subprocess.Popen[str]) -> Any:
    """The JSON that a process writes; it says nothing else and ends well."""
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    return json.loads(out)


def trains_of(document: Any) -> Any:
    """The number of trains in 2019 in a topic's JSON."""
    return document["facts"][0]["observations"][0]["value"]
