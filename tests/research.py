"""The research beside this checkout, for the tests that hold the fact base against it.

Each record of it is one figure of one page, as it was found: ``../shared/research/*.jsonl``.
"""

from __future__ import annotations

import calendar
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "shared" / "research"
FILES = ("overview", "finance", "ict", "aviation", "people", "logistics", "gaps-a", "gaps-b")
#: The records' words for units, and the fact base's (UCUM codes, one noun for one thing).
UNITS = {
    "percent": "%", "tonne": "t", "day": "d", "Gbps": "Gbit/s", "square metre": "m2", "square-metre": "m2",
    "square kilometre": "km2", "square-kilometre": "km2", "kilogram": "kg", "minute": "min",
    "trip": "truck-trip", "enterprise": "company", "company or institution": "company",
    "participant": "person", "company representative": "person", "edition": "ordinal", "MOU": "agreement",
    "visitor": "person-trip", "tourist": "person-trip", "province-level region": "province",
    "unit": "reit-unit", "customs": "customs-district", "times": "fold", "document": "bill-of-lading",
    "round trip/week": "flight/week", "round trip": "round-trip", "parking spot": "parking-spot",
    "achievement": "channel", "year": "a",
}  # fmt: skip

Record = dict[str, Any]


def records() -> dict[str, Record]:
    """All records by file and line, as in ``finance:12``."""
    found = {}
    for name in FILES:
        lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, start=1):
            found[f"{name}:{number}"] = json.loads(line, parse_float=Decimal)
    return found


def address(url: str | None) -> str:
    """A url without what makes no difference, such as what it says of the way to the page."""
    plain = re.sub(r"^https?://|[?&]utm_[^&#]*", "", url or "")
    return plain.replace(".cn./", ".cn/").rstrip("/")


def time_of(record: Record) -> str | None:
    """The record's time as the fact base writes times; None where it has none."""
    start, end = record["period_start"], record["period_end"]
    if not (start and end):
        return record["as_of"]
    if start == end or (len(start) < 10 or len(end) < 10):
        return start if start == end else f"{start}/{end}"
    year, month, day = (int(part) for part in end.split("-"))
    if not start.endswith("-01") or day != calendar.monthrange(year, month)[1]:
        return f"{start}/{end}"
    if start[5:7] == "01" and month == 12:
        return start[:4] if start[:4] == end[:4] else f"{start[:4]}/{end[:4]}"
    return start[:7] if start[:7] == end[:7] else f"{start[:7]}/{end[:7]}"


def unit_of(record: Record) -> str | None:
    """The record's unit as the fact base names it."""
    return UNITS.get(record["unit"], record["unit"])
