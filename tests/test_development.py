"""How a fact developed, in words and drawn."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cci_cli.cli.run import run
from cci_cli.derive import derived
from cci_cli.development import development, development_json, development_of, runs
from cci_cli.environment import Environment
from cci_cli.factbase.load import load
from cci_cli.model import Break, Citation, Fact, Observation, Source, Text
from cci_cli.render.screens.development import development_text
from cci_cli.render.screens.signs import BREAK, GAP, HEIGHTS, PLAIN
from conftest import FACTS, ROOT

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

STORY = str(ROOT / "tests" / "story.toml")
SIGNS = HEIGHTS + GAP + BREAK
SOURCES = {"a": Source("a", "document")}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("fact", ["rail.trains", "rail.ports", "rail.change", "rail.meetings"])
def test_screen(cci: Program, snapshot: SnapshotAssertion, fact: str, width: int, lang: str) -> None:
    result = cci("--facts", STORY, "--lang", lang, "show", fact, terminal=True, width=width)
    assert (result.status, result.err) == (0, "")
    assert result.out.split("\n\n")[0] == snapshot


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "cp1252", "utf-8"])
def test_signs_that_a_stream_cannot_carry_are_ascii(cci: Program, encoding: str, lang: str) -> None:
    written = io.BytesIO()
    out = io.TextIOWrapper(written, encoding=encoding, errors="replace")
    words = ["--facts", STORY, "--lang", lang, "show", "rail.trains", "--format", "table"]
    assert run(Environment(words, cci.variables | {"COLUMNS": "80"}, out, io.StringIO())) == 0
    page = written.getvalue().decode(encoding)
    drawn = "▁▅┄┄█│┄█▄"
    assert (drawn in page) == (encoding == "utf-8")
    assert (drawn.translate(PLAIN) in page) == (encoding != "utf-8")
    assert drawn.translate(PLAIN).isascii()


def test_every_sign_is_as_wide_as_every_other_in_any_terminal() -> None:
    assert {unicodedata.east_asian_width(each) for each in SIGNS} == {"A"}
    assert len({chr(each) for each in PLAIN.values()}) == len(PLAIN) == len(SIGNS)


def fact_of(
    values: dict[int, int], *, breaks: tuple[str, ...] = (), kind: str = "flow", unit: str = "train"
) -> Fact:
    observations = tuple(
        Observation(str(year), str(year), value, citations=(Citation("a", str(value)),))
        for year, value in sorted(values.items())
    )
    gaps = tuple(Break(time, Text("Other", "另")) for time in breaks)
    label = Text("Trains", "列车")
    return Fact("rail.trains", "rail", label, kind, unit, breaks=gaps, observations=observations)


def text_of(fact: Fact, width: int = 80, lang: str = "en") -> str:
    found = development(fact, SOURCES)
    return development_text(found, fact, {}, lang, width) if found else ""


def drawing(text: str) -> str:
    """The line that is drawn."""
    [line] = [line for line in text.splitlines() if set(line) <= set(SIGNS)]
    return line


series = st.dictionaries(st.integers(2000, 2030), st.integers(-1000, 10**6), min_size=2)


@given(series)
def test_a_higher_sign_is_a_higher_figure_and_a_gap_is_a_year_without(values: dict[int, int]) -> None:
    line = drawing(text_of(fact_of(values)))
    years = range(min(values), max(values) + 1)
    assert len(line) == len(years)
    for year, sign in zip(years, line, strict=True):
        assert (sign == GAP) == (year not in values)
    drawn = [
        (values[year], HEIGHTS.index(sign)) for year, sign in zip(years, line, strict=True) if year in values
    ]
    for value, height in drawn:
        assert all(other <= height for lower, other in drawn if lower <= value)
    if max(values.values()) > 0:
        assert max(height for _, height in drawn) == len(HEIGHTS) - 1


@given(series, st.integers(2000, 2030), st.integers(1, 12))
def test_a_break_divides_and_each_side_is_drawn_by_itself(
    values: dict[int, int], year: int, month: int
) -> None:
    fact = fact_of(values, breaks=(f"{year}-{month:02}",), kind="stock")
    before = {each: value for each, value in values.items() if each < year}
    since = {each: value for each, value in values.items() if each >= year}
    text = text_of(fact)
    if not (before and since):
        assert BREAK not in text
        return
    assert f"after the break of {year}-{month:02}: " in text
    if len(before) == len(since) == 1:
        assert not set(text) & set(HEIGHTS)  # there is nothing to set side by side
        return
    one, other = drawing(text).split(BREAK)
    assert len(one) + len(other) == max(values) - min(values) + 1
    assert len(one) == year - min(values)
    for side, drawn in ((before, one), (since, other)):
        if len(side) > 1:
            assert drawing(text_of(fact_of(side, kind="stock"))) == drawn.strip(GAP)


@given(series, st.sampled_from(["en", "zh"]))
def test_it_can_be_read_without_the_drawing(values: dict[int, int], lang: str) -> None:
    first, last = min(values), max(values)
    words = text_of(fact_of(values), lang=lang).splitlines()[0]
    assert str(first) in words
    assert str(last) in words
    assert not set(words) & set(SIGNS)


def test_where_it_does_not_fit_it_is_words_alone() -> None:
    fact = fact_of({2000: 1, 2020: 2})
    assert set(drawing(text_of(fact, width=42))) <= set(SIGNS)
    assert not set(text_of(fact, width=41)) & set(SIGNS)
    assert "2001 to 2019" in text_of(fact, width=41)


def test_a_flow_with_a_break_within_its_year_says_so() -> None:
    text = text_of(fact_of({2019: 1, 2020: 2, 2021: 3, 2022: 4}, breaks=("2021-07",)))
    assert "with the break of 2021-07 within: 3 train (2021)" in text
    assert "after the break of 2021-07: 4 train (2022)" in text


@pytest.mark.parametrize("unit", ["rank", "ordinal"])
def test_ranks_are_not_drawn(unit: str) -> None:
    assert development(fact_of({2019: 1, 2020: 2}, kind="level", unit=unit), SOURCES) is None


@pytest.mark.parametrize("kind", ["event", "statement"])
def test_what_is_told_is_not_drawn(kind: str) -> None:
    assert development(fact_of({2019: 1, 2020: 2}, kind=kind), SOURCES) is None


def test_one_year_is_no_development(cci: Program) -> None:
    assert development(fact_of({2019: 1}), SOURCES) is None
    assert "Development" in cci("--facts", STORY, "show", "trains", terminal=True).out
    assert "Development" not in cci("--facts", STORY, "show", "trains", "--year", "2018", terminal=True).out


def test_what_is_implied_partial_or_deprecated_is_left_out() -> None:
    base = derived(load(ROOT / "tests" / "story.toml"))
    [trains] = [fact for fact in base.facts if fact.id == "rail.trains"]
    found = development(trains, base.sources)
    assert found
    figures = {year: each.value for one in found.stretches for year, each in one.figures.items()}
    assert figures == {2017: 100, 2018: 640, 2021: 1000, 2023: 3000, 2024: 1500}
    assert found.gaps == [2019, 2020, 2022]
    assert found.disputed == [2018]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_development_of_the_record_is_true_to_it(lang: str) -> None:
    """The first and the last figure in words with their times, and as many signs as years."""
    base = derived(load(FACTS))
    several = 0
    for fact in base.facts:
        found = development(fact, base.sources)
        if not found:
            continue
        several += 1
        text = development_text(found, fact, base.units, lang, 60)
        for stretch in found.stretches:
            for figure in (min(stretch.figures), max(stretch.figures)):
                assert stretch.figures[figure].time in text
                assert stretch.figures[figure].status == "reported"
        if any(len(each.figures) > 1 for each in found.stretches):
            assert len(drawing(text)) == len(found.years) + len(found.stretches) - 1
    assert several > 50


def test_the_json_of_a_fact_is_what_it_was(cci: Program) -> None:
    document = json.loads(cci("--facts", STORY, "show", "trains", "--json").out)
    assert set(document) == {"schema", "fact", "sources"}
    for format_ in ("tsv", "csv", "markdown"):
        out = cci("--facts", STORY, "show", "trains", "--format", format_).out
        assert not re.search(f"[{SIGNS}]", out)


def test_what_an_index_keeps_is_the_development_itself() -> None:
    for path in (FACTS, ROOT / "tests" / "story.toml"):
        base = derived(load(path))
        for fact in base.facts:
            if found := development(fact, base.sources):
                kept = json.loads(json.dumps(development_json(found, fact)))
                assert development_of(kept, fact) == found


@pytest.mark.parametrize(
    ("years", "found"),
    [([], []), ([2019], [(2019, 2019)]), ([2017, 2018, 2020], [(2017, 2018), (2020, 2020)])],
)
def test_years_that_follow_each_other_are_a_run(years: list[int], found: list[tuple[int, int]]) -> None:
    assert runs(years) == found
