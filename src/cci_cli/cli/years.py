"""Years as they are asked for on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.cli.session import WrongUsage
from cci_cli.messages import say
from cci_cli.safe import visible

if TYPE_CHECKING:
    from cci_cli.cli.session import Session


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


def known_years(session: Session, incomplete: str) -> list[str]:
    """The years of the fact base that continue what was typed, and the ends of a range that was begun."""
    from cci_cli.index.speaking import speaking_years

    begun, dots, rest = incomplete.rpartition("..")
    years = (f"{year:04d}" for year in session.answer(speaking_years))
    return [begun + dots + year for year in years if year.startswith(rest) and (not dots or year > begun)]
