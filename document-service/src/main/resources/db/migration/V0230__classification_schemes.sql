-- Classification schemes in versions with dates, and the places of list lines in them.

create table classification_scheme (
    id uuid primary key,
    agency_id uuid not null,
    scheme_key text not null,
    number integer not null,
    title text not null,
    state text not null,
    valid_from date not null,
    valid_to date,
    content text not null,
    created_at timestamptz not null,
    created_by text not null,
    created_subject text not null,
    approved_at timestamptz,
    approved_by text,
    reference text,
    version bigint not null,
    constraint uq_classification_scheme_agency unique (agency_id, id),
    constraint uq_classification_scheme_number unique (agency_id, scheme_key, number),
    constraint ck_classification_scheme_state check (
        state in ('DRAFT', 'IN_FORCE')
        and (state = 'IN_FORCE') = (approved_at is not null and reference is not null)
        and (valid_to is null or (state = 'IN_FORCE' and valid_to >= valid_from))
    )
);
comment on table classification_scheme is 'Khung phân loại of the dossier list (Decree 30/2020 Annex V: by structure of the agency or by field of work). Headings and mapping are JSON of one version and never change.';
create index ix_classification_scheme_list on classification_scheme (agency_id, id desc);

create table scheme_placing (
    agency_id uuid not null,
    scheme_id uuid not null,
    list_item_id uuid not null,
    heading_code text not null,
    constraint pk_scheme_placing primary key (scheme_id, list_item_id),
    constraint fk_scheme_placing_scheme foreign key (agency_id, scheme_id) references classification_scheme (agency_id, id),
    constraint fk_scheme_placing_item foreign key (agency_id, list_item_id) references dossier_list_item (agency_id, id) on delete cascade
);
create index ix_scheme_placing_item on scheme_placing (list_item_id);

do $$
declare
    scoped text;
begin
    foreach scoped in array array['classification_scheme', 'scheme_placing'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
grant select, insert, update on classification_scheme to ${role}_app, ${role}_jobs;
grant select, insert, update, delete on scheme_placing to ${role}_app, ${role}_jobs;
