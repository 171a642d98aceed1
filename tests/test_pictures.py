"""Comparisons drawn as files."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from cci_cli.files import write_whole
from comparing import written_base
from conftest import ROOT

pytest.importorskip("matplotlib")

from cci_cli.plot import ENDINGS, fonts, looks, picture

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program, Result

PLOT = str(ROOT / "tests" / "plot.toml")
SVG = "{http://www.w3.org/2000/svg}"
has_chinese = pytest.mark.skipif(
    bool(fonts.fonts_for(["铁路"], "zh").lacking), reason="no font with Chinese is installed"
)


def draw(cci: Program, file: Path, *words: str, facts: str = PLOT, lang: str = "en") -> Result:
    asked = words or ("2018..2024",)
    return cci("--facts", facts, "--lang", lang, "compare", *asked, "--plot", str(file))


def texts(file: Path) -> list[str]:
    return ["".join(each.itertext()) for each in ET.fromstring(file.read_bytes()).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "en",
            ["Rail, 2018 to 2024", "Trains in the year", "Containers_of $all$ kinds", "Rank among the ports",
             "trains; flow (over a period)", "US$ billion; stock (cumulative up to a date)", "Jan to Oct",
             "1,154", "over 2,300", "◇ 2,243 [2]", "3,655", "over 8,200", "about 8,800",
             "weak sources only",
             "over -12.5", "about 12.38", "2nd", "[1]", "break 2021",
             "break 2021: Trains of a second operator are counted too.",
             "Note: Chongqing's own trains are another fact.",
             "Counted: all trains of the corridor, both ways",
             "implied by the growth reported for the year after", "conflict: another source's figure"],
        ),
        (
            "zh",
            ["铁路（2018至2024年）", "全年开行班列", "各类集装箱_与$箱量$", "港口排名",
             "列；流量（一段时期内）",
             "亿美元；存量（截至某日累计）", "1至10月", "1154", "超2300", "◇ 2243 [2]", "约123.8", "第2",
             "断点 2021：此后计入第二家运营商。", "注意：重庆自身班列另列。", "口径：全通道双向班列"],
        ),
    ],
)  # fmt: skip
def test_a_vector_picture_says_all_in_text(
    cci: Program, tmp_path: Path, lang: str, expected: list[str]
) -> None:
    file = tmp_path / "chart.svg"
    result = draw(cci, file, lang=lang)
    assert (result.status, result.err) == (0, "")
    found = texts(file)
    assert [each for each in expected if each not in found] == []
    assert [str(year) for year in range(2018, 2025)] * 5 == [
        each for each in found if re.fullmatch(r"20\d\d", each)
    ]
    sources = " ".join(found).replace("\N{NO-BREAK SPACE}", " ")
    for source in ("[1] example.net 2022", "[2] Daily $News_$ & Co 2021-11-07", "[3] 项目管理局"):
        assert source in sources
    assert any("logarithmic" in each or "对数" in each for each in found)


def test_a_vector_picture_names_fonts_of_every_system(cci: Program, tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    draw(cci, file, lang="zh")
    text = file.read_text(encoding="utf-8")
    assert 'xml:lang="zh-Hans"' in text
    for name in ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "sans-serif"):
        assert name in text
    assert "<title>铁路（2018至2024年）</title>" in text


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (("1_234_567_891", "92_345_678_912"), ["0", "50 billion", "100 billion"]),
        (("234_567_891_234_567", "923_456_789_123_456"), ["0", "500 trillion", "10^15"]),
    ],
)
def test_what_stands_at_an_axis_is_short(
    cci: Program, tmp_path: Path, values: tuple[str, str], ticks: list[str]
) -> None:
    """Figures of many digits have no scale in common, yet long numbers would be cut off at the left."""
    told = [f"{year} {value}" for year, value in zip((2019, 2020), values, strict=True)]
    base = written_base(tmp_path / "facts.toml", "flow", "train", *told)
    file = tmp_path / "chart.svg"
    assert draw(cci, file, "2019..2020", facts=base).status == 0
    assert [each for each in ticks if each not in texts(file)] == []


def test_zero_has_no_outline(cci: Program, tmp_path: Path) -> None:
    """As many bars are filled as there are figures that are not zero."""
    bars = []
    for first in ("0", "5"):
        base = written_base(tmp_path / "facts.toml", "flow", "train", f"2019 {first}", "2020 50")
        file = tmp_path / f"{first}.svg"
        draw(cci, file, "2019..2020", facts=base)
        bars.append(file.read_text(encoding="utf-8").count(f"fill: {looks.BLUE}"))
    assert bars[0] == bars[1] - 1


@has_chinese
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_is_drawn_each_time(cci: Program, tmp_path: Path, ending: str, lang: str) -> None:
    one, other = tmp_path / f"one{ending}", tmp_path / f"other{ending}"
    assert draw(cci, one, lang=lang).status == draw(cci, other, lang=lang).status == 0
    assert one.read_bytes() == other.read_bytes()


@has_chinese
def test_a_picture_of_dots_is_as_wide_as_a_page_of_text(cci: Program, tmp_path: Path) -> None:
    file = tmp_path / "chart.PNG"
    assert draw(cci, file, lang="zh").status == 0
    content = file.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    assert 1300 < wide < 1450  # 170 mm and a margin, at 200 dots an inch
    assert wide < high < 3 * wide


MANY = """
[units]
train = { en = "train", plural = "trains", zh = "列" }
[sources.daily]
type = "article-newspaper"
title = "Trains"
container-title = "Daily"
[rail]
label = { en = "Rail", zh = "铁路" }
"""
ONE = """
[rail.line-{number}]
label = {{ en = "Line {number}", zh = "Line {number}" }}
kind = "flow"
unit = "train"
scope = {{ en = "all trains", zh = "all" }}
"""
YEAR = """
[[rail.line-{number}.observations]]
time = "{year}"
value = {value}
citations = [{{ source = "daily", quote = "{value} trains" }}]
"""


def many(folder: Path, facts: int, years: range) -> str:
    file = folder / "many.toml"
    text = MANY
    for number in range(1, facts + 1):
        text += ONE.format(number=number)
        text += "".join(YEAR.format(number=number, year=year, value=1_234_000 + year) for year in years)
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_picture_says_what_it_leaves_out(cci: Program, tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    facts = many(tmp_path, picture.MOST_PANELS + 2, range(2019, 2021))
    result = draw(cci, file, "2019", "2020", facts=facts)
    assert result.status == 0
    assert "Not drawn: 2 facts" in result.err
    found = texts(file)
    assert f"Line {picture.MOST_PANELS}" in found
    assert f"Line {picture.MOST_PANELS + 1}" not in found


def test_a_pdf_has_pages_for_everything(cci: Program, tmp_path: Path) -> None:
    file = tmp_path / "chart.pdf"
    facts = many(tmp_path, 2 * picture.PANELS_A_PAGE + 1, range(2019, 2021))
    result = draw(cci, file, "2019", "2020", facts=facts)
    assert (result.status, result.err) == (0, "")
    assert file.read_bytes().startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", file.read_bytes())) == 3


@pytest.mark.parametrize("years", [2, 6, 12, 20, 40])
def test_nothing_overlaps_or_is_cut(cci: Program, tmp_path: Path, years: int) -> None:
    """However close the bars stand, what is written above them stays apart, and on the page."""
    facts = many(tmp_path, 1, range(2025 - years, 2025))
    seen = collisions(cci, facts, f"{2025 - years}..2024", "en")
    assert seen == []


@has_chinese
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_overlaps_in_a_chart_of_every_shape(cci: Program, lang: str) -> None:
    assert collisions(cci, PLOT, "2018..2024", lang) == []


def collisions(cci: Program, facts: str, years: str, lang: str) -> list[tuple[str, str]]:
    """The texts of a chart that run into each other, or over the page's edge."""
    from matplotlib import rc_context, rcParamsDefault
    from matplotlib.text import Text
    from matplotlib.transforms import Bbox

    from cci_cli import compare
    from cci_cli.cli.session import Session
    from cci_cli.environment import Environment
    from cci_cli.plot import looks
    from cci_cli.plot.figure import figure
    from cci_cli.plot.series import Drawer
    from cci_cli.plot.typeset import Typesetter
    from conftest import Terminal

    environment = Environment(["--facts", facts], cci.variables, Terminal(), Terminal())
    session = Session(environment)
    page = session.answer(lambda index: compare.compare(index, [years]))
    session.close()
    chart = Drawer(page.sources, page.units, lang).chart("Title", page)
    chosen = fonts.fonts_for(["铁路"], lang)
    with rc_context(dict(rcParamsDefault) | looks.SETTINGS | {"font.family": list(chosen.names)}):
        drawing = figure(chart, Typesetter(chosen))
        drawing.set_dpi(200)
        drawing.draw_without_rendering()
        written = [each for each in drawing.findobj(Text) if each.get_visible() and each.get_text().strip()]
        boxes = [(each.get_text(), Text.get_window_extent(each)) for each in written]
    page_box = drawing.bbox
    cut = [
        (text, "the edge")
        for text, box in boxes
        if not (
            page_box.x0 <= box.x0 <= box.x1 <= page_box.x1 and page_box.y0 <= box.y0 <= box.y1 <= page_box.y1
        )
    ]
    for number, (text, box) in enumerate(boxes):
        for other, beside in boxes[number + 1 :]:
            common = Bbox.intersection(box, beside)
            if common and common.width > 3 and common.height > 3:  # a point, at 200 dots an inch
                cut.append((text, other))
    return cut


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("chart.jpg", "end its name with one of .svg .png .pdf"),
        ("out/chart", "end its name with one of .svg .png .pdf"),
        ("nowhere/chart.svg", "could not be written: No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_written(cci: Program, tmp_path: Path, name: str, said: str) -> None:
    result = draw(cci, tmp_path / name)
    assert said in result.err
    assert (result.status, result.out) == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_replaced_only_when_asked(cci: Program, tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    file.write_text("mine", encoding="utf-8")
    result = draw(cci, file)
    assert "is there already; --force replaces it" in result.err
    assert (result.status, file.read_text(encoding="utf-8")) == (2, "mine")
    assert draw(cci, file, "2018..2024", "--force").status == 0
    assert "Trains in the year" in texts(file)
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_is_not_replaced(cci: Program, tmp_path: Path) -> None:
    (tmp_path / "chart.svg").mkdir()
    result = draw(cci, tmp_path / "chart.svg", "2018..2024", "--force")
    assert "could not be written" in result.err
    assert result.status == 2
    assert len(list(tmp_path.iterdir())) == 1


def test_what_is_written_is_whole_or_not_there(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write_whole(file, b"one")
    with pytest.raises(FileExistsError):
        write_whole(file, b"two")
    assert file.read_bytes() == b"one"
    write_whole(file, b"two", replace=True)
    assert file.read_bytes() == b"two"
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "nowhere" / "a", b"one")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_the_library_a_message_says_how_to_get_it(
    cci: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = draw(cci, tmp_path / "chart.svg", lang=lang)
    assert "pip install 'cci-cli[plot]'" in result.err
    assert (result.status, result.out, list(tmp_path.iterdir())) == (2, "", [])
    assert cci("--facts", PLOT, "compare", "2018..2024", "--plot").status == 0


@pytest.mark.parametrize("ending", ENDINGS)
def test_without_a_chinese_font_no_boxes_are_drawn(
    cci: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr(fonts, "CHINESE", ())
    file = tmp_path / f"chart{ending}"
    result = draw(cci, file, lang="zh")
    if ending == ".svg":  # its text is drawn with the fonts of whoever reads it
        assert result.status == 0
        assert "全年开行班列" in texts(file)
    else:
        assert "fonts-noto-cjk" in result.err
        assert (result.status, list(tmp_path.iterdir())) == (2, [])
    assert draw(cci, tmp_path / f"loans{ending}", "2018..2024", "rail.cost-change").status == 0
