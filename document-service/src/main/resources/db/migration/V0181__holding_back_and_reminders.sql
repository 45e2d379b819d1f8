-- Holding back with the head's consent (Decree 30/2020 Art 31.3d) and reminders of what is due.

create table hold_back (
    id uuid primary key,
    agency_id uuid not null,
    state text not null,
    reason text not null,
    held_until date not null,
    legal_basis text not null,
    requested_at timestamptz not null,
    requested_by text not null,
    requester text not null,
    decided_at timestamptz,
    decided_by text,
    decider text,
    note text,
    version bigint not null,
    constraint uq_hold_back_agency unique (agency_id, id),
    constraint ck_hold_back_state check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    constraint ck_hold_back_decided check ((state = 'REQUESTED') = (decided_at is null)),
    constraint ck_hold_back_two_people check (state not in ('APPROVED', 'REFUSED') or decider <> requester)
);
comment on column hold_back.requester is 'Subject of the token: two user names may change, two people stay two.';
create index ix_hold_back_list on hold_back (agency_id, id desc);

create table hold_back_item (
    hold_back_id uuid not null,
    dossier_id uuid not null,
    agency_id uuid not null,
    position integer not null,
    due_on date not null,
    outcome text not null,
    constraint pk_hold_back_item primary key (hold_back_id, dossier_id),
    constraint fk_hold_back_item_request foreign key (agency_id, hold_back_id) references hold_back (agency_id, id),
    constraint fk_hold_back_item_dossier foreign key (agency_id, dossier_id) references dossier (agency_id, id),
    constraint ck_hold_back_item_outcome check (outcome in ('WAITING', 'HELD', 'LEFT', 'NOT_HELD'))
);
comment on column hold_back_item.outcome is 'LEFT: the dossier was reopened or submitted while the request waited.';
create unique index uq_hold_back_item_waiting on hold_back_item (dossier_id) where outcome = 'WAITING';

alter table submission
    add column submitter text,
    add column confirm_due_on date,
    add column confirmed_at timestamptz,
    add column reminded_for date;
comment on column submission.confirm_due_on is 'Circular 05/2025: the current archive confirms within 60 days. Null: nothing to confirm.';
create index ix_submission_to_confirm on submission (confirm_due_on, id)
    where confirm_due_on is not null and confirmed_at is null and reminded_for is distinct from confirm_due_on;

create table reminder (
    id uuid primary key,
    agency_id uuid not null,
    kind text not null,
    subject_id uuid not null,
    label text not null,
    due_on date not null,
    days_before integer not null,
    person text,
    roles text[] not null,
    made_at timestamptz not null,
    constraint uq_reminder_once unique (kind, subject_id, due_on, days_before),
    constraint ck_reminder_kind check (kind in ('HAND_OVER', 'HOLD_BACK_END', 'CONFIRMATION'))
);
create index ix_reminder_list on reminder (agency_id, id desc);

grant select, insert, update on hold_back, hold_back_item, reminder to ${role}_app, ${role}_jobs;

do $$
declare
    scoped text;
begin
    foreach scoped in array array['hold_back', 'hold_back_item', 'reminder'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
