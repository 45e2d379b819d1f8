-- The audit trail: written in the transaction of what it tells, never changed.
CREATE TABLE audit_entry (
    id             uuid        NOT NULL CONSTRAINT pk_audit_entry PRIMARY KEY,
    agency_id      uuid        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    actor          text        NOT NULL,
    actor_name     text,
    client         text,
    job            text,
    action         text        NOT NULL,
    aggregate_type text        NOT NULL,
    aggregate_id   uuid        NOT NULL,
    version        bigint      NOT NULL,
    details        jsonb       NOT NULL,
    traceparent    text        NOT NULL
);
CREATE INDEX ix_audit_entry_aggregate ON audit_entry (aggregate_id, id);
CREATE INDEX ix_audit_entry_agency ON audit_entry (agency_id, id);
COMMENT ON COLUMN audit_entry.actor IS 'subject of the token, or job:<name>';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', tg_table_name USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_entry_read ON audit_entry FOR SELECT
    USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
-- An act of one agency's person may concern another agency's object (an operator registers an agency).
CREATE POLICY audit_entry_add ON audit_entry FOR INSERT WITH CHECK (true);
GRANT SELECT, INSERT ON audit_entry TO ${role}_app, ${role}_jobs;
