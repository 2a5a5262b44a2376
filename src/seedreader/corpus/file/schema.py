"""What is in a corpus file: its tables, and what tells such a file from others."""

from __future__ import annotations

APPLICATION = 0x53524350
"""SQLite's ``application_id`` of a corpus file: "SRCP"."""

LAYOUT = 1
"""Version of the tables, in SQLite's ``user_version``."""

TABLES = """
-- A file to be read, and whether it was. `path` is as the system has it; `real` tells two ways to one file.
-- `pieces` is how many it was cut into, once that is known; NULL while it is not, or for one read as a whole.
CREATE TABLE inputs (
    id INTEGER PRIMARY KEY, given BLOB NOT NULL, path BLOB NOT NULL, real BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL, pieces INTEGER, done INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX inputs_waiting ON inputs (id) WHERE done = 0;

-- The pieces that were read of an input that is not read to its end.
CREATE TABLE pieces (
    input INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (input, number)
) WITHOUT ROWID;

-- What could not be read, and why (`seedreader.ingest.errors.Problem`).
CREATE TABLE problems (
    source TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL, lost INTEGER,
    UNIQUE (source, kind, detail)
);

-- `data` is the whole article, its text too. `family`: the first of the near-copies that it is one of;
-- `origin`: the first article of its story that carries its text; `story`: NULL until it is found.
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, input INTEGER NOT NULL, piece INTEGER NOT NULL, place INTEGER NOT NULL,
    uri TEXT, member TEXT, name TEXT NOT NULL, title TEXT, outlet TEXT, author TEXT, published TEXT,
    updated TEXT, language TEXT, url TEXT, day TEXT NOT NULL, data BLOB NOT NULL,
    family INTEGER, origin INTEGER, story INTEGER,
    UNIQUE (input, piece, place)
);
CREATE INDEX articles_story ON articles (story, day);
CREATE INDEX articles_new ON articles (day, input, piece, place) WHERE story IS NULL;
CREATE INDEX articles_family ON articles (family) WHERE family IS NOT NULL;

-- The words of each article, to be searched; `rowid` is the article's id. The words alone: no second text.
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

-- How many articles use a word.
CREATE VIRTUAL TABLE word_counts USING fts5vocab (words, row);

-- `compared` is how many of its articles were compared, 0 before that. `relations` counts links, as JSON.
CREATE TABLE stories (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, first TEXT, last TEXT, articles INTEGER NOT NULL,
    compared INTEGER NOT NULL DEFAULT 0, failure TEXT, sources INTEGER, origins INTEGER, claims INTEGER,
    conflicts INTEGER, relations TEXT
);
CREATE INDEX stories_waiting ON stories (id) WHERE compared = 0 AND failure IS NULL AND articles > 1;
CREATE INDEX stories_size ON stories (articles);

CREATE VIEW uncompared AS SELECT id, articles FROM stories
    WHERE compared = 0 AND failure IS NULL AND articles > 1;

CREATE VIEW story_rows AS SELECT
    id, name, first, last, articles, compared, failure, sources, origins, claims, conflicts FROM stories;

CREATE VIEW article_rows AS SELECT
    id, uri, member, name, title, outlet, author, published, updated, language, url, story FROM articles
    ORDER BY day, input, piece, place;

-- What most origins of a story carry. `start` and `end` are a passage of the article's text.
CREATE TABLE claims (
    story INTEGER NOT NULL, rank INTEGER NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL,
    end INTEGER NOT NULL, said TEXT NOT NULL, origins INTEGER NOT NULL, against INTEGER NOT NULL,
    PRIMARY KEY (story, rank)
) WITHOUT ROWID;

-- Two passages that contradict each other, and why, the surest first.
CREATE TABLE conflicts (
    story INTEGER NOT NULL, rank INTEGER NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL,
    end INTEGER NOT NULL, said TEXT NOT NULL, other_article INTEGER NOT NULL, other_start INTEGER NOT NULL,
    other_end INTEGER NOT NULL, other_said TEXT NOT NULL, why TEXT NOT NULL, score REAL NOT NULL,
    PRIMARY KEY (story, rank)
) WITHOUT ROWID;

-- How far the work is: "families" is of how many articles they were looked for.
CREATE TABLE state (name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
"""
