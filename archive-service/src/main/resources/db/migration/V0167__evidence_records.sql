-- Evidence records (RFC 4998) over the packages, made in batches and renewed (adr/0114).

CREATE TABLE evidence_record_batch (
    id         uuid        NOT NULL,
    authority  text        NOT NULL,
    made_at    timestamptz NOT NULL,
    packages   integer     NOT NULL,
    stamps     integer     NOT NULL,
    ends_at    timestamptz NOT NULL,
    renew_at   timestamptz NOT NULL,
    problem    text,
    CONSTRAINT pk_evidence_record_batch PRIMARY KEY (id)
);
CREATE INDEX ix_evidence_record_batch_renew ON evidence_record_batch (renew_at);
COMMENT ON COLUMN evidence_record_batch.stamps IS 'Archive timestamps of each record: one more per renewal';
COMMENT ON COLUMN evidence_record_batch.ends_at IS 'When the certificate of the newest timestamp ends: renewed before';

CREATE TABLE evidence_record (
    holding_id  uuid   NOT NULL,
    pack_sha256 text   NOT NULL,
    agency_id   uuid   NOT NULL,
    batch_id    uuid   NOT NULL,
    record      bytea  NOT NULL,
    CONSTRAINT pk_evidence_record PRIMARY KEY (holding_id, pack_sha256),
    CONSTRAINT fk_evidence_record_batch FOREIGN KEY (batch_id) REFERENCES evidence_record_batch
);
CREATE INDEX ix_evidence_record_batch ON evidence_record (batch_id);
COMMENT ON COLUMN evidence_record.record IS 'EvidenceRecord in DER; its hash tree is reduced to this package';
CREATE TRIGGER evidence_record_kept BEFORE DELETE OR TRUNCATE ON evidence_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE evidence_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_record FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON evidence_record USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);

GRANT SELECT ON evidence_record TO ${role}_app;
GRANT SELECT, INSERT, UPDATE ON evidence_record, evidence_record_batch TO ${role}_jobs;
