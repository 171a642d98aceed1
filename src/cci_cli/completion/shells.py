"""How each shell asks for words, and how it is answered.

Bash, zsh and fish ask by the scripts beside this module. What they are told begins with a line: ``stem=``
and how many characters of the word at the cursor stand before what is offered, then the flags of an
:class:`cci_cli.completion.words.Offer`. A word a line follows, for zsh and fish with a tab and its meaning.
PowerShell asks by the script that Typer has for it, and is answered in that script's form.
"""

from __future__ import annotations

from os.path import commonprefix

from cci_cli.completion.line import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cci_cli.completion.words import Offer

    Variables = Mapping[str, str]
    #: The words before the cursor, the one at it, and what bash knows besides.
    Asked = tuple[list[str], str, "Readline"]


class Readline:
    """What bash knows besides: the end of the word at the cursor that it will replace, and what Tab is to do.

    ``will_insert`` is whether it puts in what all offered words have in common.
    """

    def __init__(self, replaced: str = "", *, will_insert: bool = False) -> None:
        self.replaced, self.will_insert = replaced, will_insert


#: Bash's ``COMP_TYPE`` where it inserts what is common to all words.
_INSERTING = ("9", "33", "64")


def _bash_asks(arguments: Sequence[str], variables: Variables) -> Asked:
    """Bash hands on the line up to the cursor, the end of it that it replaces, and ``COMP_TYPE``."""
    line, replaced, type_ = arguments
    *words, word = split(line)
    return words[1:], word, Readline(replaced, will_insert=type_ in _INSERTING)


def _words_ask(arguments: Sequence[str], variables: Variables) -> Asked:
    """Zsh and fish hand on the words after the program's name; the last is the one at the cursor.

    Of that one fish does not take the quotation marks off.
    """
    *words, word = arguments
    return words, split(word)[-1], Readline()


def _powershell_asks(arguments: Sequence[str], variables: Variables) -> Asked:
    """PowerShell hands on the line without the blanks at its end, and the word at the cursor."""
    words = split(variables.get("_TYPER_COMPLETE_ARGS", ""))[1:]
    word = variables.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
    return words[:-1] if word else words, word, Readline()


def _bash(offer: Offer, word: str, readline: Readline) -> str:
    """The words for bash, without the part of the word at the cursor that it does not replace.

    Bash breaks words at ``=`` and ``:``. It would also put what several words have in common in the place
    of a part of them that was typed: then the word itself is among them, so that they have nothing in common.
    """
    words = [offer.stem + each for each, _ in offer.words]
    common = commonprefix(words)  # noqa: RUF071  # of texts, not of paths
    if readline.will_insert and len(words) > 1 and word.casefold() not in common.casefold():
        words.append(word)
    kept = len(word) - len(readline.replaced) if word.endswith(readline.replaced) else 0
    return _lines(offer, (each[kept:] for each in words))


def _zsh(offer: Offer, word: str, _: Readline) -> str:
    return _lines(offer, (f"{each}\t{_plain(said)}" for each, said in offer.words))


def _fish(offer: Offer, word: str, _: Readline) -> str:
    return _lines(offer, (f"{offer.stem}{each}\t{_plain(said)}" for each, said in offer.words))


def _powershell(offer: Offer, word: str, _: Readline) -> str:
    return "".join(f"{offer.stem}{each}:::{_plain(said) or ' '}\n" for each, said in offer.words)


def _lines(offer: Offer, lines: Iterable[str]) -> str:
    head = " ".join((f"stem={len(offer.stem)}", *offer.flags))
    return "".join(f"{line}\n" for line in (head, *lines))


def _plain(said: str) -> str:
    """A meaning on one line."""
    return " ".join(said.split())


#: How each shell asks, and how it is answered, by what its script puts into the variable.
SHELLS: dict[
    str,
    tuple[Callable[[Sequence[str], Variables], Asked], Callable[[Offer, str, Readline], str]],
] = {
    "bash": (_bash_asks, _bash),
    "zsh": (_words_ask, _zsh),
    "fish": (_words_ask, _fish),
    "complete_powershell": (_powershell_asks, _powershell),
}
