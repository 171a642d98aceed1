"""What is said about completion scripts."""

from __future__ import annotations

MESSAGES = {
    "written": ("Written: {path}", "已写入：{path}"),
    "unchanged": ("Already there: {path}", "已存在，无需更改：{path}"),
    "then-bash": (
        "Bash finds it by itself, from the next shell on, where the package bash-completion is in use.\n"
        "Where it is not, put this line into ~/.bashrc:\n"
        "  source {quoted}",
        "若已使用bash-completion软件包，新开的bash会自动找到它。\n否则请在~/.bashrc中加入一行：\n  source {quoted}",
    ),
    "then-zsh": (
        "Zsh finds it, from the next shell on, if its folder is named before compinit runs.\n"
        "If ~/.zshrc has no such lines yet, put these into it:\n"
        "  fpath=({quoted_folder} $fpath)\n"
        "  autoload -Uz compinit && compinit",
        "若在compinit之前列出此文件夹，新开的zsh即可找到它。\n"
        "如~/.zshrc中还没有，请加入以下两行：\n"
        "  fpath=({quoted_folder} $fpath)\n"
        "  autoload -Uz compinit && compinit",
    ),
    "then-fish": (
        "Fish finds it by itself. Nothing else is to be done.",
        "fish会自动找到它，无需其他操作。",
    ),
    "then-powershell": (
        "Put this line into the file that $PROFILE names:\n  . {quoted}",
        "请在$PROFILE所指的文件中加入一行：\n  . {quoted}",
    ),
    "in-the-way": (
        "{path} was not written by cci, or was changed since. Nothing was done: move it away and try again.",
        "{path}不是由cci写入的，或写入后有改动。未作任何更改：请先将它移走，再试一次。",
    ),
    "cannot-write": ("{path} could not be written: {reason}.", "无法写入{path}：{reason}。"),
    "no-home": (
        "There is no home folder to install it in. Print it instead: cci completion {shell}",
        "没有可供安装的主目录。请改为打印：cci completion {shell}",
    ),
    "which-shell": (
        "Which shell this is could not be found out. Name it: cci completion {shells}",
        "无法判断当前的shell。请指明：cci completion {shells}",
    ),
}
