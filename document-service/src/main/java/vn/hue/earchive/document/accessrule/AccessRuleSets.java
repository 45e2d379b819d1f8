package vn.hue.earchive.document.accessrule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Versions of the agency's rules. */
@ApplicationScoped
class AccessRuleSets implements PanacheRepositoryBase<AccessRuleSet, UUID> {

    private final ObjectMapper json;
    private final Actions actions;

    AccessRuleSets(ObjectMapper json, Actions actions) {
        this.json = json;
        this.actions = actions;
    }

    /**
     * @throws Problem NOT_FOUND
     */
    AccessRuleSet locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /**
     * @throws Problem NOT_FOUND
     */
    AccessRuleSet require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    Optional<AccessRuleSet> inForce(UUID agencyId) {
        return find("agencyId = ?1 and state = ?2", agencyId, AccessRuleSet.IN_FORCE)
                .firstResultOptional();
    }

    int nextNumber(UUID agencyId) {
        Integer last =
                find("select max(number) from AccessRuleSet where agencyId = ?1", agencyId)
                        .project(Integer.class)
                        .firstResult();
        return last == null ? 1 : last + 1;
    }

    /** Newest first. */
    List<AccessRuleSet> page(@Nullable UUID before, int rows) {
        return (before == null
                        ? find("order by id desc")
                        : find("id < ?1 order by id desc", before))
                .range(0, rows - 1)
                .list();
    }

    List<AccessRule> rules(AccessRuleSet set) {
        try {
            return List.of(json.readValue(set.rules(), AccessRule[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String write(List<AccessRule> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    AccessRuleSetView view(AccessRuleSet set) {
        return new AccessRuleSetView(
                set.id(),
                set.number(),
                set.title(),
                set.state(),
                rules(set),
                set.createdAt(),
                set.createdBy(),
                set.approvedAt(),
                set.approvedBy(),
                set.reference(),
                set.version(),
                set.state().equals(AccessRuleSet.DRAFT)
                        ? actions.allowed("previewAccessRuleSet", "approveAccessRuleSet")
                        : List.of());
    }
}
