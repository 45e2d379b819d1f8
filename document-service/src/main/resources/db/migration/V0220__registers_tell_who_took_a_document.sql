-- Ngày chuyển and ký nhận of the incoming register, and the last changes of a sealed line that left no amendment.

alter table handling add column received_by text;
alter table handling add column received_at timestamptz;
comment on column handling.received_by is 'Ký nhận: who took the document over after it was last passed on (Decree 30/2020 Annex IV, incoming register).';

alter table handling no force row level security;
alter table handling_entry no force row level security;
alter table document no force row level security;
alter table register_closing no force row level security;
alter table register_amendment no force row level security;

update handling h set received_by = taken.by_person, received_at = taken.at
from (
    select distinct on (document_id) document_id, by_person, at from handling_entry
    where act = 'START' order by document_id, at desc
) taken
where taken.document_id = h.document_id and taken.at >= h.assigned_at;

-- Registers that were closed before have sealed lines without these two columns; that they are printed from now on is noted with each such line.
insert into register_amendment
    (agency_id, closing_id, document_id, series_key, register_number, amended_at, amended_by, action, line_before, line_after)
select d.agency_id, c.id, d.id, d.series_key, d.register_number, clock_timestamp(), session_user, 'upgrade', '{}'::jsonb,
    jsonb_strip_nulls(jsonb_build_object(
        'forwarded_on', (h.assigned_at at time zone 'Asia/Ho_Chi_Minh')::date, 'received_by', h.received_by))
from register_closing c
join document d on d.agency_id = c.agency_id and d.direction = 'INCOMING' and d.register_year = c.register_year
join handling h on h.document_id = d.id
where c.register = 'INCOMING' and h.assigned_at is not null;

alter table handling force row level security;
alter table handling_entry force row level security;
alter table document force row level security;
alter table register_closing force row level security;
alter table register_amendment force row level security;

-- With the unit that stands for the keeper of the file copy, and the day and number of a number without a document.
create or replace function register_line(given jsonb) returns jsonb language sql immutable as $$
    select coalesce(jsonb_object_agg(key, value), '{}'::jsonb) from jsonb_each(given)
    where value <> 'null'::jsonb and key = any (array[
        'series_key', 'register_number', 'number_value', 'registered_on', 'taken_on', 'issuer_name', 'number', 'notation', 'issued_date',
        'type_name', 'subject', 'assignee', 'signer_position', 'signer_name', 'sign_capacity', 'description', 'copies',
        'archive_copy_unit', 'drafting_unit', 'state', 'reason', 'end_reason', 'document_id'])
$$;

create function amend_passing_on() returns trigger language plpgsql as $$
declare
    line record;
begin
    select agency_id, register_year, series_key, register_number into line from document
    where id = new.document_id and direction = 'INCOMING' and register_year < extract(year from current_date);
    if found then
        perform note_amendment(
            line.agency_id, 'INCOMING', line.register_year, line.series_key, line.register_number, new.document_id, tg_op,
            case when tg_op = 'UPDATE' then passing_on(old) else '{}'::jsonb end, passing_on(new));
    end if;
    return null;
end
$$;

create function passing_on(of_document handling) returns jsonb language sql immutable as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'forwarded_on', (of_document.assigned_at at time zone 'Asia/Ho_Chi_Minh')::date, 'received_by', of_document.received_by))
$$;

create constraint trigger handling_begun_amends_sealed_line after insert on handling
    deferrable initially deferred for each row
    when (new.assigned_at is not null or new.received_by is not null)
    execute function amend_passing_on();
create constraint trigger handling_amends_sealed_line after update on handling
    deferrable initially deferred for each row
    when (new.assigned_at is distinct from old.assigned_at or new.received_by is distinct from old.received_by)
    execute function amend_passing_on();

create function amend_recipients() returns trigger language plpgsql as $$
declare
    line record;
    row_document uuid := case when tg_op = 'DELETE' then old.document_id else new.document_id end;
begin
    select n.agency_id, n.series_year, n.series_key, n.number_value into line
    from outgoing_document o join outgoing_number n on n.id = o.number_id
    where o.id = row_document and n.series_year < extract(year from current_date);
    if found then
        perform note_amendment(
            line.agency_id, 'OUTGOING', line.series_year, line.series_key, line.number_value, row_document, tg_op,
            case when tg_op = 'INSERT' then '{}'::jsonb else jsonb_build_object('recipient_' || (old.position + 1), old.name) end,
            case when tg_op = 'DELETE' then '{}'::jsonb else jsonb_build_object('recipient_' || (new.position + 1), new.name) end);
    end if;
    return null;
end
$$;

create constraint trigger outgoing_recipient_amends_sealed_line after insert or update or delete on outgoing_recipient
    deferrable initially deferred for each row
    execute function amend_recipients();
