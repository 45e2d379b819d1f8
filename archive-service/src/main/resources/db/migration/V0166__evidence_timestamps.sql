-- Timestamps (RFC 3161) over signed checkpoints, by authorities outside (adr/0113).

CREATE TABLE evidence_timestamp (
    authority  text        NOT NULL,
    size       bigint      NOT NULL,
    note       text        NOT NULL,
    token      bytea       NOT NULL,
    stamped_at timestamptz NOT NULL,
    CONSTRAINT pk_evidence_timestamp PRIMARY KEY (authority, size)
);
CREATE INDEX ix_evidence_timestamp_size ON evidence_timestamp (size DESC);
COMMENT ON TABLE evidence_timestamp IS 'Tokens over the SHA-256 of a signed checkpoint';
COMMENT ON COLUMN evidence_timestamp.note IS 'The checkpoint as it was signed';
COMMENT ON COLUMN evidence_timestamp.stamped_at IS 'genTime of the token: the clock of the authority';
CREATE TRIGGER evidence_timestamp_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_timestamp
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE evidence_authority (
    name     text        NOT NULL,
    next_at  timestamptz NOT NULL,
    problem  text,
    CONSTRAINT pk_evidence_authority PRIMARY KEY (name)
);
COMMENT ON COLUMN evidence_authority.next_at IS 'When it is asked next; moved forward by the instance that asks';

GRANT SELECT ON evidence_timestamp, evidence_authority TO ${role}_app, ${role}_jobs;
GRANT INSERT ON evidence_timestamp TO ${role}_jobs;
GRANT INSERT, UPDATE ON evidence_authority TO ${role}_jobs;
