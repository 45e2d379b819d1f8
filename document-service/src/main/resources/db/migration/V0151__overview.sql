-- The overview of an agency reads what waits, never what is done.

create index ix_dossier_open_by_maker on dossier (agency_id, maker) where state = 'OPEN';
create index ix_document_unfiled_by_assignee on document (agency_id, assignee) where dossier_count = 0;
