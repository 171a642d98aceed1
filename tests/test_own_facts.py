"""The user's own facts: they are with all others and marked, and a fault in them takes nothing else down."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from own import CASES, SMALL, Owner
from test_faults import expected
from test_json import validate

import make_schema
from cci_cli.completion.tab import answer
from cci_cli.factbase.faults import key_path
from cci_cli.factbase.load import load
from cci_cli.factbase.own import contents_of, lay_over
from cci_cli.index.files import Files
from conftest import ROOT
from form import OWN_FORM

if TYPE_CHECKING:
    from collections.abc import Callable

    from syrupy.assertion import SnapshotAssertion

    from conftest import Program

FAULTY = sorted((CASES / "faults").glob("*.toml"))
GIVEN = ("topic", "observation", "correction", "fact", "names")
posix = pytest.mark.skipif(os.name != "posix", reason="pipes, links and permissions of POSIX")


@pytest.fixture
def owner(cci: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Owner:
    return Owner(cci, tmp_path, monkeypatch)


def asked(owner: Owner, *words: str) -> Any:
    """The JSON that a command line is answered with."""
    result = owner(*words, "--json")
    assert (result.status, result.err) == (0, "")
    return json.loads(result.out)


# What is seen

SCREENS = [
    ("topic", ""),
    ("topic", "port"),
    ("topic", "show cranes"),
    ("topic", "search gantries"),
    ("topic", "timeline 2026"),
    ("topic", "sources visit"),
    ("topic", "cite port.cranes"),
    ("topic", "port --format tsv"),
    ("topic", "port --format csv"),
    ("topic", "port --format markdown"),
    ("topic", "compare 2025 2026 --plot"),
    ("observation", "rail"),
    ("observation", "show financing"),
    ("observation", "conflicts"),
    ("observation", "compare 2020 2026"),
    ("observation", "sources --standing weak"),
    ("observation", "show financing --format tsv"),
    ("correction", "show rail.trains"),
    ("correction", "search trains 2019"),
    ("correction", "show rail.trains --format tsv"),
    ("fact", "show share"),
    ("names", "aims"),
    ("names", "sources blog"),
    ("names", "show rail.trains --year 2022"),
    ("faults/undefined", "show latency"),
    ("faults/syntax", "show latency"),
    ("faults/rules", "check"),
    ("observation", "check"),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("name", "words"), SCREENS)
def test_screens(owner: Owner, snapshot: SnapshotAssertion, name: str, words: str, lang: str) -> None:
    owner.has(name)
    result = owner("--lang", lang, *words.split(), terminal="--format" not in words)
    assert f"{result.out}\n--- standard error, exit status {result.status}\n{result.err}" == snapshot


@pytest.mark.parametrize("width", [40, 60, 160])
@pytest.mark.parametrize("words", ["port", "show cranes", "show financing", "compare 2020 2026"])
def test_the_mark_stays_whole_at_any_width(owner: Owner, words: str, width: int) -> None:
    owner.has("topic", "observation")
    for lang, mark in (("en", "[own]"), ("zh", "[自有]")):
        out = owner("--lang", lang, *words.split(), terminal=True, width=width).out
        assert out.count(mark) > 1, out
        assert out.splitlines()[-1 if width > 70 else -2].startswith(mark) or mark in out[-160:]


@pytest.mark.parametrize("words", ["", "rail", "show rail.trains", "conflicts", "sources", "search trains"])
def test_nothing_is_said_of_own_facts_where_none_are_shown(owner: Owner, words: str) -> None:
    owner.has("faults/syntax")
    for lang, word in (("en", "[own]"), ("zh", "自有")):
        assert word not in owner("--lang", lang, *words.split(), terminal=True).out


# They are with all others


def test_a_topic_is_a_command_with_all_its_names(owner: Owner) -> None:
    owner.has("topic")
    documents = [asked(owner, word) for word in ("port", "PORT", "por", "港口", "docks")]
    assert all(each == documents[0] for each in documents)
    assert documents[0]["topic"] == {"id": "port", "label": {"en": "Port", "zh": "港口"}, "own": "topic.toml"}
    assert "港口" in owner("--lang", "zh", "--help").out


def test_every_document_marks_what_is_own_and_fits_the_schema(owner: Owner) -> None:
    owner.has(*GIVEN)
    for words, definition in (
        ((), "overviewPage"),
        (("port",), "topicPage"),
        (("rail",), "topicPage"),
        (("show", "rail.trains"), "factPage"),
        (("search", "cranes"), "searchPage"),
        (("compare", "2020", "2026"), "comparisonPage"),
        (("timeline", "2026"), "timelinePage"),
        (("conflicts",), "conflictsPage"),
        (("sources",), "sourcesPage"),
        (("sources", "visit-2026"), "sourcesPage"),
        (("check",), "report"),
        (("paths",), "pathsPage"),
        (("export",), "export"),
    ):
        document = asked(owner, *words)
        validate(definition, document)
        assert ".toml" in json.dumps(document), words
    validate("citePage", json.loads(owner("cite", "cranes", "--json").out))


def test_an_export_says_of_everything_whose_it_is(owner: Owner) -> None:
    owner.has(*GIVEN)
    base = asked(owner, "export")
    owned = {
        "topics": {name for name, each in base["topics"].items() if each["own"]},
        "units": {name for name, each in base["units"].items() if each["own"]},
        "sources": {name for name, each in base["sources"].items() if each["own"]},
        "facts": {each["id"] for each in base["facts"] if each["own"]},
    }
    assert owned == {
        "topics": {"port", "aims"},
        "units": {"crane", "train"},
        "sources": {"visit-2026", "ledger", "blog"},
        "facts": {"port.cranes", "port.opened", "rail.share"},
    }
    replaced = {each["id"] for each in base["facts"] if each["replaces_builtin"]}
    assert replaced == {"rail.share"}
    assert [name for name, each in base["sources"].items() if each["replaces_builtin"]] == ["blog"]
    lines = owner("export", "--format", "jsonl").out.splitlines()
    assert {json.loads(line)["own"] for line in lines} == {
        None,
        "topic.toml",
        "observation.toml",
        "fact.toml",
        "names.toml",
    }
    rows = list(csv.DictReader(io.StringIO(owner("export", "--format", "csv").out)))
    assert {row["own"] for row in rows if row["fact"] == "rail.latency"} == {"", "observation.toml"}
    [corrected] = [row for row in rows if row["replaces"]]
    replaced_columns = ("replaces", "replaced_value", "replaced_upper", "replaced_qualifier")
    assert corrected["value"] == "2253"
    assert [corrected[name] for name in replaced_columns] == ["2019", "2243", "", "exact"]
    book = owner("export", "--format", "markdown").out
    assert r"\[own\]: from your own files" in book
    assert r"## Port \[own\]" in book


HEDGED = """\
[[rail.financing.observations]]
replaces = "2020-09-30"
time = "2020-09-30"
value = 9_000_000_000
citations = [{ source = "bureau", quote = "90亿美元" }]
"""


def test_what_is_replaced_keeps_its_hedge(owner: Owner, tmp_path: Path) -> None:
    owner.writes("hedged.toml", HEDGED)
    written = {name: str(value) for name, value in replaced_in_database(owner, tmp_path).items()}
    in_rows = csv.DictReader(io.StringIO(owner("show", "financing", "--format", "csv").out))
    for row in (written, next(in_rows)):
        assert (row["replaced_value"], row["replaced_qualifier"]) == ("12380000000", "about")


def replaced_in_database(owner: Owner, folder: Path) -> dict[str, Any]:
    [found] = database(owner, folder, "SELECT * FROM observations WHERE replaces IS NOT NULL")
    return found


def database(owner: Owner, folder: Path, query: str) -> list[dict[str, Any]]:
    """What an exported database answers."""
    file = folder / "cci.sqlite"
    assert owner("export", "--force", "-o", str(file)).status == 0
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(query)]


@pytest.mark.parametrize(
    "words",
    [
        ("rail", "--all", "--year", "2019"),
        ("show", "rail.trains"),
        ("search", "2253 trains"),
        ("compare", "2018", "2019", "trains"),
        ("timeline", "2019"),
        ("export", "--topic", "rail"),
    ],
)
def test_the_source_of_what_is_replaced_is_among_the_sources(owner: Owner, words: tuple[str, ...]) -> None:
    owner.writes("visit.toml", REPLACED)
    document = asked(owner, *words)
    assert "daily-2020-11-07" in cited_in(document) <= set(document["sources"])


#: Stands instead of what nothing else of its year has from its source.
REPLACED = """\
[sources.visit]
type = "interview"
title = "Visit"

[[rail.trains.observations]]
replaces = "2019"
time = "2019"
value = 2_253
citations = [{ source = "visit", quote = "2,253 trains" }]
"""


def cited_in(document: Any) -> set[str]:
    """The sources of all citations of a document."""
    if isinstance(document, list):
        return {name for each in document for name in cited_in(each)}
    if not isinstance(document, dict):
        return set()
    found = {name for each in document.values() for name in cited_in(each)}
    return found | {document["source"]} if "quote" in document else found


def test_a_database_says_which_side_of_a_conflict_is_whose(owner: Owner, tmp_path: Path) -> None:
    owner.has("observation")
    [conflict] = database(owner, tmp_path, "SELECT * FROM conflicts WHERE fact = 'rail.financing'")
    sides = {conflict[f"{of}value"]: (conflict[f"{of}own"], conflict[f"{of}weak"]) for of in ("", "other_")}
    assert sides == {12_380_000_000: (None, 0), 9_000_000_000: ("observation.toml", 1)}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "words",
    [
        ("rail", "--all"),
        ("show", "rail.trains"),
        ("search", "trains"),
        ("compare", "2018", "2019"),
        ("timeline", "2019"),
        ("export", "--format", "html"),
        ("export", "--format", "markdown"),
    ],
)
def test_a_built_in_figure_says_if_its_unit_is_the_readers(
    owner: Owner, words: tuple[str, ...], lang: str
) -> None:
    owner.has("names")
    said = {"en": r"block trains \\?\[unit named by own file", "zh": r"趟 \\?\[单位名称出自自有文件"}[lang]
    assert re.search(said, owner(*words, "--lang", lang).out)
    owner.has("topic")  # a unit of its own, of a figure of its own
    assert "unit named by" not in owner("port", "--all", "--lang", "en").out


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize(
    "words", [("rail", "--all", "--year", "2019"), ("compare", "2018", "2019"), ("timeline", "2019")]
)
def test_a_screen_tells_what_a_figure_replaces(owner: Owner, words: tuple[str, ...], width: int) -> None:
    owner.has("correction")
    screen = " ".join(owner(*words, terminal=True, width=width).out.split())
    assert "2,253 trains" in screen
    assert "replaces" in screen
    assert "2,243" in screen


def test_remarks_on_a_figure_are_parted_as_their_language_parts_them(owner: Owner) -> None:
    owner.has("observation")
    for lang, said in (("en", "weak sources only, [own]"), ("zh", "仅有弱来源，[自有]")):
        for words in (("show", "financing"), ("conflicts",)):
            assert said in owner(*words, "--lang", lang, terminal=True).out


def test_tables_say_what_stands_instead_of_something_built_in(owner: Owner, tmp_path: Path) -> None:
    owner.has(*GIVEN)
    instead = {
        table: [row["id"] for row in database(owner, tmp_path, query)]
        for table in ("facts", "sources")
        for query in [f"SELECT id FROM {table} WHERE replaces_builtin"]
    }
    assert instead == {"facts": ["rail.share"], "sources": ["blog"]}


@pytest.mark.parametrize("format_", ["html", "markdown"])
@pytest.mark.parametrize(
    ("lang", "fact", "source"),
    [
        ("en", "stands instead of the built-in fact", "stands instead of the built-in source"),
        ("zh", "代替内置事实", "代替内置来源"),
    ],
)
def test_a_document_says_what_stands_instead_of_something_built_in(
    owner: Owner, format_: str, lang: str, fact: str, source: str
) -> None:
    owner.has("topic")
    told = owner("export", "--format", format_, "--lang", lang).out
    assert (told.count(fact), told.count(source)) == (0, 0)
    owner.has("fact", "names")
    told = owner("export", "--format", format_, "--lang", lang).out
    assert (told.count(fact), told.count(source)) == (1, 1)


def test_years_side_by_side_say_whose_each_figure_is(owner: Owner) -> None:
    owner.has(*GIVEN)
    out = owner("compare", "2018", "2019", "rail.trains", "--format", "csv").out
    [row] = csv.DictReader(io.StringIO(out))
    assert (row["own_2018"], row["own_2019"]) == ("", "correction.toml")
    assert (row["weak_2018"], row["weak_2019"]) == ("false", "false")


def test_an_implied_value_is_whose_the_growth_is(owner: Owner) -> None:
    owner.has("correction")
    observations = asked(owner, "show", "rail.trains")["fact"]["observations"]
    implied = {each["formula"]: each["own"] for each in observations if each["status"] == "implied"}
    assert implied == {"2,253 / (1 + 49%)": "correction.toml", "8,800 / (1 + 10%)": None}


def test_what_contradicts_a_built_in_figure_is_a_conflict(owner: Owner) -> None:
    owner.has("observation")
    first, second = asked(owner, "show", "financing")["fact"]["observations"]
    assert (first["own"], second["own"]) == (None, "observation.toml")
    assert (first["conflicts_with"], second["conflicts_with"]) == ([second["id"]], [first["id"]])
    assert second["weak"]
    assert "rail.financing" in owner("conflicts").out


def test_what_is_replaced_is_told_and_no_longer_leans_on_its_source(owner: Owner) -> None:
    owner.has("correction")
    observations = asked(owner, "show", "rail.trains")["fact"]["observations"]
    [mine] = [each for each in observations if each["own"] and each["status"] == "reported"]
    assert (mine["id"], mine["value"], mine["growth"]) == ("2019", 2253, 49)
    assert (mine["replaces"]["id"], mine["replaces"]["value"], mine["replaces"]["growth"]) == (
        "2019",
        2243,
        48,
    )
    assert mine["replaces"]["citations"][0]["link"]
    values = [each["value"] for each in observations if each["status"] == "reported"]
    assert values == [1154, 2253, 900, 3655, 8800]
    leaning = asked(owner, "sources", "daily-2020-11-07")["leaning"]
    assert "rail.trains" not in {each["fact"] for each in leaning}


def test_a_source_that_nothing_cites_is_no_fault_of_own_facts(owner: Owner) -> None:
    owner.writes("a.toml", '[sources.later]\ntype = "book"\n')
    owner.writes(
        "b.toml",
        '[[rail.latency.observations]]\ntime = "2027"\nvalue = 1\n'
        'citations = [{ source = "later", quote = "1 ms" }]\n',
    )
    assert asked(owner, "sources", "later")["facts"] == ["rail.latency"]
    owner.writes("b.toml", "")
    assert list(asked(owner, "sources", "--unused")["sources"]) == ["later"]


def test_two_files_cannot_give_the_same(owner: Owner) -> None:
    owner.has("topic")
    text = (CASES / "topic.toml").read_text(encoding="utf-8")
    owner.writes("zzz.toml", text)
    result = owner("port", "--json")
    codes = [line.rpartition("[")[2].rstrip("]") for line in result.err.splitlines()[1:]]
    assert codes == ["given-in-own-file"] * 5
    assert "topic.toml" in result.err
    assert json.loads(result.out)["topic"]["own"] == "topic.toml"


@pytest.mark.parametrize("word", ["", "por"])
def test_tab_offers_own_topics(owner: Owner, word: str) -> None:
    owner.has("topic", "faults/syntax")
    said = answer([word], owner.variables | {"_CCI_COMPLETE": "zsh", "LANG": "en"})
    assert "port" in said
    assert "[own]" in said
    assert "syntax" not in said
    without = answer(["--no-own-facts", word], owner.variables | {"_CCI_COMPLETE": "zsh"})
    assert "Port" not in without


# They can be left out


@pytest.mark.parametrize(
    ("words", "variables"),
    [
        (["--no-own-facts"], {}),
        ([], {"CCI_NO_OWN_FACTS": "1"}),
        (["--facts", str(SMALL)], {}),
        ([], {"CCI_FACTS": str(SMALL)}),
        ([], {"XDG_CONFIG_HOME": "/nonexistent"}),
    ],
)
def test_own_facts_are_left_out(owner: Owner, words: list[str], variables: dict[str, str]) -> None:
    owner.has("topic", "faults/syntax")
    result = owner("export", *words, **variables)
    assert (result.status, result.err) == (0, "")
    owner.has()
    assert result.out == owner("export").out
    assert "port" not in json.loads(result.out)["topics"]


# Faults


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_faults_are_told_with_their_places(owner: Owner, path: Path) -> None:
    owner.has(f"faults/{path.stem}")
    report = json.loads(owner("check", "--json").out)
    validate("report", report)
    [own] = report["own"]
    told = expected(path.read_text(encoding="utf-8"))
    assert [(each["line"], each["key"], each["code"]) for each in own["faults"]] == [
        tuple(each) for each in told
    ]
    assert (report["sound"], own["sound"], report["faults"]) == (False, False, [])


@pytest.mark.parametrize(
    "words", ["", "rail", "show latency", "export --format csv", "compare 2018 2022", "nothing"]
)
@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_a_faulty_file_is_left_out_and_nothing_else(owner: Owner, path: Path, words: str) -> None:
    owner.has()
    without = owner(*words.split())
    owner.has(f"faults/{path.stem}")
    for _ in range(2):
        result = owner(*words.split())
        assert (result.status, result.out) == (without.status, without.out)
        assert result.err.startswith(without.err)
        said = result.err.removeprefix(without.err).splitlines()
        place = f"config{os.sep}cci{os.sep}facts.d{os.sep}{path.name}"
        assert said[0].startswith(f"Your own {place} is left out until it is mended.")
        assert all(line.startswith(f"  {place}:") for line in said[1:] if "more: cci check" not in line)


def test_the_sound_files_stay(owner: Owner) -> None:
    owner.has("topic", "faults/syntax", "observation")
    assert asked_past_faults(owner, "port")["facts"]
    assert "60 ms" in owner("show", "latency").out


def asked_past_faults(owner: Owner, *words: str) -> Any:
    result = owner(*words, "--json")
    assert result.status == 0
    return json.loads(result.out)


def test_a_file_that_leans_on_a_faulty_one_is_left_out_too(owner: Owner) -> None:
    owner.writes("a.toml", '[sources.mine]\ntype = "nothing"\n')
    owner.writes(
        "b.toml",
        '[[rail.latency.observations]]\ntime = "2027"\nvalue = 1\n'
        'citations = [{ source = "mine", quote = "1 ms" }]\n',
    )
    err = owner("rail").err
    assert "[not-one-of]" in err
    assert "[undefined-source]" in err


def _pipe(path: Path) -> None:
    os.mkfifo(path)


#: What can be in the place of a file, and what is said of it.
ODD: dict[str, tuple[Callable[[Path], Any], str]] = {
    "folder": (lambda path: path.mkdir(), "file-is-folder"),
    "pipe": (_pipe, "no-ordinary-file"),
    "link to nowhere": (lambda path: path.symlink_to("nowhere"), "file-missing"),
    "link to itself": (lambda path: path.symlink_to(path), "file-unreadable"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "no-ordinary-file"),
    "bytes": (lambda path: path.write_bytes(b"a = '\xff'"), "not-utf-8"),
}


@posix
@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_file_is_told_and_not_waited_for(owner: Owner, kind: str) -> None:
    make, code = ODD[kind]
    owner.has("topic")
    make(owner.folder / "odd.toml")
    for words in (["port"], ["port", "--lang", "zh"], ["check"], ["paths", "--format", "table"]):
        result = owner(*words)
        assert f"[{code}]" in result.out + result.err
    assert asked_past_faults(owner, "port")["facts"]


@posix
@pytest.mark.parametrize(
    "make",
    [lambda path: path.write_text(""), lambda path: path.symlink_to("nowhere"), _pipe],
    ids=["file", "link to nowhere", "pipe"],
)
def test_a_folder_that_is_none_is_told(owner: Owner, make: Callable[[Path], Any]) -> None:
    owner.folder.parent.mkdir(parents=True)
    make(owner.folder)
    result = owner("rail")
    assert result.status == 0
    assert result.out
    assert "[file-unreadable]" in result.err


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user"
)
def test_what_may_not_be_read_is_told(owner: Owner) -> None:
    owner.has("topic")
    for path in (owner.folder / "topic.toml", owner.folder):
        path.chmod(0)
        try:
            result = owner("rail")
        finally:
            path.chmod(0o700)
        assert result.status == 0
        assert "[file-unreadable]" in result.err


@pytest.mark.parametrize("name", [".hidden.toml", "notes.txt", "topic.toml~", "topic.TOML.bak"])
def test_other_files_are_not_read(owner: Owner, name: str) -> None:
    owner.writes(name, "= no TOML =")
    result = owner("rail")
    assert (result.status, result.err) == (0, "")


def test_own_files_are_read_by_name(owner: Owner) -> None:
    owner.has(*reversed(GIVEN))
    read = [each for each in asked(owner, "paths")["paths"] if each["kind"] == "own-file"]
    assert [Path(each["path"]).stem for each in read] == sorted(GIVEN)


# Checked


def test_a_draft_is_checked_where_it_lies(owner: Owner) -> None:
    draft = str(CASES / "observation.toml")
    assert owner("check", draft).status != 0  # on its own it is no fact base
    result = owner("check", draft, "--own", "--json")
    report = json.loads(result.out)
    assert (result.status, report["sound"], report["observations"]) == (0, True, 2)
    assert [each["fact"] for each in report["conflicts"]] == ["rail.financing"]
    assert owner("check", "--own").status == 2


def test_a_file_of_the_folder_is_checked_as_one(owner: Owner) -> None:
    owner.has("topic", "observation")
    result = owner("check", "config/cci/facts.d/observation.toml")
    assert result.status == 0
    assert result.out.startswith("Checked as own facts, which are read after facts.toml.\n")


def test_own_quotes_are_held_against_copies(owner: Owner, tmp_path: Path) -> None:
    owner.has("topic")
    copies = tmp_path / "copies"
    copies.mkdir()
    (copies / "visit-2026.txt").write_text("We counted ten cranes a year ago; now twelve cranes.\n")
    report = json.loads(owner("check", "--against", "copies", "--json").out)
    assert [each["source"] for each in report["against"]["missing"]] == ["visit-2026"] * 2
    alone = json.loads(owner("check", str(owner.folder / "topic.toml"), "--against", "copies", "--json").out)
    assert (alone["against"]["quotes"], alone["against"]["without_copy"]) == (3, [])


# The schema for editors

OWN_SCHEMA = Draft7Validator(make_schema.own_schema())


@pytest.mark.parametrize(
    "path", [SMALL, *(CASES / f"{name}.toml" for name in GIVEN)], ids=lambda path: path.stem
)
def test_sound_own_facts_are_valid(path: Path) -> None:
    assert list(OWN_SCHEMA.iter_errors(tomli.loads(path.read_text(encoding="utf-8")))) == []


def test_the_readme_shows_own_facts_that_are_valid() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = [block.partition("```")[0] for block in text.split("```toml\n")[1:]]
    assert [list(OWN_SCHEMA.iter_errors(tomli.loads(block))) for block in blocks] == [[]] * len(blocks)


@pytest.mark.parametrize("name", OWN_FORM)
def test_examples_of_own_keys(name: str) -> None:
    table, key = name.split(".")
    form = make_schema.own_schema()["definitions"][table]["properties"][key]
    assert all(Draft7Validator(form).is_valid(good) for good in OWN_FORM[name].good)
    for bad in OWN_FORM[name].bad:
        assert Draft7Validator(form).is_valid(bad.value) == (bad.noticed_by != "schema")


# Universal

BUILTIN = load(SMALL)
ADDED = st.lists(
    st.tuples(
        st.sampled_from(["rail.trains", "rail.latency", "rail.financing", "mine.count"]),
        st.integers(2000, 2040),
        st.integers(1, 10**9),
    ),
    max_size=6,
)


@given(st.lists(ADDED, min_size=1, max_size=3))
def test_adding_changes_nothing_that_was_there(files: list[list[tuple[str, int, int]]]) -> None:
    """Of a base with own observations, what is not own is the base as it was, in its order."""
    contents = {f"{number}.toml": _file(number, added).encode() for number, added in enumerate(files)}
    laid, told = lay_over(BUILTIN, contents)  # type: ignore[arg-type]
    assert [[key_path(fault.key) for fault in each.faults] for each in told] == [[]] * len(files)
    kept = [
        fact._replace(observations=tuple(each for each in fact.observations if not each.own))
        for fact in laid.facts
        if not fact.own
    ]
    assert tuple(kept) == BUILTIN.facts
    owned = [each for fact in laid.facts for each in fact.observations if each.own]
    assert len(owned) == sum(len(added) or 1 for added in files)
    assert [topic for topic in laid.topics if not topic.own] == list(BUILTIN.topics)


def _file(number: int, added: list[tuple[str, int, int]]) -> str:
    """A file with observations; each file has a topic of its own, with one at least."""
    topic = f"mine-{number}"
    tables = [f'[{topic}]\nlabel = {{ en = "{topic}", zh = "{topic}" }}\n']
    tables.append(
        f'[{topic}.count]\nlabel = {{ en = "n", zh = "n" }}\nkind = "flow"\nunit = "train"\n'
        'scope = { en = "n", zh = "n" }\n'
    )
    for fact, year, value in added or [("mine.count", 2000, 1)]:
        tables.append(_observation(fact.replace("mine", topic), year, value))
    if added and not any(fact == "mine.count" for fact, *_ in added):
        del tables[1]
    return "\n".join(tables)


def _observation(fact: str, year: int, value: int) -> str:
    cited = f'[{{ source = "bureau", quote = "{value:,}" }}]'
    return f'[[{fact}.observations]]\ntime = "{year}"\nvalue = {value}\ncitations = {cited}\n'


def test_a_folder_without_files_changes_nothing(tmp_path: Path) -> None:
    files = Files(SMALL, tmp_path)
    assert not files.has_own
    assert lay_over(BUILTIN, contents_of(files)) == (BUILTIN, [])
