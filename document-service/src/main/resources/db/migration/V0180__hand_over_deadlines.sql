-- Periods of the law as data, and what a dossier must know for its hand-over.

create table statutory_period (
    key text not null,
    valid_from date not null,
    valid_to date,
    amount integer not null,
    unit text not null,
    counted_from text not null,
    legal_basis text not null,
    constraint pk_statutory_period primary key (key, valid_from),
    constraint ck_statutory_period_amount check (amount >= 0),
    constraint ck_statutory_period_unit check (unit in ('DAYS', 'MONTHS', 'YEARS', 'YEAR_ENDS')),
    constraint ck_statutory_period_order check (valid_to >= valid_from)
);
comment on table statutory_period is 'Statutory clocks (domain reference 1.2). A changed law ends a row and adds one; nothing is computed from a constant in the code.';
comment on column statutory_period.unit is 'YEAR_ENDS: until 31 December, so many years after the year of the start.';
grant select on statutory_period to ${role}_app, ${role}_jobs;

insert into statutory_period (key, valid_from, amount, unit, counted_from, legal_basis) values
    ('agencyArchive.digital', '2025-07-01', 60, 'DAYS', 'END_OF_WORK', '05/2025/TT-BNV ch. IV'),
    ('agencyArchive.construction', '2020-03-05', 3, 'MONTHS', 'FINAL_SETTLEMENT', '30/2020/NĐ-CP Điều 30.2a'),
    ('agencyArchive.paper', '2020-03-05', 1, 'YEARS', 'END_OF_WORK', '30/2020/NĐ-CP Điều 30'),
    ('agencyArchive.max', '2025-07-01', 1, 'YEAR_ENDS', 'END_OF_WORK', '33/2024/QH15 Điều 17'),
    ('agencyArchive.holdBack', '2020-03-05', 2, 'YEARS', 'HAND_OVER_DUE', '30/2020/NĐ-CP Điều 31.3d'),
    ('agencyArchive.confirm', '2025-07-01', 60, 'DAYS', 'SUBMISSION', '05/2025/TT-BNV');

alter table dossier
    add column in_charge text,
    add column hand_over_kind text not null default 'DIGITAL',
    add column held_back_until date,
    add column reminded_for date,
    add constraint ck_dossier_hand_over_kind check (hand_over_kind in ('DIGITAL', 'CONSTRUCTION', 'PAPER'));
comment on column dossier.in_charge is 'User name of the person who answers for the dossier now; null: the maker, for dossiers from before this was kept.';
comment on column dossier.held_back_until is 'Decree 30/2020 Art 31.3d: held back with written consent; ends by itself on that day.';
comment on column dossier.reminded_for is 'Due date whose last reminder was made; the reminder job looks at the others only.';

create index ix_dossier_hand_over_due on dossier (agency_id, greatest(hand_over_due_on, held_back_until), id)
    where state in ('CLOSED', 'RETURNED');
create index ix_dossier_to_remind on dossier (greatest(hand_over_due_on, held_back_until), id)
    where state in ('CLOSED', 'RETURNED') and reminded_for is distinct from greatest(hand_over_due_on, held_back_until);
create index ix_dossier_in_charge on dossier (agency_id, coalesce(in_charge, maker), id) where state in ('OPEN', 'CLOSED', 'RETURNED');
