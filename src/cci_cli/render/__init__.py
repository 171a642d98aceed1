"""From a page to an output. Only the modules here know formats, and only ``screens`` knows colour.

A kind of page has two modules of one name: in ``pages`` what it is for programs, in ``screens`` what it
is on a terminal.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from typing import TypeAlias

    from cci_cli.compare import Comparison
    from cci_cli.conflicts import ConflictsPage
    from cci_cli.environment import Environment
    from cci_cli.explain import Explanation
    from cci_cli.lookup import FactPage, Overview, TopicPage
    from cci_cli.search.page import SearchPage
    from cci_cli.sources import SourcePage, SourcesPage
    from cci_cli.timeline import TimelinePage

    Page: TypeAlias = (
        Overview
        | TopicPage
        | FactPage
        | SearchPage
        | SourcesPage
        | SourcePage
        | Explanation
        | Comparison
        | TimelinePage
        | ConflictsPage
    )

#: What ``--format`` takes.
FORMATS = ("table", "json", "tsv", "csv", "markdown")
#: The modules that know a kind of page, by the name of its class.
MODULES = {
    "Overview": "overview",
    "TopicPage": "topic",
    "FactPage": "fact",
    "SourcesPage": "sources",
    "TimelinePage": "timeline",
    "ConflictsPage": "conflicts",
    "Comparison": "compare",
    "SourcePage": "source",
    "Explanation": "explanation",
    "SearchPage": "search",
}


def write(page: Page, format_: str, environment: Environment, lang: str) -> None:
    """Write a page to standard output in a format, loading no module that the format does not need."""
    name = MODULES[type(page).__name__]
    if format_ == "table":
        from cci_cli.render.screens import draw

        parts = import_module(f"cci_cli.render.screens.{name}").parts
        draw(lambda width: parts(page, lang, width), environment)
        return
    module = import_module(f"cci_cli.render.pages.{name}")
    if format_ == "json":
        from cci_cli.render.documents import json_text

        environment.write_json(json_text(module.document(page), environment))
        return
    environment.stdout.write(_text(module, page, format_, lang))


def _text(module: Any, page: Page, format_: str, lang: str) -> str:
    if format_ == "csv":
        from cci_cli.render.delimited import csv_text

        return csv_text(module.records(page))
    if format_ == "markdown":
        from cci_cli.render.markdown import markdown_table

        return markdown_table(module.rows(page, lang))
    from cci_cli.render.delimited import tsv_text

    return tsv_text(module.rows(page, lang))
