"""Faulty fact bases: each fault with its line, its key and its code.

``cases/faults`` holds the files. A comment at a file's head tells one fault, in the order in which they
are reported::

    # expect: 12 overview.launch.observations[0].time malformed-time

``-`` stands for a fault without a line, or without a key.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

import pytest

from cci_cli.check import check
from cci_cli.factbase.faults import FactBaseError, Fault, key_path
from cci_cli.factbase.load import load
from cci_cli.factbase.rules import COMMANDS, MOST_HAN, MOST_WORDS
from cci_cli.factbase.table import MOST_DIGITS
from cci_cli.messages.faults import FAULTS, NEAR, TOML_WORDS, fault_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = sorted((Path(__file__).parent / "cases" / "faults").glob("*.toml"))
EXPECTED = re.compile(r"# expect: (\d+|-) (.+) ([a-z0-9-]+)")
LANGUAGES = ("en", "zh")

SOUND = """\
[units]
train = { en = "train", plural = "trains", zh = "列" }

[sources.daily]
type = "article-newspaper"

[logistics]
label = { en = "Logistics", zh = "物流" }

[logistics.trains]
label = { en = "Trains", zh = "班列" }
kind = "stock"
unit = "train"
scope = { en = "all trains", zh = "全部班列" }

[[logistics.trains.observations]]
time = "2019"
value = 2243
citations = [{ source = "daily", quote = "2,243 trains" }]
"""


class Told(NamedTuple):
    """What is compared of a fault."""

    line: int | None
    key: str
    code: str


def expected(document: str) -> list[Told]:
    found = (EXPECTED.fullmatch(line) for line in document.splitlines() if line.startswith("# expect"))
    return [
        Told(None if match[1] == "-" else int(match[1]), "" if match[2] == "-" else match[2], match[3])
        for match in found
        if match
    ]


def faults_of(path: Path) -> list[Fault]:
    with pytest.raises(FactBaseError) as caught:
        load(path)
    assert caught.value.path == path
    return caught.value.faults


def told(faults: list[Fault]) -> list[Told]:
    return [Told(fault.line, key_path(fault.key), fault.code) for fault in faults]


def written(folder: Path, document: str | bytes) -> Path:
    path = folder / "facts.toml"
    path.write_bytes(document if isinstance(document, bytes) else document.encode())
    return path


def changed(old: str, new: str) -> str:
    """The sound fact base with one thing in it changed."""
    assert SOUND.count(old) == 1
    return SOUND.replace(old, new)


def codes(faults: list[Fault]) -> list[str]:
    return [fault.code for fault in faults]


# Each file of cases/faults


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_fault_is_found_with_its_place(path: Path) -> None:
    document = path.read_text(encoding="utf-8")
    assert document.count("# expect") == len(expected(document)), "a comment is not well formed"
    assert told(faults_of(path)) == expected(document)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_fault_can_be_told_in_both_languages(path: Path) -> None:
    for fault in faults_of(path):
        for lang in LANGUAGES:
            sentence = fault_sentence(lang, fault.code, dict(fault.details))
            assert sentence.isprintable()
            assert "{" not in sentence


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_words_for_types_are_translated(path: Path) -> None:
    words = {
        value for fault in faults_of(path) for name, value in fault.details if name in ("expected", "found")
    }
    assert words <= TOML_WORDS.keys()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_line_breaks_of_windows_move_no_fault(path: Path, tmp_path: Path) -> None:
    crlf = written(tmp_path, path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert faults_of(crlf) == faults_of(path)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_check_reports_the_same_faults_or_refuses(path: Path) -> None:
    faults = faults_of(path)
    if faults[0].code in ("not-toml", "declared-twice"):
        with pytest.raises(FactBaseError):
            check(path)
    else:
        assert check(path).faults == faults


def test_the_sound_fact_base_has_no_fault(tmp_path: Path) -> None:
    path = written(tmp_path, SOUND)
    assert load(path).facts[0].observations[0].value == 2243
    report = check(path)
    assert (report.faults, report.facts, report.observations, report.sources) == ([], 1, 1, 1)


# Files that cannot be opened or are no text


def a_missing_file(folder: Path) -> Path:
    return folder / "none.toml"


def a_folder(folder: Path) -> Path:
    return folder


def a_circle_of_links(folder: Path) -> Path:
    path = folder / "circle.toml"
    path.symlink_to(path)
    return path


def bytes_of_gbk(folder: Path) -> Path:
    return written(folder, SOUND.encode("gbk"))


OPENINGS: dict[str, Callable[[Path], Path]] = {
    "file-missing": a_missing_file,
    "file-is-folder": a_folder,
    "file-unreadable": a_circle_of_links,
    "not-utf-8": bytes_of_gbk,
}


@pytest.mark.parametrize("code", OPENINGS)
def test_files_that_cannot_be_opened(code: str, tmp_path: Path) -> None:
    try:
        path = OPENINGS[code](tmp_path)
    except (OSError, NotImplementedError):
        pytest.skip("this system does not let such a file be made")
    faults = faults_of(path)
    assert codes(faults) == [code]
    assert faults[0].key == ()
    for lang in LANGUAGES:
        assert fault_sentence(lang, code, dict(faults[0].details))
    with pytest.raises(FactBaseError):
        check(path)


def test_a_file_without_permission(tmp_path: Path) -> None:
    path = written(tmp_path, SOUND)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("permissions do not hold here")
    assert codes(faults_of(path)) == ["file-unreadable"]


def test_a_file_in_a_folder_without_permission(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    path = written(folder, SOUND)
    folder.chmod(0)
    try:
        if os.access(path, os.R_OK):
            pytest.skip("permissions do not hold here")
        assert codes(faults_of(path)) == ["file-unreadable"]
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize(
    "name",
    [
        "a\0b",
        "facts.toml/inside",
        "x" * 300,
    ],
)
def test_paths_that_no_file_can_have(name: str, tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    assert codes(faults_of(tmp_path / name)) == ["file-unreadable"]


@pytest.mark.parametrize(
    ("content", "line", "byte"),
    [
        (b"\xff", 1, "0xff"),
        (b'# ok\n\n[a]\nb = "\xb8\xf1"\n', 4, "0xb8"),
        (b"a = 1\r\nb = 2\r\n# \xe9\r\n", 3, "0xe9"),
        (SOUND.encode() + b"# \xe4\xb8", SOUND.count("\n") + 1, "0xe4"),
        ("a = 1".encode("utf-16"), 1, "0xff"),
        (b'"\xed\xa0\x80" = 1\n', 1, "0xed"),
    ],
)
def test_what_is_not_utf_8_is_told_with_line_and_byte(
    content: bytes, line: int, byte: str, tmp_path: Path
) -> None:
    [fault] = faults_of(written(tmp_path, content))
    assert (fault.code, fault.line, dict(fault.details)) == ("not-utf-8", line, {"byte": byte})


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert load(written(tmp_path, "\ufeff" + SOUND)) == load(written(tmp_path, SOUND))


@pytest.mark.parametrize(
    ("document", "line", "column"),
    [
        ("a = \n", 1, 5),
        ("\n\na 1\n", 3, 3),
        ("中 = 1\n", 1, 1),
        ('a = "中文\n', 1, 8),
        ("a = 1\rb = 2\n", 1, 6),
        ("[a\n", 1, 3),
    ],
)
def test_what_is_not_toml_is_told_with_line_and_column(
    document: str, line: int, column: int, tmp_path: Path
) -> None:
    [fault] = faults_of(written(tmp_path, document))
    assert (fault.code, fault.line, fault.column) == ("not-toml", line, column)


@pytest.mark.parametrize(
    ("document", "line", "column"),
    [
        ("a = 1\na = 2\n", 2, 6),
        ("[a]\n\n[a]\n", 3, 3),
        ("a.b = 1\n[a.b]\n", 2, 5),
        ("[a]\n[[a]]\n", 2, 4),
        ("a = { b = 1, b = 2 }\n", 1, 19),
    ],
)
def test_what_is_declared_twice_is_told_with_line_and_column(
    document: str, line: int, column: int, tmp_path: Path
) -> None:
    [fault] = faults_of(written(tmp_path, document))
    assert (fault.code, fault.line, fault.column) == ("declared-twice", line, column)


@pytest.mark.parametrize("depth", [100, 9000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{ a = ", "}")])
def test_what_is_nested_deeply_is_a_fault(depth: int, opening: str, closing: str, tmp_path: Path) -> None:
    faults_of(written(tmp_path, f"a = {opening * depth}1{closing * depth}\n"))


# Near misses


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("kind =", "kinds =", "kind"),
        ('label = { en = "Trains"', 'lable = { en = "Trains"', "label"),
        ("time =", "date =", ""),
        ("value =", "valeu =", "value"),
        ("quote =", "qoute =", "quote"),
        ('"stock"', '"stocks"', "stock"),
        ('"stock"', '"total"', ""),
        ('"article-newspaper"', '"article-newspapers"', "article-newspaper"),
        ('unit = "train"', 'unit = "trains"', "train"),
        ('unit = "train"', 'unit = "UDS"', "USD"),
        ('unit = "train"', 'unit = "zebra"', ""),
        ('source = "daily"', 'source = "dayly"', "daily"),
        ('source = "daily"', 'source = "reuters"', ""),
    ],
)
def test_a_near_miss_is_named(old: str, new: str, near: str, tmp_path: Path) -> None:
    [fault, *_] = [
        each
        for each in faults_of(written(tmp_path, changed(old, new)))
        if dict(each.details).get("near") is not None
    ]
    assert dict(fault.details)["near"] == near
    for lang in LANGUAGES:
        hint = NEAR[lang == "zh"].format(near=near)
        assert (hint in fault_sentence(lang, fault.code, dict(fault.details))) == bool(near)


# Limits: the last value that is sound and the first that is not


@pytest.mark.parametrize(
    ("old", "new", "expected_codes"),
    [
        ('"2,243 trains"', '"2243 ' + "w " * (MOST_WORDS - 1) + '"', []),
        ('"2,243 trains"', '"2243 ' + "w " * MOST_WORDS + '"', ["quote-too-long"]),
        ('"2,243 trains"', '"2243' + "列" * MOST_HAN + '"', []),
        ('"2,243 trains"', '"2243' + "列" * (MOST_HAN + 1) + '"', ["quote-too-long"]),
        ("value = 2243", f"value = 2243\ngrowth = {'1' * MOST_DIGITS}", []),
        ("value = 2243", f"value = 2243\ngrowth = {'1' * (MOST_DIGITS + 1)}", ["number-too-fine"]),
        ("value = 2243", f"value = 2243\ngrowth = 0.{'1' * MOST_DIGITS}", []),
        ("value = 2243", f"value = 2243\ngrowth = 1.{'1' * MOST_DIGITS}", ["number-too-fine"]),
        ("value = 2243", "value = 2243\ngrowth = -1.500000000000000000", []),
        ("value = 2243", "value = 2243.0", []),
        ("value = 2243", "value = 0x8c3", []),
        ('"2,243 trains"', '"两千二百四十三列"', []),
        ('"2,243 trains"', '"2243列"', []),
        ('"2,243 trains"', '"22.43万列"', ["number-not-in-quote"]),
        ('"2,243 trains"', '"thousands"', ["number-not-in-quote"]),
        ('"2,243 trains"', '"thousands", exception = { en = "no number", zh = "无数字" }', []),
        ('unit = "train"', 'unit = "USD"', []),
        ('unit = "train"', 'unit = "usd"', ["malformed-unit"]),
        ("value = 2243", "value = 2243\nupper = 2244", ["value-in-no-quote"]),
        ("value = 2243", "value = 2243\nupper = 2243", ["malformed-range"]),
        ('"2019"', '"2019-01-01/2019-12-31"', []),
        ('"2019"', '"0001"', []),
        ('"2019"', '"2020-02-29"', []),
        ('"2019"', '"2019-02-29"', ["malformed-time"]),
        ('"2019"', '"2019-06/2019-01"', ["malformed-time"]),
        ('"2019"', '"2019/"', ["malformed-time"]),
        ("[logistics]", "[logistics]\naliases = []", []),
        ("[logistics]", '[logistics]\naliases = ["freight", "运输"]', []),
        ("[logistics]", '[logistics]\naliases = ["Logistics"]', []),
    ],
)  # fmt: skip
def test_limits(old: str, new: str, expected_codes: list[str], tmp_path: Path) -> None:
    path = written(tmp_path, changed(old, new))
    if expected_codes:
        assert codes(faults_of(path)) == expected_codes
    else:
        load(path)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_topic_answers_to_a_command(command: str, tmp_path: Path) -> None:
    for name in (command, command.upper()):
        path = written(tmp_path, changed("[logistics]", f'[logistics]\naliases = ["{name}"]'))
        [fault] = faults_of(path)
        assert (fault.code, dict(fault.details)) == ("topic-named-like-command", {"name": name})


def test_no_fault_has_details_that_act_on_a_terminal(tmp_path: Path) -> None:
    escape = r"\u001b[2J\u202e"
    document = f"""
    ["{escape}"]
    label = {{ en = "T", zh = "题" }}
    "{escape}" = 1
    [topic]
    label = {{ en = "{escape}", zh = "题" }}
    [topic.fact]
    label = {{ en = "F", zh = "事" }}
    kind = "{escape}"
    [[topic.fact.observations]]
    time = "{escape}"
    value = 1
    "{escape}" = 1
    citations = [{{ source = "{escape}", quote = "{escape}" }}]
    """
    for fault in faults_of(written(tmp_path, document)):
        for lang in LANGUAGES:
            assert fault_sentence(lang, fault.code, dict(fault.details)).isprintable()


# The sentences


def test_every_code_has_a_case() -> None:
    own = (Path(__file__).parent / "cases" / "own" / "faults").glob("*.toml")
    covered = {fault.code for path in (*CASES, *own) for fault in expected(path.read_text(encoding="utf-8"))}
    assert covered | OPENINGS.keys() | {"no-ordinary-file"} == FAULTS.keys()


@pytest.mark.parametrize("code", FAULTS)
def test_every_sentence_says_what_is_wrong_and_what_to_do(code: str) -> None:
    details = dict.fromkeys(placeholders(FAULTS[code][0]) - {"near"}, "word")
    for lang, stop in (("en", ". "), ("zh", "。")):
        sentence = fault_sentence(lang, code, details)
        assert sentence.endswith(stop.strip())
        problem, _, remedy = sentence.partition(stop)
        assert problem.strip()
        assert remedy.strip(" .。")


@pytest.mark.parametrize("code", FAULTS)
def test_both_languages_name_the_same_details(code: str) -> None:
    english, chinese = FAULTS[code]
    assert placeholders(english) == placeholders(chinese)
    assert english != chinese


def test_both_hints_name_the_near_miss() -> None:
    assert placeholders(NEAR[0]) == placeholders(NEAR[1]) == {"near"}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_key_paths_are_written_as_people_write_them() -> None:
    assert key_path(()) == ""
    assert key_path(("finance", "loans", "observations", 0, "value")) == "finance.loans.observations[0].value"
    assert key_path(("a", 0, 1, "b")) == "a[0][1].b"


def test_the_error_names_the_file_and_its_codes(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    with pytest.raises(FactBaseError, match=r"facts\.toml: no-topics"):
        load(path)


# What has gone wrong, or nearly


@pytest.mark.parametrize("number", ["1e30", "1.5e40", "-1e400", "1e-400"])
def test_a_number_too_great_or_too_small_is_a_fault(number: str, tmp_path: Path) -> None:
    path = written(tmp_path, changed("value = 2243", f"value = {number}"))
    assert codes(faults_of(path)) == ["number-too-fine"]


def test_an_integer_of_thousands_of_digits_is_a_fault(tmp_path: Path) -> None:
    path = written(tmp_path, changed("value = 2243", f"value = {'1' * 5000}"))
    assert codes(faults_of(path)) == ["not-toml"]


@pytest.mark.parametrize(
    "number", ["1.00000000000000000000000000000001", "1000000000000000000000000000000001"]
)
def test_digits_far_behind_zeros_are_counted(number: str, tmp_path: Path) -> None:
    path = written(tmp_path, changed("value = 2243", f"value = 2243\ngrowth = {number}"))
    assert codes(faults_of(path)) == ["number-too-fine"]


def test_a_long_english_quote_with_one_chinese_word_is_too_long(tmp_path: Path) -> None:
    path = written(tmp_path, changed('"2,243 trains"', f'"2243列 {"word " * 100}"'))
    assert codes(faults_of(path)) == ["quote-too-long"]


def test_two_unknown_keys_of_a_topic_are_two_faults(tmp_path: Path) -> None:
    path = written(tmp_path, changed("[logistics]", "[logistics]\nfirst = 1\nsecond = 2"))
    assert codes(faults_of(path)) == ["unknown-key", "unknown-key"]


@pytest.mark.parametrize("author", ["3", '""'])
def test_a_faulty_author_has_a_key_that_is_in_the_file(author: str, tmp_path: Path) -> None:
    path = written(
        tmp_path,
        changed("[logistics]", f'[sources.weekly]\ntype = "report"\nauthor = [{author}]\n[logistics]'),
    )
    assert [key_path(fault.key) for fault in faults_of(path)] == ["sources.weekly.author[0]"]


def test_a_unit_that_acts_on_a_terminal_is_made_visible_as_a_near_miss(tmp_path: Path) -> None:
    path = written(tmp_path, changed("train =", '"train\\u001b[2J" ='))
    [fault] = faults_of(path)
    assert fault_sentence("en", fault.code, dict(fault.details)).isprintable()


@pytest.mark.parametrize("alias", ["", "  "])
def test_an_empty_alias_is_a_fault(alias: str, tmp_path: Path) -> None:
    path = written(tmp_path, changed("[logistics]", f'[logistics]\naliases = ["{alias}"]'))
    assert codes(faults_of(path)) == ["empty"]


def test_a_topic_without_a_table_is_told_with_a_line(tmp_path: Path) -> None:
    path = written(tmp_path, changed('[logistics]\nlabel = { en = "Logistics", zh = "物流" }\n', ""))
    [fault] = faults_of(path)
    assert (fault.code, fault.line) == ("missing-key", 8)


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u0085"])
def test_a_line_separator_in_a_faulty_file(separator: str, tmp_path: Path) -> None:
    path = written(tmp_path, changed('"2,243 trains" }]', f'"2,243{separator}trains" }}]\ncolour = 1'))
    assert told(faults_of(path)) == [Told(20, "logistics.trains.observations[0].colour", "unknown-key")]


@pytest.mark.parametrize(("old", "key"), [("citations = [{", "citations"), ("[[logistics", "observations")])
def test_a_list_of_a_wrong_type_is_one_fault(old: str, key: str, tmp_path: Path) -> None:
    start = SOUND[: SOUND.index(old)]
    assert codes(faults_of(written(tmp_path, f'{start}{key} = "none"\n'))) == ["wrong-type"]


def test_words_of_the_file_are_not_translated() -> None:
    assert "“a list”" in fault_sentence("zh", "unknown-key", {"name": "a list"})


def test_no_depth_lies_between_what_is_read_and_what_is_refused(tmp_path: Path) -> None:
    for depth in range(200, 1000, 20):
        faults_of(written(tmp_path, f"a = {'{ a = ' * depth}1{'}' * depth}\n"))
