-- A schedule is reference data of the whole city: imported by the operator, read by every agency.

create table retention_schedule (
    id uuid primary key,
    title text not null,
    sample boolean not null,
    state text not null,
    source_sha256 text not null,
    rule_count integer not null,
    imported_at timestamptz not null,
    imported_by text not null,
    version bigint not null,
    constraint ck_retention_schedule_state check (state in ('CURRENT', 'SUPERSEDED')),
    constraint ck_retention_schedule_rule_count check (rule_count > 0)
);
comment on column retention_schedule.sample is 'True until a records manager has confirmed the rows against the official text.';
create unique index uq_retention_schedule_current on retention_schedule (state) where state = 'CURRENT';

create table retention_rule (
    id uuid primary key,
    schedule_id uuid not null references retention_schedule (id),
    position integer not null,
    code text not null,
    group_code text not null,
    group_title_vi text not null,
    group_title_en text,
    title text not null,
    case_text text,
    period_kind text not null,
    years integer,
    maintenance_code text not null,
    counted_from text not null,
    legal_basis text not null,
    basis_status text,
    certainty text not null,
    note text,
    search_text text not null,
    constraint uq_retention_rule_code unique (schedule_id, code),
    constraint uq_retention_rule_position unique (schedule_id, position),
    constraint ck_retention_rule_period check (
        (period_kind = 'YEARS' and years between 1 and 70) or (period_kind <> 'YEARS' and years is null)
    )
);
comment on column retention_rule.maintenance_code is 'Code list maintenance 01-07, Circular 05/2025/TT-BNV.';
comment on column retention_rule.search_text is 'Code, title and case without tones and in lower case.';

grant select, insert, update on retention_schedule, retention_rule to ${role}_app, ${role}_jobs;
