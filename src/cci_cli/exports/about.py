"""What an export says of itself: what it is, of which version and date, and under which terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cci_cli import __version__
from cci_cli.messages import say

if TYPE_CHECKING:
    from cci_cli.exports import Manner
    from cci_cli.exports.selection import Selection

#: Under which terms the built-in fact base is published.
LICENCE = ("MIT", "MIT License", "https://opensource.org/license/mit")


class About(NamedTuple):
    """What an export says of itself.

    ``newest`` is the date of the newest source: nothing in the fact base is later, and unlike the day of the
    export it is the same each time. ``licence`` is absent for a reader's own file, whose terms only they
    know.
    """

    title: str
    version: str
    newest: str | None
    licence: tuple[str, str, str] | None
    rights: str | None


def about(selection: Selection, manner: Manner) -> About:
    """What an export of a selection says of itself."""
    dates = (each.issued for each in selection.sources() if each.issued)
    newest = max(dates, default=None)
    if manner.own is not None:
        title = say(manner.lang, "cite.own-fact-base", name=manner.own)
        return About(title, __version__, newest, None, None)
    title, rights = say(manner.lang, "cite.fact-base"), say(manner.lang, "export.rights")
    return About(title, __version__, newest, LICENCE, rights)
