"""``cci search``: what a person types, in either language, any script, or as a figure, finds the fact.

When an index is built, :mod:`cci_cli.search.build` fills the tables that searching asks; a query is read
(:mod:`cci_cli.search.query`), corrected where it finds nothing (:mod:`cci_cli.search.correct`), its words and
figures are looked up, and the facts found are ranked (:mod:`cci_cli.search.rank`).
"""
