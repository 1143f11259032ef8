-- Staff: the company, departments, people, roles, designations (专人),
-- qualifications, absences. Days are texts 'YYYY-MM-DD' of China Standard Time.

CREATE TABLE company (
	id             TEXT PRIMARY KEY CHECK (id = 'company'),
	name           TEXT NOT NULL,
	home_provinces TEXT NOT NULL,              -- division codes, space separated (Q-05)
	time_zone      TEXT NOT NULL,
	form_no        TEXT NOT NULL,              -- printed on the complaint record
	version        BIGINT NOT NULL,
	recorded_at    BIGINT NOT NULL
);

CREATE TABLE department (
	id          TEXT PRIMARY KEY,
	code        TEXT NOT NULL,
	code_folded TEXT NOT NULL UNIQUE,
	name        TEXT NOT NULL,
	name_en     TEXT NOT NULL,
	kind        TEXT NOT NULL CHECK (kind IN ('quality', 'sales', 'reception', 'technical', 'production', 'purchasing', 'finance', 'other')),
	head_id     TEXT,                          -- person
	closed_at   BIGINT,
	version     BIGINT NOT NULL,
	recorded_at BIGINT NOT NULL
);

CREATE TABLE person (
	id            TEXT PRIMARY KEY,
	login         TEXT NOT NULL,
	login_folded  TEXT NOT NULL UNIQUE,
	name          TEXT NOT NULL,
	pinyin        TEXT NOT NULL,               -- for sorting: "zhang wei"
	find          TEXT NOT NULL,               -- folded name, readings, initials, login, phone, e-mail
	department_id TEXT,
	phone         TEXT NOT NULL,
	email         TEXT NOT NULL,
	password_hash TEXT NOT NULL,               -- argon2id; empty: cannot sign in
	password_at   BIGINT,                      -- when it was last set
	disabled_at   BIGINT,
	disable_reason TEXT NOT NULL DEFAULT '',
	version       BIGINT NOT NULL,
	recorded_at   BIGINT NOT NULL
);
CREATE INDEX person_by_name ON person (pinyin, id);
CREATE INDEX person_by_department ON person (department_id, pinyin, id);

CREATE TABLE person_role (
	person_id TEXT NOT NULL,
	role      TEXT NOT NULL,
	given_at  BIGINT NOT NULL,
	ended_at  BIGINT,
	PRIMARY KEY (person_id, role)
);
CREATE INDEX person_role_by_role ON person_role (role, person_id);

-- 2.1-a, 4.1-a, 4.3-a: at every moment a valid designation exists.
CREATE TABLE designation (
	id            TEXT PRIMARY KEY,
	function      TEXT NOT NULL CHECK (function IN ('complaint', 'survey', 'feedback')),
	person_id     TEXT NOT NULL,
	from_day      TEXT NOT NULL,
	to_day        TEXT,                        -- last day in force; NULL: until further notice
	lead_at       BIGINT,                      -- when made the lead of several (Q-16)
	designated_by TEXT NOT NULL,               -- person who decided it
	document_ref  TEXT NOT NULL,
	end_reason    TEXT NOT NULL,
	version       BIGINT NOT NULL,
	recorded_at   BIGINT NOT NULL
);
CREATE INDEX designation_by_function ON designation (function, from_day, id);
CREATE INDEX designation_by_person ON designation (person_id, from_day);

CREATE TABLE designation_deputy (
	designation_id TEXT NOT NULL,
	place          BIGINT NOT NULL,            -- who is asked first
	person_id      TEXT NOT NULL,
	PRIMARY KEY (designation_id, place)
);
CREATE INDEX designation_deputy_by_person ON designation_deputy (person_id);

-- 2.3-a: professional skills match.
CREATE TABLE qualification (
	id             TEXT PRIMARY KEY,
	person_id      TEXT NOT NULL,
	family         TEXT NOT NULL,              -- product family
	family_folded  TEXT NOT NULL,
	skill          TEXT NOT NULL,
	level          TEXT NOT NULL,
	certificate_no TEXT NOT NULL,
	issuer         TEXT NOT NULL,
	valid_from     TEXT NOT NULL,
	valid_to       TEXT NOT NULL,              -- last valid day; '9999-12-31': without end
	statutory      TEXT NOT NULL CHECK (statutory IN ('', 'electrician', 'pressure_vessel', 'lift', 'gas', 'other')),
	file_id        TEXT NOT NULL,              -- scan; '' for none
	ended_on       TEXT,                       -- withdrawn: first day no longer valid
	end_reason     TEXT NOT NULL,
	version        BIGINT NOT NULL,
	recorded_at    BIGINT NOT NULL
);
CREATE INDEX qualification_by_end ON qualification (valid_to, id);
CREATE INDEX qualification_by_person ON qualification (person_id, valid_to, id);
CREATE INDEX qualification_by_family ON qualification (family_folded, valid_to, id);

CREATE TABLE absence (
	id            TEXT PRIMARY KEY,
	person_id     TEXT NOT NULL,
	from_day      TEXT NOT NULL,
	to_day        TEXT NOT NULL,
	reason        TEXT NOT NULL CHECK (reason IN ('leave', 'sick', 'business_trip', 'training', 'other')),
	note          TEXT NOT NULL,
	cancelled_at  BIGINT,
	cancel_reason TEXT NOT NULL,
	version       BIGINT NOT NULL,
	recorded_at   BIGINT NOT NULL
);
CREATE INDEX absence_by_person ON absence (person_id, from_day);
CREATE INDEX absence_by_day ON absence (from_day, id);
