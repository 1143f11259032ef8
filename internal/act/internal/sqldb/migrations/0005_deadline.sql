-- Clocks that obligations start, and the rules they are computed by.
CREATE TABLE clock (
	id             TEXT PRIMARY KEY,
	subject_kind   TEXT NOT NULL,
	subject_id     TEXT NOT NULL,
	obligation     TEXT NOT NULL,
	origin         TEXT NOT NULL CHECK (origin IN ('regulation', 'company')),
	step           TEXT NOT NULL,               -- the act that meets it, as in the address: "hand-over"
	owner          TEXT NOT NULL,               -- "person:ID", "role:ROLE" or "department:ID"
	started_at     BIGINT NOT NULL,
	started_by     TEXT NOT NULL,               -- journal line
	due_at         BIGINT NOT NULL,             -- an act at this instant or later is late
	strict_due_at  BIGINT,                      -- without the company's cut-off, where that moved it
	missing_years  TEXT NOT NULL,               -- "2027": provisional until those calendars are loaded
	explain        TEXT NOT NULL,               -- steps of the arithmetic, JSON
	edition        TEXT NOT NULL,
	apart_at       BIGINT,                      -- set when counted apart (retrospective entry)
	met_at         BIGINT,
	met_by         TEXT,
	overdue_at     BIGINT,                      -- when the sweep marked it
	cancelled_at   BIGINT,
	cancelled_by   TEXT
);
CREATE INDEX clock_open_by_owner ON clock (owner, due_at, id) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX clock_open_by_due ON clock (due_at, id) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX clock_to_mark ON clock (due_at, id) WHERE met_at IS NULL AND cancelled_at IS NULL AND overdue_at IS NULL;
CREATE INDEX clock_by_subject ON clock (subject_id, started_at, id);

-- Editions of the company's rules. The newest whose day has come is in force;
-- a case keeps the one it was judged by.
CREATE TABLE rule_edition (
	id           TEXT PRIMARY KEY,
	kind         TEXT NOT NULL CHECK (kind IN ('settings', 'calendar')),
	valid_from   BIGINT NOT NULL,
	body         TEXT NOT NULL,
	published_at BIGINT NOT NULL,
	published_by TEXT NOT NULL
);
CREATE INDEX rule_edition_by_kind ON rule_edition (kind, valid_from, id);
