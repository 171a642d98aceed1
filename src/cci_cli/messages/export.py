"""What is said of an export: in it, and where it cannot be written."""

from __future__ import annotations

MESSAGES = {
    "rights": (
        "Facts and figures are free for anyone to use; the quotes are short citations of the publications they "
        "name, whose rights remain with their publishers. Cite the source named beside a figure.",
        "事实与数据可自由使用；引文为对所注明出版物的简短引用，权利归其出版者所有。引用时请注明数据旁所列来源。",
    ),
    "package": (
        "Facts, each with one scope; what was observed for them, when, and in which words of which source. Times "
        "are ISO 8601, values are in base units. A text that a spreadsheet would run as a formula begins with an "
        "apostrophe.",
        "事实（每项只有一种口径）、各时间的观测，以及所据来源的原文。时间为ISO 8601格式，数值以基本单位表示。"
        "电子表格会当作公式执行的文本，前面加有撇号。",
    ),
    "written": ("{file}: {format}, {size}", "{file}：{format}，{size}"),
    "exists": (
        "{file} is there already; --force replaces it.",
        "{file}已存在；如要覆盖，请加--force。",
    ),
    "no-file": (
        "{file} is not an ordinary file; without -o the export goes to standard output.",
        "{file}不是普通文件；不加-o则写到标准输出。",
    ),
    "unwritable": ("{file} could not be written: {reason}.", "无法写入{file}：{reason}。"),
    "ending": (
        "'{file}' does not say what to write: end its name with one of {endings}, or say --format.",
        "无法由“{file}”得知格式：文件名须以下列之一结尾：{endings}；或用--format指明。",
    ),
    "terminal": (
        "{format} is not for a terminal: name a file with -o FILE{ending}, or send the output to one.",
        "{format}不宜在终端显示：请用-o FILE{ending}写入文件，或将输出重定向到文件。",
    ),
    "damaged": (
        "The index of the fact base broke while it was read, so what was written is not whole. Once more will do.",
        "读取时事实库的索引受损，写出的内容不完整。请重新运行一次。",
    ),
}
