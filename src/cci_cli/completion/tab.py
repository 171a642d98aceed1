"""Answer a Tab: a script in the shell runs the program with a variable that names the shell.

Nothing but words may appear where a person is typing: whatever goes wrong, there are fewer of them or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cci_cli.cli.session import Session
from cci_cli.completion.shells import SHELLS
from cci_cli.completion.words import offered
from cci_cli.environment import FACTS_VARIABLE, Environment, ExitStatus
from cci_cli.factbase.faults import FactBaseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cci_cli.completion.words import Offer

#: The variable that names the shell and the way to speak with it.
VARIABLE = "_CCI_COMPLETE"


def answered(environment: Environment) -> int:
    """Write what can stand at the cursor; the exit status."""
    try:
        asked, written = SHELLS[environment.variables[VARIABLE]]
        words, word, readline = asked(environment)
        environment.stdout.write(written(_offer(environment, words, word), word, readline))
        environment.stdout.flush()
    except Exception:  # noqa: BLE001  # somebody is typing: nothing may be said here
        return ExitStatus.USAGE
    return ExitStatus.DONE


def _offer(environment: Environment, words: Sequence[str], word: str) -> Offer:
    """What is offered after some words, which may name a fact base and a language."""
    typed = Environment(words, environment.variables, environment.stdout, environment.stderr)
    session = Session(typed)
    try:
        return session.answer(lambda index: offered(index, words, word, session.lang))
    except FactBaseError:
        # what the program understands is the same with every fact base; the built-in one is sound
        others = {name: value for name, value in typed.variables.items() if name != FACTS_VARIABLE}
        builtin = Session(Environment([], others, environment.stdout, environment.stderr))
        return builtin.answer(lambda index: offered(index, words, word, session.lang, grammar_only=True))
