-- Nothing that was written down is changed or taken away.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_no_delete BEFORE DELETE OR TRUNCATE ON receipt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Search: one row for each record; tokens are made by the program.
CREATE SEQUENCE search_doc_no;
CREATE TABLE search_doc (
	doc        BIGINT PRIMARY KEY DEFAULT nextval('search_doc_no'),
	subject_id TEXT NOT NULL UNIQUE,
	kind       TEXT NOT NULL,
	title      TEXT NOT NULL,
	body       TEXT NOT NULL,
	tokens     tsvector NOT NULL
);
-- A search reads what is pending one by one, so not much may pend.
CREATE INDEX search_doc_tokens ON search_doc USING gin (tokens) WITH (fastupdate = on, gin_pending_list_limit = 512);

-- Rows that come and go, or change with every act: clean up behind them soon,
-- and leave room for the next version on the same page.
ALTER TABLE journal_queue SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
ALTER TABLE search_queue SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
ALTER TABLE counter SET (fillfactor = 30, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
ALTER TABLE number_series SET (fillfactor = 30, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
ALTER TABLE act_lock SET (fillfactor = 50);
