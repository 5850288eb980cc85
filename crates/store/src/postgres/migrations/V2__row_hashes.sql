-- Each row has a hash of its own, as in a record's file: of some of its cells, a line for each.

DO $$
DECLARE
    hashed TEXT[] := ARRAY[
        ['articles', 'id', 'text_sha256', 'json::TEXT'],
        ['claims', 'id', 'article', 'json::TEXT'],
        ['readings', 'article', 'outcome', 'tools'],
        ['source_problems', 'id', 'path', 'json::TEXT'],
        ['judgements', 'id', '''''', 'json::TEXT']];
    cells TEXT[];
BEGIN
    FOREACH cells SLICE 1 IN ARRAY hashed
    LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN row_sha256 TEXT COLLATE "C"', cells[1]);
        EXECUTE format('ALTER TABLE %I DISABLE TRIGGER %I', cells[1], cells[1] || '_only_added_to');
        EXECUTE format('UPDATE %I SET row_sha256 = encode(sha256(convert_to(concat_ws(E''\n'', %s, %s, %s), ''UTF8'')), ''hex'')',
            cells[1], cells[2], cells[3], cells[4]);
        EXECUTE format('ALTER TABLE %I ENABLE TRIGGER %I', cells[1], cells[1] || '_only_added_to');
        EXECUTE format('ALTER TABLE %I ALTER COLUMN row_sha256 SET NOT NULL', cells[1]);
    END LOOP;
END $$;
