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

#: Units that say which, not how much: they are in order, but there is nothing to subtract.
ORDERS = ("rank", "ordinal")
