-- Number series of outgoing documents, and the documents from draft to issue.

alter table number_series set (fillfactor = 50);
comment on table number_series is 'Decree 30/2020 Art 15 and 22: continuous series per agency, calendar year and key. The row is locked by the transaction that takes a number, so one that is rolled back leaves no gap. Half of a page stays free, so that an increment stays on it.';

create table number_scheme (
    agency_id uuid not null,
    scheme_year integer not null,
    mode text not null,
    type_groups text not null,
    issuer_abbreviation text,
    basis text,
    in_use boolean not null,
    version bigint not null,
    constraint pk_number_scheme primary key (agency_id, scheme_year),
    constraint ck_number_scheme_mode check (mode in ('ONE', 'PER_TYPE', 'GROUPS')),
    constraint ck_number_scheme_groups check ((mode = 'GROUPS') = (type_groups <> ''))
);
comment on table number_scheme is 'What the head decides on the series of administrative documents, Decree 30/2020 Art 15; it stands from the first number of the year on.';

create table outgoing_number (
    id uuid primary key,
    agency_id uuid not null,
    series_year integer not null,
    series_key text not null,
    number_value bigint not null,
    notation text,
    number_key text,
    state text not null,
    reason text,
    taken_on date not null,
    taken_by text not null,
    document_id uuid,
    version bigint not null,
    constraint uq_outgoing_number_agency unique (agency_id, id),
    constraint uq_outgoing_number_series unique (agency_id, series_year, series_key, number_value),
    constraint uq_outgoing_number_key unique (agency_id, series_year, number_key),
    constraint ck_outgoing_number_state check (
        case state
            when 'RESERVED' then reason is not null and document_id is null and number_key is null
            when 'USED' then document_id is not null and number_key is not null and notation is not null
            when 'VOID' then reason is not null
            else false
        end
    )
);
comment on constraint uq_outgoing_number_key on outgoing_number is 'Number and notation occur once in a year, on paper and electronically; a void number keeps its own.';

create table outgoing_document (
    id uuid primary key,
    agency_id uuid not null,
    state text not null,
    type_code text not null,
    type_name text not null,
    legal_normative boolean not null,
    notation text,
    unit_abbreviation text,
    issuer_name text not null,
    subject text not null,
    languages text not null,
    page_count integer not null,
    access_mode text not null,
    confidence_level text not null,
    urgency text not null,
    signer_position text not null,
    signer_name text not null,
    sign_capacity text,
    due_date date,
    copies integer,
    drafting_unit text,
    archive_copy_unit text,
    keywords text,
    description text,
    replaces_id uuid,
    corrects_id uuid,
    answers_id uuid,
    number_id uuid,
    number text,
    number_key text,
    register_year integer,
    issued_date date,
    replaced_by uuid,
    end_reason text,
    drafted_at timestamptz not null,
    drafted_by text not null,
    drafter text not null,
    issued_at timestamptz,
    issued_by text,
    version bigint not null,
    constraint uq_outgoing_document_agency unique (agency_id, id),
    constraint fk_outgoing_document_number foreign key (agency_id, number_id) references outgoing_number (agency_id, id),
    constraint fk_outgoing_document_replaces foreign key (agency_id, replaces_id) references outgoing_document (agency_id, id),
    constraint fk_outgoing_document_corrects foreign key (agency_id, corrects_id) references outgoing_document (agency_id, id),
    constraint fk_outgoing_document_answers foreign key (agency_id, answers_id) references document (agency_id, id),
    constraint ck_outgoing_document_state check (
        case
            when state in ('DRAFT', 'REVIEWED', 'APPROVED_TO_SIGN', 'SIGNED') then number_id is null and number is null and issued_date is null
            when state in ('NUMBERED', 'AGENCY_SIGNED') then number_id is not null and number is not null and issued_date is not null and issued_at is null
            when state in ('ISSUED', 'REPLACED', 'RECALLED', 'CORRECTED') then number_id is not null and number is not null and issued_at is not null
            else false
        end
    ),
    constraint ck_outgoing_document_not_secret check (access_mode in ('01', '02')),
    constraint ck_outgoing_document_one_relation check (replaces_id is null or corrects_id is null)
);
comment on table outgoing_document is 'Decree 30/2020 Art 10-19, fields of Annex VI (domain reference 2.5, 4.2). Issued, it has its frozen original in document and document_file under the same id.';
create index ix_outgoing_document_state on outgoing_document (agency_id, state, id);
create index ix_outgoing_document_year on outgoing_document (agency_id, register_year, id);
create index ix_outgoing_document_number_key on outgoing_document (agency_id, number_key);

create table outgoing_recipient (
    document_id uuid not null,
    position integer not null,
    agency_id uuid not null,
    organ_id text,
    name text not null,
    constraint pk_outgoing_recipient primary key (document_id, position),
    constraint fk_outgoing_recipient_document foreign key (agency_id, document_id) references outgoing_document (agency_id, id)
);

create table secret_stub (
    id uuid primary key,
    agency_id uuid not null,
    direction text not null,
    register_year integer not null,
    register_number bigint not null,
    security_class text not null,
    registered_on date not null,
    registered_by text not null,
    constraint uq_secret_stub_number unique (agency_id, direction, register_year, register_number),
    constraint ck_secret_stub_direction check (direction in ('INCOMING', 'OUTGOING')),
    constraint ck_secret_stub_class check (security_class in ('CONFIDENTIAL', 'SECRET', 'TOP_SECRET'))
);
comment on table secret_stub is 'Number slots of state-secret papers: their own series (Decree 30/2020 Art 15), nothing about their content, no file (domain reference 1.4).';

insert into code_list_entry (list, code, label_vi, label_en, abbreviation, valid_from, source) values
    ('sign-capacity', 'TM', 'Thay mặt', 'On behalf of', 'TM.', '2020-03-05', 'Decree 30/2020/ND-CP'),
    ('sign-capacity', 'KT', 'Ký thay', 'For', 'KT.', '2020-03-05', 'Decree 30/2020/ND-CP'),
    ('sign-capacity', 'TL', 'Thừa lệnh', 'By order of', 'TL.', '2020-03-05', 'Decree 30/2020/ND-CP'),
    ('sign-capacity', 'TUQ', 'Thừa ủy quyền', 'By authority of', 'TUQ.', '2020-03-05', 'Decree 30/2020/ND-CP'),
    ('sign-capacity', 'Q', 'Quyền', 'Acting', 'Q.', '2020-03-05', 'Decree 30/2020/ND-CP'),
    ('legal-normative-type', '01', 'Nghị quyết (quy phạm pháp luật)', 'Resolution (legal norms)', 'NQ', '2020-03-05', 'Decree 30/2020/ND-CP Art 15'),
    ('legal-normative-type', '02', 'Quyết định (quy phạm pháp luật)', 'Decision (legal norms)', 'QĐ', '2020-03-05', 'Decree 30/2020/ND-CP Art 15');

grant select, insert, update on number_scheme, outgoing_number, outgoing_document to ${role}_app, ${role}_jobs;
grant select, insert, update, delete on outgoing_recipient to ${role}_app, ${role}_jobs;
grant select, insert on secret_stub to ${role}_app, ${role}_jobs;

do $$
declare
    scoped text;
begin
    foreach scoped in array array['number_scheme', 'outgoing_number', 'outgoing_document', 'outgoing_recipient', 'secret_stub'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
