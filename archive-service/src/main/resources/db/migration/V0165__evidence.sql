-- The evidence log (adr/0110, adr/0111): what becomes a leaf, the order of the leaves, the tree as tiles.

CREATE TABLE evidence_entry (
    audit_id       uuid        NOT NULL,
    position       bigint      GENERATED ALWAYS AS IDENTITY,
    agency_id      uuid        NOT NULL,
    recorded_at    timestamptz NOT NULL,
    action         text        NOT NULL,
    aggregate_type text        NOT NULL,
    aggregate_id   uuid        NOT NULL,
    once           bytea,
    salt           bytea       NOT NULL,
    body           text        NOT NULL,
    commitment     bytea       NOT NULL,
    log_index      bigint,
    logged_at      timestamptz,
    CONSTRAINT pk_evidence_entry PRIMARY KEY (audit_id),
    CONSTRAINT uq_evidence_entry_position UNIQUE (position),
    CONSTRAINT uq_evidence_entry_once UNIQUE (once),
    CONSTRAINT uq_evidence_entry_log_index UNIQUE (log_index),
    CONSTRAINT ck_evidence_entry_salt CHECK (length(salt) = 32),
    CONSTRAINT ck_evidence_entry_logged CHECK ((log_index IS NULL) = (logged_at IS NULL))
);
CREATE INDEX ix_evidence_entry_waiting ON evidence_entry (position) WHERE log_index IS NULL;
CREATE INDEX ix_evidence_entry_aggregate ON evidence_entry (aggregate_id, log_index);
COMMENT ON TABLE evidence_entry IS 'One row per leaf: the private body and what of it is public';
COMMENT ON COLUMN evidence_entry.once IS 'Reads only: the same for one caller, object and purpose within a window of five minutes';
COMMENT ON COLUMN evidence_entry.body IS 'The audit entry as JSON; its UTF-8 is what is hashed';
COMMENT ON COLUMN evidence_entry.commitment IS 'SHA-256(prefix || salt || body): the data of the leaf, see evidence.Commitment';
COMMENT ON COLUMN evidence_entry.log_index IS 'Place in the log from 0; null until the sequencer has given it one';

CREATE TABLE evidence_tile (
    level  smallint NOT NULL,
    index  bigint   NOT NULL,
    hashes bytea    NOT NULL,
    CONSTRAINT pk_evidence_tile PRIMARY KEY (level, index),
    CONSTRAINT ck_evidence_tile_hashes CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0)
);
COMMENT ON TABLE evidence_tile IS 'The hashes of the tree, 256 in a row (C2SP tlog-tiles)';
ALTER TABLE evidence_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE evidence_log (
    one            boolean     NOT NULL DEFAULT true,
    size           bigint      NOT NULL DEFAULT 0,
    published_size bigint      NOT NULL DEFAULT 0,
    published_at   timestamptz,
    note           text,
    epoch          bigint      NOT NULL DEFAULT 0,
    holder         uuid,
    leased_until   timestamptz,
    refusal        text,
    refused_at     timestamptz,
    CONSTRAINT pk_evidence_log PRIMARY KEY (one),
    CONSTRAINT ck_evidence_log_one CHECK (one),
    CONSTRAINT ck_evidence_log_published CHECK (published_size <= size)
);
COMMENT ON COLUMN evidence_log.note IS 'The signed checkpoint that was published last';
COMMENT ON COLUMN evidence_log.epoch IS 'Counts the holders: what an earlier one still does is refused';
COMMENT ON COLUMN evidence_log.refusal IS 'Why nothing is signed; null while all is well';
INSERT INTO evidence_log DEFAULT VALUES;

-- In the transaction of the audit entry, whoever writes it. Runs as the owner: requests have no right to write here.
CREATE FUNCTION evidence_of_audit(entry audit_entry) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    salt bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    once bytea;
    body text;
BEGIN
    -- A read: one leaf per caller, object, purpose (the action and what it names) and five minutes.
    IF entry.action IN ('readHoldingFile', 'exportHoldingPackage', 'exportHoldingProof') THEN
        once := sha256(convert_to(jsonb_build_array(
            entry.actor, entry.client, entry.action, entry.aggregate_id, entry.details,
            floor(extract(epoch FROM entry.recorded_at) / 300))::text, 'UTF8'));
    END IF;
    body := jsonb_build_object(
        'id', entry.id,
        'agencyId', entry.agency_id,
        'recordedAt', to_char(entry.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        'actor', entry.actor,
        'actorName', entry.actor_name,
        'client', entry.client,
        'job', entry.job,
        'action', entry.action,
        'aggregateType', entry.aggregate_type,
        'aggregateId', entry.aggregate_id,
        'version', entry.version,
        'details', entry.details,
        'traceparent', entry.traceparent)::text;
    INSERT INTO evidence_entry
        (audit_id, agency_id, recorded_at, action, aggregate_type, aggregate_id, once, salt, body, commitment)
    VALUES (entry.id, entry.agency_id, entry.recorded_at, entry.action, entry.aggregate_type, entry.aggregate_id,
        once, salt, body,
        sha256(convert_to('earchive-evidence-entry/v1', 'UTF8') || '\x00'::bytea || salt || convert_to(body, 'UTF8')))
    ON CONFLICT DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION evidence_of_audit(audit_entry) FROM PUBLIC;

CREATE FUNCTION evidence_of_new_audit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    PERFORM evidence_of_audit(NEW);
    RETURN NULL;
END $$;
CREATE TRIGGER audit_entry_evidence AFTER INSERT ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION evidence_of_new_audit();

-- What was done before there was a log is in it from now on.
ALTER TABLE audit_entry NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
    entry audit_entry;
BEGIN
    FOR entry IN SELECT * FROM audit_entry ORDER BY id LOOP
        PERFORM evidence_of_audit(entry);
    END LOOP;
END $$;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;

CREATE TRIGGER evidence_entry_append_only BEFORE DELETE OR TRUNCATE ON evidence_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- An entry gets its place once.
CREATE TRIGGER evidence_entry_place_is_final BEFORE UPDATE ON evidence_entry
    FOR EACH ROW WHEN (OLD.log_index IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_tile_append_only BEFORE DELETE OR TRUNCATE ON evidence_tile
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- A tile grows at its end.
CREATE TRIGGER evidence_tile_hashes_are_final BEFORE UPDATE ON evidence_tile
    FOR EACH ROW WHEN (substr(NEW.hashes, 1, length(OLD.hashes)) <> OLD.hashes)
    EXECUTE FUNCTION refuse_change();

ALTER TABLE evidence_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY evidence_entry_read ON evidence_entry FOR SELECT
    USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
CREATE POLICY evidence_entry_add ON evidence_entry FOR INSERT WITH CHECK (true);

-- Tiles and the head of the log are public; only the sequencer writes them.
GRANT SELECT ON evidence_entry, evidence_tile, evidence_log TO ${role}_app, ${role}_jobs;
GRANT UPDATE (log_index, logged_at) ON evidence_entry TO ${role}_jobs;
GRANT INSERT, UPDATE ON evidence_tile TO ${role}_jobs;
GRANT UPDATE ON evidence_log TO ${role}_jobs;
