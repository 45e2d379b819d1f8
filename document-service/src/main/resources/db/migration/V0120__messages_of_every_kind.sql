-- Recalls, updates, replacements and status messages beside the messages of new documents; what was decided about each.

alter table edxml_message
    add column kind text not null default 'DOCUMENT',
    add column header text not null default '{"businessType":"0"}',
    add column document_key text,
    add column target_key text,
    add column related_id uuid,
    add column bus_id text,
    add column status_code text,
    add column decided_at timestamptz,
    add column decided_by text,
    add column reason text;
alter table edxml_message alter column proposal drop not null;
-- The owner is bound by row-level security as well: it steps aside for the rows that are there already.
alter table edxml_message no force row level security;
update edxml_message set document_key = external_document_id;
alter table edxml_message force row level security;
alter table edxml_message alter column document_key set not null;
alter table edxml_message drop constraint ck_edxml_message_state;
alter table edxml_message
    add constraint ck_edxml_message_kind check (kind in ('DOCUMENT', 'RECALL', 'UPDATE', 'REPLACE', 'STATUS')),
    add constraint ck_edxml_message_state check (
        state in ('RECEIVED', 'REGISTERED', 'RETURNED', 'WITHDRAWN', 'ACCEPTED', 'REFUSED', 'NOTED')
        and (state = 'REGISTERED') <= (document_id is not null)
        and (state = 'NOTED') = (kind = 'STATUS')
        and (state in ('RETURNED', 'REFUSED')) <= (reason is not null)
    ),
    add constraint uq_edxml_message_agency unique (agency_id, id),
    add constraint fk_edxml_message_related foreign key (agency_id, related_id) references edxml_message (agency_id, id);
comment on column edxml_message.document_key is 'DocumentId with the sender''s OrganId in its present form (organ_alias), so that an old and a new identifier meet.';
comment on column edxml_message.target_key is 'Document key of what a recall, an update or a replacement is about.';
comment on column edxml_message.header is 'What the message says, as text (EdxmlHeader); answers repeat it.';
create index ix_edxml_message_received on edxml_message (agency_id, id desc);
create index ix_edxml_message_open on edxml_message (agency_id, id desc) where state = 'RECEIVED';
create index ix_edxml_message_key on edxml_message (agency_id, document_key);
create index ix_edxml_message_document on edxml_message (document_id) where document_id is not null;

create table organ_alias (
    alias text primary key,
    code text not null,
    note text,
    version bigint not null,
    constraint ck_organ_alias_length check (length(alias) between 1 and 35 and length(code) between 1 and 35),
    constraint ck_organ_alias_other check (alias <> code)
);
comment on table organ_alias is 'Former OrganId (000.00.00.H57) to the e-identifier of Decision 20/2020/QD-TTg (H57); common to all agencies. Domain reference 2.7.';
create index ix_organ_alias_code on organ_alias (code);
grant select, insert, update on organ_alias to ${role}_app, ${role}_jobs;
