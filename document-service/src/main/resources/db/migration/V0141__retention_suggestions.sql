-- What was suggested, what a person chose, and what the agency decided for similar titles before.

create table retention_suggestion (
    id uuid primary key,
    agency_id uuid not null,
    title text not null,
    offered text not null,
    asked_at timestamptz not null,
    asked_by text not null,
    chosen_code text,
    chosen_rank integer,
    reason text,
    dossier_id uuid,
    decided_at timestamptz,
    decided_by text,
    version bigint not null,
    constraint uq_retention_suggestion_agency unique (agency_id, id),
    constraint fk_retention_suggestion_dossier foreign key (agency_id, dossier_id) references dossier (agency_id, id),
    constraint ck_retention_suggestion_decided check (
        (chosen_code is null) = (decided_at is null) and (decided_at is null) = (decided_by is null)
        and (chosen_code is not null or (chosen_rank is null and dossier_id is null))
        and (chosen_code is null or chosen_rank is not null or reason is not null)
    ),
    constraint ck_retention_suggestion_rank check (chosen_rank between 1 and 3)
);
comment on column retention_suggestion.offered is 'Codes in the order in which they were offered, separated by blanks.';
comment on column retention_suggestion.chosen_rank is 'Place of the chosen rule among those offered; null: a person chose another one and said why.';
create index ix_retention_suggestion_list on retention_suggestion (agency_id, id desc);
create index ix_retention_suggestion_decided on retention_suggestion (agency_id, decided_at) where decided_at is not null;

create table retention_precedent (
    id uuid primary key,
    agency_id uuid not null,
    title text not null,
    rule_code text not null,
    period text not null,
    dossier_id uuid,
    decided_at timestamptz not null,
    decided_by text not null,
    constraint uq_retention_precedent_agency unique (agency_id, id),
    constraint fk_retention_precedent_dossier foreign key (agency_id, dossier_id) references dossier (agency_id, id)
);
create unique index uq_retention_precedent_dossier on retention_precedent (dossier_id) where dossier_id is not null;

create table retention_precedent_term (
    agency_id uuid not null,
    term text not null,
    precedent_id uuid not null,
    constraint pk_retention_precedent_term primary key (agency_id, term, precedent_id),
    constraint fk_retention_precedent_term foreign key (agency_id, precedent_id) references retention_precedent (agency_id, id)
);
comment on table retention_precedent_term is 'Pairs of neighbouring syllables of a title, without tones: the newest titles with a pair are found without reading the others.';

do $$
declare
    scoped text;
begin
    foreach scoped in array array['retention_suggestion', 'retention_precedent', 'retention_precedent_term'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
grant select, insert, update on retention_suggestion, retention_precedent to ${role}_app, ${role}_jobs;
grant select, insert, delete on retention_precedent_term to ${role}_app, ${role}_jobs;
