-- Rule sets from several sources, each in versions with dates of validity and a state of approval; how the lines of one version follow
-- those of the version before.

create table retention_source (
    code text primary key,
    kind text not null,
    title_vi text not null,
    title_en text not null,
    legal_basis text,
    fields text not null default '',
    constraint ck_retention_source_kind check (kind in ('GENERAL', 'SECTOR', 'AGENCY')),
    constraint ck_retention_source_code check (code ~ '^[A-Z][A-Z0-9-]{1,29}$')
);
comment on column retention_source.legal_basis is 'Instrument of the source as far as it was found; null: source unverified, to be entered by a records manager.';
comment on column retention_source.fields is 'Folded phrases, one a line, by which a title is seen to belong to this field of work.';

insert into retention_source (code, kind, title_vi, title_en, legal_basis, fields) values
    ('GENERAL', 'GENERAL', 'Thời hạn bảo quản chung', 'General schedule', '10/2022/TT-BNV', ''),
    ('FINANCE', 'SECTOR', 'Ngành tài chính', 'Finance sector', '74/2025/TT-BTC', ''),
    ('HEALTH', 'SECTOR', 'Ngành y tế', 'Health sector', '33/2025/TT-BYT', E'tram y te\nkham chua benh\ntiem chung\nan toan thuc pham'),
    ('JUSTICE', 'SECTOR', 'Hộ tịch, chứng thực', 'Civil status and certification', null,
     E'ho tich\nkhai sinh\nkhai tu\nket hon\nchung thuc\nnuoi con nuoi\ntinh trang hon nhan'),
    ('LAND', 'SECTOR', 'Đất đai', 'Land', null,
     E'quyen su dung dat\nchuyen muc dich su dung dat\ntranh chap dat\ngiay chung nhan qsdd\nbo dia chinh\nso muc ke'),
    ('SOCIAL', 'SECTOR', 'Bảo trợ xã hội, người có công', 'Social protection', null,
     E'bao tro xa hoi\ntro cap xa hoi\nnguoi co cong\nnguoi khuyet tat\ntro cap thuong binh'),
    ('AGENCY', 'AGENCY', 'Bảng thời hạn riêng của cơ quan', 'The agency''s own schedule', null, '');

alter table retention_schedule
    drop constraint ck_retention_schedule_state,
    add column source_code text not null default 'GENERAL' references retention_source (code),
    add column agency_id uuid,
    add column version_no integer,
    add column legal_basis text,
    add column valid_from date not null default date '2026-01-01',
    add column valid_to date,
    add column follows_id uuid references retention_schedule (id),
    add column imported_subject text not null default '',
    add column approved_at timestamptz,
    add column approved_by text,
    add column approval_reference text;
drop index uq_retention_schedule_current;
update retention_schedule s set
    state = case state when 'CURRENT' then 'SAMPLE' else state end,
    version_no = (select count(*) from retention_schedule o where (o.imported_at, o.id) <= (s.imported_at, s.id));
alter table retention_schedule
    drop column sample,
    alter column version_no set not null,
    alter column source_code drop default,
    alter column valid_from drop default,
    alter column imported_subject drop default,
    add constraint ck_retention_schedule_state check (state in ('SAMPLE', 'DRAFT', 'APPROVED', 'SUPERSEDED')),
    add constraint ck_retention_schedule_approved check (
        (approved_at is null) = (approved_by is null) and (state <> 'APPROVED' or approved_at is not null)
        and (approved_at is null or state in ('APPROVED', 'SUPERSEDED'))
    ),
    add constraint ck_retention_schedule_validity check (valid_to is null or valid_to >= valid_from),
    add constraint ck_retention_schedule_agency check ((source_code = 'AGENCY') = (agency_id is not null)),
    add constraint uq_retention_schedule_version unique nulls not distinct (source_code, agency_id, version_no);
comment on column retention_schedule.state is 'SAMPLE: worked with, marked as unconfirmed. DRAFT: waits for approval. APPROVED. SUPERSEDED by a later version.';
comment on column retention_schedule.imported_subject is 'Who imported it: approval is by another person.';
create index ix_retention_schedule_source on retention_schedule (source_code, agency_id, state);

alter table retention_rule
    add column agency_id uuid,
    add column replaces text;
comment on column retention_rule.replaces is 'Codes of the earlier version that this line takes the place of, separated by blanks.';

create table retention_rule_mapping (
    schedule_id uuid not null references retention_schedule (id),
    position integer not null,
    agency_id uuid,
    from_code text not null,
    to_code text,
    kind text not null,
    from_period text not null,
    to_period text,
    constraint pk_retention_rule_mapping primary key (schedule_id, position),
    constraint ck_retention_rule_mapping_kind check (kind in ('SAME', 'PERIOD_CHANGED', 'RENAMED', 'SPLIT', 'DROPPED')),
    constraint ck_retention_rule_mapping_to check ((to_code is null) = (kind = 'DROPPED'))
);
comment on table retention_rule_mapping is 'Where each line of the version before has gone; SPLIT: a person must choose between several.';
create index ix_retention_rule_mapping_from on retention_rule_mapping (schedule_id, from_code);

grant select on retention_source to ${role}_app, ${role}_jobs;
grant select, insert on retention_rule_mapping to ${role}_app, ${role}_jobs;

-- What has no agency belongs to the city and is read by all; an agency's own set is read by nobody else.
do $$
declare
    scoped text;
begin
    foreach scoped in array array['retention_schedule', 'retention_rule', 'retention_rule_mapping'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_or_common on %I using (agency_id is null or agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)',
            scoped);
    end loop;
end
$$;

-- What a dossier and a line of a dossier list keep of their rule.
alter table dossier_list_item
    add column retention_counted_from text not null default 'END_OF_WORK_YEAR',
    add column retention_certainty text not null default 'B',
    add column retention_schedule_id uuid references retention_schedule (id);
alter table dossier
    add column retention_counted_from text not null default 'END_OF_WORK_YEAR',
    add column retention_certainty text not null default 'B',
    add column retention_schedule_id uuid references retention_schedule (id);
