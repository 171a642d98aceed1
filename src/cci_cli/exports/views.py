"""What an exported database offers besides its tables: views, indexes and a search, in SQL."""

from __future__ import annotations

#: The search keeps only where its words stand; what it shows is read from the facts. ``porter`` finds
#: "trains" by "train".
SEARCH = """
CREATE VIEW searched AS -- what the search shows of the facts that it finds
SELECT position AS rowid, id AS fact, label_en, label_zh, '' AS names, '' AS others FROM facts;
CREATE VIRTUAL TABLE search USING fts5( -- facts by words: SELECT … FROM search WHERE search MATCH '融资'
    fact UNINDEXED, label_en UNINDEXED, label_zh UNINDEXED, names, others,
    content='searched', content_rowid='rowid', tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(0, 0, 0, 10, 1)');
"""
INDEXES = """
CREATE UNIQUE INDEX facts_by_position ON facts (position);
CREATE INDEX facts_by_topic ON facts (topic);
CREATE INDEX citations_by_source ON citations (source);
"""


def _sources(observation: str) -> str:
    """The ids of an observation's sources, each once, in the order in which they are cited."""
    return f"""(
        SELECT group_concat(source, ' ') FROM (
            SELECT source FROM citations AS c
            WHERE c.fact = {observation}.fact AND c.observation = {observation}.id
            GROUP BY source ORDER BY min(number)
        )
    )"""


_LATEST = f"""
CREATE VIEW latest AS -- what each fact says now
SELECT
    f.id AS fact, f.topic, f.label_en, f.label_zh, o.value, o.upper, f.unit, o.qualifier,
    o.text_en, o.text_zh, o.time, o.partial, o.weak, coalesce(o.own, f.own) AS own,
    EXISTS (
        SELECT 1 FROM contradictions AS c WHERE c.fact = o.fact AND o.id IN (c.observation, c.other)
    ) AS disputed,
    {_sources("o")} AS sources
FROM facts AS f JOIN observations AS o ON o.fact = f.id AND o.speaks
ORDER BY f.position;
"""
_CONFLICTS = f"""
CREATE VIEW conflicts AS -- where sources disagree, both sides of each pair
SELECT
    f.id AS fact, f.topic, f.label_en, f.label_zh, f.unit,
    one.time, one.qualifier, one.value, one.upper, one.status, one.weak, one.own,
    {_sources("one")} AS sources,
    other.time AS other_time, other.qualifier AS other_qualifier, other.value AS other_value,
    other.upper AS other_upper, other.status AS other_status, other.weak AS other_weak,
    other.own AS other_own, {_sources("other")} AS other_sources,
    f.caveat_en, f.caveat_zh
FROM contradictions AS c
JOIN facts AS f ON f.id = c.fact
JOIN observations AS one ON one.fact = c.fact AND one.id = c.observation
JOIN observations AS other ON other.fact = c.fact AND other.id = c.other
ORDER BY f.position, one.first_day, one.last_day;
"""
VIEWS = (_LATEST, _CONFLICTS)
