-- The spine: journal, seals, receipts, counters, numbers, cursors, leases.

CREATE TABLE journal (
	id              TEXT PRIMARY KEY,
	subject_kind    TEXT NOT NULL,
	subject_id      TEXT NOT NULL,
	n               BIGINT NOT NULL,           -- place in the subject's chain, from 1
	subject_version BIGINT NOT NULL,
	act             TEXT NOT NULL,
	obligations     TEXT NOT NULL,             -- space separated IDs of clauses.md
	actor_id        TEXT NOT NULL,
	happened_at     BIGINT NOT NULL,
	recorded_at     BIGINT NOT NULL,
	say             TEXT NOT NULL,
	zh              TEXT NOT NULL,
	en              TEXT NOT NULL,
	facts           TEXT NOT NULL,
	prev_hash       TEXT NOT NULL,
	hash            TEXT NOT NULL,
	UNIQUE (subject_id, n)
);
CREATE INDEX journal_by_time ON journal (recorded_at, id);

-- Committed lines that no seal holds yet.
CREATE TABLE journal_queue (
	line_id TEXT PRIMARY KEY
);

-- The gapless global order of lines, given by the sealer.
CREATE TABLE sealed_line (
	seq     BIGINT PRIMARY KEY,
	line_id TEXT NOT NULL UNIQUE,
	hash    TEXT NOT NULL,
	seal_no BIGINT NOT NULL
);

CREATE TABLE seal (
	no        BIGINT PRIMARY KEY,
	first_seq BIGINT NOT NULL,
	last_seq  BIGINT NOT NULL,
	root      TEXT NOT NULL,                   -- Merkle root (RFC 6962) of the lines' hashes
	prev_hash TEXT NOT NULL,
	hash      TEXT NOT NULL,
	sealed_at BIGINT NOT NULL
);

-- One row for each idempotency key; it lives as long as the record.
CREATE TABLE receipt (
	actor_id     TEXT NOT NULL,
	key          TEXT NOT NULL,
	act          TEXT NOT NULL,
	payload_hash TEXT NOT NULL,
	answer       TEXT NOT NULL,
	replays      BIGINT NOT NULL,
	recorded_at  BIGINT NOT NULL,
	PRIMARY KEY (actor_id, key)
);

-- Counters kept in the act's transaction. shard spreads the row locks of
-- several replicas; a reader adds the shards up.
CREATE TABLE counter (
	name   TEXT NOT NULL,
	bucket TEXT NOT NULL,
	shard  BIGINT NOT NULL,
	n      BIGINT NOT NULL,
	PRIMARY KEY (name, bucket, shard)
);

-- Gapless numbers, one row for each series and year.
CREATE TABLE number_series (
	series TEXT NOT NULL,
	year   BIGINT NOT NULL,
	last   BIGINT NOT NULL,
	PRIMARY KEY (series, year)
);

-- Rows that serialise acts whose guard spans several rows.
CREATE TABLE act_lock (
	name TEXT PRIMARY KEY,
	n    BIGINT NOT NULL
);

-- How far each follower has read the sealed lines.
CREATE TABLE cursor_at (
	name TEXT PRIMARY KEY,
	seq  BIGINT NOT NULL
);

-- Who of several replicas does a periodic duty now.
CREATE TABLE lease (
	name   TEXT PRIMARY KEY,
	holder TEXT NOT NULL,
	until  BIGINT NOT NULL
);

CREATE TABLE session (
	token_hash  TEXT PRIMARY KEY,
	id          TEXT NOT NULL UNIQUE,
	person_id   TEXT NOT NULL,
	created_at  BIGINT NOT NULL,
	seen_at     BIGINT NOT NULL,
	revoked_at  BIGINT,
	address     TEXT NOT NULL,
	device      TEXT NOT NULL
);
CREATE INDEX session_by_person ON session (person_id, created_at);

CREATE TABLE login_throttle (
	name     TEXT PRIMARY KEY,                 -- "login:x" or "address:y"
	tries    BIGINT NOT NULL,
	since    BIGINT NOT NULL
);

-- Texts waiting for the search index; the newest text of a record replaces the older.
CREATE TABLE search_queue (
	subject_id TEXT PRIMARY KEY,
	kind       TEXT NOT NULL,
	title      TEXT NOT NULL,
	body       TEXT NOT NULL,
	queued_at  BIGINT NOT NULL
);
CREATE INDEX search_queue_by_time ON search_queue (queued_at, subject_id);
