-- Photos, negatives, sound and video as items of a dossier (Circular 05/2025 EAD_pic and EAD_media, domain reference 2.6).

create table media_item (
    id uuid primary key,
    agency_id uuid not null,
    dossier_id uuid not null,
    ordinal integer not null,
    kind text not null,
    archives_number text,
    info_sign text,
    event_name text,
    title text not null,
    author text,
    place text,
    taken_on date not null,
    colour text,
    film_size text,
    languages text,
    play_time text,
    quality text,
    document_attached boolean not null,
    access_mode text not null,
    physical_condition text,
    description text,
    added_at timestamptz not null,
    added_by text not null,
    removed_at timestamptz,
    constraint uq_media_item_agency unique (agency_id, id),
    constraint fk_media_item_dossier foreign key (agency_id, dossier_id) references dossier (agency_id, id),
    constraint ck_media_item_kind check (kind in ('NEGATIVE', 'PHOTO', 'AUDIO', 'VIDEO')),
    constraint ck_media_item_picture check (kind in ('NEGATIVE', 'PHOTO') or (colour is null and film_size is null)),
    constraint ck_media_item_recording check (
        kind in ('AUDIO', 'VIDEO') or (languages is null and play_time is null and quality is null)
    ),
    constraint ck_media_item_colour check (colour in ('01', '02')),
    constraint ck_media_item_play_time check (play_time ~ '^[0-9]{2}:[0-5][0-9]:[0-5][0-9]$'),
    constraint ck_media_item_condition check (physical_condition in ('01', '02', '03')),
    constraint ck_media_item_not_secret check (access_mode in ('01', '02')),
    constraint ck_media_item_ordinal check (ordinal >= 1)
);
comment on column media_item.removed_at is 'Taken out of the dossier; the row stays, because its files do.';
create index ix_media_item_dossier on media_item (dossier_id, ordinal) where removed_at is null;

create table media_file (
    id uuid primary key,
    agency_id uuid not null,
    item_id uuid not null,
    position integer not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    crc32 text not null,
    object_key text not null,
    constraint fk_media_file_item foreign key (agency_id, item_id) references media_item (agency_id, id),
    constraint uq_media_file_position unique (item_id, position),
    constraint uq_media_file_object_key unique (object_key)
);

alter table dossier add column media_count integer not null default 0;
alter table dossier alter column media_count drop default;
alter table dossier add constraint ck_dossier_media_count check (media_count >= 0);

grant select, insert, update on media_item, media_file to ${role}_app, ${role}_jobs;

do $$
declare
    scoped text;
begin
    foreach scoped in array array['media_item', 'media_file'] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;
