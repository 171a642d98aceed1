"""What the faults mean that only the user's own facts can have, and how they are mended."""

from __future__ import annotations

from cci_cli.messages.explained import Explained

OF_OWN = {
    "no-ordinary-file": Explained(
        (
            "What has the name of a file of your own facts is a pipe, a socket or a device. Whoever reads one waits for "
            "somebody to write into it, perhaps for ever, so that it is not opened.",
            "自有事实的文件名所指的是管道、套接字或设备。读取它须等待他人写入，可能永无止境，因此不予打开。",
        ),
        ("Put an ordinary file in its place, or give it another ending than .toml.", "请换成普通文件，或改用.toml以外的扩展名。"),
    ),
    "undefined-topic": Explained(
        (
            "A table of your own facts without a label adds to the topic of its id, and neither the fact base nor your "
            "files before this one have such a topic.",
            "自有事实中没有label的表是对同标识主题的补充，而事实库与排在前面的自有文件都没有这个主题。",
        ),
        ("Correct the id, or give the topic its label, which makes it a new one.", "请改正标识，或加上label，使其成为新主题。"),
    ),
    "undefined-fact": Explained(
        (
            "A fact in your own facts that has nothing but observations adds them to the fact of its id, and neither the "
            "fact base nor your files before this one have such a fact.",
            "自有事实中只有观测的事实，是为同标识的事实补充观测，而事实库与排在前面的自有文件都没有这项事实。",
        ),
        (
            "Correct the id (cci TOPIC --all --format tsv lists them), or define the fact: label, kind, unit and scope.",
            "请改正标识（cci 主题 --all --format tsv可列出），或完整定义该事实：label、kind、unit、scope。",
        ),
    ),
    "undefined-observation": Explained(
        (
            "An observation of your own names in replaces the built-in one that it stands instead of, by its id: the "
            "time, with #2, #3 … where a time occurs again. The fact has no such observation of the fact base's.",
            "自有观测在replaces中写明它所替换的内置观测的标识，即其时间，同一时间重复出现时加#2、#3。该事实没有这样的内置观测。",
        ),
        (
            "Take the id from cci show FACT --json --no-own-facts; or leave replaces out, and both stand side by side.",
            "标识见cci show 事实 --json --no-own-facts；或不写replaces，则两者并列。",
        ),
    ),
    "given-in-own-file": Explained(
        (
            "Two of your own files define one topic, fact, source or unit, or replace one observation. Nothing says which "
            "of the two you mean.",
            "两个自有文件定义了同一主题、事实、来源或单位，或替换了同一观测，无从判断以何者为准。",
        ),
        ("Keep one of the two, or give the other another id.", "请只留其一，或为另一个改用其他标识。"),
    ),
}  # fmt: skip
