-- Files of photos and recordings leave the working bucket as those of documents do, once the archive has its copies.

alter table media_file add column bytes text not null default 'PRESENT';
alter table media_file alter column bytes drop default;
alter table media_file add constraint ck_media_file_bytes check (bytes in ('PRESENT', 'LEAVING', 'GONE'));
comment on column media_file.bytes is 'PRESENT in the working bucket; LEAVING: the archive has its copies and the object is being deleted; GONE.';
