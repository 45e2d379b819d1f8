package vn.hue.earchive.document.signature;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.signature.SignatureCause;
import vn.hue.earchive.signature.SignatureResult;

/** What is known of the signatures of a document's files; for those who decide about documents. */
@ApplicationScoped
public class SignatureResults {

    private static final String NEWEST =
            """
            select f.document_id, f.id, f.signature, r.causes, r.checked_at
            from document_file f left join lateral (
                select causes, checked_at from signature_report
                where file_id = f.id order by number desc limit 1
            ) r on true
            where f.document_id in (:documents) order by f.document_id, f.position
            """;

    private final EntityManager entities;

    SignatureResults(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The newest check of one file.
     *
     * @param causes codes of {@link SignatureCause}, gravest first; empty before the first check
     * @param checkedAt null before the first check
     */
    public record FileResult(
            UUID documentId,
            UUID fileId,
            SignatureResult result,
            List<SignatureCause> causes,
            @Nullable Instant checkedAt) {}

    /** The files of a document in their order; empty for one without files. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<FileResult> of(UUID documentId) {
        return of(List.of(documentId)).getOrDefault(documentId, List.of());
    }

    /** As {@link #of(UUID)}, for several documents with one query. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, List<FileResult>> of(Collection<UUID> documentIds) {
        if (documentIds.isEmpty()) {
            return Map.of();
        }
        return entities.unwrap(Session.class)
                .createNativeQuery(NEWEST, Object[].class)
                .setParameterList("documents", documentIds)
                .getResultStream()
                .map(SignatureResults::read)
                .collect(Collectors.groupingBy(FileResult::documentId));
    }

    private static FileResult read(Object[] row) {
        return new FileResult(
                (UUID) row[0],
                (UUID) row[1],
                SignatureResult.valueOf((String) row[2]),
                causes((String) row[3]),
                (Instant) row[4]);
    }

    static List<SignatureCause> causes(@Nullable String codes) {
        return codes == null || codes.isEmpty()
                ? List.of()
                : Stream.of(codes.split(",")).map(SignatureCause::valueOf).toList();
    }
}
