-- Custody: what the archive holds, in how many copies, for which agency.

CREATE TABLE agency (
    agency_id   uuid    NOT NULL,
    version     bigint  NOT NULL,
    code        text    NOT NULL,
    name        text    NOT NULL,
    parent_id   uuid,
    provisional boolean NOT NULL,
    valid_from  date    NOT NULL,
    valid_to    date,
    CONSTRAINT pk_agency PRIMARY KEY (agency_id),
    CONSTRAINT ck_agency_code_length CHECK (length(code) <= 35),
    CONSTRAINT ck_agency_valid_to_after_from CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE agency IS 'Agencies as document-service tells them; a copy, guarded by version';
COMMENT ON COLUMN agency.code IS 'Agency e-identifier, Decision 20/2020/QD-TTg (domain.md 2.7)';

-- One counter row per dossier, also for one that was only ever returned: the versions of its events have no gaps.
CREATE TABLE custody_version (
    dossier_id uuid   NOT NULL,
    agency_id  uuid   NOT NULL,
    version    bigint NOT NULL,
    CONSTRAINT pk_custody_version PRIMARY KEY (dossier_id),
    CONSTRAINT ck_custody_version_positive CHECK (version > 0)
);

CREATE TABLE holding (
    id                 uuid        NOT NULL,
    agency_id          uuid        NOT NULL,
    agency_code        text        NOT NULL,
    submission_id      uuid        NOT NULL,
    version            bigint      NOT NULL,
    state              text        NOT NULL,
    aip_id             text        NOT NULL,
    ocfl_version       text        NOT NULL,
    pack_sha256        text        NOT NULL,
    pack_size          bigint      NOT NULL,
    file_code          text        NOT NULL,
    archival_file_code text        NOT NULL,
    title              text        NOT NULL,
    retention_code     text        NOT NULL,
    access_mode        text        NOT NULL,
    start_date         date        NOT NULL,
    end_date           date        NOT NULL,
    description        jsonb       NOT NULL,
    accepted_at        timestamptz NOT NULL,
    stored_at          timestamptz,
    replicated_at      timestamptz,
    heal_at            timestamptz NOT NULL,
    heal_attempts      integer     NOT NULL DEFAULT 0,
    heal_problem       text,
    CONSTRAINT pk_holding PRIMARY KEY (id),
    CONSTRAINT uq_holding_aip UNIQUE (aip_id),
    CONSTRAINT ck_holding_state CHECK (state IN ('ACCEPTED', 'STORED', 'REPLICATED')),
    CONSTRAINT ck_holding_stored CHECK ((state = 'ACCEPTED') = (stored_at IS NULL)),
    CONSTRAINT ck_holding_replicated CHECK ((state = 'REPLICATED') = (replicated_at IS NOT NULL)),
    CONSTRAINT ck_holding_not_secret CHECK (access_mode IN ('01', '02')),
    CONSTRAINT ck_holding_retention_code CHECK (retention_code ~ '^0[1-7]$'),
    CONSTRAINT ck_holding_ended_after_start CHECK (end_date >= start_date)
);
CREATE INDEX ix_holding_agency_accepted ON holding (agency_id, accepted_at DESC, id DESC);
CREATE INDEX ix_holding_agency_file_code ON holding (agency_id, file_code);
CREATE INDEX ix_holding_under_replicated ON holding (heal_at) WHERE state = 'STORED';
COMMENT ON COLUMN holding.id IS 'The id of the dossier that it came from';
COMMENT ON COLUMN holding.version IS 'Version of the last event about it';
COMMENT ON COLUMN holding.archival_file_code IS 'arcFileCode = archive agency code + "." + fileCode (domain.md 2.7)';
COMMENT ON COLUMN holding.aip_id IS 'OBJID of the package and id of the OCFL object, urn:uuid:{UUID UPPER} (domain.md 2.7)';
COMMENT ON COLUMN holding.retention_code IS 'Code list maintenance 01-07 (domain.md 2.8)';
COMMENT ON COLUMN holding.access_mode IS '01 open, 02 conditional; 03 (secret) never enters (domain.md 1.4)';
COMMENT ON COLUMN holding.heal_at IS 'When the missing copies are made next; moved forward by the worker that took it';

CREATE TABLE holding_copy (
    holding_id  uuid        NOT NULL,
    store       text        NOT NULL,
    agency_id   uuid        NOT NULL,
    verified_at timestamptz NOT NULL,
    CONSTRAINT pk_holding_copy PRIMARY KEY (holding_id, store),
    CONSTRAINT fk_holding_copy_holding FOREIGN KEY (holding_id) REFERENCES holding
);
COMMENT ON TABLE holding_copy IS 'Complete, verified copies; at least two by C05 Art 26-31 (domain.md 1.2 preserve.backup)';

CREATE TABLE holding_file (
    holding_id  uuid    NOT NULL,
    file_id     uuid    NOT NULL,
    agency_id   uuid    NOT NULL,
    doc_code    text    NOT NULL,
    role        text    NOT NULL,
    name        text    NOT NULL,
    media_type  text    NOT NULL,
    puid        text,
    access_mode text    NOT NULL,
    path        text    NOT NULL,
    pack_key    text    NOT NULL,
    pack_offset bigint  NOT NULL,
    size        bigint  NOT NULL,
    sha256      text    NOT NULL,
    CONSTRAINT pk_holding_file PRIMARY KEY (holding_id, file_id),
    CONSTRAINT fk_holding_file_holding FOREIGN KEY (holding_id) REFERENCES holding,
    CONSTRAINT ck_holding_file_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_holding_file_range CHECK (pack_offset >= 0 AND size >= 0)
);
COMMENT ON COLUMN holding_file.media_type IS 'As identified by the intake, never as declared';
COMMENT ON COLUMN holding_file.puid IS 'PRONOM identifier, null where several are possible';
COMMENT ON COLUMN holding_file.access_mode IS 'Of the document that the file belongs to (domain.md 2.4)';

DO $$
DECLARE
    scoped text;
BEGIN
    FOREACH scoped IN ARRAY ARRAY['agency', 'custody_version', 'holding', 'holding_copy', 'holding_file'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', scoped);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', scoped);
        EXECUTE format(
            'CREATE POLICY own_agency ON %I USING (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)',
            scoped);
    END LOOP;
END $$;

GRANT SELECT ON agency, holding, holding_copy, holding_file TO ${role}_app;
GRANT SELECT, INSERT, UPDATE ON agency, custody_version, holding, holding_copy, holding_file TO ${role}_jobs;
