-- When a period ends, and what was chosen against the inherited rule.

-- The one place that knows the arithmetic: "tính từ năm công việc kết thúc". Null while nothing has started the period; a permanent one
-- never ends. A period that lasts until an event (instrument, asset) ends with the year of that event.
create function retention_expiry_year(kind text, years integer, counted_from text, ended date, event_on date) returns integer
    language sql immutable parallel safe as $$
    select extract(year from case counted_from when 'END_OF_WORK_YEAR' then ended else event_on end)::integer
        + case kind when 'PERMANENT' then null when 'YEARS' then years else 0 end
$$;

alter table dossier
    add column retention_event_on date,
    add column retention_event_note text,
    add column retention_inherited_rule text,
    add column retention_override_reason text,
    add column retention_expiry_year integer generated always as (
        retention_expiry_year(retention_kind, retention_years, retention_counted_from, case when state <> 'OPEN' then end_date end, retention_event_on)
    ) stored,
    add column retention_eligible_on date generated always as (
        make_date(
            retention_expiry_year(
                retention_kind, retention_years, retention_counted_from, case when state <> 'OPEN' then end_date end, retention_event_on
            ) + 1, 1, 1)
    ) stored,
    add constraint ck_dossier_retention_event check (retention_event_on is null or retention_counted_from <> 'END_OF_WORK_YEAR'),
    add constraint ck_dossier_retention_override check ((retention_inherited_rule is null) = (retention_override_reason is null));
comment on column dossier.retention_expiry_year is 'year(end of work, or event) + years; computed by the database, so that no writer can leave it stale.';
comment on column dossier.retention_eligible_on is 'First day on which appraisal may begin: 1 January after the expiry year.';
comment on column dossier.retention_inherited_rule is 'Rule of the list line or of the opening, when a person chose another one.';
create index ix_dossier_retention_eligible on dossier (agency_id, retention_eligible_on, id) where retention_eligible_on is not null;
create index ix_dossier_retention_waiting on dossier (agency_id, id)
    where retention_counted_from <> 'END_OF_WORK_YEAR' and retention_event_on is null and state <> 'OPEN';
create index ix_dossier_retention_rule on dossier (agency_id, retention_schedule_id, id);

-- A document has the period of its dossier; one that needs another has a row here.
create table document_retention (
    dossier_id uuid not null,
    document_id uuid not null,
    agency_id uuid not null,
    rule_code text not null,
    retention_code text not null,
    retention_kind text not null,
    retention_years integer,
    retention_basis text not null,
    retention_counted_from text not null,
    retention_certainty text not null,
    retention_schedule_id uuid references retention_schedule (id),
    reason text not null,
    decided_at timestamptz not null,
    decided_by text not null,
    constraint pk_document_retention primary key (dossier_id, document_id),
    constraint fk_document_retention_dossier foreign key (agency_id, dossier_id) references dossier (agency_id, id),
    constraint fk_document_retention_document foreign key (agency_id, document_id) references document (agency_id, id)
);

create table retention_override (
    id uuid primary key,
    agency_id uuid not null,
    dossier_id uuid not null,
    document_id uuid,
    from_rule text not null,
    to_rule text not null,
    from_period text not null,
    to_period text not null,
    reason text not null,
    decided_at timestamptz not null,
    decided_by text not null,
    constraint fk_retention_override_dossier foreign key (agency_id, dossier_id) references dossier (agency_id, id),
    constraint ck_retention_override_reason check (length(reason) > 0)
);
comment on table retention_override is 'Log: every time a person chose another rule than the inherited one, or went back to it.';
create index ix_retention_override_list on retention_override (agency_id, id desc);
create index ix_retention_override_at on retention_override (agency_id, decided_at);

do $$
declare
    scoped text;
begin
    foreach scoped in array array['document_retention', 'retention_override'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
grant select, insert, update, delete on document_retention to ${role}_app, ${role}_jobs;
grant select, insert on retention_override to ${role}_app, ${role}_jobs;
