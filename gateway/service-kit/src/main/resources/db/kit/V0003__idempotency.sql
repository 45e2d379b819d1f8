-- Answers of operations that were asked for with an Idempotency-Key; the row commits with the effect.
CREATE TABLE idempotency (
    client         text        NOT NULL,
    agency_id      uuid        NOT NULL,
    operation      text        NOT NULL,
    key            text        NOT NULL CONSTRAINT ck_idempotency_key CHECK (length(key) BETWEEN 1 AND 255),
    request_sha256 bytea       NOT NULL,
    status         smallint    NOT NULL,
    location       text,
    etag           text,
    body           text        NOT NULL,
    answered_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_idempotency PRIMARY KEY (client, agency_id, operation, key)
);
CREATE INDEX ix_idempotency_answered ON idempotency (answered_at);
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY idempotency_of_agency ON idempotency
    USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
GRANT SELECT, INSERT ON idempotency TO ${role}_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO ${role}_jobs;
