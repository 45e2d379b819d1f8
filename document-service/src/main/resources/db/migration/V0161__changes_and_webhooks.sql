-- The change feed: every event that this service tells the suite, as ids, in an order in which nothing is ever passed over.

create table change_entry (
    position bigint generated always as identity primary key,
    agency_id uuid not null,
    event_id uuid not null,
    type text not null,
    aggregate_id uuid not null,
    version bigint not null,
    occurred_at timestamptz not null,
    sequence bigint,
    constraint uq_change_entry_sequence unique (agency_id, sequence),
    constraint ck_change_entry_sequence_positive check (sequence >= 1)
);
comment on table change_entry is 'Ids only. A row commits with its event and has no sequence; the sequencer numbers what it sees committed, one run at a time, so that a number never appears behind one that a reader has passed.';
create index ix_change_entry_unsequenced on change_entry (position) where sequence is null;
create index ix_change_entry_occurred on change_entry (agency_id, occurred_at);

create table change_sequence (
    agency_id uuid primary key,
    last bigint not null
);
comment on table change_sequence is 'How many changes of an agency have a number.';

create function record_change() returns trigger language plpgsql as $$
declare
    event jsonb := new.envelope::jsonb;
begin
    -- Agencies are the city's reference data, not something of one agency's work.
    if new.topic = 'agency.events' then
        return null;
    end if;
    insert into change_entry (agency_id, event_id, type, aggregate_id, version, occurred_at)
    values ((event ->> 'agencyid')::uuid, (event ->> 'id')::uuid, event ->> 'type', new.aggregate_id, new.version, (event ->> 'time')::timestamptz);
    return null;
end $$;
comment on function record_change is 'The feed tells the same facts as the events, whoever records them: it hangs on the outbox, not on the code.';

insert into change_entry (agency_id, event_id, type, aggregate_id, version, occurred_at)
select (envelope::jsonb ->> 'agencyid')::uuid, (envelope::jsonb ->> 'id')::uuid, envelope::jsonb ->> 'type', aggregate_id, version,
    (envelope::jsonb ->> 'time')::timestamptz
from outbox where topic <> 'agency.events' order by position;

create trigger outbox_is_a_change after insert on outbox for each row execute function record_change();

create table webhook (
    id uuid primary key,
    agency_id uuid not null,
    url text not null,
    event_types text not null,
    state text not null,
    last_sequence bigint not null,
    created_at timestamptz not null,
    created_by text not null,
    version bigint not null,
    constraint ck_webhook_state check (state in ('UNVERIFIED', 'ACTIVE', 'PAUSED', 'REFUSED', 'ENDED')),
    constraint ck_webhook_url check (length(url) <= 500),
    constraint ck_webhook_types check (length(event_types) <= 2000)
);
create index ix_webhook_agency on webhook (agency_id, id) where state <> 'ENDED';

-- Apart, so that no request can read one.
create table webhook_secret (
    webhook_id uuid primary key,
    agency_id uuid not null,
    secret bytea not null,
    constraint fk_webhook_secret_webhook foreign key (webhook_id) references webhook (id)
);

create table webhook_delivery (
    id uuid primary key,
    agency_id uuid not null,
    webhook_id uuid not null,
    kind text not null,
    sequence bigint,
    event_id uuid not null,
    type text not null,
    aggregate_id uuid,
    version bigint,
    occurred_at timestamptz not null,
    state text not null,
    attempts integer not null,
    due_at timestamptz not null,
    lease uuid,
    created_at timestamptz not null,
    settled_at timestamptz,
    constraint fk_webhook_delivery_webhook foreign key (webhook_id) references webhook (id),
    constraint uq_webhook_delivery_sequence unique (webhook_id, sequence),
    constraint ck_webhook_delivery_kind check (kind in ('CHALLENGE', 'CHANGE') and (kind = 'CHANGE') = (sequence is not null)),
    constraint ck_webhook_delivery_state check (state in ('PENDING', 'DELIVERED', 'DEAD') and (state = 'PENDING') = (settled_at is null))
);
create index ix_webhook_delivery_due on webhook_delivery (webhook_id, due_at, id) where state = 'PENDING';
create index ix_webhook_delivery_list on webhook_delivery (webhook_id, id);

create table webhook_attempt (
    id uuid primary key,
    agency_id uuid not null,
    delivery_id uuid not null,
    number integer not null,
    at timestamptz not null,
    duration_ms integer not null,
    status integer,
    error text,
    constraint fk_webhook_attempt_delivery foreign key (delivery_id) references webhook_delivery (id)
);
comment on table webhook_attempt is 'The delivery log: what each attempt came to; neither body nor address.';
create index ix_webhook_attempt_delivery on webhook_attempt (delivery_id, id);

do $$
declare
    scoped text;
begin
    foreach scoped in array array[
        'change_entry', 'change_sequence', 'webhook', 'webhook_secret', 'webhook_delivery', 'webhook_attempt'
    ] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        if scoped <> 'change_entry' then
            execute format(
                'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
        end if;
    end loop;
end
$$;
create policy change_entry_read on change_entry for select
    using (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
-- An act of one agency's person may be a change of another's (an operator registers an agency).
create policy change_entry_add on change_entry for insert with check (true);

grant select, insert on change_entry to ${role}_app;
grant select, insert on change_entry to ${role}_jobs;
grant update (sequence) on change_entry to ${role}_jobs;
grant select on change_sequence to ${role}_app;
grant select, insert, update on change_sequence to ${role}_jobs;
grant select, insert, update on webhook to ${role}_app, ${role}_jobs;
grant insert, delete, select (webhook_id, agency_id) on webhook_secret to ${role}_app;
grant select on webhook_secret to ${role}_jobs;
grant select, insert, update on webhook_delivery to ${role}_app, ${role}_jobs;
grant select on webhook_attempt to ${role}_app;
grant select, insert on webhook_attempt to ${role}_jobs;
