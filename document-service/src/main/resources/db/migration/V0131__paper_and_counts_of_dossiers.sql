-- Paper and hybrid dossiers, and counts from which the confidence level follows: a filing reads one row, however long the dossier is.

alter table dossier
    add column medium text not null default 'DIGITAL',
    add column paper_store text,
    add column paper_shelf text,
    add column paper_box text,
    add column sheet_count integer,
    add column physical_condition text,
    add column born_digital_count integer not null default 0,
    add column digitised_count integer not null default 0,
    add column mixed_count integer not null default 0,
    add constraint ck_dossier_medium check (medium in ('DIGITAL', 'PAPER', 'HYBRID')),
    add constraint ck_dossier_sheets check (sheet_count between 1 and 99999),
    add constraint ck_dossier_condition check (physical_condition in ('01', '02', '03'));
comment on column dossier.paper_store is 'Kho; with paper_shelf (giá) and paper_box (hộp) where its paper lies, Circular 05/2025 paperFileCode.';
comment on column dossier.sheet_count is 'Circular 05/2025 numberOfPaper.';

-- The owner is bound by row security as well; it is lifted while the counts are taken over.
alter table dossier no force row level security;
alter table dossier_document no force row level security;
alter table document no force row level security;
update dossier d
set born_digital_count = n.born_digital, digitised_count = n.digitised, mixed_count = n.mixed
from (
    select f.dossier_id,
        count(*) filter (where x.confidence_level = '01') as born_digital,
        count(*) filter (where x.confidence_level = '02') as digitised,
        count(*) filter (where x.confidence_level = '03') as mixed
    from dossier_document f join document x on x.id = f.document_id
    group by f.dossier_id
) n
where n.dossier_id = d.id;
alter table dossier force row level security;
alter table dossier_document force row level security;
alter table document force row level security;

alter table dossier
    alter column born_digital_count drop default,
    alter column digitised_count drop default,
    alter column mixed_count drop default,
    alter column medium drop default,
    add constraint ck_dossier_counts check (born_digital_count + digitised_count + mixed_count = document_count);
