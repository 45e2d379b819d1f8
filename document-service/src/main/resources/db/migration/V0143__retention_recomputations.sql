-- A new version of a rule set applied to the dossiers that were fixed by the one before: planned, approved by its hash, done in batches.

create table retention_recomputation (
    id uuid primary key,
    agency_id uuid not null,
    from_schedule_id uuid not null references retention_schedule (id),
    to_schedule_id uuid not null references retention_schedule (id),
    plan_hash text not null,
    reason text not null,
    state text not null,
    total bigint not null,
    done bigint not null,
    changed bigint not null,
    last_dossier_id uuid,
    requested_at timestamptz not null,
    requested_by text not null,
    finished_at timestamptz,
    version bigint not null,
    constraint uq_retention_recomputation_agency unique (agency_id, id),
    constraint ck_retention_recomputation_state check (
        (state = 'RUNNING' and finished_at is null) or (state = 'SUCCEEDED' and finished_at is not null)
    )
);
create unique index uq_retention_recomputation_running on retention_recomputation (agency_id) where state = 'RUNNING';
create index ix_retention_recomputation_running on retention_recomputation (requested_at) where state = 'RUNNING';

create table retention_recomputation_item (
    recomputation_id uuid not null,
    dossier_id uuid not null,
    agency_id uuid not null,
    outcome text not null,
    from_rule text not null,
    from_period text not null,
    to_rule text,
    to_period text,
    constraint pk_retention_recomputation_item primary key (recomputation_id, dossier_id),
    constraint fk_retention_recomputation_item foreign key (agency_id, recomputation_id) references retention_recomputation (agency_id, id),
    constraint ck_retention_recomputation_item_outcome check (
        outcome in ('CHANGED', 'RELABELLED', 'SAME', 'OVERRIDDEN', 'SPLIT', 'DROPPED', 'SUBMITTED', 'IN_AGENCY_ARCHIVE')
    )
);

do $$
declare
    scoped text;
begin
    foreach scoped in array array['retention_recomputation', 'retention_recomputation_item'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
grant select, insert, update on retention_recomputation to ${role}_app, ${role}_jobs;
grant select, insert on retention_recomputation_item to ${role}_app, ${role}_jobs;
