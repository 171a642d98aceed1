"""Years as they are asked for on the command line."""

from __future__ import annotations

from cci_cli.cli.session import WrongUsage
from cci_cli.messages import say
from cci_cli.safe import visible


def years_of(word: str, lang: str) -> tuple[int, int]:
    """The first and the last of the years that one word names: ``2019``, ``2018..2025``.

    Raises WrongUsage for anything else.
    """
    from cci_cli.compare.years import BadYears, split

    try:
        asked, others = split([word])
    except BadYears:
        asked, others = [], [word]
    if others or len(asked) != 1:
        raise WrongUsage(say(lang, "bad-years", value=visible(word)))
    return asked[0].first, asked[0].last
