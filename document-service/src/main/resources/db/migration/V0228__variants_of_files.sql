-- Archive copies and redacted variants beside the originals of a document.

alter table document_file
    add column variant_of uuid,
    add column variant_kind text,
    add column variant_reason text,
    add column variant_readers text,
    add column variant_by text,
    add column variant_at timestamptz,
    add constraint fk_document_file_original foreign key (variant_of) references document_file (id) on delete cascade,
    add constraint ck_document_file_variant check (
        num_nulls(variant_of, variant_kind, variant_reason, variant_by, variant_at) in (0, 5)
        and (variant_kind is null or variant_kind in ('ARCHIVE_COPY', 'REDACTED'))
        and ((variant_kind = 'REDACTED') is true) = (variant_readers is not null)
        and (variant_of is null or role = 'ATTACHMENT' and variant_of <> id)
    );
comment on column document_file.variant_readers is 'Roles that may still read the original; everybody else reads the redacted variant.';
create index ix_document_file_original on document_file (variant_of) where variant_of is not null;
