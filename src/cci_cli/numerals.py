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
from functools import lru_cache
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
            "seven,seventh|eight,eighth|nine,ninth|ten,tenth|eleven,eleventh|twelve,twelfth|"
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
_HAN_GREAT = (("亿", 8), ("万", 4))

_DIGITS = r"\d{1,3}(?:[,\u00a0 ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
# 千 and 百 are no scales in 千克, 千米, 百分点
_HAN_SCALE = "万亿|萬億|千亿|百亿|十亿|千万|百万|亿|億|万|萬|千(?![克米瓦])|百(?!分)|兆"
_EN_SCALE = r"(?:\s*-?\s*(?:thousand|million|billion|trillion|hundred|mln|bln|trn|mn|bn|tn)|[kmb])(?![a-z])"
_NUMBER = re.compile(
    rf"(?P<digits>{_DIGITS})(?:(?P<scale>{_EN_SCALE})|[余多]?\s?个?(?P<han>{_HAN_SCALE})|(?P<tenths>成))?"
    rf"(?P<tail>(?:\d+(?:\.\d+)?(?:{_HAN_SCALE})?)*)",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"(\d+(?:\.\d+)?)({_HAN_SCALE})?")
_RANGE = re.compile(
    rf"(?P<low>{_DIGITS})\s*(?:-|–|—|~|to|至|到)\s*(?P<high>{_DIGITS})\s*(?P<scale>{_EN_SCALE}|{_HAN_SCALE})",
    re.IGNORECASE,
)
_PERCENT = re.compile("百分之|个?百分点")
_HAN = re.compile(
    r"(?<![\d.])[零〇一二两兩三四五六七八九十百千首][零〇一二两兩三四五六七八九十百千首余多万亿]*成?"
    r"|(?<![\d.个余多十百千万])[万亿]"
)
_ENGLISH = re.compile(r"[a-z]+|[^\sa-z-]", re.IGNORECASE)
_GREAT_WORDS = ("thousand", "million", "billion", "trillion")
_SUPERSCRIPTS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]")
#: A longer text is no run of words that carries a figure, and a longer Chinese numeral is no number: reading
#: them would take the square of their length, or more digits and calls than Python has.
_MOST_READ, _MOST_NUMERALS = 2000, 60


def _scaled(digits: str, scale: str | None) -> Reading:
    power = _SCALES["".join(scale.lower().split()).strip("-")] if scale else 0
    clean = re.sub(r"[,\u00a0 ]", "", digits)
    return Reading(Decimal(clean).scaleb(power), power - len(clean.partition(".")[2]))


def _with_tail(reading: Reading, tail: str) -> Reading:
    """41万 followed by 1000 is 411,000; 1亿 followed by 2000万 is 120 million."""
    value, place = reading
    for digits, scale in _TAIL.findall(tail):
        part = _scaled(digits, scale)
        value, place = value + part.value, part.place
    return Reading(value, place)


def _digit_readings(text: str) -> list[Reading]:
    found: list[Reading] = []

    def range_(match: re.Match[str]) -> str:
        low, high = _scaled(match["low"], None), _scaled(match["high"], None)
        if low.value >= high.value:  # "900,000 to 1.2 million": the scale is the high end's alone
            return match[0]
        found.extend(_scaled(match[end], match["scale"]) for end in ("low", "high"))
        return " "

    for match in _NUMBER.finditer(_RANGE.sub(range_, text)):
        reading = _scaled(match["digits"], match["scale"] or match["han"])
        found.append(reading)
        if match["tenths"]:
            found.append(Reading(reading.value * 10, reading.place + 1))
        if match["tail"] and match["han"]:
            found.append(_with_tail(reading, match["tail"]))
    return found


def _han_value(text: str) -> int:
    """The value of a Chinese numeral: 二十三, 两千, 四十一万一千, or digit by digit 二〇一九."""
    for sign, power in _HAN_GREAT:
        high, found, low = text.rpartition(sign)
        if found:
            return (_han_value(high) if high else 1) * int(10**power) + _han_value(low)
    if not any(char in _HAN_UNITS for char in text):
        return int("".join(str(_HAN_DIGITS[char]) for char in text) or "0")
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
    for match in _HAN.finditer(_PERCENT.sub(" ", text)):
        if len(match[0]) > _MOST_NUMERALS:
            continue
        tenths = match[0].endswith("成")
        numeral = re.sub("[余多成]", "", match[0])
        end = re.search("[万亿]*$", numeral)
        assert end
        place = sum(power for sign, power in _HAN_GREAT for _ in range(end[0].count(sign)))
        found.append(Reading(Decimal(_han_value(numeral)).scaleb(tenths), place + tenths))
    return found


class _Words:
    """English number words read one by one: what they come to so far."""

    def __init__(self) -> None:
        self.found: list[Reading] = []
        self._clear()

    def _clear(self) -> None:
        self.total = self.current = self.place = 0
        self.last = ""

    def _end(self) -> None:
        if self.last:
            self.found.append(Reading(Decimal(self.total + self.current), self.place))
        self._clear()

    def read(self, word: str) -> None:
        """Take in the next word; one that cannot go on a number ends it."""
        if word in _WORDS:
            self._number(_WORDS[word])
        elif word in _GREAT_WORDS and self.last in ("number", "a", "hundred"):
            power = _SCALES[word]
            self.total += (self.current or 1) * 10**power
            # "one billion" is written to the billion, as "1 billion" is
            self.current, self.place, self.last = 0, power if power >= 6 else 0, "scale"
        elif word in ("hundred", "dozen"):
            self.current = (self.current or 1) * (100 if word == "hundred" else 12)
            self.last = "hundred"
        elif word in ("a", "an"):
            self._end()
            self.last = "a"
        elif word == "and" and self.last in ("hundred", "scale"):
            self.last = "and"
        else:
            if self.last == "a":
                self._clear()
            self._end()

    def _number(self, value: int) -> None:
        tens = self.last == "number" and self.current % 100 in range(20, 100, 10) and 0 < value < 10
        if not tens and self.last in ("number", "a"):
            if self.last == "a":
                self._clear()
            self._end()
        self.current, self.place, self.last = self.current + value, 0, "number"


def _english_readings(text: str) -> list[Reading]:
    """Number words: ``twenty-three``, ``two hundred and five``, ``seventh``, ``one billion``, ``tenfold``."""
    words = _Words()
    for word in [*_ENGLISH.findall(text.lower().replace("fold", " ")), "."]:
        words.read(word)
    return words.found


@lru_cache(maxsize=1024)  # a quote is asked for its value, its growth and how they are written
def readings(text: str) -> tuple[Reading, ...]:
    """Every number that the words can be read to say, in no particular order.

    Full-width signs are read as plain ones. A number with a scale is not read without it:
    ``32.2 billion`` is 32,200,000,000 alone. The ends of a range share its scale: ``5000-6000万`` is fifty
    and sixty million. A text of more than two thousand signs is not read.
    """
    if len(text) > _MOST_READ:
        return ()
    plain = unicodedata.normalize("NFKC", _SUPERSCRIPTS.sub(" ", text)).replace("−", "-")
    return (*_digit_readings(plain), *_han_readings(plain), *_english_readings(plain))


def states(text: str, value: Decimal | int) -> bool:
    """Whether the words state a value (its sign aside: "fell 3.5 percent" states -3.5)."""
    return any(reading.value == abs(value) for reading in readings(text))


def written_place(text: str, value: Decimal | int) -> int | None:
    """The power of ten of the last digit that the words write of a value; None if they do not state it."""
    places = [reading.place for reading in readings(text) if reading.value == abs(value)]
    return min(places, default=None)
