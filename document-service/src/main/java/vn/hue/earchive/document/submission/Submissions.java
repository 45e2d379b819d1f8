package vn.hue.earchive.document.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Batches and what belongs to them. */
@ApplicationScoped
class Submissions implements PanacheRepositoryBase<Submission, UUID> {

    Submission require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    Submission locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
    }

    /** Newest first. */
    List<Submission> page(@Nullable UUID before, int rows) {
        return before == null
                ? find("order by id desc").range(0, rows - 1).list()
                : find("id < ?1 order by id desc", before).range(0, rows - 1).list();
    }

    Optional<SubmissionItem> item(UUID submissionId, UUID dossierId) {
        return Optional.ofNullable(
                getEntityManager()
                        .find(
                                SubmissionItem.class,
                                new SubmissionItem.Id(submissionId, dossierId)));
    }

    /** Views of these batches, in their order, with three queries. */
    List<SubmissionView> views(List<Submission> submissions) {
        if (submissions.isEmpty()) {
            return List.of();
        }
        flush();
        List<UUID> ids = submissions.stream().map(Submission::id).toList();
        List<SubmissionItem> items =
                getEntityManager()
                        .createQuery(
                                "from SubmissionItem where id.submissionId in :ids"
                                        + " order by id.submissionId, position",
                                SubmissionItem.class)
                        .setParameter("ids", ids)
                        .getResultList();
        Map<String, List<SubmissionView.Reason>> reasons =
                getEntityManager()
                        .createQuery(
                                "from ReturnReason where id.submissionId in :ids"
                                        + " order by id.submissionId, id.dossierId, id.position",
                                ReturnReason.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(
                                Collectors.groupingBy(
                                        ReturnReason::key,
                                        Collectors.mapping(
                                                ReturnReason::view, Collectors.toList())));
        Map<UUID, String> codes =
                getEntityManager()
                        .createQuery(
                                "select d.id, d.fileCode from Dossier d where d.id in :ids",
                                Object[].class)
                        .setParameter("ids", items.stream().map(SubmissionItem::dossierId).toList())
                        .getResultStream()
                        .collect(Collectors.toMap(r -> (UUID) r[0], r -> (String) r[1]));
        return submissions.stream()
                .map(s -> {
                    List<SubmissionView.Item> mine =
                            items.stream()
                                    .filter(i -> i.submissionId().equals(s.id()))
                                    .map(i ->
                                            new SubmissionView.Item(
                                                    i.dossierId(),
                                                    codes.getOrDefault(i.dossierId(), ""),
                                                    i.state(),
                                                    i.decidedAt(),
                                                    reasons.getOrDefault(i.key(), List.of())))
                                    .toList();
                    return new SubmissionView(
                            s.id(),
                            SubmissionView.stateOf(mine),
                            s.submittedAt(),
                            s.submittedBy(),
                            s.manifestSha256(),
                            mine);
                })
                .toList();
    }

    SubmissionView view(Submission submission) {
        return views(List.of(submission)).getFirst();
    }

    /** Acts on a document of a dossier, oldest first, from the audit trail. */
    List<TraceStep> traceOf(UUID dossierId, UUID documentId) {
        return getSession()
                .createNativeQuery(
                        """
                        select recorded_at, action, coalesce(actor_name, actor) from audit_entry
                        where action in (:actions) and (
                            aggregate_id = :document
                            or aggregate_id = :dossier and (
                                details ->> 'documentId' = :documentText
                                or action in ('closeDossier', 'reopenDossier')
                            )
                        )
                        order by id
                        """,
                        Object[].class)
                .setParameter("actions", ProcessTraceText.actions())
                .setParameter("document", documentId)
                .setParameter("dossier", dossierId)
                .setParameter("documentText", documentId.toString())
                .stream()
                .map(r -> new TraceStep(instant(r[0]), (String) r[1], (String) r[2]))
                .toList();
    }

    private static Instant instant(Object column) {
        return column instanceof java.time.OffsetDateTime time
                ? time.toInstant()
                : (Instant) column;
    }
}
