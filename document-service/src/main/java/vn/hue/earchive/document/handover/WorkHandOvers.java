package vn.hue.earchive.document.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** The minutes of work that was handed on. */
@ApplicationScoped
class WorkHandOvers {

    private static final UUID LAST = new UUID(-1, -1);

    private final EntityManager entities;
    private final ObjectMapper json;

    WorkHandOvers(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** Keeps the minutes; their digest. */
    String keep(UUID agencyId, WorkHandOverView view, String content) {
        String sha256 = Sha256.of(content);
        session()
                .createNativeMutationQuery(
                        """
                        insert into work_hand_over (id, agency_id, leaver, reason, handed_at,
                            handed_by, content, content_sha256)
                        values (:id, :agency, :leaver, :reason, :at, :by, :content, :sha256)
                        """)
                .setParameter("id", view.id())
                .setParameter("agency", agencyId)
                .setParameter("leaver", view.leaver())
                .setParameter("reason", view.reason())
                .setParameter("at", view.handedAt())
                .setParameter("by", view.handedBy())
                .setParameter("content", content)
                .setParameter("sha256", sha256)
                .executeUpdate();
        return sha256;
    }

    WorkHandOverView require(UUID id) {
        return session()
                .createNativeQuery(
                        "select content, content_sha256 from work_hand_over where id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(this::view)
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** Newest first. */
    List<WorkHandOverView> page(UUID agencyId, @Nullable UUID before, int rows) {
        return session()
                .createNativeQuery(
                        "select content, content_sha256 from work_hand_over"
                                + " where agency_id = :agency and id < :before"
                                + " order by id desc limit :rows",
                        Object[].class)
                .setParameter("agency", agencyId)
                .setParameter("before", before == null ? LAST : before)
                .setParameter("rows", rows)
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
    }

    private WorkHandOverView view(Object[] row) {
        try {
            return json.readValue((String) row[0], WorkHandOverView.class)
                    .withDigest((String) row[1]);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Minutes cannot be read", e);
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
