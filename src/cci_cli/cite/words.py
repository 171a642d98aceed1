"""The words that references need: and others, no date, what a work without a title is, months.

Words about names and gaps are those of the source's own language where the style asks for it (GB/T
7714 5.1), else English, the language of the other styles' lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cci_cli.cite.item import Item

_OTHERS = {"zh": "等", "ja": "ほか"}
_NO_DATE = {"zh-Hans": "日期不详", "zh-Hant": "日期不詳", "ja": "日付不明"}
_COPIED = {"zh-Hans": "转载自{}", "zh-Hant": "轉載自{}", "ja": "{}より転載"}
#: What a work is, by its type: in English, simplified and traditional Chinese, Japanese.
_KINDS = {
    "article-newspaper": ("News article", "新闻报道", "新聞報道", "ニュース記事"),
    "article-magazine": ("Magazine article", "杂志文章", "雜誌文章", "雑誌記事"),
    "article-journal": ("Journal article", "期刊文章", "期刊文章", "論文"),
    "article": ("Article", "文章", "文章", "記事"),
    "webpage": ("Web page", "网页", "網頁", "ウェブページ"),
    "post": ("Post", "帖文", "貼文", "投稿"),
    "post-weblog": ("Blog post", "博客文章", "部落格文章", "ブログ記事"),
    "speech": ("Speech", "讲话", "講話", "演説"),
    "interview": ("Interview", "访谈", "訪談", "インタビュー"),
    "report": ("Report", "报告", "報告", "報告書"),
    "document": ("Document", "文件", "文件", "文書"),
    "dataset": ("Data set", "数据集", "數據集", "データセット"),
}
_WORK = ("Work", "文献", "文獻", "文献")
_LANGUAGES = ("en", "zh-Hans", "zh-Hant", "ja")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def others(item: Item) -> str:
    """The word for further names in the source's language: et al., 等."""
    return _OTHERS.get(item.language[:2], "et al.")


def no_date(item: Item) -> str:
    """That there is no date, in the source's language."""
    return _NO_DATE.get(item.language, "n.d.")


def copied(item: Item, origin: str) -> str:
    """That a source is a copy, in its language."""
    return _COPIED.get(item.language, "Reprinted from {}").format(origin)


def kind(item: Item, *, own: bool = False) -> str:
    """What a work without a title is: in English, or in the source's ``own`` language."""
    words = _KINDS.get(item.type, _WORK)
    return words[_LANGUAGES.index(item.language) if own and item.language in _LANGUAGES else 0]
