-- A database that has lost acts goes on from the published log (adr/0115): their leaves keep their places, their bodies are gone.

ALTER TABLE evidence_entry
    ALTER COLUMN agency_id      DROP NOT NULL,
    ALTER COLUMN recorded_at    DROP NOT NULL,
    ALTER COLUMN action         DROP NOT NULL,
    ALTER COLUMN aggregate_type DROP NOT NULL,
    ALTER COLUMN aggregate_id   DROP NOT NULL,
    ALTER COLUMN salt           DROP NOT NULL,
    ALTER COLUMN body           DROP NOT NULL,
    ADD CONSTRAINT ck_evidence_entry_whole_or_lost CHECK (
        num_nulls(agency_id, recorded_at, action, aggregate_type, aggregate_id, salt, body) = 0
        OR (num_nonnulls(agency_id, recorded_at, action, aggregate_type, aggregate_id, salt, body) = 0
            AND log_index IS NOT NULL));
COMMENT ON COLUMN evidence_entry.body IS 'The audit entry as JSON; its UTF-8 is what is hashed. Null, with all that it says, when a lost database took it away';
CREATE INDEX ix_evidence_entry_waiting_commitment ON evidence_entry (commitment) WHERE log_index IS NULL;

ALTER TABLE evidence_log
    ADD COLUMN adoption_requested_at timestamptz,
    ADD COLUMN adoption_of           bigint,
    ADD CONSTRAINT ck_evidence_log_adoption CHECK ((adoption_requested_at IS NULL) = (adoption_of IS NULL));
COMMENT ON COLUMN evidence_log.adoption_requested_at IS 'Since when the published log is being taken over; null when it is not';
COMMENT ON COLUMN evidence_log.adoption_of IS 'Leaves of the log that is taken over';

GRANT INSERT (audit_id, commitment, log_index, logged_at) ON evidence_entry TO ${role}_jobs;
GRANT UPDATE (adoption_requested_at, adoption_of) ON evidence_log TO ${role}_app;

-- Copies of signed checkpoints with other bodies (adr/0116).
CREATE TABLE evidence_witness (
    name            text        NOT NULL,
    next_at         timestamptz NOT NULL,
    size            bigint,
    witnessed_at    timestamptz,
    problem         text,
    contradicted_at timestamptz,
    CONSTRAINT pk_evidence_witness PRIMARY KEY (name),
    CONSTRAINT ck_evidence_witness_witnessed CHECK ((size IS NULL) = (witnessed_at IS NULL))
);
COMMENT ON TABLE evidence_witness IS 'Other bodies that keep checkpoints of the log';
COMMENT ON COLUMN evidence_witness.next_at IS 'When it is given the newest checkpoint next; moved forward by the instance that does';
COMMENT ON COLUMN evidence_witness.contradicted_at IS 'Since when it holds a checkpoint of this log that the database does not continue';
GRANT SELECT ON evidence_witness TO ${role}_app, ${role}_jobs;
GRANT INSERT, UPDATE ON evidence_witness TO ${role}_jobs;
