"""What can be wrong with a fact base: for each code what it is and what to do, in both languages."""

from __future__ import annotations

FAULTS = {
    "file-missing": ("there is no such file. Check the path", "文件不存在。请检查路径"),
    "file-is-folder": ("this is a folder. Name the TOML file in it", "这是文件夹。请写出其中的TOML文件"),
    "file-unreadable": (
        "the file cannot be read ({reason}). Check its permissions",
        "无法读取文件（{reason}）。请检查权限",
    ),
    "no-ordinary-file": (
        "this is a pipe, a socket or a device, which is not waited for. Put an ordinary file in its place",
        "这是管道、套接字或设备，不予等待。请换成普通文件",
    ),
    "not-utf-8": (
        "byte {byte} is not UTF-8. Save the file as UTF-8",
        "字节{byte}不是UTF-8。请将文件另存为UTF-8",
    ),
    "not-toml": ("this is not TOML: {message}. Correct the line", "不是合法的TOML：{message}。请改正此行"),
    "declared-twice": (
        "'{name}' is declared twice. An id stands once; add observations to the first, or give another id",
        "“{name}”重复声明。标识只能出现一次；请把观测并入前者，或改用其他标识",
    ),
    "duplicate-id": (
        "'{name}' already names the topic {other}. Give each topic its own id, label and aliases",
        "“{name}”已是主题{other}的名称。请为每个主题取不同的标识、名称和别名",
    ),
    "no-topics": (
        "there is no topic in this file, so it is no fact base. Add a table such as [finance] with a label",
        "文件中没有主题，因此不是事实库。请加入带label的表，如[finance]",
    ),
    "unknown-key": (
        "the key '{name}' is not known. Remove it, or correct its spelling{near}",
        "未知的键“{name}”。请删除或改正拼写{near}",
    ),
    "missing-key": ("'{name}' is missing. Add it", "缺少“{name}”。请补上"),
    "empty": ("the text is empty. Write it, or remove the key", "文本为空。请填写或删除此键"),
    "wrong-type": (
        "{expected} is expected here, not {found}. Correct the value",
        "此处应为{expected}，而非{found}。请改正",
    ),
    "number-too-fine": (
        "the number is not finite or has more than {most} digits. Write what the source says",
        "数字非有限或超过{most}位。请按来源填写",
    ),
    "not-one-of": (
        "'{value}' is not one of: {among}. Choose one of these{near}",
        "“{value}”不在可选值之内：{among}。请从中选择{near}",
    ),
    "time-not-string": (
        "a time is written as a string in quotes, not as {found}. Put it in quotes",
        "时间须写成带引号的字符串，而非{found}。请加引号",
    ),
    "malformed-time": (
        "'{value}' is no time. Write 2019, 2019-11, 2019-11-07 or an interval such as 2020-01/2020-10",
        "“{value}”不是时间。请写2019、2019-11、2019-11-07，或区间如2020-01/2020-10",
    ),
    "family-not-in-name": (
        "the family name '{family}' is no word of the name '{name}'. Write it as it stands in the name",
        "姓“{family}”不在姓名“{name}”之中。请按姓名中的写法填写",
    ),
    "malformed-id": (
        "'{name}' is no id. Use lower-case letters, digits and single hyphens",
        "“{name}”不能作标识。请用小写字母、数字和单个连字符",
    ),
    "malformed-unit": (
        "the unit '{value}' is not known. Use an ISO 4217 code or a unit of the table [units], or define it there{near}",
        "未知的单位“{value}”。请用ISO 4217代码或[units]表中的单位，或在该表中定义{near}",
    ),
    "malformed-range": (
        "upper is the higher end of a range that starts at value. Correct one of them",
        "upper是以value为下端的区间上端。请改正其一",
    ),
    "missing-unit": (
        "the fact has values but no unit. Add the unit they are counted in",
        "事实有数值而无单位。请补上unit",
    ),
    "missing-scope": (
        "the fact counts something and does not say what exactly. Add its scope",
        "事实有计数而未说明口径。请补上scope",
    ),
    "no-observations": (
        "the fact has no observation. Add one, or remove the fact",
        "事实没有观测。请补上或删除该事实",
    ),
    "says-nothing": (
        "the observation has neither value nor text. Add one of them",
        "观测既无value也无text。请补上其一",
    ),
    "no-citations": (
        "the observation cites no source. Add a citation with the source's own words",
        "观测没有引证。请补上附原文的citation",
    ),
    "undefined-source": (
        "the source '{name}' is not defined. Add [sources.{name}], or correct the name{near}",
        "来源“{name}”未定义。请加入[sources.{name}]，或改正名称{near}",
    ),
    "undefined-topic": (
        "there is no topic '{name}' to add to. Give it a label, or correct its id{near}",
        "没有主题“{name}”可供补充。请为它加label，或改正标识{near}",
    ),
    "undefined-fact": (
        "there is no fact '{name}' to add observations to. Define it with label, kind and the rest, or correct its id{near}",
        "没有事实“{name}”可供补充观测。请以label、kind等完整定义它，或改正标识{near}",
    ),
    "undefined-observation": (
        "the built-in fact has no observation '{name}' to replace. It has: {known}. Correct the id{near}",
        "内置事实没有观测“{name}”可供替换。现有：{known}。请改正标识{near}",
    ),
    "given-in-own-file": (
        "'{name}' is already given in your own {other}. Keep one of the two",
        "“{name}”已由您的{other}给出。请只留其一",
    ),
    "unused-source": (
        "no observation cites the source '{name}'. Cite it or remove it",
        "来源“{name}”未被引用。请引用或删除",
    ),
    "topic-named-like-command": (
        "'{name}' is a command of the program. Give the topic another name",
        "“{name}”是程序的命令。请为主题另取名称",
    ),
    "deprecated-without-reason": (
        "a deprecated figure needs its reason. Say in reason why it is wrong",
        "弃用的数值须有理由。请在reason中说明",
    ),
    "quote-too-long": (
        "the quote is longer than {han} Chinese characters or {words} words. Keep the run that carries the figure",
        "引文超过{han}个汉字或{words}个单词。请只保留含有该数值的部分",
    ),
    "number-not-in-quote": (
        "the quote '{quote}' does not hold the value {value}. Correct one of them, or say why in exception",
        "引文“{quote}”不含数值{value}。请改正其一，或在exception中说明理由",
    ),
    "needless-exception": (
        "the exception excuses nothing: the quote holds the number, or there is none. Remove the exception",
        "exception并无必要：引文已含该数字，或本无数字。请删除",
    ),
    "malformed-ordinal": (
        "{value} is no place in an order. Write a whole number from 1 on",
        "{value}不是位次。请写1以上的整数",
    ),
    "value-in-no-quote": (
        "{value} stands in no quote of the observation. Quote the words that carry it",
        "观测的引文均不含{value}。请引用含有该数值的原文",
    ),
}
NEAR = (" (did you mean {near}?)", "（是否为{near}？）")
TOML_WORDS = {
    "a string": "字符串",
    "a list": "列表",
    "a list of strings": "字符串列表",
    "a list of tables": "表的列表",
    "other values in the list": "列表中的其他值",
    "a table": "表",
    "a number": "数字",
    "true or false": "true或false",
    "a date or time": "日期或时间",
}
#: Details that name a kind of value, in TOML's words.
_KINDS = ("expected", "found")


def fault_sentence(lang: str, code: str, details: dict[str, str]) -> str:
    """What a fault is and what to do about it; a near miss is named where there is one."""
    english, chinese = FAULTS[code]
    near = details.get("near", "")
    hint = NEAR[lang == "zh"].format(near=near) if near else ""
    if lang == "zh":
        words = {name: TOML_WORDS.get(details[name], details[name]) for name in _KINDS if name in details}
        details = details | words
    return (chinese if lang == "zh" else english).format(**details | {"near": hint}) + (
        "。" if lang == "zh" else "."
    )
