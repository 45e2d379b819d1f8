-- Registers, documents and the files of the working bucket. One agency never sees a row of another.

create table number_series (
    agency_id uuid not null,
    series_year integer not null,
    series_key text not null,
    last_number bigint not null,
    constraint pk_number_series primary key (agency_id, series_year, series_key),
    constraint ck_number_series_positive check (last_number >= 1)
);
comment on table number_series is 'Decree 30/2020 Art 22: one continuous series of arrival numbers per agency and calendar year. The row is locked by the registration that takes a number, so a rolled back registration leaves no gap.';

create table upload (
    id uuid primary key,
    agency_id uuid not null,
    file_name text not null,
    media_type text not null,
    object_key text not null,
    state text not null,
    size bigint,
    sha256 text,
    crc32 text,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz,
    constraint uq_upload_object_key unique (object_key),
    constraint ck_upload_state check (state in ('RECEIVING', 'STORED', 'HELD', 'CLAIMED')),
    constraint ck_upload_measured check (state = 'RECEIVING' or (size is not null and sha256 is not null and crc32 is not null)),
    constraint ck_upload_expiry check ((expires_at is not null) = (state in ('RECEIVING', 'STORED'))),
    constraint ck_upload_name_bytes check (octet_length(file_name) between 1 and 255)
);
comment on table upload is 'Written before the bytes, so that no object is without a row; what is not claimed expires with its object.';
create index ix_upload_expires on upload (expires_at) where expires_at is not null;

create table document (
    id uuid primary key,
    agency_id uuid not null,
    direction text not null,
    register_year integer not null,
    series_key text not null,
    register_number bigint not null,
    registered_on date not null,
    type_code text not null,
    type_name text not null,
    number text not null,
    notation text not null,
    number_key text not null,
    issued_date date not null,
    issuer_name text not null,
    issuer_key text not null,
    subject text not null,
    languages text not null,
    page_count integer not null,
    access_mode text not null,
    confidence_level text not null,
    urgency text not null,
    signer_position text,
    signer_name text,
    due_date date,
    keywords text,
    description text,
    registered_at timestamptz not null,
    registered_by text not null,
    version bigint not null,
    constraint uq_document_agency unique (agency_id, id),
    constraint uq_document_register_number unique (agency_id, register_year, series_key, register_number),
    constraint uq_document_source unique (agency_id, number_key, issuer_key, issued_date),
    constraint ck_document_direction check (direction = 'INCOMING'),
    constraint ck_document_number_positive check (register_number >= 1),
    constraint ck_document_not_secret check (access_mode in ('01', '02')),
    constraint ck_document_pages check (page_count between 1 and 9999)
);
comment on table document is 'Fields of Decree 30/2020 Annex VI and Circular 05/2025 EAD_doc (domain reference 2.4, 2.5).';
comment on column document.number_key is 'Number and notation folded for comparison: leading zeros and spaces gone, upper case, D for Đ, one kind of dash.';
create index ix_document_registered_on on document (agency_id, registered_on);
create index ix_document_number_key on document (agency_id, number_key);

create table document_file (
    id uuid primary key,
    agency_id uuid not null,
    document_id uuid not null,
    position integer not null,
    role text not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    crc32 text not null,
    object_key text not null,
    signature text not null,
    bytes text not null,
    constraint fk_document_file_document foreign key (agency_id, document_id) references document (agency_id, id),
    constraint uq_document_file_position unique (document_id, position),
    constraint uq_document_file_object_key unique (object_key),
    constraint ck_document_file_role check (role in ('MAIN', 'ATTACHMENT')),
    constraint ck_document_file_signature check (signature = 'NOT_CHECKED'),
    constraint ck_document_file_bytes check (bytes in ('PRESENT', 'LEAVING', 'GONE'))
);
comment on column document_file.bytes is 'PRESENT in the working bucket; LEAVING: the archive has its copies and the object is being deleted; GONE.';
create index ix_document_file_sha256 on document_file (agency_id, sha256);

create table edxml_message (
    id uuid primary key,
    agency_id uuid not null,
    organ_id text not null,
    external_document_id text not null,
    business_type text not null,
    object_key text not null,
    size bigint not null,
    sha256 text not null,
    state text not null,
    proposal text not null,
    received_at timestamptz not null,
    received_by text not null,
    document_id uuid,
    version bigint not null,
    constraint uq_edxml_message_natural_key unique (agency_id, organ_id, external_document_id, business_type),
    constraint fk_edxml_message_document foreign key (agency_id, document_id) references document (agency_id, id),
    constraint ck_edxml_message_state check (
        (state = 'RECEIVED' and document_id is null) or (state = 'REGISTERED' and document_id is not null)
    )
);
comment on table edxml_message is 'Message as received (object_key) and the registration proposed from it. Natural key: From.OrganId, DocumentId, BussinessDocType.';

grant select, insert, update on number_series, document, document_file, edxml_message to ${role}_app, ${role}_jobs;
grant select, insert, update, delete on upload to ${role}_app, ${role}_jobs;
