CREATE TABLE probe (
    id        uuid   NOT NULL CONSTRAINT pk_probe PRIMARY KEY,
    agency_id uuid   NOT NULL,
    title     text   NOT NULL,
    version   bigint NOT NULL
);
ALTER TABLE probe ENABLE ROW LEVEL SECURITY;
ALTER TABLE probe FORCE ROW LEVEL SECURITY;
CREATE POLICY probe_of_agency ON probe
    USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON probe TO ${role}_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON probe TO ${role}_jobs;

-- What the probe's consumers did: one row for each effect, so that a second effect would show.
CREATE TABLE probe_effect (
    position     bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_probe_effect PRIMARY KEY,
    handler      text   NOT NULL,
    event_id     uuid   NOT NULL,
    aggregate_id uuid   NOT NULL,
    version      bigint NOT NULL
);
GRANT SELECT, INSERT ON probe_effect TO ${role}_jobs;
