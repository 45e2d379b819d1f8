-- One table of register lines for both directions; the state of handling stands in the line of an incoming document.

alter table document drop constraint ck_document_direction;
alter table document add constraint ck_document_direction check (direction in ('INCOMING', 'OUTGOING'));

alter table document add column handling_state text not null default 'REGISTERED';
alter table document add constraint ck_document_handling_state check (
    handling_state = 'REGISTERED'
    or direction = 'INCOMING'
        and handling_state in ('SUBMITTED_TO_LEADER', 'ASSIGNED', 'IN_PROGRESS', 'COMPLETED', 'RETURNED', 'RECALLED')
);
comment on column document.handling_state is 'Decree 30/2020 Art 20-24 (domain reference 4.1). FILED is derived from the dossiers.';

alter table document add column assignee text;
alter table document add constraint ck_document_assignee_length check (length(assignee) between 1 and 1000);
comment on column document.assignee is 'Unit or person that gets an incoming document, Decree 30/2020 Annex VI no. 19 (ToPlaces).';

-- A person may confirm that a second document with the same number, issuer and date is to be registered.
alter table document drop constraint uq_document_source;

-- The orders of the register's lists.
create index ix_document_arrivals on document (agency_id, register_year, register_number) where direction = 'INCOMING';
create index ix_document_handling on document (agency_id, handling_state, register_year, register_number) where direction = 'INCOMING';

create table draft_file (
    upload_id uuid primary key,
    agency_id uuid not null,
    document_id uuid not null,
    position integer not null,
    role text not null,
    constraint fk_draft_file_upload foreign key (upload_id) references upload (id),
    constraint uq_draft_file_position unique (document_id, position) deferrable initially deferred,
    constraint ck_draft_file_role check (role in ('MAIN', 'ATTACHMENT'))
);
comment on table draft_file is 'Files of an outgoing document before its issue; afterwards they are document_file and never change.';

grant select, insert, update, delete on draft_file to ${role}_app, ${role}_jobs;

alter table draft_file enable row level security;
alter table draft_file force row level security;
create policy agency_only on draft_file using (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
