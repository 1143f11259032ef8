-- Which records name a file: asked for each download.
CREATE INDEX attachment_by_file ON attachment (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX satisfaction_by_file ON satisfaction_evidence (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX qualification_by_file ON qualification (file_id) WHERE file_id <> '';
