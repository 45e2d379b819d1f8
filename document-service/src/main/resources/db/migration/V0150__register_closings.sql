-- A register is closed for a year: its lines and their print are sealed. Later changes never touch the seal; they stand beside it as amendments.

create table register_closing (
    id uuid primary key,
    agency_id uuid not null,
    register text not null,
    register_year integer not null,
    line_count bigint not null,
    first_day date,
    last_day date,
    content_key text not null,
    content_size bigint not null,
    content_sha256 text not null,
    pdf_key text not null,
    pdf_size bigint not null,
    pdf_sha256 text not null,
    closed_at timestamptz not null,
    closed_by text not null,
    closer text not null,
    version bigint not null,
    constraint uq_register_closing_agency unique (agency_id, id),
    constraint uq_register_closing_year unique (agency_id, register, register_year),
    constraint ck_register_closing_register check (register in ('INCOMING', 'OUTGOING'))
);
comment on table register_closing is 'Decree 30/2020 Art 16, 22 (registers): the state of a year''s register when it was closed. content_sha256 is taken over the canonical lines, one JSON text per line.';
comment on column register_closing.closer is 'Subject of the token of who closed it.';

create table register_amendment (
    id uuid primary key default uuidv7(),
    agency_id uuid not null,
    closing_id uuid not null,
    document_id uuid,
    series_key text not null,
    register_number bigint not null,
    amended_at timestamptz not null,
    amended_by text not null,
    action text not null,
    reason text,
    line_before jsonb,
    line_after jsonb,
    constraint fk_register_amendment_closing foreign key (agency_id, closing_id) references register_closing (agency_id, id),
    constraint ck_register_amendment_reason check (length(reason) between 1 and 1000)
);
comment on table register_amendment is 'Who changed what of a sealed line, when and why. Written by the triggers below, whatever way the change takes, and by people who add a note.';
create index ix_register_amendment_closing on register_amendment (closing_id, id);

create trigger register_amendment_append_only before update or delete or truncate on register_amendment
    for each statement execute function refuse_change();
create trigger register_closing_append_only before update or delete or truncate on register_closing
    for each statement execute function refuse_change();

grant select, insert on register_closing, register_amendment to ${role}_app, ${role}_jobs;

do $$
declare
    scoped text;
begin
    foreach scoped in array array['register_closing', 'register_amendment'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;

-- What of a row is printed in a register. By name, so that a column that comes later needs a word here and nothing else.
create function register_line(given jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(key, value), '{}'::jsonb) from jsonb_each(given)
    where value <> 'null'::jsonb and key = any (array[
        'series_key', 'register_number', 'registered_on', 'issuer_name', 'number', 'notation', 'issued_date', 'type_name', 'subject',
        'assignee', 'signer_position', 'signer_name', 'sign_capacity', 'description', 'copies', 'archive_copy_unit', 'state', 'reason',
        'end_reason', 'document_id'])
$$;

-- A closing and the changes of its lines exclude each other: the closing holds this lock, a change shares it.
create function register_lock(agency uuid, register text, register_year integer) returns bigint language sql immutable as $$
    select hashtextextended(agency::text || register || register_year, 150)
$$;

-- Notes that a line has changed, when its register is closed. Called at the end of a transaction, when the audit entry of the change stands
-- beside it.
create function note_amendment(
    line_agency uuid, line_register text, line_year integer, line_series text, line_number bigint, line_document uuid,
    operation text, before jsonb, after jsonb
) returns void language plpgsql as $$
declare
    closing uuid;
    act record;
begin
    if before = after then
        return;
    end if;
    perform pg_advisory_xact_lock_shared(register_lock(line_agency, line_register, line_year));
    select id into closing from register_closing
    where agency_id = line_agency and register = line_register and register_year = line_year;
    if closing is null then
        return;
    end if;
    select coalesce(actor_name, actor) as person, action, details ->> 'reason' as reason into act from audit_entry
    where aggregate_id = line_document and xmin = pg_current_xact_id()::xid order by id desc limit 1;
    insert into register_amendment
        (agency_id, closing_id, document_id, series_key, register_number, amended_at, amended_by, action, reason, line_before, line_after)
    values (line_agency, closing, line_document, line_series, line_number, clock_timestamp(),
        coalesce(act.person, session_user), coalesce(act.action, lower(operation)), left(act.reason, 1000), before, after);
end
$$;

create function amend_sealed_line() returns trigger language plpgsql as $$
declare
    line jsonb := to_jsonb(new);
    line_series text := line ->> 'series_key';
    line_number bigint := coalesce(line ->> 'register_number', line ->> 'number_value');
begin
    if tg_table_name = 'outgoing_document' then
        select series_key, number_value into line_series, line_number from outgoing_number where id = new.number_id;
    end if;
    perform note_amendment(
        new.agency_id, coalesce(line ->> 'direction', 'OUTGOING'), coalesce(line ->> 'register_year', line ->> 'series_year')::integer,
        line_series, line_number, coalesce(line ->> 'document_id', line ->> 'id')::uuid, tg_op,
        case when tg_op = 'UPDATE' then register_line(to_jsonb(old)) end, register_line(line));
    return null;
end
$$;

-- Only a year that is over can be closed, so the registrations of today pay for a comparison of two numbers and nothing more.
create constraint trigger document_amends_sealed_line after insert or update on document
    deferrable initially deferred for each row
    when (new.direction = 'INCOMING' and new.register_year < extract(year from current_date))
    execute function amend_sealed_line();
create constraint trigger outgoing_number_amends_sealed_line after insert or update on outgoing_number
    deferrable initially deferred for each row
    when (new.series_year < extract(year from current_date))
    execute function amend_sealed_line();
create constraint trigger outgoing_document_amends_sealed_line after update on outgoing_document
    deferrable initially deferred for each row
    when (new.number_id is not null and new.register_year < extract(year from current_date))
    execute function amend_sealed_line();
