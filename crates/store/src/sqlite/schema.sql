-- The layout of a record's file, version 1.
--
-- `json` and `text` hold what was kept; every other column is computed from them, for people who
-- browse. Rows are only added: triggers refuse UPDATE and DELETE, and a second insert of the same
-- id is ignored.

-- The articles, each with its text as it was read.
CREATE TABLE articles (
    id              TEXT PRIMARY KEY NOT NULL,
    json            TEXT NOT NULL CHECK (json_valid(json)),
    text            TEXT NOT NULL,
    text_sha256     TEXT NOT NULL,
    name            TEXT AS (json_extract(json, '$.name')),
    path            TEXT AS (json_extract(json, '$.path')),
    url             TEXT AS (json_extract(json, '$.url')),
    outlet          TEXT AS (json_extract(json, '$.outlet')),
    title           TEXT AS (json_extract(json, '$.title')),
    byline          TEXT AS (json_extract(json, '$.byline')),
    language        TEXT AS (json_extract(json, '$.language')),
    published       TEXT AS (json_extract(json, '$.published.when.from')),
    published_basis TEXT AS (json_extract(json, '$.published.basis')),
    credits         TEXT AS (json_extract(json, '$.credits'))
) STRICT;

-- What articles say. A claim's quote stands at bytes `first` to `past` of its article's text.
CREATE TABLE claims (
    id      TEXT PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    json    TEXT NOT NULL CHECK (json_valid(json)),
    kind    TEXT AS (CASE WHEN json_type(json, '$.content.meeting') IS NULL
                          THEN 'statement' ELSE 'meeting' END),
    quote   TEXT AS (json_extract(json, '$.evidence[0].words')),
    first   INT  AS (json_extract(json, '$.evidence[0].span.start')),
    past    INT  AS (json_extract(json, '$.evidence[0].span.end')),
    voices  TEXT AS (json_extract(json, '$.attribution.voices')),
    speaker TEXT AS (json_extract(json, '$.content.statement.speaker.words')),
    parties TEXT AS (json_extract(json, '$.content.statement.speaker.parties')),
    act     TEXT AS (json_extract(json, '$.content.statement.act')),
    status  TEXT AS (json_extract(json, '$.content.meeting.status')),
    place   TEXT AS (json_extract(json, '$.content.meeting.place.city')),
    tool    TEXT AS (json_extract(json, '$.tool.name'))
) STRICT;

-- One reading of one article: which claims and problems came of it. Only the last counts.
CREATE TABLE readings (
    number  INTEGER PRIMARY KEY NOT NULL,
    article TEXT NOT NULL REFERENCES articles (id),
    tools   TEXT NOT NULL,
    outcome TEXT NOT NULL
) STRICT;
CREATE INDEX readings_by_article ON readings (article, number);

CREATE TABLE reading_claims (
    reading INTEGER NOT NULL REFERENCES readings (number),
    claim   TEXT NOT NULL REFERENCES claims (id),
    PRIMARY KEY (reading, claim)
) STRICT, WITHOUT ROWID;

-- What was odd in an article.
CREATE TABLE problems (
    reading  INTEGER NOT NULL REFERENCES readings (number),
    place    INTEGER NOT NULL,
    json     TEXT NOT NULL CHECK (json_valid(json)),
    code     TEXT AS (json_extract(json, '$.code')),
    severity TEXT AS (json_extract(json, '$.severity')),
    message  TEXT AS (json_extract(json, '$.message')),
    hint     TEXT AS (json_extract(json, '$.hint')),
    PRIMARY KEY (reading, place)
) STRICT, WITHOUT ROWID;

-- What was odd in a file, or in a part of one that gave no article.
CREATE TABLE source_problems (
    id      TEXT PRIMARY KEY NOT NULL,
    path    TEXT NOT NULL,
    json    TEXT NOT NULL CHECK (json_valid(json)),
    code    TEXT AS (json_extract(json, '$.code')),
    message TEXT AS (json_extract(json, '$.message'))
) STRICT;

-- What people hold of claims and articles, in the order in which they said so.
CREATE TABLE judgements (
    id      TEXT PRIMARY KEY NOT NULL,
    json    TEXT NOT NULL CHECK (json_valid(json)),
    verdict TEXT AS (json_extract(json, '$.verdict')),
    judge   TEXT AS (json_extract(json, '$.judge.person.name')),
    reason  TEXT AS (json_extract(json, '$.reason'))
) STRICT;

-- Full-text search. The words themselves stay in the tables above.
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = 'articles', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE claim_words USING fts5 (
    quote, speaker, content = 'claims', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_words AFTER INSERT ON articles BEGIN
    INSERT INTO article_words (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
CREATE TRIGGER claims_words AFTER INSERT ON claims BEGIN
    INSERT INTO claim_words (rowid, quote, speaker) VALUES (new.rowid, new.quote, new.speaker);
END;
