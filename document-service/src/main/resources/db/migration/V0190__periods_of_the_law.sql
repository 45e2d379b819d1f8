-- The other statutory clocks of the domain reference 1.2, beside those of the hand-over.

alter table statutory_period
    drop constraint ck_statutory_period_unit,
    add constraint ck_statutory_period_unit check (unit in ('DAYS', 'WORKING_DAYS', 'MONTHS', 'YEARS', 'YEAR_ENDS'));

insert into statutory_period (key, valid_from, amount, unit, counted_from, legal_basis) values
    ('register.sameDay', '2020-03-05', 1, 'WORKING_DAYS', 'ARRIVAL_OR_SIGNATURE', '30/2020/NĐ-CP Điều 4.2c'),
    ('receive.ackSameDay', '2020-03-05', 0, 'DAYS', 'ARRIVAL', '30/2020/NĐ-CP Điều 21.2c'),
    ('agencyArchive.minRetention', '2020-03-05', 5, 'YEARS', 'PERIOD', '30/2020/NĐ-CP Điều 31.3c'),
    ('historical.max', '2025-07-01', 5, 'YEAR_ENDS', 'ENTRY_INTO_AGENCY_ARCHIVE', '33/2024/QH15 Điều 17'),
    ('historical.registerAhead', '2025-07-01', 12, 'MONTHS', 'TRANSFER', '05/2025/TT-BNV'),
    ('historical.answer', '2025-07-01', 7, 'WORKING_DAYS', 'REGISTRATION', '05/2025/TT-BNV'),
    ('historical.process', '2025-07-01', 60, 'DAYS', 'RECEIPT', '05/2025/TT-BNV'),
    ('destroy.execute', '2025-07-01', 15, 'DAYS', 'DECISION', '06/2025/TT-BNV'),
    ('use.request', '2025-07-01', 6, 'WORKING_DAYS', 'REQUEST', '05/2025/TT-BNV'),
    ('use.account', '2025-07-01', 1, 'WORKING_DAYS', 'REQUEST', '05/2025/TT-BNV'),
    ('use.reading', '2025-07-01', 15, 'DAYS', 'APPROVAL', '05/2025/TT-BNV'),
    ('use.readingDelete', '2025-07-01', 5, 'DAYS', 'EXPIRY', '05/2025/TT-BNV'),
    ('preserve.wholeCheck', '2025-07-01', 3, 'YEARS', 'LAST_CHECK', '05/2025/TT-BNV Điều 26–31'),
    ('preserve.mediaMigration', '2025-07-01', 1, 'YEARS', 'END_OF_LIFE', '05/2025/TT-BNV Điều 26–31'),
    ('repo.recover', '2025-07-21', 3, 'MONTHS', 'MOVE', '113/2025/NĐ-CP Điều 22.1h'),
    ('log.keep', '2026-07-01', 12, 'MONTHS', 'ENTRY', 'QCVN 12:2026/BCA 3.9'),
    ('stats.annual', '2022-01-01', 41, 'DAYS', 'END_OF_YEAR', 'Mẫu thống kê 2022, cần xác nhận cho 2026');
