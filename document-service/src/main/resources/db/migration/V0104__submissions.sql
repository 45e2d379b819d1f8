-- Hand-over to the agency archive (nộp lưu).

create table submission (
    id uuid primary key,
    agency_id uuid not null,
    submitted_at timestamptz not null,
    submitted_by text not null,
    manifest_key text not null,
    manifest_sha256 text not null,
    manifest_size bigint not null,
    version bigint not null,
    constraint uq_submission_agency unique (agency_id, id)
);

create table submission_item (
    submission_id uuid not null,
    dossier_id uuid not null,
    agency_id uuid not null,
    position integer not null,
    state text not null,
    decided_at timestamptz,
    constraint pk_submission_item primary key (submission_id, dossier_id),
    constraint fk_submission_item_submission foreign key (agency_id, submission_id) references submission (agency_id, id),
    constraint fk_submission_item_dossier foreign key (agency_id, dossier_id) references dossier (agency_id, id),
    constraint ck_submission_item_state check ((state = 'SUBMITTED') = (decided_at is null) and state in ('SUBMITTED', 'ACCEPTED', 'RETURNED'))
);
create index ix_submission_item_dossier on submission_item (dossier_id);

create table return_reason (
    submission_id uuid not null,
    dossier_id uuid not null,
    position integer not null,
    agency_id uuid not null,
    code text not null,
    doc_code text,
    message_vi text not null,
    message_en text not null,
    constraint pk_return_reason primary key (submission_id, dossier_id, position),
    constraint fk_return_reason_item foreign key (submission_id, dossier_id) references submission_item (submission_id, dossier_id)
);

create table process_trace (
    id uuid primary key,
    agency_id uuid not null,
    submission_id uuid not null,
    dossier_id uuid not null,
    document_id uuid not null,
    name text not null,
    object_key text not null,
    size bigint not null,
    sha256 text not null,
    crc32 text not null,
    bytes text not null,
    constraint uq_process_trace_document unique (submission_id, dossier_id, document_id),
    constraint uq_process_trace_object_key unique (object_key),
    constraint fk_process_trace_item foreign key (submission_id, dossier_id) references submission_item (submission_id, dossier_id),
    constraint ck_process_trace_bytes check (bytes in ('PRESENT', 'LEAVING', 'GONE'))
);
comment on table process_trace is 'Processing trace of a born-digital document, Circular 05/2025 (field process), one per submission of its dossier.';

create table working_bytes_release (
    dossier_id uuid primary key,
    agency_id uuid not null,
    requested_at timestamptz not null,
    done_at timestamptz,
    constraint fk_working_bytes_release_dossier foreign key (agency_id, dossier_id) references dossier (agency_id, id)
);
comment on table working_bytes_release is 'Dossiers whose AIP has its copies: their working bytes leave, step by step, by a job that resumes.';
create index ix_working_bytes_release_open on working_bytes_release (requested_at) where done_at is null;

grant select, insert, update on submission, submission_item, return_reason, process_trace, working_bytes_release to ${role}_app, ${role}_jobs;
