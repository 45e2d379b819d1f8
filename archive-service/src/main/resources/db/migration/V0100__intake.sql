-- Intake: what arrived, and how far each dossier of it has come (domain.md 4.5).

CREATE TABLE intake (
    submission_id    uuid        NOT NULL,
    agency_id        uuid        NOT NULL,
    agency_code      text,
    agency_name      text,
    submitted_by     text,
    manifest_bucket  text        NOT NULL,
    manifest_key     text        NOT NULL,
    manifest_sha256  text        NOT NULL,
    manifest_size    bigint      NOT NULL,
    submitted_at     timestamptz NOT NULL,
    received_at      timestamptz NOT NULL,
    dossier_count    integer     NOT NULL,
    CONSTRAINT pk_intake PRIMARY KEY (submission_id),
    CONSTRAINT ck_intake_manifest_sha256 CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT ck_intake_manifest_size_not_negative CHECK (manifest_size >= 0),
    CONSTRAINT ck_intake_has_dossiers CHECK (dossier_count > 0)
);
CREATE INDEX ix_intake_agency_received ON intake (agency_id, received_at DESC, submission_id DESC);
COMMENT ON TABLE intake IS 'A submission (nộp lưu) as received; D30 Art 30, C05 chapter IV (domain.md 4.5)';
COMMENT ON COLUMN intake.agency_code IS 'Code of the submitting agency at the time of submission, from the verified manifest (domain.md 2.7)';
COMMENT ON COLUMN intake.submitted_by IS 'User name of the submitter, from the verified manifest';

CREATE TABLE intake_dossier (
    id              uuid        NOT NULL,
    submission_id   uuid        NOT NULL,
    dossier_id      uuid        NOT NULL,
    agency_id       uuid        NOT NULL,
    state           text        NOT NULL,
    version         bigint      NOT NULL,
    decided_at      timestamptz,
    file_code       text,
    title           text,
    manifest        jsonb,
    report          jsonb,
    aip_created_at  timestamptz,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    lease_token     uuid,
    lease_until     timestamptz,
    problem_code    text,
    sweep_at        timestamptz,
    CONSTRAINT pk_intake_dossier PRIMARY KEY (id),
    CONSTRAINT fk_intake_dossier_intake FOREIGN KEY (submission_id) REFERENCES intake,
    CONSTRAINT uq_intake_dossier_once_per_submission UNIQUE (submission_id, dossier_id),
    CONSTRAINT ck_intake_dossier_state CHECK (state IN ('RECEIVED', 'CHECKING', 'BLOCKED', 'ACCEPTED', 'RETURNED')),
    CONSTRAINT ck_intake_dossier_decided CHECK ((state IN ('ACCEPTED', 'RETURNED')) = (decided_at IS NOT NULL)),
    CONSTRAINT ck_intake_dossier_decided_with_report CHECK (state NOT IN ('ACCEPTED', 'RETURNED') OR report IS NOT NULL),
    CONSTRAINT ck_intake_dossier_blocked_with_problem CHECK (state <> 'BLOCKED' OR problem_code IS NOT NULL),
    CONSTRAINT ck_intake_dossier_lease CHECK ((lease_token IS NULL) = (lease_until IS NULL)),
    CONSTRAINT ck_intake_dossier_lease_while_checking CHECK (lease_token IS NULL OR state = 'CHECKING')
);
CREATE INDEX ix_intake_dossier_waiting ON intake_dossier (next_attempt_at)
    WHERE state IN ('RECEIVED', 'CHECKING', 'BLOCKED');
CREATE INDEX ix_intake_dossier_sweep ON intake_dossier (sweep_at) WHERE sweep_at IS NOT NULL;
-- Two submissions of one dossier are checked one after the other, never at the same time.
CREATE UNIQUE INDEX uq_intake_dossier_one_at_a_time ON intake_dossier (dossier_id) WHERE state = 'CHECKING';
COMMENT ON COLUMN intake_dossier.id IS 'Also the UUID in the OBJID of the package, the same for every attempt';
COMMENT ON COLUMN intake_dossier.manifest IS 'The dossier as the verified manifest describes it; emptied with the decision';
COMMENT ON COLUMN intake_dossier.report IS 'Results of every check and all findings, written before the package is completed in a store';
COMMENT ON COLUMN intake_dossier.sweep_at IS 'When what earlier attempts left in the stores uncommitted is deleted; only after more than one attempt';
COMMENT ON COLUMN intake_dossier.aip_created_at IS 'Creation date of the package, fixed with the first attempt so that a repeated one makes the same package';

ALTER TABLE intake ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON intake
    USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
ALTER TABLE intake_dossier ENABLE ROW LEVEL SECURITY;
ALTER TABLE intake_dossier FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON intake_dossier
    USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);

GRANT SELECT ON intake, intake_dossier TO ${role}_app;
GRANT SELECT, INSERT, UPDATE ON intake, intake_dossier TO ${role}_jobs;
