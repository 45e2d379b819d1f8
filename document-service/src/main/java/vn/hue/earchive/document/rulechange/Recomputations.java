package vn.hue.earchive.document.rulechange;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Re-computations and the lines of their reports. */
@ApplicationScoped
class Recomputations implements PanacheRepositoryBase<Recomputation, UUID> {

    Recomputation require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /**
     * @throws Problem RETENTION_RECOMPUTATION_RUNNING when the agency has one
     */
    void add(Recomputation recomputation) {
        try {
            persistAndFlush(recomputation);
        } catch (ConstraintViolationException e) {
            if ("uq_retention_recomputation_running".equals(e.getConstraintName())) {
                throw new Problem(DocumentProblem.RETENTION_RECOMPUTATION_RUNNING).causedBy(e);
            }
            throw e;
        }
    }

    /** Newest first. */
    List<Recomputation> page(UUID before, int rows) {
        return find("id < ?1 order by id desc", before).range(0, rows - 1).list();
    }

    Map<String, Long> outcomes(UUID id) {
        Map<String, Long> outcomes = new TreeMap<>();
        getSession()
                .createNativeQuery(
                        "select outcome, count(*) from retention_recomputation_item"
                                + " where recomputation_id = :id group by outcome",
                        Object[].class)
                .setParameter("id", id)
                .getResultList()
                .forEach(r -> outcomes.put((String) r[0], (Long) r[1]));
        return outcomes;
    }

    List<RecomputationView.Item> items(UUID id, UUID after, int rows) {
        return getSession()
                .createNativeQuery(
                        """
                        select dossier_id, outcome, from_rule, from_period, to_rule, to_period
                        from retention_recomputation_item
                        where recomputation_id = :id and dossier_id > :after order by dossier_id limit :rows
                        """,
                        Object[].class)
                .setParameter("id", id)
                .setParameter("after", after)
                .setParameter("rows", rows)
                .getResultList()
                .stream()
                .map(r ->
                        new RecomputationView.Item(
                                (UUID) r[0],
                                (String) r[1],
                                (String) r[2],
                                (String) r[3],
                                (String) r[4],
                                (String) r[5]))
                .toList();
    }
}
