-- Clause 2.1: the record R1 《顾客投诉及处理记录表》 and what hangs on it.
CREATE TABLE complaint (
	id                TEXT PRIMARY KEY,
	number            TEXT NOT NULL UNIQUE,
	version           BIGINT NOT NULL,
	state             TEXT NOT NULL CHECK (state IN ('draft', 'registered', 'negotiating', 'handover_pending', 'with_quality',
	                  'opinion_signed', 'closed', 'withdrawn', 'void', 'merged')),
	class             TEXT NOT NULL CHECK (class IN ('unclassified', 'quality', 'non_quality')),
	severity          TEXT NOT NULL CHECK (severity IN ('minor', 'major', 'serious')),
	channel           TEXT NOT NULL,
	channel_note      TEXT NOT NULL,
	entry_mode        TEXT NOT NULL CHECK (entry_mode IN ('live', 'retrospective')),
	entry_reason      TEXT NOT NULL,
	import_id         TEXT,
	arrived_at        BIGINT NOT NULL,
	taken_at          BIGINT NOT NULL,
	recorded_at       BIGINT NOT NULL,
	recorded_by       TEXT NOT NULL,
	officer_id        TEXT NOT NULL,
	call_started_at   BIGINT,
	call_ended_at     BIGINT,
	letter_date       TEXT NOT NULL,
	fax_sender        TEXT NOT NULL,
	pages             BIGINT NOT NULL,
	anonymous_at      BIGINT,
	confidential_at   BIGINT,
	customer_id       TEXT,
	customer_name     TEXT NOT NULL,
	complainant_name  TEXT NOT NULL,
	complainant_role  TEXT NOT NULL,
	contact_name      TEXT NOT NULL,
	phone             TEXT NOT NULL,
	phone_folded      TEXT NOT NULL,
	email             TEXT NOT NULL,
	address           TEXT NOT NULL,
	site_id           TEXT,
	division_code     TEXT NOT NULL,
	region_class      TEXT NOT NULL,
	region_path       TEXT NOT NULL,
	contract_no       TEXT NOT NULL,
	contract_folded   TEXT NOT NULL,
	delivered_on      TEXT NOT NULL,
	account           TEXT NOT NULL,            -- 顾客反映的情况, in the customer's own words
	reception_summary TEXT NOT NULL,
	demand            TEXT NOT NULL,            -- space separated
	demand_note       TEXT NOT NULL,
	unknowns          TEXT NOT NULL,            -- field → why it is not known, JSON
	headline          TEXT NOT NULL,            -- what lists show
	product_text      TEXT NOT NULL,
	serial_text       TEXT NOT NULL,
	classified_at     BIGINT,
	handed_over_at    BIGINT,
	received_at       BIGINT,
	opinion_at        BIGINT,
	closed_at         BIGINT,
	close_kind        TEXT NOT NULL,            -- satisfied, exception, imported
	close_summary     TEXT NOT NULL,
	misclassified_at  BIGINT,                   -- 质检部 said the first class was plainly wrong (EC-01)
	reopen_count      BIGINT NOT NULL,
	merged_into       TEXT,
	next_due_at       BIGINT,                   -- earliest running clock
	next_step         TEXT NOT NULL
);
CREATE INDEX complaint_by_taken ON complaint (taken_at, id);
CREATE INDEX complaint_by_state ON complaint (state, taken_at, id);
CREATE INDEX complaint_by_due ON complaint (next_due_at, id) WHERE next_due_at IS NOT NULL;
CREATE INDEX complaint_by_customer ON complaint (customer_id, taken_at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX complaint_by_officer ON complaint (officer_id, taken_at, id);
CREATE INDEX complaint_by_phone ON complaint (phone_folded, taken_at) WHERE phone_folded <> '';
CREATE INDEX complaint_by_contract ON complaint (contract_folded, taken_at) WHERE contract_folded <> '';
CREATE INDEX complaint_by_merged ON complaint (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX complaint_by_import ON complaint (import_id, id) WHERE import_id IS NOT NULL;

-- Who takes part: "person:ID", "department:ID". Decides who may see it.
CREATE TABLE involvement (
	subject_id TEXT NOT NULL,
	who        TEXT NOT NULL,
	since      BIGINT NOT NULL,
	PRIMARY KEY (who, subject_id)
);
CREATE INDEX involvement_by_subject ON involvement (subject_id);

CREATE TABLE complaint_line (
	id            TEXT PRIMARY KEY,
	complaint_id  TEXT NOT NULL REFERENCES complaint (id),
	place         BIGINT NOT NULL,
	product_id    TEXT,
	product_name  TEXT NOT NULL,
	model         TEXT NOT NULL,
	serial_no     TEXT NOT NULL,
	serial_folded TEXT NOT NULL,
	batch_no      TEXT NOT NULL,
	quantity      BIGINT NOT NULL,
	defective     BIGINT NOT NULL,
	used_since    TEXT NOT NULL,
	symptom       TEXT NOT NULL,
	class         TEXT NOT NULL CHECK (class IN ('unclassified', 'quality', 'non_quality')),
	ended_at      BIGINT                        -- taken off the record; kept for its history
);
CREATE INDEX complaint_line_by_complaint ON complaint_line (complaint_id, place);
CREATE INDEX complaint_line_by_serial ON complaint_line (serial_folded, complaint_id) WHERE serial_folded <> '';

CREATE TABLE classification (
	id           TEXT PRIMARY KEY,
	complaint_id TEXT NOT NULL REFERENCES complaint (id),
	n            BIGINT NOT NULL,
	class        TEXT NOT NULL,
	reason_code  TEXT NOT NULL,
	reason       TEXT NOT NULL,
	evidence     TEXT NOT NULL,
	decided_by   TEXT NOT NULL,
	decided_at   BIGINT NOT NULL,
	UNIQUE (complaint_id, n)
);

CREATE TABLE contact_log (
	id           TEXT PRIMARY KEY,
	complaint_id TEXT NOT NULL REFERENCES complaint (id),
	kind         TEXT NOT NULL CHECK (kind IN ('contact', 'offer', 'final_offer', 'acknowledgement')),
	channel      TEXT NOT NULL,
	happened_at  BIGINT NOT NULL,
	person       TEXT NOT NULL,                 -- with whom
	said         TEXT NOT NULL,
	reaction     TEXT NOT NULL,
	next_step    TEXT NOT NULL,
	next_at      BIGINT,
	logged_by    TEXT NOT NULL,
	logged_at    BIGINT NOT NULL
);
CREATE INDEX contact_log_by_complaint ON contact_log (complaint_id, happened_at, id);

CREATE TABLE satisfaction_evidence (
	id           TEXT PRIMARY KEY,
	complaint_id TEXT NOT NULL REFERENCES complaint (id),
	method       TEXT NOT NULL CHECK (method IN ('signature', 'message', 'call_reference', 'survey')),
	said_by      TEXT NOT NULL,
	said_at      BIGINT NOT NULL,
	statement    TEXT NOT NULL,
	file_id      TEXT,
	recorded_by  TEXT NOT NULL,
	recorded_at  BIGINT NOT NULL
);
CREATE INDEX satisfaction_by_complaint ON satisfaction_evidence (complaint_id, recorded_at);

-- Closing without satisfaction: asked for by one, decided by another (2.1-h, Q-14).
CREATE TABLE closing_exception (
	id           TEXT PRIMARY KEY,
	complaint_id TEXT NOT NULL REFERENCES complaint (id),
	reason       TEXT NOT NULL,
	final_offer  TEXT NOT NULL,
	remedies     TEXT NOT NULL,
	asked_by     TEXT NOT NULL,
	asked_at     BIGINT NOT NULL,
	decided_by   TEXT,
	decided_at   BIGINT,
	approved_at  BIGINT,
	comment      TEXT NOT NULL
);
CREATE INDEX closing_exception_by_complaint ON closing_exception (complaint_id, asked_at);

CREATE TABLE handling_plan (
	id           TEXT PRIMARY KEY,
	complaint_id TEXT NOT NULL REFERENCES complaint (id),
	n            BIGINT NOT NULL,
	body         TEXT NOT NULL,
	written_by   TEXT NOT NULL,
	written_at   BIGINT NOT NULL,
	UNIQUE (complaint_id, n)
);

-- R2: letters and the like, with the custody of paper originals and samples.
CREATE TABLE attachment (
	id             TEXT PRIMARY KEY,
	complaint_id   TEXT NOT NULL REFERENCES complaint (id),
	file_id        TEXT,                        -- NULL for a physical item without a scan
	name           TEXT NOT NULL,
	kind           TEXT NOT NULL CHECK (kind IN ('letter', 'fax', 'photo', 'recording', 'sample', 'other')),
	title          TEXT NOT NULL,
	original_at    BIGINT,                      -- set when it is the original, not a copy
	pages          BIGINT NOT NULL,
	arrived_at     BIGINT NOT NULL,
	holder         TEXT NOT NULL,
	storage        TEXT NOT NULL,
	attached_by    TEXT NOT NULL,
	attached_at    BIGINT NOT NULL,
	handed_over_at BIGINT,
	handover_id    TEXT
);
CREATE INDEX attachment_by_complaint ON attachment (complaint_id, attached_at, id);

CREATE TABLE handover (
	id              TEXT PRIMARY KEY,
	complaint_id    TEXT NOT NULL REFERENCES complaint (id),
	n               BIGINT NOT NULL,
	papers_only_at  BIGINT,                     -- later papers, each with their own time (2.1-m)
	no_papers_at    BIGINT,                     -- "no papers" was ticked
	papers          TEXT NOT NULL,              -- the frozen list, JSON
	due_at          BIGINT,
	late_reason     TEXT NOT NULL,
	plan_missing_at BIGINT,                     -- no handling plan at the handover (2.1-k)
	handed_by       TEXT NOT NULL,
	handed_at       BIGINT NOT NULL,
	received_by     TEXT,
	received_at     BIGINT,
	returned_by     TEXT,
	returned_at     BIGINT,
	return_code     TEXT NOT NULL,
	return_reason   TEXT NOT NULL,
	UNIQUE (complaint_id, n)
);

CREATE TABLE consultation (
	id            TEXT PRIMARY KEY,
	complaint_id  TEXT NOT NULL REFERENCES complaint (id),
	department_id TEXT NOT NULL,
	question      TEXT NOT NULL,
	reply_by      BIGINT NOT NULL,
	clock_id      TEXT NOT NULL,
	asked_by      TEXT NOT NULL,
	asked_at      BIGINT NOT NULL,
	view          TEXT NOT NULL,
	measures      TEXT NOT NULL,
	dissent_at    BIGINT,                       -- the department disagrees; both views stay (2.1-o)
	answered_by   TEXT,
	answered_at   BIGINT
);
CREATE INDEX consultation_by_complaint ON consultation (complaint_id, asked_at, id);

CREATE TABLE handling_opinion (
	id                TEXT PRIMARY KEY,
	complaint_id      TEXT NOT NULL REFERENCES complaint (id),
	n                 BIGINT NOT NULL,
	body              TEXT NOT NULL,            -- 处理意见
	measures          TEXT NOT NULL,            -- [{what, owner, due_on}], JSON
	suspected_cause   TEXT NOT NULL,
	parts_to_bring    TEXT NOT NULL,
	interim           TEXT NOT NULL,            -- instruction to the customer until then
	containment       TEXT NOT NULL,
	disposition       TEXT NOT NULL,            -- expected
	site_visit        TEXT NOT NULL CHECK (site_visit IN ('yes', 'no')),
	no_visit_reason   TEXT NOT NULL,
	no_visit_consent  TEXT NOT NULL,
	alone_reason      TEXT NOT NULL,            -- why no department was asked (2.1-n)
	written_by        TEXT NOT NULL,
	written_at        BIGINT NOT NULL,
	signed_by         TEXT,
	signed_at         BIGINT,
	UNIQUE (complaint_id, n)
);
