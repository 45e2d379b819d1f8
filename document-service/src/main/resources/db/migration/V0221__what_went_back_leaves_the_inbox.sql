-- What went back to its sender, or was taken back by it, is nobody's to file.

drop index ix_document_unfiled;
create index ix_document_unfiled on document (agency_id, id desc)
    where dossier_count = 0 and handling_state not in ('RETURNED', 'RECALLED');
