-- Minutes of a hand-over (biên bản giao nhận), confirmed electronically by both sides.

create table hand_over_minutes (
    submission_id uuid primary key,
    agency_id uuid not null,
    made_at timestamptz not null,
    content text not null,
    content_sha256 text not null,
    delivered_at timestamptz,
    delivered_by text,
    deliverer text,
    deliverer_roles text,
    received_at timestamptz,
    received_by text,
    receiver text,
    receiver_roles text,
    version bigint not null,
    constraint fk_hand_over_minutes_submission foreign key (agency_id, submission_id) references submission (agency_id, id),
    constraint ck_hand_over_minutes_delivered check (num_nonnulls(delivered_at, delivered_by, deliverer, deliverer_roles) in (0, 4)),
    constraint ck_hand_over_minutes_received check (num_nonnulls(received_at, received_by, receiver, receiver_roles) in (0, 4)),
    constraint ck_hand_over_minutes_two_people check (deliverer <> receiver)
);
comment on table hand_over_minutes is 'Decree 30/2020 Art 30.3: made when the archive has decided on every dossier of the batch; the content never changes, both sides confirm its digest.';

alter table submission_item
    add column resubmission_of uuid,
    add column unchanged_files integer,
    add column new_files integer;
comment on column submission_item.resubmission_of is 'The submission from which this dossier came back.';
create index ix_submission_item_waiting on submission_item (submission_id, position) where state = 'SUBMITTED';

grant select, insert, update on hand_over_minutes to ${role}_app, ${role}_jobs;
alter table hand_over_minutes enable row level security;
alter table hand_over_minutes force row level security;
create policy agency_only on hand_over_minutes using (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
