package vn.hue.earchive.bench.machine;

import java.util.List;

/**
 * The fields of {@code /proc/PID/stat} that the bench needs. Times in clock ticks ({@code USER_HZ},
 * 100 a second on every Linux that Java runs on).
 *
 * @param ticks user and system time of the process itself
 * @param reapedTicks the same of its children that have ended and been waited for
 * @param startTicks when it started, after boot; tells a process from a later one with the same pid
 */
public record ProcessStat(long pid, long parent, long ticks, long reapedTicks, long startTicks) {

    public static final double TICKS_PER_SECOND = 100;

    /**
     * Reads one line of {@code /proc/PID/stat}; see proc_pid_stat(5). The command's name is in
     * parentheses and may itself contain blanks and parentheses, so the fields are counted from the
     * last one.
     *
     * @throws IllegalArgumentException when the line is not of that form
     */
    public static ProcessStat parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        if (open < 1 || close < open) {
            throw new IllegalArgumentException("not a line of /proc/PID/stat: " + line);
        }
        // Field 3 (state) is the first of these.
        List<String> rest = List.of(line.substring(close + 1).strip().split(" "));
        if (rest.size() < 20) {
            throw new IllegalArgumentException("cut short: " + line);
        }
        return new ProcessStat(
                Long.parseLong(line.substring(0, open).strip()),
                number(rest, 4),
                number(rest, 14) + number(rest, 15),
                number(rest, 16) + number(rest, 17),
                number(rest, 22));
    }

    private static long number(List<String> rest, int field) {
        return Long.parseLong(rest.get(field - 3));
    }
}
