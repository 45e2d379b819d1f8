-- Dossier lists (danh mục hồ sơ) and dossiers (hồ sơ).

create table dossier_list (
    id uuid primary key,
    agency_id uuid not null,
    list_year integer not null,
    title text not null,
    state text not null,
    approval_reference text,
    created_at timestamptz not null,
    created_by text not null,
    version bigint not null,
    constraint uq_dossier_list_agency unique (agency_id, id),
    constraint uq_dossier_list_year unique (agency_id, list_year),
    constraint ck_dossier_list_state check (state = 'IN_USE')
);
comment on column dossier_list.approval_reference is 'Number and date of the paper by which the head approved the list, Decree 30/2020 Art 28.';

create table dossier_list_item (
    id uuid primary key,
    agency_id uuid not null,
    list_id uuid not null,
    position integer not null,
    notation text not null,
    title text not null,
    maker text,
    note text,
    rule_code text not null,
    retention_code text not null,
    retention_kind text not null,
    retention_years integer,
    retention_basis text not null,
    constraint uq_dossier_list_item_agency unique (agency_id, id),
    constraint uq_dossier_list_item_position unique (list_id, position),
    constraint uq_dossier_list_item_notation unique (list_id, notation),
    constraint fk_dossier_list_item_list foreign key (agency_id, list_id) references dossier_list (agency_id, id)
);

create table dossier (
    id uuid primary key,
    agency_id uuid not null,
    dossier_year integer not null,
    notation text not null,
    file_code text not null,
    title text not null,
    list_item_id uuid,
    rule_code text not null,
    retention_code text not null,
    retention_kind text not null,
    retention_years integer,
    retention_basis text not null,
    access_mode text not null,
    languages text not null,
    start_date date not null,
    end_date date,
    keywords text,
    description text,
    paper_file_code text,
    maker text not null,
    confidence_level text not null,
    document_count integer not null,
    page_count integer not null,
    state text not null,
    opened_on date not null,
    closed_on date,
    hand_over_due_on date,
    submission_id uuid,
    replicated_at timestamptz,
    version bigint not null,
    constraint uq_dossier_agency unique (agency_id, id),
    constraint uq_dossier_notation unique (agency_id, dossier_year, notation),
    constraint fk_dossier_list_item foreign key (agency_id, list_item_id) references dossier_list_item (agency_id, id),
    constraint ck_dossier_state check (
        case state
            when 'OPEN' then closed_on is null and hand_over_due_on is null and submission_id is null
            when 'CLOSED' then closed_on is not null and hand_over_due_on is not null and submission_id is null
            when 'SUBMITTED' then closed_on is not null and hand_over_due_on is not null and submission_id is not null
            when 'RETURNED' then closed_on is not null and hand_over_due_on is not null and submission_id is not null
            when 'IN_AGENCY_ARCHIVE' then closed_on is not null and hand_over_due_on is not null and submission_id is not null
            else false
        end
    ),
    constraint ck_dossier_closed_has_end check (state = 'OPEN' or end_date is not null),
    constraint ck_dossier_end_after_start check (end_date >= start_date),
    constraint ck_dossier_not_secret check (access_mode in ('01', '02')),
    constraint ck_dossier_replicated_after_custody check (replicated_at is null or state = 'IN_AGENCY_ARCHIVE')
);
comment on table dossier is 'Record fields of Circular 05/2025 (domain reference 2.3); life of domain reference 4.4.';
comment on column dossier.hand_over_due_on is 'Circular 05/2025 ch. IV: digital records go to the agency archive within 60 days after the work ends.';

create table dossier_document (
    dossier_id uuid not null,
    document_id uuid not null,
    agency_id uuid not null,
    ordinal integer not null,
    filed_at timestamptz not null,
    filed_by text not null,
    constraint pk_dossier_document primary key (dossier_id, document_id),
    constraint uq_dossier_document_ordinal unique (dossier_id, ordinal) deferrable initially deferred,
    constraint fk_dossier_document_dossier foreign key (agency_id, dossier_id) references dossier (agency_id, id),
    constraint fk_dossier_document_document foreign key (agency_id, document_id) references document (agency_id, id),
    constraint ck_dossier_document_ordinal check (ordinal >= 1)
);
create index ix_dossier_document_document on dossier_document (document_id);

grant select, insert, update on dossier_list, dossier_list_item, dossier to ${role}_app, ${role}_jobs;
grant select, insert, update, delete on dossier_document to ${role}_app, ${role}_jobs;
