"""The tables that searching asks."""

from __future__ import annotations

from cci_cli.index.kept import APPLICATION_ID, FORM

#: ``word`` has a document a fact, numbered so that the better facts come first: whoever reads its lists takes
#: the first so many, however long they are. Its words carry the mark of their field. ``spelling`` holds the
#: English words as written and ``part`` their thirds, by which one with two wrong letters is found; ``sound``
#: the Chinese names by pinyin and ``initial`` by its first letters; ``figure`` the values that an observation
#: can mean, by the size of their interval. ``meta`` says of which index they were made.
TABLES = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {FORM};
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL, crc INTEGER NOT NULL);
CREATE VIRTUAL TABLE word USING fts5(
    words, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '.'"
);
CREATE TABLE found (
    doc INTEGER PRIMARY KEY, position INTEGER, kind TEXT, unit TEXT, merit REAL, names TEXT
);
CREATE TABLE spelling (word TEXT PRIMARY KEY, weight INTEGER) WITHOUT ROWID;
CREATE TABLE part (
    length INTEGER, number INTEGER, letters TEXT, word TEXT, PRIMARY KEY (length, number, letters, word)
) WITHOUT ROWID;
CREATE TABLE variant (char TEXT PRIMARY KEY, plain TEXT) WITHOUT ROWID;
CREATE TABLE reading (char TEXT PRIMARY KEY, sound TEXT) WITHOUT ROWID;
CREATE TABLE sound (letters TEXT, word TEXT, lengths TEXT, weight INTEGER, PRIMARY KEY (letters, word))
    WITHOUT ROWID;
CREATE TABLE initial (letters TEXT, word TEXT, weight INTEGER, PRIMARY KEY (letters, word)) WITHOUT ROWID;
CREATE TABLE figure (
    width INTEGER, low REAL, high REAL, value REAL, unit TEXT, doc INTEGER, observation TEXT, growth INTEGER,
    rank INTEGER
);
"""
#: Made when the rows are in, which is quicker.
INDEXES = "CREATE INDEX figure_by_size ON figure (width, low, high);"
