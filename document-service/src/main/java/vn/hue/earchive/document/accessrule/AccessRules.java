package vn.hue.earchive.document.accessrule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rules in force say. */
@ApplicationScoped
public class AccessRules {

    private final AccessRuleSets sets;

    AccessRules(AccessRuleSets sets) {
        this.sets = sets;
    }

    /** The version in force, to judge several things by. */
    @Transactional(Transactional.TxType.MANDATORY)
    public InForce of(UUID agencyId) {
        return sets.inForce(agencyId)
                .map(set -> new InForce(set.id(), sets.rules(set)))
                .orElse(new InForce(null, List.of()));
    }

    /** A version in force; without an id when the agency has none. */
    public static final class InForce {

        private final @Nullable UUID id;
        private final List<AccessRule> rules;

        private InForce(@Nullable UUID id, List<AccessRule> rules) {
            this.id = id;
            this.rules = rules;
        }

        public @Nullable UUID id() {
            return id;
        }

        public AccessJudgement judge(AccessJudgement.Subject subject) {
            return AccessJudgement.of(rules, subject);
        }
    }
}
