"""What a check of a fact base says besides its faults, in English and Chinese."""

from __future__ import annotations

MESSAGES = {
    "wrong": ("Wrong:", "错误写法："),
    "right": ("Right:", "正确写法："),
    "part": ("Part", "部分"),
    "line": ("Text", "内容"),
    "see-explanation": (
        "What a fault means and how it is mended: cci check --explain {code}",
        "错误的含义与改法：cci check --explain {code}",
    ),
    "no-code": ("There is no fault '{code}'.", "没有名为“{code}”的错误。"),
    "codes": ("The faults that are explained:", "可供说明的错误："),
    "schema": (
        "The form of a fact base for an editor that knows JSON Schema: write this as the first line of yours:",
        "支持JSON Schema的编辑器可据此补全并检查事实库，请写在文件首行：",
    ),
}
