"""Tab: what can stand at the cursor, answered from the index and without Typer.

``line`` reads the words before the cursor, ``words`` finds what is offered, ``shells`` speaks with each
shell, ``scripts`` are what the shells load, ``install`` puts them where each shell looks for them. ``build``
puts the words, and what each command takes, into the index.

The bare interpreter's start is most of what a Tab takes, and ``typing``, ``re``, ``json`` and ``pathlib``
would double it. So the modules between a Tab and its answer load none of them; a test names what they may
not load.
"""
