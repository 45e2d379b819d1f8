package vn.hue.earchive.archive.accession;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * A year of registers and statistics, 1 January to 31 December in Viet Nam.
 *
 * @param from its first instant
 * @param to the first instant of the next one
 */
record Year(int number, Instant from, Instant to) {

    private static final int FIRST = 2000;

    /**
     * @throws Problem INVALID_PARAMETER when it has not begun or nothing can be from it
     */
    static Year of(int number, Clock clock) {
        if (number < FIRST || number > LegalDate.today(clock).getYear()) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "year");
        }
        return new Year(number, first(number), first(number + 1));
    }

    private static Instant first(int number) {
        return LocalDate.of(number, 1, 1).atStartOfDay(LegalDate.ZONE).toInstant();
    }
}
