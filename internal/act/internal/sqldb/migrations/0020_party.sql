-- Chapter party: customers, contacts, sites, products, installed units.
-- Nothing is deleted: void with a reason. Personal data stands here and never
-- in the journal.

CREATE TABLE customer (
	id            TEXT PRIMARY KEY,
	version       BIGINT NOT NULL,
	code          TEXT NOT NULL,
	code_folded   TEXT NOT NULL UNIQUE,
	name          TEXT NOT NULL,
	name_folded   TEXT NOT NULL,
	pinyin        TEXT NOT NULL,               -- whole name in pinyin, for the order of lists
	kind          TEXT NOT NULL CHECK (kind IN ('direct', 'dealer', 'end_user', 'other')),
	level         TEXT NOT NULL CHECK (level IN ('standard', 'key')),
	address       TEXT NOT NULL,
	division_code TEXT NOT NULL,               -- GB/T 2260, empty when not known
	remarks       TEXT NOT NULL,
	import_id     TEXT,                        -- the import that brought it
	created_at    BIGINT NOT NULL,
	voided_at     BIGINT,
	void_reason   TEXT
);
CREATE INDEX customer_by_name ON customer (name_folded);
CREATE INDEX customer_by_pinyin ON customer (pinyin, id);
CREATE INDEX customer_by_import ON customer (import_id, id);

CREATE TABLE contact (
	id           TEXT PRIMARY KEY,
	version      BIGINT NOT NULL,
	customer_id  TEXT NOT NULL REFERENCES customer (id),
	name         TEXT NOT NULL,
	phone        TEXT NOT NULL,
	phone_folded TEXT NOT NULL,
	email        TEXT NOT NULL,
	position     TEXT NOT NULL,
	import_id    TEXT,
	created_at   BIGINT NOT NULL,
	voided_at    BIGINT,
	void_reason  TEXT
);
CREATE INDEX contact_by_customer ON contact (customer_id, id);
CREATE INDEX contact_by_phone ON contact (phone_folded);
CREATE INDEX contact_by_import ON contact (import_id, id);

CREATE TABLE site (
	id            TEXT PRIMARY KEY,
	version       BIGINT NOT NULL,
	customer_id   TEXT NOT NULL REFERENCES customer (id),
	name          TEXT NOT NULL,
	division_code TEXT NOT NULL,
	address       TEXT NOT NULL,
	place         TEXT NOT NULL CHECK (place IN ('', 'overseas', 'ship', 'offshore', 'listed')), -- '': mainland; others are region class special
	place_note    TEXT NOT NULL,
	import_id     TEXT,
	created_at    BIGINT NOT NULL,
	voided_at     BIGINT,
	void_reason   TEXT
);
CREATE INDEX site_by_customer ON site (customer_id, id);
CREATE INDEX site_by_import ON site (import_id, id);

CREATE TABLE product (
	id              TEXT PRIMARY KEY,
	version         BIGINT NOT NULL,
	code            TEXT NOT NULL,
	code_folded     TEXT NOT NULL UNIQUE,
	name_zh         TEXT NOT NULL,
	name_en         TEXT NOT NULL,
	pinyin          TEXT NOT NULL,
	family          TEXT NOT NULL,
	model           TEXT NOT NULL,
	model_folded    TEXT NOT NULL,
	warranty_months BIGINT NOT NULL,           -- 0: none set
	discontinued_on TEXT,
	import_id       TEXT,
	created_at      BIGINT NOT NULL,
	voided_at       BIGINT,
	void_reason     TEXT
);
CREATE INDEX product_by_pinyin ON product (pinyin, id);
CREATE INDEX product_by_model ON product (model_folded);
CREATE INDEX product_by_import ON product (import_id, id);

CREATE TABLE unit (
	id              TEXT PRIMARY KEY,
	version         BIGINT NOT NULL,
	product_id      TEXT NOT NULL REFERENCES product (id),
	customer_id     TEXT NOT NULL REFERENCES customer (id),
	site_id         TEXT REFERENCES site (id),
	serial_no       TEXT NOT NULL,             -- as typed
	serial_folded   TEXT NOT NULL,
	batch_no        TEXT NOT NULL,
	contract_no     TEXT NOT NULL,
	contract_folded TEXT NOT NULL,
	delivered_on    TEXT,                      -- YYYY-MM-DD
	warranty_to     TEXT,                      -- last day of the warranty period
	remarks         TEXT NOT NULL,
	import_id       TEXT,
	created_at      BIGINT NOT NULL,
	voided_at       BIGINT,
	void_reason     TEXT
);
CREATE UNIQUE INDEX unit_by_product_serial ON unit (product_id, serial_folded) WHERE voided_at IS NULL;
CREATE INDEX unit_by_serial ON unit (serial_folded, id);
CREATE INDEX unit_by_customer ON unit (customer_id, id);
CREATE INDEX unit_by_contract ON unit (contract_folded, id);
CREATE INDEX unit_by_import ON unit (import_id, id);

-- Where a unit stood before.
CREATE TABLE unit_move (
	id             TEXT PRIMARY KEY,
	unit_id        TEXT NOT NULL REFERENCES unit (id),
	customer_id    TEXT NOT NULL,
	site_id        TEXT,
	to_customer_id TEXT NOT NULL,
	to_site_id     TEXT,
	moved_on       TEXT NOT NULL,
	reason         TEXT NOT NULL,
	moved_by       TEXT NOT NULL,
	recorded_at    BIGINT NOT NULL
);
CREATE INDEX unit_move_by_unit ON unit_move (unit_id, id);

-- One row for each import of customers or units.
CREATE TABLE party_import (
	id         TEXT PRIMARY KEY,
	version    BIGINT NOT NULL,
	kind       TEXT NOT NULL CHECK (kind IN ('customers', 'units')),
	file_name  TEXT NOT NULL,
	rows_total BIGINT NOT NULL,
	rows_done  BIGINT NOT NULL,
	created    BIGINT NOT NULL,
	matched    BIGINT NOT NULL,
	refused    BIGINT NOT NULL,
	undone     BIGINT NOT NULL,
	kept       BIGINT NOT NULL,
	started_by TEXT NOT NULL,
	started_at BIGINT NOT NULL,
	undone_at  BIGINT
);
CREATE INDEX party_import_by_time ON party_import (started_at, id);
