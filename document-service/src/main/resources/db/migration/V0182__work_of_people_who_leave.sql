-- Staff who leave hand everything over (Decree 30/2020 Art 31.3đ): what was handed to whom, as it was at the time.

create table work_hand_over (
    id uuid primary key,
    agency_id uuid not null,
    leaver text not null,
    reason text not null,
    handed_at timestamptz not null,
    handed_by text not null,
    content text not null,
    content_sha256 text not null,
    constraint uq_work_hand_over_agency unique (agency_id, id)
);
comment on column work_hand_over.content is 'Minutes data as JSON; never changed. content_sha256 is of its UTF-8 bytes.';
create index ix_work_hand_over_list on work_hand_over (agency_id, id desc);

-- Documents of a person that are in no dossier.
create index ix_document_assignee on document (agency_id, assignee, id) where assignee is not null;

grant select, insert on work_hand_over to ${role}_app, ${role}_jobs;
alter table work_hand_over enable row level security;
alter table work_hand_over force row level security;
create policy agency_only on work_hand_over using (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);
