"""What is said of the files that are read, in English and Chinese."""

from __future__ import annotations

MESSAGES = {
    "title": ("Files that are read", "读取的文件"),
    "kind": ("Kind", "类别"),
    "path": ("Path", "路径"),
    "from": ("From", "由来"),
    "state": ("State", "状态"),
    "facts": ("Fact base", "事实库"),
    "own": ("Own facts", "自有事实"),
    "own-file": ("Own file", "自有文件"),
    "cache": ("Cache", "缓存"),
    "index": ("Index", "索引"),
    "built-in": ("built in", "内置"),
    "usual": ("the usual place", "默认位置"),
    "given": ("as {name} says", "由{name}指定"),
    "no-place": ("nowhere: there is no home folder", "无处可放：没有主目录"),
    "nothing": ("nothing in it", "没有内容"),
    "missing": ("there is none", "尚无"),
    "left-out": ("left out: {why}", "不读取：{why}"),
    "faulty": ("left out until it is mended: {faults}", "改正之前不予读取：{faults}"),
    "refused": ("not sound: {faults}", "有误：{faults}"),
    "unread": ("not read, since the fact base is not sound", "因事实库有误而未读"),
    "kept": ("kept, and built anew when a file changes", "已保存，文件有变即重建"),
    "not-kept": ("not kept: each run reads the files anew", "未能保存：每次运行都重新读取文件"),
}
