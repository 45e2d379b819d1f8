package vn.hue.earchive.document.registerclosing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.print.RegisterLines;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Seals of the caller's agency. */
@ApplicationScoped
class RegisterClosings implements PanacheRepositoryBase<RegisterClosing, UUID> {

    /**
     * @throws Problem NOT_FOUND
     */
    RegisterClosing require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    Optional<RegisterClosing> of(RegisterLines.Range range) {
        return find("register = ?1 and registerYear = ?2", range.register(), range.year())
                .firstResultOptional();
    }

    /** Newest first. */
    List<RegisterClosing> page(@Nullable UUID before, int rows) {
        return before == null
                ? find("order by id desc").range(0, rows - 1).list()
                : find("id < ?1 order by id desc", before).range(0, rows - 1).list();
    }

    /**
     * Keeps changes of sealed lines from committing until the caller's transaction ends; see the
     * function {@code amend_sealed_line}.
     */
    void holdChanges(UUID agency, RegisterLines.Range range) {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(register_lock(:agency, :register,"
                                + " :year)) as text)",
                        String.class)
                .setParameter("agency", agency)
                .setParameter("register", range.register().direction())
                .setParameter("year", range.year())
                .getSingleResult();
    }
}
