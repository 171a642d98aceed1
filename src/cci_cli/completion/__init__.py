"""Tab: what can stand at the cursor, answered from the index and without Typer.

``line`` reads the words before the cursor, ``words`` finds what is offered, ``shells`` speaks with each shell,
``scripts`` are what the shells load, ``install`` puts them where each shell looks for them.
"""
