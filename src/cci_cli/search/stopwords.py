"""Words that ask, and words that only join others: what a query says besides what it is about."""

from __future__ import annotations

#: English words that are passed over where a query has others.
ENGLISH = frozenset(
    "a about after all also am among an and any are as at be been before being between both but by "
    "can could did do does done during each else ever find for from get give given had has have he "
    "her here him his how i if in into is it its just know let like list many me mine much must my no "
    "not of off on once one's or our out over own please per ran run runs s shall she should show so "
    "some such t tell than that the their them then there these they this those through to too under "
    "until up upon us very vs was we were what whats what's when where whether which who whom whose "
    "why will with within without would you your".split()
)
#: Words that say little: they count, but not for much.
WEAK = frozenset(
    "amount amounts number numbers figure figures total totals data latest recent current currently "
    "now today new statistics stat stats reported report reach reached far date cci initiative happen "
    "happened take took place".split()
)
#: Chinese phrases that ask or join, the longer first; they part a run of characters.
_PHRASES = (
    "请问 有多少 多少 是什么时候 什么时候 是什么 为什么 什么 有哪些 哪些 哪一年 哪年 哪几个 哪个 哪家 "
    "哪里 哪儿 何时 何地 怎么样 怎么 怎样 如何 是不是 是否 要不要 需不需要 有没有 能否 能不能 可以 "
    "一共有 一共 总共有 总共 共有 多长时间 多长 多久 多大 多高 多快 第几 几 之间的 之间 目前为止 目前 "
    "至今 截至 到底 究竟 关于 以及 还有 我想知道 告诉我 查一下 查询 查找 找一下 多不多 已经 达到了 "
    "达到 达多少 分别 大概 大约 的 了 吗 呢 吧 嘛 谁 是"
).split()
#: After a phrase that asks how many: what is counted, in one character.
_ASKS_HOW_MANY, _MEASURES = ("多少", "几"), "个列家条项次趟班份架届位所种类只天"
#: What the initiative itself is called: a query about a part of it need not be about this.
_INITIATIVE = (
    "中新（重庆）战略性互联互通示范项目 中新(重庆)战略性互联互通示范项目 战略性互联互通示范项目 "
    "中新互联互通项目 中新重庆项目 中新示范项目 中新互联互通 互联互通项目 中新项目"
).split()
#: Characters that mostly join words, but may be a part of one.
JOINING = frozenset("和与跟在有对到于从由为及或被把将也都就还又其该此之以年个月日去来")
#: Pairs of characters that say little: places that nearly every fact names, words for any figure.
WEAK_PAIRS = frozenset("重庆 新加 加坡 中新 数据 情况 数量 总数 人数 规模 金额 最新".split())


def parted(run: str) -> list[str]:
    """A run of Chinese characters without what only asks or joins."""
    for asking in _ASKS_HOW_MANY:
        for measure in _MEASURES:
            run = run.replace(asking + measure, " ")
    for phrase in _PHRASES:
        run = run.replace(phrase, " ")
    return [part for part in run.split() if part not in JOINING]


def without_initiative(run: str) -> str:
    """A run of Chinese characters without a name of the initiative."""
    for name in _INITIATIVE:
        run = run.replace(name, " ")
    return run
