package vn.hue.earchive.archive.custody;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import vn.hue.earchive.archive.store.ArchiveCopies;

/**
 * Where copies belong, by class of holdings: the retention code (code list maintenance, domain.md
 * 2.8). A class without a rule of its own has a copy in every store.
 */
@ApplicationScoped
public class CopiesPolicy {

    private final CustodyConfig config;
    private final ArchiveCopies copies;

    CopiesPolicy(CustodyConfig config, ArchiveCopies copies) {
        this.config = config;
        this.copies = copies;
    }

    /** Names of the stores that should hold an object of this class, in configured order. */
    public List<String> wanted(String retentionCode) {
        return wanted(config.storesOf(), copies.stores(), retentionCode);
    }

    /** Verified copies without which an object of this class is under-replicated. */
    public int required(String retentionCode) {
        return required(config.storesOf(), copies.stores(), config.requiredCopies(), retentionCode);
    }

    /**
     * @throws IllegalStateException when a rule names a store that is not configured, or fewer
     *     stores than the required copies
     */
    void validate() {
        validate(config.storesOf(), copies.stores(), config.requiredCopies());
    }

    static void validate(Map<String, List<String>> rules, List<String> stores, int requiredCopies) {
        rules.forEach((code, rule) -> {
            if (!code.matches("0[1-7]")
                    || !stores.containsAll(rule)
                    || rule.stream().distinct().count() < requiredCopies) {
                throw new IllegalStateException(
                        "earchive.custody.stores-of.\"%s\"=%s: a retention code 01 to 07 and at least %d of the stores %s"
                                .formatted(code, rule, requiredCopies, stores));
            }
        });
    }

    static List<String> wanted(
            Map<String, List<String>> rules, List<String> stores, String retentionCode) {
        List<String> rule = rules.get(retentionCode);
        return rule == null ? stores : stores.stream().filter(rule::contains).toList();
    }

    /** A class with a rule needs them all, any other the required number. */
    static int required(
            Map<String, List<String>> rules,
            List<String> stores,
            int requiredCopies,
            String retentionCode) {
        return rules.containsKey(retentionCode)
                ? Math.max(requiredCopies, wanted(rules, stores, retentionCode).size())
                : requiredCopies;
    }
}
