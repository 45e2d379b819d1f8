-- The archive stores as operators see them. None of it belongs to an agency, so requests have no rights here; the service reads
-- and writes as a job and the audit trail names the operator.

CREATE TABLE store_comparison (
    id           uuid        NOT NULL,
    store        text        NOT NULL,
    requested_by text        NOT NULL,
    started_at   timestamptz NOT NULL,
    at_prefix    integer     NOT NULL DEFAULT 0,
    next_at      timestamptz NOT NULL,
    finished_at  timestamptz,
    objects      bigint      NOT NULL DEFAULT 0,
    files        bigint      NOT NULL DEFAULT 0,
    bytes        bigint      NOT NULL DEFAULT 0,
    missing      bigint      NOT NULL DEFAULT 0,
    changed      bigint      NOT NULL DEFAULT 0,
    untracked    bigint      NOT NULL DEFAULT 0,
    problem      text,
    CONSTRAINT pk_store_comparison PRIMARY KEY (id),
    CONSTRAINT ck_store_comparison_prefix CHECK (at_prefix BETWEEN 0 AND 4096)
);
CREATE UNIQUE INDEX uq_store_comparison_running ON store_comparison (store) WHERE finished_at IS NULL;
CREATE INDEX ix_store_comparison_store ON store_comparison (store, started_at DESC);
COMMENT ON COLUMN store_comparison.at_prefix IS 'First folders (000 to fff) that are compared; a worker that takes over goes on here';
COMMENT ON COLUMN store_comparison.next_at IS 'When it goes on; moved forward by the worker that took it';

CREATE TABLE store_difference (
    id            uuid        NOT NULL,
    comparison_id uuid        NOT NULL,
    kind          text        NOT NULL,
    place         text        NOT NULL,
    object_id     text,
    files         integer     NOT NULL,
    bytes         bigint      NOT NULL,
    seen_at       timestamptz NOT NULL,
    CONSTRAINT pk_store_difference PRIMARY KEY (id),
    CONSTRAINT fk_store_difference_comparison FOREIGN KEY (comparison_id) REFERENCES store_comparison,
    CONSTRAINT ck_store_difference_kind CHECK (kind IN ('MISSING', 'CHANGED', 'UNTRACKED'))
);
CREATE INDEX ix_store_difference_comparison ON store_difference (comparison_id, id);
COMMENT ON COLUMN store_difference.place IS 'Prefix of the object, or the key of a file outside of any object';
COMMENT ON COLUMN store_difference.object_id IS 'Null for what nobody has noted';

-- By which bucket a store was met last: one that was exchanged has another name.
CREATE TABLE archive_store (
    name     text        NOT NULL,
    identity text        NOT NULL,
    met_at   timestamptz NOT NULL,
    CONSTRAINT pk_archive_store PRIMARY KEY (name)
);

-- A store that was exchanged: its copies are noted as missing, step by step.
CREATE TABLE store_loss (
    id        uuid        NOT NULL,
    store     text        NOT NULL,
    seen_at   timestamptz NOT NULL,
    at_object text        NOT NULL DEFAULT '',
    copies    bigint      NOT NULL DEFAULT 0,
    noted_at  timestamptz,
    CONSTRAINT pk_store_loss PRIMARY KEY (id)
);
CREATE UNIQUE INDEX uq_store_loss_open ON store_loss (store) WHERE noted_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON store_comparison, store_loss, archive_store TO ${role}_jobs;
GRANT SELECT, INSERT ON store_difference TO ${role}_jobs;
