-- The desk of what has no number yet: e-mails and scanned files; messages of other systems stay in edxml_message.

create table arrival (
    id uuid primary key,
    agency_id uuid not null,
    source text not null,
    state text not null,
    sender text,
    message_id text,
    object_key text,
    size bigint,
    sha256 text,
    proposal text not null,
    notes text not null,
    received_at timestamptz not null,
    received_by text not null,
    document_id uuid,
    decided_at timestamptz,
    decided_by text,
    reason text,
    version bigint not null,
    constraint uq_arrival_message unique (agency_id, message_id, sha256),
    constraint fk_arrival_document foreign key (agency_id, document_id) references document (agency_id, id),
    constraint ck_arrival_source check (
        (source = 'EMAIL') = (message_id is not null)
        and (source = 'EMAIL') = (object_key is not null and size is not null and sha256 is not null)
        and source in ('EMAIL', 'UPLOAD')
    ),
    constraint ck_arrival_state check (
        state in ('WAITING', 'REGISTERED', 'RETURNED', 'DISMISSED', 'MERGED')
        and (state = 'WAITING') = (decided_at is null)
        and (state in ('REGISTERED', 'MERGED')) = (document_id is not null)
        and (state in ('RETURNED', 'DISMISSED')) <= (reason is not null)
    ),
    constraint ck_arrival_message_id check (length(message_id) <= 998)
);
comment on table arrival is 'Decree 30/2020 Art 20-22: what arrives is received and checked before it is registered (domain reference 4.1).';
comment on column arrival.message_id is 'Message-ID of RFC 5322, empty when the message has none. With the digest of its bytes it tells a message that comes again.';
comment on column arrival.notes is 'What was noticed on arrival, as codes and arguments; the reader''s language makes the words.';
create index ix_arrival_state on arrival (agency_id, state, id);
create index ix_arrival_document on arrival (document_id) where document_id is not null;

alter table arrival enable row level security;
alter table arrival force row level security;
create policy agency_only on arrival using (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
grant select, insert, update on arrival to ${role}_app, ${role}_jobs;

alter table edxml_message drop constraint ck_edxml_message_state;
alter table edxml_message
    add constraint ck_edxml_message_state check (
        state in ('RECEIVED', 'REGISTERED', 'RETURNED', 'WITHDRAWN', 'ACCEPTED', 'REFUSED', 'DISMISSED', 'MERGED', 'NOTED')
        and (state in ('REGISTERED', 'MERGED')) <= (document_id is not null)
        and (state = 'NOTED') = (kind = 'STATUS')
        and (state in ('RETURNED', 'REFUSED', 'DISMISSED')) <= (reason is not null)
    );
