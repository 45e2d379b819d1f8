-- The inbox of unfiled documents is a partial index: what is filed leaves it, so a page costs the same however many documents there are. The
-- count is kept by the database, because documents are filed and taken out on several ways.

alter table document add column dossier_count integer not null default 0;

alter table document no force row level security;
alter table dossier_document no force row level security;
update document d
set dossier_count = n.dossiers
from (select document_id, count(*) as dossiers from dossier_document group by document_id) n
where n.document_id = d.id;
alter table document force row level security;
alter table dossier_document force row level security;

create index ix_document_unfiled on document (agency_id, id desc) where dossier_count = 0;
comment on column document.dossier_count is 'How many dossiers hold the document; kept by trg_dossier_document_count.';

create function count_dossiers_of_document() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        update document set dossier_count = dossier_count + 1 where id = new.document_id;
    else
        update document set dossier_count = dossier_count - 1 where id = old.document_id;
    end if;
    return null;
end
$$;
create trigger trg_dossier_document_count after insert or delete on dossier_document
    for each row execute function count_dossiers_of_document();

-- Dossiers newest first: all, of a state, of a year.
create index ix_dossier_newest on dossier (agency_id, id desc);
create index ix_dossier_state on dossier (agency_id, state, id desc);
create index ix_dossier_year on dossier (agency_id, dossier_year, id desc);
