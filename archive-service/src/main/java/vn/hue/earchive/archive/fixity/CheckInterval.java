package vn.hue.earchive.archive.fixity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long a good copy waits for its next check: the cycle, divided by what speaks for looking
 * sooner.
 *
 * <pre>
 *                      kept for less than 10 years   longer
 *   01 permanent                 1/2                  1/3
 *   02 to 07                     1/1                  1/2
 * </pre>
 *
 * <p>Workers take what is due longest, so where the budget does not suffice the same proportion
 * holds for everything.
 */
final class CheckInterval {

    private static final String PERMANENT = "01";
    private static final long OLD_DAYS = 3652;

    private CheckInterval() {}

    static Duration of(Duration cycle, String retentionCode, Instant keptAt, Instant now) {
        int weight = 1;
        if (PERMANENT.equals(retentionCode)) {
            weight++;
        }
        if (ChronoUnit.DAYS.between(keptAt, now) >= OLD_DAYS) {
            weight++;
        }
        return cycle.dividedBy(weight);
    }
}
