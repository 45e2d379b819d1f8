-- Agencies for training, and the reset of their data.

alter table agency add column training boolean not null default false;
comment on column agency.training is 'Said when the agency is entered and never changed: a real agency cannot be reset.';

create table training_reset (
    id uuid primary key,
    agency_id uuid not null,
    requested_at timestamptz not null,
    requested_by text not null,
    rows_removed bigint not null default 0,
    objects_removed bigint not null default 0,
    tables_kept text,
    finished_at timestamptz
);
comment on column training_reset.tables_kept is 'Tables that did not let their rows go (append-only), separated by blanks.';
create unique index uq_training_reset_running on training_reset (agency_id) where finished_at is null;

grant select, insert, update on training_reset to ${role}_app, ${role}_jobs;
alter table training_reset enable row level security;
alter table training_reset force row level security;
create policy agency_only on training_reset using (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);

-- The roles of the service may delete next to nothing. This function may, and only for an agency for training.
-- Returns the rows removed, or -1 when rows of another table still refer to them or the table is append-only.
create function remove_training_rows(of_agency uuid, from_table text, at_most integer) returns bigint
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    removed bigint;
begin
    if not exists (select 1 from public.agency where id = of_agency and training) then
        raise exception 'agency % is not for training', of_agency using errcode = 'insufficient_privilege';
    end if;
    if from_table in ('audit_entry', 'training_reset', 'parked_event') then
        raise exception '% is kept', from_table using errcode = 'insufficient_privilege';
    end if;
    perform set_config('earchive.agency_id', of_agency::text, true);
    begin
        execute format(
            'delete from public.%I where ctid = any(array(select ctid from public.%I where agency_id = $1 limit $2))',
            from_table, from_table) using of_agency, at_most;
        get diagnostics removed = row_count;
    exception
        when foreign_key_violation or restrict_violation or insufficient_privilege then
            removed := -1;
    end;
    return removed;
end
$$;
revoke all on function remove_training_rows(uuid, text, integer) from public;
grant execute on function remove_training_rows(uuid, text, integer) to ${role}_jobs;
