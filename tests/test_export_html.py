"""The fact base as a page: what is in it, and that nothing else gets in."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from cci_cli import wording
from cci_cli.derive import derived
from cci_cli.exports import Manner
from cci_cli.exports.html import pieces
from cci_cli.exports.html.markup import Html, element, html, pair
from cci_cli.exports.selection import Selection
from cci_cli.factbase.load import load
from cci_cli.index import Index
from cci_cli.index.build import build
from conftest import FACTS, ROOT
from pages import HOSTILE, Node, is_link, page_of, tree

if TYPE_CHECKING:
    from pathlib import Path

    from cci_cli.model import FactBase
    from conftest import Program

SMALL, STORY = ROOT / "tests" / "small.toml", ROOT / "tests" / "story.toml"
BASES = pytest.mark.parametrize("path", [SMALL, STORY, FACTS], ids=lambda path: path.stem)


@lru_cache
def text(path: Path) -> str:
    return page_of(path)


@lru_cache
def page(path: Path) -> Node:
    return tree(text(path))


@lru_cache
def base(path: Path) -> FactBase:
    return derived(load(path))


@lru_cache
def articles(path: Path) -> dict[str, Node]:
    return {each["id"]: each for each in page(path).all("article")}


@BASES
def test_names_are_unique_and_lead_somewhere(path: Path) -> None:
    found = page(path)
    names = [each["id"] for each in found.all() if "id" in each]
    assert len(names) == len(set(names))
    pointed = {each["href"][1:] for each in found.all("a") if each["href"].startswith("#")}
    for attribute in ("aria-labelledby", "aria-describedby", "for"):
        pointed |= {each[attribute] for each in found.all() if attribute in each}
    assert pointed - set(names) == set()


@BASES
def test_every_fact_is_there_in_both_languages(path: Path) -> None:
    facts = base(path).facts
    found = articles(path)
    assert list(found) == [fact.id for fact in facts]
    for fact in facts:
        for lang in ("en", "zh"):
            shown = found[fact.id].text(lang)
            said = [fact.label, fact.scope, fact.caveat, *(each.caveat for each in fact.breaks)]
            said += [text for each in fact.observations for text in (each.text, each.caveat, each.reason)]
            missing = [text for text in said if text and getattr(text, lang) not in shown]
            assert missing == []
            assert [alias for alias in fact.aliases if alias not in shown] == []


@BASES
def test_every_observation_has_its_row_with_its_value_and_the_words_of_its_sources(path: Path) -> None:
    facts = base(path)
    for fact in facts.facts:
        body = articles(path)[fact.id].one("tbody")
        rows = body.all("tr")
        assert [row.one("th").text() for row in rows] == [each.time for each in fact.observations]
        for row, each in zip(rows, fact.observations, strict=True):
            for lang in ("en", "zh"):
                figure = wording.figure(each, fact.unit, facts.units, lang)
                assert [value.text(lang) for value in row.all("strong")] == ([figure] if figure else [])
            quoted = [(quote.text(), quote.attributes.get("lang")) for quote in row.all("q")]
            reported = each.citations if each.status == "reported" else ()
            assert quoted == [(cite.quote, facts.sources[cite.source].language) for cite in reported]
            links = [link["href"] for link in row.all("a") if link.all("q")]
            assert links == [cite.link for cite in reported if cite.link]
            named = [ref["href"] for ref in row.all("a", class_="ref")]
            assert named == [f"#source:{cite.source}" for cite in each.citations]


@BASES
def test_every_source_is_listed_with_its_address_and_what_leans_on_it(path: Path) -> None:
    facts = base(path)
    listed = page(path).one("ul", class_="sources").all("li")
    assert [each["id"] for each in listed] == [f"source:{name}" for name in facts.sources]
    for entry, source in zip(listed, facts.sources.values(), strict=True):
        away = [link["href"] for link in entry.all("a") if not link["href"].startswith("#")]
        assert len(away) == is_link(source.url)
        assert (source.url or "") in entry.text()
        assert (source.title or "") in entry.text("zh")
        leaning = {link["href"][1:] for link in entry.all("a") if link["href"].startswith("#")}
        assert leaning == {
            fact.id
            for fact in facts.facts
            if any(cite.source == source.id for each in fact.observations for cite in each.citations)
        }


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_it_speaks_the_language_of_the_exporter_first(lang: str) -> None:
    found = tree(page_of(SMALL, lang))
    assert found["lang"] == lang
    assert found.one("title").text() == found.one("title")[f"data-{lang}"]
    assert found.one("h1").text(lang) == found.one("title").text()


def test_what_must_be_said_beside_a_figure_is_said() -> None:
    shown = articles(SMALL)["rail.trains"].text("en")
    for words in (
        "over 900 trains", "deprecated", "reason: Chongqing's 923 trains, said of the whole corridor.",
        "preferred", "The operator's own count.", "part of a year", "weak sources only",
        "about 8,800 trains", "year on year about +10%", "note: The year was deduced.", "implied",
        "from the growth reported for the year after: 2,243 / (1 + 48%)",
        "2021 From 2021 on, trains of a second operator are counted too.",
    ):  # fmt: skip
        assert words in shown
    assert "由次年公布的同比增速推算：2,243 / (1 + 48%)" in articles(SMALL)["rail.trains"].text("zh")


def test_both_sides_of_a_disagreement_stand_together() -> None:
    for place in (articles(SMALL)["rail.summits"], page(SMALL).one("section", id="page:conflicts")):
        box = place.all("div", class_="dispute")[-1]
        sides = [each.text("en") for each in box.all("li")]
        assert [side.split(" [")[0] for side in sides] == ["2020-11-07 2nd", "2020-11 3rd"]
        assert "Chongqing Daily 2020-11-07" in sides[0]
    rows = [row.text("en") for row in articles(SMALL)["rail.summits"].one("tbody").all("tr")]
    assert "conflict: 2020-11 3rd" in rows[0]
    assert "conflict: 2020-11-07 2nd" in rows[1]


def test_a_fact_named_in_a_caveat_is_a_link(tmp_path: Path) -> None:
    file = tmp_path / "facts.toml"
    text = SMALL.read_text("utf-8").replace("are another fact.", "are in rail.latency, not in rail.none.")
    file.write_text(text, "utf-8")
    caveat = tree(page_of(file)).one("article", id="rail.trains").one("div", class_="caveat")
    assert [link["href"] for link in caveat.all("a")] == ["#rail.latency"]


def test_the_development_is_drawn_with_hedges_breaks_and_contradictions() -> None:
    found = articles(STORY)["rail.trains"]
    drawn = found.one("svg")
    assert found.one("figcaption")["id"] == drawn["aria-labelledby"]
    kinds = [each["class"] for each in drawn.all() if "class" in each]
    assert set(kinds) == {
        "base", "reported", "partial", "implied", "hedge about", "reach", "rival", "break",
    }  # fmt: skip
    assert drawn.all("text")[0].text() == "2017"
    assert "2022-07断点之后：" in found.one("figcaption").text("zh")
    assert [each["class"] for each in articles(STORY)["rail.ports"].one("svg").all("rect")][-1] == "allowed"


def test_events_and_single_figures_are_not_drawn() -> None:
    for fact in ("rail.latency", "rail.first-train", "aims.hub", "rail.financing"):
        assert articles(SMALL)[fact].all("svg") == []


@BASES
def test_every_drawing_stays_within_its_frame(path: Path) -> None:
    for drawn in page(path).all("svg", role="img"):
        width, height = map(float, drawn["viewbox"].split()[2:])
        for each in drawn.all():
            if each.tag == "rect":
                assert 0 <= float(each["x"]) <= float(each["x"]) + float(each["width"]) <= width
                assert 0 <= float(each["y"]) <= float(each["y"]) + float(each["height"]) <= height
            if each.tag == "path":
                x, y = map(float, re.match(r"M([-\d.]+) ([-\d.]+)", each["d"]).groups())
                assert 0 <= x <= width
                assert 0 <= y <= height


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_in_a_fact_base_acts_on_the_page(tmp_path: Path, lang: str) -> None:
    file = tmp_path / "facts.toml"
    file.write_text(HOSTILE, "utf-8")
    found = tree(page_of(file, lang))
    clean = tree(page_of(SMALL, lang))
    assert {each.tag for each in found.all()} <= {each.tag for each in clean.all()} | {"wbr"}
    assert {name for each in found.all() for name in each.attributes} <= {
        name for each in clean.all() for name in each.attributes
    }
    assert len(found.all("script")) == len(found.all("style")) == 1
    links = {each["href"] for each in found.one("main").all("a") if not each["href"].startswith("#")}
    assert links
    assert all(link.startswith("https://example.org/?a=1&b=%22%3E%3Cscript") for link in links)
    ships = found.one("article", id="port.ships")
    assert [quote.text() for quote in ships.all("q")][:2] == [
        r"<script>alert(0)</script> \u202eab",
        "共3艘 & <b>",
    ]
    assert "javascript:alert(3)" in found.one("li", id="source:one").text()
    for words in ('Ships & "boats" </script>', "<a href='javascript:alert(9)'>all</a>", "&amp;"):
        assert words in ships.text("en")
    assert "&lt;全部&gt;" in ships.text("zh")


@BASES
def test_the_page_may_run_its_own_script_and_load_nothing(path: Path) -> None:
    found = page(path)
    policy = found.one("meta", **{"http-equiv": "Content-Security-Policy"})["content"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    assert rules.pop("img-src") == "data:"
    for name in ("script", "style"):
        digest = sha256(found.one(name).text().encode()).digest()
        assert rules.pop(f"{name}-src") == f"'sha256-{b64encode(digest).decode()}'"
    assert rules == {}
    for each in found.all():
        assert not [name for name in each.attributes if name.startswith("on") or name in ("style", "src")]
        assert each.tag in ("a", "link") or "href" not in each
    assert found.one("link")["href"] == "data:,"
    style = found.one("style").text()
    assert "url(" not in style
    assert "@import" not in style


@BASES
def test_it_is_structured_for_readers_who_do_not_see_it(path: Path) -> None:
    found = page(path)
    for landmark in ("header", "search", "nav", "main", "h1"):
        found.one(landmark)
    levels = [int(each.tag[1]) for each in found.all() if re.fullmatch(r"h\d", each.tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in found.all("table"):
        assert table.one("caption").text("en").strip()
        assert all(each["scope"] in ("col", "row") for each in table.all("th"))
    for drawn in found.all("svg"):
        assert ("aria-labelledby" in drawn) != ("aria-hidden" in drawn)
    assert found.one("body").all("a")[0]["href"] == "#page:main"
    assert found.one("input")["id"] == found.one("label")["for"]


def test_a_whole_page_is_no_larger_than_a_picture() -> None:
    assert len(text(FACTS).encode()) < 4_000_000


def test_it_comes_piece_by_piece_and_the_same_each_time() -> None:
    index = Index(build(load(SMALL)))
    try:
        first, second = (list(pieces(Selection(index), Manner("zh"))) for _ in range(2))
    finally:
        index.close()
    assert first == second
    assert len(first) > 2 * index_count(first)
    assert max(map(len, first)) < len("".join(first)) / 2


def index_count(written: list[str]) -> int:
    return sum(piece.startswith("<article") for piece in written)


def test_a_part_of_a_fact_base_says_so() -> None:
    whole, topic, year = (tree(page_of(STORY, **part)) for part in ({}, {"topic": "rail"}, {"year": 2018}))
    notes = ["Only of the topic: Rail.", "Only what was reported for 2018."]
    heads = [each.one("header").text("en") for each in (whole, topic, year)]
    assert [[note in head for note in notes] for head in heads] == [
        [False, False],
        [True, False],
        [False, True],
    ]
    assert {each["id"].partition(".")[0] for each in topic.all("article")} == {"rail"}
    assert "for 2018," in heads[2]
    rows = [row.one("th").text() for each in year.all("article") for row in each.one("tbody").all("tr")]
    assert rows
    assert all("2018" in time for time in rows)


def test_the_program_writes_it(cci: Program) -> None:
    result = cci("--lang", "zh", "--facts", str(SMALL), "export", "--format", "html")
    assert (result.status, result.err) == (0, "")
    found = tree(result.out)
    assert found["lang"] == "zh"
    head = found.one("header").text("zh")
    assert "7项事实" in head
    assert "small.toml" in head
    assert "MIT" not in head
    assert "MIT" in page(FACTS).one("header").text("en")


def test_markup_escapes_whatever_is_not_markup() -> None:
    assert element("p", "<b>", Html("<i></i>"), title='"&', hidden=True, id=None) == (
        '<p title="&quot;&amp;" hidden>&lt;b&gt;<i></i></p>'
    )
    assert html(html("&")) == "&amp;"
    assert pair("5", "5") == "5"
    assert pair("a<", "甲") == '<span lang="en">a&lt;</span><span lang="zh">甲</span>'
