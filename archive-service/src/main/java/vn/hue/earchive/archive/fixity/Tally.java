package vn.hue.earchive.archive.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.UUID;
import vn.hue.earchive.archive.custody.CopyQueue.Taken;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.CopyReport;
import vn.hue.earchive.archive.store.Repaired;
import vn.hue.earchive.kit.time.LegalDate;

/** Adds up, per agency, store and legal day, what was checked and found. */
@ApplicationScoped
class Tally {

    private final Sql sql;

    Tally(Sql sql) {
        this.sql = sql;
    }

    Sums of(Instant at) {
        return new Sums(LegalDate.of(at));
    }

    private record Key(UUID agencyId, String store) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAgency = agencyId.compareTo(other.agencyId);
            return byAgency != 0 ? byAgency : store.compareTo(other.store);
        }
    }

    private static final class Sum {
        private long checks;
        private long files;
        private long bytes;
        private long found;
        private long repaired;
        private long setAside;
    }

    /** What one transaction adds. Rows are written in order, so that two of them never cross. */
    static final class Sums {
        private final LocalDate day;
        private final TreeMap<Key, Sum> sums = new TreeMap<>();

        private Sums(LocalDate day) {
            this.day = day;
        }

        private Sum of(Taken copy) {
            return sums.computeIfAbsent(new Key(copy.agencyId(), copy.store()), key -> new Sum());
        }

        void checked(Taken copy, CopyReport report) {
            Sum sum = of(copy);
            sum.checks++;
            sum.files += report.files();
            sum.bytes += report.bytes();
        }

        void found(Taken copy, int defects) {
            of(copy).found += defects;
        }

        void settled(Taken copy, Repaired.Outcome outcome) {
            switch (outcome) {
                case REPAIRED -> of(copy).repaired++;
                case SET_ASIDE -> of(copy).setAside++;
                case UNREPAIRABLE, LEFT -> {
                    // It stays unsettled, and is counted as such by its row.
                }
            }
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Sums sums) {
        sums.sums.forEach((key, sum) ->
                sql.update(
                        """
                        INSERT INTO fixity_tally AS t
                            (agency_id, store, day, checks, files, bytes, found, repaired, set_aside)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (agency_id, day, store) DO UPDATE SET
                            checks = t.checks + excluded.checks, files = t.files + excluded.files,
                            bytes = t.bytes + excluded.bytes, found = t.found + excluded.found,
                            repaired = t.repaired + excluded.repaired,
                            set_aside = t.set_aside + excluded.set_aside\
                        """,
                        key.agencyId(),
                        key.store(),
                        sums.day,
                        sum.checks,
                        sum.files,
                        sum.bytes,
                        sum.found,
                        sum.repaired,
                        sum.setAside));
    }
}
