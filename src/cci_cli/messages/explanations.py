"""What each fault of a fact base means and how it is mended, in both languages.

The sentence that is told with a fault is in :mod:`cci_cli.messages.faults`; an example of each, wrong and
right, in ``cci_cli/factbase/examples.toml``.
"""

from __future__ import annotations

from cci_cli.messages.explained import Explained
from cci_cli.messages.explained_own import OF_OWN

EXPLANATIONS = {
    "file-missing": Explained(
        (
            "Nothing stands at this path. A path is read from the folder you are in.",
            "此路径下没有文件。路径从当前文件夹算起。",
        ),
        (
            "Check the spelling, or the folder you are in.",
            "请检查拼写，或确认当前所在的文件夹。",
        ),
    ),
    "file-is-folder": Explained(
        (
            "A fact base is one TOML file; the path names a folder.",
            "事实库是一个TOML文件，而此路径是文件夹。",
        ),
        ("Name the file in the folder.", "请写出文件夹中的文件。"),
    ),
    "file-unreadable": Explained(
        (
            "The system does not let the file be read: its permissions forbid it, or a part of the path is no folder.",
            "系统不允许读取此文件：权限不足，或路径中某一段并非文件夹。",
        ),
        (
            "Correct the path, or let yourself read the file (chmod u+r FILE).",
            "请改正路径，或赋予自己读取权限（chmod u+r 文件）。",
        ),
    ),
    "not-utf-8": Explained(
        (
            "TOML is UTF-8. The file holds bytes of another encoding, such as GBK, in which an editor may have saved it.",
            "TOML须为UTF-8编码。文件中有其他编码（如GBK）的字节，可能是编辑器存成的。",
        ),
        (
            "Save the file as UTF-8 in your editor, or convert it (iconv -f GBK -t UTF-8).",
            "请在编辑器中另存为UTF-8，或转换编码（iconv -f GBK -t UTF-8）。",
        ),
    ),
    "not-toml": Explained(
        (
            "The file breaks the grammar of TOML 1.0, so nothing after this place can be relied on. "
            "Often a quotation mark or a bracket is not closed, or Chinese quotation marks stand in place of straight ones.",
            "文件不合TOML 1.0的语法，此处之后的内容均不可采信。常见原因是引号或括号未闭合，或误用了中文引号。",
        ),
        (
            "Correct the line that is named; the mistake may be at the end of the line before.",
            "请改正所指的行；错处也可能在上一行末尾。",
        ),
    ),
    "declared-twice": Explained(
        (
            "A table or key stands twice. TOML does not say which of them counts.",
            "同一个表或键出现了两次，TOML并未规定以何者为准。",
        ),
        (
            "Put observations of one fact beneath its one table; give a second fact or source another id.",
            "同一事实的观测应写在同一个表之下；另一项事实或来源须用另一个标识。",
        ),
    ),
    "duplicate-id": Explained(
        (
            "A topic answers to its id, its labels and its aliases. Two topics that answer to one name could not be asked for by it.",
            "主题可用标识、名称和别名来查。两个主题若共用一个名称，便无法用它来查询。",
        ),
        (
            "Change the name in one of the two topics.",
            "请在其中一个主题里改用别的名称。",
        ),
    ),
    "no-topics": Explained(
        (
            "Facts are kept in topics, and this file has none.",
            "事实都归在主题之下，而此文件没有主题。",
        ),
        (
            "Add a topic with its label, and beneath it a fact with an observation.",
            "请加入一个带名称的主题，并在其下写入事实和观测。",
        ),
    ),
    "unknown-key": Explained(
        (
            "The form of a fact base has no such key here. A misspelt key would otherwise be passed over in silence, and what it says be lost.",
            "事实库的格式在此处没有这个键。若放过拼错的键，其内容便会无声无息地丢失。",
        ),
        (
            "Correct the spelling or remove the key; what must be said besides belongs in a caveat or a note.",
            "请改正拼写或删除；需要另作说明的，写入caveat或note。",
        ),
    ),
    "missing-key": Explained(
        (
            "Without this key the entry cannot be understood, or cannot be read in one of the two languages.",
            "缺少此键，条目便无法理解，或缺了一种语言。",
        ),
        (
            "Add the key. A text is written in both languages: { en = \"…\", zh = \"…\" }.",
            "请补上。文字须中英文俱全：{ en = \"…\", zh = \"…\" }。",
        ),
    ),
    "empty": Explained(
        (
            "The text has no letter in it. What is not known is left out, not written as an empty text.",
            "文本为空。不详的内容应省去此键，而非写成空文本。",
        ),
        ("Write the text, or remove the key.", "请填写，或删除此键。"),
    ),
    "wrong-type": Explained(
        (
            "The value is of another type than the key takes: a number in quotes, for example, is a text.",
            "值的类型与此键不符：例如加了引号的数字是文本。",
        ),
        (
            "Write the value as the type that is named in the fault.",
            "请按错误信息中所要求的类型填写。",
        ),
    ),
    "number-too-fine": Explained(
        (
            "Every number must pass through JSON unchanged, which carries fifteen digits. No source reports more; "
            "such a number was mostly computed, or copied with noise.",
            "每个数字都要能原样写成JSON，而JSON只保得住15位。来源不会给出更多位数，这样的数字多半是算出来的，或抄录有误。",
        ),
        (
            "Write the digits that the source writes.",
            "请照来源所写的位数填写。",
        ),
    ),
    "not-one-of": Explained(
        (
            "This key takes one of a few words, each with a meaning of its own, so that figures of one kind can be compared.",
            "此键只取规定的几个词，各有其义，同类数字才可比较。",
        ),
        (
            "Choose one of the words that are named; CONTRIBUTING.md says what each means.",
            "请从所列的词中选择；各词含义见CONTRIBUTING.md。",
        ),
    ),
    "time-not-string": Explained(
        (
            "TOML's own dates know no months, years or intervals. To have one form for all, every time is a text.",
            "TOML自带的日期写不出年、月和区间。为求统一，时间一律写成文本。",
        ),
        ("Put the time in quotation marks.", "请给时间加上引号。"),
    ),
    "malformed-time": Explained(
        (
            "A time is written as ISO 8601 writes it, as precisely as the source says and no more: a year, a month, a day, "
            "or an interval from one to another. The day must exist, and an interval must not end before it starts.",
            "时间按ISO 8601书写，来源说到哪一级就写到哪一级：年、月、日，或两者之间的区间。日期须存在，区间终点不得早于起点。",
        ),
        (
            "Write 2019, 2019-11, 2019-11-07, or 2020-01/2020-10.",
            "请写2019、2019-11、2019-11-07，或2020-01/2020-10。",
        ),
    ),
    "family-not-in-name": Explained(
        (
            "References begin with the family name and shorten the rest, so it must be found in the name as printed.",
            "参考文献以姓开头、名可缩写，因此须能在姓名原样中找到姓。",
        ),
        (
            "Write the family name as it stands in the name: Zhao of Zhao Yufei, De Morgan of Augustus De Morgan.",
            "请按姓名中的写法填写姓：Zhao Yufei姓Zhao，Augustus De Morgan姓De Morgan。",
        ),
    ),
    "malformed-id": Explained(
        (
            "Ids are typed on command lines and stand in addresses, so they are made of small letters, digits and single hyphens.",
            "标识要在命令行中输入，也会用在网址里，因此只用小写字母、数字和单个连字符。",
        ),
        (
            "Rename it, and everything that refers to it. Other names belong in the label or the aliases.",
            "请改名，并同时改正所有引用之处。其他名称写入label或aliases。",
        ),
    ),
    "malformed-unit": Explained(
        (
            "A value is only a figure together with its unit, and each unit is written out in both languages from one table.",
            "数值须与单位合看，而每个单位的中英文写法都出自同一张表。",
        ),
        (
            "Use the three letters of ISO 4217 for money (USD, CNY, SGD), or a unit of the table [units]; define a new one there.",
            "货币用ISO 4217的三个字母（USD、CNY、SGD），其他用[units]表中的单位；新单位先在表中定义。",
        ),
    ),
    "malformed-range": Explained(
        (
            "Where a source gives a range, value is its lower end and upper its higher end.",
            "来源给出范围时，value写下端，upper写上端。",
        ),
        (
            "Write the lower number as value and the higher as upper; a single number has no upper.",
            "较小的写作value，较大的写作upper；单个数字不写upper。",
        ),
    ),
    "missing-unit": Explained(
        (
            "The fact has values, and nothing says in what they are counted.",
            "事实有数值，却未说明以什么计。",
        ),
        (
            "Add the unit, in base units: 12.38 billion dollars is 12_380_000_000 with the unit USD.",
            "请补上单位，并以基本单位计：123.8亿美元写作12_380_000_000，单位USD。",
        ),
    ),
    "missing-scope": Explained(
        (
            "The public record contradicts itself mostly because one word is counted in two ways. So a fact that counts says what exactly it counts.",
            "公开记录彼此矛盾，多因同一名称口径不一。因此凡有计数的事实，都须说明究竟统计什么。",
        ),
        (
            "Add the scope: what is counted, whose it is, since when. Two scopes are two facts.",
            "请补上scope：统计什么、谁的、从何时起。口径不同即为两项事实。",
        ),
    ),
    "no-observations": Explained(
        (
            "A fact without an observation says nothing.",
            "没有观测的事实等于什么也没说。",
        ),
        (
            "Add an observation with its citation beneath the fact, or remove the fact.",
            "请在事实之下加入带引证的观测，或删除该事实。",
        ),
    ),
    "says-nothing": Explained(
        (
            "An observation reports a value, or in our own words what happened or was stated. This one reports neither.",
            "观测或给出数值，或用我们自己的话写明发生了什么、说了什么。此条两者皆无。",
        ),
        (
            "Add value for a figure, or text in both languages for an event or a statement.",
            "数字写value；事件或陈述写text，中英文俱全。",
        ),
    ),
    "no-citations": Explained(
        (
            "Every figure says who reported it and in which words. Without a source it does not belong in the file.",
            "每个数字都须注明出处与原文。没有来源的不收入本库。",
        ),
        (
            "Add a citation: the source's id and the shortest run of its own words that carries the figure.",
            "请加入引证：来源标识，以及含有该数值的最短原文。",
        ),
    ),
    "undefined-source": Explained(
        (
            "A citation names a source that has no table in the file, so nobody could look it up.",
            "引证所指的来源在文件中没有定义，读者无从查考。",
        ),
        (
            "Correct the id, or add the table [sources.ID] with what is known of the publication.",
            "请改正标识，或加入[sources.标识]表，写明该出版物的已知信息。",
        ),
    ),
    "unused-source": Explained(
        (
            "No lookup leads to a source that nothing cites. Often an observation was removed, or the citation was forgotten. "
            "cci sources --unused lists all such sources.",
            "没有引用的来源，查询时永远不会出现。往往是观测已删，或忘了写引证。cci sources --unused可列出全部此类来源。",
        ),
        ("Cite it in an observation, or remove its table.", "请在观测中引用，或删除该表。"),
    ),
    "topic-named-like-command": Explained(
        (
            "Topics are typed like commands. A topic that answers to the name of a command could never be asked for by it.",
            "主题与命令的用法相同。主题若与命令同名，便永远查不到。",
        ),
        (
            "Choose another id, label or alias for the topic.",
            "请为主题改用别的标识、名称或别名。",
        ),
    ),
    "deprecated-without-reason": Explained(
        (
            "A figure that is known to be wrong stays in the file so that a reader who met it finds out why it is wrong.",
            "已知有误的数字仍保留在库中，好让见过它的读者知道错在哪里。",
        ),
        (
            "Add the reason in both languages: what the figure really counts, or how the mistake came about.",
            "请补上reason，中英文俱全：该数字实际统计的是什么，或错误从何而来。",
        ),
    ),
    "quote-too-long": Explained(
        (
            "A quote proves a figure and is no copy of the text. Sentences of a publication belong to its publisher.",
            "引文只为证明数字，并非抄录文章。整句原文的权利归出版者所有。",
        ),
        (
            "Keep the shortest run of words with the number and what it counts: at most 30 Chinese characters or 12 words.",
            "只留含有数字及所计事物的最短原文：至多30个汉字或12个单词。",
        ),
    ),
    "number-not-in-quote": Explained(
        (
            "The number in the quote, in digits or words, with 亿 and 万 or million and billion, is not the value. "
            "Either of them was copied wrongly, often by a power of ten.",
            "引文中的数字（无论阿拉伯数字、汉字，还是带亿、万）与数值不符。二者必有一误，往往差了数位。",
        ),
        (
            "Compare both with the source: 亿 is 100 million, 万 is 10 thousand. Where no words of the source hold the number "
            "(\"tripled\"), say so in the citation's exception.",
            "请对照来源核实：1亿为100 million，1万为10 thousand。若原文确无该数字（如“增至三倍”），请在引证的exception中说明。",
        ),
    ),
    "needless-exception": Explained(
        (
            "An exception excuses a quote that does not hold the number. This quote does, or there is no number, "
            "and a reader would be told of a doubt that there is not.",
            "exception用于说明引文为何不含该数字。此处引文已含，或本无数字，读者会误以为存疑。",
        ),
        (
            "Remove the exception; a doubt about the figure itself belongs in the observation's caveat.",
            "请删除exception；对数字本身的疑问写入观测的caveat。",
        ),
    ),
    "malformed-ordinal": Explained(
        (
            "The units ordinal and rank count places in an order: the third summit, the second in the country.",
            "单位ordinal和rank表示次序：第三届峰会、全国第二。",
        ),
        (
            "Write a whole number from 1 on, or give the fact another unit.",
            "请写1以上的整数，或改用其他单位。",
        ),
    ),
    "value-in-no-quote": Explained(
        (
            "Each quote holds some number of the observation, but none holds this one. It would stand there without proof.",
            "各条引文都含有观测中的某个数字，唯独没有这一个，它便没有依据。",
        ),
        (
            "Add a citation of the words that carry it, lengthen a quote to hold it, or remove the number.",
            "请加引含有该数字的原文，或把引文延长到该数字，或删去该数字。",
        ),
    ),
    **OF_OWN,
}  # fmt: skip
