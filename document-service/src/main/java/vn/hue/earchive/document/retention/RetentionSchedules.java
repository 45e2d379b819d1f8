package vn.hue.earchive.document.retention;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Versions of rule sets, as far as the caller's agency sees them. */
@ApplicationScoped
class RetentionSchedules implements PanacheRepositoryBase<RetentionSchedule, UUID> {

    /**
     * The sets that rules are taken from on a day, one a source, own before sector before general:
     * the approved version of the day, or the newest sample where a source has none.
     */
    List<RetentionSchedule> inForce(LocalDate on) {
        List<RetentionSchedule> usable =
                list(
                        "(approvedAt is not null and validFrom <= ?1"
                                + " and (validTo is null or validTo >= ?1)) or state = 'SAMPLE'",
                        on);
        Map<String, Integer> precedence =
                sources().values().stream()
                        .collect(
                                Collectors.toMap(
                                        RetentionSource::code, RetentionSource::precedence));
        Map<String, RetentionSchedule> chosen =
                usable.stream()
                        .collect(
                                Collectors.toMap(
                                        RetentionSchedule::sourceCode,
                                        Function.identity(),
                                        RetentionSchedules::better));
        return chosen.values().stream()
                .sorted(
                        Comparator.comparing((RetentionSchedule s) ->
                                        precedence.getOrDefault(s.sourceCode(), 9))
                                .thenComparing(RetentionSchedule::sourceCode))
                .toList();
    }

    private static RetentionSchedule better(RetentionSchedule one, RetentionSchedule other) {
        if (one.isApproved() != other.isApproved()) {
            return one.isApproved() ? one : other;
        }
        int byDay = one.validFrom().compareTo(other.validFrom());
        return byDay > 0 || (byDay == 0 && one.id().compareTo(other.id()) > 0) ? one : other;
    }

    Map<String, RetentionSource> sources() {
        return getEntityManager()
                .createQuery("from RetentionSource order by code", RetentionSource.class)
                .getResultList()
                .stream()
                .collect(
                        Collectors.toMap(
                                RetentionSource::code,
                                Function.identity(),
                                (a, b) -> a,
                                java.util.LinkedHashMap::new));
    }

    RetentionSchedule require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    RetentionSchedule locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** All versions of a source that are not superseded, oldest first. */
    List<RetentionSchedule> living(String source, @Nullable UUID agency) {
        return agency == null
                ? list(
                        "sourceCode = ?1 and agencyId is null and state <> 'SUPERSEDED'"
                                + " order by versionNo",
                        source)
                : list(
                        "sourceCode = ?1 and agencyId = ?2 and state <> 'SUPERSEDED'"
                                + " order by versionNo",
                        source,
                        agency);
    }

    /** The version that the next one follows. */
    Optional<RetentionSchedule> newest(String source, @Nullable UUID agency) {
        return agency == null
                ? find("sourceCode = ?1 and agencyId is null order by versionNo desc", source)
                        .firstResultOptional()
                : find("sourceCode = ?1 and agencyId = ?2 order by versionNo desc", source, agency)
                        .firstResultOptional();
    }

    int nextVersion(String source, @Nullable UUID agency) {
        return newest(source, agency).map(RetentionSchedule::versionNo).orElse(0) + 1;
    }

    /**
     * @throws Problem RETENTION_IMPORT_COLLIDED when another import took the version number
     */
    void add(RetentionSchedule schedule) {
        try {
            persistAndFlush(schedule);
        } catch (ConstraintViolationException e) {
            if ("uq_retention_schedule_version".equals(e.getConstraintName())) {
                throw new Problem(DocumentProblem.RETENTION_IMPORT_COLLIDED, schedule.sourceCode())
                        .causedBy(e);
            }
            throw e;
        }
    }

    /** Newest first. */
    List<RetentionSchedule> page(
            @Nullable String source, @Nullable String state, @Nullable UUID before, int rows) {
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        put(where, parameters, "sourceCode = :source", "source", source);
        put(where, parameters, "state = :state", "state", state);
        put(where, parameters, "id < :before", "before", before);
        return find(String.join(" and ", where) + " order by id desc", parameters)
                .range(0, rows - 1)
                .list();
    }

    private static void put(
            List<String> where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.add(condition);
            parameters.put(name, value);
        }
    }
}
