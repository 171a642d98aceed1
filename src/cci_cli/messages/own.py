"""What is said of the user's own facts, in English and Chinese."""

from __future__ import annotations

MESSAGES = {
    "left-out": (
        "Your own {file} is left out until it is mended. {faults}:",
        "您的{file}改正之前不予读取。共{faults}：",
    ),
}
