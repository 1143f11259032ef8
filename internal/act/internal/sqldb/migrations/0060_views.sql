-- Filters of lists that people keep under a name. Bookkeeping: no fact about a matter.
CREATE TABLE saved_view (
	id          TEXT PRIMARY KEY,
	person_id   TEXT NOT NULL,
	intent      TEXT NOT NULL,               -- idempotency key it was saved with
	list        TEXT NOT NULL,
	name        TEXT NOT NULL,
	name_folded TEXT NOT NULL,
	filter      TEXT NOT NULL,               -- JSON
	shared_at   BIGINT,
	saved_at    BIGINT NOT NULL,
	UNIQUE (person_id, intent)
);
CREATE INDEX saved_view_by_list ON saved_view (list, name_folded, id);

-- Clocks to be counted again when a calendar year is loaded.
CREATE INDEX clock_provisional ON clock (id) WHERE missing_years <> '' AND met_at IS NULL AND cancelled_at IS NULL;
