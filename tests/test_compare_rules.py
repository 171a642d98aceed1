"""What no comparison may ever hold, tried with random fact bases through the whole program.

The rules are written here once more, day by day and in other words than the program's.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cci_cli import periods

if TYPE_CHECKING:
    from conftest import Program

KINDS = ["stock", "flow", "level", "share", "event", "statement"]
YEARS = range(2017, 2022)
parts = [
    "",
    "-01/{y}-03",
    "-01/{y}-10",
    "-01/{y}-11",
    "-07/{y}-12",
    "-06-30",
    "-12-31",
    "-11",
    "-04/{n}-03",
    "/{n}",
]
times = st.builds(
    lambda year, part: f"{year}{part.format(y=year, n=year + 1)}",
    st.sampled_from(YEARS),
    st.sampled_from(parts),
)


@st.composite
def observations(draw: st.DrawFn) -> str:
    value = draw(st.integers(0, 200))
    lines = [f'time = "{draw(times)}"', f"value = {value}"]
    if draw(st.integers(0, 5)) == 0:
        lines[1] = 'text = { en = "Words.", zh = "文字。" }'
    elif draw(st.booleans()):
        lines.append(
            f'qualifier = "{draw(st.sampled_from(["over", "about", "nearly", "at-least", "at-most"]))}"'
        )
    growth = draw(st.integers(-50, 90)) if draw(st.booleans()) else None
    if growth is not None:
        lines.append(f"growth = {growth}")
    if draw(st.integers(0, 6)) == 0:
        lines += ['rank = "deprecated"', 'reason = { en = "Wrong.", zh = "有误。" }']
    source = draw(st.sampled_from(["daily", "bureau", "blog"]))
    quote = f"{value}" + ("" if growth is None else f", {growth}%")
    return "\n".join([*lines, f'citations = [{{ source = "{source}", quote = "{quote}" }}]'])


@st.composite
def facts(draw: st.DrawFn, name: str) -> str:
    kind = draw(st.sampled_from(KINDS))
    unit = draw(st.sampled_from(["train", "USD", "%"]))
    about = [
        f"[rail.{name}]", f'label = {{ en = "Fact {name}", zh = "事实{name}" }}', f'kind = "{kind}"',
        f'unit = "{unit}"', 'scope = { en = "all", zh = "全部" }',
        'caveat = { en = "Not rail.a, rail.b or rail.c.", zh = "另有口径。" }',
    ]  # fmt: skip
    if broken := draw(
        st.lists(st.sampled_from(["2018", "2019-06", "2020-01-01", "2021"]), max_size=2, unique=True)
    ):
        gaps = ", ".join(
            f'{{ time = "{each}", caveat = {{ en = "Changed.", zh = "改变。" }} }}' for each in broken
        )
        about.append(f"break = [{gaps}]")
    for each in draw(st.lists(observations(), min_size=1, max_size=7)):
        about += [f"\n[[rail.{name}.observations]]", each]
    return "\n".join(about)


@st.composite
def bases(draw: st.DrawFn) -> str:
    told = [
        '[units]\ntrain = { en = "train", plural = "trains", zh = "列" }',
        '"%" = { en = "%", plural = "%", zh = "%" }',
        '[rail]\nlabel = { en = "Rail", zh = "铁路" }',
        *(draw(facts(name)) for name in ("a", "b", "c")),
    ]
    body = "\n\n".join(told)
    sources = {
        "daily": 'type = "article-newspaper"',
        "bureau": 'type = "report"\nstanding = "official"',
        "blog": 'type = "post-weblog"\nstanding = "weak"',
    }
    used = [f"[sources.{name}]\n{said}" for name, said in sources.items() if f'"{name}"' in body]
    return "\n\n".join([*used, body]) + "\n"


def days(time: str) -> tuple[date, date]:
    start, end = periods.span(time)
    return date(*start), date(*end)


def is_whole(time: str) -> bool:
    start, end = days(time)
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def may_be_compared(fact: dict[str, Any], one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two observations of a fact may be set against each other."""
    lasts = fact["kind"] == "flow" or "/" in one["time"] or "/" in other["time"]
    (start, end), (begun, ended) = days(one["time"]), days(other["time"])
    for gap in fact["break"]:
        since = days(gap["time"])[0]
        if (start if fact["kind"] == "flow" else end) < since <= ended:
            return False
    if lasts:
        both_whole = is_whole(one["time"]) and is_whole(other["time"])
        one_year = start.year == end.year and begun.year == ended.year
        same = (start.month, end.month) == (begun.month, ended.month) and start.day == begun.day
        points = "/" not in one["time"] + other["time"] and fact["kind"] != "flow"
        if not points and not (one_year and (both_whole or same)):
            return False
    numbers = one["value"] is not None and other["value"] is not None
    able = one["rank"] != "deprecated" and other["rank"] != "deprecated"
    return numbers and able and fact["kind"] not in ("event", "statement")


def changes(row: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in (row["change"], *row["steps"], row["same_months"]) if each]


@settings(
    max_examples=30,
    # a fact base is told in full; to look for a smaller one would take minutes
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(bases())
def test_what_is_never_compared(cci: Program, base: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "facts.toml"
        file.write_text(base, encoding="utf-8")
        asked = ("compare", "2017..2021", "--all", "--facts", str(file))
        result = cci(*asked, "--json")
        if result.status == 1:
            assert "Nothing " in result.err
            return
        assert (result.status, result.err) == (0, "")
        page = json.loads(result.out)
        known = json.loads(cci("export", "--facts", str(file)).out)
        for format_ in ("tsv", "csv", "markdown", "table"):
            assert cci(*asked, "--format", format_, terminal=True).status == 0
    facts = {fact["id"]: fact for fact in known["facts"]}
    for row in page["rows"]:
        fact = facts[row["fact"]]
        observed = {each["id"]: each for each in fact["observations"]}
        assert bool(row["change"]) != bool(row["why_not"])
        for each in changes(row):
            one, other = (observed[each[end]["id"]] for end in ("before", "after"))
            assert may_be_compared(fact, one, other), (fact["id"], one, other)
            assert each["from"] < each["to"]
        for year, cell in row["cells"].items():
            speaker = row["values"][year]
            assert (cell is None) == (speaker is None)
            if cell:
                check_cell(fact, year, cell, speaker)


def check_cell(fact: dict[str, Any], year: str, cell: dict[str, Any], speaker: dict[str, Any]) -> None:
    """A cell's observation is of the year and of its kind, and hides nothing reported."""
    assert speaker in fact["observations"]
    assert speaker["rank"] != "deprecated"
    start, end = days(speaker["time"])
    assert end.year == int(year)
    reported = [
        each
        for each in fact["observations"]
        if each["status"] == "reported"
        and each["rank"] != "deprecated"
        and each["value"] is not None
        and days(each["time"])[1].year == int(year)
    ]
    match cell["kind"]:
        case "implied":
            same = [each for each in reported if days(each["time"]) == (start, end)]
            assert same == []
            assert speaker["formula"]
        case "reported":
            assert speaker in reported
            if fact["kind"] == "flow":
                assert is_whole(speaker["time"])
        case "partial":
            assert not is_whole(speaker["time"])
            if fact["kind"] == "flow":
                assert not any(
                    is_whole(each["time"]) and days(each["time"])[0].year == int(year) for each in reported
                )
        case kind:
            assert kind == "text"
    rivals = {each["id"] for each in cell["against"]}
    assert rivals == set(speaker["conflicts_with"])
