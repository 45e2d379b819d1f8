package vn.hue.earchive.document.customfield;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.customfield.CustomField.Subject;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Definitions of fields. */
@ApplicationScoped
class CustomFieldTable implements PanacheRepositoryBase<CustomField, UUID> {

    List<CustomField> active(UUID agencyId, Subject subject) {
        return find(
                        "agencyId = ?1 and subject = ?2 and state = 'ACTIVE' order by fieldKey",
                        agencyId,
                        subject)
                .list();
    }

    /** The newest version of a field, whatever its state; locked. */
    Optional<CustomField> newest(UUID agencyId, Subject subject, String typeCode, String key) {
        return find(
                        "agencyId = ?1 and subject = ?2 and typeCode = ?3 and fieldKey = ?4 order by"
                                + " number desc",
                        agencyId,
                        subject,
                        typeCode,
                        key)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * @throws Problem NOT_FOUND
     */
    CustomField locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** Newest first. */
    List<CustomField> page(@Nullable Subject subject, @Nullable UUID before, int rows) {
        UUID from = before == null ? new UUID(-1, -1) : before;
        return (subject == null
                        ? find("id < ?1 order by id desc", from)
                        : find("id < ?1 and subject = ?2 order by id desc", from, subject))
                .range(0, rows - 1)
                .list();
    }
}
