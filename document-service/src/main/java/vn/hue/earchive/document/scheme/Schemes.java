package vn.hue.earchive.document.scheme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Versions of the agency's schemes. */
@ApplicationScoped
class Schemes implements PanacheRepositoryBase<Scheme, UUID> {

    private final ObjectMapper json;

    Schemes(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @throws Problem NOT_FOUND
     */
    Scheme require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /**
     * @throws Problem NOT_FOUND
     */
    Scheme locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** The newest version in force of a scheme, whether it is valid already or not. */
    Optional<Scheme> newest(UUID agencyId, String key) {
        return find(
                        "agencyId = ?1 and schemeKey = ?2 and state = ?3 order by number desc",
                        agencyId,
                        key,
                        Scheme.IN_FORCE)
                .firstResultOptional();
    }

    /** The version that a list of this year is sorted by: the one valid at the end of the year. */
    Optional<Scheme> ofYear(UUID agencyId, String key, int year) {
        return find(
                        "agencyId = ?1 and schemeKey = ?2 and state = ?3 and validFrom <= ?4"
                                + " order by number desc",
                        agencyId,
                        key,
                        Scheme.IN_FORCE,
                        LocalDate.of(year, 12, 31))
                .firstResultOptional();
    }

    /** Versions in force of a scheme behind one number, up to another, in their order. */
    List<Scheme> between(UUID agencyId, String key, int after, int upTo) {
        return find(
                        "agencyId = ?1 and schemeKey = ?2 and state = ?3 and number > ?4"
                                + " and number <= ?5 order by number",
                        agencyId,
                        key,
                        Scheme.IN_FORCE,
                        after,
                        upTo)
                .list();
    }

    List<String> keys(UUID agencyId) {
        return find("select distinct schemeKey from Scheme where agencyId = ?1", agencyId)
                .project(String.class)
                .list();
    }

    int nextNumber(UUID agencyId, String key) {
        Integer last =
                find(
                                "select max(number) from Scheme where agencyId = ?1 and schemeKey ="
                                        + " ?2",
                                agencyId,
                                key)
                        .project(Integer.class)
                        .firstResult();
        return last == null ? 1 : last + 1;
    }

    /** Newest first. */
    List<Scheme> page(@Nullable String key, @Nullable UUID before, int rows) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (key != null) {
            where.append(" and schemeKey = :key");
            parameters.put("key", key);
        }
        if (before != null) {
            where.append(" and id < :before");
            parameters.put("before", before);
        }
        return find(where + " order by id desc", parameters).range(0, rows - 1).list();
    }

    SchemeVersion said(Scheme scheme) {
        try {
            return json.readValue(scheme.content(), SchemeVersion.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String write(SchemeVersion version) {
        try {
            return json.writeValueAsString(version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
