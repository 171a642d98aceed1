"""Which fonts a picture is written in: one for Latin script, one that has Chinese.

A picture keeps no box in place of a character: what no font has is known before anything is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Fonts with Chinese, those for simplified characters first: of Linux, macOS and Windows.
CHINESE = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC",
    "Microsoft YaHei", "Hiragino Sans GB", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Heiti SC", "STHeiti",
    "SimHei", "Droid Sans Fallback", "Noto Sans CJK JP", "Noto Sans CJK TC", "Source Han Sans",
    "Arial Unicode MS", "Noto Serif CJK SC", "Songti SC", "SimSun",
)  # fmt: skip
#: The font that the plotting library brings.
LATIN = "DejaVu Sans"
#: What a reader's machine is asked for where a picture keeps its text as text.
ANYWHERE = (
    "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", "SimHei", LATIN, "Verdana",
    "Arial",
)  # fmt: skip


class Fonts(NamedTuple):
    """Fonts in the order in which a character is looked for in them, by name; ``lacking`` what none has."""

    names: tuple[str, ...]
    lacking: frozenset[str]


def fonts_for(texts: Iterable[str], lang: str) -> Fonts:
    """The installed fonts to write some texts in; a Chinese text is set in one font throughout."""
    from matplotlib.font_manager import fontManager

    installed = {font.name for font in fontManager.ttflist}
    chinese = next((name for name in CHINESE if name in installed), None)
    names = [LATIN] if chinese is None else [chinese, LATIN] if lang == "zh" else [LATIN, chinese]
    return Fonts(tuple(names), frozenset("".join(texts)) - _characters(names))


def _characters(names: Iterable[str]) -> set[str]:
    """Every character that some font of these has, and the blanks, which need no glyph."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    found = set(" \n")
    for name in names:
        font = get_font(findfont(FontProperties(family=[name])))
        found |= {chr(code) for code in font.get_charmap()}
    return found


def families(names: Iterable[str]) -> str:
    """A list of fonts as CSS writes it: those a picture was measured with, then those of other machines."""
    every = dict.fromkeys((*names, *ANYWHERE))
    return ", ".join([*(f"'{name}'" for name in every), "sans-serif"])
