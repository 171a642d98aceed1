"""``cci paths``: which files are read, where each path comes from, and what became of it."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from own import SMALL, Owner
from test_json import validate

from cci_cli import places
from cci_cli.render.markdown import escaped

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from conftest import Program


@pytest.fixture
def owner(cci: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Owner:
    return Owner(cci, tmp_path, monkeypatch)


def told(owner: Owner, *words: str, **variables: str) -> list[dict[str, Any]]:
    result = owner("paths", "--json", *words, **variables)
    assert (result.status, result.err) == (0, "")
    document = json.loads(result.out)
    validate("pathsPage", document)
    return list(document["paths"])


def of(kind: str, found: list[dict[str, Any]]) -> dict[str, Any]:
    [one] = [each for each in found if each["kind"] == kind]
    return one


def steady(text: str) -> str:
    """A text without what differs from run to run."""
    return re.sub(r"-[0-9a-f]{8}\.in", "-00000000.in", text)


CASES = [
    ((), ()),
    (("topic", "faults/undefined"), ()),
    (("topic",), ("--no-own-facts",)),
    ((), ("--facts", "facts.toml")),
    ((), ("--facts", "nowhere.toml")),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize(("files", "words"), CASES, ids=str)
def test_screens(
    owner: Owner,
    snapshot: SnapshotAssertion,
    files: tuple[str, ...],
    words: tuple[str, ...],
    width: int,
    lang: str,
) -> None:
    owner.has(*files)
    result = owner("--lang", lang, "paths", *words, terminal=True, width=width)
    assert (result.status, result.err) == (0, "")
    assert steady(result.out) == snapshot


@pytest.mark.parametrize("format_", ["tsv", "csv", "markdown"])
def test_formats(owner: Owner, snapshot: SnapshotAssertion, format_: str) -> None:
    owner.has("topic", "faults/undefined")
    out = owner("paths", "--format", format_).out
    home = str(owner.home)
    for written in (home, escaped(home)):
        out = out.replace(written, "HOME")
    assert steady(out.replace("\r\n", "\n").replace("\\", "")) == snapshot


def test_files_tell_what_they_give(owner: Owner) -> None:
    owner.has("topic", "observation")
    found = told(owner)
    assert [each["kind"] for each in found] == ["facts", "own", "own-file", "own-file", "cache", "index"]
    assert [
        (each["facts"], each["observations"], each["sources"]) for each in found if each["facts"] is not None
    ] == [
        (7, 12, 4),
        (0, 2, 1),
        (2, 3, 1),
    ]
    assert all(Path(each["path"]).exists() for each in found)


@pytest.mark.parametrize(
    ("words", "variables", "kind", "given_by"),
    [
        ([], {}, "facts", None),
        (["--facts", str(SMALL)], {}, "facts", "--facts"),
        ([f"--facts={SMALL}"], {"CCI_FACTS": "other"}, "facts", "--facts"),
        ([], {"CCI_FACTS": str(SMALL)}, "facts", "CCI_FACTS"),
        ([], {}, "own", "XDG_CONFIG_HOME"),
        ([], {}, "cache", "XDG_CACHE_HOME"),
        ([], {"XDG_CONFIG_HOME": "", "HOME": "/home/nobody"}, "own", None),
        ([], {"XDG_CONFIG_HOME": "relative", "HOME": "/home/nobody"}, "own", None),
        ([], {"XDG_CACHE_HOME": "", "HOME": "/dev/null"}, "cache", None),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says where things are")
def test_where_a_path_comes_from(
    owner: Owner, words: list[str], variables: dict[str, str], kind: str, given_by: str | None
) -> None:
    assert of(kind, told(owner, *words, **variables))["given_by"] == given_by


@pytest.mark.parametrize(
    ("words", "variables", "why"),
    [
        (["--no-own-facts"], {}, "--no-own-facts"),
        ([], {"CCI_NO_OWN_FACTS": "1"}, "CCI_NO_OWN_FACTS"),
        (["--facts", str(SMALL)], {}, "--facts"),
        ([], {"CCI_FACTS": str(SMALL)}, "CCI_FACTS"),
    ],
)
def test_what_leaves_own_facts_out(
    owner: Owner, words: list[str], variables: dict[str, str], why: str
) -> None:
    owner.has("topic")
    own = of("own", told(owner, *words, **variables))
    assert (own["state"], own["why"]) == ("left-out", why)
    assert own["path"] == str(owner.folder)


def test_a_broken_fact_base_is_told_of_too(owner: Owner) -> None:
    owner.has("topic")
    owner.builtin.write_text("a = = b", encoding="utf-8")
    found = told(owner)
    assert (of("facts", found)["state"], of("facts", found)["faults"][0]["code"]) == ("faulty", "not-toml")
    assert of("own-file", found)["state"] == "unread"
    assert of("index", found)["state"] == "not-kept"


def test_an_index_that_cannot_be_kept_is_told(owner: Owner) -> None:
    (owner.home / "cache").write_text("in the way", encoding="utf-8")
    assert of("index", told(owner))["state"] == "not-kept"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs says where things are")
@pytest.mark.parametrize("kind", ["cache", "config"])
def test_the_folders_of_a_home_are_alike(kind: str) -> None:
    folder = getattr(places, f"{kind}_folder")
    assert folder({"HOME": "/home/li"}) == f"/home/li/.{kind}/cci"
    assert folder({"HOME": "/home/li", f"XDG_{kind.upper()}_HOME": "/x"}) == "/x/cci"
    assert folder({"HOME": "/home/li", f"XDG_{kind.upper()}_HOME": "x"}) == f"/home/li/.{kind}/cci"


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_the_platform_says_where(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    folders = {"cache": "/somewhere/caches/cci", "config": "/somewhere/settings/cci"}
    for kind, folder in folders.items():
        monkeypatch.setattr(f"platformdirs.user_{kind}_dir", lambda *_, folder=folder, **__: folder)
    assert places.cache_folder({"HOME": "/home/li"}) == folders["cache"]
    assert places.own_folder([], {"HOME": "/home/li"}) == f"{folders['config']}/facts.d"
