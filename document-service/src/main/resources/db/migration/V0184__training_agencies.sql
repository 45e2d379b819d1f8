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
comment on column training_reset.tables_kept is 'Tables that did not let their rows go , separated by blanks.';
create unique index uq_training_reset_running on training_reset (agency_id) where finished_at is null;

grant select, insert, update on training_reset to ${role}_app, ${role}_jobs;
alter table training_reset enable row level security;
alter table training_reset force row level security;
create policy agency_only on training_reset using (agency_id = nullif(current_setting('earchive.agency_id', true), '')::uuid);

-- Tables whose rows go with a reset: every one with an agency but the trail of what was done, and the feed, whose numbers others count on.
create function training_tables() returns setof text language sql stable set search_path = pg_catalog as $$
    select c.relname::text from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and c.relname not in (
            'audit_entry', 'training_reset', 'parked_event',
            'change_entry', 'change_sequence', 'webhook', 'webhook_secret', 'webhook_delivery', 'webhook_attempt'
        )
    order by 1
$$;

-- Append-only tables let the rows of an agency for training go, and only inside remove_training_rows; the audit trail never.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_table_name <> 'audit_entry'
        and current_setting('earchive.removing_training_rows', true) = 'on' then
        return null;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

-- The roles of the service may delete next to nothing. This function may, and only for an agency for training.
-- Returns the rows removed, or -1 when rows of another table still refer to them.
create function remove_training_rows(of_agency uuid, from_table text, at_most integer) returns bigint
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
    removed bigint;
begin
    if not exists (select 1 from public.agency where id = of_agency and training) then
        raise exception 'agency % is not for training', of_agency using errcode = 'insufficient_privilege';
    end if;
    if from_table not in (select public.training_tables()) then
        raise exception '% is kept', from_table using errcode = 'insufficient_privilege';
    end if;
    perform set_config('earchive.agency_id', of_agency::text, true);
    perform set_config('earchive.removing_training_rows', 'on', true);
    begin
        execute format(
            'delete from public.%I where ctid = any(array(select ctid from public.%I where agency_id = $1 limit $2))',
            from_table, from_table) using of_agency, at_most;
        get diagnostics removed = row_count;
    exception
        when foreign_key_violation or restrict_violation or insufficient_privilege then
            removed := -1;
    end;
    perform set_config('earchive.removing_training_rows', 'off', true);
    return removed;
end
$$;
revoke all on function remove_training_rows(uuid, text, integer) from public;
grant execute on function remove_training_rows(uuid, text, integer) to ${role}_jobs;
