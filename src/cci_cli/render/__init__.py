"""From a page to an output. Only the modules here know formats, and only ``screens`` knows colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cci_cli.environment import Environment
    from cci_cli.lookup import FactPage, Overview, SourcesPage, TopicPage

    Page = Overview | TopicPage | FactPage | SourcesPage

#: What ``--format`` takes.
FORMATS = ("table", "json", "tsv", "csv", "markdown")


def write(page: Page, format_: str, environment: Environment, lang: str) -> None:
    """Write a page to standard output in a format, loading no module that the format does not need."""
    if format_ == "table":
        from cci_cli.render.screens import draw

        draw(page, environment, lang)
        return
    if format_ == "json":
        from cci_cli.render.documents import document, json_text

        environment.write_json(json_text(document(page), environment))
        return
    environment.stdout.write(_text(page, format_, lang))


def _text(page: Page, format_: str, lang: str) -> str:
    if format_ == "csv":
        from cci_cli.render.delimited import csv_text
        from cci_cli.render.records import records

        return csv_text(records(page))
    from cci_cli.render.rows import rows

    if format_ == "markdown":
        from cci_cli.render.markdown import markdown_table

        return markdown_table(rows(page, lang))
    from cci_cli.render.delimited import tsv_text

    return tsv_text(rows(page, lang))
