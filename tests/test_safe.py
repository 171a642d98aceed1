"""What could act on a terminal is made visible; everything else is left as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cci_cli.safe import visible

ACTING = [
    *range(0x20), *range(0x7F, 0xA0),  # C0, delete, C1
    0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # directions of writing
    0x00AD, 0x180E, 0x200B, 0x200C, 0x200D, *range(0x2060, 0x2065), 0xFEFF,  # no width
    0x2028, 0x2029,  # line and paragraph separators
    0xFFF9, 0xFFFA, 0xFFFB,  # annotations
    0xE0001, *range(0xE0020, 0xE0080),  # tags
    0xD800, 0xDBFF, 0xDC00, 0xDFFF,  # lone surrogates
]  # fmt: skip
SPACES = "\t\n\r"


@pytest.mark.parametrize("code", ACTING, ids=lambda code: f"U+{code:04X}")
def test_what_acts_on_a_terminal_is_made_visible(code: int) -> None:
    made = visible(f"a{chr(code)}b")
    assert made.isascii()
    assert made.isprintable()
    assert made == ("a b" if chr(code) in SPACES else f"a{escape(code)}b")


def escape(code: int) -> str:
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x9b2J", r"\x9b2J"),
        ("safe\u202etxt.exe", r"safe\u202etxt.exe"),
        ("\U000e0041", r"\U000e0041"),
        ("\ud83d\ude00", r"\ud83d\ude00"),
        ("one\ntwo\r\nthree\tfour", "one two three four"),
        ("one  \n\n  two", "one two"),
        ("\n", " "),
        ("", ""),
        ("跨境\u200b融资", r"跨境\u200b融资"),
    ],
)
def test_texts_with_something_that_acts(text: str, made: str) -> None:
    assert visible(text) == made


@pytest.mark.parametrize(
    "text",
    [
        "中新（重庆）战略性互联互通示范项目，简称“中新互联互通项目”。",
        "超123.8亿美元；同比增长43.2%……《框架协议》——首届、第三届！",
        "繁體字與全形：１２３ＡＢＣ　～",
        "𠀀𪚥㐀",
        "US$12.38 billion, +43.2 %, ≈ 5\u00a0000 – “quoted” — §¶",
        "naïve Zürich ŋ Ελλάδα हिन्दी العربية עברית ไทย",
        "e\u0301 combining",
        "🚄 🇸🇬",
        r"\x1b is written out [/red] [n] \u202e",
        "two  spaces and one at the end ",
    ],
)
def test_plain_text_comes_back_unchanged(text: str) -> None:
    assert visible(text) is text


@given(st.text(st.characters()))
def test_making_visible_twice_changes_no_more(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text(st.characters() | st.sampled_from([chr(code) for code in ACTING])))
def test_nothing_that_acts_is_left(text: str) -> None:
    assert not {ord(char) for char in visible(text)} & set(ACTING)
    visible(text).encode("utf-8")


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_numbers_and_signs_stay(text: str) -> None:
    assert visible(text) == text


@given(st.text(st.characters(), max_size=20), st.text(st.characters(), max_size=20))
def test_a_text_is_one_line(one: str, other: str) -> None:
    assert len(visible(f"{one}\n{other}").splitlines()) == 1


@pytest.mark.parametrize("category", ["Cc", "Zl", "Zp", "Cs"])
def test_no_character_of_a_category_passes(category: str) -> None:
    assert not [code for code in _codes(category) if visible(chr(code)) == chr(code)]


def test_no_invisible_format_character_passes() -> None:
    signs = {0x06DD, 0x070F, 0x08E2, 0x0890, 0x0891, 0x110BD, 0x110CD, *range(0x0600, 0x0606)}
    assert not [code for code in _codes("Cf") if visible(chr(code)) == chr(code) and code not in signs]


def _codes(category: str) -> list[int]:
    return [code for code in range(0x110000) if unicodedata.category(chr(code)) == category]
