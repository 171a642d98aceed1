"""Numbers as sources write them, in English and Chinese.

:func:`readings` finds every number in a run of words: ``over US$32.2 billion``, ``123.8亿美元``,
``41万1000吨``, ``5000-6000万``, ``twenty-three``, ``第三届``, ``超九成``. Each is read with the place of its
last written digit, so that a rounded figure is known to be rounded: 78.8 billion is written to the
hundred million, 230 to the unit.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple


class Reading(NamedTuple):
    """A number found in words: its value, and ``place``, the power of ten of its last written digit."""

    value: Decimal
    place: int


_SCALES = {
    "thousand": 3, "k": 3, "million": 6, "mln": 6, "m": 6, "mn": 6, "billion": 9, "bln": 9, "bn": 9,
    "b": 9, "trillion": 12, "trn": 12, "tn": 12, "hundred": 2, "dozen": 0,
    "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
    "萬": 4, "億": 8, "萬億": 12, "兆": 12,
}  # fmt: skip
_WORDS = (
    {
        word: value
        for value, words in enumerate(
            "zero|one,first,once,inaugural|two,second,twice|three,third,thrice|four,fourth|five,fifth|six,sixth|"
            "seven,seventh|eight,eighth|nine,ninth|ten,tenth|eleven,eleventh|twelve,twelfth,dozen|"
            "thirteen,thirteenth|fourteen,fourteenth|fifteen,fifteenth|sixteen,sixteenth|"
            "seventeen,seventeenth|eighteen,eighteenth|nineteen,nineteenth".split("|")
        )
        for word in words.split(",")
    }
    | {
        word: 10 * value
        for value, words in enumerate(
            "twenty,twentieth|thirty,thirtieth|forty,fortieth|fifty,fiftieth|sixty,sixtieth|"
            "seventy,seventieth|eighty,eightieth|ninety,ninetieth".split("|"),
            start=2,
        )
        for word in words.split(",")
    }
    | {"doubled": 2, "tripled": 3, "quadrupled": 4}
)
_HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2, "兩": 2, "首": 1,
}  # fmt: skip
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}

_DIGITS = r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HAN_SCALE = "万亿|萬億|千亿|百亿|十亿|千万|百万|亿|億|万|萬|千|百(?!分)|兆"
_EN_SCALE = r"(?:thousand|million|billion|trillion|hundred|mln|bln|trn|mn|bn|tn|[kmb])\b"
_NUMBER = re.compile(
    rf"(?P<digits>{_DIGITS})(?:\s*[-~]?\s*(?P<scale>{_EN_SCALE})|[余多]?\s?个?(?P<han>{_HAN_SCALE}))?"
    rf"(?P<tail>(?:\d+(?:\.\d+)?(?:{_HAN_SCALE})?)*)",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"(\d+(?:\.\d+)?)({_HAN_SCALE})?")
_RANGE = re.compile(
    rf"(?P<low>{_DIGITS})\s*(?:-|–|—|~|to|至|到)\s*(?P<high>{_DIGITS})\s*(?P<scale>{_EN_SCALE}|{_HAN_SCALE})",
    re.IGNORECASE,
)
_HAN = re.compile(
    r"[零〇一二两兩三四五六七八九十百千首]+(?:[余多]?(?:万亿|万|亿))?成?|(?<![\d.个余多])(?:万亿|万|亿)"
)
_ENGLISH = re.compile(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)


def _place(digits: str) -> int:
    return -len(digits.partition(".")[2])


def _scaled(digits: str, scale: str | None) -> Reading:
    power = _SCALES[scale.lower()] if scale else 0
    clean = re.sub(r"[,\u00a0 ]", "", digits)
    return Reading(Decimal(clean).scaleb(power), _place(clean) + power)


def _with_tail(reading: Reading, tail: str) -> Reading:
    """41万 followed by 1000 is 411,000; 1亿 followed by 2000万 is 120 million."""
    value, place = reading
    for digits, scale in _TAIL.findall(tail):
        part = _scaled(digits, scale)
        value, place = value + part.value, part.place
    return Reading(value, place)


def _digit_readings(text: str) -> list[Reading]:
    found = []
    for match in _RANGE.finditer(text):
        found += [_scaled(match["low"], match["scale"]), _scaled(match["high"], match["scale"])]
    for match in _NUMBER.finditer(_RANGE.sub(" ", text)):
        reading = _scaled(match["digits"], match["scale"] or match["han"])
        found.append(reading)
        if match["tail"] and match["han"]:
            found.append(_with_tail(reading, match["tail"]))
    return found


def _han_value(text: str) -> int:
    """The value of a Chinese numeral below 10,000: 二十三, 一百零五, 两千, or digit by digit 二〇一九."""
    if not any(char in _HAN_UNITS for char in text):
        return int("".join(str(_HAN_DIGITS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in _HAN_UNITS:
            total += (digit or (0 if total else 1)) * _HAN_UNITS[char]
            digit = 0
        else:
            digit = _HAN_DIGITS[char]
    return total + digit


def _han_readings(text: str) -> list[Reading]:
    found = []
    for match in _HAN.finditer(text):
        word = match[0]
        tenths = word.endswith("成")
        word = word.rstrip("成")
        power = 12 if word.endswith("万亿") else 8 if word[-1:] == "亿" else 4 if word[-1:] == "万" else 0
        numeral = word.rstrip("万亿余多")
        value = Decimal(_han_value(numeral) if numeral else 1).scaleb(power + tenths)
        found.append(Reading(value, power + tenths))
    return found


def _english_readings(text: str) -> list[Reading]:
    """Number words: ``twenty-three``, ``two hundred and five``, ``seventh``, ``one billion``."""
    found: list[Reading] = []
    runs = _ENGLISH.findall(text.lower().replace("fold", " "))
    words = [word for run in runs for word in run.split("-")]
    total, current, seen = 0, 0, False
    for word in [*words, ""]:
        if word in _WORDS:
            current += _WORDS[word]
            seen = True
        elif seen and word == "hundred":
            current *= 100
        elif seen and word in ("thousand", "million", "billion", "trillion"):
            total, current = total + current * 10 ** _SCALES[word], 0
        elif not (seen and word == "and"):
            if seen:
                value = Decimal(total + current)
                found.append(Reading(value, 0))
            total, current, seen = 0, 0, False
    return found


def readings(text: str) -> list[Reading]:
    """Every number that the words can be read to say, in no particular order.

    Full-width signs are read as plain ones. A number with a scale also gives nothing without it:
    ``32.2 billion`` reads as 32,200,000,000 alone. Ranges share their scale: ``5000-6000万`` is fifty
    and sixty million.
    """
    plain = unicodedata.normalize("NFKC", text).replace("−", "-")
    return _digit_readings(plain) + _han_readings(plain) + _english_readings(plain)


def states(text: str, value: Decimal | int) -> bool:
    """Whether the words state a value (its sign aside: "fell 3.5 percent" states -3.5)."""
    return any(reading.value == abs(value) for reading in readings(text))


def written_place(text: str, value: Decimal | int) -> int | None:
    """The power of ten of the last digit that the words write of a value; None if they do not state it."""
    places = [reading.place for reading in readings(text) if reading.value == abs(value)]
    return min(places, default=None)
