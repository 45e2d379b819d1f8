-- Handling of incoming documents: who has one, until when, and everything that was done with it.

create table handling (
    document_id uuid primary key,
    agency_id uuid not null,
    leader text,
    lead_unit text,
    assignee text,
    due_date date,
    direction_text text,
    result text,
    answer_id uuid,
    is_open boolean not null,
    submitted_at timestamptz,
    assigned_at timestamptz,
    completed_at timestamptz,
    end_reason text,
    due_order date generated always as (coalesce(due_date, date '9999-12-31')) stored,
    constraint uq_handling_agency unique (agency_id, document_id),
    constraint fk_handling_document foreign key (agency_id, document_id) references document (agency_id, id),
    constraint fk_handling_answer foreign key (agency_id, answer_id) references document (agency_id, id)
);
comment on table handling is 'Decree 30/2020 Art 24: submitting, passing on and solving an incoming document. A document that was never submitted has no row.';
create index ix_handling_open on handling (agency_id, due_order, document_id) where is_open;

create table handling_co_unit (
    document_id uuid not null,
    position integer not null,
    agency_id uuid not null,
    unit text not null,
    person text,
    report text,
    reported_at timestamptz,
    constraint pk_handling_co_unit primary key (document_id, position),
    constraint fk_handling_co_unit_handling foreign key (agency_id, document_id) references handling (agency_id, document_id)
);

create table handling_entry (
    id uuid primary key,
    agency_id uuid not null,
    document_id uuid not null,
    act text not null,
    state text not null,
    text text,
    unit text,
    due_date date,
    at timestamptz not null,
    by_person text not null,
    constraint fk_handling_entry_document foreign key (agency_id, document_id) references document (agency_id, id)
);
comment on table handling_entry is 'The trace of handling, Decree 30/2020 Annex VI no. 20 (TraceHeaderList): opinions and states, never changed.';
create index ix_handling_entry_document on handling_entry (agency_id, document_id, id);

grant select, insert, update on handling to ${role}_app, ${role}_jobs;
grant select, insert, update, delete on handling_co_unit to ${role}_app, ${role}_jobs;
grant select, insert on handling_entry to ${role}_app, ${role}_jobs;

do $$
declare
    scoped text;
begin
    foreach scoped in array array['handling', 'handling_co_unit', 'handling_entry'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
create unique index uq_secret_stub_agency on secret_stub (agency_id, id);
