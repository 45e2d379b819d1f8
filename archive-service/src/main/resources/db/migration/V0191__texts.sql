-- The text of the holdings, derived: what stands here and in the bucket for texts can be lost and is made anew. No key refers to a
-- holding: what is derived stands in nobody's way.

CREATE TABLE holding_text (
    holding_id uuid        NOT NULL,
    agency_id  uuid        NOT NULL,
    text_id    uuid        NOT NULL DEFAULT gen_random_uuid(),
    version    bigint      NOT NULL DEFAULT 0,
    state      text        NOT NULL DEFAULT 'WAITING',
    generation integer     NOT NULL DEFAULT 0,
    next_at    timestamptz NOT NULL DEFAULT now(),
    attempts   integer     NOT NULL DEFAULT 0,
    claim      uuid,
    problem    text,
    told_at    timestamptz,
    CONSTRAINT pk_holding_text PRIMARY KEY (holding_id),
    CONSTRAINT uq_holding_text_text_id UNIQUE (text_id),
    CONSTRAINT ck_holding_text_state CHECK (state IN ('WAITING', 'NO_OCR', 'DONE'))
);
CREATE INDEX ix_holding_text_due ON holding_text (next_at) WHERE state = 'WAITING';
CREATE INDEX ix_holding_text_no_ocr ON holding_text (next_at) WHERE state = 'NO_OCR';
CREATE INDEX ix_holding_text_generation ON holding_text (generation, next_at) WHERE state <> 'WAITING';
COMMENT ON COLUMN holding_text.state IS 'NO_OCR: read as far as it goes without recognising pictures; taken up again where that can be done';
COMMENT ON COLUMN holding_text.version IS 'Of the last event about this text; 0 when none was told';
COMMENT ON COLUMN holding_text.generation IS 'earchive.text.generation under which it was made';
COMMENT ON COLUMN holding_text.next_at IS 'When it is due; moved forward by the worker that took it, and while it works';

CREATE TABLE file_text (
    holding_id    uuid        NOT NULL,
    file_id       uuid        NOT NULL,
    agency_id     uuid        NOT NULL,
    generation    integer     NOT NULL,
    state         text        NOT NULL,
    pages         integer     NOT NULL,
    pages_read    integer     NOT NULL,
    characters    bigint      NOT NULL,
    recognised    integer     NOT NULL,
    problem       text,
    object_key    text,
    object_sha256 text,
    extracted_at  timestamptz NOT NULL,
    CONSTRAINT pk_file_text PRIMARY KEY (holding_id, file_id),
    CONSTRAINT ck_file_text_state CHECK (state IN ('TEXT', 'EMPTY', 'NO_OCR', 'UNSUPPORTED', 'TOO_LARGE', 'FAILED')),
    CONSTRAINT ck_file_text_object CHECK ((object_key IS NULL) = (characters = 0) AND (object_key IS NULL) = (object_sha256 IS NULL))
);
COMMENT ON TABLE file_text IS 'A row per file that was looked into; what it says is in the bucket for texts, never here';
COMMENT ON COLUMN file_text.pages_read IS 'Fewer than pages when a limit was reached or the reader failed; the problem says which';
COMMENT ON COLUMN file_text.recognised IS 'Pages whose text was recognised in a picture';

ALTER TABLE holding_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE holding_text FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON holding_text USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
ALTER TABLE file_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_text FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON file_text USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
GRANT SELECT ON holding_text, file_text TO ${role}_app;
GRANT SELECT, INSERT, UPDATE ON holding_text, file_text TO ${role}_jobs;

-- Whoever takes a holding into custody, or gives it a new package, its text waits: the intake knows nothing of it.
CREATE FUNCTION holding_text_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.holding_text (holding_id, agency_id) VALUES (new.id, new.agency_id)
    ON CONFLICT (holding_id) DO UPDATE SET state = 'WAITING', next_at = now(), attempts = 0, claim = NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER holding_has_text AFTER INSERT ON holding FOR EACH ROW EXECUTE FUNCTION holding_text_waits();
CREATE TRIGGER holding_has_new_text AFTER UPDATE ON holding FOR EACH ROW
    WHEN (old.ocfl_version IS DISTINCT FROM new.ocfl_version) EXECUTE FUNCTION holding_text_waits();

INSERT INTO holding_text (holding_id, agency_id) SELECT id, agency_id FROM holding;
