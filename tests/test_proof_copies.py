"""Copies: any encoding, any markup, any junk; each sign traced to where it stood; lines and paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cci_cli.proof.copies import MOST_BYTES, UnreadCopy, by_source, copy_of, files_in, read
from cci_cli.proof.coverage import coverage
from cci_cli.proof.decoding import NotText, decoded
from cci_cli.proof.nearest import nearest
from cci_cli.proof.normal import clean, key
from cci_cli.proof.quotes import matches

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "港湾轮渡运送旅客４１万人次，灯塔3座。\n"
#: Text with all that makes copies hard to read.
ANY = st.text(
    st.sampled_from(
        "重慶港湾abcé(chóng)（xùn）?|<>/!-—&;#\"'=12３,. 　\n\r\t\u200b\ufeff\u0301²①½二○〇京\U00020000\ufffd"
    ),
    max_size=80,
) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
    ],
)
def test_encodings(encoding: str, told: str) -> None:
    assert decoded(WORDS.encode(encoding)) == (WORDS, told)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gbk"),
        ("GBK", "gbk"),
        ("big5", "big5"),
        ("UTF-8", "utf-8"),
        ("nonsense", "utf-8"),
        ("zip", "utf-8"),
    ],
)
def test_a_page_says_its_encoding(declared: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><p>港灣輪渡</p>'
    assert "港灣輪渡" in decoded(page.encode(encoding))[0]


def test_a_wrong_declaration_is_seen_through() -> None:
    page = f'<html><head><meta charset="gb2312"></head><p>{WORDS * 9}</p>'
    assert decoded(('<meta charset="utf-8">' + WORDS * 9).encode("gbk"))[1] == "gb18030"
    assert WORDS in decoded(page.encode())[0] or decoded(page.encode())[1] == "gb18030"


def test_single_bytes_that_cannot_be_read_are_lost_characters() -> None:
    text, encoding = decoded(WORDS.encode() * 9 + b"\xe6\xb8")
    assert encoding == "utf-8"
    assert text == WORDS * 9 + "\ufffd"


@pytest.mark.parametrize(
    "junk", [b"\x89PNG\r\n\0\0", b"%PDF-1.4\x01\x02\x03\xff\xfe\x80" * 20, bytes(range(256)) * 9]
)
def test_what_is_no_text_is_refused(junk: bytes) -> None:
    with pytest.raises(NotText):
        decoded(junk)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    try:
        text, _ = decoded(content)
    except NotText:
        return
    for kind in ("txt", "md", "html"):
        copy_of(text, kind)


@given(ANY)
def test_every_sign_is_traced_to_where_it_stood(text: str) -> None:
    cleaned = clean(text)
    searched = key(cleaned.text)
    for made, source in ((cleaned, text), (searched, cleaned.text)):
        places = list(made.places)
        assert len(places) == len(made.text)
        assert places == sorted(places)
        assert all(0 <= place < len(source) for place in places)
    assert clean(cleaned.text).text == clean(clean(cleaned.text).text).text


@given(ANY)
def test_pages_are_traced_to_their_files(text: str) -> None:
    copy = copy_of(text, "html")
    file = text.replace("\r\n", "\n").replace("\r", "\n")
    places = list(copy.shown.places)
    assert places == sorted(places)
    for sign, place in zip(copy.shown.text, places, strict=True):
        assert sign in (file[place], "\n", "\t", " ") or file[place] == "&"
    for at in range(len(copy.clean.text)):
        assert 1 <= copy.place(at).line <= file.count("\n") + 1


@given(
    st.text(st.sampled_from("0123456789.,、 -—/%亿万"), max_size=30),
    st.text(st.sampled_from("0123456789., -"), max_size=30),
)
def test_two_numbers_never_become_one(one: str, other: str) -> None:
    """Digits that something other than a mark between thousands parts are still parted."""
    words = key(clean(f"{one}个{other}").text).text
    assert [each for each in words if each.isdigit()] == [each for each in one + other if each.isdigit()]
    assert key(clean("12 34").text).text != key(clean("1234").text).text
    assert key(clean("3、4").text).text != "34"


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("重(chóng)慶(qìng)", "重庆"),
        ("帶動(dòng)?xùn)|盟", "带动\ufffd盟"),
        ("日?qǐng)?bào)記者", "日\ufffd记者"),
        ("重量(kg)12（Ｔ）", "重量(kg)12(T)"),
        ("Ｒ＆Ｄ　１２３", "R&D 123"),
        ("二○一九年", "二〇一九年"),
        ("注①见²", "注见"),
        ("陜西", "陕西"),
        ("千里鞦韆", "千里秋韆"),
    ],
)
def test_the_clean_form(text: str, read_as: str) -> None:
    assert clean(text).text == read_as


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<p>甲</p><p>乙<br>丙</p>", ["甲", "乙", "丙"]),
        ("<p>a\nb</p>", ["a b"]),
        ("<pre>a\nb</pre>", ["a", "b"]),
        ("<td>1</td><td>2</td>", ["1\t2"]),
        ("<p>1 < 2 and <3</p>", ["1 < 2 and <3"]),
        ("x<!-- <p> -->y<!-- never closed <p>z", ["xy"]),
        ("<script>1</script><style>2</style>甲<SCRIPT>3</Script >乙", ["甲乙"]),
        ("<script>never closed", ["never closed"]),
        ('<a title="1 > 0" href=x>甲</a>', ["甲"]),
        ('<a title="never closed>甲</a>', ["甲"]),
        ("&lt;p&gt; &amp; &#37325;&#x5E86; &nonsense;", ["<p> & 重庆 &nonsense;"]),
        ("<!DOCTYPE html><?xml version='1'?></>甲", ["甲"]),
        ("", []),
    ],
)
def test_what_a_page_shows(page: str, shown: list[str]) -> None:
    lines = copy_of(page, "html").clean.text.split("\n")
    assert [line.strip() for line in lines if line.strip()] == shown


def test_paragraphs_end_as_sentences_do() -> None:
    text = "首页 > 新闻\n\n港湾轮渡\n\n第一段。\n第二段：\n小标题\n五个码头，具体包括以下各处：\n"
    text += "他说“好。”\n(编辑:王五)\nBy the ferry.\n3."
    numbers = [block.number for block in copy_of(text, "txt").blocks]
    assert numbers == [None, None, 1, None, None, 2, 3, None, 4, 5]


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    line = "轮渡今年运送旅客四十一万人次并且在两岸新建了许多码头"
    text = f"{line}\n{line}\n{line}。\n\n{line}\n{line}。\n　　{line}\n{line}。\n"
    copy = copy_of(text, "txt")
    assert [block.number for block in copy.blocks] == [1, 2, 3]
    assert copy.place(copy.clean.text.rindex("四十一")).line == 8


def test_blocks_of_a_page_are_never_joined() -> None:
    long = "轮渡今年运送旅客四十一万人次并且在两岸新建了许多码头"
    assert len(copy_of(f"<h1>{long}</h1><p>{long}</p><p>{long}。</p>", "html").blocks) == 3


def test_a_text_with_tags_is_a_page_whatever_its_name_is() -> None:
    assert copy_of("<div>甲<b>乙</b></div>", "txt").clean.text.strip() == "甲乙"
    assert copy_of("1 < 2 > 0", "txt").clean.text == "1 < 2 > 0"


def test_files_by_source(tmp_path: Path) -> None:
    for name in ("a.txt", "a.HTML", "b.md", "c.pdf", "a.b.txt", ".hidden.txt", "x.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "b.txt").mkdir()
    named, strangers = by_source(files_in(tmp_path), ["a", "b", "c"])
    assert {source: [path.name for path in paths] for source, paths in named.items()} == {
        "a": ["a.HTML", "a.txt"],
        "b": ["b.md"],
    }
    assert [path.name for path in strangers] == ["a.b.txt", "c.pdf", "x.txt"]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    (tmp_path / "binary.txt").write_bytes(b"a\0b")
    for name, why in (
        ("large.txt", "too-large"),
        ("binary.txt", "not-text"),
        ("none.txt", "no-file"),
        (".", "no-file"),
    ):
        with pytest.raises(UnreadCopy) as raised:
            read(tmp_path / name)
        assert raised.value.why == why


@pytest.mark.parametrize(
    "junk",
    '< |<a |<a "|<!--|<script>|&|?a)|(|1,|一| |\n|<a \'">|[](|1.|@.|重(|a-|第|11月|a.com|www.|二〇'.split(
        "|"
    ),
)
def test_junk_is_read_and_measured(junk: str) -> None:
    """Each of these would take minutes if a search went back over it again and again."""
    for kind in ("html", "md"):
        copy = copy_of(junk * 4_000, kind)
        found = coverage(copy, matches("一1", copy), ["一1"])
        assert found.figures >= len(found.missing)
        nearest("一1,一1", copy)
