-- Files by the SHA-256 of their content; the bytes lie in the blob store.
CREATE TABLE file (
	id           TEXT PRIMARY KEY,              -- SHA-256, hex
	name         TEXT NOT NULL,                 -- as first uploaded
	size         BIGINT NOT NULL,
	content_type TEXT NOT NULL,                 -- by its content, not by its name
	stored_at    BIGINT NOT NULL,
	stored_by    TEXT NOT NULL
);
