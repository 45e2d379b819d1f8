-- Events that wait for Kafka, and those that were sent: Kafka can be lost and refilled from here.
CREATE TABLE outbox (
    position     bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_outbox PRIMARY KEY,
    shard        smallint    NOT NULL CONSTRAINT ck_outbox_shard CHECK (shard BETWEEN 0 AND 15),
    topic        text        NOT NULL,
    aggregate_id uuid        NOT NULL,
    version      bigint      NOT NULL CONSTRAINT ck_outbox_version CHECK (version >= 1),
    envelope     text        NOT NULL,
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    sent_at      timestamptz,
    -- Two events of one version would leave consumers with two truths: the second transaction fails.
    CONSTRAINT uq_outbox_topic_aggregate_version UNIQUE (topic, aggregate_id, version)
);
-- The relay reads what is unsent, however long the history is.
CREATE INDEX ix_outbox_unsent ON outbox (position) WHERE sent_at IS NULL;
COMMENT ON COLUMN outbox.topic IS 'without the prefix of the deployment';
COMMENT ON COLUMN outbox.envelope IS 'CloudEvent 1.0, structured JSON, sent as it stands';

-- A request may add an event and read none, so it needs no row policy.
GRANT INSERT ON outbox TO ${role}_app;
GRANT SELECT, INSERT ON outbox TO ${role}_jobs;
GRANT UPDATE (sent_at) ON outbox TO ${role}_jobs;

-- Who sends a shard. The epoch grows with each new owner: a mark under an old one does not commit.
CREATE TABLE outbox_shard (
    shard        smallint    NOT NULL CONSTRAINT pk_outbox_shard PRIMARY KEY,
    owner        text,
    epoch        bigint      NOT NULL DEFAULT 0,
    leased_until timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO outbox_shard (shard) SELECT generate_series(0, 15);
GRANT SELECT, UPDATE ON outbox_shard TO ${role}_jobs;

-- Relays that are alive share the shards evenly.
CREATE TABLE outbox_relay (
    owner      text        NOT NULL CONSTRAINT pk_outbox_relay PRIMARY KEY,
    seen_until timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_relay TO ${role}_jobs;
