package vn.hue.earchive.document.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Batches and what belongs to them. */
@ApplicationScoped
class Submissions implements PanacheRepositoryBase<Submission, UUID> {

    Submission require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /**
     * @throws Problem NOT_FOUND
     */
    Submission lockedOrMissing(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
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

    /** Views of these batches, in their order, with four queries. */
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
        List<UUID> minutes =
                getEntityManager()
                        .createQuery(
                                "select submissionId from Minutes where submissionId in :ids",
                                UUID.class)
                        .setParameter("ids", ids)
                        .getResultList();
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
                                                    reasons.getOrDefault(i.key(), List.of()),
                                                    i.resubmission()))
                                    .toList();
                    return new SubmissionView(
                            s.id(),
                            SubmissionView.stateOf(mine),
                            s.submittedAt(),
                            s.submittedBy(),
                            s.manifestSha256(),
                            s.confirmDueOn(),
                            s.confirmedAt(),
                            minutes.contains(s.id())
                                    ? "/v1/submissions/" + s.id() + "/minutes"
                                    : null,
                            mine);
                })
                .toList();
    }

    SubmissionView view(Submission submission) {
        return views(List.of(submission)).getFirst();
    }

    /** Acts on these dossiers and documents, oldest first, from the audit trail; one query. */
    List<Act> acts(Collection<UUID> dossiers, Collection<UUID> documents) {
        return getSession()
                .createNativeQuery(
                        """
                        select recorded_at, action, coalesce(actor_name, actor), aggregate_id,
                            details ->> 'documentId'
                        from audit_entry
                        where action in (:actions) and aggregate_id = any(cast(:ids as uuid[]))
                        order by id
                        """,
                        Object[].class)
                .setParameter("actions", ProcessTraceText.actions())
                .setParameter(
                        "ids",
                        Stream.concat(dossiers.stream(), documents.stream()).toArray(UUID[]::new))
                .stream()
                .map(r ->
                        new Act(
                                (UUID) r[3],
                                (String) r[4],
                                new TraceStep(instant(r[0]), (String) r[1], (String) r[2])))
                .toList();
    }

    /**
     * An act on a dossier or a document.
     *
     * @param documentId the document that an act on a dossier concerned
     */
    record Act(UUID aggregateId, @Nullable String documentId, TraceStep step) {

        /** Whether the trace of this document in this dossier tells it. */
        boolean concerns(UUID dossier, UUID document) {
            return aggregateId.equals(document)
                    || (aggregateId.equals(dossier)
                            && (document.toString().equals(documentId)
                                    || ProcessTraceText.isOfTheWholeDossier(step.action())));
        }
    }

    /** Where the manifest lies with which a dossier came back last. */
    record Earlier(UUID submissionId, String manifestKey) {}

    /** The submissions from which these dossiers came back last. */
    Map<UUID, Earlier> returnedFrom(Collection<UUID> dossiers) {
        return getSession()
                .createNativeQuery(
                        """
                        select distinct on (i.dossier_id) i.dossier_id, s.id, s.manifest_key
                        from submission_item i join submission s on s.id = i.submission_id
                        where i.dossier_id = any(cast(:ids as uuid[])) and i.state = 'RETURNED'
                        order by i.dossier_id, s.id desc
                        """,
                        Object[].class)
                .setParameter("ids", dossiers.toArray(UUID[]::new))
                .stream()
                .collect(
                        Collectors.toMap(
                                r -> (UUID) r[0], r -> new Earlier((UUID) r[1], (String) r[2])));
    }

    private static Instant instant(Object column) {
        return column instanceof java.time.OffsetDateTime time
                ? time.toInstant()
                : (Instant) column;
    }
}
