-- Fields that an agency adds to its documents and dossiers, and their values.

create table custom_field (
    id uuid primary key,
    agency_id uuid not null,
    subject text not null,
    type_code text not null,
    field_key text not null,
    number integer not null,
    label_vi text not null,
    label_en text not null,
    kind text not null,
    required boolean not null,
    max_length integer not null,
    codes text not null,
    state text not null,
    defined_at timestamptz not null,
    defined_by text not null,
    version bigint not null,
    constraint uq_custom_field_number unique (agency_id, subject, type_code, field_key, number),
    constraint ck_custom_field_subject check (subject in ('DOCUMENT', 'DOSSIER') and (type_code = '' or subject = 'DOCUMENT')),
    constraint ck_custom_field_kind check (kind in ('STRING', 'NUMBER', 'DATE', 'CODE') and (kind = 'CODE') = (codes <> '')),
    constraint ck_custom_field_state check (state in ('ACTIVE', 'REPLACED', 'RETIRED')),
    constraint ck_custom_field_length check (max_length between 1 and 500)
);
comment on column custom_field.type_code is 'Document type that has the field; empty for every one.';
comment on column custom_field.codes is 'One code a line, of the kind CODE.';
create unique index uq_custom_field_active on custom_field (agency_id, subject, type_code, field_key) where state = 'ACTIVE';
create index ix_custom_field_list on custom_field (agency_id, id desc);

create table custom_value (
    subject_id uuid not null,
    field_key text not null,
    agency_id uuid not null,
    subject text not null,
    field_value text not null,
    constraint pk_custom_value primary key (subject_id, field_key)
);
comment on table custom_value is 'Values of documents and dossiers; the audit trail keeps what was there before.';
create index ix_custom_value_exact on custom_value (agency_id, field_key, field_value);

do $$
declare
    scoped text;
begin
    foreach scoped in array array['custom_field', 'custom_value'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
grant select, insert, update on custom_field to ${role}_app, ${role}_jobs;
grant select, insert, update, delete on custom_value to ${role}_app, ${role}_jobs;
