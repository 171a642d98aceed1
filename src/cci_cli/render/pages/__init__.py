"""A module a kind of page: the page as a JSON document, as rows of cells, and as flat records."""
