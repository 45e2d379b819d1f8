-- What an agency and the archive have agreed on what is handed over; each change is a version of its own.

CREATE TABLE submission_agreement (
    agency_id uuid        NOT NULL,
    version   integer     NOT NULL,
    terms     jsonb       NOT NULL,
    made_by   text        NOT NULL,
    made_at   timestamptz NOT NULL,
    CONSTRAINT pk_submission_agreement PRIMARY KEY (agency_id, version),
    CONSTRAINT ck_submission_agreement_version CHECK (version > 0)
);
COMMENT ON TABLE submission_agreement IS 'Append-only; the highest version of an agency is in force';
COMMENT ON COLUMN submission_agreement.terms IS 'See agreement.AgreementTerms';

ALTER TABLE submission_agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE submission_agreement FORCE ROW LEVEL SECURITY;
CREATE POLICY own_agency ON submission_agreement
    USING (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);

GRANT SELECT, INSERT ON submission_agreement TO ${role}_app;
GRANT SELECT ON submission_agreement TO ${role}_jobs;
