-- Packages (SIP) of other systems: uploaded in parts, read, handed to the intake (domain.md 3).

CREATE TABLE sip_package (
    id              uuid        NOT NULL,
    agency_id       uuid        NOT NULL,
    agency_code     text        NOT NULL,
    version         bigint      NOT NULL DEFAULT 1,
    file_name       text,
    sha256          text        NOT NULL,
    size            bigint      NOT NULL,
    part_size       bigint      NOT NULL,
    dry_run         boolean     NOT NULL,
    state           text        NOT NULL,
    created_at      timestamptz NOT NULL,
    created_by      text        NOT NULL,
    expires_at      timestamptz NOT NULL,
    completed_at    timestamptz,
    decided_at      timestamptz,
    report          jsonb,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    lease_token     uuid,
    problem_code    text,
    unpacked        boolean     NOT NULL DEFAULT false,
    CONSTRAINT pk_sip_package PRIMARY KEY (id),
    CONSTRAINT ck_sip_package_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_sip_package_size_positive CHECK (size > 0 AND part_size > 0),
    CONSTRAINT ck_sip_package_state CHECK (state IN ('UPLOADING', 'QUEUED', 'RECEIVED', 'CHECKED', 'REFUSED', 'EXPIRED')),
    CONSTRAINT ck_sip_package_decided CHECK ((state IN ('RECEIVED', 'CHECKED', 'REFUSED')) = (decided_at IS NOT NULL)),
    CONSTRAINT ck_sip_package_decided_with_report CHECK (decided_at IS NULL OR report IS NOT NULL)
);
-- The same bytes are the same package: sent again, they get the same answer.
CREATE UNIQUE INDEX uq_sip_package_bytes ON sip_package (agency_id, sha256, size, dry_run) WHERE state <> 'EXPIRED';
CREATE INDEX ix_sip_package_agency_created ON sip_package (agency_id, created_at DESC, id DESC);
CREATE INDEX ix_sip_package_queue ON sip_package (next_attempt_at) WHERE state = 'QUEUED';
CREATE INDEX ix_sip_package_uploading ON sip_package (expires_at) WHERE state = 'UPLOADING';
CREATE INDEX ix_sip_package_unpacked ON sip_package (decided_at, id) WHERE unpacked;
COMMENT ON TABLE sip_package IS 'A package as it was uploaded; its id is also the id of the submission in the intake';
COMMENT ON COLUMN sip_package.unpacked IS 'Whether unpacked files may lie in the working store; they go when every dossier is decided, the package itself stays';
COMMENT ON COLUMN sip_package.report IS 'What was found, per dossier; see PackageReport';

CREATE TABLE sip_package_part (
    package_id uuid        NOT NULL,
    number     integer     NOT NULL,
    agency_id  uuid        NOT NULL,
    size       bigint      NOT NULL,
    sha256     text        NOT NULL,
    stored_at  timestamptz NOT NULL,
    CONSTRAINT pk_sip_package_part PRIMARY KEY (package_id, number),
    CONSTRAINT fk_sip_package_part_package FOREIGN KEY (package_id) REFERENCES sip_package,
    CONSTRAINT ck_sip_package_part_number CHECK (number > 0)
);

ALTER TABLE sip_package ENABLE ROW LEVEL SECURITY;
ALTER TABLE sip_package FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON sip_package
    USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
ALTER TABLE sip_package_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE sip_package_part FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON sip_package_part
    USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON sip_package, sip_package_part TO ${role}_app;
GRANT SELECT, UPDATE ON sip_package TO ${role}_jobs;
GRANT SELECT, DELETE ON sip_package_part TO ${role}_jobs;
