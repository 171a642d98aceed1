"""Signs that are drawn with, and what stands for them where a stream cannot carry them.

All of them are of one width in any one terminal, be it one cell or (in many Chinese ones) two, so that
what is drawn with them keeps its shape. Nothing may follow them on a line that must stand beneath another.
"""

from __future__ import annotations

#: From the lowest to the highest.
HEIGHTS = "▁▂▃▄▅▆▇█"
#: A place without a figure, and a break.
GAP, BREAK = "┄", "│"
#: What is written instead where only ASCII is safe: the same number of signs.
PLAIN = str.maketrans(HEIGHTS + GAP + BREAK, ".:-=+*#@_|")
