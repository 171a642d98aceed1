"""What is said of the user's own facts, in English and Chinese."""

from __future__ import annotations

MESSAGES = {
    # what is marked
    "legend": (
        "from your own files (see cci paths), not of the built-in record",
        "出自您的自有文件（见cci paths），不在内置记录之内",
    ),
    "remark": ("own figure, not of the built-in record", "自有数据，不在内置记录之内"),
    "replaces": ("replaces the built-in figure: {figure}", "替换内置数据：{figure}"),
    "replaces-fact": (
        "{file}; replaces the built-in fact, which is: cci show {fact} --no-own-facts",
        "{file}；替换内置事实，后者见：cci show {fact} --no-own-facts",
    ),
    "replaces-source": (
        "{file}; replaces the built-in source, which is: cci sources {source} --no-own-facts",
        "{file}；替换内置来源，后者见：cci sources {source} --no-own-facts",
    ),
    # said in a file that is handed on, whose reader may have neither the files nor cci
    "instead-fact": ("stands instead of the built-in fact", "代替内置事实"),
    "instead-source": ("stands instead of the built-in source", "代替内置来源"),
    "cited": (
        "Your own, not of the built-in record; whoever reads your reference cannot look them up in cci: {sources}.",
        "以下为您的自有来源，不在内置记录之内，您的读者无法在cci中查到：{sources}。",
    ),
    # files that are checked
    "checked": (
        "Checked as own facts, which are read after {over}.",
        "作为自有事实检查（在{over}之后读取）。",
    ),
    "left-out": (
        "Your own {file} is left out until it is mended. {faults}:",
        "您的{file}改正之前不予读取。共{faults}：",
    ),
}
