-- What the checks of the copies found, and what became of it.

CREATE TABLE fixity_finding (
    id              uuid        NOT NULL,
    agency_id       uuid        NOT NULL,
    holding_id      uuid,
    object_id       text        NOT NULL,
    store           text        NOT NULL,
    path            text        NOT NULL,
    kind            text        NOT NULL,
    state           text        NOT NULL,
    expected_sha256 text,
    found_sha256    text,
    found_size      bigint,
    found_at        timestamptz NOT NULL,
    settled_at      timestamptz,
    source          text,
    CONSTRAINT pk_fixity_finding PRIMARY KEY (id),
    CONSTRAINT ck_fixity_finding_kind CHECK (kind IN ('MISSING', 'CHANGED', 'UNTRACKED')),
    CONSTRAINT ck_fixity_finding_state CHECK (state IN ('OPEN', 'REPAIRED', 'SET_ASIDE', 'UNREPAIRABLE', 'LEFT', 'GONE')),
    CONSTRAINT ck_fixity_finding_settled CHECK ((state IN ('REPAIRED', 'SET_ASIDE', 'GONE')) = (settled_at IS NOT NULL))
);
CREATE UNIQUE INDEX uq_fixity_finding_unsettled ON fixity_finding (object_id, store, path) WHERE settled_at IS NULL;
CREATE INDEX ix_fixity_finding_agency ON fixity_finding (agency_id, id DESC);
CREATE INDEX ix_fixity_finding_holding ON fixity_finding (holding_id, id) WHERE holding_id IS NOT NULL;
COMMENT ON COLUMN fixity_finding.path IS 'Relative to the object; empty when the whole object was missing';
COMMENT ON COLUMN fixity_finding.state IS 'OPEN: to be repaired; REPAIRED; SET_ASIDE: kept outside of the object; UNREPAIRABLE: no store had the right bytes, nothing was touched, it is tried again; LEFT: a person decides; GONE: a later check found it right';
COMMENT ON COLUMN fixity_finding.source IS 'Store whose verified bytes it was repaired with; null where they follow from a noted inventory';

CREATE TABLE fixity_event (
    id         uuid        NOT NULL,
    finding_id uuid        NOT NULL,
    agency_id  uuid        NOT NULL,
    at         timestamptz NOT NULL,
    state      text        NOT NULL,
    note       text,
    CONSTRAINT pk_fixity_event PRIMARY KEY (id),
    CONSTRAINT fk_fixity_event_finding FOREIGN KEY (finding_id) REFERENCES fixity_finding
);
CREATE INDEX ix_fixity_event_finding ON fixity_event (finding_id, id);
COMMENT ON TABLE fixity_event IS 'History of the findings, in order; material of the PREMIS events of type fixity check';
CREATE TRIGGER fixity_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fixity_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One row per agency, store and day: what the certificate of the year adds up.
CREATE TABLE fixity_tally (
    agency_id    uuid   NOT NULL,
    store        text   NOT NULL,
    day          date   NOT NULL,
    checks       bigint NOT NULL,
    files        bigint NOT NULL,
    bytes        bigint NOT NULL,
    found        bigint NOT NULL,
    repaired     bigint NOT NULL,
    set_aside    bigint NOT NULL,
    CONSTRAINT pk_fixity_tally PRIMARY KEY (agency_id, day, store)
);
COMMENT ON COLUMN fixity_tally.day IS 'In Asia/Ho_Chi_Minh';

DO $$
DECLARE
    scoped text;
BEGIN
    FOREACH scoped IN ARRAY ARRAY['fixity_finding', 'fixity_event', 'fixity_tally'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', scoped);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', scoped);
        EXECUTE format(
            'CREATE POLICY own_agency ON %I USING (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)',
            scoped);
    END LOOP;
END $$;

GRANT SELECT ON fixity_finding, fixity_event, fixity_tally TO ${role}_app;
GRANT SELECT, INSERT, UPDATE ON fixity_finding, fixity_tally TO ${role}_jobs;
GRANT SELECT, INSERT ON fixity_event TO ${role}_jobs;

-- An operator's wish to have every copy checked now.
CREATE TABLE fixity_round (
    id           uuid        NOT NULL,
    agency_id    uuid        NOT NULL,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    store        text,
    at_object    text        NOT NULL DEFAULT '',
    at_store     text        NOT NULL DEFAULT '',
    called_at    timestamptz,
    CONSTRAINT pk_fixity_round PRIMARY KEY (id)
);
CREATE INDEX ix_fixity_round_calling ON fixity_round (requested_at) WHERE called_at IS NULL;
COMMENT ON COLUMN fixity_round.agency_id IS 'Of the operator who asked';
COMMENT ON COLUMN fixity_round.at_object IS 'With at_store the last copy that was called, after which a worker that takes over goes on';
COMMENT ON COLUMN fixity_round.called_at IS 'When all copies were called; they are checked within the budget';
ALTER TABLE fixity_round ENABLE ROW LEVEL SECURITY;
ALTER TABLE fixity_round FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON fixity_round USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
GRANT SELECT, INSERT ON fixity_round TO ${role}_app;
GRANT SELECT, UPDATE ON fixity_round TO ${role}_jobs;
