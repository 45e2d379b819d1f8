-- Events that were handled: the row commits with the effect.
CREATE TABLE inbox (
    handler    text        NOT NULL,
    event_id   uuid        NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_inbox PRIMARY KEY (handler, event_id)
);
GRANT SELECT, INSERT, DELETE ON inbox TO ${role}_jobs;

-- How far a handler is with one aggregate; also the lock that puts its events in a row.
CREATE TABLE inbox_stream (
    handler      text   NOT NULL,
    aggregate_id uuid   NOT NULL,
    version      bigint NOT NULL DEFAULT 0,
    CONSTRAINT pk_inbox_stream PRIMARY KEY (handler, aggregate_id)
);
GRANT SELECT, INSERT, UPDATE ON inbox_stream TO ${role}_jobs;

-- Events that could not be handled (PARKED), and those that wait behind one or behind a gap (WAITING).
CREATE TABLE parked_event (
    id           uuid        NOT NULL CONSTRAINT pk_parked_event PRIMARY KEY,
    handler      text        NOT NULL,
    state        text        NOT NULL
        CONSTRAINT ck_parked_event_state CHECK (state IN ('PARKED', 'WAITING', 'HANDLED', 'DISCARDED')),
    topic        text        NOT NULL,
    kafka_partition integer  NOT NULL,
    kafka_offset bigint      NOT NULL,
    kafka_key    text,
    event_id     uuid        NOT NULL,
    event_type   text,
    aggregate_id uuid,
    version      bigint,
    agency_id    uuid,
    error_code   text,
    attempts     integer     NOT NULL DEFAULT 0,
    payload      bytea       NOT NULL,
    trace_id     text,
    parked_at    timestamptz NOT NULL DEFAULT now(),
    settled_at   timestamptz,
    settled_by   text,
    reason       text,
    CONSTRAINT uq_parked_event_handler_event UNIQUE (handler, event_id),
    CONSTRAINT ck_parked_event_settled CHECK ((state IN ('HANDLED', 'DISCARDED')) = (settled_at IS NOT NULL))
);
CREATE INDEX ix_parked_event_open ON parked_event (handler, aggregate_id, version)
    WHERE state IN ('PARKED', 'WAITING');
CREATE INDEX ix_parked_event_list ON parked_event (state, id);
COMMENT ON COLUMN parked_event.payload IS 'as received; never leaves the database: the dead-letter topic holds coordinates only';
GRANT SELECT, INSERT, UPDATE ON parked_event TO ${role}_jobs;
