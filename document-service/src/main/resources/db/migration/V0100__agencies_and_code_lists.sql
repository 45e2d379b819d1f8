-- Agencies and code lists are the city's common reference data: every agency reads them, so they carry no row-level security.

create table agency (
    id uuid primary key,
    code text not null,
    name text not null,
    parent_id uuid references agency (id),
    provisional boolean not null,
    valid_from date not null,
    valid_to date,
    version bigint not null,
    constraint uq_agency_code unique (code),
    constraint ck_agency_code_length check (length(code) between 1 and 35),
    constraint ck_agency_name_length check (length(name) between 1 and 200),
    constraint ck_agency_valid_to_after_from check (valid_to >= valid_from)
);
comment on column agency.code is 'Agency e-identifier, Decision 20/2020/QD-TTg: dotted, at most 35 characters. An attribute: the id is the identity.';

create table code_list_entry (
    list text not null,
    code text not null,
    label_vi text not null,
    label_en text not null,
    abbreviation text,
    active boolean not null default true,
    valid_from date not null,
    valid_to date,
    source text not null,
    constraint pk_code_list_entry primary key (list, code)
);
comment on table code_list_entry is 'Circular 05/2025/TT-BNV and QCVN 102:2016 codes (domain reference 2.8). A code is never reused.';

grant select, insert, update on agency to ${role}_app, ${role}_jobs;
grant select on code_list_entry to ${role}_app, ${role}_jobs;
