-- Every object in the archive stores that the archive answers for, and each of its copies.

CREATE TABLE kept_object (
    object_id      text        NOT NULL,
    root           text        COLLATE "C" NOT NULL,
    agency_id      uuid        NOT NULL,
    kind           text        NOT NULL,
    holding_id     uuid,
    retention_code text        NOT NULL,
    version        integer     NOT NULL,
    inventories    text[]      NOT NULL,
    listing        text,
    bytes          bigint      NOT NULL,
    kept_at        timestamptz NOT NULL,
    CONSTRAINT pk_kept_object PRIMARY KEY (object_id),
    CONSTRAINT uq_kept_object_root UNIQUE (root),
    CONSTRAINT uq_kept_object_holding UNIQUE (holding_id),
    CONSTRAINT fk_kept_object_holding FOREIGN KEY (holding_id) REFERENCES holding,
    CONSTRAINT ck_kept_object_kind CHECK (kind IN ('PACKAGE', 'PAPER')),
    CONSTRAINT ck_kept_object_package CHECK ((kind = 'PACKAGE') = (holding_id IS NOT NULL)),
    CONSTRAINT ck_kept_object_retention_code CHECK (retention_code ~ '^0[1-7]$'),
    CONSTRAINT ck_kept_object_version CHECK (version > 0),
    CONSTRAINT ck_kept_object_inventories CHECK (cardinality(inventories) IN (0, version)),
    CONSTRAINT ck_kept_object_bytes CHECK (bytes >= 0)
);
COMMENT ON TABLE kept_object IS 'OCFL objects: packages of holdings, and papers of the archive itself (custody, holds, decisions)';
COMMENT ON COLUMN kept_object.root IS 'SHA-256 of the object id, last folder of its place in the stores (OCFL layout 0004)';
COMMENT ON COLUMN kept_object.retention_code IS 'Code list maintenance 01-07 (domain.md 2.8): its value, which decides copies and how often it is checked';
COMMENT ON COLUMN kept_object.inventories IS 'Lower-case SHA-256 of the inventory of each version, from the first; empty where it was written before this was noted, until the first check';
COMMENT ON COLUMN kept_object.listing IS 'SHA-256 over names and sizes of the files of a good copy of this version, noted by its first check';
COMMENT ON COLUMN kept_object.bytes IS 'Of the newest package, as a measure of the work';

CREATE TABLE object_copy (
    object_id   text        NOT NULL,
    store       text        NOT NULL,
    agency_id   uuid        NOT NULL,
    state       text        NOT NULL,
    verified_at timestamptz,
    checked_at  timestamptz,
    next_at     timestamptz NOT NULL,
    attempts    integer     NOT NULL DEFAULT 0,
    problem     text,
    CONSTRAINT pk_object_copy PRIMARY KEY (object_id, store),
    CONSTRAINT fk_object_copy_object FOREIGN KEY (object_id) REFERENCES kept_object,
    CONSTRAINT ck_object_copy_state CHECK (state IN ('GOOD', 'MISSING', 'BAD')),
    CONSTRAINT ck_object_copy_good CHECK (state <> 'GOOD' OR verified_at IS NOT NULL)
);
CREATE INDEX ix_object_copy_good ON object_copy (next_at) WHERE state = 'GOOD';
CREATE INDEX ix_object_copy_missing ON object_copy (next_at) WHERE state = 'MISSING';
CREATE INDEX ix_object_copy_bad ON object_copy (next_at) WHERE state = 'BAD';
CREATE INDEX ix_object_copy_agency_store ON object_copy (agency_id, store, checked_at);
CREATE INDEX ix_object_copy_store ON object_copy (store, checked_at);
COMMENT ON TABLE object_copy IS 'One row per copy that should exist; at least two by C05 Art 26-31 (domain.md 1.2 preserve.backup)';
COMMENT ON COLUMN object_copy.state IS 'GOOD: whole and right when last verified; MISSING: not made yet; BAD: a check found it wrong or gone, see fixity_finding';
COMMENT ON COLUMN object_copy.verified_at IS 'When it was written or read whole and right, last';
COMMENT ON COLUMN object_copy.next_at IS 'When it is checked, made or repaired next; moved forward by the worker that took it';

INSERT INTO kept_object (object_id, root, agency_id, kind, holding_id, retention_code, version, inventories, bytes, kept_at)
SELECT aip_id, encode(sha256(convert_to(aip_id, 'UTF8')), 'hex'), agency_id, 'PACKAGE', id, retention_code, substr(ocfl_version, 2)::integer, '{}', pack_size, accepted_at
FROM holding;
INSERT INTO object_copy (object_id, store, agency_id, state, verified_at, next_at)
SELECT h.aip_id, c.store, c.agency_id, 'GOOD', c.verified_at, c.verified_at
FROM holding_copy c JOIN holding h ON h.id = c.holding_id;

DROP TABLE holding_copy;
DROP INDEX ix_holding_under_replicated;
ALTER TABLE holding DROP COLUMN heal_at, DROP COLUMN heal_attempts, DROP COLUMN heal_problem;

DO $$
DECLARE
    scoped text;
BEGIN
    FOREACH scoped IN ARRAY ARRAY['kept_object', 'object_copy'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', scoped);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', scoped);
        EXECUTE format(
            'CREATE POLICY own_agency ON %I USING (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)',
            scoped);
    END LOOP;
END $$;

GRANT SELECT ON kept_object, object_copy TO ${role}_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON kept_object, object_copy TO ${role}_jobs;
