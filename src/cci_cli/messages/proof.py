"""What is said of a fact base that was held against copies of its sources."""

from __future__ import annotations

MESSAGES = {
    # what cannot be held against anything
    "no-folder": (
        "There is no folder {folder}. Name the folder that holds the copies of the sources.",
        "没有文件夹{folder}。请写出存放来源副本的文件夹。",
    ),
    "not-a-folder": (
        "{folder} is no folder. Name the folder that holds the copies of the sources.",
        "{folder}不是文件夹。请写出存放来源副本的文件夹。",
    ),
    "folder-unreadable": (
        "The folder {folder} cannot be read ({detail}). Check its permissions.",
        "无法读取文件夹{folder}（{detail}）。请检查权限。",
    ),
    "no-copies": (
        "There is no copy of a source in {folder}. Name each file after its source, such as {detail}.txt or {detail}.html.",
        "{folder}中没有来源的副本。请以来源标识命名文件，如{detail}.txt或{detail}.html。",
    ),
    "no-copy-read": (
        "None of the files in {folder} can be read as a copy of a source:",
        "{folder}中没有可作为来源副本读取的文件：",
    ),
    "not-held": (
        "Not held against {folder}: mend the file first.",
        "未与{folder}核对：请先改正文件。",
    ),
    # the sums
    "summary": (
        "{folder}: {copies} of {sources}. Quotes: {found} of {quotes} found. Figures: {quoted} of {figures} quoted{percent}.",
        "{folder}：{sources}的{copies}。引文：{quotes}处中找到{found}处。数字：{figures}个中引用{quoted}个{percent}。",
    ),
    "complete": ("Nothing is missing.", "无一遗漏。"),
    "percent": (" ({percent} %)", "（{percent}%）"),
    "copy": (
        "{source}  {file}: {found} of {quotes} quotes found, {quoted} of {figures} figures quoted{percent}",
        "{source}  {file}：引文{quotes}处中找到{found}处，数字{figures}个中引用{quoted}个{percent}",
    ),
    "recognised": (
        "taken for a copy of this source by its words; name it {source}.{kind}",
        "依内容认作此来源的副本；请改名为{source}.{kind}",
    ),
    # what is missing
    "missing": ("Quotes that do not stand in the copies: {count}", "副本中找不到的引文：{count}处"),
    "nearest": ("nearest: {quote} {file}, {place}", "最接近：{quote} {file}，{place}"),
    "nothing-near": ("nothing like it in the copy", "副本中没有相近的文字"),
    "elsewhere": (
        "Quotes that stand in another paragraph than their locator says: {count}",
        "与定位不符、见于其他段落的引文：{count}处",
    ),
    "stands": ("stands in: {file}, {places}", "见于：{file}，{places}"),
    "uncovered": ("figures that no quote holds: {count}", "没有引文含有的数字：{count}个"),
    "left-out": ("left out as no figures of the source, by rule:", "依规则不作为来源数字计入："),
    "line": ("line {line}", "第{line}行"),
    "paragraph": ("line {line}, ¶{paragraph}", "第{line}行，¶{paragraph}"),
    # files
    "without-copy": ("Sources without a copy: {count}", "没有副本的来源：{count}个"),
    "unread": ("Files that serve as no copy: {count}", "未能作为副本的文件：{count}个"),
    "no-source": ("named after no source", "文件名不是来源标识"),
    "near": ("named after no source; did you mean {near}?", "文件名不是来源标识；是否为{near}？"),
    "other-kind": (
        "not of a kind that is read ({kinds}). Save the page as one of these",
        "不是可读的类型（{kinds}）。请将网页另存为其中之一",
    ),
    "too-large": ("larger than {detail} MB. Keep the article alone", "大于{detail} MB。请只保留文章本身"),
    "not-text": ("not text. Save the page as text or HTML", "不是文本。请将网页另存为文本或HTML"),
    "no-file": ("no file that can be read", "不是可读取的文件"),
    "unreadable": ("cannot be read ({detail}). Check its permissions", "无法读取（{detail}）。请检查权限"),
    # the rules
    "address": ("addresses", "网址"),
    "telephone": ("telephone numbers", "电话号码"),
    "postal-code": ("postal codes", "邮政编码"),
    "document-number": ("document numbers", "文号与证号"),
    "page": ("page furniture", "页面框架"),
    "copyright": ("copyright notices", "版权声明"),
    "date": ("dates", "日期"),
    "reckoned-date": ("dates reckoned from another", "相对日期"),
    "list-number": ("list numbers", "条目序号"),
    "name": ("names and codes", "名称与代号"),
    "word": ("parts of words", "词语中的数字"),
    "said-again": ("said again", "重复出现"),
}
