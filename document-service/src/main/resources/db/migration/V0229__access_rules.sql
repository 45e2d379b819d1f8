-- Rules of access, disclosure and personal data in versions of the agency, and what people decided.

create table access_rule_set (
    id uuid primary key,
    agency_id uuid not null,
    number integer not null,
    title text not null,
    state text not null,
    rules text not null,
    created_at timestamptz not null,
    created_by text not null,
    created_subject text not null,
    approved_at timestamptz,
    approved_by text,
    reference text,
    replaced_at timestamptz,
    version bigint not null,
    constraint uq_access_rule_set_agency unique (agency_id, id),
    constraint uq_access_rule_set_number unique (agency_id, number),
    constraint ck_access_rule_set_state check (
        case state
            when 'DRAFT' then approved_at is null and replaced_at is null
            when 'IN_FORCE' then approved_at is not null and reference is not null and replaced_at is null
            when 'REPLACED' then approved_at is not null and replaced_at is not null
            else false
        end
    )
);
comment on table access_rule_set is 'Law 33/2024 Art 25 (conditional access), Law 91/2025 (personal data), Law 117/2025 (State secrets). The rules are JSON of one version and never change.';
create unique index uq_access_rule_set_in_force on access_rule_set (agency_id) where state = 'IN_FORCE';
create index ix_access_rule_set_list on access_rule_set (agency_id, id desc);

create table access_choice (
    id uuid primary key,
    agency_id uuid not null,
    dossier_id uuid not null,
    document_id uuid,
    access_mode text not null,
    open_on date,
    personal_data text not null,
    legal_basis text,
    reason text not null,
    rule_set_id uuid,
    chosen_at timestamptz not null,
    chosen_by text not null,
    constraint fk_access_choice_dossier foreign key (agency_id, dossier_id) references dossier (agency_id, id),
    constraint fk_access_choice_document foreign key (agency_id, document_id) references document (agency_id, id),
    constraint fk_access_choice_rules foreign key (agency_id, rule_set_id) references access_rule_set (agency_id, id),
    constraint ck_access_choice_mode check (
        access_mode in ('01', '02')
        and (access_mode <> '02' or legal_basis is not null)
        and (open_on is null or access_mode = '02')
    ),
    constraint ck_access_choice_personal check (personal_data in ('NONE', 'BASIC', 'SENSITIVE'))
);
comment on table access_choice is 'Every decision of a person; the newest about a thing counts.';
create index ix_access_choice_dossier on access_choice (dossier_id, id);

do $$
declare
    scoped text;
begin
    foreach scoped in array array['access_rule_set', 'access_choice'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
grant select, insert, update on access_rule_set to ${role}_app, ${role}_jobs;
grant select, insert on access_choice to ${role}_app, ${role}_jobs;
