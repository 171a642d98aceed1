"""Answer a Tab: a script in the shell runs the program with a variable that names the shell.

Nothing but words may appear where a person is typing: whatever goes wrong, there are fewer of them or none.
"""

from __future__ import annotations

from cci_cli import places
from cci_cli.completion.shells import SHELLS
from cci_cli.completion.words import offered
from cci_cli.index import kept
from cci_cli.index.files import Files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cci_cli.completion.words import Offer

#: The variable that names the shell and the way to speak with it.
VARIABLE = "_CCI_COMPLETE"


def answer(arguments: Sequence[str], variables: Mapping[str, str]) -> str:
    """What a shell is told that asks with some arguments and variables; nothing if that makes no sense."""
    try:
        asked, written = SHELLS[variables[VARIABLE]]
        words, word, readline = asked(arguments, variables)
        return written(_offer(words, word, variables), word, readline)
    except Exception:  # somebody is typing: nothing may be said here
        return ""


def _offer(words: Sequence[str], word: str, variables: Mapping[str, str]) -> Offer:
    """What is offered after some words, which may name a fact base and a language."""
    import sqlite3

    files = Files(places.facts_file(words, variables), places.own_folder(words, variables))
    path, stamp = kept.place(files, places.cache_folder(variables)), kept.stamp_of(files)
    if path and stamp and (index := kept.kept_index(path, files, stamp)):
        try:
            lang = places.language(words, variables)
            return offered(lambda query, values: index.execute(query, values).fetchall(), words, word, lang)
        except (sqlite3.Error, UnicodeDecodeError):
            pass
        finally:
            index.close()
    return _offer_of_new_index(words, word, variables)


def _offer_of_new_index(words: Sequence[str], word: str, variables: Mapping[str, str]) -> Offer:
    """The same, where no sound index is kept: it is built. A fact base that is not sound has no words."""
    from io import StringIO

    from cci_cli.cli.session import Session
    from cci_cli.environment import Environment
    from cci_cli.factbase.faults import FactBaseError

    session = Session(Environment(words, variables, StringIO(), StringIO()))
    try:
        return session.answer(lambda index: offered(index.ask, words, word, session.lang))
    except FactBaseError:
        # what the program understands is the same with every fact base, and the built-in one is sound
        others = {name: value for name, value in variables.items() if name != places.FACTS_VARIABLE}
        builtin = Session(Environment(["--no-own-facts"], others, StringIO(), StringIO()))
        return builtin.answer(lambda index: offered(index.ask, words, word, session.lang, grammar_only=True))
