-- Old ledgers taken in (1-b, 2.1-b): the job's bookkeeping, its rows as they were
-- understood when it was begun, and the customers that came with it.
CREATE TABLE import_job (
	id           TEXT PRIMARY KEY,
	intent       TEXT NOT NULL,              -- idempotency key of the upload
	status       TEXT NOT NULL CHECK (status IN ('previewed', 'committing', 'done', 'failed', 'undoing', 'undone')),
	file_id      TEXT NOT NULL,
	file_name    TEXT NOT NULL,
	file_size    BIGINT NOT NULL,
	options      TEXT NOT NULL,              -- sheet, heading row, year, columns, choices; JSON
	counts       TEXT NOT NULL,              -- JSON
	numbers      TEXT NOT NULL,              -- by year: first, last, how many; JSON
	rows_total   BIGINT NOT NULL,
	rows_done    BIGINT NOT NULL,
	actor        TEXT NOT NULL,              -- on whose behalf it runs, JSON; empty before
	reason       TEXT NOT NULL,              -- of the undo
	trouble      TEXT NOT NULL,              -- why it failed, JSON; empty when it did not
	started_by   TEXT NOT NULL,
	started_at   BIGINT NOT NULL,            -- what counts as the future in the file
	committed_at BIGINT,
	frozen_at    BIGINT,                     -- all rows stand in import_row
	done_at      BIGINT,
	undone_at    BIGINT,
	UNIQUE (started_by, intent)
);
CREATE INDEX import_job_by_time ON import_job (started_at, id);
CREATE INDEX import_job_at_work ON import_job (id) WHERE status IN ('committing', 'undoing');

CREATE TABLE import_row (
	import_id    TEXT NOT NULL,
	row_no       BIGINT NOT NULL,            -- as the spreadsheet program shows it
	batch        BIGINT NOT NULL,
	body         TEXT NOT NULL,              -- what the act takes, JSON; empty once it was taken
	complaint_id TEXT,
	number       TEXT,
	PRIMARY KEY (import_id, row_no)
);
CREATE INDEX import_row_by_batch ON import_row (import_id, batch, row_no);
CREATE INDEX import_row_waiting ON import_row (import_id, batch) WHERE complaint_id IS NULL;

CREATE TABLE import_customer (
	import_id   TEXT NOT NULL,
	customer_id TEXT NOT NULL,
	PRIMARY KEY (import_id, customer_id)
);
