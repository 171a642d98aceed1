"""References in the styles of text: the standards' own examples, names, and what holds for all."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from cci_cli import cite
from cci_cli.cite.item import Date, Item, date_of, item_of
from cci_cli.cite.names import Name, initials, is_east_asian, name_of
from cci_cli.cite.runs import ended, plain, quoted, roman
from cci_cli.factbase.load import load
from cci_cli.factbase.read import CSL_TYPES, read
from cci_cli.model import Author, Source
from conftest import ROOT

CASES = ROOT / "tests" / "cases" / "cite"
GB = tomli.loads((CASES / "gb7714.toml").read_text(encoding="utf-8"))


def source_of(table: dict[str, Any]) -> Source:
    base, _ = read({"sources": {"example": table}})
    return base.sources["example"]


def said(style: str, item: Item) -> str:
    return plain(cite.reference(style, item))


@pytest.mark.parametrize("example", GB["example"], ids=lambda each: f"{each['style']} {each['clause']}")
def test_examples_of_the_standards(example: dict[str, Any]) -> None:
    accessed = date_of(example["accessed"]) if "accessed" in example else None
    written = said(example["style"], item_of(source_of(example["source"]), accessed))
    assert written == example.get("written", example["reference"])
    assert ("differs" in example) == ("written" in example)


@pytest.mark.parametrize("style", ["gb7714", "gb7714-2015"])
@pytest.mark.parametrize("example", GB["names"], ids=lambda each: each["gb7714"])
def test_names_in_the_standards(example: dict[str, Any], style: str) -> None:
    table = {"type": "webpage", "title": "T", "author": example["author"]}
    item = item_of(source_of(table | {"language": example.get("language", "zh")}))
    written = said(style, item).partition(" T[Z]")[0]
    assert written.removesuffix(".") == example[style]


def test_names_of_the_fact_base() -> None:
    """Which part of a name is the family name was decided by reading, and is not left to a rule."""
    known = tomli.loads((CASES / "names.toml").read_text(encoding="utf-8"))
    base = load(ROOT / "data" / "facts.toml")
    people = {each for source in base.sources.values() for each in source.author if not each.literal}
    found = {each.name: name_of(each).family or False for each in people if not is_east_asian(each.name)}
    assert found == known


@pytest.mark.parametrize(
    ("author", "family", "given", "pinyin"),
    [
        (Author("Alex Lennane"), "Lennane", "Alex", False),
        (Author("Lennane, Alex"), "Lennane", "Alex", False),
        (Author("Ludwig van der Rohe"), "van der Rohe", "Ludwig", False),
        (Author("Zhao Yufei"), "Zhao", "Yufei", True),
        (Author("Yuting Chen"), "Chen", "Yuting", True),
        (Author("Tan Min-Wei"), "Tan", "Min-Wei", True),
        (Author("Ye Ting", family="Ye"), "Ye", "Ting", True),
        (Author("Ouyang Xiu"), None, "", False),
        (Author("Ong Ye Kung", family="Ong"), "Ong", "Ye Kung", False),
        (Author("Eileen Yu"), "Yu", "Eileen", False),
        (Author("Zhan Chen"), None, "", False),
        (Author("Madonna"), None, "", False),
        (Author("申晓佳"), None, "", False),
        (Author("Asian Development Bank", literal=True), None, "", False),
    ],
    ids=str,
)
def test_parts_of_names(author: Author, family: str | None, given: str, *, pinyin: bool) -> None:
    name = name_of(author)
    assert (name.family, name.given) == (family, given)
    assert name.is_pinyin is pinyin or family is None
    assert name.agency is author.literal


def test_initials() -> None:
    assert initials("Jean-Luc Marie") == "J.-L. M."
    assert initials("Jean-Luc Marie", point="") == "J-L M"
    assert initials("Jean-Luc", point="", hyphen=" ") == "J L"


@pytest.mark.parametrize(
    ("time", "date"),
    [
        ("2020", Date(2020)),
        ("2020-11", Date(2020, 11)),
        ("2020-11-08", Date(2020, 11, 8)),
        ("2020-11-01/2020-11-08", Date(2020, 11)),
        ("2020-01/2020-10", Date(2020)),
        ("2019/2020", Date(2019, until=2020)),
    ],
)
def test_dates(time: str, date: Date) -> None:
    assert date_of(time) == date


def test_dates_over_several_years() -> None:
    item = Item("id", "webpage", title="T", date=date_of("2019/2020"), url="https://e.org")
    assert "2019–2020" in said("apa", item)
    assert "（2019–2020）" in said("gb7714", item)
    issued = json.loads(cite.file("csl-json", [(item, [])]))[0]["issued"]
    assert issued == {"date-parts": [[2019], [2020]]}
    assert "year = {2019--2020}" in cite.file("bibtex", [(item, [])])


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Plain", "“Plain.”"),
        ("Is it?", "“Is it?”"),
        ("Says “yes”", "“Says ‘yes.’”"),
        ('Says "yes" and "no"', "“Says ‘yes’ and ‘no.’”"),
        ("亮了!", "“亮了!”"),
        ("“一带一路”工笔画", "“‘一带一路’工笔画.”"),
    ],
)
def test_titles_in_quotation_marks(title: str, written: str) -> None:
    assert plain(quoted(title, ".")) == written


def test_a_full_stop_is_not_doubled() -> None:
    assert plain(ended(roman("Caixin Media Co."))) == "Caixin Media Co."
    assert plain(ended(roman("(n.d.)"))) == "(n.d.)."


def test_the_style_of_no_language_is_unknown() -> None:
    assert set(cite.DEFAULT.values()) <= set(cite.TEXT_STYLES)
    with pytest.raises(KeyError):
        cite.reference("bibtex", Item("id", "webpage"))
    with pytest.raises(KeyError):
        cite.file("apa", [])


words = st.text("abcÄé 中新项目·–&%$#_{}~^\\'\"“”", min_size=1, max_size=20).map(str.strip).filter(bool)
names = st.builds(name_of, st.builds(Author, words, st.booleans(), st.none()))
days = st.dates().map(lambda day: Date(day.year, day.month, day.day))
items = st.builds(
    Item,
    id=st.just("some-id"),
    type=st.sampled_from(CSL_TYPES),
    names=st.lists(names, max_size=5).map(tuple),
    title=st.none() | words,
    container=st.none() | words,
    publisher=st.none() | words,
    origin=st.none() | words,
    repost=st.booleans(),
    date=st.none() | days | st.integers(1000, 2100).map(Date),
    accessed=st.none() | days,
    url=st.none() | st.just("https://example.org/a_b?c=%20"),
    language=st.sampled_from(["en", "zh-Hans", "zh-Hant", "ja", "de", "fil"]),
    version=st.none(),
)


@given(items, st.sampled_from(tuple(cite.TEXT_STYLES)))
def test_what_is_known_is_in_every_reference(item: Item, style: str) -> None:
    text = said(style, item)
    bare = re.sub("[“”‘’\"']", "", text)
    assert re.sub("[“”‘’\"']", "", item.title or "") in bare
    assert (item.url or "") in text
    assert item.date is None or f"{item.date.year:04d}" in text
    assert item.copied_from is None or item.copied_from in text
    assert "\n" not in text
    assert text == text.strip()


@given(items, st.sampled_from(tuple(cite.TEXT_STYLES)))
def test_no_sign_stands_for_nothing(item: Item, style: str) -> None:
    plain_words = {
        name: "W" if getattr(item, name) else None for name in ("title", "container", "publisher", "origin")
    }
    tidy = item._replace(**plain_words, names=tuple(Name(f"N{each}") for each, _ in enumerate(item.names)))
    text = said(style, tidy).replace("et al.", "et al").replace("n.d.", "n.d")
    assert not re.search(r"\(\)|\[\]|（）|“”|None|  |,,|,\.|\. \.|, ,|^[.,]|：\.|\.,", text), text
    assert not re.search(r"(?<!\.)\.\.(?!\.)", text), text
