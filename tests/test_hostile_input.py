"""Whatever is given as a fact base, a query, a time, a number or a quote: an answer or a message, and soon.

More cases than are tried here: ``python tools/fuzz.py``.
"""

# ruff: noqa: E501 - tables of cases
from __future__ import annotations

import json
import os
import random
import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from cci_cli.factbase import source
from cci_cli.factbase.faults import FactBaseError
from cci_cli.factbase.load import load
from cci_cli.numerals import readings
from cci_cli.render.reports import MOST_FAULTS
from cci_cli.safe import MOST_TOLD, shortened
from fuzzing import MINUTE, SIGNS, SMALL, TARGETS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cci_cli.factbase.faults import Fault
    from conftest import Program

posix = pytest.mark.skipif(os.name != "posix", reason="pipes and devices of POSIX")
#: Where the public TOML test suite is, if it was installed or its folder was named.
SUITE = Path(
    os.environ.get("TOML_TESTS", "/usr/share/gocode/src/github.com/BurntSushi/toml/internal/toml-test/tests")
)
#: What has no line: the whole file is meant.
WHOLE = ("no-topics",)


def written(folder: Path, document: str | bytes) -> Path:
    path = folder / "facts.toml"
    path.write_bytes(document if isinstance(document, bytes) else document.encode("utf-8", "surrogatepass"))
    return path


def changed(old: str, new: str) -> str:
    assert MINUTE.count(old) == 1
    return MINUTE.replace(old, new)


def line_of(text: str) -> int:
    return MINUTE[: MINUTE.index(text)].count("\n") + 1


def refused(path: Path) -> list[Fault]:
    with pytest.raises(FactBaseError) as caught:
        load(path)
    return caught.value.faults


def hold(cci: Program, path: Path) -> tuple[int, str]:
    """A fact base is checked, and where it has faults refused: the status of the check, and what it says."""
    checked = cci("check", str(path))
    answers = [checked] if checked.status == 0 else [checked, cci("--facts", str(path), "--lang", "zh")]
    assert [answer.status for answer in answers] in ([0], [1, 2], [2, 2])
    for answer in answers:
        said = answer.out + answer.err
        assert not [char for char in said if not char.isprintable() and char not in "\n\t"]
        if answer.status:
            whole_file = any(f"[{code}]" in said for code in WHOLE)
            assert whole_file or re.search(rf"{re.escape(path.name)}:\d+", said), said
    return checked.status, checked.out + checked.err


# Generated


def spoilt_documents() -> Iterator[bytes]:
    """Sound fact bases that one thing was done to, which mostly makes them no TOML or no fact base."""
    chance = random.Random(9)
    small = SMALL.read_text(encoding="utf-8")
    for number in range(320):
        text = small if number % 8 == 0 else MINUTE
        at = chance.randrange(len(text))
        end = at + chance.randrange(40)
        sign = chance.choice(SIGNS)
        made = (text[:at] + sign + text[end:], text[:at] + sign + text[at:], text[:end] + text[at:])[
            number % 3
        ]
        yield made.encode("utf-8", "surrogatepass")


def foreign_documents() -> Iterator[bytes]:
    """TOML that is no fact base."""
    chance = random.Random(10)
    values = [
        "1",
        "0x1F",
        "1e3",
        "nan",
        "inf",
        '"x"',
        "'''x\ny'''",
        "true",
        "2019-11-07",
        "07:32:00",
        "[1, [2]]",
        "{ a.b = 1 }",
    ]
    for _ in range(60):
        lines = []
        for number in range(chance.randrange(1, 8)):
            key = chance.choice(
                ["a", "b-c", '"d e"', "'f'", "label", "sources", "units", "kind", '"é"', "g.h"]
            )
            name = f"{key}{number}" if key.isalpha() else f"{key}.k{number}"
            header = chance.choice(["", f"[t{number}]\n", f"[[s{number}]]\n", f"[u.v{number}]\n"])
            lines.append(f"{header}{name} = {chance.choice(values)}  # note")
        yield "\n".join(lines).encode()


@pytest.mark.parametrize("part", range(4))
def test_generated_documents_are_refused_with_a_place(cci: Program, tmp_path: Path, part: int) -> None:
    counts = {0: 0, 1: 0, 2: 0}
    for content in [*spoilt_documents(), *foreign_documents()][part::4]:
        status, _ = hold(cci, written(tmp_path, content))
        counts[status] += 1
    assert counts[1] + counts[2] >= 75  # of 95: some of what is done to a base does it no harm


@pytest.mark.skipif(not SUITE.is_dir(), reason="the public TOML test suite is not installed")
@pytest.mark.parametrize("kind", ["valid", "invalid"])
def test_the_public_test_suite_of_toml(cci: Program, kind: str) -> None:
    paths = sorted((SUITE / kind).rglob("*.toml"))
    assert len(paths) > 90
    for path in paths:
        status, _ = hold(cci, path)
        assert status in (1, 2), path


@pytest.mark.parametrize("name", TARGETS)
def test_readers_stand_what_they_are_given(name: str) -> None:
    target = TARGETS[name]

    @settings(
        max_examples=60 if name in ("query", "loader") else 200, suppress_health_check=list(HealthCheck)
    )
    @given(target.cases)
    def holds(case: Any) -> None:
        target.hold(case)

    holds()


# Large, deep, long


LONG = 300_000
EXTREMES: dict[str, tuple[str | bytes, int | None, str]] = {
    "brackets": (MINUTE + "x = " + "[" * LONG, MINUTE.count("\n") + 1, "not-toml"),
    "brackets on lines": (MINUTE + "x = " + "[\n" * 2000 + "]\n" * 2000, None, "not-toml"),
    "tables": (MINUTE + "x = " + "{ a = " * 2000, MINUTE.count("\n") + 1, "not-toml"),
    "a list in a list": (MINUTE + "x = " + "[" * 350 + "]" * 350, MINUTE.count("\n") + 1, "unknown-key"),
    "dots": (MINUTE + ".".join("a" * 100_000) + " = 1", MINUTE.count("\n") + 1, "not-toml"),
    "digits": (changed("value = 2243", "value = " + "9" * 5000), line_of("value = 2243"), "not-toml"),
    "digits apart": (changed("value = 2243", "value = 1" + "_0" * 5000), line_of("value = 2243"), "not-toml"),
    "sixteens": (changed("value = 2243", "value = 0x" + "f" * LONG), line_of("value = 2243"), "number-too-fine"),
    "a fraction": (changed("value = 2243", "value = 0." + "1" * LONG), line_of("value = 2243"), "number-too-fine"),
    "a power": (changed("value = 2243", "value = 1e999999999999999999"), line_of("value = 2243"), "number-too-fine"),
    "a small power": (changed("value = 2243", "value = 1e-999999999"), line_of("value = 2243"), "number-too-fine"),
    "no number": (changed("value = 2243", "value = nan"), line_of("value = 2243"), "number-too-fine"),
    "without end": (changed("value = 2243", "value = -inf"), line_of("value = 2243"), "number-too-fine"),
    "no such day": (changed('time = "2019"', 'time = "2019-02-29"'), line_of('time = "2019"'), "malformed-time"),
    "no such date of TOML": (changed('time = "2019"', "time = 2019-02-29"), line_of('time = "2019"'), "not-toml"),
    "the year nought": (changed('time = "2019"', 'time = "0000"'), line_of('time = "2019"'), "malformed-time"),
    "a fifth digit": (changed('time = "2019"', 'time = "20190"'), line_of('time = "2019"'), "malformed-time"),
    "a key twice": (changed('time = "2019"', 'time = "2019"\ntime = "2019"'), line_of('time = "2019"') + 1, "declared-twice"),
    "a table twice": (MINUTE + MINUTE, None, "declared-twice"),
    "two marks": ("\ufeff\ufeff" + MINUTE, 1, "not-toml"),
    "old Macs' lines": (MINUTE.replace("\n", "\r"), 1, "not-toml"),
    "nothing in a text": (changed('"Trains"', '"Tr\0ains"'), line_of('"Trains"'), "not-toml"),
    "nothing at the end": (MINUTE + "\0", MINUTE.count("\n") + 1, "not-toml"),
    "half a sign": (changed('"Trains"', '"\ud800"'), line_of('"Trains"'), "not-utf-8"),
    "half a sign, written": (changed('"Trains"', r'"\ud800"'), line_of('"Trains"'), "not-toml"),
    "UTF-16": (MINUTE.encode("utf-16"), 1, "not-utf-8"),
    "UTF-16 without mark": ("[a]\nb = 1\n".encode("utf-16-be"), None, "not-toml"),
    "UTF-32": (MINUTE.encode("utf-32"), 1, "not-utf-8"),
    "a quote without blanks": (changed('"three to four"', '"3-4 ' + "x" * LONG + '"'), line_of('"three to four"'), "quote-too-long"),
    "a quote of digits": (changed('"three to four"', '"3-4 ' + "1" * LONG + '"'), line_of('"three to four"'), "quote-too-long"),
    "a quote of numerals": (changed('"three to four"', '"3-4' + "一万" * LONG + '"'), line_of('"three to four"'), "quote-too-long"),
    "a long key": (MINUTE + "k" * LONG + " = 1", MINUTE.count("\n") + 1, "unknown-key"),
    "a long word": (changed('"flow"', '"' + "f" * LONG + '"'), line_of('"flow"'), "not-one-of"),
    "a long name": (changed('source = "daily", quote = "three', f'source = "{"d" * LONG}", quote = "three'), line_of('source = "daily", quote = "three'), "undefined-source"),
}  # fmt: skip


@pytest.mark.parametrize("name", EXTREMES)
def test_extremes_are_refused_with_their_line_in_a_few_words(cci: Program, tmp_path: Path, name: str) -> None:
    document, line, code = EXTREMES[name]
    path = written(tmp_path, document)
    found = [fault for fault in refused(path) if fault.code == code]
    assert found
    assert found[0].line == line or (line is None and found[0].line)
    status, said = hold(cci, path)
    assert status in (1, 2)
    assert len(said) < 20 * MOST_TOLD


SOUND = {
    "a mark": "\ufeff" + MINUTE,
    "Windows' lines": MINUTE.replace("\n", "\r\n"),
    "a long text": changed('en = "all"', f'en = "{"x" * 2_000_000}"'),
    "a text of many escapes": changed('en = "all"', 'en = "' + r"\"" * 500_000 + '"'),
    "a text of many lines": changed('en = "all"', 'en = """' + 'x\n"' * 100_000 + 'x"""'),
    "a long comment": MINUTE + "#" + "x" * 5_000_000,
    "many blanks": MINUTE + " \n" * 1_000_000,
}  # fmt: skip


@pytest.mark.parametrize("name", SOUND)
def test_what_is_sound_is_read_however_long_it_is(tmp_path: Path, name: str) -> None:
    base = load(written(tmp_path, SOUND[name]))
    assert [fact.id for fact in base.facts] == ["rail.trains"]


def test_of_ten_thousand_faults_the_first_are_told_and_the_rest_counted(cci: Program, tmp_path: Path) -> None:
    path = written(tmp_path, MINUTE + "".join(f"k{number} = 1\n" for number in range(10_000)))
    checked, refusal = cci("check", str(path)), cci("--facts", str(path))
    assert (checked.status, refusal.status) == (1, 2)
    assert checked.out.count("unknown-key]") == refusal.err.count("unknown-key]") == MOST_FAULTS
    assert "10000 faults" in checked.out
    assert "and 9,900 more" in checked.out
    assert "and 9,900 more" in refusal.err
    assert len(json.loads(cci("check", str(path), "--json").out)["faults"]) == 10_000


def test_names_that_nobody_defined_are_not_all_compared_with_all_that_are(tmp_path: Path) -> None:
    """Of ten thousand to be compared with as many, a few are; that would take hours."""
    count = 1000
    sources = "".join(f'[sources.daily-{number}]\ntype = "book"\n' for number in range(count))
    cited = ", ".join(f'{{ source = "dayly-{number}", quote = "2243" }}' for number in range(count))
    path = written(
        tmp_path,
        sources
        + changed(
            'citations = [{ source = "daily", quote = "2,2',
            f'citations = [{cited}, {{ source = "daily", quote = "2,2',
        ),
    )
    guesses = [dict(fault.details)["near"] for fault in refused(path) if fault.code == "undefined-source"]
    assert len(guesses) == count
    assert 0 < sum(map(bool, guesses)) <= 20_000 / count


def test_a_message_shows_the_beginning_of_what_is_long() -> None:
    assert shortened("x" * MOST_TOLD) == "x" * MOST_TOLD
    assert shortened("\x1b" * 1000) == r"\x1b" * MOST_TOLD + "... (1000)"


# Numbers and words without end


@pytest.mark.parametrize(
    "text",
    ["9" * LONG, "1" + ",111" * LONG, "41万" + "1000" * LONG, "一" * LONG, "一万" * LONG, "1" + " " * LONG + "-", "一" * 1999,
     "一万" * 900, "1,111" * 300, "one " + "hundred " * 200, "1-" * 900, "９" * 1999, "㋿" * 1999],
    ids=lambda text: f"{text[:6]}… {len(text)}",
)  # fmt: skip
def test_numbers_without_end_take_no_time(text: str) -> None:
    assert all(reading.value.is_finite() for reading in readings(text))


@pytest.mark.parametrize("text", ["0\rHUNDRED", "3\u2003million", "5 -\tbillion", "5\n- billion"])
def test_any_blank_may_stand_before_a_scale(cci: Program, text: str) -> None:
    readings(text)
    assert cci("search", text).status in (0, 1)


# Files that are no files


@posix
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(
    cci: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "PATIENCE", 0.1)
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    for words in (("check", str(pipe)), ("--facts", str(pipe), "rail"), ("--facts", str(pipe), "--help")):
        result = cci(*words)
        assert (result.status, result.out) == (2, "")
        assert "pipe.toml: the file cannot be read" in result.err


@posix
@pytest.mark.parametrize("words", [("rail",), ("search", "trains"), ("--help",), ("nothing",), ("check",)])
def test_a_pipe_is_read_once_whatever_is_asked(cci: Program, tmp_path: Path, words: tuple[str, ...]) -> None:
    for content in (MINUTE, MINUTE + "\n\nx = "):
        pipe = tmp_path / f"{len(content)}.toml"
        os.mkfifo(pipe)
        writer = threading.Thread(target=pipe.write_text, args=(content, "utf-8"))
        writer.start()
        line = ("check", str(pipe)) if words == ("check",) else (*words, "--facts", str(pipe))
        result = cci(*line)
        writer.join()
        if content == MINUTE:
            assert result.status == (1 if words == ("nothing",) else 0)
        else:
            assert result.status == 2
            assert f"{pipe.name}:{content.count(chr(10)) + 1}:5: this is not TOML" in result.err


@posix
@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_a_device_without_end_is_not_read_to_its_end(cci: Program) -> None:
    assert len(source.contents(Path("/dev/zero"))) <= 1 << 20
    result = cci("check", "/dev/zero")
    assert (result.status, result.out) == (2, "")
    assert "/dev/zero:1:1: this is not TOML" in result.err
    assert cci("check", "/dev/urandom").status == 2
    assert "no topic" in cci("check", "/dev/null").out


def test_a_file_that_is_too_large_is_told_so(
    cci: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 1 << 20)
    path = written(tmp_path, "#" * (1 << 21))
    assert "cannot be read (File too large)" in cci("check", str(path)).err
    path = written(tmp_path, MINUTE + "#" * ((1 << 20) - len(MINUTE.encode())))
    assert cci("check", str(path)).status == 0
