-- What a holding counts for in registers and statistics. The description says it once and for all, so the database derives it: no
-- writer can forget it, and a rebuilt row counts the same.

CREATE FUNCTION described_file_count(dossier jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT count(*) FROM (
        SELECT jsonb_path_query(dossier, '$.documents[*].files[*]')
        UNION ALL SELECT jsonb_path_query(dossier, '$.mediaItems[*].files[*]')) file
$$;
CREATE FUNCTION described_bytes(dossier jsonb) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(sum(size::bigint), 0)::bigint FROM (
        SELECT jsonb_path_query(dossier, '$.documents[*].files[*].description.size') AS size
        UNION ALL SELECT jsonb_path_query(dossier, '$.mediaItems[*].files[*].description.size')) file
$$;

ALTER TABLE holding
    ADD COLUMN document_count integer GENERATED ALWAYS AS (coalesce(jsonb_array_length(description -> 'documents'), 0)) STORED,
    ADD COLUMN media_count integer GENERATED ALWAYS AS (coalesce(jsonb_array_length(description -> 'mediaItems'), 0)) STORED,
    ADD COLUMN file_count bigint GENERATED ALWAYS AS (described_file_count(description)) STORED,
    ADD COLUMN page_count bigint GENERATED ALWAYS AS (coalesce((description -> 'description' ->> 'pageCount')::bigint, 0)) STORED,
    ADD COLUMN content_bytes bigint GENERATED ALWAYS AS (described_bytes(description)) STORED,
    ADD COLUMN confidence_level text GENERATED ALWAYS AS (coalesce(description -> 'description' ->> 'confidenceLevel', '')) STORED;
COMMENT ON COLUMN holding.content_bytes IS 'Of the files that were handed over, without descriptions and schemas';
COMMENT ON COLUMN holding.confidence_level IS 'Code list confidenceLevel (domain.md 2.8)';

CREATE INDEX ix_holding_submission ON holding (submission_id);
CREATE INDEX ix_audit_entry_use ON audit_entry (agency_id, recorded_at)
    WHERE action IN ('readHoldingFile', 'exportHoldingPackage');
CREATE INDEX ix_audit_entry_accession ON audit_entry (agency_id, recorded_at) WHERE action = 'dossier.accept';

-- The open fonds (phông) of an agency has the agency's id and code (domain.md 2.2, 2.7).
CREATE TABLE fonds (
    id                     uuid        NOT NULL,
    agency_id              uuid        NOT NULL,
    version                bigint      NOT NULL,
    code                   text        NOT NULL,
    kind                   text        NOT NULL,
    status                 text        NOT NULL,
    title                  text        NOT NULL,
    administrative_history text,
    classification_scheme  text,
    languages              text[]      NOT NULL,
    backup_regime          boolean     NOT NULL,
    finding_aids           text,
    description            text,
    CONSTRAINT pk_fonds PRIMARY KEY (id),
    CONSTRAINT ck_fonds_kind CHECK (kind IN ('FONDS', 'WORKS', 'COLLECTION')),
    CONSTRAINT ck_fonds_status CHECK (status IN ('OPEN', 'CLOSED')),
    CONSTRAINT ck_fonds_version CHECK (version > 0)
);
CREATE INDEX ix_fonds_agency ON fonds (agency_id, code, id);
ALTER TABLE fonds ENABLE ROW LEVEL SECURITY;
ALTER TABLE fonds FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON fonds USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
GRANT SELECT, UPDATE ON fonds TO ${role}_app;
GRANT SELECT, INSERT, UPDATE ON fonds TO ${role}_jobs;

-- Whatever tells of an agency, its fonds is there; what archivists have written about it stays.
CREATE FUNCTION open_fonds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Named with its schema: a rebuild writes agencies under another search path.
    INSERT INTO public.fonds (id, agency_id, version, code, kind, status, title, languages, backup_regime)
    VALUES (new.agency_id, new.agency_id, 1, new.code, 'FONDS', 'OPEN', left('Phông ' || new.name, 200), '{01}', true)
    ON CONFLICT (id) DO UPDATE SET code = excluded.code, version = fonds.version + 1
        WHERE fonds.status = 'OPEN' AND fonds.code <> excluded.code;
    RETURN NULL;
END $$;
CREATE TRIGGER agency_opens_fonds AFTER INSERT OR UPDATE OF code ON agency FOR EACH ROW EXECUTE FUNCTION open_fonds();

INSERT INTO fonds (id, agency_id, version, code, kind, status, title, languages, backup_regime)
SELECT agency_id, agency_id, 1, code, 'FONDS', 'OPEN', left('Phông ' || name, 200), '{01}', true FROM agency;
