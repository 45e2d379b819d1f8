package vn.hue.earchive.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What must be true of every run, whatever its speed. Collects every breach, each as a sentence.
 */
public final class Invariants {

    private final List<String> broken = new ArrayList<>();

    public synchronized void require(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    public synchronized List<String> broken() {
        return List.copyOf(broken);
    }

    /**
     * Arrival numbers of one agency and year are one series without gaps or doubles (Decree 30/2020
     * Art 22). Needs the bench to be the only one who registers for the agency during the run.
     */
    public void requireConsecutive(List<Long> arrivalNumbers) {
        TreeSet<Long> distinct = new TreeSet<>(arrivalNumbers);
        require(
                distinct.size() == arrivalNumbers.size(),
                "Of %d arrival numbers only %d are different."
                        .formatted(arrivalNumbers.size(), distinct.size()));
        if (!distinct.isEmpty()) {
            long span = distinct.last() - distinct.first() + 1;
            require(
                    span == distinct.size(),
                    "Arrival numbers %d to %d have gaps: %d of %d are there. (Did somebody else register for the same agency?)"
                            .formatted(distinct.first(), distinct.last(), distinct.size(), span));
        }
    }
}
