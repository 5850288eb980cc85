-- The tables of a record, as in a record's file.
--
-- `json` and `text` hold what was kept, to the letter. Rows are only added: triggers refuse UPDATE,
-- DELETE and TRUNCATE. Texts are sorted by their bytes on every server.

-- The articles, each with its text as it was read. `words` is what search looks in.
CREATE TABLE articles (
    rowid       BIGINT GENERATED ALWAYS AS IDENTITY,
    id          TEXT COLLATE "C" PRIMARY KEY,
    json        JSON NOT NULL,
    text        TEXT COLLATE "C" NOT NULL,
    text_sha256 TEXT COLLATE "C" NOT NULL,
    words       TSVECTOR NOT NULL
);
CREATE INDEX articles_words ON articles USING gin (words);

-- What articles say.
CREATE TABLE claims (
    rowid   BIGINT GENERATED ALWAYS AS IDENTITY,
    id      TEXT COLLATE "C" PRIMARY KEY,
    article TEXT COLLATE "C" NOT NULL REFERENCES articles (id),
    json    JSON NOT NULL,
    quote   TEXT COLLATE "C" NOT NULL,
    words   TSVECTOR NOT NULL
);
CREATE INDEX claims_by_article ON claims (article);
CREATE INDEX claims_words ON claims USING gin (words);

-- One reading of one article: which claims and problems came of it. Only the last counts. Each names
-- the one before it, so that of two workers who read the same page at once only one adds to it.
CREATE TABLE readings (
    number   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    article  TEXT COLLATE "C" NOT NULL REFERENCES articles (id),
    tools    TEXT COLLATE "C" NOT NULL,
    outcome  TEXT COLLATE "C" NOT NULL,
    previous BIGINT NOT NULL,
    UNIQUE (article, previous)
);
CREATE INDEX readings_by_article ON readings (article, number);

CREATE TABLE reading_claims (
    reading BIGINT NOT NULL REFERENCES readings (number),
    claim   TEXT COLLATE "C" NOT NULL REFERENCES claims (id),
    PRIMARY KEY (reading, claim)
);

-- What was odd in an article.
CREATE TABLE problems (
    reading BIGINT NOT NULL REFERENCES readings (number),
    place   BIGINT NOT NULL,
    json    JSON NOT NULL,
    PRIMARY KEY (reading, place)
);

-- What was odd in a file, or in a part of one that gave no article.
CREATE TABLE source_problems (
    rowid BIGINT GENERATED ALWAYS AS IDENTITY,
    id    TEXT COLLATE "C" PRIMARY KEY,
    path  TEXT COLLATE "C" NOT NULL,
    json  JSON NOT NULL
);

-- What people hold of claims and articles, in the order in which they said so.
CREATE TABLE judgements (
    rowid BIGINT GENERATED ALWAYS AS IDENTITY,
    id    TEXT COLLATE "C" PRIMARY KEY,
    json  JSON NOT NULL
);

-- How many additions each of a few slots has made. Their sum is the record's revision; one number
-- for all would make every writer wait for every other.
CREATE TABLE additions (
    slot   INT PRIMARY KEY,
    number BIGINT NOT NULL
);
INSERT INTO additions SELECT slot, 0 FROM generate_series(0, 63) AS slot;

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a record is only added to'; END $$;

DO $$
DECLARE kept TEXT;
BEGIN
    FOREACH kept IN ARRAY ARRAY['articles', 'claims', 'readings', 'reading_claims', 'problems',
        'source_problems', 'judgements']
    LOOP
        EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
            FOR EACH STATEMENT EXECUTE FUNCTION refuse()', kept || '_only_added_to', kept);
    END LOOP;
END $$;

-- For people who browse: the claims that count, with the columns that say most.
CREATE VIEW current_claims AS
SELECT claims.id, claims.article, articles.json ->> 'name' AS document,
       CASE WHEN claims.json -> 'content' -> 'meeting' IS NULL
            THEN 'statement' ELSE 'meeting' END AS kind,
       claims.quote,
       claims.json -> 'content' -> 'statement' -> 'speaker' ->> 'words' AS speaker,
       claims.json -> 'content' -> 'statement' ->> 'act' AS act,
       claims.json -> 'content' -> 'meeting' ->> 'status' AS status
FROM claims JOIN articles ON articles.id = claims.article
WHERE claims.id IN (SELECT claim FROM reading_claims
    WHERE reading IN (SELECT max(number) FROM readings GROUP BY article));
