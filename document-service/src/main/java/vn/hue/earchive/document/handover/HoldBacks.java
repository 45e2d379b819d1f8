package vn.hue.earchive.document.handover;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Requests to hold back and their lists. */
@ApplicationScoped
class HoldBacks implements PanacheRepositoryBase<HoldBack, UUID> {

    private final Actions actions;

    HoldBacks(Actions actions) {
        this.actions = actions;
    }

    HoldBack require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    HoldBack locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** Newest first. */
    List<HoldBack> page(@Nullable String state, @Nullable UUID before, int rows) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> where = new ArrayList<>(List.of("1 = 1"));
        if (state != null) {
            where.add("state = :state");
            parameters.put("state", state);
        }
        if (before != null) {
            where.add("id < :before");
            parameters.put("before", before);
        }
        return find(String.join(" and ", where) + " order by id desc", parameters)
                .range(0, rows - 1)
                .list();
    }

    List<HoldBackItem> items(UUID id) {
        return getEntityManager()
                .createQuery(
                        "from HoldBackItem where id.holdBackId = :id order by position",
                        HoldBackItem.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Those of these dossiers for which a request waits. */
    List<UUID> waiting(Collection<UUID> dossiers) {
        return getEntityManager()
                .createQuery(
                        "select id.dossierId from HoldBackItem where outcome = 'WAITING'"
                                + " and id.dossierId in :dossiers",
                        UUID.class)
                .setParameter("dossiers", dossiers)
                .getResultList();
    }

    HoldBackView view(HoldBack request) {
        return views(List.of(request)).getFirst();
    }

    /** With two queries for any number of requests. */
    List<HoldBackView> views(List<HoldBack> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        flush();
        Map<UUID, List<HoldBackView.Item>> items =
                getEntityManager()
                        .createQuery(
                                "select i, d.fileCode, d.title from HoldBackItem i"
                                        + " join Dossier d on d.id = i.id.dossierId"
                                        + " where i.id.holdBackId in :ids order by i.position",
                                Object[].class)
                        .setParameter("ids", requests.stream().map(HoldBack::id).toList())
                        .getResultStream()
                        .collect(
                                Collectors.groupingBy(
                                        r -> ((HoldBackItem) r[0]).holdBackId(),
                                        Collectors.mapping(
                                                r ->
                                                        ((HoldBackItem) r[0])
                                                                .view((String) r[1], (String) r[2]),
                                                Collectors.toList())));
        return requests.stream()
                .map(r -> r.view(items.getOrDefault(r.id(), List.of()), allowed(r)))
                .toList();
    }

    private List<String> allowed(HoldBack request) {
        return request.state().commands().isEmpty()
                ? List.of()
                : actions.allowed("decideHoldBack", "withdrawHoldBack");
    }
}
