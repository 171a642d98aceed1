"""Comparisons drawn on a terminal."""

from __future__ import annotations

import io
import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from cci_cli.cli.drawing import with_values
from cci_cli.cli.run import run
from cci_cli.environment import Environment
from cci_cli.plot.bars import ASCII, HEDGES, UNICODE, bar
from cci_cli.plot.order import drawn_breaks, in_order
from cci_cli.plot.scale import DECADES_APART, scale_of
from cci_cli.plot.series import Break, Point, Series
from cci_cli.quantities import interval
from comparing import written_base
from conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from syrupy.assertion import SnapshotAssertion

    from cci_cli.plot.bars import Signs
    from conftest import Program, Result

PLOT = str(ROOT / "tests" / "plot.toml")
ALL = ("compare", "2018..2024", "--plot")


def drawn(cci: Program, *words: str, width: int = 80, lang: str = "en", terminal: bool = True) -> Result:
    return cci("--facts", PLOT, "--lang", lang, *words, terminal=terminal, width=width)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("options", [(), ("--ascii",)], ids=["unicode", "ascii"])
def test_screen(
    cci: Program, snapshot: SnapshotAssertion, options: tuple[str, ...], width: int, lang: str
) -> None:
    result = drawn(cci, *ALL, *options, width=width, lang=lang)
    assert result.out == snapshot
    assert (result.status, result.err) == (0, "")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [24, 30, 40, 53, 60, 80, 120, 200])
def test_nothing_is_lost_or_too_wide_at_any_width(cci: Program, width: int, lang: str) -> None:
    out = drawn(cci, *ALL, width=width, lang=lang).out
    assert max(cell_len(line) for line in out.splitlines()) <= width
    written = re.sub(r"\s", "", out)
    wide = drawn(cci, "compare", "2018..2024", "--format", "tsv", lang=lang, terminal=False).out
    for row in wide.splitlines():
        assert re.sub(r"\s", "", row.split("\t")[0]) in written
    values = {
        "en": ["1,154 trains", "over 2,300 trains", "2,243 trains", "over 8,200 trains (implied)",
               "about 8,800 trains (weak sources only)", "60,000 to 70,000 TEU", "over -12.5%", "6th",
               "about US$12.38 billion", "conflict", "no figure", "break 2021", "2020 Jan to Oct"],
        "zh": ["1154列", "超2300列", "2243列", "超8200列（推算）", "约8800列（仅有弱来源）", "6万至7万标箱",
               "超-12.5%", "第6", "约123.8亿美元", "矛盾", "无数据", "断点 2021", "2020 1至10月"],
    }  # fmt: skip
    for value in values[lang]:
        assert value.replace(" ", "") in written


def test_a_pipe_gets_the_same_without_colour(cci: Program) -> None:
    shown, piped = (drawn(cci, *ALL, terminal=terminal) for terminal in (True, False))
    assert piped.out == shown.out
    coloured = cci("--facts", PLOT, *ALL, terminal=True, NO_COLOR="", TERM="xterm")
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.out) == shown.out


def test_a_stream_that_cannot_write_the_signs_gets_plain_ones(cci: Program) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="gbk")
    words = ["--facts", PLOT, "--lang", "zh", *ALL]
    assert run(Environment(words, cci.variables | {"COLUMNS": "80"}, out, io.StringIO())) == 0
    out.flush()
    assert raw.getvalue().decode("gbk") == drawn(cci, *ALL, "--ascii", lang="zh").out


@pytest.mark.parametrize("terminal", ["dumb", "linux"])
def test_a_terminal_that_knows_few_signs_gets_plain_ones(cci: Program, terminal: str) -> None:
    plain = drawn(cci, *ALL, "--ascii").out
    assert cci("--facts", PLOT, *ALL, terminal=True, TERM=terminal).out == plain


def test_signs_are_one_column_wide_everywhere() -> None:
    """No sign is ambiguous: such are two columns wide in many Chinese terminals."""
    signs = {sign for signs in (ASCII, UNICODE) for sign in signs if isinstance(sign, str)}
    assert {unicodedata.east_asian_width(sign) for sign in signs | set(HEDGES.values())} <= {"N", "Na"}


def test_the_legend_has_only_signs_that_occur(cci: Program) -> None:
    legend = drawn(cci, "compare", "2020..2022", "loans", "--plot").out.partition("\n\n")[2]
    assert "about" in legend
    assert "over, or at least" not in legend
    assert "implied by" not in legend


@pytest.mark.parametrize("ending", ["", ".svg"])
def test_a_note_on_a_figure_is_marked_and_stands_beneath(cci: Program, tmp_path: Path, ending: str) -> None:
    note = 'caveat = { en = "One city only.", zh = "仅一市。" }'
    base = written_base(tmp_path / "facts.toml", "flow", "train", f"2019 100; {note}", "2020 150")
    file = tmp_path / f"chart{ending}"
    shown = cci(
        "compare", "2019..2020", "--facts", base, "--plot", *([str(file)] if ending else []), terminal=True
    )
    out = file.read_text(encoding="utf-8") if ending else shown.out
    assert "has a note" in out
    assert "2019: note: One city only." in out


@pytest.mark.parametrize("ending", ["", ".svg"])
def test_remarks_on_a_figure_are_parted_by_a_chinese_comma_in_chinese(
    cci: Program, tmp_path: Path, ending: str
) -> None:
    note = 'caveat = { en = "One city only.", zh = "仅一市。" }'
    rival = f"2019 200; by blog; {note}"
    base = written_base(tmp_path / "facts.toml", "flow", "train", "2019 100", rival, "2020 150")
    file = tmp_path / f"chart{ending}"
    named = [str(file)] if ending else []
    command = ("compare", "2019..2020", "--facts", base, "--plot", *named, "--lang", "zh")
    shown = cci(*command, terminal=True)
    assert "仅有弱来源，有说明" in (file.read_text(encoding="utf-8") if ending else shown.out)


@pytest.mark.parametrize("others", [("2020 50", "2021 200"), ("2020 500", "2021 -1")])
def test_zero_has_no_bar(cci: Program, tmp_path: Path, others: Sequence[str]) -> None:
    base = written_base(tmp_path / "facts.toml", "flow", "train", "2019 0", *others)
    out = cci("compare", "2019..2021", "--facts", base, "--plot", "--ascii", terminal=True).out
    [line] = [each for each in out.splitlines() if each.startswith("2019 ")]
    assert "#" not in line


def test_a_logarithmic_scale_of_parts_has_round_numbers(cci: Program, tmp_path: Path) -> None:
    base = written_base(tmp_path / "facts.toml", "flow", "USD", "2019 0.0003", "2020 0.5")
    out = cci("compare", "2019..2020", "--facts", base, "--plot", terminal=True).out
    labels = re.findall(r"\|?([\d.]+)\|?", next(each for each in out.splitlines() if "|" in each))
    assert labels == ["0.0001", "0.001", "0.01", "0.1"]


def test_years_that_were_not_asked_for_are_not_missed(cci: Program) -> None:
    out = drawn(cci, "compare", "2019", "2024", "rank", "--plot").out
    assert "Rank among the ports, 2019, 2024" in out
    assert "no figure" not in out


@pytest.mark.parametrize(
    ("arguments", "read"),
    [
        (["2019", "--plot"], ["2019", "--plot="]),
        (["--plot", "2019", "2024"], ["--plot=", "2019", "2024"]),
        (["--plot", "2018..2025"], ["--plot=", "2018..2025"]),
        (["--plot", "rail.trains"], ["--plot=", "rail.trains"]),
        (["--plot", "--ascii"], ["--plot=", "--ascii"]),
        (["--plot", "a.svg", "2019"], ["--plot=a.svg", "2019"]),
        (["--plot", "A.PNG"], ["--plot=A.PNG"]),
        (["--plot", "a.jpg"], ["--plot=a.jpg"]),
        (["--plot", "out/a"], ["--plot=out/a"]),
        (["--plot=a.svg"], ["--plot=a.svg"]),
        (["--", "--plot"], ["--", "--plot"]),
        ([], []),
    ],
)
def test_what_follows_is_a_file_if_it_is_named_like_one(arguments: list[str], read: list[str]) -> None:
    assert with_values(arguments) == read


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--plot", "--json"), "Give one or the other"),
        (("--ascii",), "--ascii does not apply here"),
        (("--force",), "--force does not apply here"),
        (("--plot", "--force"), "--force does not apply here"),
        (("--plot", "a.svg", "--ascii"), "--ascii does not apply here"),
    ],
)
def test_options_that_do_not_go_together(cci: Program, words: tuple[str, ...], said: str) -> None:
    result = drawn(cci, "compare", "2018..2024", *words)
    assert said in result.err
    assert (result.status, result.out) == (2, "")


def test_events_have_nothing_to_draw(cci: Program) -> None:
    result = drawn(cci, "compare", "2018", "2019", "rail.opened", "--plot")
    assert (result.status, result.out) == (1, "")
    assert result.err


def series(points: Sequence[Point], kind: str = "flow", unit: str = "train", breaks: str = "") -> Series:
    cut = (Break(breaks, "It changed."),) if breaks else ()
    return Series("rail.x", "X", kind, unit, "", "", "", tuple(points), cut)


QUALIFIERS = ["exact", "over", "about", "nearly", "at-least", "at-most"]
VALUES = st.one_of(
    st.integers(0, 10**12), st.decimals(-100, 10**6, allow_nan=False, allow_infinity=False, places=2)
)


@st.composite
def points(draw: Callable[..., object]) -> Point:
    year = draw(st.integers(2000, 2030))
    value, qualifier = draw(VALUES), draw(st.sampled_from(QUALIFIERS))
    assert isinstance(year, int)
    assert isinstance(value, int | Decimal)
    assert isinstance(qualifier, str)
    return Point(
        year, f"{year:04d}", value, interval(value, qualifier), f"{value}", None, qualifier,
        implied=bool(draw(st.booleans())), partial=bool(draw(st.booleans())),
    )  # fmt: skip


@given(st.lists(points(), min_size=1, max_size=8), st.integers(6, 70), st.sampled_from([ASCII, UNICODE]))
def test_bars_fit_their_cells_and_what_is_more_is_not_shorter(
    drawn_points: list[Point], cells: int, signs: Signs
) -> None:
    scale = scale_of(series(drawn_points))
    bars = [(point, bar(point, scale, cells, signs)) for point in drawn_points]
    for point, line in bars:
        assert cell_len(line) <= cells
        assert line.strip() or not point.value
        if hedge := HEDGES.get(point.qualifier):
            assert hedge in line
    exact = sorted(
        (point.value, len(line))
        for point, line in bars
        if point.qualifier == "exact" and scale.low >= 0 and not scale.places
    )
    assert [length for _, length in exact] == sorted(length for _, length in exact)


@given(st.lists(points(), min_size=1, max_size=8))
def test_a_scale_is_logarithmic_only_where_lengths_would_hide_figures(drawn_points: list[Point]) -> None:
    scale = scale_of(series(drawn_points))
    least, most = (of(Decimal(point.value) for point in drawn_points) for of in (min, max))
    assert scale.log == (least > 0 and most >= DECADES_APART * least)
    for point in drawn_points:
        assert 0 <= scale.place(Decimal(point.value)) <= 1
    if not scale.log:
        assert scale.low <= 0 <= scale.high  # lengths start at zero


def stock(year: int, time: str) -> Point:
    return Point(year, time, 5, interval(5), "5")


@pytest.mark.parametrize(
    ("kind", "times", "cut", "between"),
    [
        ("stock", {2020: "2020-12-31", 2021: "2021-12-31"}, "2021-06", (2020, 2021)),
        ("stock", {2020: "2020-12-31", 2021: "2021-03-31", 2022: "2022"}, "2021-06", (2021, 2022)),
        ("flow", {2020: "2020", 2021: "2021"}, "2021", (2020, 2021)),
        ("level", {2019: "2019-05", 2023: "2023"}, "2021-06", (2019, 2023)),
    ],
)
def test_a_break_stands_between_the_figures_that_it_parts(
    kind: str, times: dict[int, str], cut: str, between: tuple[int, int]
) -> None:
    broken = series([stock(year, time) for year, time in times.items()], kind, breaks=cut)
    ((_, place),) = drawn_breaks(broken)
    assert between[0] < place < between[1]
    items = [
        item.year if isinstance(item, Point) else "break"
        for item in in_order(broken, sorted(times))
        if isinstance(item, Point | Break)
    ]
    at = items.index("break")
    assert (items[at - 1], items[at + 1]) == between


def test_a_break_within_a_flow_goes_through_it() -> None:
    broken = series([stock(2020, "2020"), stock(2021, "2021")], breaks="2020-07")
    ((_, place),) = drawn_breaks(broken)
    assert 2019.5 < place < 2020.5
