-- Rebuilding: the tables are written again from the stores into a schema of their own, then compared, and what is missing is taken over.

CREATE TABLE archive_rebuild (
    id           uuid        NOT NULL,
    agency_id    uuid        NOT NULL,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    mode         text        NOT NULL,
    republish    boolean     NOT NULL,
    stage        text        NOT NULL DEFAULT 'PREPARE',
    status       text        NOT NULL DEFAULT 'queued',
    at_place     text        COLLATE "C" NOT NULL DEFAULT '',
    at_table     text        NOT NULL DEFAULT '',
    at_key       text[]      NOT NULL DEFAULT '{}',
    lease        uuid,
    next_at      timestamptz NOT NULL,
    finished_at  timestamptz,
    objects      bigint      NOT NULL DEFAULT 0,
    packages     bigint      NOT NULL DEFAULT 0,
    papers       bigint      NOT NULL DEFAULT 0,
    records      bigint      NOT NULL DEFAULT 0,
    findings     bigint      NOT NULL DEFAULT 0,
    tables       jsonb       NOT NULL DEFAULT '{}',
    problem      text,
    report_id    text,
    report_sha256 text,
    CONSTRAINT pk_archive_rebuild PRIMARY KEY (id),
    CONSTRAINT ck_archive_rebuild_mode CHECK (mode IN ('COMPARE', 'RESTORE')),
    CONSTRAINT ck_archive_rebuild_stage CHECK (stage IN ('PREPARE', 'READ', 'RESTORE', 'COMPARE', 'REPORT', 'DONE')),
    CONSTRAINT ck_archive_rebuild_status CHECK (status IN ('queued', 'running', 'succeeded', 'partially', 'cancelled')),
    CONSTRAINT ck_archive_rebuild_finished CHECK ((finished_at IS NOT NULL) = (status IN ('succeeded', 'partially', 'cancelled')))
);
-- One at a time: there is one shadow.
CREATE UNIQUE INDEX uq_archive_rebuild_running ON archive_rebuild ((true)) WHERE finished_at IS NULL;
COMMENT ON COLUMN archive_rebuild.agency_id IS 'Of the operator who asked';
COMMENT ON COLUMN archive_rebuild.at_place IS 'Last place of the storage roots that was read; a worker that takes over goes on after it';
COMMENT ON COLUMN archive_rebuild.lease IS 'Of the worker that has it; what another one writes then is refused';

CREATE TABLE rebuild_finding (
    id         uuid        NOT NULL,
    rebuild_id uuid        NOT NULL,
    kind       text        NOT NULL,
    place      text        NOT NULL,
    store      text,
    detail     text        NOT NULL,
    seen_at    timestamptz NOT NULL,
    CONSTRAINT pk_rebuild_finding PRIMARY KEY (id),
    CONSTRAINT fk_rebuild_finding_rebuild FOREIGN KEY (rebuild_id) REFERENCES archive_rebuild,
    CONSTRAINT ck_rebuild_finding_kind CHECK (kind IN (
        'UNREADABLE', 'DAMAGED_COPY', 'NO_RECORD', 'TWICE', 'REFUSED', 'DIFFERENT', 'ONLY_IN_DATABASE', 'ONLY_IN_STORES'))
);
CREATE INDEX ix_rebuild_finding_rebuild ON rebuild_finding (rebuild_id, id);
COMMENT ON COLUMN rebuild_finding.place IS 'Prefix in the stores, or table and key of a row';

ALTER TABLE archive_rebuild ENABLE ROW LEVEL SECURITY;
ALTER TABLE archive_rebuild FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON archive_rebuild USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
GRANT SELECT, INSERT ON archive_rebuild TO ${role}_app;
GRANT SELECT, UPDATE ON archive_rebuild TO ${role}_jobs;
GRANT SELECT, INSERT ON rebuild_finding TO ${role}_jobs;

-- The shadow: the same tables by name, without rows. Made anew by each rebuild, so that it is always what the migrations made of the
-- tables; the code that takes custody writes into it as into the real ones. Requests have no rights there.
CREATE SCHEMA rebuilt;
GRANT USAGE ON SCHEMA rebuilt TO ${role}_jobs;

CREATE FUNCTION prepare_rebuild() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    shadow name;
BEGIN
    FOR shadow IN SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'rebuilt'::regnamespace AND c.relkind = 'r' LOOP
        EXECUTE format('DROP TABLE rebuilt.%I', shadow);
    END LOOP;
    FOR shadow IN SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND c.relname NOT IN ('flyway_schema_history', 'archive_rebuild', 'rebuild_finding') LOOP
        EXECUTE format(
            'CREATE TABLE rebuilt.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES INCLUDING GENERATED INCLUDING IDENTITY)',
            shadow, shadow);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON rebuilt.%I TO ${role}_jobs', shadow);
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION prepare_rebuild() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION prepare_rebuild() TO ${role}_jobs;
