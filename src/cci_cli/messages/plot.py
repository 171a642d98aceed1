"""What is said on charts, and where one cannot be drawn."""

from __future__ import annotations

MESSAGES = {
    "title": ("{what}, {years}", "{what}（{years}）"),
    "initiative": (
        "China-Singapore (Chongqing) Connectivity Initiative",
        "中新（重庆）战略性互联互通示范项目",
    ),
    "years": ("{first} to {last}", "{first}至{last}年"),
    "no-figure": ("no figure", "无数据"),
    "conflict": ("conflict", "矛盾"),
    "break": ("break {time}", "断点 {time}"),
    "log": (
        "logarithmic scale: each step is ten times the one before; places, not lengths, show the values",
        "对数刻度：每格为前一格的十倍；以位置而非长度表示数值",
    ),
    "order": ("places in an order, not amounts", "表示次序，而非数量"),
    "rank": ("places in an order, the first on top; not amounts", "表示位次，第1在上；并非数量"),
    "rank-here": ("places in an order, the first on the left; not amounts", "表示位次，第1在左；并非数量"),
    # the legend: what each sign means
    "reported": ("reported", "公布值"),
    "implied": (
        "implied by the growth reported for the year after",
        "由次年公布的同比增速推算",
    ),
    "partial": ("part of a year, not to be set against a whole one", "非全年，不可与全年相比"),
    "implied-partial": ("implied, for part of a year", "推算值，非全年"),
    "allowed": ("as far as the words allow", "措辞所容许的范围"),
    "over": ("over, or at least", "超过或至少"),
    "nearly": ("nearly, or at most", "接近或至多"),
    "about": ("about", "约"),
    "break-legend": ("break: the count changed; not comparable across it", "断点：统计口径变更，前后不可比"),
    "conflict-legend": ("conflict: another source's figure", "矛盾：另一来源的数值"),
    "gap-legend": ("nothing drawn: no figure for that year", "空白：该年无数据"),
    # where nothing can be drawn
    "nothing": (
        "There is nothing to draw: none of these facts has a figure. Without --plot they are listed.",
        "无可绘制：这些事实都没有数值。去掉--plot即可列出。",
    ),
    "no-format": (
        "--plot draws; --json and --format write. Give one or the other.",
        "--plot用于绘图，--json与--format用于输出文本，请择一使用。",
    ),
    "ending": (
        "'{file}' does not say what to draw: end its name with one of {endings}.",
        "无法由“{file}”得知图形格式：文件名须以下列之一结尾：{endings}。",
    ),
    "exists": (
        "{file} is there already; --force replaces it.",
        "{file}已存在；如要覆盖，请加--force。",
    ),
    "unwritable": ("{file} could not be written: {reason}.", "无法写入{file}：{reason}。"),
    "no-library": (
        "Pictures are drawn by matplotlib, which is not installed: pip install 'cci-cli[plot]'. "
        "Without a file, --plot draws on the terminal.",
        "绘制图片需要matplotlib，尚未安装：pip install 'cci-cli[plot]'。不写文件名时，--plot直接在终端绘图。",
    ),
    "no-font": (
        "No font here has the characters {signs}: install one with Chinese, such as Noto Sans CJK "
        "(Debian and Ubuntu: fonts-noto-cjk), or write an .svg, which is drawn with the fonts of whoever reads it.",
        "本机字体缺少字符{signs}：请安装中文字体，如思源黑体（Debian与Ubuntu：fonts-noto-cjk），"
        "或改写为.svg，由阅读者的字体显示。",
    ),
    "written": ("{file}: {facts}", "{file}：{facts}"),
    "left-out": (
        "Not drawn: {facts}; a picture is one page. Name the facts to draw, or write a .pdf, which has pages.",
        "另有{facts}未画：一张图只有一页。请指明要画的事实，或写为可分页的.pdf。",
    ),
    "sources": ("Sources: {sources}", "来源：{sources}"),
    "caveat": ("Note: {caveat}", "注意：{caveat}"),
    "scope": ("Counted: {scope}", "口径：{scope}"),
}
