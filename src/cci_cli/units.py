"""Units: ISO 4217 for money, and what the fact base defines in its ``units`` table.

There, a unit is a UCUM code where UCUM has one (``ms``, ``Gbit/s``, ``t``), else a plain singular noun
(``train``, ``flight/week``), with the words to write it by.
"""

from __future__ import annotations

#: ISO 4217 codes with the sign written before an English amount and the word after a Chinese one.
CURRENCIES = {
    "USD": ("US$", "美元"),
    "CNY": ("RMB ", "元"),
    "SGD": ("S$", "新元"),
    "HKD": ("HK$", "港元"),
    "EUR": ("EUR ", "欧元"),
    "GBP": ("GBP ", "英镑"),
    "JPY": ("JPY ", "日元"),
    "MYR": ("MYR ", "林吉特"),
    "THB": ("THB ", "泰铢"),
    "VND": ("VND ", "越南盾"),
    "IDR": ("IDR ", "印尼盾"),
}

#: Units of which there are parts: UCUM codes and other measures. Of everything else, a noun, there is a
#: whole number: of "230 projects" exactly 230, of "230 t" somewhat more or less.
MEASURES = frozenset(
    "% a mo wk d h min s ms us m cm km m2 km2 har m3 L g kg t W kW MW GW kWh MWh GWh K Cel "
    "bit/s kbit/s Mbit/s Gbit/s Tbit/s By kBy MBy GBy TBy km/h mu fold index-point percentage-point".split()
)
#: Units whose changes are differences in percentage points, never percent of a percentage.
POINTS = ("%", "percentage-point")
#: Units that say which, not how much: they are in order, but there is nothing to subtract.
ORDERS = ("rank", "ordinal")


def is_count(unit: str | None) -> bool:
    """Whether a unit is of things that are counted, so that its exact values are whole numbers."""
    return unit is not None and unit not in CURRENCIES and unit not in MEASURES and unit not in ORDERS
