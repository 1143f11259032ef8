-- What customers, products and units are found by while typing: folded pieces
-- of names, codes, phones and serial numbers. Derived, and written anew when
-- its source changes. Compared byte by byte, so that a prefix is a range.
CREATE TABLE party_key (
	what       TEXT NOT NULL,                  -- customer, product, unit
	key        TEXT NOT NULL COLLATE BINARY,
	subject_id TEXT NOT NULL,
	source_id  TEXT NOT NULL,                  -- the record the key was made from: the subject or a contact
	PRIMARY KEY (what, key, subject_id, source_id)
) WITHOUT ROWID;
CREATE INDEX party_key_by_subject ON party_key (subject_id, key);
