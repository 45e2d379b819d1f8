-- A dossier list is drafted, reviewed, approved by the head, issued and closed (Decree 30/2020 Art 28). What was entered before as approved
-- stays in use; its drafters are not known, so the column is empty there.

alter table dossier_list
    add column drafters text not null default '',
    add column reviewed_at timestamptz,
    add column reviewed_by text,
    add column approved_at timestamptz,
    add column approved_by text,
    add column in_use_since date default current_date,
    add column closed_on date,
    add column return_reason text,
    add column copied_from uuid,
    add column item_count integer not null default 0,
    drop constraint ck_dossier_list_state;
alter table dossier_list
    alter column drafters drop default,
    alter column in_use_since drop default,
    alter column item_count drop default;
alter table dossier_list
    add constraint ck_dossier_list_state check (
        case state
            when 'DRAFT' then reviewed_at is null and approved_at is null and in_use_since is null and closed_on is null
            when 'REVIEWED' then reviewed_at is not null and approved_at is null and in_use_since is null and closed_on is null
            when 'APPROVED' then reviewed_at is not null and approved_at is not null and in_use_since is null and closed_on is null
            when 'IN_USE' then in_use_since is not null and closed_on is null
            when 'CLOSED' then in_use_since is not null and closed_on is not null
            else false
        end
    ),
    add constraint ck_dossier_list_items check (item_count between 0 and 5000);
comment on column dossier_list.drafters is 'Subjects of those who drafted lines: none of them can approve the list.';
comment on column dossier_list.item_count is 'Kept with the lines, under the lock of the list.';

-- A line goes while the list is a draft.
grant delete on dossier_list_item to ${role}_app, ${role}_jobs;
