-- Signature checks of the files of documents. The result stands with the file; reports are kept, each check adds one.

alter table document_file drop constraint ck_document_file_signature;
alter table document_file add constraint ck_document_file_signature check (
    signature in ('NOT_CHECKED', 'NO_SIGNATURE', 'VALID', 'VALID_AT_TIME', 'INVALID', 'INDETERMINATE')
);
comment on column document_file.signature is 'Result of the newest signature check; NOT_CHECKED until the first one, which waits in no queue but this column.';
-- What nobody has checked yet, however many files there are.
create index ix_document_file_signature_unchecked on document_file (id) where signature = 'NOT_CHECKED' and bytes = 'PRESENT';

create table signature_check (
    file_id uuid primary key,
    agency_id uuid not null,
    document_id uuid not null,
    tries integer not null,
    due_at timestamptz not null,
    lease uuid,
    requested_at timestamptz not null,
    requested_by text not null,
    constraint fk_signature_check_file foreign key (file_id) references document_file (id),
    constraint ck_signature_check_tries check (tries >= 0)
);
comment on table signature_check is 'Checks that are asked for or under way; a row goes when its report is written.';
comment on column signature_check.due_at is 'When it may be taken; while one has it, the end of the lease.';
create index ix_signature_check_due on signature_check (due_at);
create index ix_signature_check_document on signature_check (document_id);

create table signature_report (
    id uuid primary key,
    agency_id uuid not null,
    document_id uuid not null,
    file_id uuid not null,
    sha256 text not null,
    number integer not null,
    result text not null,
    causes text not null,
    signatures text not null,
    checked_at timestamptz not null,
    requested_by text not null,
    tool text not null,
    trust_sha256 text not null,
    simple_xml bytea,
    detailed_xml bytea,
    constraint fk_signature_report_document foreign key (agency_id, document_id) references document (agency_id, id),
    constraint uq_signature_report_number unique (file_id, number),
    constraint ck_signature_report_result check (result in ('NO_SIGNATURE', 'VALID', 'VALID_AT_TIME', 'INVALID', 'INDETERMINATE')),
    constraint ck_signature_report_bounds check (
        octet_length(signatures) <= 262144 and octet_length(simple_xml) <= 524288 and octet_length(detailed_xml) <= 1048576
    )
);
comment on table signature_report is 'One check of one file: domain reference section 7 (subject, serial, issuer, chain, times, coverage, evidence, result, tool).';
comment on column signature_report.simple_xml is 'ETSI simple report, GZIP; absent when there was nothing to validate.';
comment on column signature_report.trust_sha256 is 'SHA-256 over the digests of the trust anchors that were configured.';
create index ix_signature_report_document on signature_report (document_id, id);
create trigger signature_report_append_only before update or delete or truncate on signature_report
    for each statement execute function refuse_change();

do $$
declare
    scoped text;
begin
    foreach scoped in array array['signature_check', 'signature_report'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
grant select, insert, update on signature_check to ${role}_app;
grant select, insert, update, delete on signature_check to ${role}_jobs;
grant select on signature_report to ${role}_app;
grant select, insert on signature_report to ${role}_jobs;
