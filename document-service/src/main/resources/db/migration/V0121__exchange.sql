-- What leaves for other agencies, one row per recipient; what came of each attempt; what a clerk has to look at.

create table outbound_message (
    id uuid primary key,
    agency_id uuid not null,
    kind text not null,
    business_type integer,
    status_code text,
    cause text not null,
    document_id uuid,
    answers_message_id uuid,
    document_key text not null,
    recipient_organ_id text not null,
    recipient_key text not null,
    recipient_name text not null,
    content text not null,
    answered_bus_id text,
    state text not null,
    state_reason text,
    attempts integer not null,
    next_attempt_at timestamptz,
    bus_id text,
    sent_at timestamptz,
    sha256 text,
    size bigint,
    recipient_status text,
    recipient_status_text text,
    recipient_status_at timestamptz,
    created_at timestamptz not null,
    created_by text not null,
    version bigint not null,
    constraint uq_outbound_message_agency unique (agency_id, id),
    constraint uq_outbound_message_cause unique (agency_id, recipient_key, cause),
    constraint fk_outbound_message_document foreign key (agency_id, document_id) references document (agency_id, id),
    constraint fk_outbound_message_answers foreign key (agency_id, answers_message_id) references edxml_message (agency_id, id),
    constraint ck_outbound_message_kind check (
        (kind = 'DOCUMENT' and business_type between 0 and 3 and document_id is not null and status_code is null)
        or (kind = 'STATUS' and business_type is null and answers_message_id is not null and status_code is not null)
    ),
    constraint ck_outbound_message_state check (state in ('QUEUED', 'WITHHELD', 'SENT', 'FAILED', 'GIVEN_UP')),
    constraint ck_outbound_message_due check ((state = 'QUEUED') = (next_attempt_at is not null)),
    constraint ck_outbound_message_sent check ((state = 'SENT') = (sent_at is not null))
);
comment on table outbound_message is 'Outbound queue: a message is sent to each recipient apart, so that one address that fails holds up no other.';
comment on column outbound_message.cause is 'What makes it the same message: the fact that called for it is queued once for a recipient, however often it is told.';
create index ix_outbound_message_due on outbound_message (next_attempt_at, id) where next_attempt_at is not null;
create index ix_outbound_message_list on outbound_message (agency_id, id desc);
create index ix_outbound_message_state on outbound_message (agency_id, state, id desc);
create index ix_outbound_message_document on outbound_message (document_id, id desc) where document_id is not null;
create index ix_outbound_message_answer on outbound_message (agency_id, document_key) where kind = 'DOCUMENT';

create table outbound_attempt (
    id uuid primary key,
    agency_id uuid not null,
    message_id uuid not null,
    attempted_at timestamptz not null,
    outcome text not null,
    code text not null,
    detail text,
    constraint fk_outbound_attempt_message foreign key (agency_id, message_id) references outbound_message (agency_id, id),
    constraint ck_outbound_attempt_outcome check (outcome in ('SENT', 'RETRY', 'FAILED'))
);
create index ix_outbound_attempt_message on outbound_attempt (message_id, id);

create table recipient_status (
    id uuid primary key,
    agency_id uuid not null,
    message_id uuid not null,
    status_code text not null,
    description text,
    stated_at text,
    received_at timestamptz not null,
    edxml_message_id uuid not null,
    constraint fk_recipient_status_message foreign key (agency_id, message_id) references outbound_message (agency_id, id),
    constraint uq_recipient_status unique (message_id, edxml_message_id)
);
comment on table recipient_status is 'What a recipient told of a document that we sent: every status message, the newest shown at its message.';
create index ix_recipient_status_message on recipient_status (message_id, id);

create table bus_document (
    agency_id uuid not null,
    bus_id text not null,
    state text not null,
    attempts integer not null,
    next_attempt_at timestamptz,
    edxml_message_id uuid,
    first_seen_at timestamptz not null,
    constraint pk_bus_document primary key (agency_id, bus_id),
    constraint ck_bus_document_state check (state in ('FETCHING', 'RECEIVED', 'FAILED')),
    constraint ck_bus_document_due check ((state = 'FETCHING') = (next_attempt_at is not null))
);
comment on table bus_document is 'Messages that the service bus holds for an agency; each is taken once.';
create index ix_bus_document_due on bus_document (next_attempt_at, agency_id) where next_attempt_at is not null;

create table exchange_failure (
    id uuid primary key,
    agency_id uuid not null,
    direction text not null,
    outbound_id uuid,
    bus_id text,
    code text not null,
    detail text,
    state text not null,
    failed_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by text,
    note text,
    version bigint not null,
    constraint fk_exchange_failure_outbound foreign key (agency_id, outbound_id) references outbound_message (agency_id, id),
    constraint ck_exchange_failure_direction check (
        (direction = 'OUT' and outbound_id is not null) or (direction = 'IN' and bus_id is not null)
    ),
    constraint ck_exchange_failure_state check (
        state in ('OPEN', 'REPLAYED', 'DISMISSED')
        and (state = 'OPEN') = (resolved_at is null)
        and (state = 'DISMISSED') <= (note is not null)
    )
);
comment on table exchange_failure is 'The desk where a clerk sees what failed and why, and replays or dismisses it.';
create index ix_exchange_failure_list on exchange_failure (agency_id, id desc);
create index ix_exchange_failure_state on exchange_failure (agency_id, state, id desc);
create unique index uq_exchange_failure_open_out on exchange_failure (outbound_id) where state = 'OPEN' and direction = 'OUT';
create unique index uq_exchange_failure_open_in on exchange_failure (agency_id, bus_id) where state = 'OPEN' and direction = 'IN';

do $$
declare
    scoped text;
begin
    foreach scoped in array array[
        'outbound_message', 'outbound_attempt', 'recipient_status', 'bus_document', 'exchange_failure'
    ] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
grant select, insert, update on outbound_message, outbound_attempt, recipient_status, bus_document, exchange_failure to ${role}_app, ${role}_jobs;
